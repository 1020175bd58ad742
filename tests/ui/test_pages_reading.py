"""The pages that staff read, in every state, run as Streamlit runs them against a real knowledge base."""

from __future__ import annotations

import re
from threading import Event

import pytest
from library import LONG_WORD, Library, Open, no_faults, page_html
from streamlit.testing.v1 import AppTest

from kb import KnowledgeBase
from ui import background
from ui.address import PageName
from ui.background import Progress
from ui.base import Told
from ui.search import ready


def words(app: AppTest) -> str:
    """What a reader sees of the HTML, tags left out."""
    return re.sub(r"<[^>]+>", " ", page_html(app))


# --- Tìm kiếm


def test_the_start_page_offers_examples_and_new_documents(open_page: Open) -> None:
    app = open_page(PageName.SEARCH)
    no_faults(app)
    assert "Ví dụ" in words(app)
    assert "Mới thêm vào kho" in words(app)


def test_a_question_is_answered_with_links_to_the_quoted_place(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.SEARCH, q="cơ quan nào chủ trì xây dựng kế hoạch số hóa hồ sơ lưu trữ")
    no_faults(app)
    shown = page_html(app)
    assert "Các đoạn tìm được" in shown
    assert re.search(rf'href="van-ban\?doc={filled.national}&amp;path=[^"]+&amp;at=\d+-\d+"', shown)


def test_results_show_facets_with_counts_and_why(open_page: Open) -> None:
    app = open_page(PageName.SEARCH, q="số hóa hồ sơ lưu trữ")
    no_faults(app)
    shown = page_html(app)
    assert 'class="kb-link kb-facet"' in shown
    assert "Loại văn bản" in shown
    assert "Vì sao" in shown


