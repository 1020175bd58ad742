"""Walking edges from a start, level by level, each document once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from kb.catalogue.chains import Chains, Pointing
from kb.model import Derivation, NodeRef, Reason, Relation
from kb.trace.cards import Cards
from kb.trace.edges import (
    changing_edges,
    document_edges,
    inherited,
    merged,
    nested_edges,
    registry_edge,
    task_edges,
    topic_edges,
)
from kb.trace.provisions import names_provision

# Edges read of one level and documents walked through: what a person can take in, and what keeps a trace quick.
MOST_PER_LEVEL = 400
MOST_DOCUMENTS = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A task or provision of a held document: its span in the document's text."""

    start: int
    end: int
    document_text: str

    @property
    def text(self) -> str:
        return self.document_text[self.start : self.end]


class Walk:
    """One trace. A start within a document has a place, which restricts its first step."""

    def __init__(
        self,
        chains: Chains,
        cards: Cards,
        stated: Sequence[Derivation] = (),
    ) -> None:
        """`stated` are edges that people added; a walk goes on through them as through any other."""
        self._chains = chains
        self._cards = cards
        self._stated = stated
        self.is_cut = False

    def up(self, start: NodeRef, place: Place | None) -> tuple[Derivation, ...]:
        """Everything that the start rests on, nearest first; successors of what has been replaced among it."""
        edges = _direct_first(list(self._first_up(start, place)))
        if place is not None:
            # What others say of the document as a whole counts for its tasks as well.
            said = self._edges_above({start.document_id}, with_own=False)
            edges += _direct_first([*edges, *(inherited(edge, start) for edge in said)])[len(edges) :]
        seen = {start.document_id}
        level = self._next(edges, seen, upward=True)
        while level:
            seen |= level
            found = [*self._edges_above(level), *self._successors(level)]
            edges += found
            level = self._next(found, seen, upward=True)
        return merged(_reached(edges, start))

    def down(self, start: NodeRef, first: Iterable[Derivation]) -> tuple[Derivation, ...]:
        """Everything that carries the start out; `first` are its own lower edges."""
        edges = list(first)
        seen = {start.document_id}
        level = self._next(edges, seen, upward=False)
        while level:
            seen |= level
            found = self._edges_below(level)
            edges += found
            level = self._next(found, seen, upward=False)
        return merged(edges)

    def first_below(self, start: NodeRef) -> list[Derivation]:
        """What carries out the start; of a provision, what cites that provision."""
        if start.path is None:
            return self._edges_below({start.document_id})
        pointings = self._chains.to_nodes({start.document_id})
        cited = [p for p in pointings if names_provision(p.reference.provision, start.path)]
        self._cards.learn(cited)
        edges = [edge for p in cited for edge in (*document_edges(p), *task_edges(p))]
        return [replace(edge, upper=start) for edge in edges] + [e for e in self._stated if e.upper == start]

    def _edges_below(self, nodes: set[str]) -> list[Derivation]:
        pointings = self._chains.to_nodes(nodes, MOST_PER_LEVEL)
        self.is_cut = self.is_cut or len(pointings) >= MOST_PER_LEVEL
        self._cards.learn(pointings)
        # A task that is only about a document is stored as resting on it where its document does.
        of_tasks = [edge for p in pointings for edge in (*task_edges(p), *topic_edges(p))]
        stated = of_tasks + [edge for p in pointings for edge in (*document_edges(p), *nested_edges(p))]
        links = [link for link in self._chains.registry_to(nodes) if link.relation in _RESTING_OR_PART]
        self._cards.learn((), links)
        added = [edge for edge in self._stated if edge.upper.document_id in nodes and edge.upper.path is None]
        return stated + added + [registry_edge(link) for link in links]

    def attachments(self, nodes: Collection[str]) -> list[str]:
        """Held documents that are parts of these ("Kèm theo Nghị quyết số …"), in files of their own."""
        edges = [edge for p in self._chains.to_nodes(nodes, MOST_PER_LEVEL) for edge in document_edges(p)]
        edges += [edge for edge in self._stated if edge.upper.document_id in nodes]
        return list(dict.fromkeys(e.lower.document_id for e in edges if e.relation is Relation.CONTAINS))

    def _first_up(self, start: NodeRef, place: Place | None) -> Iterable[Derivation]:
        pointings = self._chains.from_documents({start.document_id}, with_mentions=place is not None)
        self._cards.learn(pointings)
        yield from (edge for edge in self._stated if edge.lower == start)
        if place is None:
            yield from (edge for p in pointings for edge in (*document_edges(p), *task_edges(p), *nested_edges(p)))
            yield from self._edges_above({start.document_id}, with_own=False)
            return
        inside = [p for p in pointings if place.start <= p.reference.start < place.end]
        rested = {edge.upper for p in pointings for edge in document_edges(p)}
        for pointing in (_quoted(p, start, place) for p in inside):
            for edge in (*task_edges(pointing), *document_edges(pointing)):
                yield replace(edge, lower=start)
            yield from (replace(edge, lower=start) for edge in topic_edges(pointing) if edge.upper in rested)
            yield from nested_edges(pointing)
        for pointing in pointings:
            if pointing not in inside:
                yield from (inherited(edge, start) for edge in document_edges(pointing))

    def _edges_above(self, nodes: set[str], *, with_own: bool = True) -> list[Derivation]:
        """What these documents rest on, by their own words, by what others say of them and by the registry."""
        own = self._chains.from_documents(nodes) if with_own else []
        through = self._chains.through_nodes(nodes, MOST_PER_LEVEL)
        links = [link for link in self._chains.registry_from(nodes) if link.relation in _RESTING_OR_PART]
        self._cards.learn([*own, *through], links)
        edges = [edge for p in own for edge in document_edges(p)]
        edges += [edge for p in through for edge in nested_edges(p)]
        edges += [edge for edge in self._stated if edge.lower.document_id in nodes and edge.lower.path is None]
        return edges + [registry_edge(link) for link in links]

    def _successors(self, nodes: set[str]) -> list[Derivation]:
        """What took the place of these documents: a trace goes on through it."""
        pointings = self._chains.changing(nodes)
        links = [link for link in self._chains.registry_to(nodes) if link.relation is Relation.REPLACES]
        stated = [edge for p in pointings for edge in changing_edges(p) if edge.relation is Relation.REPLACES]
        edges = stated + [registry_edge(link) for link in links]
        return [edge for edge in edges if edge.upper.document_id in nodes]

    def _next(self, edges: Iterable[Derivation], seen: set[str], *, upward: bool) -> set[str]:
        ends = {_outer(edge, upward) for edge in edges} - seen
        room = MOST_DOCUMENTS - len(seen)
        self.is_cut = self.is_cut or len(ends) > room
        return set(sorted(ends)[: max(0, room)])


