"""What a change of a document hits: every provision and task that rests on it, with what took its place."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kb.errors import NotFound
from kb.model import Derivation, NodeRef
from kb.trace import CarriedOut, Impact
from ui.address import PageName, document_link, href
from ui.base import knowledge_base, parameter, show, version
from ui.documents.store import names, registry
from ui.markup import Html, badge, joined, link, shortened, tag
from ui.parts import empty_state, notice, table
from ui.trace.choosing import choose_document
from ui.words import REASONS, RELATIONS, document_name, place

_WORDS = 200
# Rows of a table that are shown; more are counted.
_ROWS = 200


@st.cache_data(show_spinner="Đang tìm những gì dựa trên văn bản này …", max_entries=100)
def impact_of(now: tuple[str, int], document_id: str) -> Impact:
    return knowledge_base().tracer.impact(document_id)


def render_impact() -> None:
    document_id = choose_document(parameter("doc"))
    if document_id is None:
        show(empty_state("Chọn một văn bản", "để xem văn bản, điều khoản, nhiệm vụ nào dựa trên nó khi nó thay đổi."))
        return
    try:
        show(impact_html(impact_of(version(), document_id)))
    except NotFound as error:
        show(empty_state(error.message, error.remedy or ""))


def impact_html(impact: Impact) -> Html:
    changes = [notice(change.message) for change in impact.changes]
    unchanged = notice("Chưa ghi nhận văn bản nào thay thế, bãi bỏ hoặc sửa đổi văn bản này.", "plain")
    return joined(
        [
            *(changes or [unchanged]),
            _edges("Dựa trực tiếp trên văn bản này", impact.rests),
            _edges("Dựa gián tiếp", impact.further),
            _tasks(impact.tasks),
        ]
    )


def name_of(document_id: str) -> str:
    """What a document is called, held or registered."""
    if document_id in names():
        return document_name(names()[document_id])
    entry = registry().get(document_id)
    return " ".join(part for part in (entry.kind, entry.number) if part) if entry and entry.number else document_id


def ref_link(ref: NodeRef) -> Html:
    where = f", {place(ref.path)}" if ref.path else ""
    is_held = ref.document_id in names()
    goal = document_link(ref.document_id, ref.path) if is_held else href(PageName.TRACE, doc=ref.document_id)
    return link(goal, f"{shortened(name_of(ref.document_id), 90)}{where}")


def _edges(title: str, edges: Sequence[Derivation]) -> Html | None:
    if not edges:
        return None
    rows = [
        (
            ref_link(edge.lower),
            RELATIONS[edge.relation],
            REASONS[edge.reason],
            shortened(edge.evidence[0].quote, _WORDS) if edge.evidence else "",
        )
        for edge in edges[:_ROWS]
    ]
    content = table(("Nơi dựa vào", "Quan hệ", "Biết nhờ", "Câu trích"), rows, f"{title}: {len(edges)} chỗ")
    return joined([tag("h2", title), content])


def _tasks(tasks: Sequence[CarriedOut]) -> Html:
    if not tasks:
        return empty_state("Không có nhiệm vụ nào dựa trên văn bản này")
    rows = [
        (
            ref_link(item.task_ref),
            shortened(item.task.text, _WORDS),
            "; ".join(item.task.lead),
            joined([REASONS[item.reason], " ", badge(f"độ chắc {item.confidence:.0%}")]),
        )
        for item in tasks[:_ROWS]
    ]
    return joined(
        [
            tag("h2", "Nhiệm vụ dựa trên văn bản này"),
            table(("Ở đâu", "Nhiệm vụ", "Chủ trì", "Biết nhờ"), rows, f"{len(tasks)} nhiệm vụ"),
        ]
    )
