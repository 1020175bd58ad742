"""Saved pages whose table cells stand on their own lines between lonely bars."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from reader_files import lines_of, read_bytes, tables_of

from ingest.model import SourceLine, SourceTable, SourceText

LETTERHEAD = """|
**ỦY BAN NHÂN DÂN**
TỈNH HỒNG GIANG
-------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
|
|
Số: 12/KH-UBND
|
*Hồng Giang, ngày 05
tháng 3 năm 2026*
|
"""


def md(folder: Path, text: str) -> SourceText:
    return read_bytes(folder, "trang.md", text.encode())


def flattened(rows: list[list[str]]) -> str:
    """Rows as such a site saves them."""
    return "".join("".join(f"|\n{cell}\n" if cell else "|\n" for cell in row) + "|\n" for row in rows)


def test_a_letterhead_is_two_rows_of_two_cells(tmp_path: Path) -> None:
    source = md(tmp_path, LETTERHEAD + "**KẾ HOẠCH**\nSố hóa hồ sơ lưu trữ\n")
    assert tables_of(source) == [
        [
            [
                "ỦY BAN NHÂN DÂN\nTỈNH HỒNG GIANG\n-------",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            ],
            ["Số: 12/KH-UBND", "Hồng Giang, ngày 05 tháng 3 năm 2026"],
        ]
    ]
    assert lines_of(source) == ["KẾ HOẠCH", "Số hóa hồ sơ lưu trữ"]


TASKS = [
    ["**TT**", "**Nhiệm vụ**", "**Cơ quan chủ trì**", "**Cơ quan phối hợp**", "**Thời hạn**"],
    ["**I**", "**Hoàn thiện thể chế**"],
    ["1", "Xây dựng quy chế khai thác hồ sơ điện tử", "Sở Nội vụ", "Sở Tư pháp", "Quý II/2026"],
    ["2", "Rà soát danh mục hồ sơ phải số hóa", "Sở Nội vụ", "", "Tháng 9/2026"],
    ["**II**", "**Phát triển hạ tầng**"],
    ["**II.1**", "**Hạ tầng dùng chung**"],
    ["1", "Thuê kho lưu trữ số", "Sở Khoa học và Công nghệ", "Các sở, ngành", ""],
]


@pytest.mark.parametrize("before", ["", "\n\n"], ids=["no empty lines kept", "empty lines kept"])
def test_rows_keep_their_columns_where_cells_are_empty_or_merged(tmp_path: Path, before: str) -> None:
    text = f"{LETTERHEAD}{before}**PHỤ LỤC**\nDanh mục nhiệm vụ\n{before}{flattened(TASKS)}{before}Ghi chú: hết.\n"
    source = md(tmp_path, text)
    assert tables_of(source)[1] == [[cell.strip("*") for cell in row] for row in TASKS]
    table = [block for block in source.blocks if isinstance(block, SourceTable)][1]
    assert [cell.column_span for cell in table.rows[1]] == [1, 4]
    assert lines_of(source)[-1] == "Ghi chú: hết."


def test_a_number_alone_begins_a_row_even_where_empty_cells_are_one_too_many(tmp_path: Path) -> None:
    heading = ["**5.1**", "** **", "**Thương mại**", "** **", "** **", "** **"]
    rows = [*TASKS[:4], heading, ["5.1.1", *TASKS[2][1:]], ["5.1.2", *TASKS[3][1:]]]
    source = md(tmp_path, f"Phụ lục nhiệm vụ:\n{flattened(rows)}")
    found = tables_of(source)
    assert [row[0] for row in found[0]] == ["TT", "I", "1", "2", "5.1", "5.1.1", "5.1.2"]
    assert found[0][4][2] == "Thương mại"
    assert lines_of(source) == ["Phụ lục nhiệm vụ:"]


def test_rows_say_where_in_the_file_they_begin(tmp_path: Path) -> None:
    source = md(tmp_path, "Dẫn:\n" + flattened([["TT", "Việc", "Hạn"], ["1", "Họp giao ban", "Tháng 1"]]))
    [table] = [block for block in source.blocks if isinstance(block, SourceTable)]
    assert table.row_lines == (3, 10)


def test_text_between_two_tables_is_no_cell(tmp_path: Path) -> None:
    first = flattened([["Khu vực", "Mức hỗ trợ (đồng)"], ["Các phường", "400.000"], ["Các xã", "300.000"]])
    second = flattened([["Khu vực", "01 người", "02 người"], ["Các phường", "3.000.000 đ", "5.000.000 đ"]])
    source = md(tmp_path, f"1. Mức hỗ trợ:\n{first}2. Sửa đổi điểm a khoản 3 như sau:\n{second}3. Bổ sung khoản 4.\n")
    assert [len(table) for table in tables_of(source)] == [3, 2]
    assert lines_of(source) == ["1. Mức hỗ trợ:", "2. Sửa đổi điểm a khoản 3 như sau:", "3. Bổ sung khoản 4."]


def test_a_table_cut_by_an_empty_line_is_one(tmp_path: Path) -> None:
    source = md(tmp_path, f"Dẫn\n\n{flattened(TASKS[:3])}\n\n{flattened(TASKS[3:])}\n\nHết\n")
    assert [len(table) for table in tables_of(source)] == [len(TASKS)]


def test_wrapped_lines_of_a_cell_are_joined_and_its_paragraphs_kept(tmp_path: Path) -> None:
    cell = "Rà soát, sửa đổi các quy\nđịnh của tỉnh về lưu trữ;\n- Bổ sung quy định về\nchữ ký số."
    source = md(
        tmp_path,
        flattened(
            [["TT", "Việc", "Cơ quan"], ["1", cell, "Sở Khoa học và\nCông nghệ"], ["2", "Họp", "Sở Y tế\nSở Nội vụ"]]
        ),
    )
    rows = tables_of(source)[0]
    assert rows[1][1] == "Rà soát, sửa đổi các quy định của tỉnh về lưu trữ;\n- Bổ sung quy định về chữ ký số."
    assert rows[1][2] == "Sở Khoa học và Công nghệ"
    assert rows[2][2] == "Sở Y tế\nSở Nội vụ"


def test_a_number_that_a_row_lacks_reaches_down_from_above(tmp_path: Path) -> None:
    rows = [
        ["TT", "Việc", "Cơ quan"],
        ["1", "Số hóa", "Sở Nội vụ"],
        ["Kiểm tra", "Sở Tài chính"],
        ["2", "Tổng kết", "Văn phòng"],
    ]
    [table] = [block for block in md(tmp_path, flattened(rows)).blocks if isinstance(block, SourceTable)]
    assert table.rows[1][0].row_span == 2
    assert [cell.text for cell in table.rows[2]] == ["Kiểm tra", "Sở Tài chính"]


def test_a_row_on_one_line_is_a_row(tmp_path: Path) -> None:
    text = "UBND TỈNH HỒNG GIANG________ Số: 9/QĐ-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc"
    text += "\n|\n\n"
    source = md(tmp_path, text + "Nội dung\n\nMẫu số 01 | Phiếu đăng ký |\nMẫu số 02 | Thông báo |\n\nHết\n")
    letterhead, forms = tables_of(source)
    assert letterhead == [
        [
            "UBND TỈNH HỒNG GIANG\n________\nSố: 9/QĐ-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        ]
    ]
    assert forms == [["Mẫu số 01", "Phiếu đăng ký"], ["Mẫu số 02", "Thông báo"]]


def test_marks_of_emphasis_are_told_but_not_printed(tmp_path: Path) -> None:
    text = (
        LETTERHEAD + "**QUYẾT ĐỊNH:**\n**Điều 1.** Giao Sở Nội vụ\n*Căn cứ Luật Lưu trữ ngày 21\ntháng 6 năm 2024;*\n"
    )
    title, article, basis, end = (block for block in md(tmp_path, text).blocks if isinstance(block, SourceLine))
    assert (title.text, title.bold) == ("QUYẾT ĐỊNH:", True)
    assert (article.text, article.bold) == ("Điều 1. Giao Sở Nội vụ", False)
    assert (basis.text, basis.italic, basis.runs_on) == ("Căn cứ Luật Lưu trữ ngày 21", True, True)
    assert (end.text, end.italic, end.runs_on) == ("tháng 6 năm 2024;", True, False)


def test_the_star_under_a_party_letterhead_stays(tmp_path: Path) -> None:
    rows = [["**TỈNH ỦY HỒNG GIANG**\n*", "**ĐẢNG CỘNG SẢN VIỆT NAM**"], ["Số 12-KH/TU", "*Hồng Giang, ngày 5*"]]
    source = md(tmp_path, flattened(rows) + "\n**KẾ HOẠCH**\n")
    assert tables_of(source)[0][0][0] == "TỈNH ỦY HỒNG GIANG\n*"


@pytest.mark.parametrize("seed", range(12))
def test_any_regular_table_comes_back(tmp_path: Path, seed: int) -> None:
    """Numbered rows of random words, some cells empty, between two texts."""
    dice = random.Random(seed)
    columns = dice.randint(3, 9)
    words = ["Xây dựng đề án", "Sở Tài chính", "Rà soát quy định", "Công an tỉnh", "Báo cáo tổng kết", "Quý IV/2026"]
    rows = [[f"Cột số {n}" for n in range(columns)]]
    for number in range(1, dice.randint(4, 30)):
        cells = [dice.choice(words) if dice.random() < 0.85 else "" for _ in range(columns - 2)]
        rows.append([str(number), dice.choice(words), *cells])
    source = md(tmp_path, f"Dẫn\n\n{flattened(rows)}\n\nHết\n")
    assert tables_of(source) == [rows]


def test_a_last_row_with_empty_cells_is_whole_though_another_bar_stands_behind_it(tmp_path: Path) -> None:
    rows = [
        ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời hạn"],
        ["1", "Số hóa hồ sơ hộ tịch", "Sở Tư pháp", "Công an tỉnh", "Cơ sở dữ liệu", "Quý IV"],
        ["2", "Xây dựng cơ sở dữ liệu đất đai", "Sở Xây dựng", "", "Cơ sở dữ liệu", "12/2026"],
        ["3", "Làm sạch dữ liệu", "Các sở, ban, ngành", "", "", "Hằng tháng"],
    ]
    [table] = tables_of(md(tmp_path, f"Danh mục\n\n{flattened(rows)}|\n"))
    assert table[-1] == rows[-1]
