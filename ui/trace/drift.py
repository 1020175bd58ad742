"""Indicators that a document states otherwise than a document above it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kb.errors import NotFound
from kb.trace import Changed, Drift, Stated
from ui.base import knowledge_base, parameter, show, version
from ui.markup import Html, badge, joined, tag
from ui.parts import empty_state, table
from ui.trace.choosing import choose_document
from ui.trace.listing import evidence_html
from ui.trace.naming import ref_link

_CHANGED = {Changed.VALUE: "khác mức", Changed.YEAR: "khác năm"}


@st.cache_data(show_spinner="Đang so chỉ tiêu với văn bản cấp trên …", max_entries=100)
def drift_of(now: tuple[str, int], document_id: str) -> tuple[Drift, ...]:
    return knowledge_base().tracer.drift(document_id)


def render_drift() -> None:
    document_id = choose_document(parameter("doc"))
    if document_id is None:
        show(empty_state("Chọn một văn bản", "để so chỉ tiêu của nó với chỉ tiêu ở các văn bản cấp trên."))
        return
    try:
        show(drift_html(drift_of(version(), document_id)))
    except NotFound as error:
        show(empty_state(error.message, error.remedy or ""))


def drift_html(drifts: Sequence[Drift]) -> Html:
    if not drifts:
        return empty_state("Không thấy chỉ tiêu nào khác với văn bản cấp trên đang có trong kho")
    rows = [
        (
            badge(_CHANGED[item.changed], "warn"),
            _stated(item.lower),
            _stated(item.upper),
            badge(f"giống nhau {item.sameness:.0%}"),
        )
        for item in drifts
    ]
    columns = ("Khác gì", "Văn bản này", "Văn bản cấp trên", "Cùng chỉ tiêu")
    return table(columns, rows, f"{len(rows)} chỉ tiêu khác nhau, chắc nhất trước")


def _stated(item: Stated) -> Html:
    year = f" năm {item.year}" if item.year else ""
    return joined([tag("b", f"{item.printed}{year}"), tag("div", ref_link(item.ref)), evidence_html(item.evidence)])
