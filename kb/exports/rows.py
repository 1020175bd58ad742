"""One row for each task, the same in every table that leaves the product."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kb.model import Recurrence
from kb.tasks import RegisteredTask
from kb.text import collapse

_IN_WORDS = {
    Recurrence.YEARLY: "hằng năm",
    Recurrence.HALF_YEARLY: "6 tháng một lần",
    Recurrence.QUARTERLY: "hằng quý",
    Recurrence.MONTHLY: "hằng tháng",
    Recurrence.WEEKLY: "hằng tuần",
    Recurrence.REGULAR: "thường xuyên",
}

Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its heading and its width in characters."""

    heading: str
    width: int


COLUMNS = (
    Column("TT", 5),
    Column("Nhiệm vụ", 50),
    Column("Cơ quan chủ trì", 22),
    Column("Cơ quan phối hợp", 24),
    Column("Thời hạn (nguyên văn)", 16),
    Column("Hạn cuối", 11),
    Column("Lặp lại", 11),
    Column("Kết quả, sản phẩm", 22),
    Column("Số, ký hiệu", 16),
    Column("Ngày ban hành", 11),
    Column("Cơ quan ban hành", 18),
    Column("Vị trí trong văn bản", 16),
    Column("Vai trò của đơn vị", 11),
    Column("Lý do", 22),
)


def recurrence_in_words(recurrence: Recurrence | None) -> str | None:
    return _IN_WORDS[recurrence] if recurrence else None


def task_rows(entries: Iterable[RegisteredTask]) -> Iterator[tuple[Value, ...]]:
    """The values of each task in the order of COLUMNS; days as dates, nothing as None."""
    for index, entry in enumerate(entries, start=1):
        task = entry.task
        yield (
            index,
            collapse(task.text),
            "; ".join(task.lead) or None,
            "; ".join(task.cooperate) or None,
            task.deadline,
            task.due,
            recurrence_in_words(task.recurrence),
            task.result,
            entry.number,
            entry.issued_on,
            entry.issuer,
            task.where,
            str(entry.role) if entry.role else None,
            entry.match.said if entry.match else None,
        )
