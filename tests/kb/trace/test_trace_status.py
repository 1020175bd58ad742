"""What has become of a document is said as the text says it: wholly, in part, by whom; and who may say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from chain import BEFORE_UPDATE, DIRECTIVE, REGISTRY, STRATEGY, SUCCESSOR, UPDATE
from linked import Cite, Written, a_catalogue, entry, put, register

from kb.catalogue import Catalogue
from kb.model import Level, NodeRef, RegistryRelation, Relation
from kb.trace import Tracer
from kb.trace.cards import Card
from kb.trace.impact import transition_rules
from kb.trace.provisions import names_provision
from kb.trace.scope import may_change


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with a_catalogue(tmp_path) as opened:
        yield opened


def changer(text: str, relation: Relation, number: str = "5/2032/NĐ-CP", **values: object) -> Written:
    """A document whose one sentence replaces, repeals or amends Nghị định số 30/2031/NĐ-CP."""
    cite = Cite("Nghị định số 30/2031/NĐ-CP", "30/2031/NĐ-CP", relation=relation, where="Điều 9", **values)  # type: ignore[arg-type]
    return Written("changer", text, number=number, on="2032-01-01", kind="Nghị định", cites=(cite,))


HELD = Written("held", "…", number="30/2031/NĐ-CP", on="2031-05-05", kind="Nghị định", issuer="Chính phủ")

SAID = {
    "replaced": (
        "Nghị định này thay thế Nghị định số 30/2031/NĐ-CP.",
        Relation.REPLACES,
        "đã được thay thế bởi Nghị định số 5/2032/NĐ-CP ngày 01/01/2032",
    ),
    "repealed": (
        "Nghị định số 30/2031/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
        Relation.REPEALS,
        "đã bị bãi bỏ bởi Nghị định số 5/2032/NĐ-CP ngày 01/01/2032",
    ),
    "amended": (
        "Sửa đổi, bổ sung một số điều của Nghị định số 30/2031/NĐ-CP.",
        Relation.AMENDS,
        "đã được sửa đổi, bổ sung bởi Nghị định số 5/2032/NĐ-CP ngày 01/01/2032",
    ),
    "articles of it repealed": (
        "Bãi bỏ Điều 5 và Điều 6 Nghị định số 30/2031/NĐ-CP.",
        Relation.REPEALS,
        "đã bị bãi bỏ một phần bởi Nghị định số 5/2032/NĐ-CP ngày 01/01/2032: Điều 5 và Điều 6",
    ),
    "the programme issued with it replaced": (
        "Thay thế Chương trình hành động ban hành kèm theo Nghị định số 30/2031/NĐ-CP.",
        Relation.REPLACES,
        "đã được thay thế một phần bởi Nghị định số 5/2032/NĐ-CP ngày 01/01/2032: "
        "Chương trình hành động ban hành kèm theo",
    ),
    "rules on one matter repealed": (
        "Bãi bỏ các quy định về cảng cá quy định tại Nghị định số 30/2031/NĐ-CP.",
        Relation.REPEALS,
        "đã bị bãi bỏ một phần bởi Nghị định số 5/2032/NĐ-CP ngày 01/01/2032: các quy định về cảng cá",
    ),
    "rules on one matter in two documents": (
        "Bãi bỏ các quy định về cảng cá tại Nghị định số 7/2030/NĐ-CP và Nghị định số 30/2031/NĐ-CP.",
        Relation.REPEALS,
        "đã bị bãi bỏ một phần bởi Nghị định số 5/2032/NĐ-CP ngày 01/01/2032: các quy định về cảng cá",
    ),
    "whole, after a part of another": (
        "Bãi bỏ Điều 5 Nghị định số 7/2030/NĐ-CP, Nghị định số 30/2031/NĐ-CP.",
        Relation.REPEALS,
        "đã bị bãi bỏ bởi Nghị định số 5/2032/NĐ-CP ngày 01/01/2032",
    ),
}


@pytest.mark.parametrize(("text", "relation", "message"), SAID.values(), ids=SAID.keys())
def test_what_has_become_of_a_document(catalogue: Catalogue, text: str, relation: Relation, message: str) -> None:
    put(catalogue, HELD, changer(text, relation))
    assert Tracer(catalogue).document_warnings("held") == (f"Văn bản này {message}",)


def test_a_document_that_nothing_changed_has_no_warning(catalogue: Catalogue) -> None:
    put(catalogue, HELD, changer("Căn cứ Nghị định số 30/2031/NĐ-CP;", Relation.BASED_ON))
    assert Tracer(catalogue).document_warnings("held") == ()


def test_a_replaced_basis_is_a_warning_of_what_rests_on_it(catalogue: Catalogue) -> None:
    register(catalogue, *REGISTRY)
    put(catalogue, DIRECTIVE)
    (warning,) = Tracer(catalogue).document_warnings("directive")
    assert warning == (
        "Căn cứ Quyết định số 42/QĐ-TTg ngày 15/06/2031 đã được thay thế bởi Quyết định số 88/QĐ-TTg ngày 01/12/2035"
    )


def test_the_registry_names_the_part_that_was_replaced(catalogue: Catalogue) -> None:
    register(catalogue, *REGISTRY)
    (warning,) = Tracer(catalogue).document_warnings(BEFORE_UPDATE.id)
    assert warning.endswith("thay thế một phần bởi Nghị quyết số 11/NQ-CP ngày 01/04/2035: "
                            "chỉ Chương trình ban hành kèm theo")  # fmt: skip


def test_an_amendment_said_in_passing_is_known(catalogue: Catalogue) -> None:
    text = "Căn cứ Nghị định số 30/2031/NĐ-CP (được sửa đổi bởi Nghị định số 6/2032/NĐ-CP);"
    cites = (
        Cite("Nghị định số 30/2031/NĐ-CP", "30/2031/NĐ-CP", relation=Relation.BASED_ON, kind="Nghị định"),
        Cite(
            "Nghị định số 6/2032/NĐ-CP", "6/2032/NĐ-CP", kind="Nghị định",
            via="30/2031/NĐ-CP", via_relation=Relation.AMENDED_BY,
        ),
    )  # fmt: skip
    put(catalogue, HELD, Written("other", text, number="1/QĐ-BTC", on="2032-05-05", cites=cites))
    (warning,) = Tracer(catalogue).document_warnings("held")
    assert warning == "Văn bản này đã được sửa đổi, bổ sung bởi Nghị định số 6/2032/NĐ-CP"


def test_impact_names_what_rests_on_a_replaced_document_and_its_successor(catalogue: Catalogue) -> None:
    register(catalogue, *REGISTRY)
    put(catalogue, DIRECTIVE)
    impact = Tracer(catalogue).impact(STRATEGY.id)
    assert impact.successors == (NodeRef(SUCCESSOR.id),)
    assert {str(edge.lower) for edge in impact.rests} == {"directive"}
    assert {str(item.task_ref) for item in impact.tasks} == {"directive#1/1.1", "directive#1/1.2", "directive#1/1.3"}
    assert impact.partial == ()


def test_impact_of_a_partial_replacement_says_the_part(catalogue: Catalogue) -> None:
    register(catalogue, *REGISTRY)
    impact = Tracer(catalogue).impact(BEFORE_UPDATE.id)
    assert impact.partial == ("chỉ Chương trình ban hành kèm theo",)
    assert impact.successors == (NodeRef(UPDATE.id),)


def card(number: str | None, kind: str = "Nghị định", title: str | None = None) -> Card:
    return Card("x", number, kind, title, None, None, True)


MAY_CHANGE = [
    ("5/2032/NĐ-CP", "30/2031/NĐ-CP", True),
    ("5/QĐ-UBND", "3/QĐ-UBND", True),
    ("71/2032/QH15", "30/2031/QH15", True),
    ("5/NQ-CP", "30/2031/QH15", False),
    ("5/QĐ-UBND", "30/2031/NĐ-CP", False),
    (None, "30/2031/QH15", False),
]


@pytest.mark.parametrize(("lower", "upper", "expected"), MAY_CHANGE)
def test_no_plan_amends_a_law_and_no_province_a_decree(lower: str | None, upper: str, expected: bool) -> None:
    assert may_change(card(lower), card(upper)) is expected


PLACES = [
    ("Điều 5", "Chương I/Điều 5", True),
    ("khoản 2 Điều 5", "Chương I/Điều 5/2", True),
    ("điểm a khoản 2 Điều 5", "Chương I/Điều 5/2/a", True),
    ("điểm a khoản 2 Điều 5", "Điều 5/2", True),
    ("Điều 5", "Điều 5/2/a", True),
    ("khoản 1, khoản 2 Điều 5", "Điều 5/2", True),
    ("khoản 3 Điều 5", "Điều 5/2", False),
    ("Điều 15", "Điều 5", False),
    ("khoản 2 Điều 6", "Điều 5/2", False),
    ("Mục III", "III", True),
    (None, "Điều 5", False),
    ("toàn văn", "Điều 5", False),
]


@pytest.mark.parametrize(("printed", "path", "expected"), PLACES)
def test_a_printed_place_is_a_provision(printed: str | None, path: str, expected: bool) -> None:
    assert names_provision(printed, path) is expected


def test_down_from_a_clause_only_what_cites_that_clause(catalogue: Catalogue) -> None:
    text = "1. Đoạn một.\n2. Đoạn hai."
    upper = Written("upper", text, "30/2031/NĐ-CP", "2031-05-05", "Nghị định", "Chính phủ",
                    units=(("Điều 5/1", "1. Đoạn", "một."), ("Điều 5/2", "2. Đoạn", "hai.")))  # fmt: skip
    lines = [f"Thực hiện khoản {n} Điều 5 Nghị định số 30/2031/NĐ-CP." for n in (1, 2)]
    lowers = [
        Written(
            f"lower{n}", line, f"{n}/KH-UBND", "2032-01-01", "Kế hoạch", level=Level.PROVINCE, locality="Sơn Hà",
            cites=(
                Cite("Nghị định số 30/2031/NĐ-CP", "30/2031/NĐ-CP", relation=Relation.IMPLEMENTS,
                     provision=f"khoản {n} Điều 5"),
            ),
        )
        for n, line in enumerate(lines, start=1)
    ]  # fmt: skip
    put(catalogue, upper, *lowers)
    down = Tracer(catalogue).trace(NodeRef("upper", "Điều 5/2")).down
    assert [(str(edge.lower), str(edge.upper)) for edge in down] == [("lower2", "upper#Điều 5/2")]


def test_a_registered_repeal_is_told(catalogue: Catalogue) -> None:
    repeals = (RegistryRelation(Relation.REPEALS, "1/NQ-CP"),)
    register(catalogue, entry("1/NQ-CP", "2030-01-01"), entry("2/NQ-CP", "2031-01-01", relations=repeals))
    (warning,) = Tracer(catalogue).document_warnings("1-nq-cp-2030-01-01")
    assert warning == "Văn bản này đã bị bãi bỏ bởi 2/NQ-CP ngày 01/01/2031"


TRANSITION = {
    "a provision of that name": (
        "Điều 9. Quy định chuyển tiếp. Hồ sơ đã nộp được giữ nguyên.",
        "Quy định chuyển tiếp",
        True,
    ),
    "what goes on as before": (
        "Điều 9. Hồ sơ đã nộp tiếp tục được giải quyết theo quy định trước ngày Nghị định này có hiệu lực.",
        None,
        True,
    ),
    "nothing of the kind": ("Điều 9. Nghị định này có hiệu lực từ ngày ký.", "Hiệu lực thi hành", False),
}


@pytest.mark.parametrize(("text", "heading", "expected"), TRANSITION.values(), ids=TRANSITION.keys())
def test_transition_rules_are_quoted(text: str, heading: str | None, expected: bool) -> None:
    parsed = Written("x", text, units=(("Điều 9", text[:6], text[-6:]),)).parsed()
    units = [replace(unit, heading=heading) for unit in parsed.provisions]
    assert [rule.quote for rule in transition_rules(parsed.document, units)] == ([text] if expected else [])


def test_impact_lists_every_provision_that_cites_the_document_and_the_rules_meanwhile(catalogue: Catalogue) -> None:
    text = (
        "Điều 9. Nghị định này thay thế Nghị định số 30/2031/NĐ-CP. "
        "Hồ sơ cũ vẫn được giải quyết theo quy định trước đây."
    )
    cite = Cite("Nghị định số 30/2031/NĐ-CP", "30/2031/NĐ-CP", relation=Relation.REPLACES, where="Điều 9")
    successor = Written("new", text, "5/2032/NĐ-CP", "2032-01-01", "Nghị định", cites=(cite,),
                        units=(("Điều 9", text[:6], text[-6:]),))  # fmt: skip
    put(catalogue, HELD, successor)
    impact = Tracer(catalogue).impact("held")
    assert impact.cited_at == (NodeRef("new", "Điều 9"),)
    assert [rule.quote for rule in impact.transition] == [text]
