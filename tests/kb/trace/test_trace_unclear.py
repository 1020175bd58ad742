"""A citation that several documents may be meant by: shown with them, no edge, and settled by what comes or goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from linked import Cite, Work, Written, a_catalogue, entry, put, register

from kb.catalogue import Catalogue
from kb.cli.tracing import print_trace
from kb.model import Level, NodeRef, Trace
from kb.trace import Tracer

FIRST = entry("50/NQ-CP", "2030-04-17", issuer="Chính phủ", title="Chương trình hành động nghề muối")
SECOND = entry("50/NQ-CP", "2031-05-20", issuer="Chính phủ", title="Về giá muối")
OTHER = entry("8-NQ/TW", "2030-01-01", issuer="Bộ Chính trị")
BARE = "Nghị quyết số 50/NQ-CP"
TASK = f"Tiếp tục thực hiện {BARE}."
CITES = (
    Cite("Nghị quyết số 8-NQ/TW ngày 01/01/2030", "8-NQ/TW", "2030-01-01"),
    Cite(BARE, "50/NQ-CP", where="1"),
)
PLAN = Written(
    "plan", f"Căn cứ {CITES[0].surface}\n{TASK}", number="9/KH-UBND", on="2032-01-01", level=Level.PROVINCE,
    locality="Sơn Hà", cites=CITES, works=(Work("1", TASK),),
)  # fmt: skip


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with a_catalogue(tmp_path) as opened:
        register(opened, FIRST, SECOND, OTHER)
        put(opened, PLAN)
        yield opened


def traced(catalogue: Catalogue, path: str | None = "1") -> Trace:
    return Tracer(catalogue).trace(NodeRef("plan", path))


def test_no_edge_is_drawn_by_chance_and_the_candidates_are_told_apart(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    trace = traced(catalogue)
    assert not trace.up
    (unclear,) = trace.unclear
    assert unclear.evidence.quote == BARE
    assert [candidate.issued_on for candidate in unclear.candidates] == [FIRST.issued_on, SECOND.issued_on]
    print_trace(trace)
    printed = capsys.readouterr().out
    assert "có thể là 50/NQ-CP ngày 17/04/2030, Chính phủ, Chương trình hành động nghề muối" in printed
    assert "có thể là 50/NQ-CP ngày 20/05/2031, Chính phủ, Về giá muối" in printed


def test_the_whole_document_shows_them_as_well_and_another_task_does_not(catalogue: Catalogue) -> None:
    assert len(traced(catalogue, None).unclear) == 1
    text = "Lập dự toán hằng năm."
    put(catalogue, Written("other", text, number="10/KH-UBND", on="2032-01-01", works=(Work("1", text),)))
    assert not Tracer(catalogue).trace(NodeRef("other", "1")).unclear


def test_the_going_of_a_candidate_settles_it_and_the_coming_of_one_opens_it_again(catalogue: Catalogue) -> None:
    register(catalogue, FIRST, OTHER)
    trace = traced(catalogue)
    assert not trace.unclear
    assert [edge.upper.document_id for edge in trace.up] == [FIRST.id]
    register(catalogue, FIRST, SECOND, OTHER)
    assert len(traced(catalogue).unclear) == 1


def test_a_full_citation_in_the_document_settles_its_own_bare_number_and_no_other(catalogue: Catalogue) -> None:
    full = Cite(f"{BARE} ngày 17/4/2030", "50/NQ-CP", "2030-04-17")
    text = f"Căn cứ {full.surface}\n{TASK}"
    settled = Written(
        "settled", text, number="11/KH-UBND", on="2032-01-01", cites=(full, CITES[1]), works=(Work("1", TASK),)
    )
    put(catalogue, settled)
    trace = Tracer(catalogue).trace(NodeRef("settled", "1"))
    assert [edge.upper.document_id for edge in trace.up if edge.lower.path] == [FIRST.id]
    assert len(traced(catalogue).unclear) == 1


def test_a_held_document_that_can_only_be_one_of_them_settles_nothing_by_chance(catalogue: Catalogue) -> None:
    held = Written("held", "Nghị quyết.", number="50/NQ-CP", on="2030-04-17", kind="Nghị quyết", issuer="Chính phủ")
    put(catalogue, held)
    (unclear,) = traced(catalogue).unclear
    assert {candidate.held for candidate in unclear.candidates} == {True, False}
