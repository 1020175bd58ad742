"""From what references point to, to derivations with their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.catalogue.chains import Pointing
from kb.catalogue.links import RegistryLink
from kb.model import Derivation, Evidence, NodeRef, Reason, Relation
from kb.resolve.bearing import Bearing, bearing_of

# Relations by which a document rests on another as a whole.
RESTING = frozenset({Relation.BASED_ON, Relation.IMPLEMENTS})
# Relations by which one document takes another's place, wholly or in part.
CHANGING = frozenset({Relation.REPLACES, Relation.REPEALS, Relation.AMENDS})
# A task is covered by what its whole document rests on, not certainly by each of it.
INHERITED_FACTOR = 0.8
# Work done under a rule rests on it, less surely than work that carries a document out.
FOLLOWED_FACTOR = 0.9
# Work about a document ("tuyên truyền về Chương trình …") of a text that itself carries that document out.
TOPIC_FACTOR = 0.6
REGISTERED_CONFIDENCE = 0.95
# Quotations kept of one edge; a document may cite its basis a dozen times.
MOST_EVIDENCE = 3

_OUTER_PLACES = ("title", "preamble")
_DERIVED = {
    Bearing.CARRIED_OUT: (Relation.IMPLEMENTS, 1.0),
    Bearing.FOLLOWED: (Relation.BASED_ON, FOLLOWED_FACTOR),
}


def evidence_of(pointing: Pointing) -> Evidence:
    quote, start = pointing.quote or "", pointing.quote_start or 0
    return Evidence(
        pointing.document_id, pointing.task or pointing.path, quote, start, start + len(quote), pointing.page
    )  # fmt: skip


def document_edges(pointing: Pointing) -> Iterator[Derivation]:
    """What a whole document rests on, or is a part of ("Kèm theo Quyết định số …")."""
    reference = pointing.reference
    is_attached = reference.relation is Relation.CONTAINS and _is_attachment_line(pointing)
    is_resting = reference.relation in RESTING and pointing.task is None
    if reference.via is None and (is_resting or is_attached) and _is_other(pointing):
        lower = NodeRef(pointing.document_id)
        yield _stated(pointing, lower, reference.relation, pointing.confidence)


def task_edges(pointing: Pointing) -> Iterator[Derivation]:
    """What a task itself cites in order to carry it out, or as the rule that the work is done under."""
    relation, factor = pointing.reference.relation, 1.0
    if not _is_of_task(pointing):
        return
    if relation is Relation.MENTIONS:
        bearing = _bearing(pointing)
        if bearing not in _DERIVED:
            return
        relation, factor = _DERIVED[bearing]
    if relation in RESTING:
        yield _stated(pointing, _task(pointing), relation, pointing.confidence * factor)


def topic_edges(pointing: Pointing) -> Iterator[Derivation]:
    """What a task is only about. It derives from it where its document rests on the same one; the caller knows that."""
    is_mention = pointing.reference.relation is Relation.MENTIONS
    if is_mention and _is_of_task(pointing) and _bearing(pointing) is Bearing.TOPIC:
        yield _stated(pointing, _task(pointing), Relation.MENTIONS, pointing.confidence * TOPIC_FACTOR)


def nested_edges(pointing: Pointing) -> Iterator[Derivation]:
    """What a document says of two others: "Kế hoạch 271 thực hiện Nghị quyết 52" is an edge from 271 to 52."""
    relation = pointing.reference.via_relation
    if pointing.via_node and pointing.node and relation in RESTING and pointing.via_node != pointing.node:
        lower = NodeRef(pointing.via_node)
        yield replace(_stated(pointing, lower, relation, pointing.confidence), via=None)


def changing_edges(pointing: Pointing) -> Iterator[Derivation]:
    """`lower` replaces, repeals or amends `upper`."""
    reference, node = pointing.reference, pointing.node
    if node is None:
        return
    # A task orders that something be amended or replaced; that has not happened yet.
    is_planned = pointing.task is not None and (reference.number is None or reference.relation is Relation.AMENDS)
    is_change = reference.relation in CHANGING and reference.via is None and node != pointing.document_id
    if is_change and not is_planned:
        yield _stated(pointing, NodeRef(pointing.document_id), reference.relation, pointing.confidence)
    if pointing.via_node is None or pointing.via_node == node:
        return
    if reference.via_relation is Relation.AMENDED_BY:
        edge = _stated(pointing, NodeRef(node), Relation.AMENDS, pointing.confidence)
        yield replace(edge, upper=NodeRef(pointing.via_node))
    elif reference.via_relation in CHANGING:
        yield _stated(pointing, NodeRef(pointing.via_node), reference.via_relation, pointing.confidence)


def registry_edge(link: RegistryLink) -> Derivation:
    """What the registry says."""
    evidence = Evidence(None, "", link.said, None, None, None)
    return Derivation(
        NodeRef(link.lower), NodeRef(link.upper), link.relation, Reason.REGISTERED, REGISTERED_CONFIDENCE, (evidence,)
    )


def inherited(edge: Derivation, start: NodeRef) -> Derivation:
    """A document's edge as one of its tasks has it, through the place that states it."""
    place = edge.evidence[0].path if edge.evidence else None
    return replace(
        edge, lower=start, reason=Reason.INHERITED, confidence=edge.confidence * INHERITED_FACTOR,
        via=NodeRef(start.document_id, place),
    )  # fmt: skip


def merged(edges: Iterable[Derivation]) -> tuple[Derivation, ...]:
    """Each edge once, in order, with the surest reason and the evidence of all."""
    found: dict[tuple[NodeRef, NodeRef, Relation], Derivation] = {}
    for edge in edges:
        key = (edge.lower, edge.upper, edge.relation)
        known = found.get(key)
        found[key] = edge if known is None else _joined(known, edge)
    return tuple(found.values())


def _joined(one: Derivation, other: Derivation) -> Derivation:
    best, rest = (one, other) if one.confidence >= other.confidence else (other, one)
    evidence = tuple(dict.fromkeys((*best.evidence, *rest.evidence)))[:MOST_EVIDENCE]
    return replace(best, evidence=evidence)


def _stated(pointing: Pointing, lower: NodeRef, relation: Relation, confidence: float) -> Derivation:
    reason = Reason.EXPLICIT if pointing.reference.number else Reason.BY_NAME
    return Derivation(lower, NodeRef(pointing.node or ""), relation, reason, confidence, (evidence_of(pointing),))


def _is_other(pointing: Pointing) -> bool:
    return pointing.node is not None and pointing.node != pointing.document_id


def _is_attachment_line(pointing: Pointing) -> bool:
    where = pointing.reference.where
    return where in _OUTER_PLACES or where.lower().startswith(("kèm theo", "phụ lục"))


def _is_of_task(pointing: Pointing) -> bool:
    return pointing.task is not None and pointing.reference.via is None and _is_other(pointing)


def _task(pointing: Pointing) -> NodeRef:
    return NodeRef(pointing.document_id, pointing.task)


def _bearing(pointing: Pointing) -> Bearing:
    return bearing_of(pointing.reference, pointing.quote or "", pointing.quote_start or 0)
