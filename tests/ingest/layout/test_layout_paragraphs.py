"""Printed lines become paragraphs: what goes on is joined, what begins is not."""

from __future__ import annotations

import pytest
from laid import laid, paragraphs_of

from ingest.model import SourceLine

WRAPPED = """
Điều 1. Phạm vi điều chỉnh
Quyết định này quy định việc tiếp nhận, xử lý và trả kết quả thủ tục hành
chính trên môi trường điện tử tại các cơ quan chuyên môn thuộc Ủy ban nhân
dân tỉnh Hải Sơn và Ủy ban nhân dân các xã, phường.
1. Hồ sơ được tiếp nhận theo quy định tại khoản 3
Điều 16 Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018.
2. Kết quả
"""


def test_wrapped_lines_are_one_paragraph_and_units_begin_their_own() -> None:
    assert [p[:22] for p in paragraphs_of(laid(WRAPPED))] == [
        "Điều 1. Phạm vi điều c",
        "Quyết định này quy địn",
        "1. Hồ sơ được tiếp nhậ",
        "2. Kết quả",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2. Ban cán sự đảng Ủy ban nhân dân tỉnh lãnh đạo Ủy ban nhân dân", "tỉnh chỉ đạo các địa phương."),
        ("Nghị quyết số 12-NQ/TU ngày 27/9/2024 của", "Ban Chấp hành Đảng bộ tỉnh về nhiệm vụ năm 2025"),
        ("Các chương trình nâng cao nhận", "thức về an toàn thông tin."),
        ("Đo nhiệt độ, độ mặn, COD,", "Coliform mỗi tháng hai lần."),
        ("Triển khai chương trình giai đoạn 2026", "- 2030, tập trung vào các xã vùng cao."),
    ],
    ids=["inside a name", "after a preposition", "inside a word pair", "after a comma", "inside a span of years"],
)
def test_a_paragraph_cut_by_a_page_end_is_joined(before: str, after: str) -> None:
    assert paragraphs_of(laid(f"{before}\n\n{after}")) == [f"{before} {after}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Thực hiện các nội dung sau:", "a) Rà soát hồ sơ"),
        ("Thực hiện các nội dung sau", "- Rà soát hồ sơ"),
        ("1. Mục đích, yêu cầu", "a, Mục đích:"),
        ("b) Rà soát hồ sơ;", "ø) Chủ trì, phối hợp với các xã"),
        ("Doanh thu năm 2025 đạt mục tiêu 20%.", "- 2030 hồ sơ được số hóa"),
        ("Số hồ sơ đã số hóa:", "- 2030 hồ sơ đất đai"),
        ("MỤC ĐÍCH, YÊU CẦU", "Nâng cao hiệu quả quản lý nhà nước."),
        ("Lưu: VT.", "TM. ỦY BAN NHÂN DÂN"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
        ("PHÓ CHỦ TỊCH", "Nguyễn Văn Bình"),
        ("Nguyễn Văn Chính", "PHỤ LỤC I"),
        ("QUYẾT ĐỊNH", "Về việc ban hành Quy chế"),
        ("của Chính phủ về công tác văn thư;", "Theo đề nghị của Giám đốc Sở Nội vụ."),
        ("Ban hành Khung kiến trúc số", "BỘ TRƯỞNG BỘ KHOA HỌC"),
        ("TỈNH HẢI SƠN", "——————"),
    ],
)
def test_what_begins_a_unit_or_stands_in_the_frame_is_never_joined(before: str, after: str) -> None:
    assert paragraphs_of(laid(f"{before}\n{after}")) == [before, after]


def test_a_comma_over_a_gap_does_not_join_what_enacts() -> None:
    before = "Theo đề nghị của Bộ trưởng Bộ Tài chính,"
    assert paragraphs_of(laid(f"{before}\n\nNGHỊ ĐỊNH:")) == [before, "NGHỊ ĐỊNH:"]


def test_a_list_of_signs_in_capitals_goes_on() -> None:
    text = "Đo các chỉ tiêu N-NH4+, N-NO2-,\nN-NO3-, P-PO43-, H2S, TSS, COD."
    assert paragraphs_of(laid(text)) == [text.replace("\n", " ")]


def test_a_line_end_behind_a_colon_is_a_wrap_where_gaps_part_every_paragraph() -> None:
    unit = "- Đo các chỉ tiêu thủy lý và thủy hóa:\nNhiệt độ nước ở tầng mặt,\nđộ mặn và độ trong."
    assert paragraphs_of(laid("\n\n".join([unit] * 5))) == [unit.replace("\n", " ")] * 5
    assert len(paragraphs_of(laid("\n".join([unit] * 5)))) == 10


def test_a_number_alone_on_its_line_takes_the_words_of_the_next() -> None:
    text = "Điều 3.\nĐiều khoản thi hành\n1.\nCác sở thực hiện."
    assert paragraphs_of(laid(text)) == ["Điều 3. Điều khoản thi hành", "1. Các sở thực hiện."]


def test_a_chapter_keeps_its_heading_on_the_next_line() -> None:
    assert paragraphs_of(laid("Chương II\nQUY ĐỊNH CỤ THỂ")) == ["Chương II", "QUY ĐỊNH CỤ THỂ"]


