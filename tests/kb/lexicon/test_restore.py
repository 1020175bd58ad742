"""Diacritics put back by what the documents speak of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.lexicon.restore import restore
from kb.lexicon.vocabulary import Vocabulary
from kb.lexicon.words import plain, words
from kb.text import fold

PASSAGES = [
    "Chuyển đổi số là nhiệm vụ trọng tâm của các cấp ủy, chính quyền.",
    "Định kỳ hằng năm báo cáo Ban Thường vụ Tỉnh ủy kết quả thực hiện chuyển đổi số.",
    "Sở Nội vụ chủ trì trồng rừng phi lao ven biển xã đảo.",
    "Phát triển kinh tế số, xã hội số, chính quyền số của tỉnh.",
    "Bảo vệ rừng phòng hộ; bảo đảm kinh phí.",
]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    vocabulary = Vocabulary()
    for passage in PASSAGES:
        vocabulary.learn(passage)
    return vocabulary


def restored(text: str, vocabulary: Vocabulary) -> str:
    return " ".join(reading.form for reading in restore(text, vocabulary))


@pytest.mark.parametrize(
    "text",
    [
        "chuyển đổi số",
        "bao lâu phải báo cáo một lần",
        "ai chịu trách nhiệm chính về chuyển đổi số",
        "kết quả thực hiện",
        "trồng rừng phi lao ven biển",
        "kinh tế số xã hội số",
        "bao nhiêu phần trăm",
        "bảo vệ rừng phòng hộ",
        "khi nào phải hoàn thành",
    ],
)
def test_what_was_typed_without_marks_gets_them_back(text: str, vocabulary: Vocabulary) -> None:
    assert restored(fold(text), vocabulary) == plain(text)
    assert restored(fold(text).upper(), vocabulary) == plain(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chuyen doi số", "chuyển đổi số"),
        ("báo cáo ket qua", "báo cáo kết quả"),
        ("trồng rung phi lao", "trồng rừng phi lao"),
        ("kinh te số", "kinh tế số"),
    ],
)
def test_a_query_with_some_of_its_marks_gets_the_others(typed: str, meant: str, vocabulary: Vocabulary) -> None:
    assert restored(typed, vocabulary) == meant


@pytest.mark.parametrize("text", ["ai lo việc này", "họp lúc 8 giờ", "bao lâu", "tổ chức 5G và AI"])
def test_known_words_without_marks_among_marked_ones_stay(text: str, vocabulary: Vocabulary) -> None:
    assert restored(text, vocabulary) == plain(text)


@pytest.mark.parametrize("text", ["xyzt", "iphone 15", "20230517", "", "!!!"])
def test_what_is_unknown_stays_as_typed(text: str, vocabulary: Vocabulary) -> None:
    assert restored(text, vocabulary).split() == [word for word in text.lower().split() if word.isalnum()]


def test_a_word_that_bears_a_mark_is_taken_as_typed(vocabulary: Vocabulary) -> None:
    assert restored("sổ", vocabulary) == "sổ"


def test_each_word_has_its_forms_with_probabilities(vocabulary: Vocabulary) -> None:
    for reading in restore("bao cao ket qua", vocabulary):
        shares = [share for _, share in reading.forms]
        assert shares == sorted(shares, reverse=True)
        assert 0 < sum(shares) <= 1.0001
        assert all(fold(form) == reading.typed for form, _ in reading.forms)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_restoring_only_adds_marks(text: str) -> None:
    vocabulary = Vocabulary()
    vocabulary.learn(PASSAGES[0])
    for reading in restore(text, vocabulary):
        assert fold(reading.form) == fold(reading.typed)


class TestVocabulary:
    def test_counts_passages_not_occurrences(self, vocabulary: Vocabulary) -> None:
        assert vocabulary.count("số") == 3
        assert vocabulary.count("chuyển đổi") == 2
        assert vocabulary.count("xã hội số") == 0
        assert vocabulary.passage_count == len(PASSAGES)

    def test_base_words_are_known_and_in_no_passage(self, vocabulary: Vocabulary) -> None:
        assert vocabulary.count("nhiêu") == 0
        assert vocabulary.weight("nhiêu") > 0
        assert vocabulary.forms("nhieu")

    def test_words_that_begin_so_come_by_frequency(self, vocabulary: Vocabulary) -> None:
        assert "chuyển" in vocabulary.beginning_with("chuy", 5)
        assert vocabulary.beginning_with("zzz", 5) == []

    def test_saved_and_loaded_it_counts_the_same(self, vocabulary: Vocabulary, tmp_path: Path) -> None:
        vocabulary.save(tmp_path / "v.npz")
        again = Vocabulary.load(tmp_path / "v.npz")
        for term in ("số", "chuyển đổi", "rừng phi", "không có"):
            assert again.count(term) == vocabulary.count(term)
        again.learn("Chuyển đổi số lần nữa.")
        assert again.count("chuyển đổi") == 3
        again.save(tmp_path / "v.npz")
        assert Vocabulary.load(tmp_path / "v.npz").count("chuyển đổi") == 3


@pytest.mark.parametrize(
    "question",
    [
        "xong trong mấy tháng?",
        "Chữ ký số chia thành mấy loại?",
        "Hằng năm phải nộp báo cáo trước mốc nào?",
        "khách sạn, nhà hàng, quán ăn có phải nộp phí không?",
        "bị phạt tù mấy năm?",
        "thì sửa bằng cách nào?",
        "mức phụ cấp hằng tháng là bao nhiêu?",
        "số liệu phải gửi cho Sở Tài chính khi nào?",
    ],
)
def test_the_language_of_questions_is_known_before_any_document(question: str) -> None:
    assert restored(fold(question), Vocabulary()) == " ".join(words(question))


def test_an_abbreviation_tells_its_neighbours_as_its_full_form_would() -> None:
    vocabulary = Vocabulary()
    for _ in range(9):
        vocabulary.learn("số 12 về số rừng; số cây; sổ rừng; Sở Kiểm lâm")
    text = "so kl"
    assert restored(text, vocabulary) == "số kl"
    read = restore(text, vocabulary, {1: ("kiểm", "lâm")})
    assert [reading.form for reading in read] == ["sở", "kl"]
