"""Registered tasks to be exported, of a province that does not exist."""

from __future__ import annotations

from datetime import date

import pytest

from kb.model import Recurrence, Task
from kb.tasks import RegisteredTask


def entry(text: str, where: str = "II/1", **facts: object) -> RegisteredTask:
    known: dict[str, object] = {
        "where": where,
        "start": 10,
        "end": 10 + len(text),
        "text": text,
        "lead": ("Sở Tài chính",),
        "cooperate": (),
        "deadline": None,
        "due": None,
        "recurrence": None,
        "result": None,
        "rule": "subject",
    }
    task = Task(**{**known, **facts})  # type: ignore[arg-type]
    return RegisteredTask(
        "d1", "15/KH-UBND", "Kế hoạch mùa lúa", "Ủy ban nhân dân tỉnh Sông Mơ", date(2025, 5, 6), None, "kh.docx", task
    )


@pytest.fixture
def entries() -> list[RegisteredTask]:
    return [
        entry(
            "Khảo sát\nđồng ruộng; lập báo cáo, trình duyệt",
            due=date(2025, 12, 30),
            deadline="trước ngày 31/12/2025",
            result="Báo cáo",
        ),
        entry('=HYPERLINK("http://x")', "II/2", cooperate=("+84", "@ai")),
        entry("Tổng kết", "II/3", deadline="Trước ngày 15/12 hàng năm", recurrence=Recurrence.YEARLY),
        entry("Giao ban", "II/4", deadline="hằng quý", recurrence=Recurrence.QUARTERLY),
        entry("Rà soát", "II/5", deadline="ngay sau khi Luật được thông qua"),
        entry("Không hạn", "II/6"),
    ]
