""" "My unit": whether a unit is meant by a printed lead or cooperating body, and in what way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kb.bodies.identity import Identity, identify, province_key
from kb.bodies.lists import split_bodies
from kb.bodies.spelling import bare_name, body_of_head, spelled_out
from kb.bodies.table import body_table, slug


class How(StrEnum):
    """In what way a printed name means the unit, the surest first."""

    NAMED = "nêu tên"
    FORMER_NAME = "nêu tên cũ"
    HEAD = "giao người đứng đầu"
    GROUP = "thuộc nhóm được giao chung"


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """`printed` is the item of the printed list that means the unit; `said` tells a person why, in Vietnamese."""

    how: How
    printed: str
    said: str


_GROUP = re.compile(
    r"^(?:(?P<head>Thủ\s+trưởng|Lãnh\s+đạo|Chủ\s+tịch|Giám\s+đốc|Bộ\s+trưởng|Bí\s+thư|Người\s+đứng\s+đầu)\s+)?"
    r"(?P<of>(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân\s+)?(?:các\s+|từng\s+|mỗi\s+|toàn\s+thể\s+các\s+|cấp\s+(?=xã|huyện|tỉnh))?(?P<members>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_IS_GROUP = re.compile(
    r"(?:^|\s)(?:các|từng|mỗi)\s|^(?:Bộ|Sở),|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân\s+cấp\s|^(?-i:sở|bộ|ban|cấp\s+uỷ|địa\s+phương)\b",
    re.IGNORECASE,
)
_MEMBER_SEPARATOR = re.compile(r"\s*[,;/]\s*|\s+và\s+")
_KIND_WORD = re.compile(
    r"^(?:các\s+)?(?P<kind>Sở|Bộ|Cục|Vụ|tỉnh(?:,\s*thành\s+phố)?|thành\s+phố)(?:\s*:\s*|\s+(?=[A-ZĐ]))", re.IGNORECASE
)
_INNER = re.compile(r"\(([^()]{4,})\)")

# What a unit is, by how its name begins: the kinds that the groups of the data file cover.
_UNIT_KINDS = (
    (
        "ủy ban tỉnh",
        re.compile(r"(?:chủ\s+tịch\s+)?uỷ ban nhân dân (?:tỉnh|thành phố)|^tỉnh|^thành phố", re.IGNORECASE),
    ),
    ("ủy ban huyện", re.compile(r"uỷ ban nhân dân (?:huyện|quận|thị xã)", re.IGNORECASE)),
    ("ủy ban xã", re.compile(r"uỷ ban nhân dân (?:xã|phường|đặc khu|thị trấn)", re.IGNORECASE)),
    ("bộ", re.compile(r"^bộ (?!chỉ huy|tư lệnh)", re.IGNORECASE)),
    ("sở", re.compile(r"^sở ", re.IGNORECASE)),
    ("ban", re.compile(r"^ban (?!thường vụ|chấp hành|bí thư|chỉ đạo|cán sự)", re.IGNORECASE)),
    ("đảng ủy", re.compile(r"^(?:đảng|tỉnh|thành|huyện|quận) uỷ|^ban chấp hành đảng bộ", re.IGNORECASE)),
    ("doanh nghiệp", re.compile(r"^(?:tập đoàn|tổng công ty|công ty|doanh nghiệp)", re.IGNORECASE)),
    (
        "ngành",
        re.compile(
            r"^(?:văn phòng chính phủ|thanh tra|ngân hàng nhà nước|công an|thuế|kho bạc|bảo hiểm|uỷ ban dân tộc|"
            r"hải quan|bộ chỉ huy)",
            re.IGNORECASE,
        ),
    ),
)


def match_unit(
    unit: str, printed: str, on: date | None = None, locality: str | None = None, unit_locality: str | None = None
) -> UnitMatch | None:
    """Whether `unit` is meant by the printed body or list of bodies of a document of `locality`; None if it is not.

    A unit without a province ("Sở Tài chính") is meant in every province; with one, only in documents of that
    province or of the whole country. A list after a group ("các tỉnh Nghệ An, Cao Bằng") means only its members.
    """
    wanted = identify(unit, on, unit_locality)
    best: UnitMatch | None = None
    for item in split_bodies(printed):
        match = _match_item(unit, wanted, item, on, locality)
        if match and (best is None or list(How).index(match.how) < list(How).index(best.how)):
            best = match
    return best


def _match_item(unit: str, wanted: Identity, item: str, on: date | None, locality: str | None) -> UnitMatch | None:
    named = _match_named(unit, wanted, item, on, locality)
    if named:
        return named
    for inner in _INNER.findall(item):
        for member in split_bodies(inner):
            if _match_named(unit, wanted, member, on, locality):
                return UnitMatch(How.NAMED, item, f"nêu tên trong “{item}”")
    listed = _members_listed(item)
    if listed:
        meant = any(_same(wanted, identify(member, on, locality)) for member in listed)
        return UnitMatch(How.NAMED, item, f"nêu tên trong “{item}”") if meant else None
    return _match_group(unit, wanted, item, on, locality)


def _match_named(unit: str, wanted: Identity, item: str, on: date | None, locality: str | None) -> UnitMatch | None:
    found = identify(item, on, locality)
    if _same(wanted, found):
        if slug(spelled_out(bare_name(item))) == slug(spelled_out(bare_name(unit))) or _is_present_name(found, item):
            return UnitMatch(How.NAMED, item, f"nêu tên “{item}”")
        return UnitMatch(
            How.FORMER_NAME, item, f"nêu tên “{item}”, nay là {wanted.entry.name if wanted.entry else unit}"
        )
    body = body_of_head(spelled_out(bare_name(item)))
    if body and not _IS_GROUP.search(body) and _same(wanted, identify(body, on, locality)):
        return UnitMatch(How.HEAD, item, f"giao người đứng đầu: “{item}”")
    return None


def _same(wanted: Identity, found: Identity) -> bool:
    same_place = wanted.place is None or found.place is None or wanted.place == found.place
    return wanted.base == found.base and same_place


def _is_present_name(found: Identity, item: str) -> bool:
    if found.entry is None:
        return True
    full = slug(spelled_out(bare_name(item)))
    return any(slug(name.text) in full for name in found.entry.names if name.until is None)


def _members_listed(item: str) -> tuple[str, ...]:
    """The bodies that "các Sở: Xây dựng, Công Thương" or "Ủy ban nhân dân các tỉnh A, B" lists; empty if none."""
    text = spelled_out(bare_name(item))
    of = re.match(r"(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân\s+(?=các\s)", text)
    rest = text[of.end() :] if of else text
    match = _KIND_WORD.match(rest)
    if not match or not re.match(r"các\s", rest, re.IGNORECASE):
        return ()
    members = _listed_names(rest[match.end() :], match["kind"])
    kind = match["kind"].split(",")[0]
    if kind.lower() in ("tỉnh", "thành phố"):
        return tuple(f"Ủy ban nhân dân tỉnh {member}" for member in members if province_key(member))
    return tuple(f"{kind} {member}" for member in members)


def _listed_names(text: str, kind: str) -> list[str]:
    """Names of a list whose members may hold commas ("Văn hóa, Thể thao và Du lịch"): the longest known first."""
    table = body_table()
    known = table.provinces if kind.lower().startswith(("tỉnh", "thành")) else {**table.central, **table.local}
    prefix = "" if known is table.provinces else f"{kind} "
    parts = [part for part in re.split(r"(\s*[,;]\s*|\s+và\s+)", text) if part]
    found, index = [], 0
    while index < len(parts):
        last = len(parts) if (len(parts) - index) % 2 else len(parts) - 1
        for end in range(last, index, -2):
            name = "".join(parts[index:end]).strip()
            if slug(prefix + name) in known or end == index + 1:
                found.append(name)
                index = end + 1
                break
    return found


def _match_group(unit: str, wanted: Identity, item: str, on: date | None, locality: str | None) -> UnitMatch | None:
    text = spelled_out(bare_name(item))
    if not _IS_GROUP.search(text):
        return None
    place = province_key(locality, on) if locality else None
    if wanted.place and place and wanted.place != place:
        return None
    group = _GROUP.match(text)
    kind = _unit_kind(unit)
    if group and kind and kind in _covered(group["members"], bool(group["of"])):
        return UnitMatch(How.GROUP, item, f"thuộc nhóm “{item}”")
    return None


def _unit_kind(unit: str) -> str | None:
    name = spelled_out(bare_name(unit))
    return next((kind for kind, form in _UNIT_KINDS if form.search(name)), None)


def _covered(members: str, is_committee: bool) -> set[str]:
    """The kinds of unit that the words of a group cover; "đơn vị liên quan" alone covers nobody by name."""
    found: set[str] = set()
    for member in _MEMBER_SEPARATOR.split(spelled_out(members).lower()):
        for words, covers in body_table().groups:
            if any(re.match(rf"(?:các\s+)?{spelled_out(word).lower()}(?!\w)", member.strip()) for word in words):
                found.update(cover for cover in covers if not is_committee or cover.startswith("ủy ban"))
    return found
