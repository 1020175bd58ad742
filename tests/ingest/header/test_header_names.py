"""Names in capitals given back in running case, bodies of a letterhead told apart, kinds, levels."""

from __future__ import annotations

import pytest

from ingest.header.casing import in_running_case
from ingest.header.kinds import kind_at_start, kind_of_line
from ingest.header.lines import is_authority, is_signature_start
from ingest.header.organs import split_organs
from ingest.header.places import read_level
from ingest.header.signature import is_name_line
from kb.model import Fact


@pytest.mark.parametrize(
    ("printed", "text", "expected"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH HẢI SƠN", "", "Ủy ban nhân dân tỉnh Hải Sơn"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN HÒA", "", "Chủ tịch Ủy ban nhân dân xã Tân Hòa"),
        ("ỦY BAN NHAN DÂN TỈNH HẢI SƠN", "", "Ủy ban nhân dân tỉnh Hải Sơn"),
        ("HỘI ĐỒNG NHÂN DAN XÃ TÂN HÒA", "", "Hội đồng nhân dân xã Tân Hòa"),
        ("UỶ BAN NHÂN DÂN XÃ TÂN HÒA", "", "Uỷ ban nhân dân xã Tân Hòa"),
        ("HUYỆN ỦY BÌNH SƠN", "đạt mức trung bình khá", "Huyện ủy Bình Sơn"),
        ("ĐẢNG ỦY ĐẶC KHU ĐẢO NGỌC", "", "Đảng ủy đặc khu Đảo Ngọc"),
        ("BỘ TRƯỞNG BỘ KHOA HỌC VÀ CÔNG NGHỆ", "", "Bộ trưởng Bộ Khoa học và Công nghệ"),
        ("GIÁM ĐỐC SỞ NỘI VỤ", "", "Giám đốc Sở Nội vụ"),
        ("CỤC ĐƯỜNG BỘ", "", "Cục Đường bộ"),
        ("BỘ TÀI CHÍNH", "các tài liệu của Chính phủ", "Bộ Tài chính"),
        ("PHÓ CHỦ TỊCH", "", "Phó Chủ tịch"),
        ("PHÓ BÍ THƯ THƯỜNG TRỰC", "", "Phó Bí thư Thường trực"),
        ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "", "TM. Ủy ban nhân dân KT. Chủ tịch"),
        ("VỀ VIỆC PHÊ DUYỆT CHÍNH PHỦ SỐ", "phê duyệt Chính phủ số", "Về việc phê duyệt Chính phủ số"),
        ("PHÁT TRIỂN INTERNET VẠN VẬT (IOT)", "phát triển Internet vạn vật (IoT)", "Phát triển Internet vạn vật (IoT)"),
        ("NGHỊ QUYẾT SỐ 57-NQ/TW", "thực hiện Nghị quyết", "Nghị quyết số 57-NQ/TW"),
        ("HƯỚNG DẪN ĐIỀU 11", "", "Hướng dẫn Điều 11"),
        ("Về việc ban hành Quy chế", "", "Về việc ban hành Quy chế"),
    ],
)
def test_capitals_become_running_case(printed: str, text: str, expected: str) -> None:
    assert in_running_case(printed, text) == expected


