"""A task being read: what is known of it so far, and how it becomes a Task."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ingest.tasks.cooperation import read_cooperation
from ingest.tasks.labels import Label, LabelledFact, Span
from kb.bodies import split_bodies
from kb.deadline import Deadline, governing_deadline, read_deadline
from kb.model import Task
from kb.text import collapse


@dataclass(frozen=True, slots=True)
class Lead:
    """Who is to act: as printed at `span`, said by the unit `path`. `is_section_order`: it was addressed to everybody
    of a section or of the whole document, and a unit may name its own body further on in its text. `cooperate` are
    the bodies with which it is to do everything that follows."""

    bodies: tuple[str, ...]
    path: str
    span: Span | None
    rule: str
    is_section_order: bool = False
    cooperate: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    where: str
    start: int
    end: int
    lead: Lead
    inherited: bool
    confidence: float
    cooperate: tuple[str, ...] | None = None
    deadline: Deadline | None = None
    result_span: Span | None = None


def with_facts(draft: Draft, text: str, facts: Iterable[LabelledFact], issued_on: date | None) -> Draft:
    """The draft with what labelled lines say of it; a fact that is printed twice keeps the first."""
    for fact in facts:
        value = text[fact.span[0] : fact.span[1]]
        if fact.label is Label.LEAD and draft.lead.rule != "label":
            lead = Lead(split_bodies(value), draft.where, fact.span, "label")
            draft = replace(draft, lead=lead, inherited=False)
        elif fact.label is Label.COOPERATE and draft.cooperate is None:
            draft = replace(draft, cooperate=split_bodies(value))
        elif fact.label is Label.DEADLINE and draft.deadline is None:
            found = read_deadline(value, issued_on)
            draft = replace(draft, deadline=_moved(found, fact.span[0]) if found else None)
        elif fact.label is Label.RESULT and draft.result_span is None:
            draft = replace(draft, result_span=fact.span)
    return draft


def finished(draft: Draft, text: str, issued_on: date | None) -> Task:
    """The task: cooperation and deadline are read from its text where no label said them."""
    words = text[draft.start : draft.end]
    deadline = draft.deadline
    if deadline is None:
        found = governing_deadline(words, issued_on)
        deadline = _moved(found, draft.start) if found else None
    cooperate = draft.cooperate
    if cooperate is None:
        cooperate = read_cooperation(words, draft.lead.bodies) or (draft.lead.cooperate if draft.inherited else ())
    return Task(
        where=draft.where,
        start=draft.start,
        end=draft.end,
        text=words,
        lead=draft.lead.bodies,
        cooperate=cooperate,
        deadline=deadline.printed if deadline else None,
        due=deadline.due if deadline else None,
        recurrence=deadline.recurrence if deadline else None,
        result=collapse(text[slice(*draft.result_span)]) if draft.result_span else None,
        rule=draft.lead.rule,
        lead_from=draft.lead.path if draft.inherited else None,
        lead_span=draft.lead.span,
        deadline_span=(deadline.start, deadline.end) if deadline else None,
        result_span=draft.result_span,
        confidence=draft.confidence,
    )


def _moved(deadline: Deadline, by: int) -> Deadline:
    return replace(deadline, start=deadline.start + by, end=deadline.end + by)
