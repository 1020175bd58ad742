"""Searching: by meaning and by words, in any typing, with filters, reasons and suggestions."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from shelf import Shelf, summary

from kb.encoder import Encoder, open_encoder
from kb.model import Filters, Hit, Level, RegistryEntry
from kb.search import Searcher
from kb.settings import Settings
from kb.text import fold

DIRECTIVE = summary(
    "chi-thi",
    "về tăng cường sự lãnh đạo đối với chuyển đổi số của tỉnh",
    number="19-CT/TU",
    kind="Chỉ thị",
    issuer="Ban Thường vụ Tỉnh ủy",
    issued_on=date(2022, 5, 18),
)
STRATEGY = summary(
    "chien-luoc",
    "Phê duyệt Chiến lược phát triển kinh tế biển và đảo",
    number="411/QĐ-TTg",
    issuer="Thủ tướng Chính phủ",
    level=Level.CENTRAL,
    locality=None,
    issued_on=date(2022, 3, 31),
)
FIRST_97 = summary("97-a", "Quy định hỗ trợ tái định cư", number="97/2025/QĐ-UBND", issued_on=date(2025, 10, 1))
SECOND_97 = summary(
    "97-b",
    "Quy định hỗ trợ tư vấn pháp luật cho doanh nghiệp nhỏ",
    number="97/2025/QĐ-UBND",
    issuer="Ủy ban nhân dân tỉnh Nam Hà Trung",
    locality="Nam Hà Trung",
    issued_on=date(2025, 12, 2),
)
PLAN = summary("ke-hoach", "Trồng rừng ven biển", number="55/KH-UBND", kind="Kế hoạch", issued_on=date(2023, 7, 1))
PLAN_COPY = summary("ke-hoach-sao", "Trồng rừng ven bờ", number=None, kind="Kế hoạch", issued_on=date(2023, 7, 1))

HARVEST = (
    "Chi cục Kiểm lâm chủ trì trồng mới 200 ha rừng phi lao chắn cát dọc bờ biển, hoàn thành trước ngày 30/9/2024."
)
TEXTS = {
    DIRECTIVE: [
        "Người đứng đầu cấp ủy trực tiếp chủ trì, chịu trách nhiệm chính về chuyển đổi số (CĐS) trên địa bàn.",
        "Định kỳ hằng năm báo cáo Ban Thường vụ Tỉnh ủy kết quả thực hiện Chỉ thị này.",
        "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ về chương trình quốc gia.",
    ],
    STRATEGY: [
        "Phê duyệt Chiến lược phát triển kinh tế biển và đảo đến năm 2030.",
        "Phát triển cảng nước sâu, nuôi trồng thủy sản xa bờ, du lịch sinh thái.",
    ],
    FIRST_97: ["Hộ gia đình được hỗ trợ chi phí di chuyển khi tái định cư; hòa giải ở cơ sở."],
    SECOND_97: ["Doanh nghiệp nhỏ được chi trả tiền tư vấn pháp luật trong 05 ngày làm việc."],
    PLAN: [HARVEST, "Kinh phí do ngân sách tỉnh bảo đảm."],
    PLAN_COPY: [HARVEST + " ", "Thủy lợi nội đồng được nạo vét hằng quý."],
}
REGISTERED = RegistryEntry(
    id="749-qd-ttg",
    number="749/QĐ-TTg",
    issued_on=date(2020, 6, 3),
    kind="Quyết định",
    issuer="Thủ tướng Chính phủ",
    level=Level.CENTRAL,
    locality=None,
    title="Phê duyệt Chương trình chuyển đổi số quốc gia",
    full_text_at="https://vanban.example.vn/749",
)


@pytest.fixture(scope="module")
def encoder(encoder_folder: Path) -> Encoder:
    return open_encoder(Settings(home=encoder_folder.parent))


class Standing:
    """One document has been replaced."""

    def warnings(self, document_id: str) -> Sequence[str]:
        return ["đã được thay thế bởi 60/KH-UBND"] if document_id == PLAN.id else []

    def not_in_force(self) -> Sequence[str]:
        return [PLAN.id]


def shelf_of_all() -> Shelf:
    shelf = Shelf(entries=(REGISTERED,))
    for document, texts in TEXTS.items():
        shelf.put(document, texts)
    return shelf


@pytest.fixture(scope="module")
def searcher(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    opened = Searcher(Settings(home=tmp_path_factory.mktemp("search")), shelf_of_all(), lambda: encoder, Standing())
    yield opened
    opened.close()


def places(hits: Sequence[Hit]) -> list[tuple[str | None, str]]:
    return [(hit.document_id, hit.path) for hit in hits]


FIRST = [
    ("ai chịu trách nhiệm chính về chuyển đổi số", "chi-thi", "Điều 1"),
    ("ai chiu trach nhiem chinh ve chuyen doi so", "chi-thi", "Điều 1"),
    ("AI CHỊU TRÁCH NHIỆM CHÍNH VỀ CHUYỂN ĐỔI SỐ", "chi-thi", "Điều 1"),
    ("người đứng đầu làm gì về CĐS", "chi-thi", "Điều 1"),
    ("bao lau phai bao cao mot lan", "chi-thi", "Điều 2"),
    ("báo cáo mỗi năm mấy lần", "chi-thi", "Điều 2"),
    ("trồng bao nhiêu ha rừng phi lao", "ke-hoach", "Điều 1"),
    ("kinh phí của kế hoạch lấy từ đâu", "ke-hoach", "Điều 2"),
    ("nạo vét thuỷ lợi bao lâu một lần", "ke-hoach-sao", "Điều 2"),
    ("doanh nghiệp nhỏ bao lâu được trả tiền tư vấn", "97-b", "Điều 1"),
]


@pytest.mark.parametrize(("query", "document", "path"), FIRST)
def test_the_passage_that_answers_is_first(query: str, document: str, path: str, searcher: Searcher) -> None:
    hits = searcher.search(query).hits
    assert (hits[0].document_id, hits[0].path) == (document, path), [(h.document_id, h.path, h.why) for h in hits[:3]]


SAME = [
    ("Ủy ban thực hiện hòa giải", "Uỷ ban thực hiện hoà giải"),
    ("thủy lợi nội đồng", "thuỷ lợi nội đồng"),
    ("Đảng lãnh đạo chuyển đổi số", "Ðảng lãnh đạo chuyển đổi số"),
    ("người đứng đầu cấp ủy", unicodedata.normalize("NFD", "người đứng đầu cấp ủy")),
    ("hỗ trợ tái định cư", "  hỗ   trợ tái\u00a0định cư "),
    ("trồng rừng", "TRỒNG RỪNG"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_typings_of_a_query_have_the_same_results(one: str, other: str, searcher: Searcher) -> None:
    first, second = searcher.search(one).hits, searcher.search(other).hits
    assert places(first) == places(second)
    assert [hit.score for hit in first] == pytest.approx([hit.score for hit in second], abs=0.05)


@pytest.mark.parametrize(("query", "document", "path"), FIRST)
def test_without_marks_the_passage_is_still_among_the_first(
    query: str, document: str, path: str, searcher: Searcher
) -> None:
    assert (document, path) in places(searcher.search(fold(query)).hits[:3])


LOOKUPS = [
    ("749/qd-ttg", None),
    ("quyết định 749", None),
    ("749 qd ttg", None),
    ("411/QĐ-TTg", "chien-luoc"),
    ("411 qd ttg", "chien-luoc"),
    ("chỉ thị 19", "chi-thi"),
    ("19-ct/tu", "chi-thi"),
    ("số 55/KH-UBND", "ke-hoach"),
    ("chiến lược kinh tế biển", "chien-luoc"),
    ("chien luoc kinh te bien", "chien-luoc"),
    ("chỉ thị chuyển đổi số của tỉnh", "chi-thi"),
]


@pytest.mark.parametrize(("query", "document"), LOOKUPS)
def test_a_document_asked_for_by_number_or_name_is_first(query: str, document: str | None, searcher: Searcher) -> None:
    first = searcher.search(query).hits[0]
    assert first.document_id == document
    assert first.registry_id == (None if document else REGISTERED.id)


@pytest.mark.parametrize("query", ["411/QĐ-TTg", "chỉ thị 19", "chỉ thị chuyển đổi số của tỉnh", "749 qd ttg"])
def test_what_was_surely_asked_for_says_so(query: str, searcher: Searcher) -> None:
    assert searcher.search(query).hits[0].why.startswith("đúng")


def test_a_registered_document_says_where_its_text_is_and_who_cites_it(searcher: Searcher) -> None:
    entry, citing, *_ = searcher.search("749/QĐ-TTg").hits
    assert entry.text.startswith("Quyết định 749/QĐ-TTg ngày 03/06/2020 của Thủ tướng Chính phủ")
    assert "https://vanban.example.vn/749" in entry.why
    assert (citing.document_id, citing.path, citing.why) == ("chi-thi", "Điều 3", "viện dẫn 749/QĐ-TTg")


def test_a_number_that_two_documents_bear_lists_both_with_issuer_and_date(searcher: Searcher) -> None:
    hits = searcher.search("97/2025/QĐ-UBND").hits
    by_number = [hit for hit in hits if hit.why.startswith("đúng số")]
    assert list(dict.fromkeys(hit.document_id for hit in by_number)) == ["97-b", "97-a"]
    assert "Nam Hà Trung" in by_number[0].why
    assert "02/12/2025" in by_number[0].why


@pytest.mark.parametrize("query", ["khái niệm biển", "ai phê duyệt chiến lược", "trồng rừng ở đâu", "hỗ trợ"])
def test_a_question_is_no_title(query: str, searcher: Searcher) -> None:
    assert not any(hit.why.startswith("đúng tên") for hit in searcher.search(query).hits)


def test_a_question_that_states_a_number_is_about_that_document(searcher: Searcher) -> None:
    assert searcher.search("Chỉ thị 19 giao ai báo cáo").hits[0].document_id == "chi-thi"


def test_the_same_text_in_two_files_is_shown_once_with_both_sources(searcher: Searcher) -> None:
    hits = searcher.search("trồng mới rừng phi lao chắn cát").hits
    shown = [hit for hit in hits if hit.text.strip() == HARVEST]
    assert len(shown) == 1
    sources = {shown[0].source, *shown[0].also_in}
    assert sources == {PLAN.source, PLAN_COPY.source}


FILTERED = [
    (Filters(kinds=("Kế hoạch",)), {"ke-hoach", "ke-hoach-sao"}),
    (Filters(localities=("Nam Hà Trung",)), {"97-b"}),
    (Filters(levels=(Level.CENTRAL,)), {"chien-luoc"}),
    (Filters(issued_from=date(2025, 1, 1)), {"97-a", "97-b"}),
    (Filters(document_ids=("chi-thi",)), {"chi-thi"}),
]


@pytest.mark.parametrize(("filters", "documents"), FILTERED)
@pytest.mark.parametrize("query", ["hỗ trợ kinh phí", "97/2025/QĐ-UBND", "chiến lược kinh tế biển", "749/qđ-ttg"])
def test_filters_hold_for_every_result(query: str, filters: Filters, documents: set[str], searcher: Searcher) -> None:
    found = {hit.document_id for hit in searcher.search(query, filters).hits}
    assert found <= documents


def test_in_force_leaves_out_what_has_been_replaced(searcher: Searcher) -> None:
    everything = searcher.search("trồng rừng phi lao")
    in_force = searcher.search("trồng rừng phi lao", Filters(in_force=True))
    assert "ke-hoach" in {hit.document_id for hit in everything.hits}
    assert "ke-hoach" not in {hit.document_id for hit in in_force.hits}
    assert "còn hiệu lực" in in_force.searched


def test_a_replaced_document_carries_its_warning(searcher: Searcher) -> None:
    for hit in searcher.search("ngân sách tỉnh trồng rừng").hits:
        expected = ("đã được thay thế bởi 60/KH-UBND",) if hit.document_id == PLAN.id else ()
        assert hit.warnings == expected


def test_facets_count_documents(searcher: Searcher) -> None:
    facets = searcher.search("hỗ trợ kinh phí").facets
    assert facets["kind"]["Kế hoạch"] == 2
    assert facets["level"]["central"] == 1
    assert facets["year"]["2025"] == 2


def test_a_result_says_why_it_is_there(searcher: Searcher) -> None:
    hits = searcher.search("trách nhiệm chính về chuyển đổi số").hits
    assert "“chịu”" not in hits[0].why
    assert "chuyển đổi số" in hits[0].why
    assert all(hit.why for hit in hits)


def test_ranks_count_from_one_and_scores_fall(searcher: Searcher) -> None:
    hits = searcher.search("hỗ trợ kinh phí", limit=5).hits
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 <= hit.score <= 1 for hit in hits)


def test_what_was_understood_is_said(searcher: Searcher) -> None:
    result = searcher.search("bao cao ve CDS")
    assert result.understood_as == "báo cáo về cđs"
    assert "CĐS là chuyển đổi số" in result.searched
    assert searcher.spelled_out("CĐS là gì") == "chuyển đổi số là gì"


def test_a_query_still_being_typed_finds_already(searcher: Searcher) -> None:
    assert searcher.search("rừng phi la").hits[0].text.strip() == HARVEST


@pytest.mark.parametrize("query", ["zzyx qwrt", "???", "", "𓀀"])
def test_nothing_found_says_what_was_searched_and_suggests(query: str, searcher: Searcher) -> None:
    result = searcher.search(query)
    assert result.hits == ()
    assert "Đã tìm trong 6 văn bản, 11 đoạn" in result.searched
    assert result.suggestions


def test_filters_that_leave_nothing_are_named(searcher: Searcher) -> None:
    result = searcher.search("trồng rừng", Filters(kinds=("Luật",)))
    assert result.hits == ()
    assert "loại Luật" in result.searched
    assert "bỏ bớt điều kiện lọc" in result.suggestions


def test_a_slip_of_the_keyboard_is_seen(searcher: Searcher) -> None:
    result = searcher.search("chuyểnn", Filters(kinds=("Luật",)))
    assert any("chuyển" in suggestion for suggestion in result.suggestions)


def test_words_are_counted_in_passages(searcher: Searcher) -> None:
    counts = searcher.frequencies(["chuyển đổi", "Kinh phí", "mức phạt", "nhiêu"])
    assert counts == {"chuyển đổi": 3, "Kinh phí": 1, "mức phạt": 0, "nhiêu": 0}
    assert searcher.passage_count == 11


def test_the_search_follows_its_catalogue(encoder: Encoder, tmp_path: Path) -> None:
    shelf = shelf_of_all()
    searcher = Searcher(Settings(home=tmp_path), shelf, lambda: encoder)
    assert not any(hit.document_id == "moi" for hit in searcher.search("quản lý chó mèo").hits)
    shelf.put(summary("moi", "Quản lý chó mèo", number="5/CT-UBND"), ["Chó mèo phải được tiêm phòng dại."])
    assert searcher.search("tiêm phòng dại").hits[0].document_id == "moi"
    assert searcher.search("5/ct-ubnd").hits[0].document_id == "moi"
    shelf.take_away("moi")
    assert not any(hit.document_id == "moi" for hit in searcher.search("tiêm phòng dại").hits)
    searcher.close()


def test_an_empty_catalogue_is_searched_without_fault(encoder: Encoder, tmp_path: Path) -> None:
    searcher = Searcher(Settings(home=tmp_path), Shelf(), lambda: encoder)
    result = searcher.search("chuyển đổi số")
    assert result.hits == ()
    assert "0 văn bản" in result.searched
    searcher.close()


def test_threads_search_at_once(encoder: Encoder, tmp_path: Path) -> None:
    searcher = Searcher(Settings(home=tmp_path), shelf_of_all(), lambda: encoder)
    found: list[str | None] = []

    def ask() -> None:
        found.append(searcher.search("trách nhiệm chính về chuyển đổi số").hits[0].document_id)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["chi-thi"] * 8
    searcher.close()
