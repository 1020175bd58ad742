"""The register of tasks: who must do what by when, over all held documents; "my unit" under all its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from kb.bodies import UnitMatch, match_unit
from kb.model import Task

# Distinct (unit, printed list, province) questions kept; a province's register repeats the same few thousand lists.
_REMEMBERED_MATCHES = 65_536

# How a task was found, by the rule that its reading names.
FOUND_BY: Mapping[str, str] = {
    "subject": "cơ quan được nêu ngay đầu nhiệm vụ",
    "clause": "cơ quan được nêu trong câu giao việc",
    "heading": "cơ quan là đề mục phía trên",
    "order": "câu giao việc phía trên, kết thúc bằng dấu hai chấm",
    "document": "yêu cầu chung ở phần mở đầu văn bản",
    "label": "dòng “Đơn vị chủ trì: …”",
    "table": "cột của bảng nhiệm vụ",
}


class Role(StrEnum):
    """What a unit is in a task."""

    LEAD = "chủ trì"
    COOPERATE = "phối hợp"


class DocumentFacts(Protocol):
    """What the register shows of a document; Document and DocumentSummary both say it."""

    @property
    def id(self) -> str: ...
    @property
    def number(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def issuer(self) -> str | None: ...
    @property
    def issued_on(self) -> date | None: ...
    @property
    def locality(self) -> str | None: ...
    @property
    def source(self) -> str: ...


@dataclass(frozen=True, slots=True)
class RegisteredTask:
    """A task with the document that assigns it. `role` and `match` say how the unit asked for is meant in it (None:
    no unit was asked for)."""

    document_id: str
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: date | None
    locality: str | None
    source: str
    task: Task
    role: Role | None = None
    match: UnitMatch | None = None

    @property
    def due(self) -> date | None:
        return self.task.due

    def is_overdue(self, on: date) -> bool:
        """Whether the last day allowed has passed; work that comes again or hangs on an event never is."""
        return self.task.due is not None and self.task.due < on

    def days_left(self, on: date) -> int | None:
        """Days from `on` to the last day allowed: 0 on that day, negative after it; None without a day."""
        return (self.task.due - on).days if self.task.due else None


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Restricts the register; None leaves a field free.

    `unit` is matched under all its names, in lists and in groups; `unit_locality` is its province. `due_before`: the
    last day allowed is earlier than that day. `overdue_on`: it has passed on that day. `as_of` is the day on which
    names are understood (which bodies had merged by then); None: today's names.
    """

    unit: str | None = None
    unit_locality: str | None = None
    role: Role | None = None
    due_before: date | None = None
    overdue_on: date | None = None
    document_ids: frozenset[str] | None = None
    as_of: date | None = None


def register(
    documents: Iterable[tuple[DocumentFacts, Iterable[Task]]], wanted: TaskFilter | None = None
) -> tuple[RegisteredTask, ...]:
    """The tasks that pass the filter, by last day allowed; then those that come again, then those without a day."""
    wanted = wanted or TaskFilter()
    found = [entry for document, tasks in documents for entry in _of_document(document, tasks, wanted)]
    return tuple(sorted(found, key=_deadline_order))


def _of_document(document: DocumentFacts, tasks: Iterable[Task], wanted: TaskFilter) -> Iterator[RegisteredTask]:
    if wanted.document_ids is not None and document.id not in wanted.document_ids:
        return
    for task in tasks:
        if not _is_timely(task, wanted):
            continue
        role, match = _role(task, document, wanted)
        if wanted.unit is None or match is not None:
            yield RegisteredTask(
                document_id=document.id,
                number=document.number,
                title=document.title,
                issuer=document.issuer,
                issued_on=document.issued_on,
                locality=document.locality,
                source=document.source,
                task=task,
                role=role,
                match=match,
            )


def _is_timely(task: Task, wanted: TaskFilter) -> bool:
    comes_early = wanted.due_before is None or (task.due is not None and task.due < wanted.due_before)
    is_overdue = wanted.overdue_on is None or (task.due is not None and task.due < wanted.overdue_on)
    return comes_early and is_overdue


def _role(task: Task, document: DocumentFacts, wanted: TaskFilter) -> tuple[Role | None, UnitMatch | None]:
    """How the unit asked for is meant; as lead before as cooperating."""
    if wanted.unit is None:
        return None, None
    for role, bodies in ((Role.LEAD, task.lead), (Role.COOPERATE, task.cooperate)):
        if wanted.role not in (None, role):
            continue
        for body in bodies:
            match = _match(wanted.unit, body, wanted.as_of, document.locality, wanted.unit_locality)
            if match:
                return role, match
    return None, None


@lru_cache(maxsize=_REMEMBERED_MATCHES)
def _match(
    unit: str, printed: str, on: date | None, locality: str | None, unit_locality: str | None
) -> UnitMatch | None:
    return match_unit(unit, printed, on, locality, unit_locality)


def _deadline_order(entry: RegisteredTask) -> tuple[int, date, str, str, int]:
    task = entry.task
    kind = 0 if task.due else 1 if task.recurrence else 2 if task.deadline else 3
    return kind, task.due or date.max, entry.number or "", entry.document_id, task.start
