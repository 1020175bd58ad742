"""The columns of a task table by their names: what, who, with whom, by when, with what result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ingest.model import Row, Table
from kb.text import collapse


class Column(Enum):
    NUMBER = "number"
    WORK = "work"
    LEAD = "lead"
    COOPERATE = "cooperate"
    DEADLINE = "deadline"
    RESULT = "result"
    INDICATOR = "indicator"


# The first that fits names the column: "Đơn vị phối hợp thực hiện" cooperates, "Thời gian thực hiện" is a deadline,
# "Thời gian bắt đầu" is none, "Mục tiêu, nhiệm vụ" is work and "Mục tiêu" alone an indicator.
_FORMS = (
    (Column.NUMBER, r"^(?:tt|stt|số\s*tt|số\s+thứ\s+tự|no\.?)$"),
    (Column.LEAD, r"chủ\s+trì.*phối\s+hợp|phối\s+hợp.*chủ\s+trì"),
    (Column.COOPERATE, r"phối\s+hợp|cùng\s+thực\s+hiện|tham\s+gia"),
    (
        Column.DEADLINE,
        r"^(?!.*(?:bắt\s+đầu|khởi\s+công)).*(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|lộ\s+trình|hạn\s+(?:hoàn|cuối)|"
        r"ngày\s+hoàn\s+thành)",
    ),
    (Column.INDICATOR, r"^(?!.*nhiệm\s+vụ)(?:tên\s+|các\s+|nội\s+dung\s+)?(?:chỉ\s+tiêu|mục\s+tiêu|chỉ\s+số)"),
    (Column.RESULT, r"kết\s+quả|sản\s+phẩm|đầu\s+ra|hình\s+thức\s+văn\s+bản"),
    (
        Column.LEAD,
        r"chủ\s+trì|phân\s+công|trách\s+nhiệm|^(?:cơ\s+quan|đơn\s+vị)$|đầu\s+mối|"
        r"(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|cá\s+nhân|người)[\s,/\w]*(?:thực\s+hiện|phụ\s+trách|tham\s+mưu)",
    ),
    (
        Column.WORK,
        r"nhiệm\s+vụ|nội\s+dung|công\s+việc|hoạt\s+động|giải\s+pháp|đề\s+án|^việc|"
        r"tên\s+(?:chương\s+trình|dự\s+án|văn\s+bản)",
    ),
)
_NAMES = tuple((column, re.compile(form, re.IGNORECASE | re.DOTALL)) for column, form in _FORMS)
# Of two columns of work the one that says it in detail ("Nhóm nhiệm vụ | Nội dung cụ thể").
_IN_DETAIL = re.compile(r"cụ\s+thể|chi\s+tiết", re.IGNORECASE)
# A second row of names ("Chủ trì | Phối hợp" under "Cơ quan thực hiện") has names of at most so many characters.
_LONGEST_NAME = 40
# A row that names at least so many columns is a header again.
_LEAST_NAMES = 3
_COUNTED = re.compile(r"\(?\d{1,2}\)?$|\([A-ZĐ]\)$|[A-ZĐ]$")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what, by its position; `first_row` is the first that is no header. `is_guessed`:
    no header names them, what the cells hold does."""

    roles: dict[Column, int]
    count: int
    first_row: int = 0
    is_guessed: bool = False

    @property
    def hold_tasks(self) -> bool:
        return Column.WORK in self.roles and Column.LEAD in self.roles


def columns_of(text: str, table: Table, before: Columns | None) -> Columns | None:
    """The columns of a table: of its header, of a first row that reads as one, or, for a table without any that is
    as wide, of the table before it, with which it goes on. None when it is no table of tasks."""
    names = [list(table.columns)] if table.columns else []
    first_row = table.header_rows
    if not names and table.rows:
        candidate = _names_of(text, table.rows[0])
        if read_columns(candidate).hold_tasks:
            names, first_row = [candidate], 1
    if not names:
        goes_on = before is not None and _width(table) == before.count
        return Columns(before.roles, before.count, is_guessed=before.is_guessed) if before and goes_on else None
    while first_row < len(table.rows) and _is_header(text, table.rows[first_row]):
        names.append(_names_of(text, table.rows[first_row]))
        first_row += 1
    width = max(len(row) for row in names)
    joined = [" ".join(row[index] for row in names if index < len(row)) for index in range(width)]
    columns = read_columns(joined)
    return Columns(columns.roles, columns.count, first_row) if columns.hold_tasks else None


def read_columns(names: Sequence[str]) -> Columns:
    """The roles of named columns; the first column of a role keeps it, work in detail apart."""
    roles: dict[Column, int] = {}
    for index, name in enumerate(names):
        role = next((role for role, form in _NAMES if form.search(collapse(name))), None)
        if role is Column.WORK and _IN_DETAIL.search(name):
            roles[role] = index
        elif role is not None:
            roles.setdefault(role, index)
    return Columns(roles, len(names))


def repeats_header(text: str, row: Row) -> bool:
    """A row in the middle of a table that prints the names of the columns again."""
    filled = [words for cell in row.cells if (words := collapse(text[cell.start : cell.end]))]
    if any(len(words) > _LONGEST_NAME for words in filled):
        return False
    return len(read_columns(filled).roles) >= _LEAST_NAMES


def _is_header(text: str, row: Row) -> bool:
    """A row below the names that belongs to them: names of parts of a column, or numbers of columns."""
    filled = [words for cell in row.cells if (words := collapse(text[cell.start : cell.end]))]
    if len(filled) < 2:
        return False
    if len(filled) == len(row.cells) and all(_COUNTED.match(words) for words in filled):
        return True
    return all(len(words) <= _LONGEST_NAME and _role_of(words) for words in filled)


def _role_of(name: str) -> Column | None:
    who = (Column.LEAD, Column.COOPERATE)
    return next((role for role, form in _NAMES if role in who and form.search(name)), None)


def _names_of(text: str, row: Row) -> list[str]:
    width = row.cells[-1].last_column + 1 if row.cells else 0
    names = [""] * width
    for cell in row.cells:
        for index in range(cell.first_column, cell.last_column + 1):
            words = collapse(text[cell.start : cell.end])
            names[index] = "" if _COUNTED.match(words) else words
    return names


def _width(table: Table) -> int:
    return max((row.cells[-1].last_column + 1 for row in table.rows if row.cells), default=0)
