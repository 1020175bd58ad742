"""Bars and what stands between them turned into rows: a cheapest reading of the whole sequence.

Bars alone do not say whether two of them are an empty cell or the end of a row. A reading chooses, for every run of
bars, one of: next cell of the row, next row, end of the table, begin of a table. It pays for what tables seldom do
(`bar_costs`); the cheapest reading wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from operator import attrgetter
from typing import NamedTuple

from ingest.readers.bar_costs import (
    COLUMN_COST,
    EMPTY_CELL_COST,
    EMPTY_ROW_COST,
    LABEL_AFTER_EMPTY_COST,
    STRAY_BARS_COST,
    SURPLUS_CELL_COST,
    TABLE_COST,
    TOUCHING_TABLE_COST,
    Piece,
    cell_cost,
    row_end_cost,
    row_start_cost,
    text_cost,
)

_MOST_COLUMNS = 24
_MOST_WIDTHS = 8
# Readings that are followed at once; with 100 of them the measured tables come out the same.
_MOST_READINGS = 20


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in order, None for an empty one; `start` is where its first filled cell begins."""

    cells: tuple[Piece | None, ...]
    start: int


class _Place(NamedTuple):
    """Where a reading is: outside (`column` 0), or in the `column`th cell of a row of a table `width` wide."""

    width: int
    column: int


_OUTSIDE = _Place(0, 0)


class _Step(NamedTuple):
    """One reading so far: its cost, the step before, how the piece was taken ("text", "cell", "row", "table",
    "surplus") and the empty cells before it at the end of the row before and at the start of its own."""

    cost: float
    before: _Step | None
    taken: str
    place: _Place
    trailing: int = 0
    leading: int = 0


def rows_and_texts(pieces: Sequence[Piece]) -> Iterator[Piece | tuple[Row, ...]]:
    """Texts (a Piece each) and tables (their rows), in order."""
    seen: set[int] = {2}
    for block in _blocks(_with_row_starts(pieces)):
        for part in _read_block(block, seen):
            if isinstance(part, tuple):
                seen.add(max(len(row.cells) for row in part))
            yield part


