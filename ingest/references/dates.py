"""The date printed after a citation: "ngày 03/6/2020", ", ngày 22 tháng 12 năm 2024", "ngày 27-9-2019"."""

from __future__ import annotations

import re
from datetime import date

_YEAR = r"(?:19|20)\d\d"
_AFTER = re.compile(
    r"\s*,?\s*(?:ngày|ngay)\s*(?P<day>\d{1,2})\s*"
    rf"(?:tháng\s*(?P<month>\d{{1,2}})\s*,?\s*năm\s*(?P<year>{_YEAR})"
    rf"|(?P<mark>[/.\-–])\s?(?P<month2>\d{{1,2}})\s?(?P=mark)\s?(?P<year2>{_YEAR}))(?!\d)",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(rf"\s+năm\s+(?P<year>{_YEAR})(?!\d)", re.IGNORECASE)


def date_after(text: str, position: int) -> tuple[date | None, int]:
    """The date printed at `position` and where it ends; (None, position) when none, or none of the calendar, is."""
    match = _AFTER.match(text, position)
    printed = _date(match) if match else None
    return (printed, match.end()) if match and printed else (None, position)


def date_within(text: str, start: int, end: int) -> date | None:
    """The date that stands between a kind and its number: "văn bản đề ngày 29 tháng 10 năm 2025 số …"."""
    match = _AFTER.search(text, start, end)
    return _date(match) if match else None


def _date(match: re.Match[str]) -> date | None:
    month, year = match["month"] or match["month2"], match["year"] or match["year2"]
    try:
        return date(int(year), int(month), int(match["day"]))
    except ValueError:
        return None


def year_after(text: str, position: int) -> int:
    """Where "năm 2019" that follows at `position` ends; `position` when it does not follow."""
    match = _YEAR_AFTER.match(text, position)
    return match.end() if match else position
