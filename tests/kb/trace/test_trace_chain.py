"""From a task up to the top, through documents that are not held, and down again; every step with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from chain import DIRECTIVE, PROGRAMME, REGISTRY, RESOLUTION, STRATEGY, SUCCESSOR, TEXT, UPDATE
from linked import Cite, Work, Written, a_catalogue, put, register

from kb.catalogue import Catalogue
from kb.errors import NotFound
from kb.model import Decision, Derivation, NodeRef, Reason, Relation, Trace, Verdict
from kb.trace import Tracer

PLAN = "71-kh-tu-son-ha-2031-03-27"


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with a_catalogue(tmp_path) as opened:
        register(opened, *REGISTRY)
        put(opened, DIRECTIVE)
        yield opened


def traced(catalogue: Catalogue, document: str, path: str | None = None) -> Trace:
    return Tracer(catalogue).trace(NodeRef(document, path))


def step(edges: tuple[Derivation, ...], lower: str, upper: str) -> Derivation:
    found = [edge for edge in edges if (str(edge.lower), str(edge.upper)) == (lower, upper)]
    assert len(found) == 1, [(str(edge.lower), str(edge.upper), edge.relation) for edge in edges]
    return found[0]


def test_a_task_carries_out_the_plan_it_cites_and_the_plan_the_resolution_above_it(catalogue: Catalogue) -> None:
    trace = traced(catalogue, "directive", "1/1.1")
    first = step(trace.up, "directive#1/1.1", PLAN)
    above = step(trace.up, PLAN, RESOLUTION.id)
    assert (first.reason, first.relation) == (Reason.EXPLICIT, Relation.IMPLEMENTS)
    assert (above.reason, above.relation) == (Reason.EXPLICIT, Relation.IMPLEMENTS)
    assert trace.nodes[NodeRef(PLAN)].held is False
    assert trace.nodes[trace.start].text is not None


def test_a_task_names_the_programme_that_a_decision_approves(catalogue: Catalogue) -> None:
    edge = step(traced(catalogue, "directive", "1/1.2").up, "directive#1/1.2", PROGRAMME.id)
    assert edge.reason is Reason.BY_NAME
    assert edge.confidence < 1


def test_a_task_that_cites_nothing_inherits_the_preamble_and_says_so(catalogue: Catalogue) -> None:
    trace = traced(catalogue, "directive", "1/1.3")
    first = [edge for edge in trace.up if edge.lower == trace.start]
    assert {edge.upper.document_id for edge in first} == {RESOLUTION.id, PROGRAMME.id, STRATEGY.id}
    assert {edge.reason for edge in first} == {Reason.INHERITED}
    assert {edge.via for edge in first} == {NodeRef("directive", "preamble")}


def test_what_is_cited_is_not_inherited_as_well(catalogue: Catalogue) -> None:
    trace = traced(catalogue, "directive", "1/1.2")
    assert step(trace.up, "directive#1/1.2", PROGRAMME.id).reason is Reason.BY_NAME


def test_the_registry_carries_the_chain_on(catalogue: Catalogue) -> None:
    edge = step(traced(catalogue, "directive").up, PROGRAMME.id, RESOLUTION.id)
    assert (edge.reason, edge.relation) == (Reason.REGISTERED, Relation.BASED_ON)
    assert edge.evidence[0].document_id is None
    assert "49/QĐ-TTg" in edge.evidence[0].quote


def test_the_successor_of_a_replaced_basis_is_on_the_way_up(catalogue: Catalogue) -> None:
    trace = traced(catalogue, "directive", "1/1.3")
    assert step(trace.up, SUCCESSOR.id, STRATEGY.id).relation is Relation.REPLACES
    assert step(trace.up, SUCCESSOR.id, UPDATE.id).relation is Relation.BASED_ON
    (warning,) = trace.nodes[NodeRef(STRATEGY.id)].warnings
    assert "thay thế bởi Quyết định số 88/QĐ-TTg" in warning


def test_every_quotation_is_what_the_text_says(catalogue: Catalogue) -> None:
    quotes = [
        e
        for path in ("1/1.1", "1/1.2", "1/1.3")
        for edge in traced(catalogue, "directive", path).up
        for e in edge.evidence
    ]
    held = [evidence for evidence in quotes if evidence.document_id]
    assert held
    for evidence in held:
        assert TEXT[evidence.start : evidence.end] == evidence.quote
    assert any(evidence.quote.startswith("Thực hiện Nghị quyết số 7-NQ/TW") for evidence in held)


def test_down_from_the_resolution_to_the_task(catalogue: Catalogue) -> None:
    trace = traced(catalogue, RESOLUTION.id)
    assert step(trace.down, "directive", RESOLUTION.id).relation is Relation.IMPLEMENTS
    assert step(trace.down, PLAN, RESOLUTION.id).relation is Relation.IMPLEMENTS
    assert step(trace.down, PROGRAMME.id, RESOLUTION.id).reason is Reason.REGISTERED
    assert step(trace.down, "directive#1/1.1", PLAN).reason is Reason.EXPLICIT
    assert not trace.up


def test_a_document_that_nobody_registered_is_traced_by_its_made_id(catalogue: Catalogue) -> None:
    node = traced(catalogue, PLAN).nodes[NodeRef(PLAN)]
    assert (node.number, node.issued_on, node.held) == ("71-KH/TU", date(2031, 3, 27), False)


@pytest.mark.parametrize("ref", [NodeRef("none"), NodeRef("directive", "9/9.9"), NodeRef(RESOLUTION.id, "1")])
def test_what_is_not_there_is_an_error_with_its_remedy(catalogue: Catalogue, ref: NodeRef) -> None:
    with pytest.raises(NotFound) as caught:
        Tracer(catalogue).trace(ref)
    assert caught.value.remedy


def circle(document: str, number: str, cites: str) -> Written:
    surface = f"số {cites} ngày 01/01/2031"
    text = f"Căn cứ Quyết định {surface};"
    cite = Cite(surface, cites, "2031-01-01", Relation.BASED_ON)
    return Written(document, text, number=number, on="2031-01-01", kind="Quyết định", cites=(cite,))


def test_documents_that_cite_each_other_end_the_walk(catalogue: Catalogue) -> None:
    put(catalogue, circle("one", "1/QĐ-BTC", "2/QĐ-BTC"), circle("two", "2/QĐ-BTC", "1/QĐ-BTC"))
    trace = traced(catalogue, "one")
    assert [(str(e.lower), str(e.upper)) for e in trace.up] == [("one", "two"), ("two", "one")]
    assert [(str(e.lower), str(e.upper)) for e in trace.down] == [("two", "one"), ("one", "two")]


TASK_CITATIONS = {
    "an order": ("Tiếp tục thực hiện Nghị định số 30/2031/NĐ-CP.", Relation.IMPLEMENTS),
    "a rule to be followed": ("Chi trả theo quy định tại Nghị định số 30/2031/NĐ-CP.", Relation.BASED_ON),
    "something else changed under it": (
        "Sửa đổi quy chế chi tiêu cho phù hợp với Nghị định số 30/2031/NĐ-CP.", Relation.BASED_ON,
    ),
    "the document itself to be amended": ("Trình Chính phủ sửa đổi, bổ sung Nghị định số 30/2031/NĐ-CP.", None),
    "one of several to be amended": ("Rà soát, sửa đổi Luật Rừng; Luật Biển; Nghị định số 30/2031/NĐ-CP.", None),
    "what is only watched over": ("Giám sát việc thực hiện Nghị định số 30/2031/NĐ-CP.", None),
    "what is excepted": ("Chi trả, trừ những khoản thuộc diện của Nghị định số 30/2031/NĐ-CP.", None),
    "a bill to be examined": ("Thẩm tra các dự án: Luật Rừng, Nghị định số 30/2031/NĐ-CP.", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "relation"), TASK_CITATIONS.values(), ids=TASK_CITATIONS.keys())
def test_whether_a_task_carries_out_what_it_cites(catalogue: Catalogue, text: str, relation: Relation | None) -> None:
    cite = Cite("Nghị định số 30/2031/NĐ-CP", "30/2031/NĐ-CP", where="2/2.1")
    work = Work("2/2.1", text)
    put(catalogue, Written("changer", text, number="5/KH-BTC", on="2032-01-01", cites=(cite,), works=(work,)))
    found = [edge.relation for edge in traced(catalogue, "changer", "2/2.1").up]
    assert found == ([relation] if relation else [])


ABOUT = "Tuyên truyền các chủ trương về Chương trình Cảng cá đến năm 2040."
RESTING = "Thực hiện Chương trình Cảng cá đến năm 2040; "


def about(basis: str) -> Written:
    """A task about a programme, in a document that begins with these words."""
    name = "Chương trình Cảng cá đến năm 2040"
    own = [Cite(name, name=name, relation=Relation.IMPLEMENTS)] if basis else []
    cites = (*own, Cite(name, name=name, where="3"))
    text = f"{basis}\n{ABOUT}"
    return Written("about", text, number="6/KH-BTC", on="2032-01-01", cites=cites, works=(Work("3", ABOUT),))


def test_work_about_a_programme_derives_from_it_where_its_document_carries_it_out(catalogue: Catalogue) -> None:
    put(catalogue, about(RESTING))
    up = [edge for edge in traced(catalogue, "about", "3").up if edge.lower.path == "3"]
    assert [(edge.relation, edge.reason) for edge in up] == [(Relation.MENTIONS, Reason.BY_NAME)]
    (upper,) = {edge.upper.document_id for edge in up}
    assert NodeRef("about", "3") in {edge.lower for edge in traced(catalogue, upper).down}


def test_work_about_a_programme_that_its_document_does_not_carry_out_derives_from_nothing(
    catalogue: Catalogue,
) -> None:
    put(catalogue, about(""))
    assert not traced(catalogue, "about", "3").up


DECIDED = Decision(
    NodeRef("directive", "1/1.3"), NodeRef(STRATEGY.id), Relation.IMPLEMENTS, Verdict.REJECTED,
    "Lê Văn Mẫu", date(2032, 6, 1), "nhiệm vụ này không về cảng cá",
)  # fmt: skip


def decide(catalogue: Catalogue, decision: Decision) -> None:
    with catalogue.writing() as writer:
        writer.add_decision(decision)


def test_a_rejected_edge_is_gone_and_stays_gone_when_the_document_is_read_again(catalogue: Catalogue) -> None:
    decide(catalogue, DECIDED)
    put(catalogue, DIRECTIVE)
    first = {edge.upper.document_id for edge in traced(catalogue, "directive", "1/1.3").up if edge.lower.path}
    assert first == {RESOLUTION.id, PROGRAMME.id}


def test_an_accepted_edge_is_certain_and_says_who_and_why(catalogue: Catalogue) -> None:
    decide(catalogue, replace(DECIDED, verdict=Verdict.ACCEPTED))
    edge = step(traced(catalogue, "directive", "1/1.3").up, "directive#1/1.3", STRATEGY.id)
    assert (edge.verdict, edge.confidence) == (Verdict.ACCEPTED, 1.0)
    assert "Lê Văn Mẫu, 01/06/2032" in edge.evidence[-1].quote


def test_the_last_decision_counts(catalogue: Catalogue) -> None:
    decide(catalogue, DECIDED)
    decide(catalogue, replace(DECIDED, verdict=Verdict.ACCEPTED))
    assert step(traced(catalogue, "directive", "1/1.3").up, "directive#1/1.3", STRATEGY.id).confidence == 1.0


def test_an_added_edge_is_seen_from_both_ends(catalogue: Catalogue) -> None:
    decide(catalogue, replace(DECIDED, upper=NodeRef(SUCCESSOR.id), verdict=Verdict.ADDED))
    edge = step(traced(catalogue, "directive", "1/1.3").up, "directive#1/1.3", SUCCESSOR.id)
    assert (edge.reason, edge.verdict) == (Reason.STATED, Verdict.ADDED)
    assert edge in traced(catalogue, SUCCESSOR.id).down


def a_loose_appendix(head: str) -> Written:
    text = f"PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n{head}\n1. Trồng mới rừng ngập mặn"
    return Written(
        "loose", text, kind="Phụ lục", title="Danh mục nhiệm vụ", works=(Work("1", "1. Trồng mới rừng ngập mặn"),)
    )


PARENT_TITLE = "Ban hành Chương trình hành động về trồng rừng"


def parents() -> tuple[Written, ...]:
    """Two resolutions of one month with different programmes, one of another year, and a decision."""
    made = [
        ("parent", "5/NQ-CP", "2031-01-09", "Nghị quyết", PARENT_TITLE),
        ("beside", "7/NQ-CP", "2031-01-20", "Nghị quyết", "Ban hành Kế hoạch cảng cá"),
        ("before", "5/NQ-CP", "2030-01-09", "Nghị quyết", PARENT_TITLE),
        ("decision", "5/QĐ-TTg", "2031-01-09", "Quyết định", PARENT_TITLE),
    ]
    return tuple(
        Written(name, title, number=number, on=day, kind=kind, issuer="Chính phủ", title=title)
        for name, number, day, kind, title in made
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "(Kèm theo Chương trình hành động tại Nghị quyết số  /NQ-CP ngày 01 tháng 1 năm 2031 của Chính phủ)",
            "parent",
        ),
        ("(Ban hành kèm theo Nghị quyết số .../NQ-CP ngày ... tháng ... năm 2030 của Chính phủ)", "before"),
        ("(Kèm theo Nghị quyết số    /NQ-CP ngày    tháng 01 năm 2031 của Chính phủ)", None),
        ("(Kèm theo Nghị quyết số    /NQ-CP ngày    tháng 01 năm 2030 của Bộ Nội vụ)", None),
        ("(Kèm theo Đề án tại Nghị quyết số   /NQ-CP ngày   tháng 01 năm 2031 của Chính phủ)", None),
        ("Danh mục này kèm theo Nghị quyết.", None),
    ],
    ids=["programme", "year alone", "two fit", "another body", "another thing", "no head"],
)
def test_an_appendix_whose_head_leaves_the_number_blank(catalogue: Catalogue, head: str, expected: str | None) -> None:
    put(catalogue, a_loose_appendix(head), *parents())
    tracer = Tracer(catalogue)
    assert [edge.upper.document_id for edge in tracer.trace(NodeRef("loose")).up] == ([expected] if expected else [])
    inherited = tracer.trace(NodeRef("loose", "1")).up
    assert [(edge.lower, edge.reason) for edge in inherited] == (
        [(NodeRef("loose", "1"), Reason.INHERITED)] if expected else []
    )
    if expected:
        down = tracer.trace(NodeRef(expected)).down
        assert [(edge.lower.document_id, edge.relation) for edge in down] == [("loose", Relation.CONTAINS)]
