"""Spans of merged cells in tables whose format lost them: a row with fewer cells than the table has columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import SourceCell

_ROW_LABEL = re.compile(r"(?:\d{1,4}(?:\.\d{1,3})*|[IVXLC]{1,6}(?:\.\d{1,3})*|[A-ZĐ]|[a-zđ]|[-–+*])[.)]?")
# Below this a table is a frame (letterhead, signature) whose short rows mean nothing.
_LEAST_COLUMNS = 3


def with_spans(rows: Sequence[Sequence[SourceCell]]) -> tuple[tuple[SourceCell, ...], ...]:
    """The rows with spans set: a heading row of one or two cells reaches to the last column; in a row that lacks
    only its number, the number above reaches down."""
    columns = max(len(row) for row in rows)
    spanned = [list(row) for row in rows]
    if columns < _LEAST_COLUMNS:
        return tuple(tuple(row) for row in spanned)
    for at, row in enumerate(spanned):
        is_heading_row = len(row) <= 2 and (len(row) == 1 or is_row_label(row[0]))
        if is_heading_row:
            row[-1] = replace(row[-1], column_span=columns - len(row) + 1)
        elif at and len(row) == columns - 1 and not is_row_label(row[0]):
            _reach_down(spanned, at)
    return tuple(tuple(row) for row in spanned)


def is_row_label(cell: SourceCell) -> bool:
    return bool(_ROW_LABEL.fullmatch(cell.text))


def _reach_down(rows: list[list[SourceCell]], at: int) -> None:
    """Lets the number of the nearest numbered row above span down to row `at`."""
    above = at - 1
    while above >= 0 and not is_row_label(rows[above][0]):
        above -= 1
    if above >= 0 and rows[above][0].row_span == at - above:
        rows[above][0] = replace(rows[above][0], row_span=at - above + 1)
