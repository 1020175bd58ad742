"""The tasks that a document assigns, with links to where they are printed. Pure text."""

from __future__ import annotations

from collections.abc import Sequence

from kb.model import Document, Task
from ui.address import PageName, document_link, href
from ui.markup import Html, joined, link, shortened, tag
from ui.parts import empty_state, table
from ui.words import deadline, place

# Characters of a task's words in a table.
_WORDS = 220


def tasks_html(document: Document, tasks: Sequence[Task]) -> Html:
    if not tasks:
        return empty_state("Văn bản không giao nhiệm vụ nào")
    rows = [_row(document.id, task) for task in tasks]
    return table(("Ở đâu", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", ""), rows, f"{len(tasks)} nhiệm vụ")


def _row(document_id: str, task: Task) -> tuple[str | Html | None, ...]:
    return (
        link(document_link(document_id, task.where, (task.start, task.end)), place(task.where)),
        shortened(task.text, _WORDS),
        lead_html(task),
        "; ".join(task.cooperate),
        due_html(task),
        link(href(PageName.TRACE, doc=document_id, path=task.where), "Truy vết"),
    )


def lead_html(task: Task) -> Html:
    """Who leads; said to be inherited where it is printed in a unit above."""
    above = place(task.lead_from) if task.lead_from else ""
    unit = f"mục {above}" if above[:1].isdigit() else above
    inherited = tag("span", f" (theo {unit})", class_="kb-quiet") if unit else None
    return joined(["; ".join(task.lead), inherited])


def due_html(task: Task) -> Html:
    """When it is due, with the words as printed where they say more."""
    printed = task.deadline if task.due or task.recurrence else None
    return joined([deadline(task), tag("span", f" “{printed}”", class_="kb-quiet") if printed else None])
