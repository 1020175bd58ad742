"""What a maintainer does to a held document: correct a fact, take it out."""

from __future__ import annotations

import streamlit as st

from kb.errors import KbError
from kb.model import Document, DocumentSummary
from ui.address import PageName, document_link
from ui.base import knowledge_base, show_error
from ui.fact_form import fact_boxes, made_corrections, person_box
from ui.links import go
from ui.maintainer import chosen_work
from ui.markup import markdown_safe
from ui.words import document_name

_CORRECT, _REMOVE = "dinh-chinh", "bo"


def render_upkeep(summary: DocumentSummary, document: Document) -> None:
    """The two things to do, each with its own address; one is open where the address says so."""
    wanted = chosen_work(
        {_CORRECT: "Đính chính dữ kiện", _REMOVE: "Bỏ văn bản khỏi kho"},
        lambda name: document_link(document.id, muc="du-kien", mo=name),
    )
    if wanted == _CORRECT:
        _render_correction(document)
    elif wanted == _REMOVE:
        _render_removal(summary)


def _render_correction(document: Document) -> None:
    """A form with all facts; each one changed becomes a correction with its reason."""
    with st.form(f"kb-correct-{document.id}"):
        said = fact_boxes(document, f"kb-correct-{document.id}")
        reason = st.text_input("Lý do đính chính", key=f"kb-correct-{document.id}-reason")
        by = person_box(f"kb-correct-{document.id}-by")
        is_sent = st.form_submit_button("Ghi đính chính", icon=":material/edit:")
    if not is_sent:
        return
    try:
        corrections = made_corrections(document, said, reason, by)
        for correction in corrections:
            knowledge_base().correct(document.id, correction)
    except ValueError as error:
        st.error(f"Chưa ghi: {error}.", icon=":material/error:")
    except KbError as error:
        show_error(error)
    else:
        if corrections:
            st.rerun()
        st.info("Không có dữ kiện nào thay đổi.", icon=":material/info:")


def _render_removal(summary: DocumentSummary) -> None:
    """Takes the document out after a second, deliberate press; it can be put back."""
    st.write(
        "Văn bản không còn được tìm thấy và viện dẫn đến nó trở thành chưa giải quyết. "
        "Tệp gốc vẫn được giữ; có thể đưa lại ở trang Tình trạng kho."
    )
    name = markdown_safe(document_name(summary))
    is_sure = st.checkbox(f"Tôi muốn bỏ {name}", key=f"kb-remove-{summary.id}-sure")
    if st.button("Bỏ khỏi kho", disabled=not is_sure, icon=":material/delete:", key=f"kb-remove-{summary.id}"):
        _remove(summary)


def _remove(summary: DocumentSummary) -> None:
    kb = knowledge_base()
    try:
        kb.remove(summary.id)
        kb.searcher.follow()
    except KbError as error:
        show_error(error)
        return
    go(PageName.HEALTH, {"muc": ["da-bo"]})
