"""Tasks in texts that lay down rules: whose duty is said outright, dated, or under a heading of responsibilities."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.model import Task

ReadTasks = Callable[..., tuple[Task, ...]]
Shown = list[tuple[str, str]]


@pytest.fixture
def rules_of(tasks_of: ReadTasks) -> Callable[[str], tuple[Task, ...]]:
    """Tasks of a circular whose articles are given."""

    def read(body: str) -> tuple[Task, ...]:
        return tasks_of(body, title="THÔNG TƯ\nQuy định về quản lý đồng muối", number="9/2026/TT-BNNMT")

    return read


def shown(tasks: tuple[Task, ...]) -> Shown:
    """Where and who leads."""
    return [(task.where, "; ".join(task.lead)) for task in tasks]


def test_the_mark_of_a_note_hides_no_subject_and_belongs_to_no_task(
    rules_of: Callable[[str], tuple[Task, ...]],
) -> None:
    tasks = rules_of(
        """
Điều 4. Trách nhiệm của cơ quan quản lý

1. [12] Chi cục Thủy lợi cấp tỉnh có trách nhiệm kiểm tra độ mặn.

2. [13][14] Lưu trữ kết quả đo.
"""
    )
    assert [(task.where, task.lead[0], task.text[:20]) for task in tasks] == [
        ("Điều 4/1", "Chi cục Thủy lợi cấp tỉnh", "Chi cục Thủy lợi cấp"),
        ("Điều 4/2", "cơ quan quản lý", "Lưu trữ kết quả đo."),
    ]
