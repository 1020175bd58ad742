"""A trace as a picture: drawn once, or to be moved and enlarged; the list below it says the same in words."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from kb.model import Trace
from kb.picture import draw_trace
from ui.address import PageName, href, read_href
from ui.links import go

_SCRIPT = Path(__file__).with_name("moving.js")
_STYLE = Path(__file__).with_name("moving.css")
_BUTTONS = """
<div class="bar" role="toolbar" aria-label="Xem sơ đồ">
  <button type="button" data-do="in">+ Phóng to</button>
  <button type="button" data-do="out">− Thu nhỏ</button>
  <button type="button" data-do="whole">Vừa khung</button>
  <button type="button" data-do="start">Về chỗ đang xem</button>
</div>
<div class="frame" tabindex="0" role="group"
  aria-label="Sơ đồ nguồn gốc và triển khai. Phím mũi tên để dời, + và − để phóng, 0 để vừa khung."></div>
"""


def render_diagram(trace: Trace) -> None:
    """The drawing as one picture: what it shows cannot run, and it prints as it is."""
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


def moving_links(trace: Trace) -> dict[str, str]:
    """For each step of the trace but the start: the address of the moving picture from there."""
    return {
        str(ref): href(PageName.TRACE, doc=ref.document_id, path=ref.path, ve="dong")
        for ref in trace.nodes
        if ref != trace.start
    }


def render_picture(trace: Trace) -> None:
    """The same drawing, to be moved and enlarged; a box leads to the trace from there."""
    goals = moving_links(trace)
    drawing = draw_trace(trace, {ref: goals[str(ref)] for ref in trace.nodes if str(ref) in goals})
    component = st.components.v2.component(
        "policy-kb-picture",
        html=_BUTTONS,
        css=_STYLE.read_text(encoding="utf-8"),
        js=_SCRIPT.read_text(encoding="utf-8"),
    )
    with st.container(key="kb-picture"):
        result = component(key="kb-moving", data={"drawing": drawing}, on_followed_change=lambda: None)
    st.caption(
        "Mũi tên chỉ từ văn bản, nhiệm vụ cấp dưới lên căn cứ của nó. Kéo để dời, Ctrl + lăn chuột "
        "(hoặc chụm hai ngón) để phóng; bấm một ô để xem từ ô ấy."
    )
    link = getattr(result, "followed", None)
    goal = read_href(link) if link else None
    if goal:
        go(*goal)
