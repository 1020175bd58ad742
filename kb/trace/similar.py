"""Suggestions: tasks of linked documents that say the same. Never without a link that the texts themselves state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kb.catalogue.chains import Chains
from kb.model import Derivation, Evidence, NodeRef, Reason, Relation
from kb.trace.likeness import alike
from kb.trace.works import Work, parts_of, works_of

# Tasks compared for one trace, those of the nearest documents first: more would take longer than a trace may.
MOST_COMPARED = 600
# Documents above whose whole text is read for what they want done, the nearest first, and their works compared.
MOST_READ = 8
MOST_WORKS = 3_000
# Suggestions shown of one task.
MOST_SHOWN = 3


def suggested_above(chains: Chains, start: NodeRef, documents: Iterable[str]) -> list[Derivation]:
    """What tasks and items of documents above may have given rise to this task, likeliest first."""
    own, found = chains.tasks({start.document_id}).get(start.document_id, []), []
    if all(task.where != start.path for task in own):
        return []
    texts = [task.text for task in own]
    for document, works in _works(chains, list(dict.fromkeys(documents))[:MOST_READ]):
        for pair in alike(texts, [work.text for work in works], parts=parts_of(works)):
            if own[pair.lower].where == start.path:
                lower = (start.document_id, own[pair.lower])
                found.append(edge(lower, (document, works[pair.upper]), pair.confidence))
    return _likeliest(found)


def suggested_below(chains: Chains, start: NodeRef, documents: Iterable[str]) -> list[Derivation]:
    """What tasks of documents below may carry this task or item out, likeliest first."""
    own = next((works for _, works in _works(chains, [start.document_id])), [])
    if all(work.where != start.path for work in own):
        return []
    texts, found = [work.text for work in own], []
    for document, others in _nearest(chains, documents):
        for pair in alike([task.text for task in others], texts, parts=parts_of(own)):
            if own[pair.upper].where == start.path:
                upper = (start.document_id, own[pair.upper])
                found.append(edge((document, others[pair.lower]), upper, pair.confidence))
    return _likeliest(found)


def edge(lower: tuple[str, Work], upper: tuple[str, Work], confidence: float) -> Derivation:
    """A suggestion with the two texts side by side."""
    ends = [NodeRef(document, work.where) for document, work in (lower, upper)]
    evidence = tuple(_quoted(document, work) for document, work in (lower, upper))
    return Derivation(ends[0], ends[1], Relation.IMPLEMENTS, Reason.SIMILAR, confidence, evidence)


def _quoted(document: str, work: Work) -> Evidence:
    return Evidence(document, work.where, work.text, work.start, work.start + len(work.text), None)


def _likeliest(found: list[Derivation]) -> list[Derivation]:
    return sorted(found, key=lambda edge: -edge.confidence)[:MOST_SHOWN]


def _works(chains: Chains, documents: Sequence[str]) -> Iterator[tuple[str, list[Work]]]:
    """What these documents want done, in their order, while there is time for it."""
    room = MOST_WORKS
    for document_id in documents:
        read = chains.texts({document_id}).get(document_id)
        if read is None or room <= 0:
            continue
        works = works_of(*read, chains.tasks({document_id}).get(document_id, []))[:room]
        room -= len(works)
        if works:
            yield document_id, works


def _nearest(chains: Chains, documents: Iterable[str]) -> Iterator[tuple[str, Sequence[Work]]]:
    """The tasks of these documents, the nearest first, while there is time for them."""
    ordered = list(dict.fromkeys(documents))
    room = MOST_COMPARED
    for first in range(0, len(ordered), 20):
        part = ordered[first : first + 20]
        tasks = chains.tasks(set(part))
        for document in part:
            others = tasks.get(document, [])[:room]
            room -= len(others)
            if others:
                yield document, others
            if room <= 0:
                return
