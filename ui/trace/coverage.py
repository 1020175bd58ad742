"""Which tasks of a document for provinces have a local task, and which local tasks rest on nothing."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kb.errors import NotFound
from kb.model import NodeRef, Task
from kb.trace import Coverage, CoveredTask
from ui.base import bound, knowledge_base, parameter, show, version
from ui.documents.store import documents
from ui.markup import Html, badge, joined, link, shortened, tag
from ui.parts import empty_state, table
from ui.trace.choosing import choose_document
from ui.trace.listing import trace_link
from ui.trace.naming import ref_link
from ui.words import place

_WORDS = 220
# Rows of a table that are shown; more are counted in its caption.
_ROWS = 300


@st.cache_data(show_spinner="Đang so nhiệm vụ hai cấp …", max_entries=100)
def coverage_of(now: tuple[str, int], document_id: str, locality: str | None) -> Coverage:
    return knowledge_base().tracer.coverage(document_id, locality)


def render_coverage() -> None:
    left, right = st.columns(2)
    with left:
        document_id = choose_document(parameter("doc"))
    places = sorted({item.locality for item in documents() if item.locality})
    key, changed = bound("noi", parameter("noi") if parameter("noi") in places else None)
    locality = right.selectbox(
        "Địa phương", places, key=key, on_change=changed, index=None, placeholder="Mọi địa phương"
    )
    if document_id is None:
        show(empty_state("Chọn văn bản cấp trên", "để xem nhiệm vụ giao cho tỉnh đã có nhiệm vụ ở địa phương chưa."))
        return
    try:
        show(coverage_html(coverage_of(version(), document_id, locality)))
    except NotFound as error:
        show(empty_state(error.message, error.remedy or ""))


def coverage_html(coverage: Coverage) -> Html:
    if not coverage.tasks:
        return empty_state("Văn bản này không giao nhiệm vụ nào cho địa phương")
    done = [task for task in coverage.tasks if task.is_covered]
    count = f"{len(done)}/{len(coverage.tasks)} nhiệm vụ giao cho địa phương đã có nhiệm vụ triển khai"
    bar = tag("progress", "", value=len(done), max=len(coverage.tasks), aria_label=count)
    return joined(
        [
            tag("p", bar, " ", tag("b", count)),
            _tasks("Chưa thấy nhiệm vụ triển khai", coverage.uncovered),
            _tasks("Đã có nhiệm vụ triển khai", done),
            _unfounded(coverage.unfounded),
        ]
    )


def _tasks(title: str, tasks: Sequence[CoveredTask]) -> Html | None:
    if not tasks:
        return None
    rows = [_row(item) for item in tasks[:_ROWS]]
    columns = ("Ở đâu", "Nhiệm vụ cấp trên", "Nhiệm vụ địa phương")
    return joined([tag("h2", title), table(columns, rows, f"{len(tasks)} nhiệm vụ")])


def _row(item: CoveredTask) -> tuple[str | Html | None, ...]:
    by = [joined([ref_link(edge.lower), " ", badge(f"độ chắc {edge.confidence:.0%}")]) for edge in item.by]
    goal = link(trace_link(item.ref), place(item.ref.path or ""))
    return goal, shortened(item.task.text, _WORDS), joined(tag("div", line) for line in by) if by else "chưa có"


def _unfounded(pairs: Sequence[tuple[NodeRef, Task]]) -> Html | None:
    if not pairs:
        return None
    rows = [(ref_link(ref), shortened(task.text, _WORDS), "; ".join(task.lead)) for ref, task in pairs[:_ROWS]]
    columns = ("Ở đâu", "Nhiệm vụ", "Chủ trì")
    return joined([tag("h2", "Nhiệm vụ địa phương không thấy căn cứ"), table(columns, rows, f"{len(pairs)} nhiệm vụ")])
