"""The index follows its catalogue: only what changed, beside other processes, whole whenever it is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import HashEncoder
from shelf import Shelf, summary

from kb.index import SearchIndex, open_index
from kb.index.weights import merged
from kb.lexicon.words import terms
from kb.model import Filters
from kb.settings import Settings

SUPPORT = Path(__file__).resolve().parents[2] / "support"


def found(index: SearchIndex, query: str) -> list[str]:
    scored = index.engine.matching(merged((term, 1.0) for term in terms(query)), Filters(), (), 10)
    passages = index.fetch([item.key for item in scored])
    return [passages[item.key].passage.id for item in scored if item.key in passages]


@pytest.fixture
def shelf() -> Shelf:
    shelf = Shelf()
    shelf.put(summary("rung", "Trồng rừng"), ["Trồng rừng phi lao.", "Bảo vệ rừng phòng hộ."])
    shelf.put(summary("nuoc", "Cấp nước"), ["Cấp nước sạch cho xã đảo."])
    return shelf


@pytest.fixture
def opened(shelf: Shelf, tmp_path: Path) -> Iterator[SearchIndex]:
    index = open_index(Settings(home=tmp_path), shelf, HashEncoder())
    yield index
    index.close()


def test_a_new_index_holds_every_passage(opened: SearchIndex) -> None:
    assert opened.engine.count() == 3
    assert found(opened, "phi lao") == ["rung-1"]
    assert set(opened.documents) == {"rung", "nuoc"}


def test_only_what_changed_is_read_again(opened: SearchIndex, shelf: Shelf) -> None:
    shelf.reads.clear()
    shelf.put(summary("truong", "Trường học"), ["Sửa mái trường."])
    assert opened.follow()
    assert shelf.reads == [("truong",)]
    assert found(opened, "mái trường") == ["truong-1"]
    assert not opened.follow()


def test_a_changed_document_loses_its_old_passages(opened: SearchIndex, shelf: Shelf) -> None:
    shelf.put(summary("rung", "Trồng rừng"), ["Trồng rừng thông."])
    opened.follow()
    assert found(opened, "phi lao") == []
    assert found(opened, "thông") == ["rung-1"]
    assert opened.engine.count() == 2


def test_a_removed_document_is_gone(opened: SearchIndex, shelf: Shelf) -> None:
    shelf.take_away("nuoc")
    opened.follow()
    assert found(opened, "nước sạch") == []
    assert "nuoc" not in opened.documents


def test_a_correction_changes_what_filters_see(opened: SearchIndex, shelf: Shelf) -> None:
    shelf.correct("nuoc", kind="Kế hoạch")
    opened.follow()
    scored = opened.engine.matching(merged([("nước", 1.0)]), Filters(kinds=("Kế hoạch",)), (), 10)
    assert len(scored) == 1


def test_the_folder_is_opened_again_without_reading_passages(shelf: Shelf, tmp_path: Path) -> None:
    open_index(Settings(home=tmp_path), shelf, HashEncoder()).close()
    shelf.reads.clear()
    again = open_index(Settings(home=tmp_path), shelf, HashEncoder())
    assert shelf.reads == []
    assert found(again, "phi lao") == ["rung-1"]
    assert again.vocabulary.count("phi lao") == 1
    again.close()


def test_a_stale_folder_catches_up(shelf: Shelf, tmp_path: Path) -> None:
    open_index(Settings(home=tmp_path), shelf, HashEncoder()).close()
    shelf.put(summary("truong", "Trường học"), ["Sửa mái trường."])
    shelf.reads.clear()
    again = open_index(Settings(home=tmp_path), shelf, HashEncoder())
    assert shelf.reads == [("truong",)]
    assert again.engine.count() == 4
    again.close()


def test_a_second_index_beside_the_first_has_a_folder_of_its_own(
    shelf: Shelf, tmp_path: Path, opened: SearchIndex
) -> None:
    shelf.reads.clear()
    beside = open_index(Settings(home=tmp_path), shelf, HashEncoder())
    assert shelf.reads == []  # copied, not built
    assert found(beside, "phi lao") == ["rung-1"]
    shelf.put(summary("truong", "Trường học"), ["Sửa mái trường."])
    beside.follow()
    opened.follow()
    assert found(beside, "mái trường") == found(opened, "mái trường") == ["truong-1"]
    folder = beside._home.folder
    beside.close()
    assert not folder.exists()
    assert found(opened, "phi lao") == ["rung-1"]


def test_a_folder_without_stamp_is_built_anew(shelf: Shelf, tmp_path: Path) -> None:
    index = open_index(Settings(home=tmp_path), shelf, HashEncoder())
    index._home.unstamp()
    index.close()
    shelf.reads.clear()
    again = open_index(Settings(home=tmp_path), shelf, HashEncoder())
    assert shelf.reads == [None]
    assert again.engine.count() == 3
    again.close()


def test_damaged_files_are_built_anew(shelf: Shelf, tmp_path: Path) -> None:
    index = open_index(Settings(home=tmp_path), shelf, HashEncoder())
    vocabulary = index._home.vocabulary
    index.close()
    vocabulary.write_bytes(b"broken")
    again = open_index(Settings(home=tmp_path), shelf, HashEncoder())
    assert found(again, "phi lao") == ["rung-1"]
    again.close()


def test_another_encoder_has_an_index_of_its_own(shelf: Shelf, tmp_path: Path, opened: SearchIndex) -> None:
    class Other(HashEncoder):
        name = "hash-other"

    other = open_index(Settings(home=tmp_path), shelf, Other())
    assert other._home.is_shared
    assert other.engine.count() == 3
    other.close()


def test_where_the_home_cannot_be_written_the_index_is_temporary(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file where the folder should be")
    index = open_index(Settings(home=tmp_path), shelf, HashEncoder())
    assert found(index, "phi lao") == ["rung-1"]
    index.close()


_BUILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from builders import HashEncoder
from shelf import Shelf, summary
from kb.index import open_index
from kb.settings import Settings
shelf = Shelf()
for n in range(400):
    shelf.put(summary(f"d{n}", f"Văn bản {n}"), [f"Nội dung thứ {n} về việc số {n * 7}." for _ in range(10)])
print("ready", flush=True)
index = open_index(Settings(home=Path(sys.argv[1])), shelf, HashEncoder())
print(index.engine.count(), flush=True)
"""


