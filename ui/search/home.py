"""The search page before a question is asked: how to ask, what was asked, what was kept, what is new."""

from __future__ import annotations

import streamlit as st

from ui.address import PageName, href
from ui.base import settings, show
from ui.documents.store import documents
from ui.markup import Html, joined, link, tag
from ui.parts import document_heading, empty_state
from ui.search.query import Query
from ui.search.saved import SavedSearch, drop_search, keep_search, saved_searches
from ui.words import day

_HISTORY = "kb-history"
# Questions of a session that are remembered, and documents that are shown as new.
_REMEMBERED = 12
_NEW = 5

EXAMPLES = (
    "ai chịu trách nhiệm chính về chuyển đổi số",
    "bao lâu phải báo cáo một lần",
    "nhiệm vụ bảo đảm an toàn thông tin",
    "749/QĐ-TTg",
)


def remember(query: Query) -> None:
    """Keeps the question in the history of this session, newest first."""
    history: list[Query] = st.session_state.setdefault(_HISTORY, [])
    st.session_state[_HISTORY] = [query, *(held for held in history if held.words != query.words)][:_REMEMBERED]


def render_home() -> None:
    held = documents()
    if not held:
        show(_nothing_held())
        return
    left, right = st.columns(2, gap="large")
    with left:
        show(_links("Ví dụ", [(words, Query(words).address) for words in EXAMPLES]))
        history: list[Query] = st.session_state.get(_HISTORY, [])
        if history:
            show(_links("Đã tìm trong phiên này", [(query.words, query.address) for query in history]))
        _render_saved()
    with right:
        newest = sorted(held, key=lambda item: item.added_at, reverse=True)[:_NEW]
        items = [tag("li", document_heading(item), tag("p", day(item.issued_on), class_="kb-meta")) for item in newest]
        everything = link(href(PageName.DOCUMENTS), f"Tất cả {len(held)} văn bản")
        show(joined([tag("h2", "Mới thêm vào kho"), tag("ul", joined(items), class_="kb-list"), tag("p", everything)]))


def _render_saved() -> None:
    kept = saved_searches(settings().home)
    if kept:
        show(_links("Tìm kiếm đã lưu (dùng chung)", [(search.name, search.address) for search in kept]))


def render_save(query: Query) -> None:
    """The button that keeps this search, or lets it go."""
    home = settings().home
    is_kept = any(search.address == query.address for search in saved_searches(home))
    if is_kept:
        st.button("Bỏ lưu tìm kiếm này", on_click=drop_search, args=(home, query.address), icon=":material/star:")
    else:
        search = SavedSearch(query.words, query.address)
        st.button("Lưu tìm kiếm này", on_click=keep_search, args=(home, search), icon=":material/star_outline:")


def _links(title: str, items: list[tuple[str, str]]) -> Html:
    return joined([tag("h2", title), tag("ul", joined(tag("li", link(goal, words)) for words, goal in items))])


def _nothing_held() -> Html:
    return empty_state(
        "Kho chưa có văn bản nào",
        joined(["Mở trang ", link(href(PageName.INTAKE), "Bổ sung văn bản"), " để tải tệp lên."]),
    )
