"""The register of tasks: filters, roles and order, over documents of places that do not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from kb.bodies import How
from kb.model import Recurrence, Task
from kb.tasks import Role, TaskFilter, register


@dataclass(frozen=True)
class Paper:
    """What the register needs of a document."""

    id: str
    number: str | None
    locality: str | None
    title: str | None = "Kế hoạch chuyển đổi số"
    issuer: str | None = "Ủy ban nhân dân tỉnh"
    issued_on: date | None = date(2025, 5, 1)
    source: str = "ke-hoach.docx"


def a_task(text: str, lead: str = "", cooperate: str = "", due: str | None = None, **more: object) -> Task:
    facts: dict[str, object] = {
        "where": "II/1",
        "start": 0,
        "end": len(text),
        "text": text,
        "lead": tuple(lead.split("|")) if lead else (),
        "cooperate": tuple(cooperate.split("|")) if cooperate else (),
        "deadline": due,
        "due": date.fromisoformat(due) if due else None,
        "recurrence": None,
        "result": None,
        "rule": "subject",
    }
    return Task(**{**facts, **more})  # type: ignore[arg-type]


QUANG_NGAI = Paper("a1", "12/KH-UBND", "Quảng Ngãi")
NGHE_AN = Paper("b2", "7/KH-UBND", "Nghệ An")
CENTRAL = Paper("c3", "9/QĐ-TTg", None, issuer="Thủ tướng Chính phủ")

SURVEY = a_task("Khảo sát hiện trạng", "Sở Tài chính", "Sở Nội vụ|UBND các xã, phường", "2025-12-31")
NETWORK = a_task("Xây dựng mạng", "Sở Thông tin và Truyền thông", "", "2025-06-30")
REPORT = a_task("Báo cáo", "Các sở, ban, ngành", deadline="hằng năm", recurrence=Recurrence.YEARLY)
TRAIN = a_task("Tập huấn", "Giám đốc Sở Nội vụ", deadline="ngay sau khi ban hành")
LAW = a_task("Xây dựng Luật", "Bộ Khoa học và Công nghệ", "Các bộ, ngành, địa phương", "2026-03-31")
SHELF = ((QUANG_NGAI, (TRAIN, REPORT, SURVEY, NETWORK)), (NGHE_AN, (SURVEY,)), (CENTRAL, (LAW,)))


def texts(wanted: TaskFilter) -> list[str]:
    return [entry.task.text for entry in register(SHELF, wanted)]


def test_sorted_by_day_then_recurring_then_without_a_day() -> None:
    assert [entry.task.text for entry in register(SHELF)] == [
        "Xây dựng mạng", "Khảo sát hiện trạng", "Khảo sát hiện trạng", "Xây dựng Luật", "Báo cáo", "Tập huấn",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (TaskFilter(unit="Sở Tài chính", unit_locality="Quảng Ngãi"), ["Khảo sát hiện trạng", "Báo cáo"]),
        (TaskFilter(unit="Sở Tài chính tỉnh Nghệ An"), ["Khảo sát hiện trạng"]),
        (TaskFilter(unit="Sở KH&CN"), ["Xây dựng mạng", "Báo cáo"]),
        (TaskFilter(unit="Sở Nội vụ", unit_locality="Quảng Ngãi"), ["Khảo sát hiện trạng", "Báo cáo", "Tập huấn"]),
        (TaskFilter(unit="Sở Nội vụ", unit_locality="Quảng Ngãi", role=Role.LEAD), ["Báo cáo", "Tập huấn"]),
        (TaskFilter(unit="UBND xã Suối Mơ", unit_locality="Quảng Ngãi"), ["Khảo sát hiện trạng", "Xây dựng Luật"]),
        (TaskFilter(unit="UBND tỉnh Quảng Ngãi"), ["Xây dựng Luật"]),
        (TaskFilter(unit="Bộ Thông tin và Truyền thông"), ["Xây dựng Luật"]),
        (TaskFilter(unit="Bộ Quốc phòng", role=Role.LEAD), []),
        (TaskFilter(due_before=date(2025, 12, 31)), ["Xây dựng mạng"]),
        (
            TaskFilter(overdue_on=date(2026, 1, 1), document_ids=frozenset({"a1"})),
            ["Xây dựng mạng", "Khảo sát hiện trạng"],
        ),
        (TaskFilter(overdue_on=date(2025, 6, 30)), []),
        (TaskFilter(document_ids=frozenset()), []),
    ],
)
def test_filters(wanted: TaskFilter, found: list[str]) -> None:
    assert texts(wanted) == found


def test_role_and_reason_are_said() -> None:
    entries = {entry.task.text: entry for entry in register(SHELF, TaskFilter(unit="Sở KH&CN"))}
    network, report = entries["Xây dựng mạng"], entries["Báo cáo"]
    assert network.match is not None
    assert (network.role, network.match.how) == (Role.LEAD, How.FORMER_NAME)
    assert report.match is not None
    assert report.match.said == "thuộc nhóm “Các sở, ban, ngành”"


def test_names_are_understood_as_of_a_day() -> None:
    before_merger = TaskFilter(unit="Sở Khoa học và Công nghệ", role=Role.LEAD, as_of=date(2024, 1, 1))
    assert texts(before_merger) == ["Báo cáo"]


@pytest.mark.parametrize(
    ("on", "overdue", "left"),
    [("2025-06-29", False, 1), ("2025-06-30", False, 0), ("2025-07-01", True, -1)],
)
def test_the_last_day_allowed_is_not_overdue(on: str, overdue: bool, left: int) -> None:
    entry = register([(QUANG_NGAI, (NETWORK,))])[0]
    assert entry.is_overdue(date.fromisoformat(on)) is overdue
    assert entry.days_left(date.fromisoformat(on)) == left


def test_recurring_work_is_never_overdue() -> None:
    entry = register([(QUANG_NGAI, (REPORT,))])[0]
    assert not entry.is_overdue(date(2099, 1, 1))
    assert entry.days_left(date(2025, 1, 1)) is None