def _with_row_starts(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        is_followed_by_words = following is not None and following.bars == 1 and following.is_words
        yield replace(piece, starts_row=True) if is_followed_by_words and piece.is_label else piece


def _blocks(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Stretches that end with a piece that is certainly no cell: each is read alone, with its own widths."""
    block: list[Piece] = []
    for piece in pieces:
        block.append(piece)
        if piece.bars == 0 or piece.must_be_text:
            yield block
            block = []
    if block:
        yield block


def _read_block(block: Sequence[Piece], seen: Iterable[int]) -> Iterator[Piece | tuple[Row, ...]]:
    """`seen`: the numbers of columns of the tables before; a table that goes on has one of them."""
    widths = tuple(sorted({*seen, *_widths(block)}))
    steps: dict[_Place, _Step] = {_OUTSIDE: _Step(0.0, None, "text", _OUTSIDE)}
    for index, piece in enumerate(block):
        is_last = index == len(block) - 1
        steps = _advance(steps, piece, widths, must_be_text=is_last or piece.bars == 0 or piece.must_be_text)
    yield from _told(block, steps[_OUTSIDE])


def _widths(pieces: Sequence[Piece]) -> list[int]:
    """Numbers of columns worth trying: the lengths of rows if two bars always ended one, and if they seldom did."""
    lengths: Counter[int] = Counter()
    length = before = 0
    for piece in pieces:
        if piece.bars == 1 and not piece.must_be_text and not piece.introduces:
            length += 1
            continue
        empties = max(0, piece.bars - 2)
        lengths[length] += 2
        lengths[length + empties] += 2
        lengths[before + 1 + length] += 1
        before, length = length + empties, 0 if piece.introduces else 1
    lengths[length] += 2
    usual = [width for width, _ in lengths.most_common(_MOST_WIDTHS) if 0 < width <= _MOST_COLUMNS]
    # A column alone is mostly text in a frame, unless hardly anything but such rows is there.
    return usual if usual[:1] == [1] else [width for width in usual if width > 1]


def _advance(
    steps: dict[_Place, _Step], piece: Piece, widths: Sequence[int], *, must_be_text: bool
) -> dict[_Place, _Step]:
    reached: dict[_Place, _Step] = {}
    for step in _promising(steps):
        for following in _following(step, piece, widths, must_be_text):
            known = reached.get(following.place)
            if known is None or following.cost < known.cost:
                reached[following.place] = following
    return reached


def _promising(steps: dict[_Place, _Step]) -> Sequence[_Step]:
    """The cheapest readings so far: others cannot win any more."""
    if len(steps) <= _MOST_READINGS:
        return tuple(steps.values())
    return nsmallest(_MOST_READINGS, steps.values(), key=attrgetter("cost"))


def _following(step: _Step, piece: Piece, widths: Sequence[int], must_be_text: bool) -> Iterator[_Step]:
    """The readings that a piece leaves open; that it is text is always one of them."""
    as_text = 0.0 if must_be_text or piece.has_gap else text_cost(piece)
    place = step.place
    if place is _OUTSIDE:
        bars_cost = STRAY_BARS_COST if piece.bars else 0.0
        yield _Step(step.cost + as_text + bars_cost, step, "text", _OUTSIDE)
        if piece.bars and not must_be_text:
            yield from _begun(step, piece, widths, step.cost + cell_cost(piece), trailing=0, bars=piece.bars)
        return
    spare = place.width - place.column
    trailing = min(piece.bars - 1, spare)
    end_cost = _table_end_cost(place, trailing, piece.bars - 1 - spare, is_end=piece.length == 0)
    yield _Step(step.cost + end_cost + as_text, step, "text", _OUTSIDE, trailing)
    if not must_be_text:
        yield from _next_cell(step, piece)
        if piece.bars >= 2:
            yield from _next_row(step, piece, widths, cell_cost(piece))


def _table_end_cost(place: _Place, trailing: int, surplus: int, *, is_end: bool) -> float:
    """Bars that the row has no columns for belong to no row; one at the end of all opens a row that does not come."""
    if surplus > (1 if is_end else 0):
        return STRAY_BARS_COST
    return row_end_cost(place.width, place.column, trailing) + (EMPTY_ROW_COST if surplus == 1 else 0.0)


def _next_cell(step: _Step, piece: Piece) -> Iterator[_Step]:
    place = step.place
    is_surplus = piece.is_empty_cell and place.column == place.width and piece.bars == 1
    if is_surplus:
        yield _Step(step.cost + SURPLUS_CELL_COST, step, "surplus", place)
    if place.column + piece.bars > place.width:
        return
    empties = piece.bars - 1
    label_cost = LABEL_AFTER_EMPTY_COST if empties and place.width > 2 and piece.starts_row else 0.0
    cost = step.cost + cell_cost(piece) + label_cost + EMPTY_CELL_COST * empties
    yield _Step(cost, step, "cell", _Place(place.width, place.column + piece.bars), 0, empties)


def _next_row(step: _Step, piece: Piece, widths: Sequence[int], as_cell: float) -> Iterator[_Step]:
    place = step.place
    empties = piece.bars - 2
    for trailing in {min(empties, place.width - place.column), 0}:
        cost = step.cost + row_end_cost(place.width, place.column, trailing) + as_cell
        empty_rows, leading = divmod(empties - trailing, place.width + 1)
        cost += EMPTY_ROW_COST * empty_rows
        if leading < place.width:
            start_cost = row_start_cost(piece, place.width, leading)
            yield _Step(cost + start_cost, step, "row", _Place(place.width, leading + 1), trailing, leading)
        if leading == 0:
            yield from _begun(step, piece, widths, cost, trailing=trailing, bars=1)


def _begun(
    step: _Step, piece: Piece, widths: Sequence[int], cost: float, *, trailing: int, bars: int
) -> Iterator[_Step]:
    for width in widths:
        if bars <= width and width != step.place.width:
            begin = TABLE_COST if step.place is _OUTSIDE else TOUCHING_TABLE_COST
            total = cost + begin + COLUMN_COST * width + EMPTY_CELL_COST * (bars - 1)
            yield _Step(total, step, "table", _Place(width, bars), trailing, bars - 1)


def _told(pieces: Sequence[Piece], last: _Step) -> Iterator[Piece | tuple[Row, ...]]:
    path: list[_Step] = []
    step: _Step | None = last
    while step is not None and step.before is not None:
        path.append(step)
        step = step.before
    rows: list[list[Piece | None]] = []
    for piece, taken in zip(pieces, reversed(path), strict=True):
        if rows:
            rows[-1].extend([None] * taken.trailing)
        if taken.taken in ("text", "table") and rows:
            yield _rows(rows)
            rows = []
        if taken.taken == "text":
            if piece.end > piece.start:
                yield piece
            continue
        if taken.taken == "surplus":
            continue
        if taken.taken in ("row", "table"):
            rows.append([])
        rows[-1].extend([None] * taken.leading)
        rows[-1].append(piece)
    if rows:
        yield _rows(rows)


def _rows(rows: Sequence[Sequence[Piece | None]]) -> tuple[Row, ...]:
    return tuple(Row(tuple(row), next(piece.start for piece in row if piece)) for row in rows)
