"""Lays the blocks of a file out as one text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ingest.layout.glued import split_glued
from ingest.layout.joining import Manner, goes_on, manner_of
from ingest.layout.tables import Rows, is_layout_table, lines_of_layout_table, rows_of
from ingest.model import Cell, LaidText, Paragraph, Row, SourceLine, SourceTable, SourceText, Table
from kb.model import Anchor
from kb.text import collapse, nfc


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
        self.paragraphs.append(replace(paragraph, start=self.length, end=self.length + len(text)))
        self.length += len(text) + 1


def lay_out(source: SourceText) -> LaidText:
    """The one text of a file: paragraphs one a line, rows of tables as "a | b | c", with anchors to page and line."""
    page = _Page()
    run: list[SourceLine] = []
    manner = manner_of([block for block in source.blocks if isinstance(block, SourceLine)])
    for block in source.blocks:
        if isinstance(block, SourceLine):
            run.extend(split_glued(block))
        elif is_layout_table(block):
            run.extend(lines_of_layout_table(block))
        else:
            _lay_lines(page, run, manner)
            run = []
            _lay_table(page, block)
    _lay_lines(page, run, manner)
    text = "\n".join(page.parts)
    return LaidText(text, tuple(page.paragraphs), tuple(page.tables), tuple(page.anchors), source.notices)


def _lay_lines(page: _Page, lines: list[SourceLine], manner: Manner) -> None:
    open_lines: list[SourceLine] = []
    so_far = ""
    gap = False
    for raw in lines:
        line = replace(raw, text=collapse(nfc(raw.text)), blank_before=raw.blank_before or gap)
        gap = not line.text
        if not line.text:
            continue
        if open_lines and goes_on(so_far, open_lines[-1], line, manner):
            so_far = f"{so_far} {line.text}"
            open_lines.append(line)
            continue
        _close(page, open_lines)
        open_lines, so_far = [line], line.text
    _close(page, open_lines)


def _close(page: _Page, lines: list[SourceLine]) -> None:
    if not lines:
        return
    offset = page.length
    for line in lines:
        page.anchor(offset, line.page, line.line)
        offset += len(line.text) + 1
    first = lines[0]
    paragraph = Paragraph(
        start=0,
        end=0,
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        centred=all(line.centred for line in lines),
        heading_level=first.heading_level,
        page=first.page,
    )
    page.add(" ".join(line.text for line in lines), paragraph)


def _lay_table(page: _Page, source: SourceTable) -> None:
    rows: Rows = rows_of(source)
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
        laid.append(Row(page.length, page.length + len(text), tuple(cells), row.page))
        page.add(text, Paragraph(0, 0, table=len(page.tables), row=number, page=row.page))
    page.tables.append(Table(start, page.length - 1, rows.columns, rows.header_rows, tuple(laid)))
