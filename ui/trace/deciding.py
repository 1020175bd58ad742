"""What maintainers say of the steps of a trace: right, wrong, or one that the machine did not see."""

from __future__ import annotations

from datetime import date

import streamlit as st

from kb.errors import KbError
from kb.model import Decision, Derivation, NodeRef, Reason, Relation, Trace, Verdict
from ui.base import bound, knowledge_base, parameter, show, show_error
from ui.documents.store import names, registry
from ui.fact_form import person_box
from ui.maintainer import chosen_work
from ui.markup import shortened
from ui.trace.listing import evidence_html
from ui.trace.naming import JUDGE, edge_id, judging_link
from ui.words import RELATIONS, day, document_name, place

_VERDICTS = {Verdict.ACCEPTED: "Đúng – xác nhận", Verdict.REJECTED: "Sai – bác bỏ"}
# Documents and entries of the registry that are offered as the upper end.
_OFFERED = 1_000
_STATED = (Relation.IMPLEMENTS, Relation.BASED_ON)
_ADD = "them"


def render_deciding(trace: Trace) -> None:
    """The two things to do, each with its own address; one is open where the address says so."""
    wanted = chosen_work(
        {JUDGE: "Xác nhận, bác bỏ một bước", _ADD: "Thêm một căn cứ"},
        lambda name: judging_link(trace.start, name),
    )
    if wanted == _ADD:
        _add(trace.start)
    elif wanted == JUDGE:
        _judge_one(trace)


def _judge_one(trace: Trace) -> None:
    edges = {edge_id(edge): edge for edge in judged_order(trace)}
    if edges:
        _judge(trace, edges)
    else:
        st.caption("Chưa có bước nào để xét.")


def judged_order(trace: Trace) -> list[Derivation]:
    """The steps in the order in which they want a person's word: suggestions, then what is least sure."""
    edges = dict.fromkeys((*trace.up, *trace.down))
    return sorted(edges, key=lambda edge: (edge.reason is not Reason.SIMILAR, edge.confidence))


def _judge(trace: Trace, edges: dict[str, Derivation]) -> None:
    chosen = parameter("buoc")
    key, changed = bound("buoc", chosen if chosen in edges else next(iter(edges)))
    name = st.selectbox(
        "Bước", list(edges), format_func=lambda one: _edge_words(trace, edges[one]), key=key, on_change=changed
    )
    edge = edges[name]
    for evidence in edge.evidence:
        show(evidence_html(evidence))
    with st.form("kb-judge"):
        verdict = st.radio("Ý kiến", list(_VERDICTS), format_func=_VERDICTS.__getitem__, horizontal=True)
        reason = st.text_input("Lý do", key="kb-judge-reason")
        by = person_box("kb-judge-by")
        is_sent = st.form_submit_button("Ghi ý kiến", icon=":material/gavel:")
    if is_sent and verdict is not None:
        _decide(edge.lower, edge.upper, edge.relation, verdict, by, reason)


def _add(start: NodeRef) -> None:
    held, entries = names(), registry()
    newest = list(held.values())[:_OFFERED]
    offered = {item.id: document_name(item) for item in newest if item.id != start.document_id}
    for entry in list(entries.values())[:_OFFERED]:
        called = " ".join(part for part in (entry.kind, entry.number) if part) or entry.title or entry.id
        offered.setdefault(entry.id, f"{called} {day(entry.issued_on)} (sổ văn bản)")
    with st.form("kb-add-edge"):
        upper = st.selectbox("Văn bản cấp trên", list(offered), format_func=offered.__getitem__, index=None)
        path = st.text_input("Điều khoản (không bắt buộc)", placeholder="vd. Điều 2/1")
        relation = st.selectbox("Quan hệ", _STATED, format_func=RELATIONS.__getitem__)
        reason = st.text_input("Lý do", key="kb-add-edge-reason")
        by = person_box("kb-add-edge-by")
        is_sent = st.form_submit_button("Thêm căn cứ", icon=":material/add_link:")
    if is_sent and relation is not None:
        if upper is None:
            st.error("Chưa chọn văn bản cấp trên.", icon=":material/error:")
            return
        _decide(start, NodeRef(upper, path.strip() or None), relation, Verdict.ADDED, by, reason)


def _decide(lower: NodeRef, upper: NodeRef, relation: Relation, verdict: Verdict, by: str, reason: str) -> None:
    if not (by and reason.strip()):
        st.error("Cần ghi tên người thực hiện và lý do.", icon=":material/error:")
        return
    try:
        knowledge_base().decide(Decision(lower, upper, relation, verdict, by, date.today(), reason.strip()))
    except KbError as error:
        show_error(error)
        return
    st.rerun()


def _edge_words(trace: Trace, edge: Derivation) -> str:
    lower, upper = _node_words(trace, edge.lower), _node_words(trace, edge.upper)
    sign = "gợi ý: " if edge.reason is Reason.SIMILAR and edge.verdict is None else ""
    return f"{sign}{lower} {RELATIONS[edge.relation]} {upper}"


def _node_words(trace: Trace, ref: NodeRef) -> str:
    node = trace.nodes.get(ref)
    name = shortened((node.number or node.title or ref.document_id) if node else ref.document_id, 50)
    return f"{name}, {place(ref.path)}" if ref.path else name
