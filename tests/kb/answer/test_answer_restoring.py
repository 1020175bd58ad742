"""Words of a question typed without diacritics, set right by what a question must mean."""

from __future__ import annotations

import pytest

from kb.answer.restoring import set_right
from kb.text import normalise_tones

CASES = [
    ("so tai chinh phai lam gi", "số tài chính phải làm gì", "sở tài chính phải làm gì"),
    ("bao cao may ky", "báo cáo máy ký", "báo cáo mấy kỳ"),
    ("to chuc may hoi nghi", "tổ chức máy hội nghị", "tổ chức mấy hội nghị"),
    ("mua may tinh", "mua máy tính", "mua máy tính"),
    ("may moc thiet bi", "máy móc thiết bị", "máy móc thiết bị"),
    ("so lieu tai chinh", "số liệu tài chính", "số liệu tài chính"),
    # Who types diacritics means what is typed.
    ("số tài chính", "số tài chính", "số tài chính"),
]


@pytest.mark.parametrize(("typed", "understood", "expected"), CASES)
def test_set_right(typed: str, understood: str, expected: str) -> None:
    assert set_right(typed, understood) == normalise_tones(expected)
