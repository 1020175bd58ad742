"""One waiting file: what was read beside its page, then accept or throw away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from kb.errors import KbError
from kb.model import AddOutcome, AddStatus, Linked, Parsed
from kb.staging import Staged, StagedStatus
from kb.upkeep import UnreadLine, reading_health
from ui.address import PageName, href, read_number
from ui.base import knowledge_base, parameter, show, show_error, version
from ui.documents.references import references_out_html
from ui.documents.tasks import tasks_html
from ui.documents.text import Target, marks_of, parts_of, text_html
from ui.intake.accepting import render_form
from ui.intake.changes import changes_html
from ui.intake.worker import worker
from ui.links import go
from ui.markup import Html, joined, link, quoted_commands, shortened, tag
from ui.originals import page_picture, page_words
from ui.parts import Tab, document_heading, empty_state, notice, tabs

_VIEWS = {"": "Dữ kiện", "muc-luc": "Nội dung", "vien-dan": "Viện dẫn", "nhiem-vu": "Nhiệm vụ"}
# Unread lines that are listed, and characters of one.
_LINES = 50
_LINE = 160
_PICTURES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"}


def render_preview(item: Staged) -> None:
    show(tag("p", link(href(PageName.INTAKE), "← Các tệp chờ duyệt"), class_="kb-back"))
    show(tag("h1", item.name, class_="kb-name"))
    if item.status is StagedStatus.REFUSED:
        _render_refused(item)
        return
    if item.status is not StagedStatus.READY:
        _render_reading(item)
        return
    parsed = read_result(item.id, item.sha256)
    outcome = _outcome(version(), item.id, item.sha256, parsed)
    _render_kin(parsed, outcome)
    _render_warnings(parsed)
    left, right = st.columns([3, 2.2], gap="medium")
    with left:
        _render_views(item, parsed, outcome)
    with right, st.container(key="kb-page"):
        _render_page(item, parsed)


@st.cache_data(show_spinner=False, max_entries=32)
def read_result(item_id: str, sha256: str) -> Parsed:
    return worker().area.parsed(item_id)


@st.cache_data(show_spinner="Đang so với các văn bản trong kho …", max_entries=64)
def _outcome(now: tuple[str, int], item_id: str, sha256: str, _parsed: Parsed) -> AddOutcome:
    area = worker().area
    return knowledge_base().intake.preview(area.file(area.get(item_id)), _parsed)


def _render_refused(item: Staged) -> None:
    show(notice(f"Không đọc được tệp này: {item.message}", "bad"))
    show(tag("p", tag("b", "Cách khắc phục: "), quoted_commands(item.remedy or "kiểm tra lại tệp gốc")))
    with st.container(horizontal=True):
        if st.button("Đọc lại", icon=":material/refresh:"):
            worker().area.read_again(item)
            worker().wake()
            st.rerun()
        _drop_button(item)


def _render_reading(item: Staged) -> None:
    worker().wake()
    progress = f" {item.done}/{item.total} {item.unit}" if item.total else ""
    show(notice(f"Đang đọc …{progress} Có thể sang trang khác và quay lại sau.", "plain"))

    @st.fragment(run_every=2.0)
    def look() -> None:
        if worker().area.get(item.id) != item:
            st.rerun()

    look()


def _drop_button(item: Staged) -> None:
    if st.button("Bỏ tệp này", icon=":material/delete:"):
        worker().area.drop(item.id)
        go(PageName.INTAKE, {})


def _render_kin(parsed: Parsed, outcome: AddOutcome) -> None:
    """Says whether the document is held already, or another version of a held one, and what changed."""
    if outcome.document_id is None:
        return
    kb = knowledge_base()
    held = kb.document(outcome.document_id)
    name = document_heading(kb.find(outcome.document_id))
    if outcome.status in (AddStatus.TWIN, AddStatus.UNCHANGED):
        show(notice(joined(["Trùng với văn bản đang giữ: ", name]), "warn"))
        return
    from kb.changes import changes_between

    show(notice(joined(["Có thể là bản khác của văn bản đang giữ: ", name]), "warn"))
    with st.expander("Bản này khác bản đang giữ ở đâu", expanded=True):
        old, new = held.document, parsed.document
        show(changes_html(changes_between(old.text, held.provisions, new.text, parsed.provisions)))


def _render_warnings(parsed: Parsed) -> None:
    notices = parsed.document.notices
    if notices:
        said = [f"{item.message} (trang {item.page})" if item.page else item.message for item in notices]
        show(joined(notice(words) for words in said))
    health = reading_health(parsed.document, parsed.provisions)
    if health.blank_pages:
        pages = ", ".join(str(page) for page in health.blank_pages)
        show(notice(f"Trang không có chữ: {pages}"))
    if health.unread:
        show(_unread_html(parsed, health.unread))


def _unread_html(parsed: Parsed, lines: Sequence[UnreadLine]) -> Html:
    """The lines of which nothing was made, folded: what they say may be missing from facts and provisions."""
    text = parsed.document.text
    items = [tag("li", shortened(text[line.start : line.end], _LINE)) for line in lines[:_LINES]]
    return tag(
        "details", tag("summary", f"{len(lines)} dòng chưa đọc được"), tag("ul", joined(items)), class_="kb-fold"
    )


def _render_views(item: Staged, parsed: Parsed, outcome: AddOutcome) -> None:
    view = parameter("muc") or ""
    view = view if view in _VIEWS else ""
    counts = {"vien-dan": len(parsed.references), "nhiem-vu": len(parsed.tasks)}
    page = parameter("trang")
    items = [
        Tab(title, href(PageName.INTAKE, tep=item.id, muc=name, trang=page), name == view, counts.get(name))
        for name, title in _VIEWS.items()
    ]
    show(tabs(items, "Các phần đã đọc"))
    if view == "":
        render_form(item, parsed, outcome)
        _drop_button(item)
    else:
        show(_view_html(view, parsed))


def _view_html(view: str, parsed: Parsed) -> Html:
    document = parsed.document
    if view == "vien-dan":
        linked = [Linked(reference, None) for reference in parsed.references]
        return references_out_html(document, linked, {}, {}, None)
    if view == "nhiem-vu":
        return tasks_html(document, parsed.tasks)
    parts = parts_of(parsed.provisions)
    if not parts:
        return empty_state("Không đọc được điều khoản nào")
    nowhere = Target(None, None)
    return text_html(document, parsed.provisions, parts[0], marks_of(document, (), nowhere), nowhere)


def _render_page(item: Staged, parsed: Parsed) -> None:
    file = worker().area.file(item)
    if file.suffix in _PICTURES:
        st.image(file.read_bytes(), width="stretch", alt=page_words(1, 1))
    elif file.suffix == ".pdf":
        _render_pdf_page(item, file, parsed.document.page_count or 1)
    else:
        show(tag("p", "Tệp loại này không có ảnh trang; xem mục Nội dung.", class_="kb-quiet"))


def _render_pdf_page(item: Staged, file: Path, count: int) -> None:
    page = min(max(1, read_number(parameter("trang")) or 1), count)
    here = {"tep": item.id, "muc": parameter("muc")}
    before = link(href(PageName.INTAKE, **here, trang=page - 1), "←", title="Trang trước") if page > 1 else "←"
    after = link(href(PageName.INTAKE, **here, trang=page + 1), "→", title="Trang sau") if page < count else "→"
    show(tag("nav", before, f" Trang {page}/{count} ", after, class_="kb-parts", aria_label="Trang của bản gốc"))
    try:
        st.image(page_picture(str(file), item.sha256, page), width="stretch", alt=page_words(page, count))
    except KbError as error:
        show_error(error)
