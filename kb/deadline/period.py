"""Days, months, quarters, half-years and years as Vietnamese offices print them, as stretches of days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

# No deadline of an office lies outside these years; a four-digit number that does is an amount.
FIRST_YEAR, LAST_YEAR = 1945, 2100
_DECEMBER = 12
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_HALVES = {"đầu": (1, 6), "cuối": (7, 12)}

_YEAR = r"(?:\s*/\s*|\s*,?\s*năm\s+)(?P<{name}>(?:19|20)\d\d)"
# A narrow cell breaks a year ("31/12/2 026").
_YEAR_APART = r"2 0\d\d|20 \d\d|20\d \d"
_TO = r"\s*(?:-|–|—|,|và|đến|tới)\s*"

_FORMS = (
    # 6 tháng đầu năm 2026
    r"(?:(?:0?6|sáu)\s+tháng|nửa)\s+(?P<half>đầu|cuối)\s+năm(?:\s+(?P<half_year>(?:19|20)\d\d))?",
    # quý IV/2025, quý III, IV năm 2025, quý I; OCR reads "Ill" for III
    rf"(?:quý\s+|(?<!\w)Q\.?\s?)(?:(?:[Il]{{1,3}}|[1-4]){_TO}(?:quý\s+)?)*(?P<quarter>[Il]V|[Il]{{1,3}}|[1-4])\b(?:{_YEAR.format(name='quarter_year')})?",
    # ngày 15 tháng 11 năm 2025, 15/11/2025, 15/11, ngày 15-11-2025
    r"(?<![\d/.,-])(?:ngày\s+)?(?:mùng\s+|mồng\s+)?(?P<day>[0-3]?\d)\s*(?:/\s*(?P<month_a>[01]?\d)(?!\d)|\s+tháng\s+(?P<month_b>[01]?\d)(?!\d))"
    rf"(?:{_YEAR.format(name='day_year')}|/(?P<day_year_apart>{_YEAR_APART}))?(?![\d/])",
    r"(?<![\d/.,-])(?:ngày\s+)?(?P<day_d>[0-3]?\d)[-.](?P<month_d>[01]?\d)[-.](?P<day_year_d>(?:19|20)\d\d)(?!\d)",
    # tháng 6/2025, tháng 11 - 12/2025, tháng 6 năm 2025, tháng 6
    rf"tháng\s+(?:[01]?\d(?:{_YEAR.format(name='month_first_year')})?{_TO}(?:tháng\s+)?)?(?P<month>[01]?\d)(?!\d)"
    rf"(?:{_YEAR.format(name='month_year')})?(?![\d/])",
    # 12/2025
    r"(?<![\d/.,-])(?P<month_bare>[01]?\d)\s*/\s*(?P<month_bare_year>(?:19|20)\d\d)(?![\d/])",
    # năm 2025, năm 2025-2030, giai đoạn 2026 - 2030, 2025
    rf"(?:(?:năm|giai\s+đoạn)\s+)?(?<![\d/.,])(?:(?:19|20)\d\d{_TO}(?:năm\s+)?)*(?P<year>(?:19|20)\d\d)(?![\d/%])",
)
PERIOD = re.compile("|".join(f"(?:{form})" for form in _FORMS), re.IGNORECASE)
_WORD_BEFORE = re.compile(r"[^\W\d_]+\s*$")
_BEFORE_YEAR = frozenset({"trong", "đến", "hết", "tới", "từ", "và", "cuối", "đầu", "trước", "sau", "vào", "của", "năm"})
# Every form holds a digit or "quý"; most sentences hold neither.
_MAY_HOLD_PERIOD = re.compile(r"\d|quý|sáu\s+tháng", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, printed at [start, end) of a text. `dated`: the year is printed too."""

    first: date
    last: date
    start: int
    end: int
    dated: bool


def find_periods(text: str, near: date | None) -> Iterator[Period]:
    """Every period of the text, in order. One without its year is the first that ends on or after the day `near`;
    where that is not known it is left out, as is a date that does not exist (31/6)."""
    for match in period_matches(text):
        period = None if _is_year_of_a_name(text, match) else _period(match, near)
        if period:
            yield period


def _is_year_of_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a bare year belongs to the word before it ("Tết Nguyên đán 2026", "Chương trình 2030")."""
    word = _WORD_BEFORE.search(text, 0, match.start())
    is_bare = match["year"] is not None and match[0][:1].isdigit()
    return is_bare and word is not None and word[0].strip().lower() not in _BEFORE_YEAR


def period_matches(text: str) -> Iterator[re.Match[str]]:
    """What looks like a period, whether such a day exists or not."""
    return PERIOD.finditer(text) if _MAY_HOLD_PERIOD.search(text) else iter(())


def end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _period(match: re.Match[str], near: date | None) -> Period | None:
    year, months, day = _printed(match)
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    dated = year is not None
    for candidate in (year,) if year is not None else _years_from(near):
        days = _days(candidate, months, day)
        if days and (dated or near is None or days[1] >= near):
            return Period(days[0], days[1], match.start(), match.end(), dated)
    return None


def _years_from(near: date | None) -> tuple[int, ...]:
    return (near.year, near.year + 1) if near else ()


def _printed(match: re.Match[str]) -> tuple[int | None, tuple[int, int], int | None]:
    """Year, first and last month, and day, as far as they are printed."""
    groups = match.groupdict()
    if groups["half"]:
        return _number(groups["half_year"]), _HALVES[groups["half"].lower()], None
    if groups["quarter"]:
        quarter = _QUARTERS[groups["quarter"].lower().replace("l", "i")]
        return _number(groups["quarter_year"]), (3 * quarter - 2, 3 * quarter), None
    if groups["day"] or groups["day_d"]:
        month = int(groups["month_a"] or groups["month_b"] or groups["month_d"])
        return (
            _number(groups["day_year"] or groups["day_year_apart"] or groups["day_year_d"]),
            (month, month),
            int(groups["day"] or groups["day_d"]),
        )
    if groups["month"] or groups["month_bare"]:
        month = int(groups["month"] or groups["month_bare"])
        return _number(groups["month_year"] or groups["month_bare_year"]), (month, month), None
    return _number(groups["year"]), (1, _DECEMBER), None


def _number(text: str | None) -> int | None:
    return int(text.replace(" ", "")) if text else None


def _days(year: int, months: tuple[int, int], day: int | None) -> tuple[date, date] | None:
    first, last = months
    if not 1 <= first <= last <= _DECEMBER:
        return None
    if day is None:
        return date(year, first, 1), end_of_month(year, last)
    if not 1 <= day <= monthrange(year, last)[1]:
        return None
    return date(year, last, day), date(year, last, day)
