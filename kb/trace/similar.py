"""Suggestions: tasks of linked documents that say the same. Never without a link that the texts themselves state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.catalogue.chains import Chains
from kb.model import Derivation, Evidence, NodeRef, Reason, Relation, Task
from kb.trace.likeness import alike

# Tasks compared for one trace, those of the nearest documents first: more would take longer than a trace may.
MOST_COMPARED = 300
# Suggestions shown of one task.
MOST_SHOWN = 3


def suggested_above(chains: Chains, start: NodeRef, documents: Iterable[str]) -> list[Derivation]:
    """What tasks of documents above may have given rise to this one, likeliest first."""
    own, found = chains.tasks({start.document_id}).get(start.document_id, []), []
    texts = [task.text for task in own]
    for document, others in _nearest(chains, documents):
        for pair in alike(texts, [task.text for task in others]):
            lower = (start.document_id, own[pair.lower])
            if lower[1].where == start.path:
                found.append(edge(lower, (document, others[pair.upper]), pair.confidence))
    return _likeliest(found)


def suggested_below(chains: Chains, start: NodeRef, documents: Iterable[str]) -> list[Derivation]:
    """What tasks of documents below may carry this one out, likeliest first."""
    own, found = chains.tasks({start.document_id}).get(start.document_id, []), []
    texts = [task.text for task in own]
    for document, others in _nearest(chains, documents):
        for pair in alike([task.text for task in others], texts):
            upper = (start.document_id, own[pair.upper])
            if upper[1].where == start.path:
                found.append(edge((document, others[pair.lower]), upper, pair.confidence))
    return _likeliest(found)


def edge(lower: tuple[str, Task], upper: tuple[str, Task], confidence: float) -> Derivation:
    """A suggestion with the two texts side by side."""
    ends = [NodeRef(document, task.where) for document, task in (lower, upper)]
    evidence = tuple(_quoted(document, task) for document, task in (lower, upper))
    return Derivation(ends[0], ends[1], Relation.IMPLEMENTS, Reason.SIMILAR, confidence, evidence)


def _quoted(document: str, task: Task) -> Evidence:
    return Evidence(document, task.where, task.text, task.start, task.end, None)


def _likeliest(found: list[Derivation]) -> list[Derivation]:
    return sorted(found, key=lambda edge: -edge.confidence)[:MOST_SHOWN]


def _nearest(chains: Chains, documents: Iterable[str]) -> Iterator[tuple[str, list[Task]]]:
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
