"""Whatever is quoted is cut from the text: the property that every answer rests on."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kb.answer.book import Book
from kb.answer.composing import Composer, refusal
from kb.model import Document, Fact, Field, Provision, ProvisionKind
from kb.text import squeeze

TEXT = st.text(alphabet="aĐế 1.;\n“”|", min_size=1, max_size=200)


def book(text: str) -> Book:
    whole = Provision("Điều 1", ProvisionKind.ARTICLE, "Điều 1", None, 0, len(text), len(text), None, True)
    document = Document("d1", "tep.txt", "0", "txt", text, {Field.KIND: Fact("Quyết định", "viết tay")})
    return Book(document, (whole,), (), ())


@given(TEXT, st.lists(st.tuples(st.integers(0, 199), st.integers(1, 200)), min_size=1, max_size=6))
def test_every_quotation_is_the_text_at_its_place(text: str, places: list[tuple[int, int]]) -> None:
    opened, composer = book(text), Composer("câu hỏi")
    spans = [(start % len(text), min(len(text), start % len(text) + length)) for start, length in places]
    for start, end in spans:
        composer.quote(opened, start, end)
    answer = composer.answer(0.5)
    by_number = {item.n: item for item in answer.citations}
    assert all(text[item.start : item.end] == item.quote for item in answer.citations)
    assert all(by_number[n].quote in sentence.text for sentence in answer.sentences for n in sentence.citations)
    assert list(by_number) == list(range(1, len(answer.sentences) + 1))
    assert all(
        any(squeeze(text[start:end]) in squeeze(item.quote) for item in answer.citations) for start, end in spans
    )


def test_nothing_is_quoted_twice() -> None:
    opened, composer = book("Giao Sở Nội vụ chủ trì. Sở Tài chính phối hợp."), Composer("câu hỏi")
    composer.quote(opened, 0, 23)
    composer.quote(opened, 5, 14)
    composer.quote(opened, 24, 46)
    composer.quote(replace(opened, document=replace(opened.document, id="d2")), 0, 23)
    assert [item.quote for item in composer.answer(1.0).citations] == [
        "Giao Sở Nội vụ chủ trì.",
        "Sở Tài chính phối hợp.",
    ]


def test_a_sentence_says_where_it_stands() -> None:
    composer = Composer("câu hỏi")
    composer.quote(book("Giao Sở Nội vụ."), 0, 15)
    (sentence,) = composer.answer(1.0).sentences
    assert sentence.text == "Theo Điều 1 Quyết định (tep.txt): “Giao Sở Nội vụ.”"
    assert sentence.citations == (1,)


def test_a_warning_is_said_once() -> None:
    composer = Composer("câu hỏi")
    composer.warn("cẩn thận")
    composer.warn("cẩn thận")
    assert composer.answer(1.0).warnings == ("cẩn thận",)


def test_a_refusal_has_a_reason_and_nothing_else() -> None:
    answer = refusal("câu hỏi", "không có", 0.1)
    assert (answer.refused, answer.reason, answer.sentences, answer.citations) == (True, "không có", (), ())
