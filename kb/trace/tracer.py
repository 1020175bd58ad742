"""The questions that derivations answer: where from, who carries it out, what is missing, covered, changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kb.catalogue import Catalogue
from kb.catalogue.chains import Chains, reading_chains
from kb.errors import NotFound
from kb.model import Evidence, MissingDocument, NodeRef, Relation, Trace
from kb.trace.attached import attached_unnumbered
from kb.trace.below import CarriedOut, carried_out
from kb.trace.cards import Cards
from kb.trace.coverage import Coverage, coverage
from kb.trace.decisions import Decided
from kb.trace.drift import Drift, drifts, ranked
from kb.trace.edges import RESTING, document_edges
from kb.trace.graph import draw_up
from kb.trace.impact import Impact, transition_rules
from kb.trace.indicators import indicators
from kb.trace.missing import missing
from kb.trace.status import Change, changes
from kb.trace.walk import Walk

# Documents above whose indicators are held against those of one document, nearest first.
_MOST_ABOVE = 30


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
            return draw_up(self._catalogue, chains, ref, decisions)

    def node_of(self, document_id: str) -> str:
        """The held document that stands for an entry of the registry; any other id is itself."""
        with reading_chains(self._catalogue) as chains:
            return chains.canonical(document_id)

    def document_warnings(self, document_id: str) -> tuple[str, ...]:
        """What a reader must know of this document: what has become of it, and of what it rests on. Vietnamese."""
        with reading_chains(self._catalogue) as chains:
            cards = Cards(chains)
            node = chains.canonical(document_id)
            bases = _bases(chains, cards, node)
            changed = changes(chains, cards, {node, *bases})
            cards.load(bases)
            said = [f"Văn bản này {change.message}" for change in changed.get(node, ())]
            for base in bases:
                said += [f"Căn cứ {cards[base].called} {change.message}" for change in changed.get(base, ())]
            return tuple(dict.fromkeys(said))

    def ended(self, document_ids: Collection[str]) -> tuple[str, ...]:
        """Those of these held documents that were replaced or repealed as a whole."""
        with reading_chains(self._catalogue) as chains:
            found = changes(chains, Cards(chains), set(document_ids))
            return tuple(sorted(node for node, group in found.items() if any(change.ends_all for change in group)))

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
            cited_at = tuple(NodeRef(document, path) for document, path in chains.places_citing(node))
            tasks = _tasks_below(chains, trace)
        return Impact(trace.start, changed, rests, further, tasks, cited_at, self._transition(changed))

    def _transition(self, changed: Sequence[Change]) -> tuple[Evidence, ...]:
        held = {change.edge.lower.document_id: None for change in changed}
        found = [(self._catalogue.document(key), self._catalogue.provisions(key)) for key in held]
        return tuple(rule for document, units in found if document for rule in transition_rules(document, units))

    def coverage(self, document_id: str, locality: str | None = None) -> Coverage:
        """Which tasks that a document gives to provinces have a task of a local document below it (of `locality`).

        Raises NotFound when the document is not held: its tasks are not known then.
        """
        decisions = self._catalogue.decisions()
        with reading_chains(self._catalogue) as chains:
            node = chains.canonical(document_id)
            known = chains.known({node}).get(node)
            if known is None or not known.held:
                raise NotFound("chưa có toàn văn của văn bản này", where=document_id, remedy="thêm bằng `kb add`")
            decided = Decided(decisions, chains)
            stated = decided.applied((*decided.added(), *attached_unnumbered(chains)))
            parts = [node, *Walk(chains, Cards(chains), stated).attachments({node})]
            return coverage(chains, parts, locality, decided)

    def drift(self, document_id: str) -> tuple[Drift, ...]:
        """Indicators that this document states otherwise than a held document above it."""
        trace = self.trace(NodeRef(document_id))
        own = self._catalogue.document(trace.start.document_id)
        if own is None:
            raise NotFound("chưa có toàn văn của văn bản này", where=document_id, remedy="thêm bằng `kb add`")
        mine = (own, indicators(own, self._catalogue.provisions(own.id)))
        above = dict.fromkeys(edge.upper.document_id for edge in trace.up if edge.upper.document_id != own.id)
        found: list[Drift] = []
        for upper in list(above)[:_MOST_ABOVE]:
            document = self._catalogue.document(upper)
            if document is not None and mine[1]:
                found += drifts(mine, (document, indicators(document, self._catalogue.provisions(upper))))
        return ranked(found)


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
