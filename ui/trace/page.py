"""The page "Truy vết": from a task up, from a decision down; what is missing, uncovered, drifting, hit by a change."""

from __future__ import annotations

import streamlit as st

from kb.errors import NotFound
from kb.model import NodeRef
from ui.address import PageName, href
from ui.base import bound, parameter, show
from ui.documents.store import documents, names, opened
from ui.markup import Html, joined, link, shortened, tag
from ui.parts import Tab, empty_state, tabs
from ui.trace.listing import trace_html
from ui.trace.missing import render_missing
from ui.trace.picture import render_picture
from ui.trace.store import traced
from ui.words import document_name, place


def render() -> None:
    view = parameter("muc") or ""
    st.title("Truy vết")
    views = {"": ("Nguồn gốc và triển khai", _render_trace), "thieu": ("Văn bản còn thiếu", render_missing)}
    view = view if view in views else ""
    items = [Tab(title, href(PageName.TRACE, muc=name), name == view) for name, (title, _) in views.items()]
    show(tabs(items, "Các cách xem truy vết"))
    views[view][1]()


def _render_trace() -> None:
    ref = _choose()
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
        with st.container(key="kb-picture"):
            render_picture(trace)
        st.caption("Mũi tên chỉ từ văn bản, nhiệm vụ cấp dưới lên căn cứ của nó. Bấm đúp một nút để xem từ nút đó.")
    show(trace_html(trace))


def _choose() -> NodeRef | None:
    """The start: chosen in the two boxes, or named by the address (also a document that is not held)."""
    name, path = parameter("doc"), parameter("path")
    held = names()
    document_id = _id_of(name)
    left, right = st.columns(2)
    options = [item.id for item in documents()]
    key, changed = bound("doc", document_id if document_id in held else None, "path")
    left.selectbox(
        "Văn bản",
        options,
        key=key,
        on_change=changed,
        index=None,
        placeholder="Chọn văn bản hoặc gõ số, trích yếu",
        format_func=lambda item: shortened(f"{document_name(held[item])} – {held[item].title or ''}", 120),
    )
    if document_id is None:
        return None
    if document_id in held:
        _choose_task(document_id, path, right)
    return NodeRef(document_id, path)


def _id_of(name: str | None) -> str | None:
    """The id of a held document that is named by number or file; any other name as it is (an entry of the registry)."""
    if not name or name in names():
        return name
    try:
        return opened(name).summary.id
    except NotFound:
        return name


def _choose_task(document_id: str, path: str | None, column: st.delta_generator.DeltaGenerator) -> None:
    stored = opened(document_id).stored
    tasks = {task.where: task for task in stored.tasks}
    paths = [*tasks] if path is None or path in tasks else [path, *tasks]
    key, changed = bound("path", path)

    def said(where: str) -> str:
        words = f": {shortened(tasks[where].text, 90)}" if where in tasks else ""
        return f"{place(where)}{words}"

    column.selectbox(
        "Nhiệm vụ hoặc điều khoản",
        paths,
        key=key,
        on_change=changed,
        index=None,
        placeholder=f"Cả văn bản ({len(tasks)} nhiệm vụ)",
        format_func=said,
    )


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
