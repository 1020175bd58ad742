"""Questions that ask for the meaning of a term, and where they find it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shelf import passages_of, summary

from kb.index.values import Found
from kb.lexicon.vocabulary import Vocabulary
from kb.lexicon.words import words
from kb.search.closeness import DEFINING_GAIN, EXPLAINING_GAIN, HEADING_GAIN, asked, closeness, heading_share
from kb.search.definitions import asked_term, explains_terms, says_what_it_is, share_of_term


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("Rừng phòng hộ ven biển là gì?", "rừng phòng hộ ven biển"),
        ("Thế nào là rừng phòng hộ?", "rừng phòng hộ"),
        ("Khái niệm bãi bồi", "bãi bồi"),
        ("Định nghĩa về cồn cát di động", "cồn cát di động"),
        ("Khái niệm bãi bồi được quy định như thế nào?", "bãi bồi"),
        ("Theo quy định của pháp luật, bãi bồi là gì?", "bãi bồi"),
        ("Trong quy định pháp luật bãi bồi là sao?", "bãi bồi"),
        ("Bãi bồi được hiểu như thế nào?", "bãi bồi"),
        ("bãi bồi hiểu là gì", "bãi bồi"),
        ("Bãi bồi có nghĩa là gì?", "bãi bồi"),
        ("Bãi bồi được định nghĩa thế nào?", "bãi bồi"),
    ],
)
def test_the_term_whose_meaning_is_asked(question: str, term: str) -> None:
    assert asked_term(words(question)) == tuple(term.split())


@pytest.mark.parametrize(
    "question",
    [
        "",
        "là gì",
        "Ai trồng rừng phòng hộ?",
        "Việc trồng rừng được quy định như thế nào?",
        "Xã Bình Nguyên phải làm gì?",
        "Trách nhiệm của chủ rừng khi phát hiện có người phá rừng phòng hộ ven biển là gì?",
    ],
)
def test_other_questions_ask_for_no_term(question: str) -> None:
    assert asked_term(words(question)) == ()


def found(text: str, heading: str | None = None, context: str = "Luật Rừng") -> Found:
    (passage,) = passages_of(summary("luat", "Luật Rừng"), [text], heading)
    return Found("luat", replace(passage, context=context), words(f"{heading or ''}\n{text}"))


@pytest.mark.parametrize(
    ("heading", "context", "explains"),
    [
        ("Giải thích từ ngữ", "Luật Rừng › Điều 3. Giải thích từ ngữ", True),
        ("GIẢI THÍCH THUẬT NGỮ", "Luật Rừng", True),
        (None, "Luật Rừng › Điều 3. Giải thích từ ngữ", True),
        ("Trồng rừng", "Luật Rừng › Chương I. Giải thích từ ngữ › Điều 9. Trồng rừng", False),
        (None, "Luật Rừng", False),
    ],
)
def test_where_terms_are_explained(heading: str | None, context: str, explains: bool) -> None:
    assert explains_terms(found("x", heading, context).passage) is explains


def test_a_text_has_a_term_by_its_pairs_of_words() -> None:
    term = ("rừng", "phòng", "hộ")
    assert share_of_term(term, words("rừng phòng hộ là rừng chắn cát")) == 1
    assert share_of_term(term, words("phòng hộ rừng")) == 0.5
    assert share_of_term(("rừng",), words("trồng rừng")) == 1
    assert share_of_term(("rừng",), words("bãi bồi")) == 0
    assert says_what_it_is(term, words("1. Rừng phòng hộ là rừng chắn cát."))
    assert not says_what_it_is(term, words("Rừng phòng hộ ven biển là rừng chắn cát."))


def gain(question: str, passage: Found) -> float:
    return closeness(asked(words(question), Vocabulary()), passage)


def test_the_definition_gains_over_a_use_of_the_term() -> None:
    defines = found("1. Rừng phòng hộ là rừng chắn cát.", "Giải thích từ ngữ")
    uses = found("Chủ rừng phòng hộ trồng lại rừng phòng hộ đã mất.", "Giao rừng")
    other = found("2. Bãi bồi là đất ven sông.", "Giải thích từ ngữ")
    question = "Rừng phòng hộ là gì?"
    assert gain(question, defines) - gain(question, uses) >= EXPLAINING_GAIN + DEFINING_GAIN
    assert gain(question, other) < gain(question, uses)


def test_a_question_for_content_gains_nothing_where_terms_are_explained() -> None:
    explains = found("1. Rừng phòng hộ là rừng chắn cát.", "Giải thích từ ngữ")
    assert gain("Mục tiêu của kế hoạch là gì?", explains) == 0


@pytest.mark.parametrize(
    ("heading", "share"),
    [("Hoàn trả ngân sách", 1.0), ("Hoàn trả kinh phí", 1 / 3), ("Ngân sách", 1.0), ("Trồng rừng", 0.0), ("Quỹ", 0.0)],
)
def test_a_heading_counts_by_what_the_question_has_of_it(heading: str, share: float) -> None:
    query = asked(words("Quỹ hoàn trả ngân sách tỉnh thế nào?"), Vocabulary())
    assert heading_share(query, heading) == pytest.approx(share)
    assert closeness(query, found("Khác hẳn.", heading)) >= HEADING_GAIN * share
