"""The columns of a task table whose header is missing with its page: told by what the cells hold."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.model import Table
from ingest.tasks.columns import Column, Columns
from kb.bodies import begins_body
from kb.deadline import read_deadline
from kb.text import collapse

# A table of tasks has at least a number, the work, who leads and by when, and seldom more than seven columns.
_FEWEST_COLUMNS, _MOST_COLUMNS = 4, 7
# Fewer rows than this show no pattern.
_FEWEST_ROWS = 2
# Share of the filled cells of a column that must be of one kind.
_MOST = 0.8
# Work is told in more characters than this, on average; a figure or a word is none.
_SHORTEST_WORK = 15
# "12.10." is as long as the number of a row gets, in characters.
_LONGEST_NUMBER = 6
_NUMBER = re.compile(r"(?:[IVXL]+|\d{1,3}(?:\.\d{1,2})*)[.)]?$")


def guess_columns(text: str, table: Table) -> Columns | None:
    """The roles of the columns of a table without names: number, work, lead (then cooperation) and deadline must all
    be there; None for any other table."""
    if table.columns or len(table.rows) < _FEWEST_ROWS:
        return None
    width = max((len(row.cells) for row in table.rows), default=0)
    rows = [[collapse(text[cell.start : cell.end]) for cell in row.cells] for row in table.rows]
    whole = [row for row in rows if len(row) == width]
    if not _FEWEST_COLUMNS <= width <= _MOST_COLUMNS or len(whole) < _FEWEST_ROWS:
        return None
    return _roles([[row[index] for row in whole] for index in range(width)])


def _roles(columns: list[list[str]]) -> Columns | None:
    bodies = [index for index, cells in enumerate(columns) if index > 1 and _are(cells, _is_body)]
    times = [index for index, cells in enumerate(columns) if index > 1 and _are(cells, _is_time)]
    if not (_are_numbers(columns[0]) and bodies and times) or bodies[0] == times[0]:
        return None
    work = max(range(1, bodies[0]), key=lambda index: _length(columns[index]), default=0)
    if not work or _length(columns[work]) < _SHORTEST_WORK:
        return None
    roles = {Column.NUMBER: 0, Column.WORK: work, Column.LEAD: bodies[0], Column.DEADLINE: times[0]}
    if len(bodies) > 1 and bodies[1] not in times:
        roles[Column.COOPERATE] = bodies[1]
    return Columns(roles, len(columns), is_guessed=True)


def _are(cells: list[str], is_kind: Callable[[str], bool]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) >= _MOST * len(cells) and sum(map(is_kind, filled)) >= _MOST * len(filled)


def _are_numbers(cells: list[str]) -> bool:
    """Whether a column counts the rows; a row that began on the page before has no number, and scanners mistake one."""
    numbers = sum(bool(_NUMBER.match(cell)) for cell in cells)
    return 2 * numbers >= len(cells) and all(len(cell) <= _LONGEST_NUMBER for cell in cells)


def _is_body(cell: str) -> bool:
    return begins_body(cell.lstrip("-–•+ "))


def _is_time(cell: str) -> bool:
    deadline = read_deadline(cell, None)
    return deadline is not None and bool(deadline.due or deadline.recurrence)


def _length(cells: list[str]) -> float:
    return sum(map(len, cells)) / len(cells)
