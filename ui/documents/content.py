"""The view "Nội dung": outline, text with the addressed place marked, and the page of the PDF beside it."""

from __future__ import annotations

import streamlit as st

from kb.errors import KbError
from kb.model import Document, StoredDocument
from ui.address import PageName, document_link, href, read_number, read_span
from ui.base import knowledge_base, parameter, show, show_error, version
from ui.documents.outline import outline_html
from ui.documents.text import Part, Target, find_target, marks_of, part_with, parts_of, text_html
from ui.markup import Html, link, tag
from ui.originals import page_picture, page_words
from ui.parts import empty_state, notice
from ui.words import place

# Characters of a quotation that are marked on the picture of a page.
_QUOTE = 2_000


def render_content(stored: StoredDocument) -> None:
    document, provisions = stored.document, stored.provisions
    path, span = parameter("path"), read_span(parameter("at"))
    target = find_target(document, provisions, path, span)
    parts = parts_of(provisions)
    part = part_with(parts, target.index, read_number(parameter("phan")))
    if part is None:
        show(empty_state("Văn bản không có nội dung"))
        return
    has_pages = document.format == "pdf"
    is_page_shown = has_pages and parameter("goc") != "0"
    widths = [2, 4.4, 3.6] if is_page_shown else [2, 6]
    columns = st.columns(widths, gap="medium")
    with columns[0], st.container(key="kb-outline"):
        show(_outline(version(), document.id, stored, target.index))
    with columns[1]:
        _missing_place(path, span, target)
        show(_parts_nav(document, part))
        show(_text(version(), document.id, stored, part, target))
        show(_parts_nav(document, part))
    if is_page_shown:
        with columns[2], st.container(key="kb-page"):
            _page(stored, target, part)
    elif has_pages:
        show(tag("p", link(_here(document, goc=None), "Hiện trang PDF bên cạnh"), class_="kb-quiet"))


@st.cache_data(show_spinner=False, max_entries=200)
def _outline(now: tuple[str, int], document_id: str, _stored: StoredDocument, here: int | None) -> Html:
    return tag(
        "details",
        tag("summary", "Mục lục"),
        outline_html(_stored.document, _stored.provisions, here),
        open=True,
        class_="kb-fold",
    )


@st.cache_data(show_spinner=False, max_entries=200)
def _text(now: tuple[str, int], document_id: str, _stored: StoredDocument, part: Part, target: Target) -> Html:
    marks = marks_of(_stored.document, _stored.references, target)
    return text_html(_stored.document, _stored.provisions, part, marks, target)


def _missing_place(path: str | None, span: tuple[int, int] | None, target: Target) -> None:
    is_lost = (path or span) and target.index is None
    if is_lost:
        where = f"“{place(path)}”" if path else "được chỉ đến"
        show(notice(f"Văn bản này không có chỗ {where}; hiện từ đầu văn bản."))


def _parts_nav(document: Document, part: Part) -> Html:
    if part.count == 1:
        return Html("<span></span>")
    before = link(document_link(document.id, phan=part.number - 1), "← Phần trước") if part.number > 1 else None
    after = link(document_link(document.id, phan=part.number + 1), "Phần sau →") if part.number < part.count else None
    words = tag("span", f"Phần {part.number}/{part.count} của văn bản")
    return tag("nav", before, words, after, class_="kb-parts", aria_label="Các phần của văn bản dài")


def _here(document: Document, **changed: str | int | None) -> str:
    """The address of this state with some parameters changed."""
    now: dict[str, str | int | None] = {name: parameter(name) for name in ("path", "at", "phan", "trang", "goc")}
    return href(PageName.DOCUMENTS, doc=document.id, **{**now, **changed})


def _page(stored: StoredDocument, target: Target, part: Part) -> None:
    document = stored.document
    count = document.page_count or 1
    start = _start_of(stored, target, part)
    page = min(max(1, read_number(parameter("trang")) or document.page_at(start) or 1), count)
    before = link(_here(document, trang=page - 1), "←", title="Trang trước") if page > 1 else tag("span", "←")
    after = link(_here(document, trang=page + 1), "→", title="Trang sau") if page < count else tag("span", "→")
    words = tag("span", f"Trang {page}/{count} của bản gốc")
    hide = link(_here(document, goc="0"), "Ẩn", title="Ẩn trang PDF")
    show(tag("nav", before, words, after, hide, class_="kb-parts", aria_label="Trang của bản gốc"))
    quote = _words_on(stored, target, page)
    try:
        file = knowledge_base().original(document.id)
        st.image(page_picture(str(file), document.sha256, page, quote), width="stretch", alt=page_words(page, count))
    except KbError as error:
        show_error(error)


def _start_of(stored: StoredDocument, target: Target, part: Part) -> int:
    if target.quote:
        return target.quote[0]
    return stored.provisions[part.first if target.index is None else target.index].start


def _words_on(stored: StoredDocument, target: Target, page: int) -> str:
    """The words of the quotation or provision addressed, where they begin on this page."""
    document = stored.document
    provision = stored.provisions[target.index] if target.index is not None else None
    span = target.quote or ((provision.start, provision.own_end) if provision else None)
    if span is None or document.page_at(span[0]) not in (page, None):
        return ""
    return document.text[span[0] : min(span[1], span[0] + _QUOTE)]
