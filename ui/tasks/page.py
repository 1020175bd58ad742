"""The page "Nhiệm vụ": who must do what by when, of all held documents or of one unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import streamlit as st

from kb.model import DocumentSummary, Task
from kb.tasks import RegisteredTask, Role, TaskFilter, register
from ui.background import settle_memory
from ui.base import bound, knowledge_base, page_of_many, show, version
from ui.documents.store import documents, names
from ui.markup import Html, link, tag
from ui.parts import Tab, empty_state, tabs
from ui.tasks.calendar import calendar_html
from ui.tasks.exporting import render_exports
from ui.tasks.query import TaskQuery, read_task_query
from ui.tasks.table import PAGE_SIZE, tasks_table_html
from ui.words import document_name

# Units offered in the box; any other name can be typed.
_OFFERED = 400


def render() -> None:
    query = read_task_query({name: st.query_params.get_all(name) for name in st.query_params})
    today = date.today()
    st.title("Nhiệm vụ")
    _boxes(query)
    entries = registered(version(), query.wanted(today))
    if query.is_coming_only:
        entries = coming(entries, today)
    show(tabs(_tabs(query, today), "Cách xem nhiệm vụ"))
    if not entries:
        show(_nothing(query))
        return
    if query.view == "lich":
        show(calendar_html(query, entries, today))
    else:
        _table(entries, today)
    render_exports(entries, today)


@st.cache_resource(show_spinner=False, max_entries=64)
def registered(now: tuple[str, int], wanted: TaskFilter) -> tuple[RegisteredTask, ...]:
    """The tasks that pass the filter, by deadline."""
    return register(_by_document(now), wanted)


@st.cache_resource(show_spinner="Đang lập sổ nhiệm vụ …", max_entries=2)
def _by_document(now: tuple[str, int]) -> tuple[tuple[DocumentSummary, tuple[Task, ...]], ...]:
    """Every held document with its tasks: read once, then filtered in memory."""
    tasks: dict[str, list[Task]] = defaultdict(list)
    for document_id, task in knowledge_base().catalogue.tasks():
        tasks[document_id].append(task)
    held = tuple((item, tuple(tasks[item.id])) for item in documents() if item.id in tasks)
    settle_memory()
    return held


@st.cache_resource(show_spinner=False, max_entries=4)
def _units(now: tuple[str, int]) -> tuple[str, ...]:
    """The bodies that tasks name, the most frequent first."""
    entries = registered(now, TaskFilter())
    counts = Counter(body for entry in entries for body in (*entry.task.lead, *entry.task.cooperate))
    return tuple(body for body, _ in counts.most_common(_OFFERED))


def _boxes(query: TaskQuery) -> None:
    unit, role, before = st.columns([3, 1.2, 1.2])
    offered = list(_units(version()))
    options = offered if query.unit is None or query.unit in offered else [query.unit, *offered]
    key, changed = bound("dv", query.unit, "trang", "thang")
    unit.selectbox(
        "Đơn vị của tôi",
        options,
        key=key,
        on_change=changed,
        index=None,
        accept_new_options=True,
        placeholder="Tất cả đơn vị – chọn hoặc gõ tên",
    )
    if query.unit is not None:
        key, changed = bound("vai", query.role.name.lower() if query.role else None, "trang", "thang")
        role.selectbox(
            "Vai trò",
            [item.name.lower() for item in Role],
            key=key,
            on_change=changed,
            index=None,
            placeholder="Chủ trì, phối hợp",
            format_func=lambda name: Role[name.upper()].value.capitalize(),
        )
    key, changed = bound("truoc", query.due_before, "trang", "thang")
    before.date_input("Đến hạn trước ngày", key=key, on_change=changed, value=None, format="DD/MM/YYYY")
    if query.document_id:
        summary = names().get(query.document_id)
        where = document_name(summary) if summary else query.document_id
        free = link(replace(query, document_id=None).address, "xem mọi văn bản")
        show(tag("p", "Chỉ nhiệm vụ của ", tag("b", where), " – ", free, class_="kb-meta"))


def _tabs(query: TaskQuery, today: date) -> list[Tab]:
    everything = replace(query, page=1, is_overdue_only=False, is_coming_only=False, view="")
    late, soon = replace(everything, is_overdue_only=True), replace(everything, is_coming_only=True)
    calendar = replace(everything, view="lich")
    found = registered(version(), everything.wanted(today))
    overdue = sum(entry.is_overdue(today) for entry in found)
    choices = (
        ("Bảng", everything, len(found)),
        ("Sắp đến hạn", soon, len(coming(found, today))),
        ("Quá hạn", late, overdue),
        ("Lịch", calendar, None),
    )
    return [Tab(title, goal.address, _is_open(goal, query), count) for title, goal, count in choices]


def _is_open(goal: TaskQuery, query: TaskQuery) -> bool:
    return (goal.view, goal.is_overdue_only, goal.is_coming_only) == (
        query.view,
        query.is_overdue_only and not query.view,
        query.is_coming_only and not query.view,
    )


def coming(entries: Iterable[RegisteredTask], today: date) -> tuple[RegisteredTask, ...]:
    """The tasks whose last day is today or later, in the order given."""
    return tuple(entry for entry in entries if entry.due and entry.due >= today)


def _table(entries: tuple[RegisteredTask, ...], today: date) -> None:
    with page_of_many(len(entries), PAGE_SIZE) as (first, _):
        show(tasks_table_html(entries, first // PAGE_SIZE + 1, today))


def _nothing(query: TaskQuery) -> Html:
    if query == TaskQuery():
        return empty_state("Các văn bản trong kho chưa giao nhiệm vụ nào")
    who = f" của “{query.unit}”" if query.unit else ""
    return empty_state(
        f"Không có nhiệm vụ nào{who} khớp bộ lọc",
        "Thử tên khác của đơn vị, hoặc bỏ bớt điều kiện.",
        link(TaskQuery().address, "Xem mọi nhiệm vụ"),
    )
