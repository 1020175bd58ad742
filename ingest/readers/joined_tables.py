"""Tables that a page end or an empty paragraph has parted, made one again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ingest.model import SourceLine, SourceTable

# Tables of two columns frame a document: a signature may follow a letterhead directly, they are not one.
_LEAST_COLUMNS = 3


def join_tables(blocks: Iterable[SourceLine | SourceTable]) -> tuple[SourceLine | SourceTable, ...]:
    """Blocks in which a table that directly follows one with as many columns is its continuation.

    A header row that the continuation repeats is dropped.
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
    repeats_header = [cell.text for cell in table.rows[0]] == [cell.text for cell in following.rows[0]]
    first = 1 if repeats_header else 0
    return replace(
        table,
        rows=table.rows + following.rows[first:],
        row_pages=table.row_pages + following.row_pages[first:],
        row_lines=table.row_lines + following.row_lines[first:],
    )
