"""Where a task, provision or document comes from, what carries it out, and what has become of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kb.catalogue import Catalogue
from kb.catalogue.chains import Chains, reading_chains
from kb.errors import NotFound
from kb.model import Derivation, MissingDocument, NodeRef, Relation, Trace, TraceNode
from kb.trace.below import CarriedOut, carried_out
from kb.trace.cards import Cards
from kb.trace.decisions import Decided
from kb.trace.edges import RESTING, document_edges, merged
from kb.trace.impact import Impact
from kb.trace.missing import missing
from kb.trace.status import changes
from kb.trace.walk import Place, Walk


class Tracer:
    """Answers from one catalogue; keeps nothing between calls, so it always sees what is stored."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def trace(self, ref: NodeRef) -> Trace:
        """The graph around a document (held, registered or only cited), or around a provision or task of a held one.

        Raises NotFound when there is no such document, or no such place in it.
        """
        decisions = self._catalogue.decisions()
        with reading_chains(self._catalogue) as chains:
            cards, decided = Cards(chains), Decided(decisions, chains)
            start = NodeRef(chains.canonical(ref.document_id), ref.path)
            place = self._place(chains, start)
            walk = Walk(chains, cards)
            up = decided.applied(walk.up(start, place))
            down = decided.applied(walk.down(start, walk.first_below(start)))
            up, down = _with_added(up, down, decided.added(), start)
            nodes = _nodes(chains, cards, start, (*up, *down))
            if place:
                nodes[start] = replace(nodes[start], text=place.text)
            return Trace(start, nodes, up, down)

    def document_warnings(self, document_id: str) -> tuple[str, ...]:
        """What a reader must know of this document: what has become of it, and of what it rests on. Vietnamese."""
        with reading_chains(self._catalogue) as chains:
            cards = Cards(chains)
            node = chains.canonical(document_id)
            own = changes(chains, cards, {node}).get(node, ())
            bases = _bases(chains, cards, node)
            changed = changes(chains, cards, set(bases))
            cards.load(bases)
            said = [f"Văn bản này {change.message}" for change in own]
            said += [
                f"Căn cứ {cards[base].called} {change.message}" for base in bases for change in changed.get(base, ())
            ]
            return tuple(dict.fromkeys(said))

    def missing(self) -> tuple[MissingDocument, ...]:
        """Documents that are cited and not held; what rests most on them first."""
        with reading_chains(self._catalogue) as chains:
            return missing(chains)

    def tasks_below(self, ref: NodeRef) -> tuple[CarriedOut, ...]:
        """Every task that carries out a document or provision, with the chain that leads up to it."""
        trace = self.trace(ref)
        with reading_chains(self._catalogue) as chains:
            return _tasks_below(chains, trace)

    def impact(self, document_id: str) -> Impact:
        """What has become of a document, and every document and task that rests on it."""
        trace = self.trace(NodeRef(document_id))
        with reading_chains(self._catalogue) as chains:
            node = trace.start.document_id
            changed = changes(chains, Cards(chains), {node}).get(node, ())
            rests = tuple(edge for edge in trace.down if edge.upper.document_id == node)
            further = tuple(edge for edge in trace.down if edge not in rests)
            return Impact(trace.start, changed, rests, further, _tasks_below(chains, trace))

    def _place(self, chains: Chains, start: NodeRef) -> Place | None:
        """The place that the path names; None for a whole document."""
        is_held = chains.known({start.document_id}).get(start.document_id)
        if is_held is None and not chains.is_cited(start.document_id):
            raise NotFound(
                "không có văn bản này", where=start.document_id, remedy="xem các văn bản đang có bằng `kb show`"
            )
        if start.path is None:
            return None
        document = self._catalogue.document(start.document_id)
        if document is None:
            raise NotFound("chưa có toàn văn của văn bản này", where=start.document_id, remedy="thêm bằng `kb add`")
        tasks = chains.tasks({start.document_id}).get(start.document_id, [])
        provisions = self._catalogue.provisions(start.document_id)
        spans = [(task.start, task.end) for task in tasks if task.where == start.path]
        spans += [(unit.start, unit.end) for unit in provisions if unit.path == start.path]
        if not spans:
            remedy = f"xem mục lục bằng `kb show {start.document_id}`"
            raise NotFound(f"văn bản không có “{start.path}”", where=start.document_id, remedy=remedy)
        return Place(*spans[0], document.text)


def _tasks_below(chains: Chains, trace: Trace) -> tuple[CarriedOut, ...]:
    documents = {edge.lower.document_id for edge in trace.down}
    return carried_out(trace.start.document_id, trace.down, chains.tasks(documents))


def _bases(chains: Chains, cards: Cards, node: str) -> list[str]:
    """What a document rests on directly, in the order of its text."""
    pointings = chains.from_documents({node})
    cards.learn(pointings)
    edges = [edge for pointing in pointings for edge in document_edges(pointing)]
    uppers = [edge.upper.document_id for edge in edges if edge.relation is not Relation.CONTAINS]
    uppers += [link.upper for link in chains.registry_from({node}) if link.relation in RESTING]
    return list(dict.fromkeys(uppers))


def _with_added(
    up: tuple[Derivation, ...], down: tuple[Derivation, ...], added: Iterable[Derivation], start: NodeRef
) -> tuple[tuple[Derivation, ...], tuple[Derivation, ...]]:
    """Edges that people added, where they touch what is shown."""
    above = {start, *(edge.upper for edge in up)}
    below = {start, *(edge.lower for edge in down)}
    stated = list(added)
    upper = [edge for edge in stated if edge.lower in above]
    lower = [edge for edge in stated if edge.upper in below and edge not in upper]
    return merged((*up, *upper)), merged((*down, *lower))


def _nodes(chains: Chains, cards: Cards, start: NodeRef, edges: Iterable[Derivation]) -> dict[NodeRef, TraceNode]:
    refs = dict.fromkeys([start, *(end for edge in edges for end in (edge.lower, edge.upper))])
    documents = {ref.document_id for ref in refs}
    cards.load(documents)
    changed = changes(chains, cards, documents)
    places = {ref for ref in refs if ref.path and ref != start}
    tasks = chains.tasks({ref.document_id for ref in places})
    texts = {NodeRef(document, task.where): task.text for document, group in tasks.items() for task in group}
    made = {}
    for ref in refs:
        card = cards[ref.document_id]
        warnings = tuple(f"{card.called} {change.message}" for change in changed.get(ref.document_id, ()))
        made[ref] = TraceNode(
            ref, card.number, card.title, card.issuer, card.issued_on, card.held, texts.get(ref), warnings,
            card.full_text_at,
        )  # fmt: skip
    return made
