"""What a change of a document hits: every provision and task that rests on it, with what took its place."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kb.errors import NotFound
from kb.model import Derivation
from kb.trace import CarriedOut, Impact
from ui.base import knowledge_base, parameter, show, version
from ui.markup import Html, badge, joined, shortened, tag
from ui.parts import empty_state, notice, table
from ui.trace.choosing import choose_document
from ui.trace.naming import ref_link
from ui.words import REASONS, RELATIONS

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
    changes = [notice(f"Văn bản này {change.message}") for change in impact.changes]
    unchanged = notice("Chưa ghi nhận văn bản nào thay thế, bãi bỏ hoặc sửa đổi văn bản này.", "plain")
    return joined(
        [
            *(changes or [unchanged]),
            _edges("Dựa trực tiếp trên văn bản này", impact.rests),
            _edges("Dựa gián tiếp", impact.further),
            _tasks(impact.tasks),
        ]
    )


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
