"""Forms of Vietnamese text that a reader takes as equal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.text import collapse, fold, has_diacritics, normalise_tones, squeeze


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ủy ban", "uỷ ban"),
        ("hòa bình", "hoà bình"),
        ("khỏe", "khoẻ"),
        ("THỦY", "THUỶ"),
        ("Ðảng ủy", "Đảng uỷ"),
        (unicodedata.normalize("NFD", "chuyển đổi số"), "chuyển đổi số"),
    ],
)
def test_spellings_of_one_word_become_one(one: str, other: str) -> None:
    assert normalise_tones(one) == normalise_tones(other)


@pytest.mark.parametrize("word", ["quỳ", "quý", "hoàn", "thuyền", "khoảng", "quỹ", "toán", "huỳnh"])
def test_words_with_one_spelling_stay(word: str) -> None:
    assert normalise_tones(word) == word


def test_folding_takes_all_marks() -> None:
    assert fold("Quyết định ĐỔI Ðồng Ưỡn") == "quyet dinh doi dong uon"


def test_squeezing_leaves_letters_and_digits() -> None:
    assert squeeze(" Uỷ ban – nhân_dân; số 1/2 ") == squeeze("ủy BAN nhân dân số 12")


def test_collapsing_knows_the_invisible_spaces() -> None:
    assert collapse("a\u00a0\u200b b\n\tc ") == "a b c"


@pytest.mark.parametrize(
    ("text", "expected"), [("chuyen doi so", False), ("chuyển doi so", True), ("đo", True), ("749", False)]
)
def test_diacritics_are_noticed(text: str, expected: bool) -> None:
    assert has_diacritics(text) is expected


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    assert normalise_tones(normalise_tones(text)) == normalise_tones(text)
    assert fold(fold(text)) == fold(text)
