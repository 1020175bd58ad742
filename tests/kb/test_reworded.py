"""What two nearly equal texts say differently, and what is the work of printing alone."""

from __future__ import annotations

import pytest

from kb.model import Provision, ProvisionKind
from kb.reworded import only_in, reworded

SENTENCE = "Sở Nội vụ hoàn thành số hóa hồ sơ lưu trữ của 12 đơn vị trước ngày 30 tháng 6 năm 2024."
OTHERS = "Các đơn vị báo cáo kết quả thực hiện về Văn phòng Ủy ban nhân dân tỉnh theo quy định."


def changed(after: str) -> list[str]:
    return [found.after for found in reworded(f"{SENTENCE}\n{OTHERS}", f"{after}\n{OTHERS}")]


@pytest.mark.parametrize(
    "after",
    [
        SENTENCE.replace("12", "15"),
        SENTENCE.replace("30 tháng 6", "30 tháng 9"),
        SENTENCE.replace("Sở Nội vụ", "Sở Tài chính"),
        SENTENCE.replace("hoàn thành", "bắt đầu"),
    ],
)
def test_a_figure_or_a_word_put_in_the_place_of_another(after: str) -> None:
    assert changed(after) == [after]


@pytest.mark.parametrize(
    "after",
    [
        SENTENCE,
        SENTENCE.replace("lưu trữ của", "lưu trữ\nđối với của"),  # a page end took part of another line in
        SENTENCE.replace("hóa", "hoá").upper(),
        SENTENCE.replace(" ", "  "),
        SENTENCE.replace("30 tháng 6", "30 tháng 06"),
        SENTENCE.replace("hồ sơ", "hồ s"),  # a letter that an old encoding lost
        f"{SENTENCE} 3",  # a page number
        "",
    ],
)
def test_what_printing_alone_changes(after: str) -> None:
    assert changed(after) == []


def test_a_sentence_that_stands_twice_is_compared_with_neither() -> None:
    twice = SENTENCE.replace("12", "15") + "\n" + SENTENCE.replace("12", "18")
    assert list(reworded(SENTENCE, twice)) == []


def provisions(*units: str) -> tuple[str, list[Provision]]:
    text, found = "", []
    for number, words in enumerate(units, 1):
        start, text = len(text), f"{text}Điều {number}. {words}\n"
        found.append(
            Provision(
                f"Điều {number}", ProvisionKind.ARTICLE, str(number), None, start, len(text), len(text), None, True
            )
        )
    return text, found


def test_an_article_that_only_one_text_has() -> None:
    short, _ = provisions(SENTENCE)
    long, units = provisions(SENTENCE, OTHERS)
    assert list(only_in(long, units, short)) == ["Điều 2"]
    assert list(only_in(long, units, long.upper())) == []


def test_a_short_article_may_stand_anywhere() -> None:
    long, units = provisions(SENTENCE, "Có hiệu lực từ ngày ký.")
    assert list(only_in(long, units, SENTENCE)) == []
