"""Results as the product shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kb.model import DocumentSummary, Hit, RegistryEntry
from kb.search.values import Ranked, Standing


def hit_of(rank: int, item: Ranked, document: DocumentSummary, standing: Standing | None) -> Hit:
    passage = item.found.passage
    return Hit(
        rank=rank,
        document_id=document.id,
        registry_id=None,
        number=document.number,
        title=document.title,
        source=document.source,
        path=passage.path,
        heading=passage.heading,
        text=passage.text,
        start=passage.start,
        end=passage.end,
        page=passage.page,
        score=round(item.score, 4),
        why=item.why,
        warnings=tuple(standing.warnings(document.id)) if standing else (),
        also_in=item.also_in,
    )


def hit_of_entry(rank: int, entry: RegistryEntry, why: str, standing: Standing | None) -> Hit:
    """A document that is registered and not held: its facts, and where its text can be had."""
    where = f"; toàn văn: {entry.full_text_at}" if entry.full_text_at else ""
    return Hit(
        rank=rank,
        document_id=None,
        registry_id=entry.id,
        number=entry.number,
        title=entry.title,
        source=None,
        path="",
        heading=None,
        text=described(entry),
        start=0,
        end=0,
        page=None,
        score=1.0,
        why=f"{why}; có trong sổ văn bản, kho chưa có toàn văn{where}",
        warnings=tuple(standing.warnings(entry.id)) if standing else (),
    )


def described(item: RegistryEntry | DocumentSummary) -> str:
    """ "Quyết định 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ: Phê duyệt …" """
    day = f"ngày {item.issued_on:%d/%m/%Y}" if item.issued_on else None
    by = f"của {item.issuer}" if item.issuer else None
    name = " ".join(part for part in (item.kind, item.number, day, by) if part)
    return f"{name}: {item.title}" if item.title else name


def numbered(
    items: Sequence[Ranked], documents: Mapping[str, DocumentSummary], first: int, standing: Standing | None
) -> list[Hit]:
    shown = [item for item in items if item.found.document_id in documents]
    return [
        hit_of(first + place, item, documents[item.found.document_id], standing) for place, item in enumerate(shown)
    ]
