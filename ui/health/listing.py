"""The view "Từng văn bản": the health of every document, filtered and in pages, or that of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from kb.model import DocumentSummary
from kb.upkeep import DocumentHealth
from ui.base import bound, page_of_many, parameter, show
from ui.documents.listing import bears
from ui.documents.store import names
from ui.health.one import render_one
from ui.health.store import state
from ui.health.tables import healths_html
from ui.parts import empty_state

# Documents on one page of the table.
PAGE_SIZE = 50

FILTERS: dict[str, tuple[str, Callable[[DocumentHealth], object]]] = {
    "can-xem": ("Cần xem lại", lambda health: not health.is_sound),
    "trang": ("Có trang không chữ", lambda health: health.blank_pages),
    "dong": ("Có dòng chưa đọc", lambda health: health.unread),
    "du-kien": ("Có dữ kiện cần kiểm tra", lambda health: health.absent or health.doubtful),
    "vien-dan": ("Có viện dẫn chưa rõ", lambda health: health.missing_count or health.ambiguous_count),
    "luu-y": ("Có lưu ý khi đọc", lambda health: health.notices),
}

Pair = tuple[DocumentSummary, DocumentHealth]


def render_documents() -> None:
    document_id = parameter("vb")
    if document_id:
        render_one(document_id)
        return
    now = state()
    if now is None:
        return
    held = names()
    pairs = [(held[health.document_id], health) for health in now.healths if health.document_id in held]
    if not pairs:
        show(empty_state("Kho chưa có văn bản nào"))
        return
    _render_table(filtered(pairs, *_boxes()), len(pairs))


def _boxes() -> tuple[str | None, str]:
    """What is chosen: the kind of trouble, and words of the document."""
    words_box, kind_box = st.columns([3, 1.4])
    key, changed = bound("tim", parameter("tim") or "", "trang")
    words_box.text_input("Lọc theo số, trích yếu, cơ quan", key=key, on_change=changed)
    chosen = parameter("loc") if parameter("loc") in FILTERS else None
    key, changed = bound("loc", chosen, "trang")
    kind_box.selectbox(
        "Chỉ hiện",
        list(FILTERS),
        key=key,
        on_change=changed,
        index=None,
        placeholder="Mọi văn bản",
        format_func=lambda name: FILTERS[name][0],
    )
    return chosen, parameter("tim") or ""


def filtered(pairs: Sequence[Pair], kind: str | None, words: str) -> list[Pair]:
    """The documents with this kind of trouble (None: all) that bear all of the words."""
    wants = FILTERS[kind][1] if kind else lambda _: True
    return [(summary, health) for summary, health in pairs if wants(health) and bears(summary, words)]


def _render_table(pairs: Sequence[Pair], everything: int) -> None:
    if not pairs:
        show(empty_state("Không văn bản nào khớp bộ lọc"))
        return
    with page_of_many(len(pairs), PAGE_SIZE) as (first, last):
        caption = f"{len(pairs)}/{everything} văn bản, văn bản cần xem lại trước; hiện {first + 1}–{last}"
        show(healths_html(pairs[first:last], caption))
