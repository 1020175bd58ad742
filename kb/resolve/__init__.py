"""References found in texts are resolved against what is held and registered, again whenever either changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from kb.catalogue import Writer
from kb.catalogue.links import KnownDocument, Links, Name
from kb.model import Document, Reference
from kb.number import number_key
from kb.resolve.entries import relink
from kb.resolve.evidence import pointers
from kb.resolve.known import Known, known_all, known_for
from kb.resolve.names import designations_of, name_heads, number_keys
from kb.resolve.pointing import Pointed, point

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
    touched = changed | links.entries_touching(changed, number_keys(called))
    touched |= {name.node for name in links.names(name_heads(called))}
    # An entry of the registry may stand for another document now: what cites the entry is resolved again as well.
    called += [name for known in links.known((), ids=touched) for name in designations_of(known)]
    keys, heads = number_keys(called), name_heads(called)
    touched |= links.entries_touching((), keys)
    entries = links.entries((), ids=touched)
    affected = changed | links.documents_pointing_at(touched) | links.documents_citing(keys, heads)
    said = {key for entry in entries for relation in entry.relations if (key := number_key(relation.number))}
    references = [reference for group in links.references(affected).values() for reference in group]
    known = known_for(links, references, keys | said, touched)
    relink(links, entries, known, gone=changed - {entry.id for entry in entries})
    _store(links, affected, known)


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
