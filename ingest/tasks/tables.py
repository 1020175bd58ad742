"""Tasks in tables: the columns that say what, who, with whom, by when and with what result, by their names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from ingest.model import Cell, LaidText, Row, Table
from ingest.tasks.columns import Column, Columns, columns_of, repeats_header
from ingest.tasks.guessed import guess_columns
from ingest.tasks.words import PREDICATE, is_predicate
from kb.bodies import begins_body, split_bodies
from kb.deadline import read_deadline
from kb.model import Provision, ProvisionKind, Task
from kb.text import collapse

# "Cục A tổng hợp trên cơ sở …", "Bộ B với các tiêu chuẩn …": in a cell of leads the name ends here.
_AFTER_NAME = re.compile(r"\s+(?:với\s+các|đối\s+với|trên\s+cơ\s+sở|\(?qua\s)", re.IGNORECASE)
# Verbs that a cell of leads adds to a name; others stand in names ("Cục Đăng ký giao dịch bảo đảm …").
_CELL_VERBS = frozenset({"lãnh đạo", "chỉ đạo", "tổng hợp", "tham mưu", "báo cáo", "hướng dẫn", "theo dõi"})
_COOPERATES = re.compile(
    r"[\s;,.:(-]*(?:(?:cơ\s+quan|đơn\s+vị)\s+)?phối\s+hợp(?:\s+thực\s+hiện)?(?:\s+(?:với|cùng))?\s*:?\s*", re.IGNORECASE
)
_LEADS = re.compile(
    r"^\W*(?:(?:cơ\s+quan|đơn\s+vị)\s+)?chủ\s+trì(?:\s+thực\s+hiện)?\s*:\s*|\s+(?:là\s+(?:cơ\s+quan|đơn\s+vị)\s+)?chủ\s+trì(?=\W*$)",
    re.IGNORECASE,
)
_WITH = re.compile(r"\s+phối\s+hợp\s+(?:với\s+)?")
_CONFIDENCE = 0.97
# Columns that no header names.
_GUESSED = 0.6


def find_table_tasks(laid: LaidText, provisions: Sequence[Provision], issued_on: date | None) -> Iterator[Task]:
    """The tasks of every table with a column of work and one of leads, and of tables that go on with such a one."""
    places = _Places(provisions)
    current: Columns | None = None
    for table in laid.tables:
        current = columns_of(laid.text, table, current) or guess_columns(laid.text, table)
        if current:
            yield from _TableReader(laid.text, current, places, issued_on).read(table)


class _Places:
    """Paths of rows by their place in the text."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self._rows = sorted((p for p in provisions if p.kind is ProvisionKind.ROW), key=lambda p: p.start)
        self._starts = [row.start for row in self._rows]

    def path(self, offset: int) -> str | None:
        index = bisect_right(self._starts, offset) - 1
        return self._rows[index].path if index >= 0 and offset < self._rows[index].end else None


class _TableReader:
    """Reads the rows of one table; a cell that a merged one above covers repeats it."""

    def __init__(self, text: str, columns: Columns, places: _Places, issued_on: date | None) -> None:
        self._text = text
        self._columns = columns
        self._places = places
        self._issued_on = issued_on
        self._above: dict[Column, Cell] = {}

    def read(self, table: Table) -> Iterator[Task]:
        for row in table.rows[self._columns.first_row :]:
            if repeats_header(self._text, row) or self._is_group(row):
                self._above = {}
                continue
            task = self._task(row)
            if task:
                yield task

    def _is_group(self, row: Row) -> bool:
        """A row that only names a group: one cell over the work and the leads, or no lead, deadline and result."""
        work, lead = self._cell(row, Column.WORK), self._cell(row, Column.LEAD)
        if work is not None and lead is work:
            return True
        said = [self._value(row, role) for role in (Column.LEAD, Column.COOPERATE, Column.RESULT)]
        deadline = read_deadline(self._value(row, Column.DEADLINE), self._issued_on)
        said.append(deadline.printed if deadline and (deadline.due or deadline.recurrence) else "")
        has_absent = any(
            self._cell(row, role) is None for role in (Column.LEAD, Column.DEADLINE) if role in self._columns.roles
        )
        return not any(said) and not (has_absent and self._above)

    def _task(self, row: Row) -> Task | None:
        work = self._filled(row, Column.WORK)
        lead = self._filled(row, Column.LEAD)
        if work is None or not self._words(work):
            return None
        deadline_cell = self._filled(row, Column.DEADLINE)
        deadline = (
            read_deadline(self._text[deadline_cell.start : deadline_cell.end], self._issued_on)
            if deadline_cell
            else None
        )
        result = self._filled(row, Column.RESULT)
        leads, cooperating = self._who(row)
        offset = deadline_cell.start if deadline_cell else 0
        return Task(
            where=self._places.path(row.start) or f"row {self._words(row.cells[0])}".strip(),
            start=work.start,
            end=work.end,
            text=self._text[work.start : work.end],
            lead=leads,
            cooperate=cooperating,
            deadline=deadline.printed if deadline else None,
            due=deadline.due if deadline else None,
            recurrence=deadline.recurrence if deadline else None,
            result=(self._words(result) or None) if result else None,
            rule="table",
            lead_span=(lead.start, lead.end) if lead and self._words(lead) else None,
            deadline_span=(deadline.start + offset, deadline.end + offset) if deadline else None,
            result_span=(result.start, result.end) if result and self._words(result) else None,
            confidence=_GUESSED if self._columns.is_guessed else _CONFIDENCE,
        )

    def _who(self, row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The bodies that lead and those that cooperate; one cell may say both ("Sở A chủ trì, phối hợp Sở B")."""
        lead, cooperate = self._filled(row, Column.LEAD), self._filled(row, Column.COOPERATE)
        leading = self._text[lead.start : lead.end] if lead else ""
        cooperating = self._text[cooperate.start : cooperate.end] if cooperate else ""
        split = _COOPERATES.search(leading)
        if split and cooperate is None:
            leading, cooperating = leading[: split.start()], leading[split.end() :]
        leading = _LEADS.sub(" ", leading)
        return _bodies(leading), _bodies(cooperating)

    def _filled(self, row: Row, role: Column) -> Cell | None:
        """The cell of the row, or, where the row has none there, the merged one above."""
        if role not in self._columns.roles:
            return None
        cell = self._cell(row, role)
        if cell is None:
            return self._above.get(role)
        self._above[role] = cell
        return cell

    def _cell(self, row: Row, role: Column) -> Cell | None:
        index = self._columns.roles.get(role)
        if index is None:
            return None
        return next((cell for cell in row.cells if cell.first_column <= index <= cell.last_column), None)

    def _value(self, row: Row, role: Column) -> str:
        cell = self._cell(row, role)
        return self._words(cell) if cell else ""

    def _words(self, cell: Cell) -> str:
        return collapse(self._text[cell.start : cell.end])


def _bodies(printed: str) -> tuple[str, ...]:
    """The bodies of a cell, each without what the cell says they do."""
    return tuple(_name(body) for body in split_bodies(_WITH.sub(", ", printed)))


def _name(body: str) -> str:
    after = _AFTER_NAME.search(body)
    end = after.start() if after else len(body)
    for match in PREDICATE.finditer(body, 1, end):
        opened = body.count("(", 0, match.start()) > body.count(")", 0, match.start())
        says_what = bool(match["order"]) or match[0] in _CELL_VERBS
        if says_what and not opened and begins_body(body) and is_predicate(body, match):
            return body[: match.start()].rstrip(" ,;")
    return body[:end]
