"""The page "Truy vết": from a task up, from a decision down; what a change hits; what is missing."""

from __future__ import annotations

import streamlit as st

from kb.errors import NotFound
from kb.model import Trace
from ui.address import PageName, href
from ui.base import parameter, show
from ui.markup import Html, joined, link, tag
from ui.parts import Tab, empty_state, tabs
from ui.trace.choosing import choose
from ui.trace.coverage import render_coverage
from ui.trace.deciding import render_deciding
from ui.trace.dossier import render_dossier
from ui.trace.drift import render_drift
from ui.trace.impact import render_impact
from ui.trace.listing import trace_html
from ui.trace.missing import render_missing
from ui.trace.picture import render_diagram, render_picture
from ui.trace.store import traced


def render() -> None:
    st.title("Truy vết")
    views = {
        "": ("Nguồn gốc và triển khai", _render_trace),
        "do-phu": ("Độ phủ", render_coverage),
        "sai-lech": ("Sai lệch chỉ tiêu", render_drift),
        "anh-huong": ("Ảnh hưởng khi thay đổi", render_impact),
        "thieu": ("Văn bản còn thiếu", render_missing),
    }
    view = parameter("muc") or ""
    view = view if view in views else ""
    doc = parameter("doc")
    items = [
        Tab(title, href(PageName.TRACE, muc=name, doc=doc if name != "thieu" else None), name == view)
        for name, (title, _) in views.items()
    ]
    show(tabs(items, "Các cách xem truy vết"))
    views[view][1]()


def _render_trace() -> None:
    ref = choose()
    if ref is None:
        show(_how_to_begin())
        return
    try:
        trace = traced(ref)
    except NotFound as error:
        back = link(href(PageName.TRACE, doc=ref.document_id), "Xem cả văn bản") if ref.path else ""
        show(empty_state("Không có chỗ này trong kho", error.message, error.remedy or "", back))
        return
    if trace.up or trace.down:
        _render_pictures(trace)
    show(trace_html(trace))
    render_dossier(trace)
    render_deciding(trace)


def _render_pictures(trace: Trace) -> None:
    """The picture that the address asks for: a drawing to read and print, or one to move and enlarge."""
    is_moving = parameter("ve") == "dong"
    here = {"doc": trace.start.document_id, "path": trace.start.path}
    choices = [
        Tab("Sơ đồ", href(PageName.TRACE, **here), not is_moving),
        Tab("Sơ đồ kéo, phóng được", href(PageName.TRACE, **here, ve="dong"), is_moving),
    ]
    show(tabs(choices, "Kiểu sơ đồ"))
    if is_moving:
        render_picture(trace)
    else:
        render_diagram(trace)


def _how_to_begin() -> Html:
    lines = (
        "Chọn một văn bản, rồi nếu cần một nhiệm vụ của nó.",
        joined(
            [
                "Trang này cho biết nhiệm vụ ấy ",
                tag("b", "bắt nguồn từ đâu"),
                " (lên tới nghị quyết, quyết định của Trung ương) và ",
                tag("b", "được triển khai ở đâu"),
                ", mỗi bước kèm câu trích làm chứng.",
            ]
        ),
    )
    return empty_state("Bắt đầu từ một văn bản", *lines)
