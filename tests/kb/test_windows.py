"""Cutting long texts into windows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.windows import windows

MOST = 40


def cut(text: str, most: int = MOST) -> list[str]:
    return [text[start:end] for start, end in windows(text, 0, len(text), most)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n ", []),
        ("Ngắn.", ["Ngắn."]),
        ("  Ngắn.  ", ["Ngắn."]),
        (
            "Đoạn thứ nhất dài vừa phải.\nĐoạn thứ hai cũng vậy.",
            ["Đoạn thứ nhất dài vừa phải.", "Đoạn thứ hai cũng vậy."],
        ),
        (
            "Câu một dài vừa phải đây. Câu hai cũng dài như vậy.",
            ["Câu một dài vừa phải đây.", "Câu hai cũng dài như vậy."],
        ),
    ],
)
def test_windows_end_where_a_reader_would_stop(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_number_or_an_abbreviation_does_not_end_a_sentence() -> None:
    assert cut("Mức chi là 1.000.000 đồng theo Tp. nhỏ và v.v. của năm nay") != []
    assert all(
        "1.000.000" in piece or "1.0" not in piece for piece in cut("Mức chi hỗ trợ bổ sung là 1.000.000 đồng một hộ")
    )


def test_a_rest_of_a_few_words_is_not_left_over() -> None:
    pieces = cut("Mười chữ cái. " * 9, 60)
    assert min(map(len, pieces)) > 20


@given(st.text(alphabet="aăb .;\n,A1", max_size=400), st.integers(10, 80))
def test_windows_hold_everything_in_order_and_stay_short(text: str, most: int) -> None:
    spans = windows(text, 0, len(text), most)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(0 < b - a <= most for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


@given(st.text(alphabet="ab \n.", max_size=200), st.integers(0, 100), st.integers(0, 100))
def test_only_the_given_span_is_cut(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert all(start <= a < b <= end for a, b in windows(text, start, end, 20))
