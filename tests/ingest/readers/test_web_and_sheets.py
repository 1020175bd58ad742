"""Web pages and workbooks."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from reader_files import lines_of, read_bytes, tables_of

from ingest.model import SourceLine, SourceTable, SourceText
from kb.errors import UnreadableFile


def html(folder: Path, body: str, head: str = "<meta charset=utf-8>") -> SourceText:
    return read_bytes(folder, "a.html", f"<html><head>{head}</head><body>{body}</body></html>".encode())


def test_paragraphs_headings_and_tables_come_in_order(tmp_path: Path) -> None:
    source = html(tmp_path, "<h1>QUYẾT ĐỊNH</h1><p>Căn cứ</p><table><tr><td>a<td>b</table><p>Điều 1")
    assert lines_of(source) == ["QUYẾT ĐỊNH", "Căn cứ", "Điều 1"]
    assert isinstance(source.blocks[2], SourceTable)
    assert [block.heading_level for block in source.blocks if isinstance(block, SourceLine)] == [1, None, None]


def test_scripts_styles_and_forms_stay_out(tmp_path: Path) -> None:
    body = "<script>var a='<p>x</p>';</script><style>p{}</style><nav>Trang chủ</nav><p>Nội dung</p>"
    body += "<select><option>1</select>"
    assert lines_of(html(tmp_path, body)) == ["Nội dung"]


def test_looks_come_from_tags_and_styles(tmp_path: Path) -> None:
    body = (
        "<p align=center><b>ĐẬM</b></p><p style='text-align:center;font-style:italic'>nghiêng</p><p><b>nửa</b> vời</p>"
    )
    first, second, third = (block for block in html(tmp_path, body).blocks if isinstance(block, SourceLine))
    assert (first.bold, first.centred) == (True, True)
    assert (second.italic, second.centred) == (True, True)
    assert (third.bold, third.whole) == (False, True)


def test_cells_keep_lines_and_spans(tmp_path: Path) -> None:
    body = "<table><tr><td rowspan=2>TT<td colspan=2>Kinh phí<br>(đồng)<tr><td>2026<td>2027</table>"
    [table] = html(tmp_path, body).blocks
    assert isinstance(table, SourceTable)
    assert [(c.text, c.column_span, c.row_span) for c in table.rows[0]] == [("TT", 1, 2), ("Kinh phí\n(đồng)", 2, 1)]


def test_a_table_that_lays_out_the_page_is_no_table(tmp_path: Path) -> None:
    inner = "<table><tr><td>UBND<td>CỘNG HÒA</table><p>Điều 1. Nội dung</p>"
    source = html(tmp_path, f"<table><tr><td>Thanh bên<td>{inner}</table>")
    assert tables_of(source) == [[["UBND", "CỘNG HÒA"]]]
    assert lines_of(source) == ["Thanh bên", "Điều 1. Nội dung"]


def test_letters_of_the_old_fonts_become_unicode(tmp_path: Path) -> None:
    body = "<p><font face='.VnTime'>Céng hoµ</font> và <span style='font-family:VNI-Times'>Quyeát</span></p>"
    assert lines_of(html(tmp_path, body)) == ["Cộng hoà và Quyết"]


def test_a_declared_encoding_is_believed(tmp_path: Path) -> None:
    words = "<p>Các cơ quan nhà nước thực hiện quyết định của tỉnh</p>"
    data = f"<meta charset=utf-16le>{words}".encode()
    assert lines_of(read_bytes(tmp_path, "a.html", data)) == ["Các cơ quan nhà nước thực hiện quyết định của tỉnh"]


def workbook(fill: dict[str, object], merged: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for place, value in fill.items():
        sheet[place] = value
    for area in merged:
        sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_title_rows_are_lines_and_the_rest_a_table(tmp_path: Path) -> None:
    data = workbook(
        {
            "A1": "DANH MỤC NHIỆM VỤ",
            "A3": "TT", "B3": "Nhiệm vụ", "C3": "Hạn",
            "A4": 1, "B4": "Số hóa hồ sơ", "C4": date(2026, 6, 30),
            "A5": 2, "B5": "Tỉ lệ", "C5": 0.5,
        }
    )  # fmt: skip
    source = read_bytes(tmp_path, "a.xlsx", data)
    assert lines_of(source) == ["DANH MỤC NHIỆM VỤ"]
    assert tables_of(source) == [
        [["TT", "Nhiệm vụ", "Hạn"], ["1", "Số hóa hồ sơ", "30/06/2026"], ["2", "Tỉ lệ", "0.5"]]
    ]


def test_merged_cells_of_a_sheet_are_given_once(tmp_path: Path) -> None:
    data = workbook({"A1": "TT", "B1": "Việc", "C1": "Hạn", "A2": "I", "B2": "Nhóm việc"}, ("B2:C2",))
    [table] = read_bytes(tmp_path, "a.xlsx", data).blocks
    assert isinstance(table, SourceTable)
    assert [(c.text, c.column_span) for c in table.rows[1]] == [("I", 1), ("Nhóm việc", 2)]


def test_an_empty_workbook_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="không có chữ"):
        read_bytes(tmp_path, "a.xlsx", workbook({}))
