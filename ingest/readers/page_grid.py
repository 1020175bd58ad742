"""Ruled tables of a page: the grid that its drawn lines make, and the cells that they part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.model import SourceCell, SourceTable
from ingest.readers.page_words import PrintedLine, Rule, Word, printed_lines

# Points: lines closer than this are one line, drawn twice or broken at a corner.
_SNAP = 3.0
_SNAP_IN_PICTURE = 7.0
# Points: a table has at least this size.
_LEAST_WIDTH = 60.0
_LEAST_HEIGHT = 10.0
# Points: wider than a seal.
_LEAST_WIDTH_IN_PICTURE = 200.0
_MOST_LINES = 3_000
# Of the height of a table in a picture.
_LONG_DOWN = 0.5
_MOST_CELLS = 60_000
# Of a word's width and height: by less, words of narrow lines touch.
_COVERED = 0.5

# Row and column of a cell's upper left corner in the grid.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the places of its column and row borders, and which borders between cells are drawn."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    right_borders: frozenset[tuple[int, int]]
    lower_borders: frozenset[tuple[int, int]]

    def holds(self, word: Word) -> bool:
        middle = (word.left + word.right) / 2
        return (
            self.columns[0] - _SNAP < middle < self.columns[-1] + _SNAP and self.rows[0] < word.middle < self.rows[-1]
        )

    @property
    def top(self) -> float:
        return self.rows[0]


def find_grids(rules: Sequence[Rule], *, from_picture: bool = False) -> list[Grid]:
    """The ruled tables that drawn lines make, from top to bottom; frames of one cell are none.

    In a picture lines lean and break, and the strokes of seals and signatures look like lines: only long ones count.
    """
    snap = _SNAP_IN_PICTURE if from_picture else _SNAP
    grids = []
    for group in _touching(_merged(rules, snap), snap):
        grid = _grid(_long_ones(group, snap) if from_picture else group, snap)
        if grid is not None and (not from_picture or grid.columns[-1] - grid.columns[0] >= _LEAST_WIDTH_IN_PICTURE):
            grids.append(grid)
    return sorted(grids, key=lambda grid: grid.top)


def _merged(rules: Sequence[Rule], snap: float) -> list[Rule]:
    """Lines in one place that touch or overlap, made one."""
    merged: list[Rule] = []
    for is_horizontal in (True, False):
        spans = sorted(
            (rule.top, rule.left, rule.right) if is_horizontal else (rule.left, rule.top, rule.bottom)
            for rule in rules
            if rule.is_horizontal is is_horizontal
        )
        for place, start, end in _joined(spans[:_MOST_LINES], snap):
            merged.append(Rule(start, place, end, place) if is_horizontal else Rule(place, start, place, end))
    return merged


def _joined(spans: Sequence[tuple[float, float, float]], snap: float) -> Iterator[tuple[float, float, float]]:
    """(place, start, end) of lines; `spans` are sorted by place."""
    at = 0
    while at < len(spans):
        end = at + 1
        while end < len(spans) and spans[end][0] - spans[at][0] <= snap:
            end += 1
        place = median(span[0] for span in spans[at:end])
        pieces = sorted((span[1], span[2]) for span in spans[at:end])
        start, stop = pieces[0]
        for piece in pieces[1:]:
            if piece[0] > stop + snap:
                yield place, start, stop
                start, stop = piece
            stop = max(stop, piece[1])
        yield place, start, stop
        at = end


def _touching(rules: Sequence[Rule], snap: float) -> list[list[Rule]]:
    """Groups of lines that cross or meet."""
    across = [rule for rule in rules if rule.is_horizontal]
    upright = [rule for rule in rules if not rule.is_horizontal]
    parent = list(range(len(rules)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for at, horizontal in enumerate(across):
        for order, vertical in enumerate(upright, start=len(across)):
            if _meet(horizontal, vertical, snap):
                parent[root(at)] = root(order)
    groups: dict[int, list[Rule]] = {}
    for at, rule in enumerate([*across, *upright]):
        groups.setdefault(root(at), []).append(rule)
    return list(groups.values())


def _meet(horizontal: Rule, vertical: Rule, snap: float) -> bool:
    return (
        horizontal.left - snap <= vertical.left <= horizontal.right + snap
        and vertical.top - snap <= horizontal.top <= vertical.bottom + snap
    )


def _long_ones(rules: Sequence[Rule], snap: float) -> list[Rule]:
    """Lines down the better part of the table, whole or in pieces, and lines across that reach from one to another."""
    height = max(rule.bottom for rule in rules) - min(rule.top for rule in rules)
    pieces = [rule for rule in rules if not rule.is_horizontal]
    upright = [rule for rule in pieces if _length_down(rule, pieces, snap) >= height * _LONG_DOWN]
    across = [rule for rule in rules if rule.is_horizontal and sum(_meet(rule, other, snap) for other in upright) >= 2]
    return [*across, *upright]


def _length_down(rule: Rule, pieces: Sequence[Rule], snap: float) -> float:
    return sum(other.bottom - other.top for other in pieces if abs(other.left - rule.left) <= snap)


def _grid(rules: Sequence[Rule], snap: float) -> Grid | None:
    across = [rule for rule in rules if rule.is_horizontal]
    upright = [rule for rule in rules if not rule.is_horizontal]
    columns = _snapped([rule.left for rule in upright], snap)
    rows = _snapped([rule.top for rule in across], snap)
    is_table = len(columns) >= 3 and len(rows) >= 2
    if not is_table or len(columns) * len(rows) > _MOST_CELLS:
        return None
    if columns[-1] - columns[0] < _LEAST_WIDTH or rows[-1] - rows[0] < _LEAST_HEIGHT:
        return None
    right = frozenset(
        (row, column)
        for column in range(len(columns) - 1)
        for rule in upright
        if abs(rule.left - columns[column + 1]) <= snap
        for row in range(len(rows) - 1)
        if rule.top - snap <= (rows[row] + rows[row + 1]) / 2 <= rule.bottom + snap
    )
    lower = frozenset(
        (row, column)
        for row in range(len(rows) - 1)
        for rule in across
        if abs(rule.top - rows[row + 1]) <= snap
        for column in range(len(columns) - 1)
        if rule.left - snap <= (columns[column] + columns[column + 1]) / 2 <= rule.right + snap
    )
    return Grid(tuple(columns), tuple(rows), right, lower)


def _snapped(places: Sequence[float], snap: float) -> list[float]:
    snapped: list[float] = []
    for place in sorted(places):
        if not snapped or place - snapped[-1] > snap:
            snapped.append(place)
    return snapped


def read_grid(grid: Grid, words: Sequence[Word], page: int) -> SourceTable | None:
    """The table with its cells' text, None where no cell has any."""
    owner, spans = _cells(grid)
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        held.setdefault(owner[_place_in(grid, word)], []).append(word)
    _take_back_overflow([(word, owner[_place_in(grid, word)]) for word in words], held)
    rows = []
    for row in range(len(grid.rows) - 1):
        starts = [column for column in range(len(grid.columns) - 1) if owner[row, column] == (row, column)]
        rows.append(tuple(_cell(held.get((row, at), []), grid, at, spans[row, at], page) for at in starts))
    filled = tuple(row for row in rows if any(cell.text for cell in row))
    if not filled:
        return None
    return SourceTable(filled, (page,) * len(filled), (None,) * len(filled))


