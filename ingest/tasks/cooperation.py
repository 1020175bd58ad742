"""With whom the work is done: the bodies after "phối hợp với"."""

from __future__ import annotations

import re

from ingest.tasks.known import known_list_end
from ingest.tasks.words import BODY_START, PREDICATE, is_predicate
from kb.bodies import split_bodies

_WITH = re.compile(
    r"(?<!\w)(?:phối\s+hợp(?:\s+(?:chặt\s+chẽ|thường\s+xuyên|đồng\s+bộ|chủ\s+động|kịp\s+thời))*(?:\s*,?\s*(?:với|cùng(?:\s+với)?))?"
    r"|làm\s+việc\s+với|thống\s+nhất\s+với)\s+(?:đồng\s+chí\s+)?",
    re.IGNORECASE,
)
_END = re.compile(
    r"[;.](?=\s|$)|\s+(?:trong|để|nhằm|khi|theo|về|trên(?!\s+địa\s+bàn))\s|\s*:\s|\s+có\s+(?!liên|thẩm)|\s+(?:hỗ\s+trợ|tiếp\s+nhận)\s"
)
# "phối hợp với doanh nghiệp", "với đầu mối các bộ, ngành": no names, and yet with whom.
_IN_GENERAL = re.compile(
    r"(?:đầu\s+mối(?:\s+của)?\s+các\s|(?:tổ\s+chức,\s+)?doanh\s+nghiệp(?!\w)|chính\s+quyền\s|địa\s+phương(?!\w))"
)
# The longest list of cooperating bodies, in characters.
_LONGEST = 400


def read_cooperation(text: str, lead: tuple[str, ...]) -> tuple[str, ...]:
    """The bodies with which the addressed body is to work, as printed, without the lead itself; () if none."""
    found: list[str] = []
    for match in _WITH.finditer(text):
        if BODY_START.match(text, match.end()) or _IN_GENERAL.match(text, match.end()):
            found.extend(split_bodies(text[match.end() : _end(text, match.end())]))
    unique = dict.fromkeys(body for body in found if body not in lead)
    return tuple(unique)


def _end(text: str, begin: int) -> int:
    limit = min(len(text), begin + _LONGEST)
    named_end = known_list_end(text, begin, limit)
    stop = named_end or next(
        (m.start() for m in _END.finditer(text, begin, limit) if _closed(text, begin, m.start())), limit
    )
    for match in PREDICATE.finditer(text, begin + 1, stop):
        if _closed(text, begin, match.start()) and is_predicate(text, match):
            return match.start()
    return stop


def _closed(text: str, begin: int, offset: int) -> bool:
    return text.count("(", begin, offset) <= text.count(")", begin, offset)
