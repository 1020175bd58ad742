"""The page of traces in every state, run as Streamlit runs it against a real knowledge base."""

from __future__ import annotations

import re

import pytest
from library import Library, Open, no_faults, page_html
from streamlit.testing.v1 import AppTest

from kb.text import fold
from ui.address import PageName


def words(app: AppTest) -> str:
    """What a reader sees of the HTML, tags left out."""
    return re.sub(r"<[^>]+>", " ", page_html(app))


def test_the_trace_begins_with_a_choice(open_page: Open) -> None:
    app = open_page(PageName.TRACE)
    no_faults(app)
    assert "Bắt đầu từ một văn bản" in words(app)


def test_a_task_is_traced_up_with_evidence(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.TRACE, doc=filled.provincial, path="Điều 2")
    no_faults(app)
    shown = words(app)
    assert "Căn cứ phía trên" in shown
    assert "88/QĐ-TTg" in shown
    assert "Xem chỗ in" in shown


def test_a_decision_is_traced_down(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.TRACE, doc=filled.national)
    no_faults(app)
    assert "Được triển khai phía dưới" in words(app)
    assert "15/QĐ-UBND" in words(app)


def test_a_place_that_does_not_exist_is_said_so(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.TRACE, doc=filled.national, path="Điều 99")
    no_faults(app)
    assert "Không có chỗ này trong kho" in words(app)


def test_missing_documents(open_page: Open) -> None:
    app = open_page(PageName.TRACE, muc="thieu")
    no_faults(app)
    assert "luat to chuc chinh phu" in fold(words(app))


@pytest.mark.parametrize("view", ["do-phu", "sai-lech", "anh-huong"])
def test_questions_of_a_chain_begin_with_a_choice(open_page: Open, view: str) -> None:
    app = open_page(PageName.TRACE, muc=view)
    no_faults(app)
    assert "Chọn" in words(app)


@pytest.mark.parametrize(
    ("view", "said"),
    [("do-phu", "giao cho địa phương"), ("sai-lech", "chỉ tiêu"), ("anh-huong", "Dựa trực tiếp trên văn bản này")],
)
def test_questions_of_a_chain_are_answered(open_page: Open, filled: Library, view: str, said: str) -> None:
    app = open_page(PageName.TRACE, muc=view, doc=filled.national)
    no_faults(app)
    assert said in words(app)


def test_a_step_is_rejected_by_a_person_and_disappears(open_page: Open, library: Library) -> None:
    app = open_page(PageName.TRACE, home=library.home, doc=library.provincial, mo="xet")
    before = words(app).count("Xem chỗ in")
    app.text_input(key="kb-judge-reason").set_value("không cùng nội dung")
    app.text_input(key="kb-judge-by").set_value("Nguyễn Thị Thử")
    next(radio for radio in app.radio if radio.label == "Ý kiến").set_value("rejected")
    next(button for button in app.button if button.label == "Ghi ý kiến").click().run()
    no_faults(app)
    assert words(app).count("Xem chỗ in") < before


def test_a_step_is_not_judged_without_a_name_and_a_reason(open_page: Open, library: Library) -> None:
    app = open_page(PageName.TRACE, home=library.home, doc=library.provincial, mo="xet")
    next(button for button in app.button if button.label == "Ghi ý kiến").click().run()
    assert "Cần ghi tên" in app.error[0].value
