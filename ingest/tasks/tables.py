"""Tasks in tables: the columns that say what, who, with whom, by when and with what result, by their names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ingest.model import Cell, LaidText, Row, Table
from ingest.tasks.words import PREDICATE, is_predicate
from kb.bodies import begins_body, split_bodies
from kb.deadline import read_deadline
from kb.model import Provision, ProvisionKind, Task
from kb.text import collapse


class Column(Enum):
    NUMBER = "number"
    WORK = "work"
    LEAD = "lead"
    COOPERATE = "cooperate"
    DEADLINE = "deadline"
    RESULT = "result"
    INDICATOR = "indicator"


# The first that fits names the column: "Đơn vị phối hợp thực hiện" cooperates, "Thời gian thực hiện" is a deadline.
_NAMES = (
    (Column.NUMBER, re.compile(r"^(?:tt|stt|số\s*tt|số\s+thứ\s+tự|no\.?)$", re.IGNORECASE)),
    (Column.COOPERATE, re.compile(r"phối\s+hợp|cùng\s+thực\s+hiện|tham\s+gia", re.IGNORECASE)),
    (
        Column.DEADLINE,
        re.compile(
            r"thời\s+(?:gian|hạn|điểm)|tiến\s+độ|lộ\s+trình|hạn\s+(?:hoàn|cuối)|ngày\s+hoàn\s+thành", re.IGNORECASE
        ),
    ),
    (
        Column.INDICATOR,
        re.compile(r"^(?:tên\s+|các\s+|nội\s+dung\s+)?(?:chỉ\s+tiêu|mục\s+tiêu|chỉ\s+số)", re.IGNORECASE),
    ),
    (Column.RESULT, re.compile(r"kết\s+quả|sản\s+phẩm|đầu\s+ra|hình\s+thức\s+văn\s+bản|cấp\s+trình", re.IGNORECASE)),
    (
        Column.LEAD,
        re.compile(
            r"chủ\s+trì|(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|cá\s+nhân|người)[\s,/\w]*(?:thực\s+hiện|đầu\s+mối|chịu\s+trách\s+nhiệm|phụ\s+trách|tham\s+mưu)|"
            r"phân\s+công|trách\s+nhiệm|^(?:cơ\s+quan|đơn\s+vị)$|đầu\s+mối",
            re.IGNORECASE,
        ),
    ),
    (
        Column.WORK,
        re.compile(
            r"nhiệm\s+vụ|nội\s+dung|công\s+việc|hoạt\s+động|giải\s+pháp|tên\s+(?:đề\s+án|chương\s+trình|dự\s+án|văn\s+bản)|đề\s+án|^việc",
            re.IGNORECASE,
        ),
    ),
)
_DECIDED_BY = re.compile(r"cấp\s+trình|trình\s+", re.IGNORECASE)
# "Cục A tổng hợp trên cơ sở …", "Bộ B với các tiêu chuẩn …": in a cell of leads the name ends here.
_AFTER_NAME = re.compile(r"\s+(?:với\s+các|đối\s+với|trên\s+cơ\s+sở|\(?qua\s)", re.IGNORECASE)
_CONFIDENCE = 0.97


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what, by its position."""

    roles: dict[Column, int]
    count: int

    @property
    def hold_tasks(self) -> bool:
        return Column.WORK in self.roles and Column.LEAD in self.roles


def read_columns(names: Sequence[str]) -> Columns:
    """The roles of named columns; the first column of a role keeps it."""
    roles: dict[Column, int] = {}
    for index, name in enumerate(names):
        role = next((role for role, form in _NAMES if form.search(collapse(name))), None)
        if role is not None:
            roles.setdefault(role, index)
    return Columns(roles, len(names))


def find_table_tasks(laid: LaidText, provisions: Sequence[Provision], issued_on: date | None) -> Iterator[Task]:
    """The tasks of every table with a column of work and one of leads, and of tables that go on with such a one."""
    places = _Places(provisions)
    current: Columns | None = None
    for table in laid.tables:
        if table.columns:
            current = read_columns(table.columns)
        columns = current if current and current.hold_tasks and _goes_on(table, current) else None
        if columns:
            yield from _TableReader(laid.text, columns, places, issued_on).read(table)


def _goes_on(table: Table, columns: Columns) -> bool:
    """Whether a table has these columns: its own, or, without a header, as many as the table before it."""
    if table.columns:
        return True
    widths = [row.cells[-1].last_column + 1 for row in table.rows if row.cells]
    return bool(widths) and max(widths) == columns.count


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
        for row in table.rows[table.header_rows :]:
            if self._is_group(row):
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
        said = [self._value(row, role) for role in (Column.LEAD, Column.COOPERATE, Column.DEADLINE, Column.RESULT)]
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
        cooperate = self._filled(row, Column.COOPERATE)
        offset = deadline_cell.start if deadline_cell else 0
        return Task(
            where=self._places.path(row.start) or f"row {self._words(row.cells[0])}".strip(),
            start=work.start,
            end=work.end,
            text=self._text[work.start : work.end],
            lead=_bodies(self._text[lead.start : lead.end]) if lead else (),
            cooperate=_bodies(self._text[cooperate.start : cooperate.end]) if cooperate else (),
            deadline=deadline.printed if deadline else None,
            due=deadline.due if deadline else None,
            recurrence=deadline.recurrence if deadline else None,
            result=(self._words(result) or None) if result else None,
            rule="table",
            lead_span=(lead.start, lead.end) if lead and self._words(lead) else None,
            deadline_span=(deadline.start + offset, deadline.end + offset) if deadline else None,
            result_span=(result.start, result.end) if result and self._words(result) else None,
            confidence=_CONFIDENCE,
        )

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
    return tuple(_name(body) for body in split_bodies(printed))


def _name(body: str) -> str:
    after = _AFTER_NAME.search(body)
    end = after.start() if after else len(body)
    for match in PREDICATE.finditer(body, 1, end):
        opened = body.count("(", 0, match.start()) > body.count(")", 0, match.start())
        if not opened and begins_body(body) and is_predicate(body, match):
            return body[: match.start()].rstrip(" ,;")
    return body[:end]
