"""Reading what is held again after the reading program changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import CountingEncoder, decision, write_decisions

from ingest.pipeline import reader
from kb.catalogue import Catalogue
from kb.corrections import checked_correction
from kb.health import check_health
from kb.intake import Intake
from kb.knowledge_base import KnowledgeBase
from kb.model import AddStatus, Decision, Field, NodeRef, Parsed, Relation, Verdict
from kb.settings import Settings


class NextReader:
    """The reading program as it may be after an update: it reads one place more."""

    suffixes = reader.suffixes
    edition = "next"

    def __call__(
        self, path: Path, settings: Settings, progress: Callable[[int, int, str], None] | None = None
    ) -> Parsed:
        parsed = reader(path, settings, progress)
        attributes = {**parsed.document.attributes, "seen": "again"}
        return replace(parsed, document=replace(parsed.document, attributes=attributes, edition=self.edition))


@pytest.fixture
def encoder() -> CountingEncoder:
    return CountingEncoder()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    write_decisions(corpus, 3)
    return Settings(home=tmp_path / "home", corpus=corpus)


@pytest.fixture
def before(settings: Settings, encoder: CountingEncoder) -> Intake:
    intake = Intake(settings, Catalogue(settings.catalogue_url), reader, lambda: encoder)
    list(intake.sync())
    encoder.count = 0
    return intake


@pytest.fixture
def after(before: Intake) -> Intake:
    return replace(before, reader=NextReader())


def test_what_an_older_edition_read_is_known(before: Intake) -> None:
    held = {summary.id for summary in before.catalogue.summaries()}
    assert before.catalogue.read_by_others(reader.edition) == ()
    assert set(before.catalogue.read_by_others("next")) == held


def test_everything_is_read_again_and_nothing_embedded_that_is_the_same(
    before: Intake, after: Intake, encoder: CountingEncoder
) -> None:
    ids = before.catalogue.read_by_others("next")
    assert [outcome.status for outcome in after.reread(ids)] == [AddStatus.CHANGED] * 3
    assert after.catalogue.read_by_others("next") == ()
    documents = [after.catalogue.document(document_id) for document_id in ids]
    assert [document and document.attributes.get("seen") for document in documents] == ["again"] * 3
    assert encoder.count == 0


def test_corrections_decisions_sources_and_ids_stay(before: Intake, after: Intake, settings: Settings) -> None:
    held = before.catalogue.document(before.catalogue.summaries()[0].id)
    assert held is not None
    before.correct(held, checked_correction(Field.SIGNER, "Trần Thị Đúng", "đọc nhầm", "Văn thư", date(2026, 1, 2)))
    task = NodeRef(held.id, next(task.where for _, task in before.catalogue.tasks((held.id,))))
    said = Decision(
        task, NodeRef("88-qd-ttg"), Relation.IMPLEMENTS, Verdict.ADDED, "Văn thư", date(2026, 1, 2), "theo giao việc"
    )
    with before.catalogue.writing() as writer:
        writer.add_decision(said)
    (outcome,) = after.reread([held.id])
    again = after.catalogue.document(held.id)
    assert again is not None
    assert outcome.document_id == held.id
    assert (again.source, again.value(Field.SIGNER), again.attributes["seen"]) == (
        held.source,
        "Trần Thị Đúng",
        "again",
    )
    assert after.catalogue.decisions() == (said,)
    assert task.path in {task.where for _, task in after.catalogue.tasks((held.id,))}


def test_a_document_whose_file_is_gone_stays_as_it_was_and_the_others_are_read(before: Intake, after: Intake) -> None:
    lost = before.catalogue.summaries()[0]
    before.original(lost).unlink()
    Path(lost.source).unlink()
    outcomes = list(after.reread([summary.id for summary in before.catalogue.summaries()]))
    assert sorted(outcome.status for outcome in outcomes) == [AddStatus.CHANGED, AddStatus.CHANGED, AddStatus.FAILED]
    assert lost.source in next(outcome.message for outcome in outcomes if outcome.status is AddStatus.FAILED)
    assert after.catalogue.document(lost.id) is not None


def test_the_file_beside_the_corpus_is_no_substitute_when_it_was_changed(before: Intake, after: Intake) -> None:
    summary = before.catalogue.summaries()[0]
    before.original(summary).unlink()
    Path(summary.source).write_text(decision(number="9/QĐ-UBND"), encoding="utf-8")
    (outcome,) = after.reread([summary.id])
    assert outcome.status is AddStatus.FAILED


def test_the_health_says_what_to_run(before: Intake, settings: Settings) -> None:
    def parts(edition: str) -> dict[str, tuple[bool, str | None]]:
        return {check.part: (check.ok, check.remedy) for check in check_health(settings, None, edition)}

    assert parts(reader.edition)["Bản đọc"] == (True, None)
    ok, remedy = parts("next")["Bản đọc"]
    assert not ok
    assert "kb reread" in (remedy or "")


def test_without_names_only_what_is_outdated_is_read(before: Intake, settings: Settings) -> None:
    knowledge_base = KnowledgeBase(settings)
    assert list(knowledge_base.reread()) == []
    name = before.catalogue.summaries()[0].number or ""
    knowledge_base = KnowledgeBase(settings, NextReader())
    assert len(list(knowledge_base.reread([name]))) == 1
    assert len(list(knowledge_base.reread())) == 2
    knowledge_base.close()
