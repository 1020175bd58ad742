"""Which words of a question tell, and how much of it a text covers."""

from __future__ import annotations

import pytest

from kb.answer.words import content_terms, coverage, rarity, terms, words


def test_question_words_do_not_tell() -> None:
    assert content_terms(words("Ai chịu trách nhiệm về lưu trữ?")) == [
        "chịu", "trách", "nhiệm", "lưu", "trữ", "chịu trách", "trách nhiệm", "lưu trữ",
    ]  # fmt: skip


def test_pairs_are_terms() -> None:
    assert terms(words("kho lưu trữ")) == {"kho", "lưu", "trữ", "kho lưu", "lưu trữ"}


@pytest.mark.parametrize(
    ("present", "expected"), [({"phí", "muối"}, 1.0), ({"phí"}, 0.25), (set(), 0.0), ({"khác"}, 0.0)]
)
def test_coverage_is_a_share_by_weight(present: set[str], expected: float) -> None:
    assert coverage({"phí": 1.0, "muối": 3.0}, present) == expected


def test_nothing_wanted_is_nothing_covered() -> None:
    assert coverage({}, {"phí"}) == 0.0


def test_a_rare_word_tells_more() -> None:
    assert rarity(1, 1000) > rarity(100, 1000) > rarity(1000, 1000) >= 0
