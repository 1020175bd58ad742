"""The register as a calendar (RFC 5545): the last day allowed as an all-day event, recurring work by a rule.

Work whose deadline hangs on an event ("ngay sau khi …") has no day: it is a to-do (VTODO) that says the deadline as
printed. So is regular work without a period.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from kb.deadline.period import find_periods
from kb.exports.atomic import write_bytes
from kb.exports.rows import recurrence_in_words
from kb.model import Recurrence, Task
from kb.tasks import RegisteredTask
from kb.text import collapse

_PRODUCT = "-//policy-kb//So nhiem vu//VI"
# RFC 5545, 3.1: a line is at most 75 octets without its end.
_LINE_OCTETS = 75
# Days before the last one on which the calendar reminds.
_REMINDER_DAYS = 3
_RULES = {
    Recurrence.YEARLY: "FREQ=YEARLY",
    Recurrence.HALF_YEARLY: "FREQ=MONTHLY;INTERVAL=6",
    Recurrence.QUARTERLY: "FREQ=MONTHLY;INTERVAL=3",
    Recurrence.MONTHLY: "FREQ=MONTHLY",
    Recurrence.WEEKLY: "FREQ=WEEKLY",
}
# The last day of each period when no day is printed: month and day of the first turn are found from these.
_DAY_OF_MONTH = re.compile(r"ngày\s+(?P<day>[0-3]?\d)(?!\s*[/\d])", re.IGNORECASE)
_DECEMBER = 12
_SUMMARY_LENGTH = 120


def write_calendar(entries: Iterable[RegisteredTask], target: Path, today: date) -> Path:
    """Writes the tasks that have a deadline to an .ics file, whole or not at all. Recurring work begins with the
    first turn on or after `today`. Raises StorageFault when the file cannot be written."""
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append("X-WR-CALNAME:Sổ nhiệm vụ")
    for entry in entries:
        lines.extend(_component(entry, today, stamp))
    lines.append("END:VCALENDAR")
    content = "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))
    return write_bytes(target, content.encode("utf-8"))


def _component(entry: RegisteredTask, today: date, stamp: str) -> Iterator[str]:
    task = entry.task
    if task.due:
        yield from _event(entry, task.due, None, stamp)
    elif task.recurrence in _RULES:
        first = first_turn(task, today)
        yield from _event(entry, first, _rule(task.recurrence, first), stamp)
    elif task.deadline:
        yield "BEGIN:VTODO"
        yield from _common(entry, stamp)
        yield "STATUS:NEEDS-ACTION"
        yield "END:VTODO"


def _event(entry: RegisteredTask, day: date, rule: str | None, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield from _common(entry, stamp)
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    if rule:
        yield f"RRULE:{rule}"
    yield "TRANSP:TRANSPARENT"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(_summary(entry))}")
    yield from (f"TRIGGER:-P{_REMINDER_DAYS}D", "END:VALARM")
    yield "END:VEVENT"


def _common(entry: RegisteredTask, stamp: str) -> Iterator[str]:
    task = entry.task
    identity = f"{entry.document_id}#{task.where}#{task.start}"
    yield f"UID:{sha256(identity.encode()).hexdigest()[:32]}@policy-kb"
    yield f"DTSTAMP:{stamp}"
    yield f"SUMMARY:{_escaped(_summary(entry))}"
    yield f"DESCRIPTION:{_escaped(_description(entry))}"
    yield f"CATEGORIES:{_escaped(entry.number or 'Nhiệm vụ')}"


def _summary(entry: RegisteredTask) -> str:
    text = collapse(entry.task.text)
    short = text if len(text) <= _SUMMARY_LENGTH else text[: _SUMMARY_LENGTH - 1].rsplit(" ", 1)[0] + "…"
    return f"[{entry.number}] {short}" if entry.number else short


def _description(entry: RegisteredTask) -> str:
    task = entry.task
    facts = (
        ("Nhiệm vụ", collapse(task.text)),
        ("Chủ trì", "; ".join(task.lead)),
        ("Phối hợp", "; ".join(task.cooperate)),
        ("Thời hạn (nguyên văn)", task.deadline or ""),
        ("Lặp lại", recurrence_in_words(task.recurrence) or ""),
        ("Kết quả", task.result or ""),
        ("Văn bản", " ".join(part for part in (entry.number, entry.title) if part)),
        ("Vị trí", task.where),
    )
    return "\n".join(f"{name}: {value}" for name, value in facts if value)


def first_turn(task: Task, today: date) -> date:
    """The first last day of a recurring task on or after `today`: the day printed with it ("trước ngày 15/12 hằng
    năm" allows the 14th), else the end of the period."""
    printed = task.deadline or ""
    period = next(find_periods(printed, today), None)
    before = "trước" in printed.lower()
    if period and task.recurrence in (Recurrence.YEARLY, Recurrence.HALF_YEARLY):
        day = period.first - timedelta(days=1) if before else period.last
        return day if day >= today else day.replace(year=day.year + 1)
    months = {Recurrence.YEARLY: 12, Recurrence.HALF_YEARLY: 6, Recurrence.QUARTERLY: 3}.get(
        task.recurrence or Recurrence.MONTHLY, 1
    )
    if task.recurrence is Recurrence.WEEKLY:
        return today + timedelta(days=(4 - today.weekday()) % 7)
    match = _DAY_OF_MONTH.search(printed)
    if match and task.recurrence is Recurrence.MONTHLY:
        return _day_of_month(int(match["day"]) - (1 if before else 0), today)
    return _end_of_period(today, months)


def _day_of_month(day: int, today: date) -> date:
    for offset in range(_DECEMBER):
        month = today.month - 1 + offset
        try:
            found = date(today.year + month // _DECEMBER, month % _DECEMBER + 1, max(day, 1))
        except ValueError:
            continue
        if found >= today:
            return found
    return _end_of_period(today, 1)


def _end_of_period(today: date, months: int) -> date:
    last = ((today.month - 1) // months + 1) * months
    year, month = (today.year + 1, 1) if last == _DECEMBER else (today.year, last + 1)
    return date(year, month, 1) - timedelta(days=1)


def _rule(recurrence: Recurrence | None, first: date) -> str:
    """The rule; the end of a month is the last day of each (-1), also where the first turn falls on the 30th."""
    rule = _RULES[recurrence or Recurrence.YEARLY]
    is_month_end = (first + timedelta(days=1)).day == 1
    return f"{rule};BYMONTHDAY=-1" if is_month_end and rule.startswith("FREQ=MONTHLY") else rule


def _escaped(text: str) -> str:
    """RFC 5545, 3.3.11; control characters other than the line break are dropped."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n")
    kept = "".join(character for character in escaped if character >= " " or character == "\n")
    return kept.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, whole characters only; the next ones begin with a space."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode("utf-8"))
        if size + width > _LINE_OCTETS:
            yield piece
            piece, size = " ", 1
        piece += character
        size += width
    yield piece
