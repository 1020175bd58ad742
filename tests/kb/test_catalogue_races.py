"""Two processes at one catalogue, and copies that a power failure cut off."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from linked import Written, put

from kb.catalogue import Catalogue
from kb.intake.files import keep_original, original_path
from kb.resolve import resolve_after_change

HELD = Written("0123456789ab", "Văn bản về nước sạch", number="5/QĐ-UBND")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'catalogue.sqlite'}"


@pytest.fixture
def catalogue(url: str) -> Iterator[Catalogue]:
    opened = Catalogue(url)
    yield opened
    opened.close()


def test_many_open_a_new_catalogue_at_once(url: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(Catalogue, [url] * 8))
    assert [one.version() for one in opened] == [0] * 8
    for one in opened:
        one.close()


def test_who_reads_does_not_wait_for_who_writes(url: str, catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        writer.put_registry([])
        reading = Catalogue(url)
        assert reading.version() == 0
        reading.close()


def test_a_document_that_another_process_took_out_is_out(catalogue: Catalogue) -> None:
    put(catalogue, HELD)
    for _ in range(2):
        with catalogue.writing() as writer:
            writer.remove(HELD.id)
            resolve_after_change(writer, [HELD.id])
    assert catalogue.stored(HELD.id) is None
    assert [row[2] for row in catalogue.removed()] == ["5/QĐ-UBND"]


def test_each_change_of_two_processes_counts(url: str, catalogue: Catalogue) -> None:
    other = Catalogue(url)
    for number in range(4):
        put(catalogue if number % 2 else other, Written(f"{number:012x}", f"Văn bản {number}"))
    other.close()
    now, changed = catalogue.changes_since(2)
    assert (now, sorted(changed)) == (4, [f"{2:012x}", f"{3:012x}"])


def test_an_original_that_was_cut_off_is_copied_again(tmp_path: Path) -> None:
    document = HELD.parsed().document
    file = tmp_path / "given.txt"
    file.write_text(document.text, encoding="utf-8")
    keep_original(tmp_path, file, document)
    kept = original_path(tmp_path, document)
    kept.write_bytes(b"")
    keep_original(tmp_path, file, document)
    assert kept.read_text(encoding="utf-8") == document.text
