"""PDFs with a text layer, made in memory: letterheads, ruled tables, stamps, running headers, wrapped lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_files import Line, Sheet, Text, make_pdf, ruled
from reader_files import lines_of, read_bytes, tables_of

from ingest.model import SourceLine, SourceTable

LETTERHEAD = [
    Text(90, 80, "UBND TỈNH HỒNG GIANG", bold=True),
    Text(290, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True),
    Text(320, 98, "Độc lập - Tự do - Hạnh phúc", 13, bold=True),
    Text(100, 125, "Số:        /QĐ-UBND"),
    Text(300, 125, "Hồng Giang, ngày      tháng      năm 2025", 13),
]


def body(first: float, *lines: str, left: float = 85.0) -> list[Text]:
    return [Text(left, first + 18 * at, line) for at, line in enumerate(lines)]


def test_a_letterhead_becomes_two_cells_side_by_side(tmp_path: Path) -> None:
    text = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm"
    source = read_bytes(tmp_path, "a.pdf", make_pdf([Sheet([*LETTERHEAD, *body(200, text, text)])]))
    [[left, right]] = tables_of(source)[0]
    assert left.split("\n") == ["UBND TỈNH HỒNG GIANG", "Số: /QĐ-UBND"]
    assert right.split("\n")[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert lines_of(source) == [text, text]


def test_a_number_stamped_as_a_form_field_goes_into_its_blank(tmp_path: Path) -> None:
    sheet = Sheet([*LETTERHEAD, *body(200, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")])
    sheet.stamps = [Text(128, 125, "1234"), Text(420, 125, "07"), Text(502, 125, "11")]
    source = read_bytes(tmp_path, "a.pdf", make_pdf([sheet]))
    [[left, right]] = tables_of(source)[0]
    assert "Số: 1234 /QĐ-UBND" in left
    assert "ngày 07 tháng 11 năm 2025" in right


def test_what_a_digital_signature_shows_of_itself_is_no_text(tmp_path: Path) -> None:
    sheet = Sheet([*LETTERHEAD, *body(200, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")])
    sheet.stamps = [Text(60, 40, "Ký bởi: Ủy ban nhân dân tỉnh Thời gian ký: 07.11.2025", 6)]
    source = read_bytes(tmp_path, "a.pdf", make_pdf([sheet]))
    assert "Thời gian ký" not in str(source.blocks)


def test_a_ruled_table_keeps_its_columns_and_goes_on_over_the_page(tmp_path: Path) -> None:
    columns = (60.0, 100.0, 330.0, 430.0, 540.0)
    header = [Text(64, 115, "TT"), Text(104, 115, "Nhiệm vụ"), Text(334, 115, "Chủ trì"), Text(434, 115, "Thời hạn")]
    first = [
        Text(64, 140, "1"),
        Text(104, 140, "Xây dựng đề án số hóa hồ sơ lưu"),
        Text(104, 158, "trữ của tỉnh"),
        Text(334, 140, "Sở Nội vụ"),
        Text(434, 140, "6/2026"),
    ]
    second = [Text(64, 140, "2"), Text(104, 140, "Mở lớp bồi dưỡng"), Text(434, 140, "12/2026")]
    pages = [
        Sheet([*ruled(columns, (100, 125, 170)), *header, *first]),
        Sheet([*ruled(columns, (100, 125, 170)), *header, *second]),
    ]
    source = read_bytes(tmp_path, "a.pdf", make_pdf(pages))
    assert tables_of(source) == [
        [
            ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
            ["1", "Xây dựng đề án số hóa hồ sơ lưu trữ của tỉnh", "Sở Nội vụ", "6/2026"],
            ["2", "Mở lớp bồi dưỡng", "", "12/2026"],
        ]
    ]
    [table] = [block for block in source.blocks if isinstance(block, SourceTable)]
    assert table.row_pages == (1, 1, 2)


def test_a_cell_that_covers_several_columns_has_their_span(tmp_path: Path) -> None:
    columns = (60.0, 100.0, 330.0, 540.0)
    rules = [Line(60, y, 540, y) for y in (100, 125, 150)]
    rules += [Line(x, 100, x, 150) for x in (60.0, 540.0)]
    rules += [Line(x, 125, x, 150) for x in columns[1:-1]]
    words = [
        Text(64, 118, "I. Hoàn thiện thể chế"),
        Text(64, 143, "1"),
        Text(104, 143, "Ban hành quy chế"),
        Text(334, 143, "Sở Tư pháp"),
    ]
    source = read_bytes(tmp_path, "a.pdf", make_pdf([Sheet([*rules, *words])]))
    [table] = [block for block in source.blocks if isinstance(block, SourceTable)]
    assert [cell.column_span for cell in table.rows[0]] == [3]
    assert [cell.text for cell in table.rows[1]] == ["1", "Ban hành quy chế", "Sở Tư pháp"]


def test_running_headers_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        Sheet(
            [
                Text(85, 50, f"CÔNG BÁO/Số {10 + n}/Ngày 05-3-2026 {n}", 10),
                *body(120, f"Nội dung trang thứ {n} của văn bản này."),
            ]
        )
        for n in range(1, 5)
    ]
    pages.append(Sheet([Text(290, 45, "5", 12), *body(120, "Trang cuối có số trang ở giữa.")]))
    source = read_bytes(tmp_path, "a.pdf", make_pdf(pages))
    assert lines_of(source) == [f"Nội dung trang thứ {n} của văn bản này." for n in range(1, 5)] + [
        "Trang cuối có số trang ở giữa."
    ]
    assert source.page_count == 5


def test_a_line_broken_at_the_margin_runs_on_and_an_indented_one_begins_anew(tmp_path: Path) -> None:
    lines = [
        Text(110, 100, "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch số hóa hồ sơ"),
        Text(85, 118, "lưu trữ của tỉnh trong năm 2026."),
        Text(110, 136, "Điều 2. Quyết định có hiệu lực kể từ ngày ký và thay thế quy định"),
        Text(85, 154, "trước đây."),
    ]
    source = read_bytes(tmp_path, "a.pdf", make_pdf([Sheet([*lines])]))
    assert [block.runs_on for block in source.blocks if isinstance(block, SourceLine)] == [True, False, True, False]


def test_a_number_broken_at_its_hyphen_stays_on_both_lines(tmp_path: Path) -> None:
    lines = body(
        100, "Căn cứ Luật Lưu trữ và Nghị quyết số 03/NQ-", "CP ngày 09/01/2025 của Chính phủ, Bộ ban hành kế hoạch"
    )
    source = read_bytes(tmp_path, "a.pdf", make_pdf([Sheet(lines)]))
    assert lines_of(source) == [text.text for text in lines]


def test_bold_and_centred_lines_are_marked(tmp_path: Path) -> None:
    text = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
    source = read_bytes(
        tmp_path, "a.pdf", make_pdf([Sheet([Text(281, 100, "QUYẾT ĐỊNH", bold=True), *body(130, text, text)])])
    )
    first, second, _ = (block for block in source.blocks if isinstance(block, SourceLine))
    assert (first.bold, first.centred) == (True, True)
    assert (second.bold, second.centred) == (False, False)


def test_letters_of_the_old_fonts_become_unicode(tmp_path: Path) -> None:
    sheet = Sheet(
        [
            Text(90, 100, "Céng hoµ x· héi chñ nghÜa", font=".VnTimeH"),
            Text(90, 120, "C¨n cø LuËt Tæ chøc ChÝnh phñ", font=".VnTime"),
            Text(90, 140, "Coäng hoaø", font="VNI-Times"),
        ]
    )
    source = read_bytes(tmp_path, "a.pdf", make_pdf([sheet]))
    assert lines_of(source) == ["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA", "Căn cứ Luật Tổ chức Chính phủ", "Cộng hoà"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path, turn: int) -> None:
    data = make_pdf([Sheet([Text(85, 100, "dòng thứ nhất"), Text(85, 130, "dòng thứ hai")])])
    shown = lines_of(read_bytes(tmp_path, "a.pdf", data))
    turned = data.replace(b"/Type /Page /Parent", b"/Type /Page /Rotate %d /Parent" % turn)
    assert shown == ["dòng thứ nhất", "dòng thứ hai"]
    assert len(lines_of(read_bytes(tmp_path, "b.pdf", turned))) >= 2