_RESTING_OR_PART = frozenset({Relation.BASED_ON, Relation.IMPLEMENTS, Relation.CONTAINS})


def _outer(edge: Derivation, upward: bool) -> str:
    """The end of an edge that lies farther from the start: upwards the upper one, or a successor."""
    is_succession = edge.relation is Relation.REPLACES
    return (edge.upper if upward and not is_succession else edge.lower).document_id


def _quoted(pointing: Pointing, start: NodeRef, place: Place) -> Pointing:
    """A mention in a provision that is no task, as a citation by the start, with its sentence."""
    if pointing.quote is not None:
        return pointing
    reference = pointing.reference
    first, last = max(place.start, reference.evidence_start), min(place.end, reference.evidence_end)
    first, last = min(first, reference.start), max(last, reference.end)
    quote = place.document_text[first:last]
    return replace(pointing, task=start.path, quote=quote, quote_start=first)


def _direct_first(edges: list[Derivation]) -> list[Derivation]:
    """Without what is inherited from the document where the start itself cites the same one."""
    own = {edge.upper for edge in edges if edge.reason is not Reason.INHERITED}
    return [edge for edge in edges if edge.reason is not Reason.INHERITED or edge.upper not in own]


def _reached(edges: list[Derivation], start: NodeRef) -> list[Derivation]:
    """The edges that lie on a way up from the start; what a text says of documents beside the way is left out."""
    by_end: dict[str, list[Derivation]] = {}
    for edge in edges:
        near = edge.upper if edge.relation is Relation.REPLACES else edge.lower
        by_end.setdefault(near.document_id, []).append(edge)
    reached, waiting = {start.document_id}, [start.document_id]
    while waiting:
        for edge in by_end.get(waiting.pop(), ()):
            far = _outer(edge, upward=True)
            if far not in reached:
                reached.add(far)
                waiting.append(far)
    return [edge for edge in edges if {edge.lower.document_id, edge.upper.document_id} <= reached]
