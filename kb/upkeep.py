"""What a maintainer can do for the knowledge base, in order of what helps most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kb.model import Document, Field, Linked, MissingDocument, Notice, Provision, ResolutionStatus, StoredDocument

# A fact read with less confidence than this (0 to 1) wants a person's look.
DOUBTFUL = 0.7
# Facts that every issued document has; one that is absent was not read, or the file does not print it.
_EXPECTED = (Field.NUMBER, Field.ISSUED_ON, Field.KIND, Field.ISSUER, Field.TITLE)


@dataclass(frozen=True, slots=True)
class DocumentHealth:
    """How well one document was read. `absent` and `doubtful` are facts; counts are of its references."""

    document_id: str
    format: str
    encoding: str | None
    page_count: int | None
    notices: tuple[Notice, ...]
    absent: tuple[Field, ...]
    doubtful: tuple[Field, ...]
    reference_count: int
    missing_count: int
    ambiguous_count: int
    unit_count: int

    @property
    def is_sound(self) -> bool:
        return not (self.notices or self.absent or self.doubtful or self.ambiguous_count or not self.unit_count)


def health_of(stored: StoredDocument) -> DocumentHealth:
    return with_references(reading_health(stored.document, stored.provisions), stored.references)


def with_references(health: DocumentHealth, references: Sequence[Linked]) -> DocumentHealth:
    """The health with what the references resolve to now, which other documents change."""
    return replace(
        health,
        reference_count=len(references),
        missing_count=_count(references, ResolutionStatus.MISSING),
        ambiguous_count=_count(references, ResolutionStatus.AMBIGUOUS),
    )


def reading_health(document: Document, provisions: Sequence[Provision]) -> DocumentHealth:
    """The health as far as it hangs on the document alone."""
    return DocumentHealth(
        document_id=document.id,
        format=document.format,
        encoding=document.encoding,
        page_count=document.page_count,
        notices=document.notices,
        absent=tuple(field for field in _EXPECTED if document.value(field) is None),
        doubtful=tuple(field for field in Field if _is_doubtful(document, field)),
        reference_count=0,
        missing_count=0,
        ambiguous_count=0,
        unit_count=sum(provision.numbered for provision in provisions),
    )


def _is_doubtful(document: Document, field: Field) -> bool:
    fact = document.facts.get(field)
    return fact is not None and fact.confidence < DOUBTFUL and not document.is_corrected(field)


def _count(references: Iterable[Linked], status: ResolutionStatus) -> int:
    return sum(
        linked.resolution.status is status if linked.resolution else status is ResolutionStatus.MISSING
        for linked in references
    )


class WorkKind(StrEnum):
    FETCH = "fetch"
    CORRECT = "correct"
    READ_AGAIN = "read-again"
    DISAMBIGUATE = "disambiguate"


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to do. `gain` is how many citations, facts or pages it makes good; `document_id` where it is done."""

    kind: WorkKind
    gain: int
    what: str
    document_id: str | None = None
    where: str | None = None


def work_list(healths: Iterable[DocumentHealth], missing: Sequence[MissingDocument]) -> tuple[Work, ...]:
    """Everything worth doing, what helps most first."""
    found = [work for health in healths for work in _work_on(health)]
    found += [_fetch(item) for item in missing]
    return tuple(sorted(found, key=lambda work: (-work.gain, work.kind.value, work.what)))


def _work_on(health: DocumentHealth) -> Iterable[Work]:
    wanting = len(health.absent) + len(health.doubtful)
    if wanting:
        yield Work(WorkKind.CORRECT, wanting, f"kiểm tra {wanting} dữ kiện", health.document_id)
    pages = {notice.page for notice in health.notices if notice.page is not None}
    if pages:
        yield Work(WorkKind.READ_AGAIN, len(pages), f"xin bản rõ hơn cho {len(pages)} trang", health.document_id)
    if health.ambiguous_count:
        what = f"làm rõ {health.ambiguous_count} viện dẫn chỉ đến nhiều văn bản"
        yield Work(WorkKind.DISAMBIGUATE, health.ambiguous_count, what, health.document_id)


def _fetch(item: MissingDocument) -> Work:
    return Work(
        WorkKind.FETCH,
        item.citation_count,
        f"bổ sung {item.number or item.name}, được viện dẫn {item.citation_count} lần",
        where=item.full_text_at,
    )
