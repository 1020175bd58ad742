"""A trace as a picture: drawn once, or to be moved and enlarged; the list below it says the same in words."""

from __future__ import annotations

from typing import Any

import streamlit as st

from kb.model import Derivation, NodeRef, Reason, Relation, Trace, TraceNode
from ui.address import PageName, document_link
from ui.links import go
from ui.markup import shortened
from ui.words import RELATIONS, place

# Groups of nodes with their colour (dark enough for the white sign on them) and sign.
_GROUPS = {
    "Đang xem": ("#b45309", "flag"),
    "Có toàn văn": ("#1f4e79", "description"),
    "Chưa có toàn văn": ("#64748b", "folder"),
    "Đã bị thay đổi": ("#b91c1c", "campaign"),
}
# Characters under a node.
_CAPTION = 16
# Points of height; more nodes get more room up to what a small screen holds.
_HEIGHT = 540
# The component writes 3.6 units high and leaves words out that would show smaller than 10 pixels: the drawing's places
# are drawn together until a graph of five boxes a row shows its words.
_NARROW = 0.26
_FLAT = 0.17

Elements = dict[str, list[dict[str, dict[str, Any]]]]


def elements_of(trace: Trace) -> Elements:
    """The nodes and edges in the form that the picture wants; a node's `goal` is the link that it opens."""
    edges = [*trace.up, *trace.down]
    refs = dict.fromkeys([trace.start, *(ref for edge in edges for ref in (edge.upper, edge.lower))])
    nodes = [{"data": _node(trace, ref, trace.nodes.get(ref))} for ref in refs]
    for node, (x, y) in zip(nodes, _places(trace, list(refs)), strict=True):
        node["position"] = {"x": x, "y": y}
    return {"nodes": nodes, "edges": [{"data": _edge(n, edge)} for n, edge in enumerate(edges)]}


def _places(trace: Trace, refs: list[NodeRef]) -> list[tuple[float, float]]:
    """Where the drawing puts them, drawn together: what is above stands above."""
    from kb.picture.layout import lay_out

    boxes = lay_out(trace).boxes
    return [(boxes[ref].middle * _NARROW, boxes[ref].y * _FLAT) for ref in refs]


def _node(trace: Trace, ref: NodeRef, node: TraceNode | None) -> dict[str, Any]:
    name = (node.number or node.title if node else None) or ref.document_id
    where = f" {place(ref.path)}" if ref.path else ""
    return {
        "id": str(ref),
        "label": _group(trace, ref, node),
        "name": f"{shortened(name, _CAPTION)}{where}",
        "Văn bản": shortened(" ".join(part for part in (name, node.title if node else None) if part), 300),
        "goal": document_link(ref.document_id, ref.path) if node and node.held else "",
    }


def _group(trace: Trace, ref: NodeRef, node: TraceNode | None) -> str:
    if ref == trace.start:
        return "Đang xem"
    if node and node.warnings:
        return "Đã bị thay đổi"
    return "Có toàn văn" if node and node.held else "Chưa có toàn văn"


def _edge(number: int, edge: Derivation) -> dict[str, Any]:
    return {
        "id": f"e{number}",
        "source": str(edge.lower),
        "target": str(edge.upper),
        "label": "gợi ý" if edge.reason is Reason.SIMILAR and edge.verdict is None else RELATIONS[edge.relation],
    }


def render_diagram(trace: Trace) -> None:
    """The drawing as one picture: what it shows cannot run, and it prints as it is."""
    from kb.picture import draw_trace

    drawing = draw_trace(trace)
    # What is looked at stands lowest where nothing lies below it: the drawing then opens at its lower end.
    with st.container(key="kb-diagram" if trace.down else "kb-diagram-low"):
        st.image(drawing, width="content", alt="Sơ đồ nguồn gốc và triển khai; danh sách bên dưới nói cùng nội dung")
    st.download_button(
        "Tải sơ đồ (.svg)",
        drawing,
        file_name="so-do.svg",
        mime="image/svg+xml",
        icon=":material/download:",
        on_click="ignore",
    )


def render_picture(trace: Trace) -> None:
    from st_link_analysis import EdgeStyle, NodeStyle, st_link_analysis

    nodes = [NodeStyle(label, color, "name", sign) for label, (color, sign) in _GROUPS.items()]
    words = {*(RELATIONS[relation] for relation in Relation), "gợi ý"}
    edges = [EdgeStyle(label, "#aebac6", "label", directed=True) for label in sorted(words)]
    elements = elements_of(trace)
    layout = {
        "name": "preset",
        "padding": 30,
        "fit": True,
        "animate": False,
    }
    with st.container(key="kb-picture"):
        event = st_link_analysis(
            elements,
            layout=layout,
            node_styles=nodes,
            edge_styles=edges,
            height=_HEIGHT,
            key=f"kb-picture-{trace.start}",
            node_actions=["expand"],
        )
    st.caption("Mũi tên chỉ từ văn bản, nhiệm vụ cấp dưới lên căn cứ của nó. Bấm đúp một nút để xem từ nút đó.")
    _follow(event, elements)


def _follow(event: Any, elements: Elements) -> None:  # noqa: ANN401 - whatever the component sends
    """A double click on a node opens it: the trace from there."""
    is_expand = isinstance(event, dict) and event.get("action") == "expand"
    ids = event.get("data", {}).get("node_ids", []) if is_expand else []
    known = {node["data"]["id"] for node in elements["nodes"]}
    if ids and ids[0] in known and st.session_state.get("kb-expanded") != event.get("timestamp"):
        st.session_state["kb-expanded"] = event.get("timestamp")
        document_id, _, path = str(ids[0]).partition("#")
        go(PageName.TRACE, {"doc": [document_id], **({"path": [path]} if path else {})})
