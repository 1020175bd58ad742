"""The place in the name of a body: "UBND tỉnh Sơn Hà" is of the province Sơn Hà, "Tỉnh ủy" of the speaker's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.bodies.identity import is_renamed_province
from kb.bodies.symbols import body_of_number
from kb.bodies.table import body_table, slug
from kb.model import Level
from kb.text import collapse, fold, squeeze

# "Bà Rịa - Vũng Tàu": the longest name of a province, in words.
LONGEST_PROVINCE = 5

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
# The Party's central bodies number under one symbol.
_CENTRAL_PARTY = re.compile(r"/(?:[^/]*TW)(?=$|/)")
_PARTY_LEVELS = {"TU": Level.PROVINCE, "HU": Level.DISTRICT, "QU": Level.DISTRICT}


@dataclass(frozen=True, slots=True)
class Place:
    """A level and the name of the place; None where it is not said."""

    level: Level | None
    name: str | None


# Bodies are named again and again: a few thousand names serve a whole catalogue.
@lru_cache(maxsize=4_096)
def place_of(issuer: str | None) -> Place:
    """The smallest place that the name of a body names."""
    if "," in (issuer or "") and not _MARK.search((issuer or "").split(",")[0]):
        # "Ban Chỉ đạo Trung ương, Ủy ban nhân dân tỉnh": what follows the comma is the next thing said.
        return Place(None, None)
    found = [_place_at(issuer, match) for match in _MARK.finditer(issuer or "")]
    order = (Level.COMMUNE, Level.DISTRICT, Level.PROVINCE)
    return min(found, key=lambda place: order.index(place.level or Level.PROVINCE), default=Place(None, None))


@lru_cache(maxsize=4_096)
def is_local_number(number: str | None) -> bool:
    return bool(number and _LOCAL_SYMBOL.search(number))


@lru_cache(maxsize=4_096)
def is_central_number(number: str | None) -> bool:
    """Whether a body of the whole country bears the symbol: a decree is of no province, whatever is printed after."""
    return body_of_number(number) is not None or bool(number and _CENTRAL_PARTY.search(number))


def level_of_number(number: str | None) -> Level | None:
    """TU is a provincial Party committee, HU one of a district; other local symbols say no level."""
    match = _LOCAL_SYMBOL.search(number or "")
    return _PARTY_LEVELS.get(match[0].strip("-/")) if match else None


def same_place(one: str | None, other: str | None) -> bool:
    """Whether two printed names are of one place, or of one province before and after it was renamed."""
    if not one or not other:
        return False
    return _bare(one) == _bare(other) or is_renamed_province(one, other)


@lru_cache(maxsize=4_096)
def _bare(name: str | None) -> str:
    bare = re.sub(r"^(?:tỉnh|thành phố|tp\.?)\s+", "", collapse(name or ""), flags=re.IGNORECASE)
    return fold(squeeze(bare))


def _place_at(issuer: str | None, match: re.Match[str]) -> Place:
    word = (match["party"] or match["unit"]).lower()
    name = _name_after((issuer or "")[match.end() :])
    level = _WORDS[word]
    is_town = word in ("thành phố", "tp", "thành") and name is not None and not _is_central_city(name)
    is_word = name is not None and " " not in name and level is Level.PROVINCE and _bare(name) != "hue"
    # "UBND tỉnh Sửa đổi …": names of provinces have two syllables, Huế apart.
    return Place(Level.DISTRICT if is_town else level, None if is_word and not is_town else name)


def _is_central_city(name: str) -> bool:
    """Whether a city is in the rank of a province (Constitution, Article 110), as the data file of bodies says."""
    entry = body_table().provinces.get(slug(name))
    return entry is not None and entry.city


def _name_after(text: str) -> str | None:
    match = _NAME.match(text.lstrip())
    words: list[str] = []
    for word in match[0].split() if match else ():
        if not (word[0].isupper() or word == "-"):
            break
        words.append(word)
    return _known_province(words) or " ".join(words).strip(" -") or None


def _known_province(words: list[str]) -> str | None:
    """The province that the words begin with: in "Bình Phước Sửa đổi …" the verb is capitalised too."""
    provinces = body_table().provinces
    for count in range(min(len(words), LONGEST_PROVINCE), 0, -1):
        if slug(" ".join(words[:count])) in provinces:
            return " ".join(words[:count])
    return None
