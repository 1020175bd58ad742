"""Looking documents up by number or name."""

from __future__ import annotations

import pytest
from small_corpus import REGISTERED

from kb.search import Searcher

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
