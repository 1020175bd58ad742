"""From what references point to, to derivations with their evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.catalogue.chains import Pointing
from kb.catalogue.links import RegistryLink
from kb.model import Derivation, Evidence, NodeRef, Reason, Relation

# Relations by which a document rests on another as a whole.
RESTING = frozenset({Relation.BASED_ON, Relation.IMPLEMENTS})
# Relations by which one document takes another's place, wholly or in part.
CHANGING = frozenset({Relation.REPLACES, Relation.REPEALS, Relation.AMENDS})
# A task is covered by what its whole document rests on, not certainly by each of it.
INHERITED_FACTOR = 0.8
# A task that names a document without ordering to carry it out.
MENTION_FACTOR = 0.8
REGISTERED_CONFIDENCE = 0.95
# Quotations kept of one edge; a document may cite its basis a dozen times.
MOST_EVIDENCE = 3

# What reading notes of a citation that a task orders to carry out.
_ORDERED = "ordered-to-implement"
_ORDER = re.compile(
    r"(?:thực hiện|triển khai|thi hành|cụ thể hóa|cụ thể hoá|quán triệt|chấp hành)(?!\w)[^.;:]{0,120}$",
    re.IGNORECASE,
)
# "sửa đổi, bổ sung Luật …; Luật …", "thẩm tra các dự án: Luật …": the task changes the document, it does not carry it
# out; unless other words of carrying out stand between ("sửa đổi quy chế theo Nghị quyết …").
_CHANGE = re.compile(
    r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực|chấm dứt hiệu lực|thẩm tra|dự án|dự thảo)(?!\w)"
    r"(?:(?!(?:theo(?! phương thức)|thực hiện|triển khai|căn cứ|thi hành|phù hợp|đáp ứng)(?!\w)).){0,400}$",
    re.IGNORECASE | re.DOTALL,
)
_OUTER_PLACES = ("title", "preamble")


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
    """What a task itself cites in order to carry it out."""
    reference = pointing.reference
    if pointing.task is None or reference.via is not None or not _is_other(pointing):
        return
    if reference.relation not in RESTING | {Relation.MENTIONS} or _is_changing(pointing):
        return
    is_ordered = _ORDERED in reference.rule or bool(_ORDER.search(_before(pointing)))
    is_order = reference.relation in RESTING or is_ordered
    relation = Relation.IMPLEMENTS if is_order and reference.relation not in RESTING else reference.relation
    factor = 1.0 if is_order else MENTION_FACTOR
    yield _stated(pointing, NodeRef(pointing.document_id, pointing.task), relation, pointing.confidence * factor)


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


def _before(pointing: Pointing) -> str:
    """The words of the evidence that stand before the citation."""
    quote, start = pointing.quote or "", pointing.quote_start or 0
    return quote[: max(0, pointing.reference.start - start)]


def _is_changing(pointing: Pointing) -> bool:
    return bool(_CHANGE.search(_before(pointing)))
