"""Tasks: each unit of assigned work of a document, from its text and from its task tables.

Reads the laid text, the regions of the header and the provisions; gives tasks in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ingest.model import Header, LaidText, RegionKind
from ingest.tasks.assignments import ordered_people
from ingest.tasks.draft import Draft, Lead, finished
from ingest.tasks.normative import addresses_body, duty_units, is_normative, ordering_units, orders
from ingest.tasks.prose import Reader
from ingest.tasks.tables import find_table_tasks
from ingest.tasks.units import Unit, build_units
from kb.model import Field, Provision, ProvisionKind, Reference, Task

__all__ = ["find_tasks"]

# A report or proposal goes to a body above; what it asks for is no task (Decree 30/2020/NĐ-CP, Appendix III).
_KINDS_THAT_PROPOSE = frozenset({"báo cáo", "tờ trình"})
_WORDS_OF_OTHERS = (RegionKind.RECIPIENTS, RegionKind.SIGNATURE, RegionKind.COPY, RegionKind.STAMP, RegionKind.NOTES)
_ROOTS_WITHOUT_TASKS = (ProvisionKind.HEADER, ProvisionKind.CLOSING)


def find_tasks(
    laid: LaidText, header: Header, provisions: Sequence[Provision], references: Sequence[Reference] = ()
) -> tuple[Task, ...]:
    """The tasks of a document in reading order; their spans lie in `laid.text`."""
    kind = header.facts.get(Field.KIND)
    if kind and kind.value.lower() in _KINDS_THAT_PROPOSE:
        return ()
    issued_on = _issued_on(header)
    drafts = _prose_drafts(laid.text, header, provisions, issued_on)
    prose = (finished(draft, laid.text, issued_on) for draft in drafts)
    table = find_table_tasks(laid, provisions, issued_on)
    return tuple(sorted((*prose, *table), key=lambda task: (task.start, task.end)))


def _issued_on(header: Header) -> date | None:
    fact = header.facts.get(Field.ISSUED_ON)
    return date.fromisoformat(fact.value) if fact else None


def _prose_drafts(
    text: str, header: Header, provisions: Sequence[Provision], issued_on: date | None
) -> Iterator[Draft]:
    normative = is_normative(header)
    reader = Reader(text, issued_on, normative)
    roots = [root for root in build_units(text, provisions) if not _is_of_others(root, header)]
    order = _order_of_preamble(text, roots)
    has_numbered = any(root.provision.numbered for root in roots)
    yield from _closing_drafts(reader, header, provisions)
    for root in roots:
        if root.provision.kind is ProvisionKind.PREAMBLE:
            if not has_numbered:
                yield from _letter_drafts(reader, root)
        elif normative:
            ruled = replace(reader, is_normative=False)
            for unit in duty_units(text, root):
                yield from (draft for draft in ruled.read(unit, None) if addresses_body(draft))
            for unit in ordering_units(text, root):
                yield from _work_of(text, ruled.read(unit, None))
        else:
            yield from reader.read(root, order)


def _is_of_others(root: Unit, header: Header) -> bool:
    """Whether a root belongs to no body of the document: letterhead, signature, recipients, a copy's marks."""
    return root.provision.kind in _ROOTS_WITHOUT_TASKS or _is_signed_or_sent(root, header)


def _is_signed_or_sent(root: Unit, header: Header) -> bool:
    return any(
        region.kind in _WORDS_OF_OTHERS and region.start <= root.provision.start < region.end
        for region in header.regions
    )


def _order_of_preamble(text: str, roots: Sequence[Unit]) -> Lead | None:
    """Whom the preamble orders ("Chủ tịch … yêu cầu Thủ trưởng các sở, ban, ngành … các nội dung sau:")."""
    for root in roots:
        if root.provision.kind is not ProvisionKind.PREAMBLE:
            continue
        for unit in reversed([root, *root.paragraphs]):
            subject = ordered_people(unit.words(text))
            if subject:
                span = (unit.start + subject.start, unit.start + subject.end)
                return Lead(subject.bodies, unit.provision.path, span, "document", is_section_order=True)
    return None


def _closing_drafts(reader: Reader, header: Header, provisions: Sequence[Provision]) -> Iterator[Draft]:
    """What the first closing paragraph assigns beside force ("Kế hoạch này thay thế … Giao Phòng A làm đầu mối")."""
    for root in build_units(reader.text, provisions):
        if root.provision.kind is ProvisionKind.CLOSING and not _is_signed_or_sent(root, header):
            first_line = reader.text.find("\n", root.start, root.end)
            paragraph = Unit(root.provision, root.start, root.end if first_line < 0 else first_line)
            yield from reader.read_beside_force(paragraph) or reader.read_dated(paragraph)


def _letter_drafts(reader: Reader, preamble: Unit) -> Iterator[Draft]:
    """A letter or telegram without numbered units: its paragraphs that order somebody."""
    for unit in (preamble, *preamble.paragraphs):
        bare = Unit(unit.provision, unit.start, unit.end)
        yield from reader.read_letter_paragraph(bare)


def _work_of(text: str, drafts: list[Draft]) -> list[Draft]:
    """Of the sentences of a rule those that order; beside one that does, another may only describe."""
    ordering = [draft for draft in drafts if draft.inherited or orders(text[draft.start : draft.end])]
    return ordering or drafts
