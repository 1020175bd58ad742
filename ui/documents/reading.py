"""One document: its head, and the view that the address names."""

from __future__ import annotations

import streamlit as st

from kb.errors import AmbiguousName, NotFound
from kb.model import DocumentSummary, StoredDocument
from ui.address import PageName, document_link, href, read_number
from ui.base import knowledge_base, parameter, show, show_error
from ui.documents.content import render_content
from ui.documents.facts import facts_html
from ui.documents.origin import render_origin
from ui.documents.references import is_unclear, references_in_html, references_out_html
from ui.documents.store import Opened, citing, documents, names, opened, registry
from ui.documents.tasks import tasks_html
from ui.documents.upkeep import render_upkeep
from ui.documents.warnings import warnings_of
from ui.markup import Html, badge, joined, link, tag
from ui.parts import Tab, document_heading, empty_state, facts_line, notice, tabs
from ui.words import document_name, file_name

# The value of the parameter "muc" and the title of each view.
VIEWS = {
    "": "Nội dung",
    "du-kien": "Dữ kiện",
    "vien-dan": "Viện dẫn",
    "nhiem-vu": "Nhiệm vụ",
    "nguon-goc": "Nguồn gốc",
}


def render_document(name: str) -> None:
    try:
        found = opened(name)
    except NotFound:
        show(_not_held(name))
        return
    except AmbiguousName as error:
        show_error(error)
        show(_candidates(name))
        return
    view = parameter("muc") or ""
    view = view if view in VIEWS else ""
    _head(found.summary, found.stored)
    show(tabs(_tabs(found.stored, view), "Các phần của văn bản"))
    _render_view(view, found)


def _render_view(view: str, found: Opened) -> None:
    stored = found.stored
    document = stored.document
    if view == "du-kien":
        show(facts_html(stored))
        render_upkeep(found.summary, document)
    elif view == "vien-dan":
        _render_references(stored)
    elif view == "nhiem-vu":
        show(tasks_html(document, stored.tasks))
    elif view == "nguon-goc":
        render_origin(document.id)
    else:
        render_content(stored)


def _render_references(stored: StoredDocument) -> None:
    document, references = stored.document, stored.references
    is_unclear_only = parameter("loc") == "chua-ro"
    unclear = sum(is_unclear(linked) for linked in references)
    choices = [
        Tab("Mọi viện dẫn", document_link(document.id, muc="vien-dan"), not is_unclear_only, len(references)),
        Tab("Chưa rõ", document_link(document.id, muc="vien-dan", loc="chua-ro"), is_unclear_only, unclear),
    ]
    show(tabs(choices, "Lọc viện dẫn"))
    chosen = read_number(parameter("vd"))
    show(references_out_html(document, references, names(), registry(), chosen, is_unclear_only))
    show(references_in_html(citing(document.id)))


def _tabs(stored: StoredDocument, view: str) -> list[Tab]:
    counts = {"vien-dan": len(stored.references), "nhiem-vu": len(stored.tasks)}
    document_id = stored.document.id
    return [
        Tab(title, document_link(document_id, muc=name), name == view, counts.get(name))
        for name, title in VIEWS.items()
    ]


def _head(summary: DocumentSummary, stored: StoredDocument) -> None:
    words, actions = st.columns([5, 2], vertical_alignment="bottom")
    with words:
        show(_head_html(summary, stored))
    with actions, st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        _download(summary)
        show(tag("button", "Sao chép địa chỉ", type="button", class_="kb-copy kb-button"))


def _head_html(summary: DocumentSummary, stored: StoredDocument) -> Html:
    document = stored.document
    corrected = len({item.field for item in document.corrections})
    badges = [
        badge(f"{corrected} dữ kiện đã đính chính", "warn") if corrected else None,
        badge("bản sao có chứng thực") if document.copy else None,
        badge(f"{len(document.notices)} lưu ý khi đọc", "warn") if document.notices else None,
    ]
    return joined(
        [
            tag("p", link(href(PageName.DOCUMENTS), "← Danh sách văn bản"), class_="kb-back"),
            tag("h1", document_name(summary), class_="kb-name"),
            tag("p", summary.title, class_="kb-title") if summary.number and summary.title else None,
            facts_line(summary),
            tag("p", joined(badges, " "), class_="kb-badges") if any(badges) else None,
            *(notice(warning) for warning in warnings_of(summary.id)),
        ]
    )


def _download(summary: DocumentSummary) -> None:
    try:
        path = knowledge_base().original(summary.id)
    except NotFound as error:
        st.caption(error.message)
        return
    st.download_button(
        "Tải tệp gốc",
        path.read_bytes,
        file_name=file_name(summary.source),
        icon=":material/download:",
        on_click="ignore",
    )


def _not_held(name: str) -> Html:
    return empty_state(
        "Kho không có văn bản này",
        joined(["Địa chỉ chỉ đến “", tag("b", name), "”. Văn bản có thể đã bị bỏ khỏi kho hoặc địa chỉ bị gõ nhầm."]),
        joined(
            [
                link(href(PageName.SEARCH, q=name), "Tìm trong kho"),
                " · ",
                link(href(PageName.DOCUMENTS), "Mở danh sách"),
            ]
        ),
    )


def _candidates(name: str) -> Html:
    wanted = name.casefold()
    same = [item for item in documents() if (item.number or "").casefold() == wanted or item.id.startswith(name)]
    return tag("ul", joined(tag("li", document_heading(item), facts_line(item)) for item in same), class_="kb-list")
