"""Tasks in running text: each unit that assigns work, by itself or under a heading or sentence that says to whom.

A unit is a task when a body is addressed in it, or above it by a heading that is a body's name or by a sentence that
ends with ":"; work that nobody is given ("Nội dung thực hiện") is none, nor are goals, viewpoints, execution clauses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ingest.tasks.assignments import (
    Assignment,
    assigned_beside_force,
    dated_assignments,
    first_assignment,
    later_assignments,
)
from ingest.tasks.draft import Draft, Lead, with_facts
from ingest.tasks.labels import Label, LabelledFact, find_doer, find_inline_labels, read_labels
from ingest.tasks.leads import bare_heading, introduced_lead, lead_of, opening_of
from ingest.tasks.shape import announces, are_details, are_labels, holds_no_tasks, is_topic, last_end, text_end
from ingest.tasks.subject import read_heading, read_subject
from ingest.tasks.units import Unit
from ingest.tasks.words import BLANKS, CLOSING, COURTESY, EXECUTION

# Signs of the shortest work; a figure between paragraphs is the number of a page.
_SHORTEST_WORK = 4
# How sure a lead is, by where it is said; of 150 annotated tasks all headings and nearly all subjects were right.
_CONFIDENCE = {"heading": 0.95, "subject": 0.95, "order": 0.85, "clause": 0.8, "document": 0.6, "label": 0.95}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the units of one document."""

    text: str
    issued_on: date | None
    is_normative: bool

    def read(self, unit: Unit, inherited: Lead | None) -> list[Draft]:
        """The drafts of a unit and all below it."""
        if unit.is_row or holds_no_tasks(self.text, unit):
            return []
        parts = unit.parts
        if not parts or are_labels(self.text, parts):
            return self._leaf(unit, inherited)
        opening = opening_of(unit)
        lead = introduced_lead(self.text, unit, opening) or inherited
        if are_details(self.text, unit, lead is not None):
            return self._one(unit, inherited, last_end(unit))
        own = self._own_task(unit, inherited)
        return [*own, *self._below(unit, opening, own, lead)]

    def read_letter_paragraph(self, unit: Unit) -> list[Draft]:
        """A paragraph of a letter: a task only when it orders somebody by its words."""
        if unit.words(self.text).rstrip().endswith(":"):
            return []
        return self._one(unit, None, unit.end, orders_only=True)

    def read_beside_force(self, unit: Unit) -> list[Draft]:
        """What a unit that says when the document takes force assigns beside it."""
        words = unit.words(self.text)
        beside = assigned_beside_force(words) if EXECUTION.search(words) else None
        return [self._draft(unit, beside, len(words.rstrip()))] if beside else []

    def read_dated(self, unit: Unit) -> list[Draft]:
        """What a closing paragraph assigns by a day or in turns."""
        return [self._draft(unit, item, stop) for item, stop in dated_assignments(unit.words(self.text))]

    def _below(self, unit: Unit, opening: list[Unit], own: list[Draft], lead: Lead | None) -> list[Draft]:
        """Children in order; a labelled line speaks of the drafts of the child before it."""
        drafts, mark = list(own), 0
        for child in unit.children:
            if child in opening:
                continue
            facts = read_labels(self.text, child.start, child.end) if not child.parts else ()
            heading = bare_heading(self.text, unit, child) if child.is_paragraph and not facts else None
            if facts:
                drafts[mark:] = self._informed(drafts[mark:], facts)
            elif heading:
                lead = lead_of(unit, heading, child.start, "heading")
            else:
                found = self._paragraph(child, None) if child.is_paragraph else self.read(child, lead)
                mark = len(drafts) if found or not child.is_paragraph else mark
                drafts.extend(found)
        return drafts[len(own) :]

    def _leaf(self, unit: Unit, inherited: Lead | None) -> list[Draft]:
        words = unit.words(self.text)
        heading = read_heading(words) if unit.children else None
        if heading:
            return self._paragraphs(unit, lead_of(unit, heading, unit.start, "heading"))
        has_paragraphs = bool(unit.paragraphs) and not unit.is_paragraph and not are_labels(self.text, unit.children)
        if has_paragraphs and is_topic(unit, words) and not self._runs_on(unit):
            return self._paragraphs(unit, inherited)
        return self._one(unit, inherited, text_end(self.text, unit))

    def _runs_on(self, unit: Unit) -> bool:
        """Whether the first paragraph goes on with the unit's sentence, broken before a small letter or a figure."""
        first = unit.paragraphs[0].words(self.text)[:1]
        return first.islower() or first.isdigit()

    def _paragraphs(self, unit: Unit, lead: Lead | None) -> list[Draft]:
        """Paragraphs below a heading: each that assigns work is a task; one that begins small goes on with the last."""
        drafts: list[Draft] = []
        for child in unit.children:
            facts = read_labels(self.text, child.start, child.end)
            heading = None if facts else bare_heading(self.text, unit, child)
            if child.is_row:
                continue
            if facts:
                drafts[-1:] = self._informed(drafts[-1:], facts)
            elif heading:
                lead = lead_of(unit, heading, child.start, "heading")
            elif drafts and child.words(self.text)[:1].islower():
                drafts[-1] = replace(drafts[-1], end=child.end)
            else:
                drafts.extend(self._paragraph(child, lead))
        return drafts

    def _paragraph(self, child: Unit, lead: Lead | None) -> list[Draft]:
        """A paragraph without number: under a heading it is work; elsewhere it must order somebody by its words."""
        if child.is_row or child.words(self.text).rstrip().endswith(":"):
            return []
        is_under_heading = lead is not None and lead.rule == "heading"
        return self._one(child, lead if is_under_heading else None, child.end, orders_only=True)

    def _one(self, unit: Unit, inherited: Lead | None, end: int, *, orders_only: bool = False) -> list[Draft]:
        """The task or tasks of one unit whose text ends at `end`."""
        words = self.text[unit.start : end]
        says_nothing = len(words.strip()) < _SHORTEST_WORK or bool(BLANKS.search(words))
        if says_nothing or CLOSING.match(words) or COURTESY.search(words):
            return []
        if EXECUTION.search(words):
            return self.read_beside_force(unit)
        assignment = self._assignment(words, inherited, orders_only)
        if assignment is None:
            return self._unassigned(unit, end, inherited)
        chain = [assignment, *later_assignments(words, assignment)]
        stops = [*(following.start for following in chain[1:]), len(words.rstrip())]
        drafts = [self._draft(unit, item, stop) for item, stop in zip(chain, stops, strict=True)]
        return self._with_labels(unit, drafts)

    def _assignment(self, words: str, inherited: Lead | None, orders_only: bool) -> Assignment | None:
        """Who is addressed in the unit itself. Under a lead of its own only the head of the unit may name another."""
        if inherited is None or inherited.is_section_order:
            return first_assignment(
                words, orders_only=orders_only or self.is_normative, later_orders_only=inherited is not None
            )
        head = read_subject(words)
        return Assignment(head, 0, True) if head else None

    def _unassigned(self, unit: Unit, end: int, inherited: Lead | None) -> list[Draft]:
        if inherited is None:
            return self._labelled_task(unit, end)
        stop = self._trimmed(unit.start, end)
        draft = Draft(unit.provision.path, unit.start, stop, inherited, True, _CONFIDENCE[inherited.rule])
        return self._with_labels(unit, [draft])

    def _labelled_task(self, unit: Unit, end: int) -> list[Draft]:
        """Work whose lead stands in a labelled line of it or below it ("Đơn vị chủ trì: …")."""
        inline = find_inline_labels(self.text, unit.start, unit.end)
        facts = [*self._facts_below(unit), *inline, *find_doer(self.text, unit.start, unit.end)]
        if not any(fact.label is Label.LEAD for fact in facts):
            return []
        nobody = Lead((), unit.provision.path, None, "label-missing")
        stop = max([self._trimmed(unit.start, end), *(fact.span[1] for fact in facts if fact.label is Label.WORK)])
        draft = Draft(unit.provision.path, unit.start, stop, nobody, False, _CONFIDENCE["label"])
        return self._informed([draft], facts)

    def _with_labels(self, unit: Unit, drafts: list[Draft]) -> list[Draft]:
        below, inline = self._facts_below(unit), find_inline_labels(self.text, unit.start, unit.end)
        return [draft for item in drafts for draft in self._informed([item], [*below, *_inside(inline, item)])]

    def _facts_below(self, unit: Unit) -> list[LabelledFact]:
        return [fact for child in unit.children for fact in read_labels(self.text, child.start, child.end)]

    def _informed(self, drafts: Sequence[Draft], facts: Iterable[LabelledFact]) -> list[Draft]:
        said = tuple(facts)
        return [with_facts(draft, self.text, said, self.issued_on) for draft in drafts]

    def _draft(self, unit: Unit, item: Assignment, stop: int) -> Draft:
        rule = "subject" if item.at_head else "clause"
        start = unit.start + item.start
        end = self._trimmed(start, unit.start + stop)
        return Draft(
            unit.provision.path, start, end, lead_of(unit, item.subject, unit.start, rule), False, _CONFIDENCE[rule]
        )

    def _own_task(self, unit: Unit, inherited: Lead | None) -> list[Draft]:
        """What the words of a unit with parts assign by themselves: a whole sentence, no heading, no introduction."""
        words = unit.words(self.text)
        is_sentence = words.rstrip().endswith((".", ";")) and not is_topic(unit, words) and not announces(words)
        subject = read_subject(words) if is_sentence and not read_heading(words) else None
        return self._one(unit, inherited, unit.end) if subject and subject.is_order else []

    def _trimmed(self, start: int, end: int) -> int:
        return start + len(self.text[start:end].rstrip())


def _inside(facts: Iterable[LabelledFact], draft: Draft) -> Iterator[LabelledFact]:
    return (fact for fact in facts if draft.start <= fact.span[0] < draft.end)
