"""Prints a trace as a tree: each line one step further from the start, with how it is known and what shows it."""

from __future__ import annotations

from kb.cli.printing import one_line
from kb.model import Derivation, NodeRef, Relation, Trace, TraceNode
from kb.trace import REASONS, RELATIONS

# Relations by which a later document changes an earlier one: shown below the earlier one, as what became of it.
_CHANGES = {Relation.REPLACES, Relation.REPEALS, Relation.AMENDS}

# Characters of a quotation that are shown, and of those that follow the number cited: its day.
_QUOTE = 160
_AFTER_NUMBER = 30


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
        print(f"{indent}    “{_around(evidence.quote, trace.nodes[edge.upper].number)}”{place}")


def _around(quote: str, number: str | None) -> str:
    """The quotation in one line; of a long one the part that cites the document."""
    cited = quote.find(number) if number else -1
    if cited < _QUOTE - _AFTER_NUMBER:
        return one_line(quote, _QUOTE)
    start = quote.find(" ", cited - _QUOTE + _AFTER_NUMBER)
    return "… " + one_line(quote[start + 1 :], _QUOTE)


def _named(node: TraceNode) -> str:
    name = node.number or one_line(node.title or node.ref.document_id, 80)
    place = f" mục {node.ref.path}" if node.ref.path else ""
    return f"{name}{place}" + ("" if node.held else " (chưa có toàn văn)")
