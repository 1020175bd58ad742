"""References found in texts are resolved against what is held and registered, again whenever either changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from kb.catalogue import Writer
from kb.catalogue.links import KnownDocument, Links
from kb.model import Document, Reference
from kb.number import number_key
from kb.resolve.entries import relink
from kb.resolve.evidence import pointers
from kb.resolve.known import Known, known_all, known_for
from kb.resolve.names import names_of
from kb.resolve.pointing import Pointed, point

__all__ = ["Known", "Pointed", "known_of", "resolve_after_change", "resolve_all", "resolve_references"]

# Documents resolved at a time, which bounds the texts held in memory.
_BATCH = 200


def resolve_references(references: Sequence[Reference], citing: Document, known: Known) -> list[Pointed]:
    """What each reference of a document points to, in order; nothing is stored."""
    return point(references, known_of(citing), known)


def resolve_after_change(writer: Writer, changed: Collection[str] | None) -> None:
    """Resolves again what a change may alter, within the writer's transaction.

    `changed` are ids of documents added, changed or removed; None: the registry changed, everything is resolved.
    """
    links = Links(writer.connection)
    if changed is None:
        resolve_all(links)
    else:
        _resolve_changed(links, set(changed))


def resolve_all(links: Links) -> None:
    """Resolves every reference anew."""
    links.forget_all()
    known = known_all(links)
    links.put_names((), known.names)
    relink(links, links.entries(), known)
    _store(links, links.document_ids(), known)


def _resolve_changed(links: Links, changed: set[str]) -> None:
    here = links.known((), ids=changed)
    names = [name for known in here for name in names_of(known)]
    links.put_names(changed, names)
    keys = {known.number_key for known in here if known.number_key}
    heads = {name.head for name in names}
    touched = links.entries_touching(changed, keys) | {name.node for name in links.names(heads)} - changed
    entries = links.entries((), ids=touched)
    affected = changed | links.documents_pointing_at(changed) | links.documents_citing(keys, heads)
    affected |= links.documents_pointing_at([entry.id for entry in entries if entry.id in touched])
    said = {key for entry in entries for relation in entry.relations if (key := number_key(relation.number))}
    own = {key for entry in entries if (key := number_key(entry.number))}
    references = [reference for group in links.references(affected).values() for reference in group]
    known = known_for(links, references, keys | said | own)
    relink(links, entries, known)
    _store(links, affected, known)


def _store(links: Links, ids: Iterable[str], known: Known) -> None:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _BATCH):
        batch = ordered[start : start + _BATCH]
        references, tasks, provisions = links.references(batch), links.tasks(batch), links.provisions(batch)
        for document in links.documents([document_id for document_id in batch if document_id in references]):
            cited = references[document.id]
            pointed = point(cited, known_of(document), known)
            found = pointers(document, provisions[document.id], cited, tasks.get(document.id, ()), pointed)
            links.put_pointers(document.id, found)


def known_of(document: Document) -> KnownDocument:
    """What resolution needs of the citing document."""
    return KnownDocument(
        document.id, True, document.number, number_key(document.number), document.kind, document.issuer,
        document.level, document.locality, document.issued_on, document.title,
    )  # fmt: skip
