"""The lead that a unit gives to what stands below it: by a heading that names a body, by a sentence with a colon."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.tasks.assignments import introduced_subject
from ingest.tasks.cooperation import read_cooperation
from ingest.tasks.draft import Lead
from ingest.tasks.shape import SHORT_PREDICATE
from ingest.tasks.subject import Subject, read_heading, read_subject
from ingest.tasks.units import Unit

_WHO_DOES_WHAT = re.compile(r"tổ\s+chức\s+thực\s+hiện|trách\s+nhiệm|phân\s+công|nhiệm\s+vụ", re.IGNORECASE)


def lead_of(unit: Unit, subject: Subject, offset: int, rule: str) -> Lead:
    """The lead said by a subject that was read in the text at `offset`."""
    return Lead(subject.bodies, unit.provision.path, (offset + subject.start, offset + subject.end), rule)


def opening_of(unit: Unit) -> list[Unit]:
    """Paragraphs between a unit's heading and its first part."""
    opening: list[Unit] = []
    for child in unit.children:
        if not child.is_paragraph:
            break
        if not child.is_row:
            opening.append(child)
    return opening


def introduced_lead(text: str, unit: Unit, opening: list[Unit]) -> Lead | None:
    """The lead that a unit, or a paragraph after its heading, gives to all its parts."""
    words = unit.words(text)
    heading = read_heading(words)
    if heading:
        return lead_of(unit, heading, unit.start, "heading")
    own = introduced_subject(words) or _announced(unit, words)
    if own:
        return replace(lead_of(unit, own, unit.start, "order"), cooperate=read_cooperation(words, own.bodies))
    for paragraph in reversed(opening):
        bare = bare_heading(text, unit, paragraph)
        if bare:
            return lead_of(unit, bare, paragraph.start, "heading")
        subject = introduced_subject(paragraph.words(text))
        if subject:
            return replace(lead_of(unit, subject, paragraph.start, "order"), is_section_order=True)
    return None


def bare_heading(text: str, unit: Unit, paragraph: Unit) -> Subject | None:
    """A paragraph without number that only names a body, in a section on who does what ("Tổ chức thực hiện"): the
    heading of what follows it. Elsewhere such a line is an example, an address or a signature."""
    words = paragraph.words(text).rstrip()
    is_closed = paragraph.is_row or words.endswith((".", ";", "…"))
    says_who_does_what = bool(_WHO_DOES_WHAT.search(unit.provision.heading or unit.words(text)))
    return read_heading(words) if says_who_does_what and not is_closed else None


def _announced(unit: Unit, words: str) -> Subject | None:
    """A sentence gives its lead to its parts when it says nothing but that there is work ("Sở Y tế có trách nhiệm"),
    a numbered one with numbered parts also when it assigns work itself."""
    subject = read_subject(words)
    if subject is None or not subject.is_order:
        return None
    has_numbered_parts = any(not part.is_bullet for part in unit.parts) and not unit.is_bullet
    is_short = len(words.rstrip()) - subject.predicate <= SHORT_PREDICATE and not words.rstrip().endswith(".")
    return subject if has_numbered_parts or is_short else None
