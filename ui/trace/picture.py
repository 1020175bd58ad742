"""A trace as a picture that can be moved and enlarged; the list beside it says the same in words."""

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
    "Chưa có toàn văn": ("#64748b", "help"),
    "Đã bị thay đổi": ("#b91c1c", "warning"),
}
# Characters under a node.
_CAPTION = 34
# Points of height; more nodes get more room up to what a small screen holds.
_HEIGHT = 440

Elements = dict[str, list[dict[str, dict[str, Any]]]]


def elements_of(trace: Trace) -> Elements:
    """The nodes and edges in the form that the picture wants; a node's `goal` is the link that it opens."""
    edges = [*trace.up, *trace.down]
    refs = dict.fromkeys([trace.start, *(ref for edge in edges for ref in (edge.upper, edge.lower))])
    nodes = [{"data": _node(trace, ref, trace.nodes.get(ref))} for ref in refs]
    return {"nodes": nodes, "edges": [{"data": _edge(n, edge)} for n, edge in enumerate(edges)]}


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


def render_picture(trace: Trace) -> None:
    from st_link_analysis import EdgeStyle, NodeStyle, st_link_analysis

    nodes = [NodeStyle(label, color, "name", sign) for label, (color, sign) in _GROUPS.items()]
    words = {*(RELATIONS[relation] for relation in Relation), "gợi ý"}
    edges = [EdgeStyle(label, "#64748b", "label", directed=True) for label in sorted(words)]
    elements = elements_of(trace)
    layout = {
        "name": "breadthfirst",
        "directed": True,
        "padding": 24,
        "fit": True,
        "animate": False,
        "spacingFactor": 1.15,
        "nodeDimensionsIncludeLabels": True,
    }
    event = st_link_analysis(
        elements,
        layout=layout,
        node_styles=nodes,
        edge_styles=edges,
        height=_HEIGHT,
        key=f"kb-picture-{trace.start}",
        node_actions=["expand"],
    )
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