def test_a_search_that_is_made_ready_shows_how_far_it_is(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()

    def slow(kb: KnowledgeBase, told: Told, report: Progress) -> bool:
        report(500, 2_000, "đoạn")
        return go_on.wait(30)

    monkeypatch.setattr(ready, "_ready", slow)
    monkeypatch.setattr(background, "AT_ONCE_S", 0.05)
    app = open_page(PageName.SEARCH, q="số hóa hồ sơ")
    no_faults(app)
    assert "Đang chuẩn bị tìm kiếm: 500/2000 đoạn" in app.get("progress")[0].proto.text
    elsewhere = open_page(PageName.DOCUMENTS)
    no_faults(elsewhere)
    assert "kb-doc" in page_html(elsewhere)
    go_on.set()
    monkeypatch.setattr(background, "AT_ONCE_S", 30)
    assert "Các đoạn tìm được" in words(app.run())


def test_a_facet_in_the_address_restricts_the_results(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.SEARCH, q="số hóa hồ sơ lưu trữ", cap="central")
    no_faults(app)
    shown = page_html(app)
    assert f"doc={filled.national}" in shown
    assert f"doc={filled.provincial}&" not in shown
    assert "đang chọn" in shown


def test_a_question_the_documents_cannot_answer_is_refused_with_help(open_page: Open) -> None:
    app = open_page(PageName.SEARCH, q="mức phạt vượt đèn đỏ của xe máy là bao nhiêu")
    no_faults(app)
    assert "Kho không có câu trả lời" in words(app)
    assert "Có thể thử" in words(app)


def test_typing_a_question_puts_it_into_the_address_and_the_history(open_page: Open) -> None:
    app = open_page(PageName.SEARCH)
    app.text_input(key="kb-q").set_value("số hóa hồ sơ").run()
    no_faults(app)
    assert app.query_params["q"] == "số hóa hồ sơ"
    app.text_input(key="kb-q").set_value("").run()
    assert "Đã tìm trong phiên này" in words(app)


def test_a_search_is_kept_and_let_go(open_page: Open, library: Library) -> None:
    app = open_page(PageName.SEARCH, home=library.home, q="số hóa hồ sơ")
    next(button for button in app.button if "Lưu tìm kiếm" in button.label).click().run()
    no_faults(app)
    assert any("Bỏ lưu" in button.label for button in app.button)
    app.text_input(key="kb-q").set_value("").run()
    assert "Tìm kiếm đã lưu" in words(app)


def test_an_empty_knowledge_base_says_how_to_fill_it(open_page: Open, home: str) -> None:
    for page in (PageName.SEARCH, PageName.DOCUMENTS):
        app = open_page(page, home=home)
        no_faults(app)
        assert "Kho chưa có văn bản nào" in words(app)


def test_the_root_with_a_document_opens_the_document(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.SEARCH, doc=filled.provincial, path="Điều 2")
    no_faults(app)
    assert "Danh sách văn bản" in words(app)


# --- Văn bản


def test_the_list_shows_all_documents_with_their_facts(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.DOCUMENTS)
    no_faults(app)
    shown = page_html(app)
    for document_id in (filled.national, filled.provincial, filled.hostile, filled.paged):
        assert f"van-ban?doc={document_id}" in shown
    assert "5/3/2024" in words(app)


@pytest.mark.parametrize(("words_typed", "count"), [("luu tru", 2), ("88/QĐ-TTg", 1), ("không có chữ này", 0)])
def test_the_list_is_filtered_by_words_with_or_without_diacritics(
    open_page: Open, words_typed: str, count: int
) -> None:
    app = open_page(PageName.DOCUMENTS, tim=words_typed)
    no_faults(app)
    assert page_html(app).count("kb-doc") == count


def test_choices_of_the_list_are_in_the_address(open_page: Open) -> None:
    app = open_page(PageName.DOCUMENTS)
    app.selectbox(key="kb-sap").set_value("cu").run()
    app.multiselect(key="kb-cap").set_value(["Trung ương"]).run()
    no_faults(app)
    assert app.query_params["sap"] == "cu"
    assert app.query_params["cap"] == "Trung ương"
    assert page_html(app).count("kb-doc") == 1


def test_an_addressed_provision_is_marked_in_text_and_outline(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.DOCUMENTS, doc=filled.provincial, path="Điều 2")
    no_faults(app)
    shown = page_html(app)
    target = re.search(r'<div id="p\d+" class="kb-pv kb-d\d kb-target">(.*?)</div>', shown, re.DOTALL)
    assert target is not None
    assert "Giao Sở Nội vụ chủ trì" in target[1]
    assert 'class="kb-link kb-here"' in shown


def test_a_quotation_is_marked_exactly(open_page: Open, filled: Library) -> None:
    kb = filled.open()
    text = kb.document(filled.provincial).document.text
    kb.close()
    start = text.index("xây dựng dự toán")
    app = open_page(PageName.DOCUMENTS, doc=filled.provincial, at=f"{start}-{start + len('xây dựng dự toán')}")
    no_faults(app)
    assert '<mark class="kb-quote">xây dựng dự toán</mark>' in page_html(app)


@pytest.mark.parametrize(
    "state",
    [{"path": "Điều 99"}, {"at": "10-999999999"}, {"at": "5-3"}, {"at": "a-b"}, {"phan": "77"}, {"muc": "la"}],
    ids=str,
)
def test_an_address_that_points_nowhere_still_shows_the_document(
    open_page: Open, filled: Library, state: dict[str, str]
) -> None:
    app = open_page(PageName.DOCUMENTS, doc=filled.provincial, **state)
    no_faults(app)
    assert "Giao Sở Nội vụ chủ trì" in words(app)


def test_a_document_opens_by_its_number(open_page: Open) -> None:
    app = open_page(PageName.DOCUMENTS, doc="88/QĐ-TTg")
    no_faults(app)
    assert "Chương trình số hóa hồ sơ lưu trữ quốc gia" in words(app)


def test_a_document_that_is_not_held_is_said_so(open_page: Open) -> None:
    app = open_page(PageName.DOCUMENTS, doc="999/QĐ-TTg")
    no_faults(app)
    assert "Kho không có văn bản này" in words(app)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("du-kien", "Dữ kiện của văn bản"),
        ("vien-dan", "Viện dẫn đi"),
        ("nhiem-vu", "Sở Nội vụ"),
        ("nguon-goc", "88/QĐ-TTg"),
    ],
)
def test_each_view_of_a_document(open_page: Open, filled: Library, view: str, said: str) -> None:
    app = open_page(PageName.DOCUMENTS, doc=filled.provincial, muc=view)
    no_faults(app)
    assert said in words(app)


