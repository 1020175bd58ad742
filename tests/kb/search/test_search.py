"""Searching: by meaning and by words, in any typing, with filters, reasons and suggestions."""

from __future__ import annotations

import threading
import unicodedata
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from builders import HashEncoder
from numpy.typing import NDArray
from shelf import Shelf, summary
from small_corpus import HARVEST, PLAN, PLAN_COPY, places, shelf_of_all

from kb.encoder import Encoder
from kb.model import Filters, Level
from kb.search import Searcher
from kb.settings import Settings
from kb.text import fold

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
    shelf = shelf_of_all(encoder)
    searcher = Searcher(Settings(home=tmp_path), shelf, lambda: encoder)
    assert not any(hit.document_id == "moi" for hit in searcher.search("quản lý chó mèo").hits)
    shelf.put(summary("moi", "Quản lý chó mèo", number="5/CT-UBND"), ["Chó mèo phải được tiêm phòng dại."])
    assert searcher.search("tiêm phòng dại").hits[0].document_id == "moi"
    assert searcher.search("5/ct-ubnd").hits[0].document_id == "moi"
    shelf.take_away("moi")
    assert not any(hit.document_id == "moi" for hit in searcher.search("tiêm phòng dại").hits)
    searcher.close()


def test_an_empty_catalogue_is_searched_without_fault(encoder: Encoder, tmp_path: Path) -> None:
    searcher = Searcher(Settings(home=tmp_path), Shelf(encoders=(encoder,)), lambda: encoder)
    result = searcher.search("chuyển đổi số")
    assert result.hits == ()
    assert "0 văn bản" in result.searched
    searcher.close()


def test_threads_search_at_once(encoder: Encoder, tmp_path: Path) -> None:
    searcher = Searcher(Settings(home=tmp_path), shelf_of_all(encoder), lambda: encoder)
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


def test_a_question_is_encoded_alike_in_capitals_and_small_letters(tmp_path: Path) -> None:
    asked: list[str] = []

    class Listening(HashEncoder):
        def encode_query(self, text: str) -> NDArray[np.float32]:
            asked.append(text)
            return super().encode_query(text)

    searcher = Searcher(Settings(home=tmp_path), shelf_of_all(HashEncoder()), Listening)
    for query in ("Trồng Rừng phi lao", "TRỒNG RỪNG PHI LAO", "trong rung phi lao"):
        searcher.search(query)
    searcher.close()
    assert set(asked) == {"trồng rừng phi lao"}
