"""Rows of tables as people read them: "Nhiệm vụ: …; Cơ quan chủ trì: …" for "1 | … | …"."""

from __future__ import annotations

import re

from kb.answer.book import Book
from kb.model import Provision, ProvisionKind

# Between the cells of a row in the text of a document.
BAR = "|"
# How the label of a row of column names begins.
HEADER_LABEL = "đầu "
_NUMBER_COLUMN = re.compile(r"(?:s?tt|số (?:tt|thứ tự))\.?", re.IGNORECASE)
_NUMBER_CELL = re.compile(r"(?:\d+(?:\.\d+)*|[IVXLC]+)[.)]?")


def shown(book: Book, start: int, end: int) -> str:
    """text[start:end] as it stands; a row of a table as its cells, each under the name of its column."""
    text = book.text[start:end]
    row = book.place(start)
    if BAR not in text or row is None or row.kind is not ProvisionKind.ROW:
        return text
    cells = _cells(text)
    columns = _columns(book, row, len(cells))
    named = zip(columns or [""] * len(cells), cells, strict=True)
    told = [(column, cell) for column, cell in named if cell and not _is_number(column, cell, cell is cells[0])]
    return "; ".join(f"{column}: {cell}" if column else cell for column, cell in _ended(told)) or text


def _ended(told: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the stops in which cells end, but for the last."""
    return [(column, cell.rstrip(".;")) for column, cell in told[:-1]] + told[-1:]


def _cells(row: str) -> list[str]:
    return [" ".join(cell.split()) for cell in row.strip().split(BAR)]


def _is_number(column: str, cell: str, is_first: bool) -> bool:
    """The number of the row, which the name of the place says already."""
    return _NUMBER_COLUMN.fullmatch(column) is not None or (is_first and _NUMBER_CELL.fullmatch(cell) is not None)


def _columns(book: Book, row: Provision, count: int) -> list[str] | None:
    """The names of the columns: the nearest row of names above in the same part that has as many cells."""
    part = _part(row)
    for unit in reversed(book.provisions[: book.index_of(row)]):
        if unit.kind is not ProvisionKind.ROW:
            continue
        is_of_names = (unit.label or "").startswith(HEADER_LABEL)
        if is_of_names and _part(unit) == part:
            names = _cells(book.text[unit.start : unit.own_end])
            return names if len(names) == count else None
    return None


def _part(row: Provision) -> str:
    """The outermost step of the path: "Phụ lục II" of "Phụ lục II/III row 4"."""
    return row.path.partition("row ")[0].split("/")[0].strip()
