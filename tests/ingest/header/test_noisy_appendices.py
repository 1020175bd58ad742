"""Appendices whose heading stands behind what a scanner made of a stamp."""

from __future__ import annotations

import pytest
from laid import laid, lines_of, outline_of, read_frame_of

from ingest.model import RegionKind, SourceLine
from ingest.noise import noisy_appendix_label

BODY = """KẾ HOẠCH
Chuyển đổi số năm 2027

Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:

1. Nhiệm vụ

2. Tổ chức thực hiện

Nơi nhận:                                TM. ỦY BAN NHÂN DÂN
- Các xã;
- Lưu: VT.                               Lê Văn An
"""
APPENDIX = """{heading}

NHIỆM VỤ TRỌNG TÂM
{attached}

TT Nhiệm vụ Chủ trì
1 Đo kiểm mạng Sở Nội vụ
"""
ATTACHED = "(Kèm theo Kế hoạch số 7/KH-UBND ngày 05 tháng 3 năm 2027)"


def scanned(heading: str, attached: str) -> list[SourceLine]:
    return [*lines_of(BODY, page=1), *lines_of(APPENDIX.format(heading=heading, attached=attached), page=2)]


@pytest.mark.parametrize(
    ("heading", "label"),
    [("@ =0 Phụ lục", "Phụ lục"), ("ì “6 Phụ lục II", "Phụ lục II"), ("†PHỤ LỤC —", "Phụ lục"), ("Phụ lục", "Phụ lục")],
)
def test_the_appendix_begins_at_its_heading(heading: str, label: str) -> None:
    text = laid(*scanned(heading, ATTACHED), form="ocr")
    attached = [region for region in read_frame_of(text)[0].regions if region.kind is RegionKind.ATTACHMENT]
    assert [region.label for region in attached] == [label]
    assert "Đo kiểm mạng" in text.text[attached[0].start : attached[0].end]
    assert outline_of(text)[:3] == ["1", "2", label]


def test_noise_before_the_word_makes_no_appendix_where_nothing_is_attached() -> None:
    text = laid(*scanned("@ =0 Phụ lục", "Danh mục các xã"), form="ocr")
    assert not [r for r in read_frame_of(text)[0].regions if r.kind is RegionKind.ATTACHMENT]


@pytest.mark.parametrize(
    "text", ["Phụ lục", "- Phụ lục", "3. Phụ lục", "Theo Phụ lục", "và Phụ lục II", "Phụ lục II kèm theo"]
)
def test_headings_without_noise_are_read_as_they_stand(text: str) -> None:
    assert noisy_appendix_label(text) is None
