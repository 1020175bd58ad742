"""The page "Bổ sung văn bản": the place to drop files and the list of those that wait, or one of them to be seen."""

from __future__ import annotations

from math import ceil

import streamlit as st

from kb.errors import NotFound
from kb.staging import StagedStatus
from ui.address import PageName, document_link, href
from ui.base import parameter, settings, show
from ui.documents.store import names
from ui.intake.preview import render_preview
from ui.intake.waiting import waiting_html
from ui.intake.worker import worker
from ui.maintainer import is_maintainer, lock_button, maintainers_only
from ui.markup import link, tag
from ui.parts import empty_state, notice
from ui.words import document_name

# Seconds between two looks at the progress.
_LOOK = 2.0
_DROPPED = "kb-dropped"


def render() -> None:
    if not is_maintainer():
        st.title("Bổ sung văn bản")
    if not maintainers_only():
        return
    item_id = parameter("tep")
    if item_id:
        _render_item(item_id)
        return
    st.title("Bổ sung văn bản")
    _done()
    _drop()
    worker().wake()
    _waiting()
    lock_button()


def _render_item(item_id: str) -> None:
    try:
        item = worker().area.get(item_id)
    except NotFound as error:
        show(empty_state("Tệp không còn ở đây", error.remedy or "", link(href(PageName.INTAKE), "Các tệp chờ duyệt")))
        return
    render_preview(item)


def _done() -> None:
    """Says which document was just accepted."""
    document_id = parameter("xong")
    summary = names().get(document_id or "")
    if summary:
        opened = link(document_link(summary.id), document_name(summary))
        show(notice(tag("span", "Đã nhận vào kho: ", opened, ". Tìm kiếm thấy ngay từ bây giờ."), "good"))


def _drop() -> None:
    """Takes the dropped files; each is kept at once, and the box is empty again."""
    turn = st.session_state.setdefault(_DROPPED, 0)
    most = ceil(settings().max_file_mb)
    files = st.file_uploader(
        f"Thả nhiều tệp một lần, mỗi tệp tối đa {most} MB: PDF (kể cả bản quét), Word, Excel, RTF, văn bản thuần",
        accept_multiple_files=True,
        max_upload_size=most,
        key=f"kb-upload-{turn}",
    )
    if not files:
        st.caption("Tệp được đọc ở nền; có thể sang trang khác. Chưa duyệt thì chưa vào kho.")
        return
    for file in files:
        worker().area.put(file.name, file.getvalue())
    worker().wake()
    st.session_state[_DROPPED] = turn + 1
    st.rerun()


def _waiting() -> None:
    """The list, looked at again while something is read."""
    items = worker().area.items()
    is_busy = any(item.status in (StagedStatus.WAITING, StagedStatus.READING) for item in items)

    @st.fragment(run_every=_LOOK if is_busy else None)
    def look() -> None:
        now = worker().area.items()
        show(waiting_html(now))
        is_done = is_busy and all(item.status in (StagedStatus.READY, StagedStatus.REFUSED) for item in now)
        if is_done:
            st.rerun()

    look()
