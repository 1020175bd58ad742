"""Subjects that end where the name of a known body ends: for sentences whose verb no list of verbs holds."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.tasks.words import BODY_START, PREDICATE
from kb.bodies import bare_name, body_of_head, identify

# The longest names of bodies have about so many words ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh …").
_LONGEST_NAME = 14
# Characters of the longest verb of the lists, with room.
_LONGEST_VERB = 40
_WORD = re.compile(r"\S+")
_MEMBER = (
    r"(?:sở|ban(?!\s+(?:chỉ\s+đạo|(?-i:[A-ZĐ])))|ngành|bộ(?!\s+trưởng)|"
    r"xã|phường|đặc\s+khu|tỉnh|thành\s+phố|địa\s+phương|cơ\s+quan|đơn\s+vị|huyện|doanh\s+nghiệp)"
)
_GROUP = re.compile(
    r"(?:(?:UBND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân|Thủ\s+trưởng|Lãnh\s+đạo|Chủ\s+tịch\s+(?:UBND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân))\s+)?"
    rf"(?:các|cấp)\s+{_MEMBER}(?:(?:\s*(?:,|và)\s*|\s+){_MEMBER})*(?:\s+(?:tỉnh|cấp\s+tỉnh|có\s+liên\s+quan|liên\s+quan|trực\s+thuộc|khác))*(?!\w)",
    re.IGNORECASE,
)
# "các cơ quan" goes on with what kind of them ("chủ quản", "chuyên môn"): the group is not at its end.
_OPEN_NOUN = re.compile(r"(?:cơ\s+quan|đơn\s+vị|doanh\s+nghiệp)$", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:,\s*(?:và\s+)?|;\s*|\s+và\s+)")
# "Bộ trưởng, người đứng đầu ngành": the first word alone names nobody.
_FIRST_WORDS = frozenset({"Bộ", "Sở", "Ban", "Cục", "Vụ", "Viện", "Phòng", "Hội", "Đoàn", "Tổ", "Đội", "Trường"})
# A verb begins with a small letter; these small words go on with a name or describe it.
_VERB = re.compile(
    r"\s+(?!(?:là|và|của|có|thuộc|tỉnh|trong|tại|đã|đang|được|với|cùng|cho|về|như|hoặc|vừa|để|ở|theo|các|ủy|uỷ)(?!\w))[a-zà-ỹđ]"
)


def known_list_end(text: str, begin: int, limit: int) -> int | None:
    """Where a list of known bodies that begins at `begin` ends and a verb follows; None when it is not one."""
    end = _name_end(text, begin, limit)
    while end is not None:
        following = _NEXT.match(text, end)
        further = following and BODY_START.match(text, following.end())
        next_end = _name_end(text, following.end(), limit) if following and further else None
        if next_end is None:
            return end if _verb_follows(text, end) else None
        end = next_end
    return None


def _verb_follows(text: str, end: int) -> bool:
    """A small letter, or a verb that the printing begins with a capital ("Bộ Y tế Chủ trì …")."""
    following = text[end : end + _LONGEST_VERB].lower()
    words = following.lstrip()
    return bool(_VERB.match(text, end)) or (len(words) < len(following) and bool(PREDICATE.match(words)))


def _name_end(text: str, begin: int, limit: int) -> int | None:
    group = _GROUP.match(text, begin, limit)
    if group:
        return None if _OPEN_NOUN.search(group[0]) else group.end()
    ends = [match.end() for match, _ in zip(_WORD.finditer(text, begin, limit), range(_LONGEST_NAME), strict=False)]
    for end in reversed(ends):
        name = text[begin:end].rstrip(",;.:")
        if _is_known(name):
            return begin + len(name)
    return None


@lru_cache(maxsize=16_384)
def _is_known(name: str) -> bool:
    if bare_name(name) != name or name.rsplit(maxsplit=1)[-1] in _FIRST_WORDS:
        return False
    body = body_of_head(name)
    return identify(name).entry is not None or (body is not None and identify(body).entry is not None)
