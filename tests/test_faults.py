"""Bad input and bad luck: an error that says what, where and the remedy, and a catalogue that stays whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builders import HashEncoder, decision, write_decisions
from command import PROGRAM, environment, kb
from sqlalchemy import Engine, event

from ingest.pipeline import reader
from kb.catalogue import Catalogue
from kb.intake import Intake
from kb.model import AddStatus
from kb.settings import Settings


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "tot.txt"
    file.write_text(decision(), encoding="utf-8")
    return file


def make_bad(folder: Path, kind: str) -> Path:
    """A file (or its absence, or a folder) of the named bad kind."""
    file = folder / f"{kind}.txt"
    if kind == "rong":
        file.write_bytes(b"")
    elif kind == "nhi-phan":
        file.write_bytes(bytes(range(256)) * 64)
    elif kind == "qua-lon":
        with file.open("wb") as stream:
            stream.truncate(51_000_000)
    elif kind == "thu-muc-trong":
        file = folder / kind
        file.mkdir()
    elif kind == "la-loai":
        file = folder / "la.exe"
        file.write_text(decision(), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("khong-co", "không có tệp"),
        ("rong", "rỗng"),
        ("thu-muc-trong", "không có văn bản"),
        ("nhi-phan", "nhi-phan.txt"),
        ("qua-lon", "MB"),
        ("la-loai", "la.exe"),
    ],
)
def test_bad_input_is_named_with_the_remedy_and_the_catalogue_stays_empty(
    home: Path, tmp_path: Path, kind: str, said: str
) -> None:
    bad = make_bad(tmp_path, kind)
    result = kb(home, "add", bad)
    assert result.returncode == 1
    assert said in result.stderr
    assert bad.name in result.stderr
    assert "—" in result.stderr, "the remedy stands behind a dash"
    assert "Traceback" not in result.stderr
    assert Catalogue(f"sqlite:///{home / 'catalogue.sqlite'}").count()["documents"] == 0


def test_a_bad_file_does_not_stop_the_others(home: Path, tmp_path: Path, good: Path) -> None:
    result = kb(home, "add", make_bad(tmp_path, "rong"), good)
    assert result.returncode == 1
    assert "rong.txt" in result.stderr
    assert Catalogue(f"sqlite:///{home / 'catalogue.sqlite'}").count()["documents"] == 1


@pytest.mark.parametrize("arguments", [(), ("add",), ("khong-co-lenh",), ("search",), ("tasks", "--due-before", "mai")])
def test_wrong_use_exits_with_2_and_one_line(home: Path, arguments: tuple[str, ...]) -> None:
    result = kb(home, *arguments)
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Traceback" not in result.stderr


def test_a_second_add_is_told_to_wait(home: Path, tmp_path: Path, good: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from kb.intake.lock import writing_alone\n"
        "with writing_alone(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, str(home)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    result = kb(home, "add", good)
    holder.kill()
    holder.wait()
    assert result.returncode == 1
    assert "đang ghi" in result.stderr
    assert "đợi" in result.stderr
    assert kb(home, "add", good).returncode == 0, "the lock goes with the process that held it"


@pytest.mark.skipif(os.geteuid() != 0, reason="cần quyền root để gắn một ổ đĩa nhỏ")
def test_a_full_disk_is_said_and_what_was_stored_stays(tmp_path: Path, encoder_folder: Path) -> None:
    small = tmp_path / "small-disk"
    small.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", str(small)], check=True)
    try:
        (small / "encoder").symlink_to(encoder_folder)
        documents = tmp_path / "documents"
        documents.mkdir()
        write_decisions(documents, 40)
        result = kb(small, "add", documents)
        assert result.returncode == 1
        assert "đầy" in result.stderr or "chỗ trống" in result.stderr
        assert "Traceback" not in result.stderr
        assert_whole(Catalogue(f"sqlite:///{small / 'catalogue.sqlite'}"))
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


def test_a_process_killed_between_any_two_writes_leaves_the_catalogue_whole(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    write_decisions(documents, 2)
    expected = finished_state(tmp_path / "undisturbed", documents)
    for nth in range(1, 1000):
        folder = tmp_path / f"killed-{nth}"
        was_killed = run_and_kill_at(folder, documents, nth)
        assert_whole(Catalogue(f"sqlite:///{folder / 'catalogue.sqlite'}"))
        assert finished_state(folder, documents) == expected
        if not was_killed:
            assert nth > 20, "the run has more than 20 writes to be killed at"
            return
    pytest.fail("the run never came to its end")


def test_a_killed_command_can_be_run_again(home: Path, tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    write_decisions(documents, 12)
    for delay_s in (0.6, 1.2, 1.8):
        process = subprocess.Popen([PROGRAM, "add", str(documents)], env=environment(home), stdout=subprocess.DEVNULL)
        time.sleep(delay_s)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert_whole(Catalogue(f"sqlite:///{home / 'catalogue.sqlite'}"))
    assert kb(home, "add", documents).returncode == 0
    assert Catalogue(f"sqlite:///{home / 'catalogue.sqlite'}").count()["documents"] == 12


def intake_at(folder: Path) -> Intake:
    settings = Settings(home=folder, corpus=folder / "no-corpus")
    return Intake(settings, Catalogue(settings.catalogue_url), reader, HashEncoder)


def finished_state(folder: Path, documents: Path) -> dict[str, tuple[str, ...]]:
    """Adds what is missing and gives the ids with the sizes of their layers."""
    intake = intake_at(folder)
    outcomes = list(intake.add([documents]))
    assert not [outcome for outcome in outcomes if outcome.status is AddStatus.FAILED]
    return {summary.id: layer_sizes(intake.catalogue, summary.id) for summary in intake.catalogue.summaries()}


def layer_sizes(catalogue: Catalogue, document_id: str) -> tuple[str, ...]:
    stored = catalogue.stored(document_id)
    assert stored is not None
    layers = (stored.provisions, stored.references, stored.tasks, stored.passages, stored.sources)
    return tuple(str(len(layer)) for layer in layers)


def assert_whole(catalogue: Catalogue) -> None:
    """The file is sound, and every document in it has its passages, their vectors and its source."""
    assert catalogue.integrity_fault() is None
    for summary in catalogue.summaries():
        stored = catalogue.stored(summary.id)
        assert stored is not None
        assert stored.provisions
        assert stored.passages
        assert stored.sources
        (encoder,) = catalogue.encoder_names()
        assert all(passage.vector is not None for passage in catalogue.passages([summary.id], encoder))


def run_and_kill_at(folder: Path, documents: Path, nth: int) -> bool:
    """Adds in a process that is killed just before its `nth` write of a row or a file; False: it ended before."""
    child = os.fork()
    if child == 0:
        count = 0

        def tick() -> None:
            nonlocal count
            count += 1
            if count == nth:
                os.kill(os.getpid(), signal.SIGKILL)

        def on_audit(name: str, arguments: tuple[object, ...]) -> None:
            is_our_file = name in ("os.rename", "shutil.copyfile") and str(folder) in str(arguments)
            if is_our_file:
                tick()

        sys.addaudithook(on_audit)
        event.listen(Engine, "before_cursor_execute", lambda *_: tick())
        event.listen(Engine, "commit", lambda *_: tick())
        list(intake_at(folder).add([documents]))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
