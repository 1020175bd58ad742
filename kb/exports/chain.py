"""The steps of a trace in words: what carries out what, why this is held to be so, and with which quotations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.model import Derivation, Evidence, NodeRef, Reason, Trace, TraceNode, Verdict
from kb.trace.quoting import quoted
from kb.trace.words import REASONS, RELATIONS

_VERDICTS = {
    Verdict.ACCEPTED: "đã được xác nhận",
    Verdict.REJECTED: "đã bị bác",
    Verdict.ADDED: "do người dùng thêm",
}
_End = Callable[[Derivation], NodeRef]
# A quotation longer than this is cut, in characters: the place says where to read on.
_QUOTE_LENGTH = 900


@dataclass(frozen=True, slots=True)
class Step:
    """One derivation: the document it leads to, the relation with its reason, remarks, and (quotation, place)."""

    title: str
    relation: str
    notes: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]


def steps_up(trace: Trace) -> tuple[Step, ...]:
    """From the task to what it carries out, nearest first; rejected edges are left out."""
    return _steps(trace, trace.up, lambda edge: edge.upper)


def steps_down(trace: Trace) -> tuple[Step, ...]:
    """From the task to what carries it out."""
    return _steps(trace, trace.down, lambda edge: edge.lower)


def nodes_used(trace: Trace) -> tuple[TraceNode, ...]:
    """The nodes of the start and of every edge that is not rejected, each once."""
    kept = [edge for edge in (*trace.up, *trace.down) if edge.verdict is not Verdict.REJECTED]
    refs = [trace.start, *(ref for edge in kept for ref in (edge.lower, edge.upper, edge.via) if ref)]
    found = dict.fromkeys(ref for ref in refs if _node(trace, ref))
    return tuple(node for ref in found if (node := _node(trace, ref)))


def _steps(trace: Trace, edges: Sequence[Derivation], other_end: _End) -> tuple[Step, ...]:
    kept = [edge for edge in edges if edge.verdict is not Verdict.REJECTED]
    return tuple(_step(trace, edge, other_end(edge)) for edge in kept)


def _step(trace: Trace, edge: Derivation, end: NodeRef) -> Step:
    lower, upper = _called(trace, edge.lower), _called(trace, edge.upper)
    relation = f"{lower} {RELATIONS[edge.relation]} {upper}."
    return Step(
        _title(trace, end),
        relation,
        tuple(_notes(trace, edge, end)),
        tuple(_quote(trace, edge, evidence) for evidence in edge.evidence),
    )


def _notes(trace: Trace, edge: Derivation, end: NodeRef) -> list[str]:
    node = _node(trace, end)
    reason = f"Lý do: {REASONS[edge.reason]}; độ tin cậy {edge.confidence:.0%}"
    notes = [f"{reason}; {_VERDICTS[edge.verdict]}" if edge.verdict else reason]
    if edge.via:
        notes.append(f"Qua: {_called(trace, edge.via)}")
    if edge.reason is Reason.SIMILAR and edge.verdict is None:
        notes.append("Đây là gợi ý, cần người có trách nhiệm xác nhận.")
    if node and not node.held:
        notes.append("Chưa có toàn văn" + (f"; có thể lấy tại {node.full_text_at}" if node.full_text_at else ""))
    return notes


def _title(trace: Trace, ref: NodeRef) -> str:
    node = _node(trace, ref)
    if node is None:
        return str(ref)
    day = f" ngày {node.issued_on:%d/%m/%Y}" if node.issued_on else ""
    name = node.number or node.title or str(ref)
    issuer = f" của {node.issuer}" if node.issuer else ""
    title = f": {node.title}" if node.title and node.number else ""
    path = f" ({ref.path})" if ref.path else ""
    return f"{name}{day}{issuer}{title}{path}"


def _called(trace: Trace, ref: NodeRef) -> str:
    node = _node(trace, ref)
    name = (node.number or node.title) if node else None
    return f"{name or ref.document_id}{f' ({ref.path})' if ref.path else ''}"


def _node(trace: Trace, ref: NodeRef) -> TraceNode | None:
    found = trace.nodes.get(ref) or trace.nodes.get(NodeRef(ref.document_id))
    # The document of the start is known by the start alone, where that is a task.
    is_of_start = found is None and ref.document_id == trace.start.document_id
    return trace.nodes[trace.start] if is_of_start else found


def _quote(trace: Trace, edge: Derivation, evidence: Evidence) -> tuple[str, str]:
    short = quoted(trace, edge, evidence, _QUOTE_LENGTH)
    place = evidence.path or "sổ văn bản"
    return short, f"{place}, trang {evidence.page}" if evidence.page else place
