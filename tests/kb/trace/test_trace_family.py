"""The chains of the real family, measured: found with evidence, and none where the texts state none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ingest.pipeline import read_document
from kb.catalogue import Catalogue
from kb.corrections import load_corrections, with_corrections
from kb.model import Derivation, Document, NodeRef, Reason, Relation, ResolutionStatus, Trace
from kb.registry import load_registry
from kb.resolve import resolve_after_change
from kb.settings import Settings
from kb.trace import Tracer

ROOT = Path(__file__).parents[3]
FAMILY = ROOT.parent / "shared" / "documents" / "family"
SEED = ROOT / "corpus" / "chi-thi-chuyen-doi-so-quang-ngai.txt"
FILES = (
    "03-NQ-CP-2025.md", "179-KH-UBND.md", "2629-QD-TTg.md", "57-NQ-TW.md", "877-QD-BTP-2025.docx",
    "877-QD-BTP-2025-Ke-hoach.docx", "987-KH-UBND.md", "411-QD-TTg-2022.ocr.txt",
)  # fmt: skip

pytestmark = pytest.mark.skipif(not FAMILY.is_dir(), reason="không có ../shared (chỉ dùng để đo)")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    opened = Catalogue(f"sqlite:///{tmp_path_factory.mktemp('family') / 'catalogue.sqlite'}")
    with opened.writing() as writer:
        writer.put_registry(load_registry(ROOT / "corpus" / "registry.yaml"))
        resolve_after_change(writer, None)
    for path in (SEED, *(FAMILY / name for name in FILES)):
        parsed = read_document(path, Settings())
        object.__setattr__(parsed, "document", with_corrections(parsed.document, load_corrections(path)))
        with opened.writing() as writer:
            writer.put(parsed, np.zeros(4, dtype=np.uint32), {}, "none")
            resolve_after_change(writer, [parsed.document.id])
    yield opened
    opened.close()


def held(catalogue: Catalogue, file: str) -> str:
    return next(summary.id for summary in catalogue.summaries() if Path(summary.source).name == file)


def traced(catalogue: Catalogue, file: str, path: str | None = None) -> Trace:
    return Tracer(catalogue).trace(NodeRef(held(catalogue, file), path))


def steps(trace: Trace) -> set[tuple[str, str]]:
    """Edges by the numbers of their ends, the start as ".": what a reader sees."""
    return {(_name(trace, edge.lower), _name(trace, edge.upper)) for edge in trace.up}


def _name(trace: Trace, ref: NodeRef) -> str:
    return "." if ref.document_id == trace.start.document_id else trace.nodes[ref].number or str(ref)


CHAINS = {
    "179-KH-UBND.md": [(".", "411/QĐ-TTg"), ("411/QĐ-TTg", "52-NQ/TW"), (".", "71/NQ-CP"), ("71/NQ-CP", "57-NQ/TW")],
    "877-QD-BTP-2025.docx": [(".", "03/NQ-CP"), ("03/NQ-CP", "57-NQ/TW"), ("71/NQ-CP", "03/NQ-CP")],
    "877-QD-BTP-2025-Ke-hoach.docx": [(".", "877/QĐ-BTP"), (".", "03/NQ-CP"), ("03/NQ-CP", "57-NQ/TW")],
    "987-KH-UBND.md": [
        (".", "328-KH/TU"), ("328-KH/TU", "57-NQ/TW"), (".", "348/KH-UBND"), ("348/KH-UBND", "71/NQ-CP"),
    ],
    SEED.name: [
        (".", "52-NQ/TW"), (".", "749/QĐ-TTg"), (".", "942/QĐ-TTg"), ("2629/QĐ-TTg", "942/QĐ-TTg"),
        ("2629/QĐ-TTg", "71/NQ-CP"), ("71/NQ-CP", "57-NQ/TW"), (".", "271-KH/TU"), ("271-KH/TU", "52-NQ/TW"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("file", "chain"), CHAINS.items(), ids=CHAINS.keys())
def test_the_chain_is_found(catalogue: Catalogue, file: str, chain: list[tuple[str, str]]) -> None:
    assert set(chain) <= steps(traced(catalogue, file))


def test_every_step_has_evidence_that_the_texts_bear(catalogue: Catalogue) -> None:
    documents: dict[str, Document | None] = {}
    for file in CHAINS:
        trace = traced(catalogue, file)
        for edge in trace.up:
            assert edge.evidence
            for evidence in edge.evidence:
                if evidence.document_id is None:
                    assert edge.reason is Reason.REGISTERED or evidence.quote.startswith("Sổ văn bản")
                    continue
                document = documents.setdefault(evidence.document_id, catalogue.document(evidence.document_id))
                assert document is not None
                assert document.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize("file", ["03-NQ-CP-2025.md", "2629-QD-TTg.md"])
def test_no_step_where_none_is_stated(catalogue: Catalogue, file: str) -> None:
    """Neither the programme of 2025 nor its update rests on the programme of 2020."""
    assert not [step for step in steps(traced(catalogue, file)) if "749/QĐ-TTg" in step]


def direct(trace: Trace) -> dict[str, Derivation]:
    """What the start itself rests on, by number; suggestions apart."""
    stated = [edge for edge in trace.up if edge.lower == trace.start and edge.reason is not Reason.SIMILAR]
    return {trace.nodes[edge.upper].number or "": edge for edge in stated}


def test_task_1_1_of_the_directive(catalogue: Catalogue) -> None:
    edge = direct(traced(catalogue, SEED.name, "1/1.1"))["271-KH/TU"]
    assert (edge.reason, edge.relation) == (Reason.EXPLICIT, Relation.IMPLEMENTS)
    assert "Kế hoạch số 271-KH/TU" in edge.evidence[0].quote


def test_task_2_9_of_the_directive_inherits_the_three_national_documents(catalogue: Catalogue) -> None:
    trace = traced(catalogue, SEED.name, "2/2.9")
    found = direct(trace)
    assert {found[number].reason for number in ("52-NQ/TW", "749/QĐ-TTg", "942/QĐ-TTg")} == {Reason.INHERITED}
    (warning,) = trace.nodes[found["942/QĐ-TTg"].upper].warnings
    assert "thay thế bởi Quyết định số 2629/QĐ-TTg" in warning


@pytest.mark.parametrize(("path", "number"), [("2/2.1", "411/QĐ-TTg"), ("3", "749/QĐ-TTg")])
def test_tasks_that_name_a_programme(catalogue: Catalogue, path: str, number: str) -> None:
    assert direct(traced(catalogue, SEED.name, path))[number].reason is Reason.BY_NAME


def test_the_partial_replacement_is_said_as_the_text_says_it(catalogue: Catalogue) -> None:
    warnings = Tracer(catalogue).document_warnings(held(catalogue, "877-QD-BTP-2025.docx"))
    assert any("một phần bởi Nghị quyết số 71/NQ-CP" in said and "ban hành kèm theo" in said for said in warnings)


def test_what_rests_on_the_replaced_strategy(catalogue: Catalogue) -> None:
    impact = Tracer(catalogue).impact("942-qd-ttg-2021-06-15")
    assert held(catalogue, SEED.name) in {edge.lower.document_id for edge in impact.rests}
    assert len({item.task_ref for item in impact.tasks}) == 16
    assert impact.successors == (NodeRef(held(catalogue, "2629-QD-TTg.md")),)


def test_the_two_resolutions_of_one_number_stay_apart(catalogue: Catalogue) -> None:
    linked = catalogue.references(held(catalogue, "411-QD-TTg-2022.ocr.txt"))
    targets = {
        target
        for item in linked
        if item.reference.number == "50/NQ-CP" and item.resolution
        for target in item.resolution.targets
        if item.resolution.status is not ResolutionStatus.AMBIGUOUS
    }
    assert targets == {"50-nq-cp-2020-04-17", "50-nq-cp-2021-05-20"}
