"""Prints a trace as a tree: each line one step further from the start, with how it is known and what shows it."""

from __future__ import annotations

from kb.cli.printing import one_line
from kb.model import Derivation, NodeRef, Relation, Trace, TraceNode
from kb.trace import REASONS, RELATIONS
from kb.trace.quoting import quoted

# Relations by which a later document changes an earlier one: shown below the earlier one, as what became of it.
_CHANGES = {Relation.REPLACES, Relation.REPEALS, Relation.AMENDS}

# Characters of a quotation that are shown.
_QUOTE = 160


def print_trace(trace: Trace) -> None:
    start = trace.nodes[trace.start]
    print(_named(start) + (f": {one_line(start.text, 2 * _QUOTE)}" if start.text else ""))
    for heading, edges, upward in (("Bắt nguồn từ", trace.up, True), ("Được thực hiện bởi", trace.down, False)):
        if edges:
            print(f"\n{heading}:")
            _print_steps(trace, trace.start, edges, upward, 1, set())
    print_unclear(trace)
    warnings = dict.fromkeys(warning for node in trace.nodes.values() for warning in node.warnings)
    if warnings:
        print()
    for warning in warnings:
        print(f"⚠ {warning}")


def print_unclear(trace: Trace) -> None:
    """Citations that several documents may be meant by, with what tells these apart."""
    if trace.unclear:
        print("\nViện dẫn chưa rõ là văn bản nào (thêm văn bản hoặc ghi thêm vào sổ để phân biệt):")
    for unclear in trace.unclear:
        print(f"  “{one_line(unclear.evidence.quote, _QUOTE)}” ({unclear.evidence.path})")
        for candidate in unclear.candidates:
            print(f"    có thể là {told_apart(candidate)}")


def told_apart(node: TraceNode) -> str:
    """Number, day, issuer, title and id: what a person needs to choose among documents of one number."""
    day = f"ngày {node.issued_on:%d/%m/%Y}" if node.issued_on else "không rõ ngày"
    parts = (day, node.issuer or "không rõ cơ quan", one_line(node.title or "", 80))
    held = "" if node.held else " (chưa có toàn văn)"
    return f"{node.number or '(không số)'} {', '.join(part for part in parts if part)} [{node.ref.document_id}]{held}"


def _print_steps(
    trace: Trace, node: NodeRef, edges: tuple[Derivation, ...], upward: bool, depth: int, seen: set[NodeRef]
) -> None:
    seen.add(node)
    for edge in edges:
        near, far = (edge.lower, edge.upper) if upward else (edge.upper, edge.lower)
        is_change = edge.relation in _CHANGES
        if is_change and upward:
            near, far = far, near
        if near != node:
            continue
        _print_step(trace, edge, far, depth, is_change and upward)
        if far in seen:
            print(f"{'  ' * (depth + 1)}(đã nêu ở trên)")
        else:
            _print_steps(trace, far, edges, upward, depth + 1, seen)


def _print_step(trace: Trace, edge: Derivation, far: NodeRef, depth: int, is_successor: bool) -> None:
    indent = "  " * depth
    relation = f"bị {RELATIONS[edge.relation]} bởi" if is_successor else RELATIONS[edge.relation]
    print(f"{indent}{relation} → {_named(trace.nodes[far])}  [{REASONS[edge.reason]}, {edge.confidence:.2f}]")
    for evidence in edge.evidence:
        place = f" ({evidence.path})" if evidence.path else ""
        print(f"{indent}    “{quoted(trace, edge, evidence, _QUOTE)}”{place}")


def _named(node: TraceNode) -> str:
    name = node.number or one_line(node.title or node.ref.document_id, 80)
    place = f" mục {node.ref.path}" if node.ref.path else ""
    return f"{name}{place}" + ("" if node.held else " (chưa có toàn văn)")
