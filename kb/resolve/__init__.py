"""References found in texts are resolved against what is held and registered, again whenever either changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from kb.catalogue import Writer
from kb.catalogue.links import KnownDocument, Links, Name
from kb.model import Document, Reference
from kb.number import number_key
from kb.resolve.entries import relink
from kb.resolve.evidence import pointers
from kb.resolve.full import Pointed
from kb.resolve.known import Known, known_all, known_for
from kb.resolve.names import Kindred, designations_of, name_keys, number_keys
from kb.resolve.pointing import point

__all__ = ["Known", "Pointed", "known_of", "resolve_after_change", "resolve_all", "resolve_references"]

# Documents resolved at a time, which bounds the texts held in memory.
_BATCH = 200


def resolve_references(references: Sequence[Reference], citing: Document, known: Known) -> list[Pointed]:
    """What each reference of a document points to, in order; nothing is stored."""
    return point(references, known_of(citing), known)


def resolve_after_change(writer: Writer, changed: Collection[str] | None) -> None:
    """Resolves again what a change may alter, within the writer's transaction.

    `changed` are ids of documents, or of entries of the registry, that were added, changed or removed; None: anything
    may have changed, everything is resolved.
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
    links.put_names((), [name for document in known.by_id.values() for name in designations_of(document)])
    relink(links, links.entries(), known)
    _store(links, links.document_ids(), known)


def _resolve_changed(links: Links, changed: set[str]) -> None:
    called = _renamed(links, changed)
    # Entries of the registry that may stand for another document now: what cites them is resolved again as well.
    moved = links.entries_standing(changed | links.bearers(name_keys(called)), number_keys(called))
    called += [name for known in links.known((), ids=moved) for name in designations_of(known)]
    keys, touched = number_keys(called), changed | moved
    entries = links.entries((), ids=touched | links.entries_speaking_of(touched, keys))
    affected = changed | links.documents_pointing_at(touched) | _documents_citing(links, called)
    said = {key for entry in entries for relation in entry.relations if (key := number_key(relation.number))}
    references = [reference for group in links.references(affected).values() for reference in group]
    known = known_for(links, references, keys | said, touched | {entry.id for entry in entries})
    relink(links, entries, known, gone=changed - {entry.id for entry in entries})
    _store(links, affected, known)


def _documents_citing(links: Links, called: Sequence[Name]) -> set[str]:
    """Documents that cite one of these numbers, or a name that may be one of these."""
    kindred = Kindred(name_keys(called))
    by_name = {document for document, key in links.documents_naming(kindred.heads) if kindred.may_be(key)}
    return links.documents_citing(number_keys(called)) | by_name


def _renamed(links: Links, changed: set[str]) -> list[Name]:
    """Stores what the changed documents and entries are called now; what they were called before is told with it."""
    before = links.names_of_nodes(changed)
    now = [name for known in links.known((), ids=changed) for name in designations_of(known)]
    links.put_names(changed, now)
    return before + now


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
