"""The register of tasks as a table. Pure text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kb.tasks import RegisteredTask
from ui.address import PageName, document_link, href
from ui.documents.tasks import due_html, lead_html
from ui.markup import Html, badge, joined, link, shortened, tag
from ui.parts import table
from ui.words import place

# Tasks on one page of the table.
PAGE_SIZE = 50
# Characters of a task's words in the table.
_WORDS = 260
_NAME = 60
# Days ahead in which a deadline counts as near.
_NEAR = 30


def tasks_table_html(entries: Sequence[RegisteredTask], page: int, today: date) -> Html:
    """One page of the register, in the order given."""
    first = (page - 1) * PAGE_SIZE
    shown = entries[first : first + PAGE_SIZE]
    has_unit = any(entry.role for entry in shown)
    columns = ("Thời hạn", "Nhiệm vụ", *(["Vai trò"] if has_unit else []), "Chủ trì", "Phối hợp", "Văn bản giao", "")
    caption = f"{len(entries)} nhiệm vụ, hiện {first + 1}–{first + len(shown)}"
    return table(columns, [_row(entry, has_unit, today) for entry in shown], caption)


def _row(entry: RegisteredTask, has_unit: bool, today: date) -> tuple[str | Html | None, ...]:
    task = entry.task
    document = shortened(entry.number or entry.title or "văn bản", _NAME)
    role = [entry.role.value if entry.role else ""] if has_unit else []
    return (
        joined([due_html(task), tag("div", urgency(entry, today))]),
        shortened(task.text, _WORDS),
        *role,
        lead_html(task),
        "; ".join(task.cooperate),
        link(
            task_link(entry),
            tag("b", document),
            f" · {place(task.where)}",
        ),
        link(href(PageName.TRACE, doc=entry.document_id, path=task.where), "Truy vết"),
    )


def task_link(entry: RegisteredTask) -> str:
    """The address of the place that assigns the task."""
    return document_link(entry.document_id, entry.task.where, (entry.task.start, entry.task.end))


def urgency(entry: RegisteredTask, today: date) -> Html | None:
    """How far the last day is, in words; None where there is no day or it is far off."""
    left = entry.days_left(today)
    if left is None or left > _NEAR:
        return None
    if left < 0:
        return badge(f"quá hạn {-left} ngày", "bad")
    return badge("hạn hôm nay" if left == 0 else f"còn {left} ngày", "warn")
