"""Which numbers count what is asked for: no years, dates, numbers of documents, nor sums of money."""

from __future__ import annotations

import pytest

from kb.answer.question import Ask, Unit, understand
from kb.answer.signals import satisfied

CASES = [
    ("Xây bao nhiêu trạm?", "Xây mới 35 trạm ở các xã.", True),
    ("Xây bao nhiêu trạm?", "Giai đoạn 2026 - 2030, xây dựng trạm ở các xã.", False),
    ("Xây bao nhiêu trạm?", "Theo Quyết định 12/QĐ-UBND, trạm do xã quản lý.", False),
    ("Xây bao nhiêu trạm?", "Ngày 5/6/2026 bàn giao trạm.", False),
    ("Xây bao nhiêu trạm 5G?", "Phủ sóng 5G bằng trạm mới.", False),
    ("Có mấy hội nghị?", "- Số lượng: 02 hội nghị/năm.", True),
    ("Có mấy hội nghị?", "II | Hội nghị tuyên truyền | 21.720.000 | |", False),
    ("Có mấy hội nghị?", "II | Hội nghị tuyên truyền | 12 | |", True),
    ("Có mấy hội nghị?", "II | Hội nghị tuyên truyền | 1.250 |", True),
]


@pytest.mark.parametrize(("question", "sentence", "is_counted"), CASES)
def test_what_counts(question: str, sentence: str, is_counted: bool) -> None:
    assert satisfied(understand(question), sentence)[Ask.QUANTITY] is is_counted


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("Mức giá được cao hơn tối đa bao nhiêu phần trăm?", Unit.PERCENT),
        ("Nơi nhận tiền phí phải chuyển đi trong bao nhiêu giờ?", Unit.TIME),
        ("Mức phí là bao nhiêu?", Unit.MONEY),
    ],
)
def test_the_unit_that_is_said_goes_before_the_one_that_is_meant(question: str, unit: Unit) -> None:
    assert understand(question).unit is unit


def test_a_number_of_a_document_is_no_quantity() -> None:
    assert Ask.QUANTITY not in understand("Luật cũ số mấy hết hiệu lực?").asks
    assert Ask.QUANTITY not in understand("Theo công điện số bao nhiêu?").asks
