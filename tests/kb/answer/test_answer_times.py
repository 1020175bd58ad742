"""What time is asked for, and which sentences tell one of that sort."""

from __future__ import annotations

import pytest

from kb.answer.question import Ask, understand
from kb.answer.signals import satisfied
from kb.answer.times import TimeSort
from kb.text import fold

ASKED = [
    ("Phải báo cáo trước ngày nào?", TimeSort.DAY, True),
    ("Xong trong tháng mấy?", TimeSort.MONTH, False),
    ("Hạn đến tháng nào?", TimeSort.MONTH, True),
    ("Tính từ năm nào?", TimeSort.YEAR, False),
    ("Bao lâu thì được trả tiền?", TimeSort.SPAN, False),
    ("Chậm nhất khi nào phải nộp?", None, True),
    ("Bị thu hồi khi nào?", None, False),
    ("Ai chủ trì?", None, False),
]


@pytest.mark.parametrize(("question", "sort", "is_deadline"), ASKED)
def test_the_time_that_is_asked_for(question: str, sort: TimeSort | None, is_deadline: bool) -> None:
    for typed in (question, fold(question)):
        asked = understand(typed)
        assert (asked.time, asked.is_deadline) == (sort, is_deadline)


TOLD = [
    ("Báo cáo trước ngày nào?", "Báo cáo trước ngày 05 tháng 6.", True),
    ("Báo cáo trước ngày nào?", "Báo cáo trước 15/6 hằng năm.", True),
    ("Báo cáo trước ngày nào?", "Định kỳ 6 tháng báo cáo kết quả.", False),
    ("Có hiệu lực từ ngày nào?", "Quyết định này có hiệu lực kể từ ngày ký.", True),
    ("Xong trong tháng nào?", "Hoàn thành trong tháng 8 năm 2026.", True),
    ("Xong trong tháng nào?", "Hoàn thành trong quý IV/2026.", True),
    ("Xong trong tháng nào?", "Hoàn thành trong năm 2026.", False),
    ("Bắt đầu từ năm nào?", "Áp dụng từ năm học 2026.", True),
    ("Bao lâu được trả tiền?", "Chi trả trong 07 ngày làm việc.", True),
    ("Bao lâu được trả tiền?", "Chi trả từ ngày 01/5/2026.", False),
    ("Hạn chót là khi nào?", "Ngày 31 tháng 10 năm 2025, Văn phòng nhận được đơn.", False),
    ("Hạn chót là khi nào?", "Gửi trước ngày 31 tháng 10 năm 2025.", True),
    ("Giấy phép bị thu hồi khi nào?", "Giấy phép bị thu hồi trong các trường hợp sau:", True),
    ("Giấy phép bị thu hồi khi nào?", "Giấy phép do Sở Mẫu cấp.", False),
    ("Văn bản ban hành ngày nào?", "Theo Kế hoạch số 12/KH-UBND ngày 15/9/2025, các xã rà soát.", False),
]


@pytest.mark.parametrize(("question", "sentence", "is_told"), TOLD)
def test_a_time_of_the_sort_that_is_asked_for(question: str, sentence: str, is_told: bool) -> None:
    assert satisfied(understand(question), sentence)[Ask.WHEN] is is_told


def test_a_cell_prints_a_time_without_words() -> None:
    asked = understand("Hạn đến ngày nào?")
    assert satisfied(asked, "3 | Trồng rừng | Sở Mẫu | 6/2026", is_row=True)[Ask.WHEN]
    assert not satisfied(asked, "3 | Trồng rừng | Sở Mẫu |", is_row=True)[Ask.WHEN]


@pytest.mark.parametrize(
    ("question", "asks_when"),
    [
        ("thời hạn nộp hồ sơ", True),
        ("Hồ sơ có thời hạn khác nhau thì tính theo tài liệu nào?", False),
        ("thời hạn báo cáo do ai quy định", False),
    ],
)
def test_a_term_is_asked_for_unless_something_else_is(question: str, asks_when: bool) -> None:
    assert (Ask.WHEN in understand(question).asks) is asks_when
