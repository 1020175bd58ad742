"""Uploads wait, are read in a process of their own, and outlive the app."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest
from builders import decision

from kb.errors import NotFound, StorageFault
from kb.settings import Settings
from kb.staging import StagedStatus, StagingArea, Worker


@pytest.fixture
def worker(tmp_path: Path) -> Worker:
    return Worker(Settings(home=tmp_path / "home"))


def read_all(worker: Worker) -> None:
    worker.wake()
    worker.wait(120)


def test_a_good_file_becomes_ready_with_what_was_read(worker: Worker) -> None:
    item = worker.area.put("quyet-dinh.txt", decision().encode())
    assert item.status is StagedStatus.WAITING
    read_all(worker)
    assert worker.area.get(item.id).status is StagedStatus.READY
    parsed = worker.area.parsed(item.id)
    assert parsed.document.number == "15/QĐ-UBND"
    assert parsed.document.text[parsed.tasks[0].start : parsed.tasks[0].end] == parsed.tasks[0].text


@pytest.mark.parametrize(
    ("name", "content"),
    [("rong.txt", b""), ("hong.pdf", b"\x00\x01"), ("la.xyz", b"abc"), ("khong-duoi", b"abc")],
)
def test_a_bad_file_is_refused_with_reason_and_remedy(worker: Worker, name: str, content: bytes) -> None:
    item = worker.area.put(name, content)
    read_all(worker)
    refused = worker.area.get(item.id)
    assert refused.status is StagedStatus.REFUSED
    assert refused.message
    assert refused.remedy
    with pytest.raises(NotFound):
        worker.area.parsed(item.id)


def test_one_bad_file_does_not_stop_the_others(worker: Worker) -> None:
    bad, good = worker.area.put("a.pdf", b"x"), worker.area.put("b.txt", decision().encode())
    read_all(worker)
    assert worker.area.get(bad.id).status is StagedStatus.REFUSED
    assert worker.area.get(good.id).status is StagedStatus.READY


def test_the_same_content_is_one_item_and_names_stay_apart(worker: Worker) -> None:
    first, again = worker.area.put("a.txt", b"mot"), worker.area.put("b.txt", b"mot")
    other = worker.area.put("b.txt", b"hai")
    assert first.id == again.id
    assert len(worker.area.items()) == 2
    assert other.source != again.source


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "C:\\Users\\x\\a.txt", "a/b/c.txt", ""])
def test_a_name_cannot_leave_the_folder(worker: Worker, name: str) -> None:
    item = worker.area.put(name, b"abc")
    assert worker.area.file(item).resolve().is_relative_to(worker.area.folder.resolve())
    assert worker.area.file(item).read_bytes() == b"abc"


@pytest.mark.parametrize("item_id", ["../0123456789abc", "0123456789abcdef", "", "x" * 16])
def test_an_unknown_item_is_not_found(worker: Worker, item_id: str) -> None:
    with pytest.raises(NotFound):
        worker.area.get(item_id)


def test_a_reading_cut_off_by_a_crash_is_taken_up_again(worker: Worker) -> None:
    item = worker.area.put("a.txt", decision().encode())
    worker.area.save(replace(item, status=StagedStatus.READING, done=3, total=9))
    read_all(worker)
    assert worker.area.get(item.id).status is StagedStatus.READY


def test_a_reader_that_is_killed_refuses_its_file_alone(worker: Worker) -> None:
    item = worker.area.put("a.txt", decision().encode())
    worker.wake()
    _kill_child_of(os.getpid())
    worker.wait(120)
    refused = worker.area.get(item.id)
    assert refused.status is StagedStatus.REFUSED
    assert "dừng giữa chừng" in (refused.message or "")
    worker.area.read_again(refused)
    read_all(worker)
    assert worker.area.get(item.id).status is StagedStatus.READY


def _kill_child_of(pid: int) -> None:
    """Kills the reading process as soon as it exists."""
    children = Path(f"/proc/{pid}/task")
    for _ in range(2_000):
        found = [int(c) for task in children.iterdir() for c in (task / "children").read_text().split()]
        reading = [c for c in found if b"kb.staging.child" in Path(f"/proc/{c}/cmdline").read_bytes()]
        if reading:
            os.kill(reading[0], signal.SIGKILL)
            return
        time.sleep(0.005)
    raise AssertionError("the reading process was not seen")


def test_a_dropped_file_leaves_nothing(worker: Worker) -> None:
    item = worker.area.put("a.txt", b"abc")
    worker.area.drop(item.id)
    assert worker.area.items() == ()
    worker.area.save(item)
    assert worker.area.items() == ()


def test_a_data_folder_that_cannot_be_written_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "staging").write_text("", encoding="utf-8")
    with pytest.raises(StorageFault):
        StagingArea(tmp_path).put("a.txt", b"abc")
