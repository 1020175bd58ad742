"""Citations that several documents may be meant by: shown with these, and no edge is drawn by chance."""

from __future__ import annotations

from kb.catalogue import Catalogue
from kb.model import Evidence, NodeRef, Reference, ResolutionStatus, Unclear
from kb.trace.cards import Cards, node_of_card
from kb.trace.walk import Place


def unclear_citations(catalogue: Catalogue, cards: Cards, start: NodeRef, place: Place | None) -> tuple[Unclear, ...]:
    """Those of the start, in the order of its text; of a provision or task, those within it."""
    found = [
        (linked.reference, linked.resolution.targets)
        for linked in catalogue.references(start.document_id)
        if linked.resolution
        and linked.resolution.status is ResolutionStatus.AMBIGUOUS
        and (place is None or place.start <= linked.reference.start < place.end)
    ]
    cards.load({target for _, targets in found for target in targets})
    return tuple(
        Unclear(_printed(start, reference), tuple(node_of_card(cards[target]) for target in targets))
        for reference, targets in found
    )


def _printed(start: NodeRef, reference: Reference) -> Evidence:
    path = start.path or reference.where
    return Evidence(start.document_id, path, reference.surface, reference.start, reference.end, None)
