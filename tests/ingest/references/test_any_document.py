"""What holds for the references of every document, however it is written."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.references import find_references
from tests.ingest.references.drafted import Drafted, draft

WORDS = st.sampled_from(
    [
        "Căn cứ", "Nghị quyết", "số", "57-NQ/TW", "12/QĐ-UBND", "ngày 01/02/2030", "của Bộ Chính trị", "về",
        "phí", ";", ",", ".", "(", ")", "được sửa đổi, bổ sung bởi", "Luật", "Đất đai", "thay thế", "bãi bỏ",
        "theo", "kèm theo", "này", "nêu trên", "sau đây gọi là", "Đề án", "đến năm 2030", "hết hiệu lực",
        "Ví dụ:", "và", "“", "”", "|", "Điều 5", "thực hiện", "Chương trình",
    ]
)  # fmt: skip
LINES = st.lists(WORDS, max_size=14).map(" ".join)


def assert_sound(document: Drafted) -> None:
    references = document.references()
    end = 0
    for index, one in enumerate(references):
        assert document.text[one.start : one.end] == one.surface
        assert end <= one.start < one.end <= len(document.text)
        assert one.evidence_start <= one.start
        assert one.end <= one.evidence_end <= len(document.text)
        assert one.number or one.name
        assert (one.via is None) == (one.via_relation is None)
        assert one.antecedent is None or 0 <= one.antecedent < index
        assert 0 < one.confidence <= 1
        end = one.end


@given(st.lists(LINES, max_size=3), st.lists(LINES, max_size=4), st.lists(LINES, max_size=3))
@settings(max_examples=200, deadline=None)
def test_findings_lie_in_the_text_and_in_order(title: list[str], preamble: list[str], units: list[str]) -> None:
    numbered = [(f"Điều {n}", f"Điều {n}. {line}") for n, line in enumerate(units, 1)]
    assert_sound(draft(title=title, preamble=preamble, units=numbered, number="12/QĐ-UBND"))


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_borne(text: str) -> None:
    assert_sound(draft(units=[("1", text.replace("\n", " "))]))


@pytest.mark.parametrize(
    "word", ["Luật ", "Căn cứ ", "số ", "57-NQ/TW, ", "( ", "Nghị quyết số ", "Đề án a ", "điểm a ", "; "]
)
def test_long_runs_of_one_word_come_to_an_end(word: str) -> None:
    """A pattern that backtracks over a run would never come back from this one."""
    assert_sound(draft(units=[("1", word * 3000)]))


def test_seeded_mutations_of_a_preamble_never_crash() -> None:
    draw = random.Random(31)
    clean = "Căn cứ Luật Giá ngày 19/6/2023; Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về khoa học;"
    for _ in range(400):
        signs = list(clean)
        for _ in range(draw.randint(1, 12)):
            signs[draw.randrange(len(signs))] = draw.choice("0OlI/–- ĐD|.;()\u200f\x00ộ")
        assert_sound(draft(preamble=["".join(signs)]))


def test_the_same_document_gives_the_same_references() -> None:
    document = draft(preamble=["Căn cứ Nghị quyết số 57-NQ/TW; Luật Giá;"])
    assert document.references() == find_references(document.laid, document.header, document.provisions)


def test_signs_that_no_text_should_hold_are_borne() -> None:
    assert_sound(draft(preamble=["\ud800 Căn cứ \x00 Nghị quyết số 57-NQ/TW \u200f; Luật \udfff Giá;"]))


def test_an_empty_document_has_none() -> None:
    assert draft().references() == ()
