"""Ruled tables of a page: the grid that its drawn lines make, and the cells that they part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import SourceCell, SourceTable
from ingest.readers.page_words import PrintedLine, Rule, Word, printed_lines

# Points: lines closer than this are one line, drawn twice or broken at a corner.
_SNAP = 3.0
# Points: a table has at least this size.
_LEAST_WIDTH = 60.0
_LEAST_HEIGHT = 10.0
_MOST_LINES = 3_000
# Of the width and height of a table in a picture.
_LONG_ACROSS = 0.3
_LONG_DOWN = 0.5
_MOST_CELLS = 60_000


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

    In a picture the strokes of seals and signatures look like lines: only long ones count there.
    """
    groups = _touching(_merged(rules))
    grids = [_grid(_long_ones(group) if from_picture else group) for group in groups]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.top)


def _long_ones(rules: Sequence[Rule]) -> list[Rule]:
    width = max(rule.right for rule in rules) - min(rule.left for rule in rules)
    height = max(rule.bottom for rule in rules) - min(rule.top for rule in rules)
    return [
        rule
        for rule in rules
        if (
            rule.right - rule.left >= width * _LONG_ACROSS
            if rule.is_horizontal
            else rule.bottom - rule.top >= height * _LONG_DOWN
        )
    ]


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Lines in one place that touch or overlap, made one."""
    merged: list[Rule] = []
    for horizontal in (True, False):
        chosen = [rule for rule in rules if rule.is_horizontal is horizontal]
        if len(chosen) > _MOST_LINES:
            continue
        chosen.sort(key=_place if horizontal else _place_across)
        lines: list[Rule] = []
        for rule in chosen:
            if lines and (joined := _joined(lines[-1], rule, horizontal)):
                lines[-1] = joined
            else:
                lines.append(rule)
        merged.extend(lines)
    return merged


def _place(rule: Rule) -> tuple[float, float]:
    return round(rule.top / _SNAP) * _SNAP, rule.left


def _place_across(rule: Rule) -> tuple[float, float]:
    return round(rule.left / _SNAP) * _SNAP, rule.top


def _joined(first: Rule, second: Rule, horizontal: bool) -> Rule | None:
    if horizontal and abs(first.top - second.top) <= _SNAP and second.left <= first.right + _SNAP:
        return Rule(min(first.left, second.left), first.top, max(first.right, second.right), first.top)
    if not horizontal and abs(first.left - second.left) <= _SNAP and second.top <= first.bottom + _SNAP:
        return Rule(first.left, min(first.top, second.top), first.left, max(first.bottom, second.bottom))
    return None


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of lines that cross or meet."""
    across = [rule for rule in rules if rule.is_horizontal]
    upright = [rule for rule in rules if not rule.is_horizontal]
    parent = list(range(len(rules)))
    order = {id(rule): at for at, rule in enumerate([*across, *upright])}

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for horizontal in across:
        for vertical in upright:
            if _meet(horizontal, vertical):
                parent[root(order[id(horizontal)])] = root(order[id(vertical)])
    groups: dict[int, list[Rule]] = {}
    for rule in [*across, *upright]:
        groups.setdefault(root(order[id(rule)]), []).append(rule)
    return list(groups.values())


def _meet(horizontal: Rule, vertical: Rule) -> bool:
    return (
        horizontal.left - _SNAP <= vertical.left <= horizontal.right + _SNAP
        and vertical.top - _SNAP <= horizontal.top <= vertical.bottom + _SNAP
    )


def _grid(rules: Sequence[Rule]) -> Grid | None:
    across = [rule for rule in rules if rule.is_horizontal]
    upright = [rule for rule in rules if not rule.is_horizontal]
    columns = _snapped([rule.left for rule in upright])
    rows = _snapped([rule.top for rule in across])
    is_table = len(columns) >= 3 and len(rows) >= 2
    if not is_table or len(columns) * len(rows) > _MOST_CELLS:
        return None
    if columns[-1] - columns[0] < _LEAST_WIDTH or rows[-1] - rows[0] < _LEAST_HEIGHT:
        return None
    right = frozenset(
        (row, column)
        for column in range(len(columns) - 1)
        for rule in upright
        if abs(rule.left - columns[column + 1]) <= _SNAP
        for row in range(len(rows) - 1)
        if rule.top - _SNAP <= (rows[row] + rows[row + 1]) / 2 <= rule.bottom + _SNAP
    )
    lower = frozenset(
        (row, column)
        for row in range(len(rows) - 1)
        for rule in across
        if abs(rule.top - rows[row + 1]) <= _SNAP
        for column in range(len(columns) - 1)
        if rule.left - _SNAP <= (columns[column] + columns[column + 1]) / 2 <= rule.right + _SNAP
    )
    return Grid(tuple(columns), tuple(rows), right, lower)


def _snapped(places: Sequence[float]) -> list[float]:
    snapped: list[float] = []
    for place in sorted(places):
        if not snapped or place - snapped[-1] > _SNAP:
            snapped.append(place)
    return snapped


def read_grid(grid: Grid, words: Sequence[Word], page: int) -> SourceTable | None:
    """The table with its cells' text, None where no cell has any."""
    owner, spans = _cells(grid)
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        row = min(max(bisect_right(grid.rows, word.middle) - 1, 0), len(grid.rows) - 2)
        column = bisect_right(grid.columns, (word.left + word.right) / 2) - 1
        held.setdefault(owner[row, min(max(column, 0), len(grid.columns) - 2)], []).append(word)
    rows = []
    for row in range(len(grid.rows) - 1):
        starts = [column for column in range(len(grid.columns) - 1) if owner[row, column] == (row, column)]
        rows.append(tuple(_cell(held.get((row, at), []), grid, at, spans[row, at], page) for at in starts))
    filled = tuple(row for row in rows if any(cell.text for cell in row))
    if not filled:
        return None
    return SourceTable(filled, (page,) * len(filled), (None,) * len(filled))


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
