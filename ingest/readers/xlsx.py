"""Workbooks: each sheet its title lines and its table."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.model import Progress, SourceCell, SourceLine, SourceTable, SourceText
from ingest.readers.archive import check_archive
from ingest.readers.clean import clean_lines
from kb.errors import UnreadableFile
from kb.settings import Settings

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MAIN_PART = "xl/workbook.xml"
# Bytes: openpyxl takes fifty times this in memory.
_MOST_PART = 12_000_000
_MOST_ROWS = 20_000
_MOST_COLUMNS = 100


def read(data: bytes, path: Path, settings: Settings, progress: Progress | None = None) -> SourceText:
    """Sheets in order. Rows of one filled cell above the first fuller row are lines, the rest is a table.

    Raises UnreadableFile for what is no workbook, encrypted, damaged or too large.
    """
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    check_archive(data, path, needs=_MAIN_PART, kind="Excel (.xlsx)", most_part=_MOST_PART)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, rich_text=False)
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        SyntaxError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
    ) as error:
        raise UnreadableFile("tệp Excel hỏng", where=str(path), remedy="mở bằng Excel rồi lưu lại") from error
    blocks = tuple(block for sheet in book.worksheets for block in _sheet(sheet, len(book.worksheets) > 1))
    return SourceText("xlsx", blocks)


def _sheet(sheet: Worksheet, is_one_of_many: bool) -> Iterator[SourceLine | SourceTable]:
    rows = [row for row in _rows(sheet) if any(cell.text for cell in row)]
    if not rows:
        return
    if is_one_of_many:
        yield SourceLine(sheet.title, whole=True, blank_before=True, heading_level=1)
    title_rows = 0
    while title_rows < len(rows) and sum(bool(cell.text) for cell in rows[title_rows]) == 1:
        title_rows += 1
    for row in rows[:title_rows]:
        cell = next(cell for cell in row if cell.text)
        yield from (SourceLine(line, whole=True, bold=cell.bold) for line in cell.text.split("\n"))
    table = _trimmed(rows[title_rows:])
    if table:
        yield SourceTable(table, (None,) * len(table), (None,) * len(table))


def _rows(sheet: Worksheet) -> Iterator[tuple[SourceCell, ...]]:
    spans = {
        (area.min_row, area.min_col): (area.max_col - area.min_col + 1, area.max_row - area.min_row + 1)
        for area in sheet.merged_cells.ranges
    }
    covered = {
        (row, column)
        for area in sheet.merged_cells.ranges
        if area.size["rows"] * area.size["columns"] <= _MOST_ROWS
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
        if (row, column) != (area.min_row, area.min_col)
    }
    rows, columns = min(sheet.max_row, _MOST_ROWS), min(sheet.max_column, _MOST_COLUMNS)
    for row in sheet.iter_rows(max_row=rows, max_col=columns):
        cells = [cell for cell in row if (cell.row, cell.column) not in covered]
        yield tuple(
            SourceCell(_text(cell), *spans.get((cell.row, cell.column), (1, 1)), bold=bool(cell.font and cell.font.b))
            for cell in cells
        )


def _text(cell: Any) -> str:  # noqa: ANN401 - openpyxl has several classes of cells
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float):
        is_share = "%" in (cell.number_format or "")
        return f"{value * 100:g}%" if is_share else f"{value:.10g}"
    return clean_lines(str(value))


def _trimmed(rows: Sequence[tuple[SourceCell, ...]]) -> tuple[tuple[SourceCell, ...], ...]:
    """The rows without the empty cells that all of them have at the end."""
    width = max((len(row) for row in rows), default=0)
    while width and all(len(row) < width or not row[width - 1].text for row in rows):
        width -= 1
    return tuple(row[:width] for row in rows)
