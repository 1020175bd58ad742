"""Lays the blocks of a file out as one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.layout.frames import split_frame
from ingest.layout.joining import Manner, goes_on, manner_of
from ingest.layout.litter import is_page_number, is_page_number_text, is_speck, running_page_numbers
from ingest.layout.missing_pages import missing_pages
from ingest.layout.tables import is_layout_table, join_over_pages, lines_of_layout_table, rows_of
from ingest.layout.two_columns import part_columns
from ingest.model import Cell, LaidText, Paragraph, Row, SourceLine, SourceTable, SourceText, Table
from kb.model import Anchor, Notice
from kb.text import collapse, nfc

# Whether a paragraph goes on is seen at its end: no more of it is looked at, so that long ones take no longer.
_ENDING_CHARACTERS = 400


@dataclass
class _Page:
    """The text as it grows. `length` is its length so far, the newline before the next paragraph included."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)

    def anchor(self, offset: int, page: int | None, line: int | None) -> None:
        if not self.anchors or (self.anchors[-1].page, self.anchors[-1].line) != (page, line):
            self.anchors.append(Anchor(offset, page, line))

    def add(self, text: str, paragraph: Paragraph) -> None:
        self.parts.append(text)
        self.paragraphs.append(paragraph)
        self.length += len(text) + 1


def lay_out(source: SourceText) -> LaidText:
    """The one text of a file: paragraphs one a line, rows of tables as "a | b | c", with anchors to page and line."""
    blocks = [
        _cleaned(block) if isinstance(block, SourceLine) else block
        for block in part_columns(join_over_pages(source.blocks))
    ]
    manner = manner_of(block for block in blocks if isinstance(block, SourceLine))
    page = _Page()
    run: list[SourceLine] = []
    litter: list[SourceLine] = []
    for block in (*blocks, None):
        if isinstance(block, SourceLine):
            run.append(block)
        elif block is not None and is_layout_table(block):
            run.extend(_cleaned(line) for line in lines_of_layout_table(block))
        else:
            litter += _lay_lines(page, run, manner)
            run = []
            if block is not None:
                _lay_table(page, block)
    notices = (*source.notices, *missing_pages(source.blocks), *_litter_notices(litter))
    text = "\n".join(page.parts)
    return LaidText(text, tuple(page.paragraphs), tuple(page.tables), tuple(page.anchors), notices)


def _cleaned(line: SourceLine) -> SourceLine:
    text = collapse(nfc(line.text))
    return line if text == line.text else replace(line, text=text)


def _litter_notices(litter: Sequence[SourceLine]) -> Iterator[Notice]:
    """What was left out, with its page: one notice for all page numbers, one a page for specks."""
    numbered = sorted({line.page for line in litter if line.page and is_page_number_text(line.text)})
    unpaged = [line for line in litter if not line.page]
    if unpaged:
        yield Notice("page-numbers-left-out", f"Đã bỏ {len(unpaged)} số trang in giữa văn bản.")
    if numbered:
        pages = ", ".join(str(page) for page in numbered)
        yield Notice("page-numbers-left-out", f"Đã bỏ số trang in ở các trang {pages}.", page=numbered[0])
    specks: dict[int | None, list[str]] = {}
    for line in litter:
        if not is_page_number_text(line.text):
            specks.setdefault(line.page, []).append(line.text)
    for at, texts in specks.items():
        printed = "; ".join(f"“{text}”" for text in texts)
        yield Notice("litter-left-out", f"Trang {at}: đã bỏ vết bẩn của bản quét, đọc là {printed}.", page=at)


def _lay_lines(page: _Page, lines: Sequence[SourceLine], manner: Manner) -> list[SourceLine]:
    """Lays a run of lines; gives the lines that were left out as litter."""
    litter: list[SourceLine] = []
    filled = [line for line in _with_gaps(lines) if line.text]
    page_numbers = running_page_numbers(filled)
    open_lines: list[SourceLine] = []
    before = ""
    for index, printed in enumerate(filled):
        if index in page_numbers or is_page_number(filled, index) or is_speck(printed):
            litter.append(printed)
            continue
        for line in split_frame(printed):
            if open_lines and goes_on(before, open_lines[-1], line, manner):
                before = f"{before} {line.text}"[-_ENDING_CHARACTERS:]
                open_lines.append(line)
            else:
                _close(page, open_lines)
                open_lines, before = [line], line.text
    _close(page, open_lines)
    return litter


def _with_gaps(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """The lines, an empty one turned into the gap before the next."""
    gap = False
    for line in lines:
        yield replace(line, blank_before=True) if gap and not line.blank_before else line
        gap = not line.text


def _close(page: _Page, lines: Sequence[SourceLine]) -> None:
    if not lines:
        return
    text = " ".join(line.text for line in lines)
    offset = page.length
    for line in lines:
        page.anchor(offset, line.page, line.line)
        offset += len(line.text) + 1
    paragraph = Paragraph(
        start=page.length,
        end=page.length + len(text),
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        centred=all(line.centred for line in lines),
        heading_level=lines[0].heading_level,
        page=lines[0].page,
    )
    page.add(text, paragraph)


def _lay_table(page: _Page, source: SourceTable) -> None:
    rows = rows_of(source)
    if not rows.rows:
        return
    start = page.length
    laid: list[Row] = []
    for number, row in enumerate(rows.rows):
        offset = page.length
        page.anchor(offset, row.page, row.line)
        cells: list[Cell] = []
        for cell in row.cells:
            cells.append(Cell(offset, offset + len(cell.text), cell.first_column, cell.last_column))
            offset += len(cell.text) + len(" | ")
        text = " | ".join(cell.text for cell in row.cells)
        end = page.length + len(text)
        laid.append(Row(page.length, end, tuple(cells), row.page))
        page.add(text, Paragraph(page.length, end, table=len(page.tables), row=number, page=row.page))
    page.tables.append(Table(start, page.length - 1, rows.columns, rows.header_rows, tuple(laid)))
