"""Tasks: each unit of assigned work of a document, from its text and from its task tables.

Reads the laid text, the regions of the header and the provisions; gives tasks in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ingest.model import Header, LaidText, RegionKind
from ingest.tasks.assignments import ordered_people
from ingest.tasks.draft import Draft, Lead, finished
from ingest.tasks.prose import Reader
from ingest.tasks.subject import is_authority, read_subject
from ingest.tasks.tables import find_table_tasks
from ingest.tasks.units import Unit, build_units
from ingest.tasks.words import ASSIGN, BODY_START
from kb.bodies import body_of_head, identify
from kb.model import Field, Provision, ProvisionKind, Reference, Task

__all__ = ["find_tasks"]

# Kinds that lay down rules for everybody (Luật Ban hành văn bản quy phạm pháp luật 2025, Điều 4; Quy định 22 of the
# Party): they give duties, and only what they order in so many words is a task. So is a decision whose number holds
# the year ("44/2025/QĐ-UBND").
_NORMATIVE_KINDS = frozenset(
    {"hiến pháp", "bộ luật", "luật", "pháp lệnh", "lệnh", "nghị định", "thông tư", "thông tư liên tịch", "điều lệ",
     "quy chế", "quy định", "văn bản hợp nhất"}
)  # fmt: skip
# A report or proposal goes to a body above; what it asks for is no task (Decree 30/2020/NĐ-CP, Appendix III).
_KINDS_THAT_PROPOSE = frozenset({"báo cáo", "tờ trình"})
_NORMATIVE_NUMBER = re.compile(r"/(?:19|20)\d\d/")
_WORDS_OF_OTHERS = (RegionKind.RECIPIENTS, RegionKind.SIGNATURE, RegionKind.COPY, RegionKind.STAMP, RegionKind.NOTES)
_ROOTS_WITHOUT_TASKS = (ProvisionKind.HEADER, ProvisionKind.CLOSING)
_DUTIES = re.compile(
    r"trách\s+nhiệm|tổ\s+chức\s+thực\s+hiện|(?:^|\.\s*)nhiệm\s+vụ(?:,\s*quyền\s+hạn)?\s+của", re.IGNORECASE
)

# "Bộ trưởng Bộ Tài chính chịu trách nhiệm hướng dẫn thi hành Nghị định này" is work; "… thi hành" alone is none.
_BEARS_DUTY = re.compile(r"(?:có|chịu)\s+trách\s+nhiệm\s+(?!(?:tổ\s+chức\s+)?thi\s+hành)", re.IGNORECASE)


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
    is_normative = _is_normative(header)
    reader = Reader(text, issued_on, is_normative)
    roots = [root for root in build_units(text, provisions) if not _is_of_others(root, header)]
    order = _order_of_preamble(text, roots)
    has_numbered = any(root.provision.numbered for root in roots)
    yield from _closing_drafts(reader, header, provisions)
    for root in roots:
        if root.provision.kind is ProvisionKind.PREAMBLE:
            if not has_numbered:
                yield from _letter_drafts(reader, root)
        elif is_normative:
            for unit in _duty_units(text, root):
                yield from (draft for draft in reader.read(unit, None) if _addresses_body(draft))
            for unit in _ordering_units(text, root):
                yield from replace(reader, is_normative=False).read(unit, None)
        else:
            yield from reader.read(root, order)


def _is_normative(header: Header) -> bool:
    kind, number = header.facts.get(Field.KIND), header.facts.get(Field.NUMBER)
    return bool(kind and kind.value.lower() in _NORMATIVE_KINDS) or bool(
        number and _NORMATIVE_NUMBER.search(number.value)
    )


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
            yield from reader.read_beside_force(
                Unit(root.provision, root.start, root.end if first_line < 0 else first_line)
            )


def _letter_drafts(reader: Reader, preamble: Unit) -> Iterator[Draft]:
    """A letter or telegram without numbered units: its paragraphs that order somebody."""
    for unit in (preamble, *preamble.paragraphs):
        bare = Unit(unit.provision, unit.start, unit.end)
        yield from reader.read_letter_paragraph(bare)


def _ordering_units(text: str, root: Unit) -> Iterator[Unit]:
    """Units of the other articles that assign work outright ("Giao Sở Nội vụ …") or begin with a known body."""
    if root.provision.kind is ProvisionKind.ARTICLE and _DUTIES.search(
        root.provision.heading or root.words(text)[:200]
    ):
        return
    subject = read_subject(root.words(text)) if root.provision.numbered and not root.parts else None
    is_duty = bool(subject and _is_known_head(subject.bodies[0])) and bool(
        subject and _BEARS_DUTY.match(root.words(text), subject.predicate)
    )
    if subject and (ASSIGN.match(root.words(text)) or _is_known_unit(subject.bodies[0]) or is_duty):
        yield root
    for part in root.parts:
        yield from _ordering_units(text, part)


def _is_known_unit(body: str) -> bool:
    """Whether a body is one of the data file that carries out; authorities lay down rules in their own name."""
    return identify(body).entry is not None and not is_authority(body, 0)


def _is_known_head(body: str) -> bool:
    """Whether it is the head of one body of the data file ("Bộ trưởng Bộ Tài chính")."""
    headed = body_of_head(body)
    return headed is not None and identify(headed).entry is not None


def _addresses_body(draft: Draft) -> bool:
    """Whether a duty is a body's; those of officials, citizens and enterprises in general are rules, not tasks."""
    return any(BODY_START.match(body) and "cá nhân" not in body for body in draft.lead.bodies)


def _duty_units(text: str, root: Unit) -> Iterator[Unit]:
    """The articles of a normative document that say who is responsible for what."""
    heading = root.provision.heading or root.words(text)[:200]
    if root.provision.kind is ProvisionKind.ARTICLE:
        if _DUTIES.search(heading):
            yield root
        return
    for part in root.parts:
        yield from _duty_units(text, part)
