"""A Word document with the page of Decree 30/2020/NĐ-CP, Appendix I."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_FONT = "Times New Roman"
_FONT_SIZE = 13
# Millimetres: A4, and margins within what the decree allows (20–25, 20–25, 30–35, 15–20).
_PAGE = (210, 297)
_TOP, _BOTTOM, _LEFT, _RIGHT = 20, 20, 30, 20


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
