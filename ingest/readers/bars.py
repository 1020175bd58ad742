"""Bars and what stands between them turned into rows: a cheapest reading of the whole sequence.

Bars alone do not say whether two of them are an empty cell or the end of a row. A reading chooses, for every run of
bars, one of: next cell of the row, next row, end of the table, begin of a table. It pays for what tables seldom do
(`_…_COST`); the cheapest reading wins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from operator import attrgetter
from typing import NamedTuple

# Costs are in units of "a table begins"; set by what separates them: a merged row is common, a row too long is not.
_TABLE_COST = 1.0
_MERGED_ROW_COST = 0.4
_NEARLY_FULL_ROW_COST = 0.6
_SHORT_ROW_COST = 1.2
# Bars that belong to no row.
_STRAY_BARS_COST = 2.4
_EMPTY_CELL_COST = 0.12
_LEADING_EMPTY_COST = 0.3
# Two tables seldom stand together without a word between them.
_TOUCHING_TABLE_COST = 3.5
_PLAIN_TEXT_COST = 1.6
_INTRODUCING_TEXT_COST = 0.8
_GAP_IN_CELL_COST = 5.0
_HEADING_IN_CELL_COST = 3.0
_LONG_CELL_COST = 2.0
# Characters: a cell of a task table seldom has more; a stretch of body text between two tables mostly does.
_LONG_CELL = 900
_UNNUMBERED_ROW_COST = 0.35
_LABEL_AFTER_EMPTY_COST = 1.0
_MOST_COLUMNS = 24
_MOST_WIDTHS = 8
# Letters: fewer are a unit or a sign ("m2", "x").
_LEAST_WORDS = 5
# Readings that are followed at once; with 100 of them the measured tables come out the same.
_MOST_READINGS = 20
_ROW_LABEL = re.compile(r"(?:\d{1,4}(?:\.\d{1,3})*|[IVXLC]{1,6}(?:\.\d{1,3})*|[A-ZĐ]|[a-zđ]|[-–+*]|STT|TT|Số TT)[.)]?")


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two runs of bars: lines [start, end), `bars` bars before it, `length` characters.

    `must_be_text`: certainly no cell; `has_gap`: an empty line is in it; `heads`: one of its lines heads a document
    or article; `introduces`: it ends in a colon; `starts_row`: a row's number or letter, with words in the next cell.
    """

    bars: int
    start: int
    end: int
    length: int
    first: str = ""
    must_be_text: bool = False
    has_gap: bool = False
    heads: bool = False
    introduces: bool = False
    starts_row: bool = False

    @property
    def is_label(self) -> bool:
        return self.length == len(self.first) and bool(_ROW_LABEL.fullmatch(self.first))

    @property
    def is_words(self) -> bool:
        return self.length >= _LEAST_WORDS and sum(map(str.isalpha, self.first)) * 2 > len(self.first)


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
    """One reading so far: its cost, the step before, how the piece was taken ("text", "cell", "row", "table") and
    the empty cells before it at the end of the row before and at the start of its own."""

    cost: float
    before: _Step | None
    taken: str
    place: _Place
    trailing: int = 0
    leading: int = 0


def rows_and_texts(pieces: Sequence[Piece]) -> Iterator[Piece | tuple[Row, ...]]:
    """Texts (a Piece each) and tables (their rows), in order."""
    for block in _blocks(_with_row_starts(pieces)):
        yield from _read_block(block)


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


def _read_block(block: Sequence[Piece]) -> Iterator[Piece | tuple[Row, ...]]:
    widths = _widths(block)
    steps: dict[_Place, _Step] = {_OUTSIDE: _Step(0.0, None, "text", _OUTSIDE)}
    for index, piece in enumerate(block):
        is_last = index == len(block) - 1
        steps = _advance(steps, piece, widths, must_be_text=is_last or piece.bars == 0 or piece.must_be_text)
    yield from _told(block, steps[_OUTSIDE])