def test_figures_at_the_beginning_of_a_line_go_on() -> None:
    text = (
        "Thường trực tiếp nhận thông tin\n24/7 trong các ngày nghỉ.\n"
        "Báo cáo trước ngày 15 tháng 12 năm\n2025. Sở tổng hợp."
    )
    assert paragraphs_of(laid(text)) == [
        "Thường trực tiếp nhận thông tin 24/7 trong các ngày nghỉ.",
        "Báo cáo trước ngày 15 tháng 12 năm 2025. Sở tổng hợp.",
    ]


def test_whole_paragraphs_of_a_word_file_stay_apart() -> None:
    lines = [SourceLine("Căn cứ Luật", whole=True), SourceLine("tổ chức chính quyền", whole=True)]
    assert paragraphs_of(laid(*lines)) == ["Căn cứ Luật", "tổ chức chính quyền"]


def test_an_open_emphasis_joins_lines_of_one_case() -> None:
    lines = [SourceLine("TM. ỦY BAN NHÂN", runs_on=True), SourceLine("DÂN", runs_on=True), SourceLine("Lê Văn Ba")]
    assert paragraphs_of(laid(*lines)) == ["TM. ỦY BAN NHÂN DÂN", "Lê Văn Ba"]


def test_heads_that_ran_together_are_parted() -> None:
    text = "THỦ TƯỚNG CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-TTg Hà Nội, ngày 3 tháng 6 năm 2020"
    assert paragraphs_of(laid(text)) == [
        "THỦ TƯỚNG CHÍNH PHỦ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 12/QĐ-TTg",
        "Hà Nội, ngày 3 tháng 6 năm 2020",
    ]


def test_a_glued_signature_is_parted() -> None:
    text = "- Lưu: VT (2) | TM. CHÍNH PHỦKT. THỦ TƯỚNGPHÓ THỦ TƯỚNG(Đã ký)Nguyễn Hòa Yên |"
    assert paragraphs_of(laid(text)) == [
        "- Lưu: VT (2)", "TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "(Đã ký)", "Nguyễn Hòa Yên",
    ]  # fmt: skip


def test_running_text_that_cites_the_motto_stays_whole() -> None:
    text = "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam quy định quyền và nghĩa vụ của công dân."
    assert paragraphs_of(laid(text)) == [text]


def paged(*pages: str) -> list[SourceLine]:
    return [SourceLine(line, page=number) for number, page in enumerate(pages, 1) for line in page.split("\n")]


def test_page_numbers_and_specks_are_left_out_and_noticed_with_their_page() -> None:
    text = laid(*paged("Phát triển chính phủ số, nâng cao nhận\nTI#T()\n2", "3\nthức của người dân.\nwO"))
    assert paragraphs_of(text) == ["Phát triển chính phủ số, nâng cao nhận thức của người dân."]
    assert [(notice.code, notice.page) for notice in text.notices] == [
        ("page-numbers-left-out", 1),
        ("litter-left-out", 1),
        ("litter-left-out", 2),
    ]
    assert "TI#T()" in text.notices[1].message


def test_numbers_that_count_the_pages_of_a_text_without_page_marks_are_left_out() -> None:
    text = laid("Phát triển chính phủ số, nâng cao nhận\n\n2\n\nthức của người dân.\n\n- 3 -\n\nKết thúc.")
    assert paragraphs_of(text) == ["Phát triển chính phủ số, nâng cao nhận thức của người dân.", "Kết thúc."]
    assert [notice.code for notice in text.notices] == ["page-numbers-left-out"]


@pytest.mark.parametrize("numbers", [("2",), ("2", "5"), ("7", "8")])
def test_numbers_that_do_not_count_pages_are_kept(numbers: tuple[str, ...]) -> None:
    text = "Mở đầu.\n\n" + "".join(f"{number}\n\nĐoạn văn.\n\n" for number in numbers)
    assert [p for p in paragraphs_of(laid(text)) if p.isdigit()] == list(numbers)


@pytest.mark.parametrize("kept", ["a) Y tế", "UBND tỉnh", "Hà Nội", "II. QUAN ĐIỂM", "năm 2025.", "-------", "100%"])
def test_short_lines_with_words_or_figures_are_kept(kept: str) -> None:
    assert kept in laid(*paged(f"Mở đầu.\n{kept}\nKết thúc.")).text


def test_the_text_is_nfc_without_invisible_characters() -> None:
    assert laid("Quyê\u0301t \u200bđịnh\u00a0này").text == "Quyết định này"


def test_anchors_lead_back_to_page_and_line() -> None:
    text = laid(*[SourceLine("Căn cứ Luật", page=1, line=7), SourceLine("tổ chức", page=2, line=8)])
    assert [(anchor.offset, anchor.page, anchor.line) for anchor in text.anchors] == [(0, 1, 7), (12, 2, 8)]
    assert (text.page_at(0), text.page_at(13)) == (1, 2)


def test_recipients_and_signature_side_by_side_are_read_column_by_column() -> None:
    text = "Nơi nhận:                 KT. GIÁM ĐỐC\n- Như trên;               PHÓ GIÁM ĐỐC\n- Lưu: VT.\n   Lê Thành An"
    assert paragraphs_of(laid(text)) == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thành An",
    ]  # fmt: skip
