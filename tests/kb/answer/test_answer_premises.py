"""Years and stages that a question takes for granted must be those of the evidence."""

from __future__ import annotations

import pytest

from kb.answer.book import Book
from kb.answer.candidates import Candidate
from kb.answer.premises import Premises, speaks_of
from kb.answer.times import years_of
from kb.model import Document, Fact, Field, Provision, ProvisionKind


def sentence(text: str) -> Candidate:
    whole = Provision("1", ProvisionKind.CLAUSE, "1", None, 0, len(text), len(text), None, True)
    facts = {Field.ISSUED_ON: Fact("2031-04-12", "viết tay")}
    book = Book(Document("d", "tep.txt", "0", "txt", text, facts), (whole,), (), ())
    return Candidate(book, whole, 0, len(text), 1, 1.0)


CASES = [
    ("Cảng giai đoạn 2 xong khi nào?", "Cảng giai đoạn 1 xong trước 30/6/2031.", False),
    ("Cảng giai đoạn 1 xong khi nào?", "Cảng giai đoạn 1 xong trước 30/6/2031.", True),
    ("Cảng giai đoạn 2 xong khi nào?", "Cảng xong trước 30/6/2031.", True),
    ("Phiên họp 7 kết luận gì?", "Phiên họp 8 kết luận như sau.", False),
    ("Năm 2033 trồng bao nhiêu ha?", "Giai đoạn 2031 - 2035 trồng 12 ha mỗi năm.", True),
    ("Năm 2036 trồng bao nhiêu ha?", "Giai đoạn 2031 - 2035 trồng 12 ha mỗi năm.", False),
    ("Năm 2031 trồng bao nhiêu ha?", "Trồng 12 ha mỗi năm.", True),
    ("Theo Quyết định 12/2040/QĐ-UBND thì sao?", "Trồng 12 ha mỗi năm.", True),
    ("Điều 5 quy định gì?", "Theo Điều 6 thì trồng rừng.", False),
    ("Ai trồng rừng?", "Giai đoạn 1 do xã trồng.", True),
]


@pytest.mark.parametrize(("question", "text", "holds"), CASES)
def test_premises(question: str, text: str, holds: bool) -> None:
    assert Premises(question, ()).hold_for(sentence(text)) is holds


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("từ năm 2021 đến năm 2023", {"2021", "2022", "2023"}),
        ("2026–2028", {"2026", "2027", "2028"}),
        ("12/2019/QĐ-UBND", {"2019"}),
        ("1930 - 2030", {"1930", "2030"}),
        ("120261 tấn", set()),
    ],
)
def test_years(text: str, years: set[str]) -> None:
    assert years_of(text) == years


WEIGHTS = {"phí": 1.0, "thẩm": 1.0, "định": 1.0, "bến": 1.0, "cảng": 1.0, "phí thẩm": 1.0, "12": 9.0, "mới": 9.0}


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Mức phí thẩm định bến cảng là 5 đồng.", True),
        ("Mức phí thẩm định bến tàu là 5 đồng.", False),
        ("Các xã trồng rừng.", False),
    ],
)
def test_a_text_without_the_words_of_the_question_does_not_speak_of_it(text: str, speaks: bool) -> None:
    """Pairs, numbers and words of asking are not looked for."""
    assert speaks_of(sentence(text).book, WEIGHTS) is speaks


def test_a_question_without_telling_words_is_spoken_of_by_any_text() -> None:
    assert speaks_of(sentence("Trồng rừng.").book, {"12": 3.0})