@pytest.mark.parametrize(
    ("printed", "organs"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH HẢI SƠN SỞ TÀI CHÍNH", ["ỦY BAN NHÂN DÂN TỈNH HẢI SƠN", "SỞ TÀI CHÍNH"]),
        ("VĂN PHÒNG CHÍNH PHỦ", ["VĂN PHÒNG CHÍNH PHỦ"]),
        ("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH HẢI SƠN", ["VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH HẢI SƠN"]),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG VĂN PHÒNG", ["BAN CHẤP HÀNH TRUNG ƯƠNG", "VĂN PHÒNG"]),
        ("ĐẢNG BỘ TỈNH HẢI SƠN HUYỆN ỦY BÌNH AN", ["ĐẢNG BỘ TỈNH HẢI SƠN", "HUYỆN ỦY BÌNH AN"]),
        ("BỘ NỘI VỤ", ["BỘ NỘI VỤ"]),
        ("BỘ QUỐC PHÒNG", ["BỘ QUỐC PHÒNG"]),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", ["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"]),
        ("BỘ CÔNG AN", ["BỘ CÔNG AN"]),
        ("BỘ TƯ PHÁP CỤC CÔNG NGHỆ THÔNG TIN", ["BỘ TƯ PHÁP", "CỤC CÔNG NGHỆ THÔNG TIN"]),
        ("UBND TỈNH TRƯỜNG HẢI SỞ Y TẾ", ["UBND TỈNH TRƯỜNG HẢI", "SỞ Y TẾ"]),
        ("ỦY BAN NHÂN DÂN XÃ VIỆN AN", ["ỦY BAN NHÂN DÂN XÃ VIỆN AN"]),
        ("UBND TỈNH TRƯỜNG CAO ĐẲNG HẢI SƠN", ["UBND TỈNH", "TRƯỜNG CAO ĐẲNG HẢI SƠN"]),
        ("THỦ TƯỚNG CHÍNH PHỦ", ["THỦ TƯỚNG CHÍNH PHỦ"]),
        ("", []),
    ],
)
def test_bodies_of_a_letterhead(printed: str, organs: list[str]) -> None:
    assert split_organs(printed) == organs


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("QUYẾT ĐỊNH", "Quyết định"), ("QUYÉT ĐỊNH :", "Quyết định"), ("**CHỈ THỊ**", "Chỉ thị"),
        ("KÉ HOẠCH", "Kế hoạch"),
        ("Thông tư", "Thông tư"), ("THÔNG TƯ LIÊN TỊCH", "Thông tư liên tịch"),
        ("KẾ HOẠCH LIÊN TỊCH", "Kế hoạch liên tịch"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "Chương trình hành động"),
        ("QUYẾT ĐỊNH VỀ VIỆC", None), ("Số: 12/QĐ-UBND", None), ("", None),
    ],
)  # fmt: skip
def test_kinds_alone_on_a_line(line: str, kind: str | None) -> None:
    assert kind_of_line(line) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [("LUẬT DỮ LIỆU", "Luật"), ("NGHỊ ĐỊNH CỦA CHÍNH PHỦ", "Nghị định"), ("Luật này quy định", None), ("LUẬTSƯ", None)],
)
def test_kinds_at_the_beginning_of_a_line_in_capitals(line: str, kind: str | None) -> None:
    found = kind_at_start(line)
    assert (found[0] if found else None) == kind


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI SƠN", True),
        ("THỦ TƯỚNG CHÍNH PHỦ điện:", True),
        ("BAN BÍ THƯ", True),
        ("BAN HÀNH QUY CHẾ LÀM VIỆC", False),
        ("CHÍNH PHỦ BAN HÀNH CHƯƠNG TRÌNH", False),
        ("BỘ CHÍNH TRỊ VỀ ĐỘT PHÁ", False),
        ("Chủ tịch Ủy ban nhân dân tỉnh", False),
    ],
)
def test_lines_that_name_who_decides(line: str, yes: bool) -> None:
    assert is_authority(line) is yes


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("TM. ỦY BAN NHÂN DÂN", True), ("T/M BAN THƯỜNG VỤ", True), ("KT. CHỦ TỊCH", True),
        ("K/T CHÁNH VĂN PHÒNG", True),
        ("TL. BỘ TRƯỞNG", True), ("TUQ. CHỦ TỊCH", True), ("Q. GIÁM ĐỐC", True), ("Kt. BỘ TRƯỞNG", True),
        ("GIÁM ĐỐC", True),
        ("CHỦ TỊCH QUỐC HỘI", True), ("QUẢNG NGÃI", False), ("TMĐT phát triển", False), ("Chủ tịch tỉnh", False),
    ],
)  # fmt: skip
def test_lines_that_begin_a_signature(line: str, yes: bool) -> None:
    assert is_signature_start(line) is yes


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("Nguyễn Văn An", True), ("Đã ký: Đặng Ngọc Huy", True), ("(Đã ký) Lê Ba", True),
        ("(Đã ký và đóng dấu) Lê Ba", True),
        ("Thượng tướng Võ Minh Lương", True),
        ("NGUYỄN VĂN AN", False), ("Như Điều 3", False), ("- Lưu: VT", False), ("Căn cứ Luật", False),
    ],
)  # fmt: skip
def test_lines_that_are_a_name(line: str, yes: bool) -> None:
    assert is_name_line(line) is yes


@pytest.mark.parametrize(
    ("issuer", "level"),
    [
        ("Chính phủ", "central"),
        ("Bộ trưởng Bộ Tài chính", "central"),
        ("Ủy ban nhân dân tỉnh Hải Sơn", "province"),
        ("Ủy ban nhân dân thành phố Đà Nẵng", "province"),
        ("Ban Thường vụ Tỉnh ủy", "province"),
        ("Hội đồng nhân dân thành phố Tân An", "district"),
        ("Huyện ủy Bình An", "district"),
        ("Ủy ban nhân dân phường Cẩm Thủy", "commune"),
        ("Đảng ủy xã Tân Hòa", "commune"),
        ("Ủy ban nhân dân tỉnh Hải Sơn - Sở Tài chính", "province"),
    ],
)
def test_levels(issuer: str, level: str) -> None:
    fact = read_level(Fact(issuer, "thử", 0, 1), None)
    assert fact is not None
    assert fact.value == level
