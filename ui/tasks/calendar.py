"""Deadlines of a month as a calendar; below it what comes again and has no day. Pure text."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from kb.tasks import RegisteredTask
from ui.markup import Html, joined, link, shortened, tag
from ui.parts import empty_state
from ui.tasks.query import TaskQuery
from ui.tasks.table import task_link
from ui.words import RECURRENCES

_DAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
# Tasks shown in the cell of a day; more are counted.
_IN_A_DAY = 4
_WORDS = 60


def month_to_show(query: TaskQuery, entries: Sequence[RegisteredTask], today: date) -> date:
    """The month that the address names, else that of the next deadline, else the present one."""
    if query.month:
        return query.month
    coming = [entry.due for entry in entries if entry.due and entry.due >= today]
    past = [entry.due for entry in entries if entry.due]
    day = min(coming) if coming else max(past, default=today)
    return day.replace(day=1)


def calendar_html(query: TaskQuery, entries: Sequence[RegisteredTask], today: date) -> Html:
    month = month_to_show(query, entries, today)
    by_day: dict[date, list[RegisteredTask]] = defaultdict(list)
    for entry in entries:
        if entry.due:
            by_day[entry.due].append(entry)
    return joined([_turning(query, month, by_day), _month(month, by_day, today), _recurring(entries)])


def _turning(query: TaskQuery, month: date, by_day: Mapping[date, object]) -> Html:
    before, after = (month - timedelta(days=1)).replace(day=1), (month + timedelta(days=32)).replace(day=1)
    count = sum(1 for day in by_day if day.replace(day=1) == month)
    words = tag("b", f"Tháng {month.month}/{month.year}")
    busy = sorted({day.replace(day=1) for day in by_day})
    months = [link(query.turned_to(item).address, f"{item.month}/{item.year}") for item in busy[:24]]
    return joined(
        [
            tag(
                "nav",
                link(query.turned_to(before).address, "← Tháng trước"),
                words,
                tag("span", f"{count} ngày có hạn"),
                link(query.turned_to(after).address, "Tháng sau →"),
                class_="kb-parts",
                aria_label="Tháng",
            ),
            tag("p", "Các tháng có hạn: ", joined(months, " · "), class_="kb-quiet") if months else None,
        ]
    )


def _month(month: date, by_day: Mapping[date, Sequence[RegisteredTask]], today: date) -> Html:
    head = tag("tr", joined(tag("th", name, scope="col") for name in _DAYS))
    weeks = Calendar().monthdatescalendar(month.year, month.month)
    rows = joined(tag("tr", joined(_day(day, month, by_day.get(day, ()), today) for day in week)) for week in weeks)
    caption = tag("caption", f"Hạn trong tháng {month.month}/{month.year}", class_="kb-hidden")
    content = tag("table", caption, tag("thead", head), tag("tbody", rows), class_="kb-calendar")
    return tag("div", content, class_="kb-scroll", tabindex="0", role="region", aria_label="Lịch")


def _day(day: date, month: date, entries: Sequence[RegisteredTask], today: date) -> Html:
    if day.month != month.month:
        return tag("td", "", class_="kb-other")
    number = tag("span", f"{day.day} (hôm nay)" if day == today else str(day.day), class_="kb-day")
    items = [tag("li", link(task_link(entry), _said(entry))) for entry in entries[:_IN_A_DAY]]
    rest = len(entries) - len(items)
    more = tag("li", f"và {rest} nhiệm vụ khác") if rest > 0 else None
    state = "kb-today" if day == today else "kb-past" if entries and day < today else None
    return tag("td", number, tag("ul", joined(items), more) if items else None, class_=state)


def _said(entry: RegisteredTask) -> str:
    lead = f"{'; '.join(entry.task.lead)}: " if entry.task.lead else ""
    return shortened(f"{lead}{entry.task.text}", _WORDS)


def _recurring(entries: Sequence[RegisteredTask]) -> Html:
    again = [entry for entry in entries if entry.task.recurrence]
    if not again:
        return Html("") if any(entry.due for entry in entries) else empty_state("Không có nhiệm vụ nào ghi thời hạn")
    items = [
        tag("li", tag("b", f"{RECURRENCES[entry.task.recurrence]}: "), link(task_link(entry), _said(entry)))
        for entry in again
        if entry.task.recurrence
    ]
    return joined([tag("h2", f"Việc làm định kỳ ({len(items)})"), tag("ul", joined(items))])
