"""The page "Tình trạng kho"."""

from __future__ import annotations

import streamlit as st

from kb.errors import KbError
from kb.model import AddStatus
from ui.address import PageName, href
from ui.base import knowledge_base, page_of_many, parameter, show, show_error
from ui.documents.store import names
from ui.health.listing import render_documents
from ui.health.store import state
from ui.health.tables import WORKS, checks_html, work_html
from ui.links import go
from ui.maintainer import maintainers_only
from ui.markup import markdown_safe
from ui.parts import Tab, empty_state, tabs
from ui.trace.missing import render_missing
from ui.words import file_name


def render() -> None:
    st.title("Tình trạng kho")
    views = {
        "": ("Việc nên làm", _work),
        "van-ban": ("Từng văn bản", render_documents),
        "thieu": ("Văn bản còn thiếu", render_missing),
        "bo-phan": ("Các bộ phận", _parts),
        "da-bo": ("Văn bản đã bỏ", _removed),
    }
    view = parameter("muc") or ""
    view = view if view in views else ""
    show(tabs([Tab(t, href(PageName.HEALTH, muc=n), n == view) for n, (t, _) in views.items()], "Các mặt của kho"))
    views[view][1]()


def _work() -> None:
    now = state()
    if now is None:
        return
    with page_of_many(len(now.work), WORKS) as (first, _):
        show(work_html(now.work, first // WORKS + 1, names()))


def _parts() -> None:
    with st.spinner("Đang kiểm tra từng bộ phận …"):
        checks = tuple(knowledge_base().health())
    show(checks_html(checks))
    st.button("Kiểm tra lại", icon=":material/refresh:")


def _removed() -> None:
    """Documents taken out, each with the button that puts it back."""
    if not maintainers_only():
        return
    removed = knowledge_base().removed()
    if not removed:
        show(empty_state("Chưa bỏ văn bản nào khỏi kho"))
        return
    for sha256, source, number, title in removed:
        name = " – ".join(part for part in (number, title, file_name(source)) if part)
        words, action = st.columns([5, 1.2], vertical_alignment="center")
        words.markdown(markdown_safe(name))
        if action.button("Đưa lại vào kho", key=f"kb-back-{sha256}", icon=":material/undo:"):
            _put_back(sha256)


def _put_back(sha256: str) -> None:
    kb = knowledge_base()
    try:
        with st.spinner("Đang đọc lại tệp gốc …"):
            outcome = kb.put_back(sha256)
            kb.searcher.follow()
    except KbError as error:
        show_error(error)
        return
    if outcome.status is AddStatus.FAILED:
        st.error(markdown_safe(outcome.message), icon=":material/error:")
        return
    go(PageName.DOCUMENTS, {"doc": [outcome.document_id or ""]})
