"""What cannot be read in the frame is said with its part, and never guessed."""

from __future__ import annotations

import pytest
from laid import laid, read_frame_of

from ingest.model import Header
from kb.model import Field

BODY = """BỘ LÂM NGHIỆP
CỤC KIỂM LÂM
Số: 15/KH-KL
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
{date}
KẾ HOẠCH
Diễn tập chữa cháy rừng năm 2027

Cục Kiểm lâm xây dựng kế hoạch như sau:

1. Mục đích

2. Kinh phí

Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CỤC TRƯỞNG
PHÓ CỤC TRƯỞNG
{name}
"""


def header_of(date: str = "Hà Nội, ngày 06 tháng 5 năm 2027", name: str = "Lê Văn An") -> Header:
    return read_frame_of(laid(BODY.format(date=date, name=name)))[0]


def said(header: Header, code: str) -> list[str]:
    return [notice.message for notice in header.notices if notice.code == code]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("Hà Nội, ngày … tháng 5 năm 2027", "ngày không đọc được (đọc được tháng 5, năm 2027)"),
        ("Hà Nội, ngày   tháng   năm 2027", "ngày và tháng không đọc được (đọc được năm 2027)"),
        ("Hà Nội, ngàyÑ§tháng 2027", "ngày và tháng không đọc được (đọc được năm 2027)"),
        ("Hà Nội, ngày 06 tháng 5 năm …", "năm không đọc được (đọc được ngày 06, tháng 5)"),
        ("Hà Nội, ngày 36 tháng 5 năm 2027", "không phải ngày có thật"),
    ],
)
def test_a_notice_says_which_part_of_the_date_is_unreadable(date: str, words: str) -> None:
    header = header_of(date=date)
    assert Field.ISSUED_ON not in header.facts
    assert [words in message for message in said(header, "date-blank")] == [True]


def test_a_date_that_is_read_needs_no_notice() -> None:
    header = header_of()
    assert header.facts[Field.ISSUED_ON].value == "2027-05-06"
    assert header.notices == ()


@pytest.mark.parametrize("name", ["", "mm Ññ Đức Đôn", "zỹi x xế"])
def test_an_office_without_a_readable_name_gives_a_notice(name: str) -> None:
    header = header_of(name=name)
    assert Field.SIGNER not in header.facts
    assert header.facts[Field.SIGNED_FOR].value == "KT. Cục trưởng"
    assert ["PHÓ CỤC TRƯỞNG" in message for message in said(header, "signer-unread")] == [True]
