"""Tables become rows with named columns; a table that only sets a head in two columns is no table."""

from __future__ import annotations

import pytest
from laid import laid, paragraphs_of, table_of

from ingest.model import LaidText, SourceLine

TASKS = (
    "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn",
    "1 | Lập kế hoạch | Sở Nội vụ | Quý I",
    "2 | Báo cáo | Sở Y tế | Quý II",
)


def cells_of(text: LaidText, row: int, table: int = 0) -> list[tuple[str, int, int]]:
    cells = text.tables[table].rows[row].cells
    return [(text.text[cell.start : cell.end], cell.first_column, cell.last_column) for cell in cells]


def test_rows_are_paragraphs_with_cells_by_column() -> None:
    text = laid("Danh mục nhiệm vụ", table_of(*TASKS))
    assert paragraphs_of(text)[1:] == list(TASKS)
    assert text.tables[0].columns == ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn")
    assert cells_of(text, 1) == [("1", 0, 0), ("Lập kế hoạch", 1, 1), ("Sở Nội vụ", 2, 2), ("Quý I", 3, 3)]
    assert [(p.table, p.row) for p in text.paragraphs] == [(None, None), (0, 0), (0, 1), (0, 2)]


@pytest.mark.parametrize(
    ("rows", "header_rows", "columns"),
    [
        (TASKS, 1, ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn")),
        (
            ("TT v2 | Nội dung v2 | Thời gian >2", "Bắt đầu | Kết thúc", "1 | Rà soát | Tháng 1 | Tháng 2"),
            2,
            ("TT", "Nội dung", "Thời gian - Bắt đầu", "Thời gian - Kết thúc"),
        ),
        (
            ("Nội dung | Đơn vị | Ghi chú", "(1) | (2) | (3)", "Rà soát | Sở Y tế |"),
            2,
            ("Nội dung", "Đơn vị", "Ghi chú"),
        ),
        (("Khu vực | Mức hỗ trợ", "Các phường | 400.000", "Các xã | 350.000"), 1, ("Khu vực", "Mức hỗ trợ")),
        (("1 | Rà soát | Sở Y tế", "2 | Báo cáo | Sở Y tế"), 0, ()),
        (("I | Hạ tầng số |", "1 | Lắp đặt | Sở Xây dựng"), 0, ()),
    ],
    ids=["by its ordinal column", "two rows", "numbers of columns", "words above figures", "none", "a section first"],
)
def test_headers_are_found(rows: tuple[str, ...], header_rows: int, columns: tuple[str, ...]) -> None:
    table = laid(table_of(*rows)).tables[0]
    assert (table.header_rows, table.columns) == (header_rows, columns)


def test_merged_cells_cover_their_columns() -> None:
    text = laid(table_of("TT | Tên | Mức", "I | Phí >2", "1 v2 | Phí a | 5", "Phí b | 6"))
    assert cells_of(text, 1) == [("I", 0, 0), ("Phí", 1, 2)]
    assert cells_of(text, 3) == [("Phí b", 1, 1), ("6", 2, 2)]


def test_a_table_goes_on_behind_a_page_end_and_its_repeated_header_is_dropped() -> None:
    first, second = table_of(*TASKS[:2], page=1), table_of(TASKS[0], TASKS[2], page=2)
    text = laid(first, SourceLine("5", page=1), second)
    assert len(text.tables) == 1
    assert paragraphs_of(text) == list(TASKS)


def test_words_between_two_tables_keep_them_apart() -> None:
    assert len(laid(table_of(*TASKS, page=1), SourceLine("Biểu 2", page=2), table_of(*TASKS, page=2)).tables) == 2


def test_a_head_set_in_two_columns_is_no_table() -> None:
    head = table_of(
        "UBND TỈNH HẢI SƠN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 1/QĐ-UBND | Hải Sơn, ngày 2 tháng 3 năm 2025"
    )
    text = laid(head)
    assert text.tables == ()
    assert paragraphs_of(text)[0] == "UBND TỈNH HẢI SƠN"
    assert paragraphs_of(text)[-1] == "Hải Sơn, ngày 2 tháng 3 năm 2025"


def test_a_head_with_spacing_columns_is_no_table() -> None:
    assert laid(table_of("UBND TỈNH HẢI SƠN | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |")).tables == ()


def test_a_signature_beside_its_recipients_is_no_table() -> None:
    text = laid(table_of("Nơi nhận: | TM. ỦY BAN NHÂN DÂN"))
    assert (text.tables, paragraphs_of(text)) == ((), ["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"])


def test_empty_rows_vanish() -> None:
    assert paragraphs_of(laid(table_of("a | b", " | ", "c | d"))) == ["a | b", "c | d"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("31/12/2 026", "31/12/2026"),
        ("05/9/20 25", "05/9/2025"),
        ("01/7/2025 15 giờ", "01/7/2025 15 giờ"),
        ("1/2 026", "1/2 026"),
    ],
)
def test_a_date_that_a_narrow_column_broke_is_whole(printed: str, read: str) -> None:
    text = laid("Danh mục nhiệm vụ", table_of(*TASKS, f"3 | Sơ kết | Sở Y tế | {printed}"))
    assert cells_of(text, 3)[3][0] == read


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("A | PHÁT TRIỂN NỀN MÓNG CHO KINH TẾ SỐ | VÀ XÃ HỘI | SỐ",
         ["A", "PHÁT TRIỂN NỀN MÓNG CHO KINH TẾ SỐ VÀ XÃ HỘI SỐ"]),
        ("A | PHÁT TRIỂN NỀN MÓNG |  | ", ["A", "PHÁT TRIỂN NỀN MÓNG", "", ""]),
        ("1 | CỔNG DỊCH VỤ CÔNG | UBND | 2027", ["1", "CỔNG DỊCH VỤ CÔNG", "UBND", "2027"]),
        ("I | Cổng dịch vụ công | UBND | HĐND", ["I", "Cổng dịch vụ công", "UBND", "HĐND"]),
    ],
)  # fmt: skip
def test_the_heading_of_a_part_that_a_scan_cut_at_the_columns_is_one_cell(row: str, cells: list[str]) -> None:
    text = laid("Bảng:", table_of("TT | Nhiệm vụ | Chủ trì | Thời gian", row, "1 | Đo kiểm mạng | Sở A | 2027"))
    assert [text.text[cell.start : cell.end] for cell in text.tables[0].rows[1].cells] == cells


