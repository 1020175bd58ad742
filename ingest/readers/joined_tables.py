"""Tables that a page end or an empty paragraph has parted, made one again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from ingest.model import SourceCell, SourceLine, SourceTable
from kb.text import squeeze

# A header of more rows is none.
_MOST_HEADER_ROWS = 3
# Tables of two columns frame a document: a signature may follow a letterhead directly, they are not one.
_LEAST_COLUMNS = 3
# Of the letters of a header row that recognition reads the same on each page.
_SAME_HEADER = 0.8
# Letters: the names of the columns have fewer.
_LONGEST_HEADER = 600

Row = tuple[SourceCell, ...]


def join_tables(blocks: Iterable[SourceLine | SourceTable]) -> tuple[SourceLine | SourceTable, ...]:
    """Blocks in which a table that directly follows one with as many columns is its continuation.

    Header rows that the continuation repeats are dropped; a row that a page end cut in two is one again.
    """
    joined: list[SourceLine | SourceTable] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, SourceTable) and isinstance(last, SourceTable) and _goes_on(last, block):
            joined[-1] = _together(last, block)
        else:
            joined.append(block)
    return tuple(joined)


def width(table: SourceTable) -> int:
    return max(sum(cell.column_span for cell in row) for row in table.rows)


def _goes_on(table: SourceTable, following: SourceTable) -> bool:
    columns = width(table)
    return columns >= _LEAST_COLUMNS and columns == width(following)


def _together(table: SourceTable, following: SourceTable) -> SourceTable:
    rows = list(table.rows)
    first = _repeated_rows(table, following)
    is_new_page = table.row_pages[-1] != following.row_pages[0]
    if is_new_page and first < len(following.rows) and _was_cut(rows[-1], following.rows[first]):
        rows[-1] = _mended(rows[-1], following.rows[first])
        first += 1
    return replace(
        table,
        rows=(*rows, *following.rows[first:]),
        row_pages=table.row_pages + following.row_pages[first:],
        row_lines=table.row_lines + following.row_lines[first:],
    )


def _repeated_rows(table: SourceTable, following: SourceTable) -> int:
    """How many rows at the top of `following` print the header again."""
    pairs = zip(table.rows[:_MOST_HEADER_ROWS], following.rows, strict=False)
    count = 0
    for row, other in pairs:
        if not _is_same_header(row, other):
            break
        count += 1
    return count


def _is_same_header(row: Row, other: Row) -> bool:
    first, second = (squeeze("".join(cell.text for cell in cells)) for cells in (row, other))
    if not first or max(len(first), len(second)) > _LONGEST_HEADER:
        return False
    return first == second or SequenceMatcher(None, first, second, autojunk=False).ratio() > _SAME_HEADER


def _was_cut(row: Row, rest: Row) -> bool:
    """Whether `rest`, at the top of a page, has no number of its own and goes on in the middle of a sentence."""
    has_same_cells = [cell.column_span for cell in row] == [cell.column_span for cell in rest]
    if not has_same_cells or not row[0].text or rest[0].text:
        return False
    return any(_goes_on_within(above.text, below.text) for above, below in zip(row, rest, strict=True))


def _goes_on_within(above: str, below: str) -> bool:
    return bool(above) and bool(below) and below[0].islower() and above[-1] not in ".;:!?"


def _mended(row: Row, rest: Row) -> Row:
    return tuple(replace(cell, text=_joined(cell.text, below.text)) for cell, below in zip(row, rest, strict=True))


def _joined(above: str, below: str) -> str:
    if not above or not below:
        return above or below
    return above + (" " if _goes_on_within(above, below) else "\n") + below
