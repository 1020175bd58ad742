"""The catalogue gives back what it was given, one transaction a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import create_engine

from kb.catalogue import Catalogue, vector_key
from kb.errors import StorageFault, WrongSetting
from kb.model import (
    Anchor,
    Correction,
    Document,
    Fact,
    Field,
    Notice,
    Parsed,
    Passage,
    Provision,
    ProvisionKind,
    Reading,
    Recurrence,
    Reference,
    RegistryEntry,
    Relation,
    Task,
)
from kb.twins import signature

TEXT = "Điều 1. Thực hiện Quyết định số 5/QĐ-TTg ngày 01/02/2024."


def parsed(document_id: str = "abc123", source: str = "a.txt", number: str = "7/QĐ-UBND") -> Parsed:
    document = Document(
        id=document_id,
        source=source,
        sha256=document_id * 8,
        format="txt",
        text=TEXT,
        facts={Field.NUMBER: Fact(number, "header", 0, 5, 0.9), Field.ISSUED_ON: Fact("2024-03-05", "header")},
        anchors=(Anchor(0, 1, 1),),
        notices=(Notice("blank-number", "số để trống", 3, 1),),
    )
    provision = Provision("Điều 1", ProvisionKind.ARTICLE, "1", None, 0, len(TEXT), len(TEXT), None, True, 1)
    reference = Reference(
        start=18, end=56, surface=TEXT[18:56], kind="Quyết định", number="5/QĐ-TTg", name=None,
        issued_on=date(2024, 2, 1), issuer=None, title=None, provision=None, relation=Relation.IMPLEMENTS,
        where="Điều 1", evidence_start=0, evidence_end=len(TEXT), rule="number", readings=(Reading("5/QĐ-TTg", 0.8),),
    )  # fmt: skip
    task = Task("Điều 1", 8, 57, TEXT[8:57], ("Sở X",), (), "hằng năm", None, Recurrence.YEARLY, None, "prose")
    passage = Passage(f"{document_id}-1", "Điều 1", 0, len(TEXT), TEXT, None, "Quyết định")
    return Parsed(document, (provision,), (reference,), (task,), (passage,))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def catalogue(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Catalogue]:
    """An empty catalogue in each database that is promised."""
    if request.param == "sqlite":
        yield Catalogue(f"sqlite:///{tmp_path / 'c.sqlite'}")
        return
    url = request.getfixturevalue("postgres_url")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    engine.dispose()
    catalogue = Catalogue(url)
    yield catalogue
    catalogue.close()


def put(catalogue: Catalogue, value: Parsed) -> None:
    vectors = {vector_key(passage): np.arange(4, dtype=np.float32) for passage in value.passages}
    known = catalogue.known_vectors("e", list(vectors))
    with catalogue.writing() as writer:
        writer.put(value, signature(value.document.text), {k: v for k, v in vectors.items() if k not in known}, "e")


def test_a_document_comes_back_equal(catalogue: Catalogue) -> None:
    value = parsed()
    put(catalogue, value)
    stored = catalogue.stored("abc123")
    assert stored is not None
    assert stored.document == value.document
    assert stored.provisions == value.provisions
    assert tuple(linked.reference for linked in stored.references) == value.references
    assert stored.tasks == value.tasks
    assert stored.passages == value.passages
    assert stored.sources == ("a.txt",)


def test_vectors_belong_to_words_and_encoder(catalogue: Catalogue) -> None:
    put(catalogue, parsed())
    put(catalogue, parsed("def456", "b.txt", "8/QĐ-UBND"))
    assert [stored.vector.tolist() for stored in catalogue.passages(encoder="e") if stored.vector is not None] == [
        [0, 1, 2, 3],
        [0, 1, 2, 3],
    ]
    assert catalogue.count_without_vector("e") == 0
    assert catalogue.count_without_vector("another") == 2


def test_each_change_raises_the_version_and_says_what_changed(catalogue: Catalogue) -> None:
    put(catalogue, parsed())
    first = catalogue.version()
    put(catalogue, parsed("def456", "b.txt"))
    with catalogue.writing() as writer:
        writer.remove("abc123")
    now, changed = catalogue.changes_since(first)
    assert now > first
    assert set(changed) == {"abc123", "def456"}
    assert catalogue.changes_since(now) == (now, ())


def test_a_removed_document_leaves_nothing_but_its_name(catalogue: Catalogue) -> None:
    put(catalogue, parsed())
    with catalogue.writing() as writer:
        writer.remove("abc123")
    assert catalogue.stored("abc123") is None
    assert catalogue.count() == {"documents": 0, "references": 0, "tasks": 0, "passages": 0}
    assert [item[1:3] for item in catalogue.removed()] == [("a.txt", "7/QĐ-UBND")]
    put(catalogue, parsed())
    assert catalogue.removed() == ()


def test_reading_again_replaces_and_keeps_the_second_copy(catalogue: Catalogue) -> None:
    put(catalogue, parsed())
    with catalogue.writing() as writer:
        writer.add_source("f" * 64, "twin.pdf", "abc123")
    put(catalogue, replace(parsed(), tasks=()))
    stored = catalogue.stored("abc123")
    assert stored is not None
    assert stored.tasks == ()
    assert set(stored.sources) == {"a.txt", "twin.pdf"}


def test_corrected_values_stand_in_the_list(catalogue: Catalogue) -> None:
    value = parsed()
    put(catalogue, value)
    correction = Correction(Field.NUMBER, "9/QĐ-UBND", "đọc nhầm", "Văn thư", date(2026, 1, 2))
    with catalogue.writing() as writer:
        writer.add_correction(value.document.sha256, correction)
        writer.replace_document(replace(value.document, corrections=(correction,)))
    assert [summary.number for summary in catalogue.summaries()] == ["9/QĐ-UBND"]
    assert catalogue.corrections(value.document.sha256) == (correction,)


def test_nothing_of_a_failed_transaction_stays(catalogue: Catalogue) -> None:
    before = catalogue.version()
    with pytest.raises(RuntimeError), catalogue.writing() as writer:  # noqa: PT012 - the transaction must fail inside
        writer.put(parsed(), signature(TEXT), {}, "e")
        raise RuntimeError("interrupted")
    assert catalogue.count()["documents"] == 0
    assert catalogue.version() == before


def test_the_registry_is_replaced_whole(catalogue: Catalogue) -> None:
    entries = tuple(
        RegistryEntry(f"e{n}", f"{n}/QĐ-TTg", date(2024, 1, n), "Quyết định", "Thủ tướng Chính phủ", None, None, None)
        for n in (1, 2)
    )
    for given in (entries, entries[:1]):
        with catalogue.writing() as writer:
            writer.put_registry(given)
        assert catalogue.registry() == given


def test_documents_are_found_by_id_number_and_file(catalogue: Catalogue) -> None:
    from kb.number import number_key

    put(catalogue, parsed())
    for name in ("abc123", "abc", "a.txt"):
        assert [found.id for found in catalogue.find(name)] == ["abc123"]
    assert [found.id for found in catalogue.find("7/qđ-ubnd", number_key("7/qđ-ubnd"))] == ["abc123"]
    assert catalogue.find("%") == ()


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    file.write_bytes(b"this is no database" * 100)
    with pytest.raises(StorageFault, match=r"c\.sqlite"):
        Catalogue(f"sqlite:///{file}")


def test_a_wrong_url_is_a_wrong_setting() -> None:
    with pytest.raises(WrongSetting, match="KB_DATABASE_URL"):
        Catalogue("không-phải-url")