HEAD = "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian"


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (["1 | Thực hiện: (1) Đo; (2) Ghép; | Sở A | | 2027", " | (3) Thử nghiệm | | Sở B | "],
         ["1", "Thực hiện: (1) Đo; (2) Ghép; (3) Thử nghiệm", "Sở A", "Sở B", "2027"]),
        (["1 | Xây dựng kế hoạch | Sở A | | 2027", " | và tổ chức thực hiện | | | "],
         ["1", "Xây dựng kế hoạch và tổ chức thực hiện", "Sở A", "", "2027"]),
        (["1 | Liên thông sổ sức khỏe; | Sở A | | 2027", " | Kết quả xét nghiệm | | | "],
         ["1", "Liên thông sổ sức khỏe; Kết quả xét nghiệm", "Sở A", "", "2027"]),
        (["1 | Xây dựng kế hoạch. | Sở A | | 2027", " | Thử nghiệm phần mềm | Sở B | | 2028"],
         ["1", "Xây dựng kế hoạch.", "Sở A", "", "2027"]),
        (["1 | Thực hiện: (1) Đo; (2) Ghép; | Sở A | | 2027", "2 | (3) Thử nghiệm | Sở B | | "],
         ["1", "Thực hiện: (1) Đo; (2) Ghép;", "Sở A", "", "2027"]),
        ([" | Xây dựng kế hoạch | Sở A | | 2027", " | và tổ chức | | | "],
         ["", "Xây dựng kế hoạch", "Sở A", "", "2027"]),
        (["1 v2 | Xây dựng kế hoạch | Sở A | | 2027", "và tổ chức | Sở B | | "],
         ["1", "Xây dựng kế hoạch", "Sở A", "", "2027"]),
    ],
)  # fmt: skip
def test_a_row_cut_in_two_is_one_again(rows: list[str], cells: list[str]) -> None:
    text = laid("Bảng:", table_of(HEAD, *rows, "5 | Khác | Sở C | | 2029"))
    assert [text.text[cell.start : cell.end] for cell in text.tables[0].rows[1].cells] == cells
