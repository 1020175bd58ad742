"""A Word document with the page of Decree 30/2020/NĐ-CP, Appendix I."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_FONT = "Times New Roman"
_FONT_SIZE = 13
# Millimetres: A4, and margins within what the decree allows (20–25, 20–25, 30–35, 15–20).
_PAGE = (210, 297)
_TOP, _BOTTOM, _LEFT, _RIGHT = 20, 20, 30, 20
_LETTERHEAD_WIDTHS = (65, 95)


def new_document() -> WordDocument:
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    word = Document()
    style: Any = word.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_FONT_SIZE)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(6)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(_PAGE[0]), Mm(_PAGE[1])
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    return word


def add_letterhead(word: WordDocument, office: str | None) -> None:
    """The name of the office beside the name and motto of the State (Decree 30/2020/NĐ-CP, Appendix I, boxes 1, 2)."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    table: Any = word.add_table(rows=1, cols=2)
    _set_widths(table, _LETTERHEAD_WIDTHS)
    lines = (((office or "." * 30).upper(), ""), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"))
    for cell, texts in zip(table.rows[0].cells, lines, strict=True):
        for index, text in enumerate(texts):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(text)
            run.bold = True
            run.font.size = Pt(_FONT_SIZE - 1 if index == 0 else _FONT_SIZE)
    word.add_paragraph()


def add_table(
    word: WordDocument,
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    *,
    bold_column: int | None = None,
    bold_row: int | None = None,
) -> None:
    """A table with lines; `widths` in millimetres."""
    from docx.shared import Pt

    table: Any = word.add_table(rows=len(rows), cols=len(widths))
    table.style = "Table Grid"
    for row_number, (row, values) in enumerate(zip(table.rows, rows, strict=True)):
        for column, (cell, value) in enumerate(zip(row.cells, values, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.add_run(value).bold = column == bold_column or row_number == bold_row
    _set_widths(table, widths)
    word.add_paragraph().paragraph_format.space_after = Pt(0)


def _set_widths(table: Any, widths: Sequence[int]) -> None:  # noqa: ANN401 - python-docx has no types
    from docx.shared import Mm

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def add_page_number(word: WordDocument) -> None:
    """The number of the page in the middle of its head, not on the first page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement

    section = word.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run: Any = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}fldCharType", kind)
        element.text = text
        run._r.append(element)
