"""Sentences keep their places, and end where a reader of Vietnamese ends them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.answer.sentences import LONG_SENTENCE, split_sentences


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Sở Tài chính bố trí kinh phí. Sở Nội vụ theo dõi việc thực hiện.",
            ["Sở Tài chính bố trí kinh phí.", "Sở Nội vụ theo dõi việc thực hiện."],
            id="two sentences",
        ),
        pytest.param(
            "1.2. Người đứng đầu cấp ủy trực tiếp chủ trì.",
            ["1.2. Người đứng đầu cấp ủy trực tiếp chủ trì."],
            id="a label is no sentence",
        ),
        pytest.param(
            "IV. TỔ CHỨC THỰC HIỆN CHỈ THỊ NÀY",
            ["IV. TỔ CHỨC THỰC HIỆN CHỈ THỊ NÀY"],
            id="a Roman label is no sentence",
        ),
        pytest.param(
            "Giao UBND TP. Sông Lam chủ trì, hoàn thành trước ngày 31.12.2027.",
            ["Giao UBND TP. Sông Lam chủ trì, hoàn thành trước ngày 31.12.2027."],
            id="abbreviations and dates",
        ),
        pytest.param(
            "Mức thu là 1.500.000 đồng/giấy phép. Không thu thêm khoản nào khác.",
            ["Mức thu là 1.500.000 đồng/giấy phép.", "Không thu thêm khoản nào khác."],
            id="points in numbers",
        ),
        pytest.param(
            "Thực hiện theo phương châm: “Dễ hiểu, dễ nhớ.” Các sở, ngành báo cáo hằng quý.",
            ["Thực hiện theo phương châm: “Dễ hiểu, dễ nhớ.”", "Các sở, ngành báo cáo hằng quý."],
            id="a quotation keeps its closing mark",
        ),
        pytest.param("  \n\n ", [], id="white space"),
        pytest.param("---", [], id="a rule"),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_short_sentence_stays_whole_at_its_semicolons() -> None:
    text = "Rà soát quy chế; phân công trách nhiệm; báo cáo kết quả."
    assert cut(text) == [text]


def test_a_long_sentence_is_cut_at_its_semicolons() -> None:
    duty = "xây dựng và triển khai kế hoạch phát triển hạ tầng số trên địa bàn các xã vùng cao của tỉnh"
    text = "; ".join([duty] * (LONG_SENTENCE // len(duty) + 2)) + "."
    assert len(cut(text)) == text.count(";") + 1


@given(st.text(alphabet="ab ĐÊ1.;:!?…”“()\n-", max_size=400))
def test_sentences_lie_in_order_within_the_text(text: str) -> None:
    spans = split_sentences(text, 0, len(text))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.text(alphabet="aĐ 1.;\n", max_size=300))
def test_no_word_is_lost(text: str) -> None:
    kept = "".join(cut(text))
    assert [sign for sign in kept if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
