"""Tasks: assigned work, as found in a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Recurrence(StrEnum):
    YEARLY = "yearly"
    HALF_YEARLY = "half-yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    REGULAR = "regular"


@dataclass(frozen=True, slots=True)
class Task:
    """One unit of assigned work.

    `where` is the path of its provision, or "Phụ lục II/I row 12". `text` is `text[start:end]` of the document.
    `lead` and `cooperate` are bodies as printed; `lead_from` is the path of the unit a lead is inherited from.
    `deadline` is as printed; `due` is the last day allowed, `recurrence` set instead where the work comes again.
    Spans of lead, deadline and result point at where they are printed (None: inherited or not printed).
    """

    where: str
    start: int
    end: int
    text: str
    lead: tuple[str, ...]
    cooperate: tuple[str, ...]
    deadline: str | None
    due: date | None
    recurrence: Recurrence | None
    result: str | None
    rule: str
    lead_from: str | None = None
    lead_span: tuple[int, int] | None = None
    deadline_span: tuple[int, int] | None = None
    result_span: tuple[int, int] | None = None
    confidence: float = 1.0
