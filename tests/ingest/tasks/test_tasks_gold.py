"""Measured on the annotated documents, where they are at hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kb.model import Task

from .conftest import tasks_of_file

SHARED = Path(__file__).parents[4] / "shared"
GOLD = SHARED / "gold"
NAMES = (
    "seed.json",
    "010-CT-UBND.md.json",
    "1627-QD-UBND.md.json",
    "627-TB-VPCP.md.json",
    "877-QD-BTP-2025-Ke-hoach.docx.json",
    "877-QD-BTP-2025-Phu-luc.docx.json",
    "877-QD-BTP-2025.docx.json",
    "987-KH-UBND.md.json",
)
# As the product is measured: of the annotated tasks and of the found ones, at least this share.
LEAST_SHARE = 0.95


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def found(wanted: dict[str, object], tasks: list[Task]) -> Task | None:
    start = squeezed(str(wanted["starts"]))[:32]
    return next((task for task in tasks if start in squeezed(task.text)[: len(start) + 80]), None)


@pytest.mark.skipif(not GOLD.is_dir(), reason="cần thư mục ../shared/gold")
@pytest.mark.parametrize("name", NAMES)
def test_tasks_of_an_annotated_document(name: str) -> None:
    gold = json.loads((GOLD / name).read_text(encoding="utf-8"))
    tasks = list(tasks_of_file(SHARED / "documents" / gold["file"]))
    free, hits, right_due = list(tasks), 0, 0
    for wanted in gold["tasks"]:
        task = found(wanted, free)
        if task is None:
            continue
        free.remove(task)
        hits += 1
        due = str(task.due) if task.due else task.recurrence and str(task.recurrence).replace("half-yearly", "regular")
        right_due += due in (wanted["due"], wanted.get("due_inclusive"))
    assert hits >= LEAST_SHARE * len(gold["tasks"])
    assert len(free) <= (1 - LEAST_SHARE) * max(len(tasks), 1)
    assert right_due >= LEAST_SHARE * hits
