"""Which rows of a table are its header, and the names that they print for the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.text import fold


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A cell under the columns [first_column, last_column] that it covers, over `row_span` rows."""

    text: str
    first_column: int
    last_column: int
    row_span: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class LaidRow:
    cells: tuple[LaidCell, ...]
    page: int | None
    line: int | None


_ORDINAL_COLUMN = frozenset({"tt", "stt", "so tt", "so thu tu", "s tt", "t t", "st t", "#"})
_NAME_WORDS = re.compile(
    r"\b(?:noi dung|nhiem vu|cong viec|co quan|don vi|chu tri|phoi hop|thoi gian|thoi han|tien do|san pham|ket qua|"
    r"ghi chu|muc tieu|"
    r"chi tieu|ten|so luong|kinh phi|hoan thanh|trach nhiem|thuc hien|dia ban|dia diem|loai|ma so|dien tich|"
    r"nguon von|muc|hang muc|"
    r"ho ten|chuc vu|co so|can cu|linh vuc|don gia|thanh tien)\b"
)
_COLUMN_NUMBER = re.compile(r"\(?\s*(?:\d{1,2}|[A-Z])\s*\)?(?:\s*=.*)?$")
_NUMBERED_ROW = re.compile(r"^(?:\d{1,4}(?:\.\d+)*|[IVXLC]{1,6})[.)]?$")
# A name of a column is short; a longer cell is text.
LONGEST_NAME = 80
# A header of more rows is none.
MOST_HEADER_ROWS = 4


def count_header_rows(rows: Sequence[LaidRow]) -> int:
    """How many rows, from the first, are header; a row that numbers the columns belongs to it."""
    if not rows or not _is_header(rows):
        return 0
    count = 1
    deepest = max(cell.row_span for cell in rows[0].cells)
    while count < min(len(rows), MOST_HEADER_ROWS) and _belongs_to_header(rows, count, deepest):
        count += 1
    return count


def _belongs_to_header(rows: Sequence[LaidRow], index: int, deepest: int) -> bool:
    if _numbers_columns(rows[index]):
        return True
    filled = [cell.text for cell in rows[index].cells if cell.text]
    are_names = bool(filled) and all(len(text) <= LONGEST_NAME and not text[0].isdigit() for text in filled)
    return are_names and (index < deepest or _names_parts(rows, index))


def column_names(rows: Sequence[LaidRow]) -> tuple[str, ...]:
    """The names of the columns, of parts of a column behind the name of the whole ("Thời gian - Bắt đầu")."""
    width = max((cell.last_column + 1 for row in rows for cell in row.cells), default=0)
    names: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        if _numbers_columns(row):
            continue
        for cell in row.cells:
            for column in range(cell.first_column, cell.last_column + 1):
                if cell.text and cell.text not in names[column]:
                    names[column].append(cell.text)
    return tuple(" - ".join(parts) for parts in names)


def _is_header(rows: Sequence[LaidRow]) -> bool:
    filled = [cell for cell in rows[0].cells if cell.text]
    if len(filled) < 2 or _NUMBERED_ROW.match(filled[0].text):
        return False
    if fold(filled[0].text).strip(" .") in _ORDINAL_COLUMN:
        return True
    is_short = all(len(cell.text) <= LONGEST_NAME for cell in filled)
    named = sum(bool(_NAME_WORDS.search(fold(cell.text))) for cell in filled)
    is_named = named >= 2 and named * 2 >= len(filled)
    is_set_off = all(cell.bold for cell in filled) and not _is_bold(rows[1:2])
    return is_short and (is_named or is_set_off or _differs_below(rows))


def _is_bold(rows: Sequence[LaidRow]) -> bool:
    return any(cell.bold for row in rows for cell in row.cells if cell.text)


def _differs_below(rows: Sequence[LaidRow]) -> bool:
    """Words above, figures below: the first row names what the others count."""
    has_figures = [_holds_figure(cell.text) for row in rows[1:4] for cell in row.cells[1:] if cell.text]
    none_above = not any(_holds_figure(cell.text) for cell in rows[0].cells[1:])
    return none_above and bool(has_figures) and sum(has_figures) * 2 > len(has_figures)


def _holds_figure(text: str) -> bool:
    return bool(re.match(r"^[<>≥≤~]?\s*\d[\d.,%/\s]*", text))


def _names_parts(rows: Sequence[LaidRow], index: int) -> bool:
    """A row below a merged name that names its parts: it fills only columns which a merged cell above covers."""
    merged = {
        column
        for cell in rows[index - 1].cells
        if cell.last_column > cell.first_column and cell.text
        for column in range(cell.first_column, cell.last_column + 1)
    }
    filled = [cell for cell in rows[index].cells if cell.text]
    return bool(merged) and bool(filled) and all(cell.first_column in merged for cell in filled)


def _numbers_columns(row: LaidRow) -> bool:
    """ "(1) | (2) | (3)", "A | B | 1 | 2": numbers of the columns."""
    filled = [cell.text for cell in row.cells if cell.text]
    return len(filled) >= 3 and all(_COLUMN_NUMBER.match(text) for text in filled) and len(set(filled)) == len(filled)