def _widths(pieces: Sequence[Piece]) -> tuple[int, ...]:
    """Numbers of columns worth trying: the lengths of rows if every second bar ended one."""
    lengths: Counter[int] = Counter()
    length = 0
    for piece in pieces:
        if piece.bars == 1 and not piece.must_be_text:
            length += 1
        else:
            lengths[length] += 1
            lengths[length + max(0, piece.bars - 2)] += 1
            length = 1
    lengths[length] += 1
    usual = [width for width, _ in lengths.most_common(_MOST_WIDTHS) if 0 < width <= _MOST_COLUMNS]
    return tuple(sorted({2, *usual}))


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
    text_cost = 0.0 if must_be_text or piece.has_gap else _text_cost(piece)
    place = step.place
    if place is _OUTSIDE:
        bars_cost = _STRAY_BARS_COST if piece.bars else 0.0
        yield _Step(step.cost + text_cost + bars_cost, step, "text", _OUTSIDE)
        if piece.bars and not must_be_text:
            yield from _begun(step, piece, widths, step.cost + _cell_cost(piece), trailing=0, bars=piece.bars)
        return
    spare = place.width - place.column
    trailing = min(piece.bars - 1, spare)
    end_cost = _row_end_cost(place, trailing) if piece.bars - 1 <= spare else _STRAY_BARS_COST
    yield _Step(step.cost + end_cost + text_cost, step, "text", _OUTSIDE, trailing)
    if not must_be_text:
        yield from _next_cell(step, piece)
        if piece.bars >= 2:
            yield from _next_row(step, piece, widths, _cell_cost(piece))


def _next_cell(step: _Step, piece: Piece) -> Iterator[_Step]:
    place = step.place
    if place.column + piece.bars > place.width:
        return
    empties = piece.bars - 1
    label_cost = _LABEL_AFTER_EMPTY_COST if empties and place.width > 2 and piece.starts_row else 0.0
    cost = step.cost + _cell_cost(piece) + label_cost + _EMPTY_CELL_COST * empties
    yield _Step(cost, step, "cell", _Place(place.width, place.column + piece.bars), 0, empties)


def _next_row(step: _Step, piece: Piece, widths: Sequence[int], cell_cost: float) -> Iterator[_Step]:
    place = step.place
    empties = piece.bars - 2
    for trailing in {min(empties, place.width - place.column), 0}:
        cost = step.cost + _row_end_cost(place, trailing) + cell_cost
        leading = (empties - trailing) % (place.width + 1)
        if leading < place.width:
            start_cost = _row_start_cost(piece, place.width, leading)
            yield _Step(cost + start_cost, step, "row", _Place(place.width, leading + 1), trailing, leading)
        if leading == 0:
            yield from _begun(step, piece, widths, cost, trailing=trailing, bars=1)


def _begun(
    step: _Step, piece: Piece, widths: Sequence[int], cost: float, *, trailing: int, bars: int
) -> Iterator[_Step]:
    for width in widths:
        if bars <= width and width != step.place.width:
            begin = _TABLE_COST if step.place is _OUTSIDE else _TOUCHING_TABLE_COST
            total = cost + begin + _EMPTY_CELL_COST * (bars - 1)
            yield _Step(total, step, "table", _Place(width, bars), trailing, bars - 1)


def _text_cost(piece: Piece) -> float:
    if piece.heads or piece.length > _LONG_CELL:
        return 0.0
    return _INTRODUCING_TEXT_COST if piece.introduces else _PLAIN_TEXT_COST


def _cell_cost(piece: Piece) -> float:
    cost = _GAP_IN_CELL_COST if piece.has_gap else 0.0
    cost += _HEADING_IN_CELL_COST if piece.heads else 0.0
    return cost + (_LONG_CELL_COST if piece.length > _LONG_CELL else 0.0)


def _row_end_cost(place: _Place, trailing: int) -> float:
    """A row that has all its columns is free; one or two cells are a merged row; others are irregular."""
    filled = place.column + trailing
    empties = _EMPTY_CELL_COST * trailing
    if filled == place.width:
        return empties
    if filled <= 2:
        return empties + _MERGED_ROW_COST
    return empties + (_NEARLY_FULL_ROW_COST if filled >= place.width - 2 else _SHORT_ROW_COST)


def _row_start_cost(piece: Piece, width: int, leading: int) -> float:
    unnumbered = _UNNUMBERED_ROW_COST if width > 2 and not leading and not piece.starts_row else 0.0
    return _LEADING_EMPTY_COST * leading + unnumbered


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
        if taken.taken in ("row", "table"):
            rows.append([])
        rows[-1].extend([None] * taken.leading)
        rows[-1].append(piece)
    if rows:
        yield _rows(rows)


def _rows(rows: Sequence[Sequence[Piece | None]]) -> tuple[Row, ...]:
    return tuple(Row(tuple(row), next(piece.start for piece in row if piece)) for row in rows)
