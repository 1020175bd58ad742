"""Rows that a page end cut in two and a converter left as two: the second has no number and goes on in mid-sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.columns import LaidCell, LaidRow

_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})*[.)]?$")
_LISTED = re.compile(r"\((\d{1,2})\)")
_ENDS = ".;:!?"
_ENDS_WITHIN_LIST = (";", ",")


def with_cut_rows_joined(rows: Sequence[LaidRow]) -> list[LaidRow]:
    joined: list[LaidRow] = []
    for row in rows:
        if joined and _goes_on(joined[-1], row):
            joined[-1] = _together(joined[-1], row)
        else:
            joined.append(row)
    return joined


def _goes_on(before: LaidRow, row: LaidRow) -> bool:
    """Whether `row` is the rest of the numbered row above it."""
    first, other = before.cells[0], row.cells[0]
    are_alike = [_columns(cell) for cell in before.cells] == [_columns(cell) for cell in row.cells]
    is_merged = any(cell.row_span > 1 for cell in (*before.cells, *row.cells))
    if not are_alike or is_merged or other.text or not _NUMBER.match(first.text):
        return False
    pairs = [
        (above.text, below.text) for above, below in zip(before.cells[1:], row.cells[1:], strict=True) if below.text
    ]
    if any(_is_within_sentence(above, below) or _counts_on(above, below) for above, below in pairs):
        return True
    return len(pairs) == 1 and pairs[0][0].endswith(_ENDS_WITHIN_LIST)


def _columns(cell: LaidCell) -> tuple[int, int]:
    return cell.first_column, cell.last_column


def _is_within_sentence(above: str, below: str) -> bool:
    return bool(above) and below[0].islower() and above[-1] not in _ENDS


def _counts_on(above: str, below: str) -> bool:
    """ "… (4) Xây dựng sàn;" above "(5) Ứng dụng …"."""
    first, printed = _LISTED.match(below), _LISTED.findall(above)
    return first is not None and bool(printed) and int(first[1]) == int(printed[-1]) + 1


def _together(before: LaidRow, row: LaidRow) -> LaidRow:
    cells = tuple(
        replace(above, text=f"{above.text} {below.text}".strip())
        for above, below in zip(before.cells, row.cells, strict=True)
    )
    return replace(before, cells=cells)
