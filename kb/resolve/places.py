"""The place in the name of a body: "UBND tỉnh Sơn Hà" is of the province Sơn Hà, "Tỉnh ủy" of the speaker's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.model import Level
from kb.text import collapse, fold, squeeze

# Cities in the rank of a province (Constitution, Article 110; Huế since 01/01/2025).
CENTRAL_CITIES = frozenset({"hanoi", "hochiminh", "danang", "haiphong", "cantho", "hue"})

_WORDS = {
    "tỉnh": Level.PROVINCE,
    "thành": Level.PROVINCE,
    "thành phố": Level.PROVINCE,
    "tp": Level.PROVINCE,
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "thị": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}
_MARK = re.compile(
    r"(?<!\w)(?:(?P<party>tỉnh|thành|huyện|quận|thị)\s+(?:ủy|uỷ)|"
    r"(?P<unit>tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))(?!\w)\.?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^,;:.()/\d\n]*")
# Number symbols of local bodies: committees, councils, Party committees of provinces, districts, communes; departments.
_LOCAL_SYMBOL = re.compile(r"(?:/|-)(?:UBND|HĐND|TU|ThU|HU|QU|ĐU|TT\.?HĐND|ĐĐBQH|S[A-ZĐ&]{2,})(?:$|[-/])")
_PARTY_LEVELS = {"TU": Level.PROVINCE, "HU": Level.DISTRICT, "QU": Level.DISTRICT}


@dataclass(frozen=True, slots=True)
class Place:
    """A level and the name of the place; None where it is not said."""

    level: Level | None
    name: str | None


def place_of(issuer: str | None) -> Place:
    """The smallest place that the name of a body names."""
    found = [_place_at(issuer, match) for match in _MARK.finditer(issuer or "")]
    order = (Level.COMMUNE, Level.DISTRICT, Level.PROVINCE)
    return min(found, key=lambda place: order.index(place.level or Level.PROVINCE), default=Place(None, None))


def is_local_number(number: str | None) -> bool:
    return bool(number and _LOCAL_SYMBOL.search(number))


def level_of_number(number: str | None) -> Level | None:
    """TU is a provincial Party committee, HU one of a district; other local symbols say no level."""
    match = _LOCAL_SYMBOL.search(number or "")
    return _PARTY_LEVELS.get(match[0].strip("-/")) if match else None


def same_place(one: str | None, other: str | None) -> bool:
    return bool(one and other) and _bare(one) == _bare(other)


def _bare(name: str | None) -> str:
    bare = re.sub(r"^(?:tỉnh|thành phố|tp\.?)\s+", "", collapse(name or ""), flags=re.IGNORECASE)
    return fold(squeeze(bare))


def _place_at(issuer: str | None, match: re.Match[str]) -> Place:
    word = (match["party"] or match["unit"]).lower()
    name = _name_after((issuer or "")[match.end() :])
    level = _WORDS[word]
    is_town = word in ("thành phố", "tp", "thành") and name is not None and _bare(name) not in CENTRAL_CITIES
    return Place(Level.DISTRICT if is_town else level, name)


def _name_after(text: str) -> str | None:
    match = _NAME.match(text.lstrip())
    words: list[str] = []
    for word in match[0].split() if match else ():
        if not (word[0].isupper() or word == "-"):
            break
        words.append(word)
    return " ".join(words).strip(" -") or None
