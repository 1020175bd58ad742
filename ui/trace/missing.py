"""Documents that are cited and not held, with where to get them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kb.model import MissingDocument
from ui.address import PageName, href
from ui.base import knowledge_base, page_of_many, show, version
from ui.documents.store import names
from ui.markup import Html, joined, link, tag
from ui.parts import document_heading, empty_state, table
from ui.words import day

# Citing documents named in a row; more are counted.
_CITING = 3
# Documents on one page of the table.
PAGE_SIZE = 50


@st.cache_data(show_spinner="Đang kê văn bản còn thiếu …", max_entries=4)
def missing_documents(now: tuple[str, int]) -> tuple[MissingDocument, ...]:
    return tuple(knowledge_base().missing())


def render_missing() -> None:
    missing = missing_documents(version())
    with page_of_many(len(missing), PAGE_SIZE) as (first, last):
        show(missing_html(missing, first, last))


def missing_html(missing: Sequence[MissingDocument], first: int = 0, last: int = PAGE_SIZE) -> Html:
    """The rows [first, last)."""
    if not missing:
        return empty_state("Mọi văn bản được viện dẫn đều có trong kho")
    rows = [_row(item) for item in missing[first:last]]
    columns = ("Văn bản", "Cơ quan, ngày", "Số lần viện dẫn", "Được viện dẫn ở", "Lấy toàn văn ở đâu")
    shown = f"hiện {first + 1}–{first + len(rows)}"
    return table(columns, rows, f"{len(missing)} văn bản được viện dẫn mà kho chưa có, nhiều viện dẫn trước; {shown}")


def _row(item: MissingDocument) -> tuple[str | Html | None, ...]:
    name = joined([tag("b", item.number or item.name), f" {item.title or ''}" if item.number else None])
    where = ", ".join(part for part in (item.issuer, day(item.issued_on)) if part)
    return name, where, str(item.citation_count), _citing(item.cited_by), item.full_text_at or "chưa rõ"


def _citing(ids: Sequence[str]) -> Html:
    held = names()
    shown = [tag("div", document_heading(held[i]) if i in held else i) for i in ids[:_CITING]]
    rest = len(ids) - len(shown)
    more = tag("div", link(href(PageName.DOCUMENTS), f"và {rest} văn bản khác"), class_="kb-meta") if rest > 0 else None
    return joined([*shown, more])
