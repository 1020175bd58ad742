"""Tables: which are only a way to set a header in two columns, and the rows and column names of the others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import SourceLine, SourceTable
from kb.text import collapse, fold, nfc

_FRAME_WORDS = re.compile(
    r"CỘNG H\S+ XÃ HỘI|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM|N[ơo]i\s+nh[ậa]n\s*:|\bLưu\s*:|(?:^|\s)(?:TM\.|KT\.|TL\.|T/M|K/T|T/L)\s?[A-ZĐ]"
)


_RECIPIENTS = re.compile(r"\s*N[ơo]i\s+nh[ậa]n\s*:")
# A head or signature stands in two columns, with an empty one between or beside them; a saved page may split it further.
_FRAME_COLUMNS = 3
_FRAME_ROWS = 4


@dataclass(frozen=True, slots=True)
class LaidCell:
    text: str
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class LaidRow:
    cells: tuple[LaidCell, ...]
    page: int | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Rows:
    rows: tuple[LaidRow, ...]
    columns: tuple[str, ...]
    header_rows: int


def is_layout_table(table: SourceTable) -> bool:
    """A table that only sets text in columns: a header, a signature beside its recipients, a frame around a text."""
    texts = [nfc(cell.text) for row in table.rows for cell in row]
    filled = [text for text in texts if text.strip()]
    widest = max((sum(cell.column_span for cell in row) for row in table.rows), default=0)
    has_frame_words = widest <= _FRAME_COLUMNS and any(_FRAME_WORDS.search(text) for text in filled)
    has_recipients = len(table.rows) <= _FRAME_ROWS and any(_RECIPIENTS.match(text) for text in filled)
    return widest <= 1 or len(filled) <= 1 or has_frame_words or has_recipients


def lines_of_layout_table(table: SourceTable) -> list[SourceLine]:
    """The lines of a layout table, cell by cell: the left column of a row before the right one."""
    lines: list[SourceLine] = []
    for number, row in enumerate(table.rows):
        page = table.row_pages[number] if number < len(table.row_pages) else None
        line = table.row_lines[number] if number < len(table.row_lines) else None
        for cell in row:
            for index, text in enumerate(cell.text.split("\n")):
                lines.append(SourceLine(text, page, line, blank_before=index == 0, bold=cell.bold))
    lines.append(SourceLine(""))
    return lines


def rows_of(table: SourceTable) -> Rows:
    """The rows with their cells put under the columns that they cover, and the names that the header rows print."""
    rows = _placed(table)
    header_rows = _header_rows(rows)
    return Rows(tuple(rows), _columns(rows[:header_rows]), header_rows)


def _placed(table: SourceTable) -> list[LaidRow]:
    taken: dict[int, int] = {}  # column → rows that a merged cell above still covers
    rows: list[LaidRow] = []
    for number, row in enumerate(table.rows):
        cells: list[LaidCell] = []
        column = 0
        covered = {index for index, left in taken.items() if left > 0}
        taken = {index: left - 1 for index, left in taken.items() if left > 1}
        for cell in row:
            while column in covered:
                column += 1
            last = column + cell.column_span - 1
            cells.append(LaidCell(collapse(nfc(cell.text)), column, last))
            if cell.row_span > 1:
                taken.update({index: cell.row_span - 1 for index in range(column, last + 1)})
            column = last + 1
        page = table.row_pages[number] if number < len(table.row_pages) else None
        line = table.row_lines[number] if number < len(table.row_lines) else None
        if any(cell.text for cell in cells):
            rows.append(LaidRow(tuple(cells), page, line))
    return rows


_ORDINAL_COLUMN = {"tt", "stt", "so tt", "so thu tu", "so"}


def _header_rows(rows: list[LaidRow]) -> int:
    if not rows or not rows[0].cells:
        return 0
    first = fold(rows[0].cells[0].text).strip(". ")
    if first in _ORDINAL_COLUMN:
        return 1
    return 0


def _columns(rows: list[LaidRow]) -> tuple[str, ...]:
    width = max((cell.last_column + 1 for row in rows for cell in row.cells), default=0)
    names: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for cell in row.cells:
            for column in range(cell.first_column, cell.last_column + 1):
                if cell.text:
                    names[column].append(cell.text)
    return tuple(" - ".join(parts) for parts in names)
