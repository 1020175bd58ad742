"""How well a document was read: what a person should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kb.model import Document, Field, Notice, Provision, ResolutionStatus, StoredDocument
from kb.upkeep.unread import UnreadLine, unread_lines

# A fact read with less confidence than this (0 to 1) wants a person's look.
DOUBTFUL = 0.7
# Facts that every issued document has; one that is absent was not read, or the file does not print it.
_EXPECTED = (Field.NUMBER, Field.ISSUED_ON, Field.KIND, Field.ISSUER, Field.TITLE)
# The status of a reference that was not looked up yet.
_UNKNOWN = ResolutionStatus.MISSING
# What was rightly left out of the text; nobody need look.
_HARMLESS = frozenset(("page-numbers-left-out", "litter-left-out"))
# Kinds of documents that are written without numbered units (Decree 30/2020/NĐ-CP, appendix III).
_UNNUMBERED = frozenset(("công văn", "công điện", "thông báo", "giấy mời", "thư công", "giấy giới thiệu", "phiếu gửi"))


@dataclass(frozen=True, slots=True)
class DocumentHealth:
    """How well one document was read.

    `absent` and `doubtful` are facts, `blank_pages` the numbers of pages without text, `unread` lines of which nothing
    was made; the counts are of its references and of its numbered units.
    """

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
    blank_pages: tuple[int, ...] = ()
    unread: tuple[UnreadLine, ...] = ()
    wants_units: bool = True

    @property
    def trouble(self) -> int:
        """Places that a person should look at; 0 for a document that was read well."""
        notices = sum(notice.code not in _HARMLESS for notice in self.notices)
        facts = len(self.absent) + len(self.doubtful)
        has_no_units = self.wants_units and not self.unit_count
        return len(self.blank_pages) + len(self.unread) + facts + self.ambiguous_count + notices + has_no_units

    @property
    def is_sound(self) -> bool:
        return not self.trouble


def health_of(stored: StoredDocument) -> DocumentHealth:
    counts = Counter(linked.resolution.status if linked.resolution else _UNKNOWN for linked in stored.references)
    return with_counts(reading_health(stored.document, stored.provisions), counts)


def with_counts(health: DocumentHealth, counts: Mapping[ResolutionStatus, int]) -> DocumentHealth:
    """The health with what the references resolve to now, which other documents change: how many have which status."""
    return replace(
        health,
        reference_count=sum(counts.values()),
        missing_count=counts.get(ResolutionStatus.MISSING, 0),
        ambiguous_count=counts.get(ResolutionStatus.AMBIGUOUS, 0),
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
        blank_pages=blank_pages(document),
        unread=unread_lines(document, provisions),
        wants_units=(document.value(Field.KIND) or "").casefold() not in _UNNUMBERED,
    )


def blank_pages(document: Document) -> tuple[int, ...]:
    """The pages of which there is no text; none where the format has no pages."""
    anchors = document.anchors
    if not document.page_count or not any(anchor.page for anchor in anchors):
        return ()
    ends = [*(anchor.offset for anchor in anchors[1:]), len(document.text)]
    written = {
        anchor.page for anchor, end in zip(anchors, ends, strict=True) if document.text[anchor.offset : end].strip()
    }
    return tuple(page for page in range(1, document.page_count + 1) if page not in written)


def _is_doubtful(document: Document, field: Field) -> bool:
    fact = document.facts.get(field)
    return fact is not None and fact.confidence < DOUBTFUL and not document.is_corrected(field)
