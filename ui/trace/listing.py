"""A trace as a list: each step with its relation, how it is known, how sure, and the quoted evidence. Pure text."""

from __future__ import annotations

from collections.abc import Sequence

from kb.model import Derivation, Evidence, NodeRef, Reason, Trace, TraceNode
from ui.address import PageName, document_link, href
from ui.markup import Html, badge, joined, link, shortened, tag, with_cells
from ui.parts import empty_state, notice
from ui.trace.naming import JUDGE, judging_link
from ui.words import REASONS, RELATIONS, VERDICTS, day, place

# Characters of a node's own words, and of a quotation.
_WORDS = 260
_QUOTE = 600
# An edge less sure than this (0 to 1) is shown as one to check.
_DOUBTFUL = 0.75


def trace_html(trace: Trace) -> Html:
    """Above and below the start, nearest first."""
    return joined(
        [
            start_html(trace),
            _side(trace, trace.up, "Căn cứ phía trên", "Không thấy căn cứ nào phía trên"),
            _side(trace, trace.down, "Được triển khai phía dưới", "Kho chưa có gì triển khai tiếp"),
        ]
    )


def start_html(trace: Trace) -> Html:
    node = trace.nodes.get(trace.start)
    if node is None:
        return Html("")
    return tag("section", tag("h2", "Đang xem"), node_html(node), class_="kb-card kb-start")


def node_html(node: TraceNode) -> Html:
    """A document or task: how it is called, whether its text is held, what has become of it."""
    words = tag("blockquote", with_cells(shortened(node.text, _WORDS)), class_="kb-quoted") if node.text else None
    facts = " · ".join(part for part in (node.issuer, day(node.issued_on)) if part)
    held = None if node.held else badge("chưa có toàn văn", "warn")
    source = (
        tag("p", f"Toàn văn: {node.full_text_at}", class_="kb-meta") if node.full_text_at and not node.held else None
    )
    return joined(
        [
            tag("p", _name(node), " ", held),
            tag("p", facts, class_="kb-meta") if facts else None,
            words,
            source,
            *(notice(warning) for warning in node.warnings),
        ]
    )


def _name(node: TraceNode) -> Html:
    where = tag("span", f" · {place(node.ref.path)}") if node.ref.path else None
    title = tag("span", f" {node.title}") if node.title else None
    name = joined([tag("b", node.number or "Văn bản không số"), title, where])
    goal = document_link(node.ref.document_id, node.ref.path) if node.held else trace_link(node.ref)
    return link(goal, name, class_="kb-doc")


def trace_link(ref: NodeRef) -> str:
    return href(PageName.TRACE, doc=ref.document_id, path=ref.path)


def _side(trace: Trace, edges: Sequence[Derivation], title: str, nothing: str) -> Html:
    if not edges:
        return empty_state(nothing)
    items = joined(tag("li", edge_html(trace, edge), class_="kb-edge") for edge in edges)
    return joined([tag("h2", f"{title} ({len(edges)})"), tag("ol", items, class_="kb-edges")])


def edge_html(trace: Trace, edge: Derivation) -> Html:
    lower, upper = trace.nodes.get(edge.lower), trace.nodes.get(edge.upper)
    return joined(
        [
            tag("p", _called(lower, edge.lower), tag("b", f" {RELATIONS[edge.relation]} "), class_="kb-from"),
            node_html(upper) if upper else tag("p", str(edge.upper)),
            tag("p", joined(_signs(edge), " "), " ", link(judging_link(trace.start, JUDGE, edge), "Xét bước này")),
            joined(evidence_html(item) for item in edge.evidence),
        ]
    )


def _called(node: TraceNode | None, ref: NodeRef) -> Html:
    name = (node.number or node.title or ref.document_id) if node else ref.document_id
    where = f", {place(ref.path)}" if ref.path else ""
    return link(trace_link(ref), f"{shortened(name, 80)}{where}")


def _signs(edge: Derivation) -> list[Html]:
    is_suggestion = edge.reason is Reason.SIMILAR and edge.verdict is None
    tone = "warn" if is_suggestion or edge.confidence < _DOUBTFUL else "good"
    signs = [badge(REASONS[edge.reason], "warn" if is_suggestion else "plain")]
    signs.append(badge(f"độ chắc {edge.confidence:.0%}", tone))
    if edge.verdict:
        signs.append(badge(VERDICTS[edge.verdict], "good"))
    return signs


def evidence_html(evidence: Evidence) -> Html:
    """A quotation with the link to its place; a fact of the registry has no place."""
    quote = tag("blockquote", with_cells(shortened(evidence.quote, _QUOTE)), class_="kb-quoted")
    if evidence.document_id is None:
        return joined([quote, tag("p", "Theo sổ văn bản hoặc người phụ trách", class_="kb-meta")])
    span = (evidence.start, evidence.end) if evidence.start is not None and evidence.end is not None else None
    page = f", trang {evidence.page}" if evidence.page else ""
    goal = document_link(evidence.document_id, evidence.path, span)
    return joined([quote, tag("p", link(goal, f"Xem chỗ in: {place(evidence.path)}{page}"), class_="kb-meta")])
