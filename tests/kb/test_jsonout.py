"""The JSON of the command's contract."""

from __future__ import annotations

from datetime import date

import pytest

from kb.cli.jsonout import plain, task_json
from kb.model import NodeRef, Recurrence, Task


def task(where: str, due: date | None = None, recurrence: Recurrence | None = None) -> Task:
    return Task(where, 0, 4, "Việc", ("Sở X",), (), None, due, recurrence, None, "prose")


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("IV/1/-2", "IV/1"),
        ("IV/1/-2/+1", "IV/1"),
        ("2/2.1/đoạn 3", "2/2.1"),
        ("Phụ lục II/I row 12", "Phụ lục II/I row 12"),
        ("mở đầu/đoạn 2", "preamble"),
        ("cuối văn bản", "closing"),
    ],
)
def test_a_task_stands_in_its_numbered_unit_and_keeps_its_very_place(path: str, where: str) -> None:
    data = task_json(task(path))
    assert (data["where"], data["path"]) == (where, path)


@pytest.mark.parametrize(
    ("due", "recurrence", "printed"),
    [
        (date(2025, 6, 30), None, "2025-06-30"),
        (None, Recurrence.YEARLY, "yearly"),
        (None, Recurrence.HALF_YEARLY, "regular"),
        (None, Recurrence.WEEKLY, "regular"),
        (None, None, None),
    ],
)
def test_a_deadline_is_a_day_or_one_of_four_periods(
    due: date | None, recurrence: Recurrence | None, printed: str | None
) -> None:
    assert task_json(task("1", due, recurrence))["due"] == printed


def test_values_become_plain_json() -> None:
    assert plain({"a": (date(2025, 1, 2), NodeRef("d", "1"), Recurrence.YEARLY)}) == {
        "a": ["2025-01-02", "d#1", "yearly"]
    }
