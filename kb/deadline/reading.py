"""What a printed deadline means: the last day allowed, or how often the work comes again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kb.deadline.period import Period, end_of_month, find_periods
from kb.deadline.recurrence import find_recurrences
from kb.model import Recurrence

# What stands right before a period and turns its meaning.
_BEFORE = re.compile(r"trước\s*(?:thời\s+điểm\s*)?$", re.IGNORECASE)
_BEFORE_HOUR = re.compile(r"trước\s+\d{1,2}\s*(?:giờ|h)\s*(?:\d{2})?\s*(?:phút)?\s*,?\s*$", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)(?:(?:kể\s+)?từ|bắt\s+đầu|sau|đầu|giữa)\s*(?:triển\s+khai\s*)?$", re.IGNORECASE)
# "năm 2025 và các năm tiếp theo": the work goes on, and the year is not its last.
_GOES_ON = re.compile(
    r"^\s*(?:và|,|-|–)?\s*(?:(?:các|những)\s+(?:năm|quý|tháng|kỳ)\s+(?:tiếp\s+theo|sau)|trở\s+đi|về\s+sau)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?P<count>\d{1,3})\s*(?:\([^)]*\)\s*)?(?P<unit>ngày|tháng|năm)(?P<working>\s+làm\s+việc)?\s*,?\s*"
    r"(?:kể\s+)?(?:từ|sau)\s+(?:ngày\s+)?(?P<event>.{0,80})",
    re.IGNORECASE | re.DOTALL,
)
_OWN_DAY = re.compile(
    r"^(?:ký\b|ban\s+hành\b|(?:Quyết\s+định|Kế\s+hoạch|Chỉ\s+thị|Nghị\s+quyết|Công\s+điện|Chương\s+trình|văn\s+bản)"
    r"\s+này\s+(?:được\s+)?(?:ký|ban\s+hành)\b)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?<!\w)(?:đến|tới)(?!\w)", re.IGNORECASE)
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline printed at [start, end) of a text. Neither `due` nor `recurrence`: it hangs on an event without a
    printed date ("ngay sau khi Luật được thông qua") or only says when the work begins."""

    printed: str
    start: int
    end: int
    due: date | None = None
    recurrence: Recurrence | None = None


def read_deadline(printed: str, issued_on: date | None) -> Deadline | None:
    """The meaning of a text that is a deadline; None for an empty one ("", "-", "…").

    `issued_on` is the day of the document: years that are not printed and "kể từ ngày ký" count from it.
    Days are counted without the first (Bộ luật Dân sự 2015, Điều 147); working days are not turned into a date,
    since the days off of a year are set by decision.
    """
    start, end = _trimmed(printed)
    if start == end:
        return None
    text = printed[start:end]
    due, recurrence = _meaning(text, issued_on)
    return Deadline(_WHITE.sub(" ", text), start, end, due, recurrence)


def _trimmed(text: str) -> tuple[int, int]:
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == ")"):
        end -= 1
    return start, end


def _meaning(text: str, issued_on: date | None) -> tuple[date | None, Recurrence | None]:
    counted = _COUNT.search(text)
    if counted:
        return _counted_day(counted, issued_on), None
    ends = [(period, last_day(text, period)) for period in find_periods(text, issued_on)]
    dated = [day for period, day in ends if day and period.dated]
    if dated:
        return max(dated), None
    recurrences = find_recurrences(text)
    if recurrences:
        return None, recurrences[0].kind
    return max((day for _, day in ends if day), default=None), None


def last_day(text: str, period: Period) -> date | None:
    """The last day that a period, with the word before it, allows; None when it only says where work begins."""
    before = text[max(0, period.start - 40) : period.start]
    is_range = bool(_RANGE.search(text, period.start, period.end))
    if (_FROM.search(before) and not is_range) or _GOES_ON.match(text[period.end : period.end + 40]):
        return None
    if _BEFORE_HOUR.search(before):
        return period.first
    if _BEFORE.search(before):
        return period.first - timedelta(days=1)
    return period.last


def _counted_day(match: re.Match[str], issued_on: date | None) -> date | None:
    """The end of "30 ngày kể từ ngày ký": a day when the event is this document or a printed date."""
    event = match["event"].strip()
    if _OWN_DAY.match(event):
        first = issued_on
    else:
        period = next(find_periods(event, issued_on), None)
        first = period.last if period and period.start == 0 else None
    if first is None or match["working"]:
        return None
    return _after(first, int(match["count"]), match["unit"].lower())


def _after(first: date, count: int, unit: str) -> date:
    if unit == "ngày":
        return first + timedelta(days=count)
    months = first.month - 1 + count * (12 if unit == "năm" else 1)
    year, month = first.year + months // 12, months % 12 + 1
    return min(date(year, month, 1) + timedelta(days=first.day - 1), end_of_month(year, month))
