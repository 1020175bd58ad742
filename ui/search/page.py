"""The page "Tìm kiếm": the box, then the answer and the results, or a start where nothing is asked yet."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from kb.errors import KbError
from kb.model import Answer, Filters, SearchResult
from ui.address import PageName
from ui.base import bound, knowledge_base, parameter, show, show_error, version
from ui.documents.store import names
from ui.links import go
from ui.markup import Html, joined, link, tag
from ui.parts import empty_state
from ui.search.answer import answer_html
from ui.search.facets import facets_html
from ui.search.home import remember, render_home, render_save
from ui.search.query import FIRST_LIMIT, MOST, Query, read_query
from ui.search.ready import is_ready
from ui.search.results import results_html
from ui.words import document_name

_EXAMPLE = "Ví dụ: ai chịu trách nhiệm chính về chuyển đổi số"


def render() -> None:
    name = parameter("doc")
    if name:
        go(PageName.DOCUMENTS, _all_parameters())
    query = read_query(_all_parameters())
    _box(query)
    if not query.words:
        render_home()
        return
    remember(query)
    if is_ready():
        _render_found(query)


def _all_parameters() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _box(query: Query) -> None:
    key, changed = bound("q", query.words, "so")
    with st.container(key="kb-search"):
        st.text_input(
            "Hỏi hoặc tìm trong kho văn bản",
            key=key,
            on_change=changed,
            placeholder=_EXAMPLE,
            max_chars=1_000,
            icon=":material/search:",
        )
    if query.within:
        summary = names().get(query.within)
        where = document_name(summary) if summary else query.within
        free = link(replace(query, within=None).address, "tìm trong cả kho")
        show(tag("p", "Chỉ tìm trong ", tag("b", where), " – ", free, class_="kb-meta"))


def _render_found(query: Query) -> None:
    main, side = st.columns([4.4, 1.25], gap="medium")
    with main:
        answer_place = st.container()
        result = found(version(), query.words, query.filters, query.limit)
        _results(query, result)
    with side, st.container(key="kb-side"):
        show(tag("details", tag("summary", "Bộ lọc"), facets_html(query, result.facets), open=True, class_="kb-fold"))
        _dates(query)
        render_save(query)
    with answer_place:
        _answer(query, result)


def _answer(query: Query, result: SearchResult) -> None:
    try:
        with st.spinner("Đang đọc các đoạn tìm được …", show_time=False):
            answer = answered(version(), query.words, query.filters)
    except KbError as error:
        show_error(error)
        return
    show(answer_html(answer, result.suggestions))


@st.cache_data(show_spinner="Đang tìm …", max_entries=500)
def found(now: tuple[str, int], words: str, filters: Filters, limit: int) -> SearchResult:
    return knowledge_base().search(words, filters, limit)


@st.cache_data(show_spinner=False, max_entries=500)
def answered(now: tuple[str, int], words: str, filters: Filters) -> Answer:
    return knowledge_base().ask(words, filters)


def _results(query: Query, result: SearchResult) -> None:
    if not result.hits:
        show(_nothing_found(query, result))
        return
    show(_count_line(query, result))
    show(results_html(result.hits, query.words, names()))
    if len(result.hits) >= query.limit and query.limit < MOST:
        more = replace(query, limit=min(MOST, query.limit + FIRST_LIMIT))
        show(tag("p", link(more.address, "Xem thêm kết quả")))


def _count_line(query: Query, result: SearchResult) -> Html:
    documents = len({hit.document_id or hit.registry_id for hit in result.hits})
    understood = result.understood_as
    read_as = [" · hiểu là “", tag("b", understood), "”"] if understood and understood != query.words else []
    took = f"{result.took_ms:.0f} ms"
    count = f"{len(result.hits)} đoạn trong {documents} văn bản · {took}"
    return joined([tag("h2", "Các đoạn tìm được"), tag("p", count, *read_as, class_="kb-quiet", role="status")])


def _nothing_found(query: Query, result: SearchResult) -> Html:
    lines = [result.searched] if result.searched else []
    tries = [joined(["Thử: ", link(replace(query, words=words).address, words)]) for words in result.suggestions]
    if query.is_filtered:
        tries.append(link(Query(query.words).address, "Bỏ mọi bộ lọc và tìm lại"))
    return empty_state("Không tìm thấy đoạn nào", *lines, *tries)


def _dates(query: Query) -> None:
    with st.expander("Ngày ban hành", expanded=bool(query.issued_from or query.issued_to)):
        key, changed = bound("tu", query.issued_from, "so")
        st.date_input("Từ ngày", key=key, on_change=changed, value=None, format="DD/MM/YYYY", min_value="1945-09-02")
        key, changed = bound("den", query.issued_to, "so")
        st.date_input("Đến ngày", key=key, on_change=changed, value=None, format="DD/MM/YYYY", min_value="1945-09-02")
