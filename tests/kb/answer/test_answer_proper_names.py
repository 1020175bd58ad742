"""Names of places, persons and projects that a question holds; names of bodies and provinces are none of them."""

from __future__ import annotations

import pytest

from kb.answer.proper_names import proper_names

NAMES = [
    ("Cảng Mũi Nhọn khánh thành ngày nào?", ("mũi nhọn",)),
    ("Ông Trần Văn Lãng giữ chức vụ gì?", ("trần văn lãng",)),
    ("Dự án Cầu Vàng và hồ Suối Đá do ai làm?", ("cầu vàng", "suối đá")),
    ("Sở Tài chính phải làm gì?", ()),
    ("Ban Tuyên giáo Tỉnh ủy hướng dẫn việc gì?", ()),
    ("Ủy ban nhân dân tỉnh Quảng Ngãi giao ai?", ()),
    ("Theo Nghị quyết này, Chính phủ Việt Nam làm gì?", ()),
    ("UBND tỉnh báo cáo UBND huyện khi nào?", ()),
    ("AI CHỊU TRÁCH NHIỆM CHÍNH?", ()),
    ("Ai Chịu Trách Nhiệm Chính Về Việc Này?", ()),
    ("cảng mũi nhọn khánh thành ngày nào", ()),
    ("749/QĐ-TTg?", ()),
    ("", ()),
]


@pytest.mark.parametrize(("question", "expected"), NAMES)
def test_proper_names(question: str, expected: tuple[str, ...]) -> None:
    assert proper_names(question) == expected
