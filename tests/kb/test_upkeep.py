"""How well documents were read, and what helps most."""

from __future__ import annotations

from datetime import UTC, datetime

from kb.model import (
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
from kb.upkeep import DOUBTFUL, WorkKind, health_of, work_list

FACTS = {field: Fact("x", "rule") for field in (Field.NUMBER, Field.ISSUED_ON, Field.KIND, Field.ISSUER, Field.TITLE)}
ARTICLE = Provision("Điều 1", ProvisionKind.ARTICLE, "Điều 1", None, 0, 4, 4, None, True)


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
    notices = (Notice("page-without-text", "trang 2 không nhận ra chữ nào", page=2),)
    health = health_of(stored({}, linked(ResolutionStatus.AMBIGUOUS), notices=notices))
    missing = [
        MissingDocument("52-NQ/TW", None, None, None, None, 9, ("ab12",), "trang của Đảng"),
        MissingDocument(None, "Luật Lưu trữ", None, None, None, 1, ("ab12",), None),
    ]
    work = work_list([health], missing)
    assert [item.kind for item in work][:2] == [WorkKind.FETCH, WorkKind.CORRECT]
    assert {item.kind for item in work} == set(WorkKind)
    assert work[0].what == "bổ sung 52-NQ/TW, được viện dẫn 9 lần"
    assert work[0].where == "trang của Đảng"
    assert "Luật Lưu trữ" in " ".join(item.what for item in work)


def test_nothing_to_do() -> None:
    assert work_list([health_of(stored(FACTS))], []) == ()
