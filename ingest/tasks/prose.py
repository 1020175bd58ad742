"""Tasks in running text: each unit that assigns work, by itself or under a heading or sentence that says to whom.

A unit is a task when a body is addressed in it, or above it by a heading that is a body's name or by a sentence that
ends with ":"; work that nobody is given ("Nội dung thực hiện") is none, nor are goals,
viewpoints and execution clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ingest.tasks.assignments import Assignment, first_assignment, introduced_subject, later_assignments
from ingest.tasks.draft import Draft, Lead, with_facts
from ingest.tasks.labels import Label, LabelledFact, find_inline_labels, read_labels
from ingest.tasks.subject import Subject, read_heading, read_subject
from ingest.tasks.units import Unit
from ingest.tasks.words import BLANKS, CLOSING, EXECUTION, NO_TASKS

# How sure a lead is, by where it is said; of 150 annotated tasks all headings and nearly all subjects were right.
_CONFIDENCE = {"heading": 0.95, "subject": 0.95, "order": 0.85, "clause": 0.8, "document": 0.6, "label": 0.95}
_GENERIC_END = re.compile(
    r"(?:nhiệm\s+vụ|nội\s+dung|công\s+việc|việc|yêu\s+cầu|giải\s+pháp|trách\s+nhiệm|như\s+sau|sau\s+đây|sau|phải|cần|là|đồng\s+chí|liên\s+quan)\s*:$",
    re.IGNORECASE,
)
# A predicate of at most so many characters before ":" says nothing itself ("có trách nhiệm:").
_SHORT_PREDICATE = 40
# A unit of at most so many characters without a closing mark is the heading of what follows it.
_LONGEST_HEADING = 400
_SENTENCE_CLOSED = re.compile(r"[.;:…/]\s*$")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the units of one document."""

    text: str
    issued_on: date | None
    is_normative: bool

    def read(self, unit: Unit, inherited: Lead | None) -> list[Draft]:
        """The drafts of a unit and all below it."""
        if unit.is_row or self._holds_no_tasks(unit):
            return []
        parts = unit.parts
        if not parts or self._are_labels(parts):
            return self._leaf(unit, inherited)
        opening = self._opening(unit)
        lead = self._introduced(unit, opening) or inherited
        if self._are_details(unit, parts, lead, inherited):
            return self._one(unit, inherited, self._last_end(unit))
        own = self._own_task(unit, inherited)
        return [*own, *self._below(unit, opening, own, lead)]

    def read_letter_paragraph(self, unit: Unit) -> list[Draft]:
        """A paragraph of a letter: a task only when it orders somebody by its words."""
        if unit.words(self.text).rstrip().endswith(":"):
            return []
        return self._one(unit, None, unit.end, orders_only=True)

    def _below(self, unit: Unit, opening: list[Unit], own: list[Draft], lead: Lead | None) -> list[Draft]:
        """Children in order; a labelled line speaks of the drafts of the child before it."""
        drafts, latest = list(own), len(own)
        mark = 0
        for child in unit.children:
            if child in opening:
                continue
            facts = read_labels(self.text, child.start, child.end) if not child.parts else ()
            if facts:
                drafts[mark:] = [with_facts(draft, self.text, facts, self.issued_on) for draft in drafts[mark:]]
                continue
            found = self._paragraph(child, None) if child.is_paragraph else self.read(child, lead)
            if found or not child.is_paragraph:
                mark = len(drafts)
            drafts.extend(found)
        return drafts[latest:]

    def _leaf(self, unit: Unit, inherited: Lead | None) -> list[Draft]:
        words = unit.words(self.text)
        heading = read_heading(words) if unit.paragraphs or unit.parts else None
        if heading:
            lead = self._lead(unit, heading, unit.start, "heading")
            return self._paragraphs(unit, lead)
        is_topic = bool(unit.paragraphs) and not unit.is_paragraph and self._is_topic(unit, words)
        if is_topic and not self._are_labels(unit.children):
            return self._paragraphs(unit, inherited)
        return self._one(unit, inherited, self._text_end(unit))

    def _paragraphs(self, unit: Unit, lead: Lead | None) -> list[Draft]:
        """Paragraphs below a heading: each that assigns work is a task."""
        drafts: list[Draft] = []
        for child in unit.children:
            facts = read_labels(self.text, child.start, child.end)
            if facts and drafts:
                drafts[-1] = with_facts(drafts[-1], self.text, facts, self.issued_on)
            elif not facts and not child.is_row:
                goes_on = bool(drafts) and child.words(self.text)[:1].islower()
                if goes_on:
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
        says_nothing = not words.strip() or bool(BLANKS.search(words))
        if says_nothing or EXECUTION.search(words) or CLOSING.match(words):
            return []
        assignment = self._assignment(unit, words, inherited, orders_only)
        if assignment is None:
            return self._unassigned(unit, end, inherited)
        drafts = []
        chain = [assignment, *later_assignments(words, assignment)]
        stops = [*(following.start for following in chain[1:]), len(words.rstrip())]
        for item, stop in zip(chain, stops, strict=True):
            drafts.append(self._draft(unit, words, item, stop))
        return self._with_labels(unit, drafts)

    def _assignment(self, unit: Unit, words: str, inherited: Lead | None, orders_only: bool) -> Assignment | None:
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
        draft = Draft(unit.provision.path, unit.start, end, inherited, True, _CONFIDENCE[inherited.rule])
        return self._with_labels(unit, [replace(draft, end=self._trimmed(unit.start, end))])

    def _labelled_task(self, unit: Unit, end: int) -> list[Draft]:
        """Work whose lead stands in a labelled line below it ("Đơn vị chủ trì: …")."""
        facts = [fact for child in unit.children for fact in read_labels(self.text, child.start, child.end)]
        facts += find_inline_labels(self.text, unit.start, unit.end)
        if not any(fact.label is Label.LEAD for fact in facts):
            return []
        nobody = Lead((), unit.provision.path, None, "label-missing")
        work = [fact.span[1] for fact in facts if fact.label is Label.WORK]
        draft = Draft(
            unit.provision.path,
            unit.start,
            max([self._trimmed(unit.start, end), *work]),
            nobody,
            False,
            _CONFIDENCE["label"],
        )
        return [with_facts(draft, self.text, facts, self.issued_on)]

    def _with_labels(self, unit: Unit, drafts: list[Draft]) -> list[Draft]:
        facts = [fact for child in unit.children for fact in read_labels(self.text, child.start, child.end)]
        inline = find_inline_labels(self.text, unit.start, unit.end)
        return [with_facts(draft, self.text, [*facts, *_inside(inline, draft)], self.issued_on) for draft in drafts]

    def _draft(self, unit: Unit, words: str, item: Assignment, stop: int) -> Draft:
        rule = "subject" if item.at_head else "clause"
        span = (unit.start + item.subject.start, unit.start + item.subject.end)
        lead = Lead(item.subject.bodies, unit.provision.path, span, rule)
        end = self._trimmed(unit.start + item.start, unit.start + stop)
        return Draft(unit.provision.path, unit.start + item.start, end, lead, False, _CONFIDENCE[rule])

    def _own_task(self, unit: Unit, inherited: Lead | None) -> list[Draft]:
        """What the words of a unit with parts assign by themselves: a whole sentence, no heading, no introduction."""
        words = unit.words(self.text)
        is_sentence = words.rstrip().endswith((".", ";")) and not self._is_topic(unit, words)
        if not is_sentence or read_heading(words):
            return []
        subject = read_subject(words)
        return self._one(unit, inherited, unit.end) if subject and subject.is_order else []

    def _opening(self, unit: Unit) -> list[Unit]:
        """Paragraphs between a unit's heading and its first part."""
        opening: list[Unit] = []
        for child in unit.children:
            if not child.is_paragraph:
                break
            if not child.is_row:
                opening.append(child)
        return opening

    def _introduced(self, unit: Unit, opening: list[Unit]) -> Lead | None:
        """The lead that a unit gives to all its parts."""
        words = unit.words(self.text)
        heading = read_heading(words)
        if heading:
            return self._lead(unit, heading, unit.start, "heading")
        own = introduced_subject(words) or self._subject_of_sentence(unit, words)
        if own:
            return self._lead(unit, own, unit.start, "order")
        for paragraph in reversed(opening):
            subject = introduced_subject(paragraph.words(self.text))
            if subject:
                lead = self._lead(unit, subject, paragraph.start, "order")
                return replace(lead, is_section_order=True)
        return None

    def _subject_of_sentence(self, unit: Unit, words: str) -> Subject | None:
        """A numbered sentence that assigns work and has numbered parts gives them its lead."""
        has_numbered_parts = any(not part.is_bullet for part in unit.parts)
        subject = read_subject(words) if has_numbered_parts and not unit.is_bullet else None
        return subject if subject and subject.is_order else None

    def _lead(self, unit: Unit, subject: Subject, offset: int, rule: str) -> Lead:
        span = (offset + subject.start, offset + subject.end)
        return Lead(subject.bodies, unit.provision.path, span, rule)

    def _are_details(self, unit: Unit, parts: list[Unit], lead: Lead | None, inherited: Lead | None) -> bool:
        """Whether the parts only go into the detail of one task ("trong đó tập trung: + …")."""
        words = unit.words(self.text).rstrip()
        if any(not part.is_bullet for part in parts) or read_heading(words) or self._is_topic(unit, words):
            return False
        own = read_subject(words)
        named = sum(self._names_somebody(part) for part in parts)
        if 2 * named >= len(parts):
            return False
        if words.endswith(":"):
            predicate = words[own.predicate :] if own else words
            introduces = bool(_GENERIC_END.search(words)) or (own is not None and len(predicate) <= _SHORT_PREDICATE)
            return not introduces
        return lead is not None or own is not None or inherited is not None

    def _names_somebody(self, part: Unit) -> bool:
        words = part.words(self.text)
        return read_subject(words) is not None or read_heading(words) is not None

    def _is_topic(self, unit: Unit, words: str) -> bool:
        """Whether the words of a unit are only the heading of what follows."""
        if unit.provision.heading is not None and len(words) <= _LONGEST_HEADING:
            return True
        return not words.strip() or (not _SENTENCE_CLOSED.search(words) and len(words) <= _LONGEST_HEADING)

    def _holds_no_tasks(self, unit: Unit) -> bool:
        if unit.is_paragraph or unit.is_bullet:
            return False
        heading = (unit.provision.heading or unit.words(self.text)).strip()
        is_heading = unit.provision.heading is not None or self._is_topic(unit, heading)
        names_body = read_heading(heading) is not None
        return bool(NO_TASKS.match(heading)) and not names_body and (is_heading or ":" in heading[:80])

    def _are_labels(self, units: Iterable[Unit]) -> bool:
        return all(read_labels(self.text, unit.start, unit.end) for unit in units if not unit.is_row)

    def _text_end(self, unit: Unit) -> int:
        """The end of a unit with the paragraphs that go on with it, before the first labelled line."""
        end = unit.end
        for child in unit.children:
            if child.is_row or read_labels(self.text, child.start, child.end):
                break
            end = child.end
        return end

    def _last_end(self, unit: Unit) -> int:
        last = unit
        while last.children and not last.children[-1].is_row:
            last = last.children[-1]
        return last.end

    def _trimmed(self, start: int, end: int) -> int:
        return start + len(self.text[start:end].rstrip())


def _inside(facts: Iterable[LabelledFact], draft: Draft) -> Iterator[LabelledFact]:
    return (fact for fact in facts if draft.start <= fact.span[0] < draft.end)
