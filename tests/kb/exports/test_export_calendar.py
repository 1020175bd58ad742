"""The calendar: RFC 5545 by its letter, days, rules, and deadlines that have no day."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kb.exports import write_calendar
from kb.exports.calendar import first_turn
from kb.model import Recurrence, Task
from kb.tasks import RegisteredTask

TODAY = date(2025, 11, 20)


def components(path: Path) -> list[dict[str, str]]:
    """The events and to-dos of a calendar, unfolded, by property name."""
    raw = path.read_bytes().decode("utf-8")
    lines = re.sub(r"\r\n ", "", raw).split("\r\n")
    found: list[dict[str, str]] = []
    for line in lines:
        if line in ("BEGIN:VEVENT", "BEGIN:VTODO"):
            found.append({"kind": line[6:]})
        elif found and ":" in line and not line.startswith(("BEGIN", "END")):
            name, value = line.split(":", 1)
            found[-1].setdefault(name, value)
    return found


def test_each_deadline_has_its_component(entries: list[RegisteredTask], tmp_path: Path) -> None:
    dated, yearly, quarterly, relative = components(write_calendar(entries, tmp_path / "lich.ics", TODAY))
    assert dated["DTSTART;VALUE=DATE"] == "20251230"
    assert dated["DTEND;VALUE=DATE"] == "20251231"
    assert dated["SUMMARY"] == "[15/KH-UBND] Khảo sát đồng ruộng\\; lập báo cáo\\, trình duyệt"
    assert (yearly["DTSTART;VALUE=DATE"], yearly["RRULE"]) == ("20251214", "FREQ=YEARLY")
    assert (quarterly["DTSTART;VALUE=DATE"], quarterly["RRULE"]) == (
        "20251231",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
    )
    assert relative["kind"] == "VTODO"
    assert "Thời hạn (nguyên văn): ngay sau khi Luật được thông qua" in relative["DESCRIPTION"]
    assert not any(name.startswith("DTSTART") for name in relative)


def test_form_of_the_file(entries: list[RegisteredTask], tmp_path: Path) -> None:
    raw = write_calendar(entries, tmp_path / "lich.ics", TODAY).read_bytes()
    lines = raw.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in raw.replace(b"\r\n", b"")
    for line in lines:
        line.decode("utf-8")
    assert raw.count(b"BEGIN:") == raw.count(b"END:")


def test_the_same_task_keeps_its_identity(entries: list[RegisteredTask], tmp_path: Path) -> None:
    first = components(write_calendar(entries, tmp_path / "a.ics", TODAY))
    second = components(write_calendar(entries, tmp_path / "b.ics", date(2026, 2, 1)))
    assert [item["UID"] for item in first] == [item["UID"] for item in second]
    assert len({item["UID"] for item in first}) == len(first)


@pytest.mark.parametrize(
    ("deadline", "recurrence", "day"),
    [
        ("Trước ngày 15/12 hàng năm", Recurrence.YEARLY, "2025-12-14"),
        ("Trước ngày 15/10 hằng năm", Recurrence.YEARLY, "2026-10-14"),
        ("hằng năm", Recurrence.YEARLY, "2025-12-31"),
        ("Định kỳ 6 tháng", Recurrence.HALF_YEARLY, "2025-12-31"),
        ("hằng quý", Recurrence.QUARTERLY, "2025-12-31"),
        ("trước ngày 20 hằng tháng", Recurrence.MONTHLY, "2025-12-19"),
        ("ngày 25 hằng tháng", Recurrence.MONTHLY, "2025-11-25"),
        ("hằng tháng", Recurrence.MONTHLY, "2025-11-30"),
        ("hằng tuần", Recurrence.WEEKLY, "2025-11-21"),
    ],
)
def test_first_turn(deadline: str, recurrence: Recurrence, day: str) -> None:
    task = Task("1", 0, 1, "x", (), (), deadline, None, recurrence, None, "subject")
    assert first_turn(task, TODAY) == date.fromisoformat(day)
