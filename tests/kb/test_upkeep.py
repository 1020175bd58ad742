"""How well documents were read, and what helps most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import HashEncoder, write_decisions

from ingest.pipeline import reader
from kb.catalogue import Catalogue
from kb.intake import Intake
from kb.model import (
    Anchor,
    Document,
    Fact,
    Field,
    Linked,
    MissingDocument,
    Notice,
    Provision,
    ProvisionKind,
    Reference,
    Relation,
    Resolution,
    ResolutionStatus,
    StoredDocument,
)
from kb.settings import Settings
from kb.upkeep import DOUBTFUL, HealthBook, WorkKind, blank_pages, health_of, work_list

FACTS = {field: Fact("x", "rule") for field in (Field.NUMBER, Field.ISSUED_ON, Field.KIND, Field.ISSUER, Field.TITLE)}
ARTICLE = Provision("Điều 1", ProvisionKind.ARTICLE, "Điều 1", None, 0, 4, 4, None, True)


@pytest.fixture
def intake(tmp_path: Path) -> Intake:
    settings = Settings(home=tmp_path)
    return Intake(settings, Catalogue(settings.catalogue_url), reader, HashEncoder)


def linked(status: ResolutionStatus | None) -> Linked:
    reference = Reference(
        0, 1, "x", None, "1/NQ-CP", None, None, None, None, None, Relation.MENTIONS, "preamble", 0, 1, "rule"
    )
    return Linked(reference, Resolution(status, (), "rule", 1.0) if status else None)


def stored(facts: dict[Field, Fact], *references: Linked, notices: tuple[Notice, ...] = ()) -> StoredDocument:
    document = Document("ab12", "a.txt", "0" * 64, "txt", "chữ.", facts, notices=notices)
    return StoredDocument(document, (ARTICLE,), references, (), (), ("a.txt",), datetime.now(UTC))


def test_a_well_read_document_is_sound() -> None:
    assert health_of(stored(FACTS, linked(ResolutionStatus.HELD))).is_sound


def test_what_is_absent_doubtful_and_unresolved_is_counted() -> None:
    facts = {**FACTS, Field.SIGNER: Fact("y", "rule", confidence=DOUBTFUL - 0.1)}
    del facts[Field.NUMBER]
    health = health_of(
        stored(facts, linked(None), linked(ResolutionStatus.MISSING), linked(ResolutionStatus.AMBIGUOUS))
    )
    assert health.absent == (Field.NUMBER,)
    assert health.doubtful == (Field.SIGNER,)
    assert (health.missing_count, health.ambiguous_count, health.reference_count) == (2, 1, 3)
    assert not health.is_sound


def test_what_helps_most_comes_first() -> None:
    closing = Provision("closing", ProvisionKind.CLOSING, None, None, 4, 12, 12, None, False)
    held = stored({}, linked(ResolutionStatus.AMBIGUOUS))
    pages = (Anchor(0, 1, None), Anchor(4, 3, None))
    document = replace(held.document, text="chữ.\nvết bẩn", page_count=3, anchors=pages)
    health = health_of(replace(held, document=document, provisions=(ARTICLE, closing)))
    missing = [
        MissingDocument("52-NQ/TW", None, None, None, None, 9, ("ab12",), "trang của Đảng"),
        MissingDocument(None, "Luật Lưu trữ", None, None, None, 1, ("ab12",), None),
    ]
    work = work_list([health], missing)
    assert [item.kind for item in work][:3] == [WorkKind.CORRECT, WorkKind.READ_AGAIN, WorkKind.FETCH]
    assert {item.kind for item in work} == set(WorkKind)
    fetch = work[2]
    assert (fetch.what, fetch.where) == ("bổ sung 52-NQ/TW, được viện dẫn 9 lần", "trang của Đảng")
    assert "Luật Lưu trữ" in " ".join(item.what for item in work)


def test_nothing_to_do() -> None:
    assert work_list([health_of(stored(FACTS))], []) == ()


@pytest.mark.parametrize(
    ("pages", "count", "blank"),
    [
        ([(0, 1), (4, 2)], 2, ()),
        ([(0, 1), (4, 3)], 4, (2, 4)),
        ([(0, 1), (4, 2), (4, 3)], 3, (2,)),
        ([(0, None)], 3, ()),
        ([(0, 1)], None, ()),
    ],
)
def test_pages_without_text(pages: Sequence[tuple[int, int | None]], count: int | None, blank: tuple[int, ...]) -> None:
    anchors = tuple(Anchor(offset, page, None) for offset, page in pages)
    document = Document("ab12", "a.pdf", "0" * 64, "pdf", "một hai ba", {}, anchors=anchors, page_count=count)
    assert blank_pages(document) == blank


def test_what_was_rightly_left_out_is_no_trouble() -> None:
    assert health_of(stored(FACTS, notices=(Notice("litter-left-out", "đã bỏ vết bẩn", page=1),))).is_sound
    assert health_of(stored(FACTS, notices=(Notice("ocr", "cần đối chiếu"),))).trouble == 1


def test_a_letter_needs_no_numbered_units() -> None:
    letter = {**FACTS, Field.KIND: Fact("Công văn", "rule")}
    assert health_of(replace(stored(letter), provisions=())).is_sound
    assert health_of(replace(stored(FACTS), provisions=())).trouble == 1


def test_the_book_looks_again_at_what_changed_alone(intake: Intake, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    first, second, third = write_decisions(papers, 3)
    ids = [outcome.document_id for outcome in intake.add([first, second])]
    book = HealthBook(intake.catalogue)
    seen: list[tuple[int, int]] = []
    assert {health.document_id for health in book.follow(lambda done, total: seen.append((done, total)))} == set(ids)
    assert seen == [(0, 2), (1, 2)]
    added = next(iter(intake.add([third]))).document_id
    intake.remove(ids[0] or "")
    seen.clear()
    now = book.follow(lambda done, total: seen.append((done, total)))
    assert {health.document_id for health in now} == {ids[1], added}
    assert seen == [(0, 1)]


def test_the_book_counts_references_as_they_resolve_now(intake: Intake, tmp_path: Path) -> None:
    document_id = next(iter(intake.add(write_decisions(tmp_path, 1)))).document_id or ""
    health = HealthBook(intake.catalogue).follow()[0]
    held = intake.catalogue.stored(document_id)
    assert held is not None
    assert health == health_of(held)
    assert health.reference_count == 1