def _place_in(grid: Grid, word: Word) -> tuple[int, int]:
    row = min(max(bisect_right(grid.rows, word.middle) - 1, 0), len(grid.rows) - 2)
    column = bisect_right(grid.columns, (word.left + word.right) / 2) - 1
    return row, min(max(column, 0), len(grid.columns) - 2)


def _take_back_overflow(placed: Sequence[tuple[Word, Place]], held: dict[Place, list[Word]]) -> None:
    """A header too low for its words prints the last of them over the cell below: two words on one place.

    The one that follows the header's words in the file belongs to the header.
    """
    for (before, above), (word, below) in pairwise(placed):
        is_from_above = above[1] == below[1] and above[0] < below[0] and word.top - before.bottom < word.height
        if is_from_above and any(_covers(other, word) for other in held[below] if other is not word):
            held[below].remove(word)
            held[above].append(word)


def _covers(word: Word, other: Word) -> bool:
    """Whether two words are printed one over the other."""
    across = min(word.right, other.right) - max(word.left, other.left)
    down = min(word.bottom, other.bottom) - max(word.top, other.top)
    return across > _COVERED * min(word.right - word.left, other.right - other.left) and down > _COVERED * other.height


def _cells(grid: Grid) -> tuple[dict[tuple[int, int], tuple[int, int]], dict[tuple[int, int], tuple[int, int]]]:
    """For each place of the grid the cell it belongs to, and for each cell its (column span, row span)."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    row_count, column_count = len(grid.rows) - 1, len(grid.columns) - 1
    for row in range(row_count):
        for column in range(column_count):
            if (row, column) in owner:
                continue
            right = column
            while right < column_count - 1 and (row, right) not in grid.right_borders and (row, right + 1) not in owner:
                right += 1
            low = row
            while low < row_count - 1 and all((low, at) not in grid.lower_borders for at in range(column, right + 1)):
                low += 1
            for y in range(row, low + 1):
                for x in range(column, right + 1):
                    owner.setdefault((y, x), (row, column))
            spans[row, column] = (right - column + 1, low - row + 1)
    return owner, spans


def _cell(words: Sequence[Word], grid: Grid, column: int, span: tuple[int, int], page: int) -> SourceCell:
    edge = grid.columns[min(column + span[0], len(grid.columns) - 1)]
    lines = printed_lines(words, page)
    text = join_by_width(lines, edge)
    return SourceCell(text, span[0], span[1], bold=bool(lines) and all(line.bold for line in lines))


def join_by_width(lines: Sequence[PrintedLine], edge: float) -> str:
    """Lines of a cell as paragraphs: a line was broken off where the next word would not have fitted before `edge`."""
    text = ""
    for at, line in enumerate(lines):
        if at == 0:
            text = line.text
            continue
        before = lines[at - 1]
        first = line.words[0]
        would_fit = before.right + (first.right - first.left) + before.height * 0.7 < edge - before.height * 0.3
        text += ("\n" if would_fit else " ") + line.text
    return text
