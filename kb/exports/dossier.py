"""The dossier of one task (.docx): what is to be done, by whom and when, where it comes from, each with its quotation.

Laid out as Decree 30/2020/NĐ-CP, Appendix I, asks: A4, margins of 20, 20, 30 and 20 mm, Times New Roman 13 and 14,
page numbers from the second page on at the head of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.exports.atomic import write_whole
from kb.exports.chain import Step, nodes_used, steps_down, steps_up
from kb.exports.page import add_letterhead, add_page_number, add_table, new_document
from kb.exports.rows import recurrence_in_words
from kb.model import Document, Field, Task, Trace
from kb.tasks import FOUND_BY
from kb.text import collapse

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_NOT_SAID = "(không ghi)"
# Widths of columns in millimetres; the page leaves 160.
_FACT_WIDTHS = (50, 110)
_CONTENT_HEADINGS = ("TT", "Số, ký hiệu", "Ngày", "Trích yếu", "Tác giả", "Ghi chú")
_CONTENT_WIDTHS = (10, 27, 27, 45, 29, 22)


def write_dossier(
    task: Task, document: Document, trace: Trace, target: Path, *, drawn_up_on: date, office: str | None = None
) -> Path:
    """Writes the dossier, whole or not at all; `office` is the name for its letterhead (None: dots to be filled in).
    Raises StorageFault when the file cannot be written."""
    word = new_document()
    add_letterhead(word, office)
    _title(word, task, document)
    _facts(word, "I. VĂN BẢN GIAO NHIỆM VỤ", _document_facts(task, document))
    _heading(word, "II. NỘI DUNG NHIỆM VỤ (TRÍCH NGUYÊN VĂN)")
    _quote(word, collapse(task.text), _place(document, task.where, task.start))
    _facts(word, "III. PHÂN CÔNG, THỜI HẠN", _task_facts(task))
    _chain(word, "IV. CĂN CỨ, NGUỒN GỐC CỦA NHIỆM VỤ", steps_up(trace), "Chưa xác định được văn bản làm căn cứ.")
    _chain(
        word, "V. VĂN BẢN, NHIỆM VỤ TRIỂN KHAI", steps_down(trace), "Chưa có văn bản, nhiệm vụ triển khai trong kho."
    )
    _contents(word, document, trace)
    _warnings(word, trace)
    _signatures(word, drawn_up_on)
    add_page_number(word)
    return write_whole(target, lambda temporary: word.save(str(temporary)))


def _title(word: WordDocument, task: Task, document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for text, size in (("HỒ SƠ NHIỆM VỤ", 14), (_called(document), 13)):
        paragraph = word.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.bold = True
        run.font.size = Pt(size)
    paragraph = word.add_paragraph(f"Vị trí: {task.where}")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _called(document: Document) -> str:
    name = " ".join(part for part in (document.kind, f"số {document.number}" if document.number else None) if part)
    day = f" ngày {document.issued_on:%d/%m/%Y}" if document.issued_on else ""
    return f"{name or 'Văn bản'}{day}"


def _document_facts(task: Task, document: Document) -> list[tuple[str, str]]:
    corrected = [item for item in Field if document.is_corrected(item)]
    facts = [
        ("Số, ký hiệu", document.number or _NOT_SAID),
        ("Ngày ban hành", f"{document.issued_on:%d/%m/%Y}" if document.issued_on else _NOT_SAID),
        ("Cơ quan ban hành", document.issuer or _NOT_SAID),
        ("Trích yếu", document.title or _NOT_SAID),
        (
            "Người ký",
            " – ".join(v for v in (document.value(Field.SIGNER), document.value(Field.SIGNER_TITLE)) if v) or _NOT_SAID,
        ),
        ("Tệp gốc", document.source),
    ]
    if corrected:
        facts.append(("Thông tin do người dùng đính chính", ", ".join(item.value for item in corrected)))
    return facts


def _task_facts(task: Task) -> list[tuple[str, str]]:
    lead = "; ".join(task.lead) or "(không nêu)"
    if task.lead_from:
        lead += f" (nêu tại {task.lead_from})"
    due = f"{task.due:%d/%m/%Y}" if task.due else recurrence_in_words(task.recurrence) or _NOT_SAID
    return [
        ("Cơ quan chủ trì", lead),
        ("Cơ quan phối hợp", "; ".join(task.cooperate) or "(không nêu)"),
        ("Thời hạn (nguyên văn)", task.deadline or _NOT_SAID),
        ("Hạn cuối", due),
        ("Kết quả, sản phẩm", task.result or _NOT_SAID),
        ("Cách nhận ra", f"{FOUND_BY.get(task.rule, task.rule)} (độ tin cậy {task.confidence:.0%})"),
    ]


def _facts(word: WordDocument, heading: str, facts: Iterable[tuple[str, str]]) -> None:
    _heading(word, heading)
    add_table(word, [(name, _clean(value)) for name, value in facts], _FACT_WIDTHS, bold_column=0)


def _contents(word: WordDocument, document: Document, trace: Trace) -> None:
    """The list of papers in the file (Decree 30/2020/NĐ-CP, Appendix V: mục lục văn bản, tài liệu)."""
    _heading(word, "VI. MỤC LỤC VĂN BẢN TRONG HỒ SƠ")
    held = {document.id: (document.number, document.issued_on, document.title, document.issuer, "giao nhiệm vụ")}
    for node in nodes_used(trace):
        note = "có toàn văn" if node.held else "chưa có toàn văn"
        held.setdefault(node.ref.document_id, (node.number, node.issued_on, node.title, node.issuer, note))
    rows: list[tuple[str, ...]] = [_CONTENT_HEADINGS]
    for index, (number, day, title, issuer, note) in enumerate(held.values(), start=1):
        values = (str(index), number or "", f"{day:%d/%m/%Y}" if day else "", title or "", issuer or "", note)
        rows.append(tuple(map(_clean, values)))
    add_table(word, rows, _CONTENT_WIDTHS, bold_row=0)


def _chain(word: WordDocument, heading: str, steps: Sequence[Step], nothing: str) -> None:
    _heading(word, heading)
    if not steps:
        word.add_paragraph(nothing)
    for number, step in enumerate(steps, start=1):
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(f"{number}. {_clean(step.title)}").bold = True
        word.add_paragraph(_clean(step.relation))
        for note in step.notes:
            word.add_paragraph().add_run(_clean(note)).italic = True
        for quote, place in step.quotes:
            _quote(word, quote, place)


def _quote(word: WordDocument, quote: str, place: str) -> None:
    from docx.shared import Mm

    paragraph = word.add_paragraph()
    paragraph.paragraph_format.left_indent = Mm(10)
    paragraph.add_run(f"“{_clean(quote)}”").italic = True
    paragraph.add_run(f" ({place})")


def _warnings(word: WordDocument, trace: Trace) -> None:
    warnings = [
        f"{node.number or node.title or node.ref}: {text}" for node in nodes_used(trace) for text in node.warnings
    ]
    if not warnings:
        return
    _heading(word, "VII. LƯU Ý")
    for text in dict.fromkeys(warnings):
        word.add_paragraph(f"- {_clean(text)}")


def _signatures(word: WordDocument, drawn_up_on: date) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    word.add_paragraph()
    day = word.add_paragraph(f"Ngày {drawn_up_on.day:02d} tháng {drawn_up_on.month:02d} năm {drawn_up_on.year}")
    day.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    table: Any = word.add_table(rows=1, cols=2)
    for cell, name in zip(table.rows[0].cells, ("NGƯỜI LẬP HỒ SƠ", "LÃNH ĐẠO ĐƠN VỊ"), strict=True):
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        cell.paragraphs[0].add_run(name).bold = True
        note = cell.add_paragraph("(ký, ghi rõ họ tên)")
        note.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for _ in range(4):
            cell.add_paragraph()


def _heading(word: WordDocument, text: str) -> None:
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(text).bold = True


def _place(document: Document, path: str, offset: int) -> str:
    page = document.page_at(offset)
    return f"{path}, trang {page}" if page else path


def _clean(text: str) -> str:
    """Without the control characters that XML may not hold."""
    return "".join(character for character in text if character >= " " or character in "\t\n")
