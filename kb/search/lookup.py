"""Looking documents up: what is shown of a document that the query names, and of the places that cite it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.index import Found, Scored, SearchIndex
from kb.index.weights import merged
from kb.lexicon.words import terms
from kb.model import DocumentSummary, Filters
from kb.number import DocumentNumber, parse
from kb.search.names import is_cited_in
from kb.search.values import NamedDocument, Ranked

READ_OF_DOCUMENT = 400  # passages of a named document that are looked at
MOST_CITING = 20  # places that cite it
READ_FOR_CITING = 60  # passages read to find them
REPEATS_TITLE = 0.7  # share of the title's words and phrases
UNNUMBERED = ("đầu văn bản", "mở đầu", "cuối văn bản")  # paths before and behind the numbered units


def put_first(
    index: SearchIndex,
    named: Sequence[NamedDocument],
    numbers: Sequence[DocumentNumber],
    limits: tuple[Filters, Sequence[str]],
    rest: Sequence[Ranked],
) -> list[Ranked | NamedDocument]:
    """The documents that the query asks for by name, who cites their `numbers`, then the `rest` of the results.

    Where it is not certain that a name is meant and the best result lies in that document anyway, it stays first.
    """
    first: list[Ranked | NamedDocument] = []
    for item in named:
        if item.document_id is None:
            first.append(item)
        else:
            first += opening_passages(index, index.documents[item.document_id], item.why)
    for number in numbers:
        first += citing_passages(index, number, *limits)
    leads = bool(rest) and any(item.document_id == rest[0].found.document_id for item in named if not item.is_certain)
    ordered: list[Ranked | NamedDocument] = [rest[0], *first, *rest[1:]] if leads else [*first, *rest]
    once: dict[str | None, Ranked | NamedDocument] = {}
    for result in ordered:
        once.setdefault(_key(result), result)
    return list(once.values())


def _key(item: Ranked | NamedDocument) -> str | None:
    return item.found.passage.id if isinstance(item, Ranked) else item.registry_id


def opening_passages(index: SearchIndex, document: DocumentSummary, why: str) -> list[Ranked]:
    """The passages that say what a document is: its head, its first unit, and the one that prints most of its title."""
    title = document.title or document.kind or ""
    filters = Filters(document_ids=(document.id,))
    weights = merged((term, 1.0) for term in terms(title))
    found = _read(index, index.engine.matching(weights, filters, (), READ_OF_DOCUMENT))
    chosen = _telling(sorted(found, key=lambda item: item.passage.start), frozenset(terms(title)))
    full_why = ", ".join(part for part in (why, document.issuer, _day(document)) if part)
    return [Ranked(item, 1.0, full_why) for item in chosen]


def _telling(in_order: Sequence[Found], title: frozenset[str]) -> list[Found]:
    """The head, the first unit, and the passage whose own words hold most of the title; each once.

    A first unit that repeats the title ("Điều 1. Phê duyệt …") is what the document does, and stands before the head.
    """
    if not in_order:
        return []
    units = [item for item in in_order if item.passage.path.split("/")[0] not in UNNUMBERED][:1]
    does = [item for item in units if _share_of_title(item, title) >= REPEATS_TITLE]
    most = max(in_order[1:] or in_order, key=lambda item: _share_of_title(item, title))
    chosen = [*does, in_order[0], *units, most]
    return list({item.passage.id: item for item in chosen}.values())


def _share_of_title(item: Found, title: frozenset[str]) -> float:
    return len(title & frozenset(terms(item.passage.text))) / (len(title) or 1)


def citing_passages(
    index: SearchIndex, number: DocumentNumber, filters: Filters, without: Sequence[str]
) -> list[Ranked]:
    """The places that print a number, those of the document itself left out."""
    weights = merged((term, 1.0) for term in terms(str(number)))
    found = _read(index, index.engine.matching(weights, filters, without, READ_FOR_CITING))
    return [
        Ranked(item, 0.9, f"viện dẫn {number}")
        for item in found
        if is_cited_in(item.passage.text, number) and not _is_own(index, item, number)
    ][:MOST_CITING]


def _is_own(index: SearchIndex, item: Found, number: DocumentNumber) -> bool:
    document = index.documents.get(item.document_id)
    own = parse(document.number) if document and document.number else None
    return own is not None and own.key == number.key


def _read(index: SearchIndex, scored: Sequence[Scored]) -> list[Found]:
    found = index.engine.fetch([item.key for item in scored])
    return [found[item.key] for item in scored if item.key in found]


def _day(document: DocumentSummary) -> str | None:
    return f"ngày {document.issued_on:%d/%m/%Y}" if document.issued_on else None


def within(
    named: Sequence[NamedDocument], filters: Filters, documents: dict[str, DocumentSummary]
) -> list[NamedDocument]:
    """The named documents that the filters let through. An entry of the registry passes when nothing is filtered."""
    is_free = replace(filters, document_ids=()) == Filters()
    return [
        item
        for item in named
        if (item.document_id is None and is_free and not filters.document_ids)
        or (
            item.document_id is not None
            and item.document_id in documents
            and passes(documents[item.document_id], filters)
        )
    ]


def passes(document: DocumentSummary, filters: Filters) -> bool:
    """Whether a document is let through (`in_force` aside)."""
    day = document.issued_on
    return (
        (not filters.kinds or document.kind in filters.kinds)
        and (not filters.levels or document.level in filters.levels)
        and (not filters.localities or document.locality in filters.localities)
        and (not filters.issuers or document.issuer in filters.issuers)
        and (not filters.document_ids or document.id in filters.document_ids)
        and (filters.issued_from is None or (day is not None and day >= filters.issued_from))
        and (filters.issued_to is None or (day is not None and day <= filters.issued_to))
    )
