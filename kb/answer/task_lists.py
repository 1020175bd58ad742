"""Questions for all tasks of a body ("những nhiệm vụ nào của Sở Tài chính"): every one, each with its quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kb.answer.book import Book, Shelf
from kb.answer.cells import shown
from kb.answer.composing import Composer, where
from kb.answer.question import Ask, Question
from kb.answer.scope import Scope
from kb.answer.support import lead_sentence_of
from kb.bodies import match_unit
from kb.deadline import find_deadlines
from kb.model import Answer, DocumentSummary, Filters, Task
from kb.text import normalise_tones

SURE = 0.9

# How a body begins in a question, and where its name ends.
_UNIT = re.compile(
    normalise_tones(
        r"(?<!\w)(?<!nhiệm )(?<!dịch )(?<!nghiệp )(?<!cán )(?<!nội )(?<!môi )(?<!thị )"
        r"(?P<unit>(?:sở|bộ|ban|ủy ban|ubnd|hội đồng|hđnd|cục|vụ|viện|văn phòng|phòng|chi cục|tổng cục|thanh tra"
        r"|tập đoàn|tổng công ty|ngân hàng|công an|tỉnh ủy|thành ủy|đảng ủy|đảng đoàn|mặt trận|trung tâm|trường|đoàn)"
        r"(?:\s+(?!(?:theo|phải|được|trong|là|có|cần|nào|gì|những|làm|thực hiện|tại|ở|về|trước|đến|năm|mà|do|chủ trì"
        r"|phối hợp|hạn|với|giao)(?!\w))[^\s?.,;:]+(?:,(?=\s\S+\svà\s))?)+)"
    ),
    re.IGNORECASE,
)
_COOPERATES = re.compile(r"(?<!\w)phối hợp(?!\w)")


@dataclass(frozen=True)
class _Found:
    book: Book
    task: Task


def answer_task_list(asked: Question, scope: Scope, shelf: Shelf, filters: Filters) -> Answer | None:
    """None when the question is not for the tasks of a body, or when no task of that body is held."""
    unit = unit_of(asked)
    if Ask.TASKS not in asked.asks or unit is None:
        return None
    for place in scope.places:
        # A body is told from its province by the capitals of the latter, which nobody types who types no diacritics.
        unit = unit.replace(place.said, place.said.title())
    found = list(_tasks(asked, unit, scope, shelf, filters))
    if not found:
        return None
    composer = Composer(asked.text)
    for number, item in enumerate(found, 1):
        _tell(composer, item, f"Nhiệm vụ {number}/{len(found)} của {unit}")
    return composer.answer(SURE)


def unit_of(asked: Question) -> str | None:
    """The body whose tasks are asked for, as typed."""
    match = _UNIT.search(normalise_tones(asked.understood))
    return match["unit"].strip() if match else None


def _tasks(asked: Question, unit: str, scope: Scope, shelf: Shelf, filters: Filters) -> Iterator[_Found]:
    cooperates = _COOPERATES.search(normalise_tones(asked.understood).lower()) is not None
    last_day = _last_day(asked.understood)
    for summary in _documents(scope, shelf.summaries(), filters):
        for task in shelf.tasks_of(summary.id):
            bodies = task.cooperate if cooperates else task.lead
            is_meant = any(match_unit(unit, body, summary.issued_on, summary.locality) for body in bodies)
            is_in_time = last_day is None or (task.due is not None and task.due <= last_day)
            book = shelf.book(summary.id) if is_meant and is_in_time else None
            if book is not None and scope.absent_body(book) is None:
                yield _Found(book, task)


def _last_day(question: str) -> date | None:
    return max((item.due for item in find_deadlines(question, None) if item.due), default=None)


def _documents(scope: Scope, summaries: Sequence[DocumentSummary], filters: Filters) -> list[DocumentSummary]:
    narrowed = scope.narrowed(filters, summaries)
    ids = narrowed.document_ids if narrowed else filters.document_ids
    return [summary for summary in summaries if (not ids or summary.id in ids) and passes(summary, filters)]


def passes(summary: DocumentSummary, filters: Filters) -> bool:
    """Whether a document passes the filters that its own facts decide."""
    day = summary.issued_on
    return (
        (not filters.kinds or summary.kind in filters.kinds)
        and (not filters.levels or summary.level in filters.levels)
        and (not filters.localities or summary.locality in filters.localities)
        and (not filters.issuers or summary.issuer in filters.issuers)
        and (filters.issued_from is None or (day is not None and day >= filters.issued_from))
        and (filters.issued_to is None or (day is not None and day <= filters.issued_to))
    )


def _tell(composer: Composer, item: _Found, heading: str) -> None:
    """ "Nhiệm vụ 1/3 của Sở X, điểm 2.1 Kế hoạch Y (thời hạn: tháng 6/2025): “…”", citing who was told to lead too."""
    book, task = item.book, item.task
    citation = composer.cite(book, task.start, task.end)
    deadline = f" (thời hạn: {task.deadline})" if task.deadline else ""
    lead = lead_sentence_of(book, task)
    others = [composer.cite(book, lead.start, lead.end)] if lead and not lead.overlaps(task.start, task.end) else []
    composer.say(
        f"{heading}, {where(book, task.start)}{deadline}: “{shown(book, task.start, task.end)}”", [citation, *others]
    )
