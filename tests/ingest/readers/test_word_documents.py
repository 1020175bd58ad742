"""Word documents: order, looks, spans, numbering, text boxes, what is not in the body."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_files import lines_of, read_bytes, tables_of
from word_files import cell, make_docx, p, table

from ingest.model import SourceLine, SourceTable, SourceText
from ingest.readers.counting import counted, letters, roman


def docx(folder: Path, body: str, **parts: str) -> SourceText:
    return read_bytes(folder, "a.docx", make_docx(body, **parts))


def test_paragraphs_and_tables_come_in_the_order_of_the_document(tmp_path: Path) -> None:
    body = p("trước") + table(cell("a") + cell("b")) + p("giữa") + table(cell("c") + cell("d")) + p("sau")
    kinds = [
        "/".join(c.text for c in b.rows[0]) if isinstance(b, SourceTable) else b.text
        for b in docx(tmp_path, body).blocks
    ]
    assert kinds == ["trước", "a/b", "giữa", "c/d", "sau"]


def test_paragraphs_are_whole_and_bear_their_looks(tmp_path: Path) -> None:
    body = (
        p("QUYẾT ĐỊNH", '<w:jc w:val="center"/>', "<w:b/>")
        + p("Căn cứ", run="<w:i/>")
        + p("thường", run='<w:b w:val="0"/>')
        + p("Chương I", '<w:outlineLvl w:val="0"/><w:spacing w:before="600"/>')
    )
    lines = [block for block in docx(tmp_path, body).blocks if isinstance(block, SourceLine)]
    assert all(line.whole for line in lines)
    assert [(line.bold, line.italic, line.centred) for line in lines[:3]] == [
        (True, False, True),
        (False, True, False),
        (False, False, False),
    ]
    assert (lines[3].heading_level, lines[3].blank_before) == (1, True)


def test_looks_are_inherited_from_styles(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Goc"><w:rPr><w:b/><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Ten"><w:name w:val="heading 2"/><w:basedOn w:val="Goc"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>'
    )
    body = p("Céng hoµ", '<w:pStyle w:val="Ten"/>') + p("vòng", '<w:pStyle w:val="Vong"/>')
    first, second = (block for block in docx(tmp_path, body, styles=styles).blocks if isinstance(block, SourceLine))
    assert (first.text, first.bold, first.centred, first.heading_level) == ("Cộng hoà", True, True, 2)
    assert second.text == "vòng"


@pytest.mark.parametrize(
    ("font", "raw", "text"),
    [
        (".VnTime", "Q§-UBND n\u00adíc", "QĐ-UBND nước"),
        (".VnTimeH", "quyÕt ®Þnh", "QUYẾT ĐỊNH"),
        ("VNI-Times", "Quyeát ñònh", "Quyết định"),
        ("Times New Roman", "µ là đơn vị", "µ là đơn vị"),
        (".VnTime", "Chính phủ quy định", "Chính phủ quy định"),
    ],
)
def test_letters_of_the_old_fonts_become_unicode(tmp_path: Path, font: str, raw: str, text: str) -> None:
    assert lines_of(docx(tmp_path, p(raw, run=f'<w:rFonts w:ascii="{font}"/>'))) == [text]


@pytest.mark.parametrize(
    ("font", "raw", "encoding"),
    [
        (".VnTime", "Céng hoµ", "tcvn3"),
        ("VNI-Times", "Quyeát ñònh", "vni"),
        (".VnTime", "Cộng hoà", None),  # Unicode that somebody set in an old font
        (".VnTime", "Ban hanh", None),
        ("Times New Roman", "Cộng hoà", None),
    ],
)
def test_the_encoding_that_a_document_was_in(tmp_path: Path, font: str, raw: str, encoding: str | None) -> None:
    assert docx(tmp_path, p(raw, run=f'<w:rFonts w:ascii="{font}"/>')).encoding == encoding


def test_a_letter_of_vni_that_two_runs_share_is_one(tmp_path: Path) -> None:
    runs = "".join(
        f'<w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr><w:t>{part}</w:t></w:r>' for part in ("Quye", "át")
    )
    assert lines_of(docx(tmp_path, f"<w:p>{runs}</w:p>")) == ["Quyết"]


def test_merged_cells_are_given_once_with_their_spans(tmp_path: Path) -> None:
    body = table(
        cell("TT", '<w:vMerge w:val="restart"/>') + cell("Kinh phí", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("Năm 2026") + cell("Năm 2027"),
        cell("1") + cell("5") + cell("7"),
    )
    [found] = [block for block in docx(tmp_path, body).blocks if isinstance(block, SourceTable)]
    spans = [[(c.text, c.column_span, c.row_span) for c in row] for row in found.rows]
    assert spans == [
        [("TT", 1, 2), ("Kinh phí", 2, 1)],
        [("Năm 2026", 1, 1), ("Năm 2027", 1, 1)],
        [("1", 1, 1), ("5", 1, 1), ("7", 1, 1)],
    ]


def test_paragraphs_of_a_cell_and_tables_in_it_are_its_lines(tmp_path: Path) -> None:
    inner = "<w:tc>" + p("một") + table(cell("hai") + cell("ba")) + p("bốn") + "</w:tc>"
    assert tables_of(docx(tmp_path, table(inner + cell("bên")))) == [[["một\nhai\nba\nbốn", "bên"]]]


def test_page_headers_deleted_and_hidden_text_stay_out(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>giữ </w:t></w:r><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>" + p("ẩn", run="<w:vanish/>")
    )
    assert lines_of(docx(tmp_path, body, header=p("đầu trang"))) == ["giữ thêm"]


def test_text_boxes_follow_their_paragraph_once(tmp_path: Path) -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:txbx><w:txbxContent>"
        + p("trong khung")
        + "</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        + p("trong khung")
        + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines_of(docx(tmp_path, f"<w:p><w:r><w:t>ngoài</w:t></w:r>{box}</w:p>")) == ["ngoài", "trong khung"]


def test_a_line_broken_by_hand_is_several_lines(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>UBND</w:t><w:br/><w:t>TỈNH HỒNG GIANG</w:t><w:tab/><w:t>x</w:t></w:r></w:p>"
    assert lines_of(docx(tmp_path, body)) == ["UBND", "TỈNH HỒNG GIANG\tx"]


def level(depth: int, form: str, text: str, more: str = "") -> str:
    inner = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}'
    return f'<w:lvl w:ilvl="{depth}">{inner}</w:lvl>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "lowerLetter", "%3)")
    + level(3, "decimal", "%1.%2.%4", "<w:isLgl/>")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7")
    + level(1, "decimal", "Điều %2.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


def numbered(text: str, number: int, depth: int) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_labels_of_automatic_numbering_are_printed(tmp_path: Path) -> None:
    items = [
        ("a", 1, 0),
        ("b", 1, 1),
        ("c", 1, 2),
        ("d", 1, 2),
        ("e", 1, 1),
        ("f", 1, 2),
        ("g", 1, 0),
        ("h", 1, 1),
        ("i", 1, 3),
    ]
    body = "".join(numbered(*item) for item in items)
    expected = ["I. a", "1. b", "a) c", "b) d", "2. e", "a) f", "II. g", "1. h", "2.1.1 i"]
    assert lines_of(docx(tmp_path, body, numbering=NUMBERING)) == expected


def test_bullets_overrides_and_switched_off_numbers(tmp_path: Path) -> None:
    body = (
        numbered("gạch", 2, 0)
        + numbered("một", 2, 1)
        + numbered("hai", 3, 1)
        + numbered("tám", 3, 1)
        + numbered("không", 0, 0)
    )
    expected = ["- gạch", "Điều 1. một", "Điều 7. hai", "Điều 8. tám", "không"]
    assert lines_of(docx(tmp_path, body, numbering=NUMBERING)) == expected


def test_a_numbered_cell_without_text_prints_its_number(tmp_path: Path) -> None:
    empty = "<w:tc>" + numbered("", 1, 1) + "</w:tc>"
    body = table(empty + cell("Sở Nội vụ"), empty + cell("Sở Tư pháp"))
    assert tables_of(docx(tmp_path, body, numbering=NUMBERING)) == [[["1.", "Sở Nội vụ"], ["2.", "Sở Tư pháp"]]]


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [
        (4, "upperRoman", "IV"),
        (14, "lowerRoman", "xiv"),
        (27, "lowerLetter", "aa"),
        (5, "decimalZero", "05"),
        (3, "x", "3"),
    ],
)
def test_counts_are_printed_in_their_form(count: int, form: str, printed: str) -> None:
    assert counted(count, form) == printed


def test_counts_out_of_range_print_something_short() -> None:
    assert roman(-3) == ""
    assert letters(0) == ""
    assert len(letters(10_000)) < 10
