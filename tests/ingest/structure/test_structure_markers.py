"""How the number of a unit is printed, clean and damaged, and what only looks like one."""

from __future__ import annotations

import pytest

from ingest.markers import Style, begins_unit, is_citation, read_bullet, read_marker, roman_numeral, roman_value
from ingest.structure.damaged import read_damaged


@pytest.mark.parametrize(
    ("text", "style", "label", "order"),
    [
        ("Phần thứ nhất", Style.PART, "Phần thứ nhất", 1),
        ("PHẦN THỨ HAI", Style.PART, "Phần thứ hai", 2),
        ("PHẦN II", Style.PART, "Phần II", 2),
        ("CHƯƠNG IV", Style.CHAPTER, "Chương IV", 4),
        ("Chưong II", Style.CHAPTER, "Chương II", 2),
        ("Chương IIa", Style.CHAPTER, "Chương IIa", 2),
        ("Chương 3", Style.CHAPTER, "Chương 3", 3),
        ("Mục 1", Style.SECTION, "Mục 1", 1),
        ("Tiểu mục 2", Style.SUBSECTION, "Tiểu mục 2", 2),
        ("Điều 12. Phạm vi", Style.ARTICLE, "Điều 12", 12),
        ("Điêu 1. Phạm vi", Style.ARTICLE, "Điều 1", 1),
        ("Đièu 2: Phạm vi", Style.ARTICLE, "Điều 2", 2),
        ("Ðiều 3 - Phạm vi", Style.ARTICLE, "Điều 3", 3),
        ("ĐIỀU 4", Style.ARTICLE, "Điều 4", 4),
        ("Điều 6a. Bổ sung", Style.ARTICLE, "Điều 6a", 6),
        ("I. QUAN ĐIỂM", Style.ROMAN, "I", 1),
        ("IV- NHIỆM VỤ", Style.ROMAN, "IV", 4),
        ("II/ Loại hóa đơn", Style.ROMAN, "II", 2),
        ("I - Đối tượng", Style.ROMAN, "I", 1),
        ("A. CHUNG", Style.CAPITAL, "A", 1),
        ("C - ĐĂNG KÝ", Style.CAPITAL, "C", 3),
        ("Đ. HIỆU LỰC", Style.CAPITAL, "Đ", 5),
        ("1. Rà soát", Style.NUMBER, "1", 1),
        ("1.- Rà soát", Style.NUMBER, "1", 1),
        ("2- Rà soát", Style.NUMBER, "2", 2),
        ("3) Rà soát", Style.NUMBER, "3", 3),
        ("4/ Rà soát", Style.NUMBER, "4", 4),
        ("1. 100% dịch vụ công", Style.NUMBER, "1", 1),
        ("14a. Phân cấp", Style.NUMBER, "14a", 14),
        ("1.1. Tiếp tục", Style.DOTTED, "1.1", 1),
        ("2.3 Tiếp tục", Style.DOTTED, "2.3", 3),
        ("6.1- Nguyên tắc", Style.DOTTED, "6.1", 1),
        ("1.2.3.4. Chi tiết", Style.DOTTED, "1.2.3.4", 4),
        ("a) Một", Style.LETTER, "a", 1),
        ("đ) Năm", Style.LETTER, "đ", 5),
        ("e. Sáu", Style.LETTER, "e", 6),
        ("a1) Chèn", Style.LETTER, "a1", 1),
        ("(2) Hai", Style.BRACKET, "2", 2),
        ("Mẫu số 01", Style.FORM, "Mẫu số 01", 1),
    ],
)
def test_printed_numbers(text: str, style: Style, label: str, order: int) -> None:
    marker = read_marker(text)
    assert marker is not None
    assert (marker.style, marker.label, marker.order) == (style, label, order)
    assert begins_unit(text)


@pytest.mark.parametrize(
    "text",
    [
        "2025. Năm bản lề", "24/7 trực", "05/9/2026 khai giảng", "11.000 tài khoản", "1. 000 đồng", "3-5 năm",
        "57-NQ/TW",
        "218/CĐ-TTg, 219/CĐ-TTg", "Điều lệ Đảng", "Mục tiêu", "Mục lục", "Chương trình", "Phần mềm",
        "Phần lớn", "VTV phát sóng",
        "(1) : ghi chú", "Việt Nam", "", "100%", "1,5 triệu",
    ],
)  # fmt: skip
def test_look_alikes(text: str) -> None:
    assert read_marker(text) is None


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Điều 16 Nghị định số 61/2018/NĐ-CP", True),
        ("Điều 5 của Luật này", True),
        ("Điều 7, Điều 8", True),
        ("Chương II Luật Lưu trữ", True),
        ("Mẫu số 01 ban hành kèm theo", True),
        ("Điều 16. Nghị định này", False),
        ("Điều 1 Phê duyệt Đề án", False),
        ("Chương III Điều khoản thi hành", False),
        ("Điều 9", False),
    ],
)
def test_words_about_a_unit_are_no_heading(text: str, cited: bool) -> None:
    marker = read_marker(text)
    assert marker is not None
    assert is_citation(marker, text) is cited


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("- Một", "-"), ("– Hai", "–"), ("+ Ba", "+"), ("* Bốn", "*"), ("• Năm", "•"), ("\uf0b7 Sáu", "\uf0b7"),
        ("-----", None), ("**Đậm**", None), ("Bảy", None),
    ],
)  # fmt: skip
def test_bullets(text: str, sign: str | None) -> None:
    assert read_bullet(text) == sign


@pytest.mark.parametrize(("value", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (58, "LVIII")])
def test_roman_numerals_both_ways(value: int, numeral: str) -> None:
    assert (roman_numeral(value), roman_value(numeral)) == (numeral, value)


@pytest.mark.parametrize("word", ["IIII", "VX", "IC", "ABC", ""])
def test_words_that_are_no_roman_numeral(word: str) -> None:
    assert word == "IIII" or roman_value(word) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("HI. GIẢI PHÁP", "III"),
        ("H. MỤC TIÊU", "II"),
        ("L NỘI DUNG", "I"),
        ("II TẦM NHÌN", "II"),
        ("TV. TỔ CHỨC", "IV"),
        ("2, Hạ tầng", "2"),
        ("__ 2, Hạ tầng", "2"),
        (".b) Tham gia", "b"),
        ("a, Mục đích", "a"),
    ],
)
def test_damaged_numbers(text: str, label: str) -> None:
    marker = read_damaged(text)
    assert marker is not None
    assert marker.label == label


@pytest.mark.parametrize("text", ["Hà Nội", "HĐND tỉnh", "Lưu trữ", "THÔNG TIN", "10, 11 và 12", "- Một"])
def test_what_no_scanner_damaged(text: str) -> None:
    assert read_damaged(text) is None
