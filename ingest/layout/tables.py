"""Tables: which are only a way to set a header in two columns, and the rows and column names of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.layout.columns import LaidCell, LaidRow, column_names, count_header_rows
from ingest.layout.cut_rows import with_cut_rows_joined
from ingest.layout.litter import is_page_number_text
from ingest.model import SourceLine, SourceTable
from kb.text import collapse, nfc, squeeze

_FRAME_WORDS = re.compile(
    r"CỘNG H\S+ XÃ HỘI|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM|N[ơo]i\s+nh[ậa]n\s*:|\bLưu\s*:|(?:^|\s)(?:TM\.|KT\.|"
    r"TL\.|T/M|K/T|T/L)\s?[A-ZĐ]"
)
_RECIPIENTS = re.compile(r"\s*N[ơo]i\s+nh[ậa]n\s*(?::|\n|-|$)")
_MOTTO = re.compile(r"\s*(?:CỘNG H\S+ XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM)")
_BROKEN_YEAR = re.compile(r"(?<!\d)(\d{1,2}/\d{1,2}/(?=(?:\d ?){4}(?!\d))\d{1,3}) (\d{1,3})(?!\d)")
# "A", "B.", "II": what a row that heads a part of a table begins with.
_PART_LABEL = re.compile(r"(?:[A-HĐ]|[IVX]{1,5})[\s._]*$")
# A head or signature stands in two columns, an empty one between or beside them; a saved page may split it further.
_FRAME_COLUMNS = 3
_FRAME_ROWS = 4
# Two tables of two columns may frame a document, one after the other: they are never one.
_LEAST_COLUMNS_OF_JOINED = 3


@dataclass(frozen=True, slots=True)
class Rows:
    rows: tuple[LaidRow, ...]
    columns: tuple[str, ...]
    header_rows: int


def is_layout_table(table: SourceTable) -> bool:
    """A table that only sets text in columns: a head, a signature beside its recipients, a frame around a text."""
    texts = [nfc(cell.text) for row in table.rows for cell in row]
    filled = [text for text in texts if text.strip()]
    widest = _width(table)
    has_motto = len(table.rows) <= _FRAME_ROWS and any(_MOTTO.match(text) for text in filled)
    has_frame_words = widest <= _FRAME_COLUMNS and any(_FRAME_WORDS.search(text) for text in filled)
    has_recipients = len(table.rows) <= _FRAME_ROWS and any(_RECIPIENTS.match(text) for text in filled)
    return widest <= 1 or len(filled) <= 1 or has_motto or has_frame_words or has_recipients


def lines_of_layout_table(table: SourceTable) -> list[SourceLine]:
    """The lines of a layout table, cell by cell: the left column of a row before the right one."""
    lines: list[SourceLine] = []
    for number, row in enumerate(table.rows):
        page, at = _place(table, number)
        for cell in row:
            for index, text in enumerate(cell.text.split("\n")):
                lines.append(SourceLine(text, page, at, blank_before=index == 0, bold=cell.bold))
    lines.append(SourceLine(""))
    return lines


def join_over_pages(blocks: Iterable[SourceLine | SourceTable]) -> list[SourceLine | SourceTable]:
    """A table that goes on behind a page end, with nothing but page numbers between, is one table."""
    joined: list[SourceLine | SourceTable] = []
    for block in blocks:
        before = _table_before(joined)
        if isinstance(block, SourceTable) and before is not None and _goes_on(joined, before, block):
            table = joined[before]
            assert isinstance(table, SourceTable)
            joined[before:] = [_together(table, block)]
        else:
            joined.append(block)
    return joined


def rows_of(table: SourceTable) -> Rows:
    """The rows with their cells put under the columns that they cover, and the names that the header rows print."""
    rows = _placed(table)
    header_rows = count_header_rows(rows)
    header = rows[:header_rows]
    kept = [*header, *with_cut_rows_joined([row for row in rows[header_rows:] if not _repeats(row, header)])]
    return Rows(tuple(kept), column_names(header), header_rows)


def _width(table: SourceTable) -> int:
    return max((sum(cell.column_span for cell in row) for row in table.rows), default=0)


def _place(table: SourceTable, row: int) -> tuple[int | None, int | None]:
    page = table.row_pages[row] if row < len(table.row_pages) else None
    line = table.row_lines[row] if row < len(table.row_lines) else None
    return page, line


def _table_before(blocks: list[SourceLine | SourceTable]) -> int | None:
    """The index of the table that only page numbers and empty lines follow."""
    index = len(blocks) - 1
    while index >= 0:
        block = blocks[index]
        if isinstance(block, SourceTable):
            return index
        if block.text.strip() and not is_page_number_text(block.text):
            return None
        index -= 1
    return None


def _goes_on(blocks: list[SourceLine | SourceTable], before: int, following: SourceTable) -> bool:
    table = blocks[before]
    assert isinstance(table, SourceTable)
    is_other_page = _place(table, len(table.rows) - 1)[0] != _place(following, 0)[0]
    is_same_width = _width(table) == _width(following) >= _LEAST_COLUMNS_OF_JOINED
    return is_same_width and is_other_page and not is_layout_table(table) and not is_layout_table(following)


def _together(table: SourceTable, following: SourceTable) -> SourceTable:
    """The rows of both; places are filled up so that they stay beside their rows."""
    places = [_place(table, row) for row in range(len(table.rows))]
    places += [_place(following, row) for row in range(len(following.rows))]
    return replace(
        table,
        rows=(*table.rows, *following.rows),
        row_pages=tuple(page for page, _ in places),
        row_lines=tuple(line for _, line in places),
    )


def _repeats(row: LaidRow, header: list[LaidRow]) -> bool:
    """A header that is printed again on the next page."""
    printed = [squeeze(cell.text) for cell in row.cells]
    return any(printed == [squeeze(cell.text) for cell in head.cells] for head in header)


def _mended(text: str) -> str:
    """The cell with a date that its narrow column broke within the year ("31/12/2 026")."""
    return _BROKEN_YEAR.sub(r"\1\2", text)


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
            cells.append(LaidCell(_mended(collapse(nfc(cell.text))), column, last, cell.row_span, cell.bold))
            if cell.row_span > 1:
                taken.update(dict.fromkeys(range(column, last + 1), cell.row_span - 1))
            column = last + 1
        if any(cell.text for cell in cells):
            rows.append(LaidRow(tuple(_whole_heading(cells)), *_place(table, number)))
    return rows


def _whole_heading(cells: list[LaidCell]) -> list[LaidCell]:
    """The cells of a row; the heading of a part in capitals, which a scan has cut at the columns, is one cell."""
    label, words = cells[0], cells[1:]
    filled = [cell for cell in words if cell.text]
    is_cut = len(filled) > 1 and words[: len(filled)] == filled and all(_is_in_capitals(cell.text) for cell in filled)
    if not is_cut or not _PART_LABEL.match(label.text):
        return cells
    heading = " ".join(cell.text for cell in filled)
    return [label, replace(filled[0], text=heading, last_column=filled[-1].last_column), *words[len(filled) :]]


def _is_in_capitals(text: str) -> bool:
    """A word in capitals, not an abbreviation of a body alone ("UBND"), nor a figure."""
    letters = [ch for ch in text if ch.isalpha()]
    return bool(letters) and all(ch.isupper() for ch in letters)
