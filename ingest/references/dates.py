"""The date printed after a citation: "ngày 03/6/2020", ", ngày 22 tháng 12 năm 2024", "ngày 27-9-2019".

Slips of OCR in its words ("7gày", "thắng") and figures ("Z8 tháng 1l") are read through.
"""

from __future__ import annotations

import re
from datetime import date

from ingest.references.patterns import within_line

_FIGURES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "Z": "2", "S": "5", "B": "8"})
_FIGURE = r"[\dOolIZSB]"
_YEAR = rf"[12Z]{_FIGURE}{{3}}"
_DAY_WORD = r"\w?\w?g[àaảâáạ]y"
_MONTH_WORD = r"th[áaảâắ]ng"
_YEAR_WORD = r"n[ăâaấ]m"
_AFTER = within_line(
    rf"\s*,?\s*(?:cùng\s+|đều\s+)?{_DAY_WORD}\s*(?P<day>{_FIGURE}{{1,2}})\s*"
    rf"(?:{_MONTH_WORD}\s*(?P<month>{_FIGURE}{{1,2}})\s*,?\s*{_YEAR_WORD}\s*(?P<year>{_YEAR})"
    rf"|(?P<mark>[/.\-–])\s?(?P<month2>{_FIGURE}{{1,2}})\s?(?P=mark)\s?(?P<year2>{_YEAR}))(?!\w)",
    re.IGNORECASE,
)
_YEAR_AFTER = within_line(r"\s+(?:năm\s+)?(?:19|20)\d\d(?!\w|[/.\-–]\d|\s?[-–]\s?\d)", re.IGNORECASE)
# Documents that are cited today are of these years.
_FIRST_YEAR, _LAST_YEAR = 1945, 2099


def date_after(text: str, position: int) -> tuple[date | None, int]:
    """The date printed at `position` and where it ends; (None, position) when none, or none of the calendar, is."""
    match = _AFTER.match(text, position)
    printed = _date(match) if match else None
    return (printed, match.end()) if match and printed else (None, position)


def date_within(text: str, start: int, end: int) -> date | None:
    """The date that stands between a kind and its number: "văn bản đề ngày 29 tháng 10 năm 2025 số …"."""
    match = _AFTER.search(text, start, end)
    return _date(match) if match else None


def year_after(text: str, position: int) -> int:
    """Where "năm 2019" or "2019" that follows at `position` ends; `position` when neither follows."""
    match = _YEAR_AFTER.match(text, position)
    return match.end() if match else position


def _date(match: re.Match[str]) -> date | None:
    day, month, year = match["day"], match["month"] or match["month2"], match["year"] or match["year2"]
    figures = [int(part.translate(_FIGURES)) for part in (year, month, day)]
    try:
        read = date(figures[0], figures[1], figures[2])
    except ValueError:
        return None
    return read if _FIRST_YEAR <= read.year <= _LAST_YEAR else None