@pytest.mark.parametrize("wait", [0.05, 0.4, 0.9])
def test_killed_at_any_moment_the_next_process_has_the_whole(tmp_path: Path, wait: float) -> None:
    command = [sys.executable, "-c", _BUILD, str(tmp_path), str(SUPPORT)]
    killed = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert killed.stdout is not None
    assert killed.stdout.readline().strip() == "ready"
    time.sleep(wait)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    after = subprocess.run(command, capture_output=True, text=True, check=True)
    assert after.stdout.split() == ["ready", "4000"]


def counts(index: SearchIndex) -> dict[str, int]:
    asked = ["rừng", "trồng rừng", "phi lao", "thông", "nước sạch", "cấp nước", "sạch"]
    return {term: index.vocabulary.count(term) for term in asked} | {"": index.vocabulary.passage_count}


def test_counts_are_those_of_an_index_built_anew(opened: SearchIndex, shelf: Shelf, tmp_path: Path) -> None:
    shelf.put(summary("rung", "Trồng rừng"), ["Trồng rừng thông."])
    opened.follow()
    shelf.put(summary("rung", "Trồng rừng (TR)"), ["Trồng rừng thông.", "Rừng thông (RT) ven hồ."])
    opened.follow()
    shelf.take_away("nuoc")
    shelf.correct("rung", kind="Kế hoạch")
    opened.follow()
    anew = open_index(Settings(home=tmp_path / "anew"), shelf, HashEncoder())
    assert counts(opened) == counts(anew)
    assert opened.vocabulary.forms("sach") == anew.vocabulary.forms("sach")
    assert opened.abbreviations.meaning("RT") == anew.abbreviations.meaning("RT") == "rừng thông"
    anew.close()


def test_a_definition_goes_with_its_document(opened: SearchIndex, shelf: Shelf) -> None:
    shelf.put(summary("vườn", "Vườn"), ["Vườn ươm giống rừng (VUGR) của huyện."])
    opened.follow()
    assert opened.abbreviations.meaning("VUGR") == "vườn ươm giống rừng"
    shelf.take_away("vườn")
    opened.follow()
    assert opened.abbreviations.meaning("VUGR") is None
    assert opened.abbreviations.shorts("vườn ươm giống rừng") == frozenset()
