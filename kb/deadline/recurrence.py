"""Work that comes again: "hằng năm", "định kỳ 6 tháng", "thường xuyên"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.model import Recurrence

_EVERY = r"(?:định\s+kỳ\s*,?\s*)?(?:hằng|hàng|mỗi|từng|theo)\s+"
_HALF_YEAR = r"(?:(?:hằng|hàng|mỗi)\s+)?(?:0?6|sáu)\s+tháng"
_WORDS: tuple[tuple[Recurrence, str], ...] = (
    (Recurrence.HALF_YEARLY, rf"định\s+kỳ\s*,?\s*(?:\(?\s*)?{_HALF_YEAR}(?:[/\s]*(?:một|1|01)?\s*lần)?"),
    (Recurrence.HALF_YEARLY, rf"(?:hằng|hàng|mỗi)\s+(?:0?6|sáu)\s+tháng|{_HALF_YEAR}[/\s]*(?:một|1|01)?\s*lần"),
    (
        Recurrence.QUARTERLY,
        rf"{_EVERY}quý|tháng\s+(?:cuối|đầu)\s+(?:của\s+)?(?:mỗi\s+)?quý|định\s+kỳ\s+quý|hằng\s+quý|(?:mỗi\s+)?quý\s+(?:một|1|01)\s+lần|0?3\s+tháng[/\s]+(?:một|1|01)?\s*lần",
    ),
    (
        Recurrence.MONTHLY,
        rf"{_EVERY}tháng|ngày\s+\d{{1,2}}\s+của\s+(?:mỗi\s+)?tháng|định\s+kỳ\s+tháng|(?:mỗi\s+)?tháng\s+(?:một|1|01)\s+lần",
    ),
    (Recurrence.WEEKLY, rf"{_EVERY}tuần|định\s+kỳ\s+tuần|(?:mỗi\s+)?tuần\s+(?:một|1|01)\s+lần"),
    (Recurrence.YEARLY, rf"{_EVERY}năm|định\s+kỳ\s+năm|(?:mỗi\s+)?năm\s+(?:một|1|01)\s+lần"),
    (
        Recurrence.REGULAR,
        r"(?:hằng|hàng)\s+ngày|(?:nhiệm\s+vụ\s+)?thường\s+xuyên(?:\s*,\s*liên\s+tục)?|liên\s+tục|(?:theo\s+)?định\s+kỳ",
    ),
)
_FINDERS = tuple((kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for kind, words in _WORDS)
# Every form holds one of these words; most sentences hold none, and seven searches are saved.
_MAY_RECUR = re.compile(
    r"h[ằà]ng\s|kỳ(?!\w)|mỗi\s|thường\s+xuyên|liên\s+tục|lần(?!\w)|(?:theo|từng)\s+(?:năm|quý|tháng|tuần)|"
    r"của\s+(?:mỗi\s+)?tháng|tháng\s+(?:cuối|đầu)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A recurrence printed at [start, end) of a text."""

    kind: Recurrence
    start: int
    end: int


def find_recurrences(text: str) -> tuple[Recurring, ...]:
    """Every recurrence of the text in order; where two readings overlap, the more exact one ("định kỳ 6 tháng")."""
    found: list[Recurring] = []
    if not _MAY_RECUR.search(text):
        return ()
    for kind, finder in _FINDERS:
        for match in finder.finditer(text):
            if all(match.end() <= other.start or other.end <= match.start() for other in found):
                found.append(Recurring(kind, match.start(), match.end()))
    return tuple(sorted(found, key=lambda item: item.start))
