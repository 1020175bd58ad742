"""One trace: the place it starts from, the edges around it, what people decided of them, and its nodes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kb.catalogue import Catalogue
from kb.catalogue.chains import Chains
from kb.errors import NotFound
from kb.model import Decision, Derivation, NodeRef, Trace, TraceNode
from kb.trace.attached import attached_unnumbered
from kb.trace.cards import Cards, node_of_card
from kb.trace.decisions import Decided
from kb.trace.similar import suggested_above, suggested_below
from kb.trace.status import changes
from kb.trace.unclear import unclear_citations
from kb.trace.walk import Place, Walk


def draw_up(catalogue: Catalogue, chains: Chains, ref: NodeRef, decisions: Sequence[Decision]) -> Trace:
    """The graph around `ref`. Raises NotFound when there is no such document, or no such place in it."""
    cards, decided = Cards(chains), Decided(decisions, chains)
    start = NodeRef(chains.canonical(ref.document_id), ref.path)
    place = _place(catalogue, chains, start)
    walk = Walk(chains, cards, decided.applied((*decided.added(), *attached_unnumbered(chains))))
    up, down = walk.up(start, place), walk.down(start, walk.first_below(start))
    if place:
        up, down = _with_suggestions(chains, walk, start, up, down)
    up, down = decided.applied(up), decided.applied(down)
    nodes = _nodes(chains, cards, start, (*up, *down))
    if place:
        nodes[start] = replace(nodes[start], text=place.text)
    return Trace(start, nodes, up, down, unclear_citations(catalogue, cards, start, place))


def _place(catalogue: Catalogue, chains: Chains, start: NodeRef) -> Place | None:
    """The place that the path names (None: the whole document)."""
    is_known = bool(chains.known({start.document_id})) or chains.is_cited(start.document_id)
    if not is_known:
        remedy = "xem các văn bản đang có bằng `kb show`"
        raise NotFound("không có văn bản này", where=start.document_id, remedy=remedy)
    if start.path is None:
        return None
    document = catalogue.document(start.document_id)
    if document is None:
        raise NotFound("chưa có toàn văn của văn bản này", where=start.document_id, remedy="thêm bằng `kb add`")
    tasks = [t for t in chains.tasks({start.document_id}).get(start.document_id, ()) if t.where == start.path]
    spans = [(task.start, task.end) for task in tasks]
    spans += [(unit.start, unit.end) for unit in catalogue.provisions(start.document_id) if unit.path == start.path]
    if not spans:
        remedy = f"xem mục lục bằng `kb show {start.document_id}`"
        raise NotFound(f"văn bản không có “{start.path}”", where=start.document_id, remedy=remedy)
    return Place(*spans[0], document.text)


def _with_suggestions(
    chains: Chains, walk: Walk, start: NodeRef, up: tuple[Derivation, ...], down: tuple[Derivation, ...]
) -> tuple[tuple[Derivation, ...], tuple[Derivation, ...]]:
    """With tasks and items that say the same, in documents that the texts link to this one."""
    own = start.document_id
    above = [edge.upper.document_id for edge in up if edge.upper.document_id != own]
    above += [part for part in walk.attachments(set(above)) if part != own]
    below = [edge.lower.document_id for edge in walk.first_below(NodeRef(own)) if edge.lower.document_id != own]
    return (*up, *suggested_above(chains, start, above)), (*down, *suggested_below(chains, start, below))


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
        made[ref] = replace(node_of_card(card), ref=ref, text=texts.get(ref), warnings=warnings)
    return made
