"""The form by which a person corrects what was read and takes the document into the knowledge base."""

from __future__ import annotations

import streamlit as st

from kb.errors import KbError
from kb.model import AddOutcome, AddStatus, Correction, Parsed
from kb.staging import Staged
from ui.address import PageName
from ui.base import knowledge_base, show_error
from ui.fact_form import fact_boxes, made_corrections, person_box
from ui.intake.worker import worker
from ui.links import go

_INSTEAD = "Thay bản đang giữ (giữ nguyên địa chỉ của văn bản)"
_BESIDE = "Nhận thành văn bản riêng"


def render_form(item: Staged, parsed: Parsed, outcome: AddOutcome) -> None:
    with st.form(f"kb-accept-{item.id}"):
        said = fact_boxes(parsed.document, f"kb-accept-{item.id}")
        reason = st.text_input("Lý do đính chính (bắt buộc khi sửa)", key=f"kb-accept-{item.id}-reason")
        by = person_box(f"kb-accept-{item.id}-by")
        replaces = _replaces(outcome)
        is_twin = outcome.status in (AddStatus.TWIN, AddStatus.UNCHANGED)
        label = "Vẫn nhận thành văn bản riêng" if is_twin else "Nhận vào kho"
        is_sent = st.form_submit_button(label, type="secondary" if is_twin else "primary", icon=":material/check:")
    if not is_sent:
        return
    try:
        corrections = made_corrections(parsed.document, said, reason, by)
    except ValueError as error:
        st.error(f"Chưa nhận: {error}.", icon=":material/error:")
        return
    _accept(item, parsed, corrections, replaces)


def _replaces(outcome: AddOutcome) -> str | None:
    """The held document that this one takes the place of, as the person chooses."""
    if outcome.status is not AddStatus.CHANGED:
        return None
    choice = st.radio("Văn bản này là bản khác của văn bản đang giữ", [_INSTEAD, _BESIDE])
    return outcome.document_id if choice == _INSTEAD else None


def _accept(item: Staged, parsed: Parsed, corrections: tuple[Correction, ...], replaces: str | None) -> None:
    area = worker().area
    kb = knowledge_base()
    try:
        with st.spinner("Đang đưa vào kho …", show_time=True):
            done = kb.intake.accept(area.file(item), item.source, parsed, corrections, replaces)
            kb.searcher.follow()
    except KbError as error:
        show_error(error)
        return
    area.drop(item.id)
    go(PageName.INTAKE, {"xong": [done.document_id or ""]})
