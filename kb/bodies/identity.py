"""Which body a printed name means: one body under all its names, on a given day, in a given province."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kb.bodies.spelling import bare_name, spelled_out
from kb.bodies.table import BodyName, BodyTable, EndedLevel, Entry, body_table, slug

# A place with one of these before it is a unit below the province, whatever its name.
_BELOW_PROVINCE = re.compile(
    r"(?:xã|phường|thị\s+trấn|đặc\s+khu|huyện|quận|thị\s+xã|thôn|khu\s+phố)\s*$", re.IGNORECASE
)
_PROVINCE_WORD = re.compile(r"\s*(?:tỉnh|thành\s+phố)\s*$", re.IGNORECASE)
_CITY_WORD = re.compile(r"^(?:tỉnh|thành\s+phố)\s+", re.IGNORECASE)
# Bodies of the whole country are never of a province, even when a provincial document names them.
_NATIONAL = re.compile(
    r"^(?:Bộ\s+(?!Chỉ\s+huy|Tư\s+lệnh|phận)|Tổng\s+cục|Tập\s+đoàn|Tổng\s+công\s+ty)|Trung\s+ương|Chính\s+phủ|Quốc\s+hội"
)
# Distinct (name, day, province) questions kept; names repeat much more than that in 5,000 documents.
_REMEMBERED = 65_536
# The longest name of a province has four words ("Bà Rịa - Vũng Tàu" prints five tokens with its hyphen).
_LONGEST_PLACE = 5


@dataclass(frozen=True, slots=True)
class Identity:
    """`base` is the key of the name without its province, `place` the key of the province (None: none is known)."""

    base: str
    place: str | None
    entry: Entry | None

    @property
    def key(self) -> str:
        return f"{self.place}/{self.base}" if self.place else self.base


def canonical(name: str, on: date | None = None, locality: str | None = None) -> str:
    """The key of the body, equal for all its names on the day `on` (None: today's bodies).

    "Bộ Thông tin và Truyền thông" is "bo-khoa-hoc-va-cong-nghe" from 01/3/2025 on, itself before; "Sở Tài chính"
    with the locality "Quảng Ngãi" is "quang-ngai/so-tai-chinh". A body that the table does not know has the key of
    its own name. The head of a body ("Chủ tịch Ủy ban nhân dân tỉnh") is an authority of its own.
    """
    return identify(name, on, locality).key


def same_body(a: str, b: str, on: date | None = None, locality: str | None = None) -> bool:
    """Whether two printed names mean one body on that day; a name without a province is of `locality`."""
    return canonical(a, on, locality) == canonical(b, on, locality)


def names(key: str) -> tuple[BodyName, ...]:
    """Every name under which the body of this key is or was known; the present one first. Empty: not in the table."""
    table = body_table()
    entry = _entry_of(table, key.rsplit("/", 1)[-1])
    return entry.names if entry else ()


def province_key(name: str, on: date | None = None) -> str | None:
    """The key of a province under any of its names ("tỉnh Kon Tum" → "quang-ngai" from 01/7/2025 on)."""
    entry = _province_entry(name)
    return _key_on(entry, slug(_bare_province(name)), on) if entry else None


def has_merged(former: str, present: str, on: date | None = None) -> bool:
    """Whether the province `former` had become part of `present` on that day (None: by now)."""
    known = _province_entry(former)
    if known is None or known is not _province_entry(present) or slug(_bare_province(present)) != known.key:
        return False
    key = slug(_bare_province(former))
    return key != known.key and _key_on(known, key, on) == known.key


def is_renamed_province(one: str, other: str) -> bool:
    """Whether the two are the former and the present name of one province, whose land stayed the same."""
    known = _province_entry(one)
    if known is None or known is not _province_entry(other):
        return False
    renamed = {slug(name.text) for name in known.names if name.renamed}
    keys = {slug(_bare_province(one)), slug(_bare_province(other))}
    return keys <= {known.key, *renamed}


def _province_entry(name: str) -> Entry | None:
    return body_table().provinces.get(slug(_bare_province(name)))


def _bare_province(name: str) -> str:
    return _CITY_WORD.sub("", spelled_out(name))


def ended_level(name: str, on: date | None = None) -> EndedLevel | None:
    """The level of administration that the body belonged to, if it had ended on that day (None: by now)."""
    words = spelled_out(bare_name(name)).lower()
    for level in body_table().ended_levels:
        has_ended = on is None or on >= level.ended_on
        if has_ended and any(re.search(rf"\b{word}(?:\s+ủy|\s+uỷ|\b)", words) for word in level.words):
            return level
    return None


@lru_cache(maxsize=_REMEMBERED)
def identify(name: str, on: date | None = None, locality: str | None = None) -> Identity:
    table = body_table()
    full = spelled_out(bare_name(name), table)
    known = table.central.get(slug(full))
    if known:
        return Identity(_key_on(known, slug(full), on), None, known)
    base, place = _without_province(full, on, table)
    local = table.local.get(slug(base)) or table.local.get(slug(_PROVINCE_WORD.sub("", base)))
    if local:
        found = slug(base) if slug(base) in table.local else slug(_PROVINCE_WORD.sub("", base))
        return Identity(_key_on(local, found, on), place or _given(locality, on), local)
    province = table.provinces.get(slug(_CITY_WORD.sub("", full)))
    if province:
        return Identity("tinh", _key_on(province, slug(_CITY_WORD.sub("", full)), on), province)
    is_national = bool(_NATIONAL.search(full))
    return Identity(slug(base), place or (None if is_national else _given(locality, on)), None)


def _given(locality: str | None, on: date | None) -> str | None:
    return (province_key(locality, on) or slug(locality)) if locality else None


def _without_province(full: str, on: date | None, table: BodyTable) -> tuple[str, str | None]:
    """Splits "Sở Tài chính tỉnh Quảng Ngãi" into the body and the key of the province, if one ends the name."""
    words = full.split(" ")
    for count in range(min(_LONGEST_PLACE, len(words) - 1), 0, -1):
        place, rest = " ".join(words[-count:]), " ".join(words[:-count])
        entry = table.provinces.get(slug(place))
        if entry and place[0].isupper() and not _BELOW_PROVINCE.search(rest):
            return rest, _key_on(entry, slug(place), on)
    return full, None


def _key_on(entry: Entry, name_key: str, on: date | None) -> str:
    """The key of the entry on that day: a name that was still borne then is a body of its own."""
    for name in entry.names:
        if slug(name.text) == name_key and name.until and on is not None and on < name.until:
            return slug(name.full or name.text)
    return entry.key


def _entry_of(table: BodyTable, base: str) -> Entry | None:
    return table.central.get(base) or table.local.get(base) or table.provinces.get(base)