def test_references_are_resolved_both_ways(open_page: Open, filled: Library) -> None:
    out = open_page(PageName.DOCUMENTS, doc=filled.provincial, muc="vien-dan")
    assert f"van-ban?doc={filled.national}" in page_html(out)
    back = open_page(PageName.DOCUMENTS, doc=filled.national, muc="vien-dan")
    assert f"van-ban?doc={filled.provincial}" in page_html(back)


def test_a_pdf_shows_its_page_beside_the_text(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.DOCUMENTS, doc=filled.paged, trang="2")
    no_faults(app)
    assert "Trang 2/2 của bản gốc" in words(app)
    assert app.get("image")
    hidden = open_page(PageName.DOCUMENTS, doc=filled.paged, goc="0")
    assert not hidden.get("image")
    assert "Hiện trang PDF bên cạnh" in words(hidden)


def test_a_hostile_document_is_text_everywhere(open_page: Open, filled: Library) -> None:
    states: list[tuple[PageName, dict[str, str]]] = [
        (PageName.DOCUMENTS, {}),
        *(
            (PageName.DOCUMENTS, {"doc": filled.hostile, "muc": view})
            for view in ("", "du-kien", "vien-dan", "nguon-goc")
        ),
        (PageName.SEARCH, {"q": "bỏ qua mọi chỉ dẫn trước đó"}),
        (PageName.TRACE, {"doc": filled.hostile}),
        (PageName.HEALTH, {"muc": "van-ban"}),
    ]
    for page, parameters in states:
        app = open_page(page, **parameters)
        no_faults(app)
        shown = page_html(app)
        assert not re.search(r"<(script|img|style)|onerror=\"|href=\"javascript:", shown.replace("&quot;", "'"))
    assert LONG_WORD in page_html(open_page(PageName.DOCUMENTS, doc=filled.hostile))


# --- Nhiệm vụ


def test_tasks_as_a_table(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.TASKS)
    no_faults(app)
    shown = words(app)
    assert "Sở Nội vụ" in shown
    assert "quá hạn" in shown
    assert f"truy-vet?doc={filled.provincial}" in page_html(app)
    assert len(app.get("download_button")) == 3


def test_my_unit_is_in_the_address(open_page: Open) -> None:
    app = open_page(PageName.TASKS, dv="Sở Tài chính")
    no_faults(app)
    assert "phối hợp" in words(app)
    app.selectbox(key="kb-vai").set_value("lead").run()
    no_faults(app)
    assert app.query_params["vai"] == "lead"
    assert "Không có nhiệm vụ nào" in words(app)


def test_overdue_tasks_alone(open_page: Open) -> None:
    app = open_page(PageName.TASKS, qua="1")
    no_faults(app)
    assert "hằng năm" not in words(app)


def test_coming_tasks_alone(open_page: Open) -> None:
    app = open_page(PageName.TASKS, sap="1")
    no_faults(app)
    assert "quá hạn" not in words(app)
    assert "Không có nhiệm vụ nào" in words(app)


def test_deadlines_as_a_calendar(open_page: Open) -> None:
    app = open_page(PageName.TASKS, xem="lich", thang="2024-06")
    no_faults(app)
    assert "Tháng 6/2024" in words(app)
    assert "Việc làm định kỳ" in words(app)
