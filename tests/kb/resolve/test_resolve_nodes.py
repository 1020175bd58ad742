"""One document, one node: the ids made for documents that nobody holds, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from linked import Cite, Written, a_catalogue, put

from kb.bodies import body_of_number
from kb.catalogue import Catalogue
from kb.catalogue.chains import reading_chains
from kb.model import Level, NodeRef, Relation
from kb.trace import Tracer


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with a_catalogue(tmp_path) as opened:
        yield opened


def nodes(catalogue: Catalogue, *cites: Cite) -> list[str | None]:
    text = "\n".join(cite.surface for cite in cites)
    put(
        catalogue,
        Written(
            "citing", text, number="9/KH-UBND", on="2031-06-01", locality="Sơn Hà", level=Level.PROVINCE, cites=cites
        ),
    )
    with reading_chains(catalogue) as chains:
        return [pointing.node for pointing in chains.from_documents({"citing"}, with_mentions=True)]


ONE_NODE = {
    "zeros before the number": (
        Cite("Nghị quyết số 03/NQ-CP ngày 09/01/2030", "03/NQ-CP", "2030-01-09"),
        Cite("Nghị quyết 3/NQ-CP ngày 09/01/2030", "3/NQ-CP", "2030-01-09"),
    ),
    "a decree with its date and without": (
        Cite("Nghị định số 136/2030/NĐ-CP", "136/2030/NĐ-CP"),
        Cite("Nghị định số 136/2030/NĐ-CP ngày 12/6/2030", "136/2030/NĐ-CP", "2030-06-12"),
    ),
    "a law by its day and by its year": (
        Cite("Luật Nghề muối ngày 24/6/2030", on="2030-06-24", name="Luật Nghề muối"),
        Cite("Luật Nghề muối năm 2030", name="Luật Nghề muối năm 2030"),
    ),
    "a law with a word typed twice": (
        Cite("Luật Ban hành văn bản", name="Luật Ban hành văn bản"),
        Cite("Luật ban Ban hành văn bản", name="Luật ban Ban hành văn bản"),
    ),
    "the Constitution under its long name": (
        Cite("Hiến pháp nước Cộng hòa xã hội", name="Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
        Cite("Hiến pháp", name="Hiến pháp"),
    ),
}  # fmt: skip
TWO_NODES = {
    "laws of two years": (
        Cite("Luật Nghề muối năm 2014", name="Luật Nghề muối năm 2014"),
        Cite("Luật Nghề muối năm 2030", name="Luật Nghề muối năm 2030"),
    ),
    "a law without its year is not one of a year": (
        Cite("Luật Nghề muối", name="Luật Nghề muối"),
        Cite("Luật Nghề muối năm 2030", name="Luật Nghề muối năm 2030"),
    ),
    "decisions of two provinces": (
        Cite("Quyết định số 9/2030/QĐ-UBND của UBND tỉnh Kon Tum", "9/2030/QĐ-UBND", issuer="UBND tỉnh Kon Tum"),
        Cite("Quyết định số 9/2030/QĐ-UBND của UBND tỉnh Long An", "9/2030/QĐ-UBND", issuer="UBND tỉnh Long An"),
    ),
    "two days of one number": (
        Cite("Nghị quyết số 50/NQ-CP ngày 17/4/2030", "50/NQ-CP", "2030-04-17"),
        Cite("Nghị quyết số 50/NQ-CP ngày 20/5/2031", "50/NQ-CP", "2031-05-20"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("cites", ONE_NODE.values(), ids=ONE_NODE.keys())
def test_two_printings_of_one_document_have_one_node(catalogue: Catalogue, cites: tuple[Cite, ...]) -> None:
    assert len(set(nodes(catalogue, *cites))) == 1


@pytest.mark.parametrize("cites", TWO_NODES.values(), ids=TWO_NODES.keys())
def test_two_documents_have_two(catalogue: Catalogue, cites: tuple[Cite, ...]) -> None:
    assert len(set(nodes(catalogue, *cites))) == 2


def test_a_decree_is_of_no_province_whatever_its_sentence_names(catalogue: Catalogue) -> None:
    cite = Cite("Nghị định số 239/2030/NĐ-CP", "239/2030/NĐ-CP", issuer="Chính phủ và Chủ tịch UBND tỉnh")
    assert nodes(catalogue, cite) == ["239-2030-nd-cp"]


def test_the_symbol_names_the_issuer_and_another_citation_the_title(catalogue: Catalogue) -> None:
    first, second = "Công điện số 158/CĐ-TTg ngày 04/9/2030", "Công điện 158/CĐ-TTg ngày 04/9/2030"
    given = {"number": "158/CĐ-TTg", "on": "2030-09-04", "relation": Relation.BASED_ON}
    cites = (Cite(first, **given), Cite(second, title="về việc khánh thành các dự án", **given))  # type: ignore[arg-type]
    (node,) = set(nodes(catalogue, *cites))
    shown = Tracer(catalogue).trace(NodeRef(node or "")).nodes[NodeRef(node or "")]
    assert (shown.issuer, shown.title) == ("Thủ tướng Chính phủ", "về việc khánh thành các dự án")


@pytest.mark.parametrize(
    ("number", "body"),
    [
        ("158/CĐ-TTg", "Thủ tướng Chính phủ"),
        ("574/TB-VPCP", "Văn phòng Chính phủ"),
        ("239/2025/NĐ-CP", "Chính phủ"),
        ("2765/BTTTT-CĐSQG", "Bộ Thông tin và Truyền thông"),
        ("18/2026/TT-BTC", "Bộ Tài chính"),
        ("71/2025/QH15", "Quốc hội"),
        ("76/2025/NQ-UBTVQH15", "Ủy ban Thường vụ Quốc hội"),
        ("52-NQ/TW", None),
        ("271-KH/TU", None),
        ("12/QĐ-UBND", None),
        ("12/QĐ-STC", None),
        (None, None),
    ],
)
def test_the_body_that_a_number_names(number: str | None, body: str | None) -> None:
    assert body_of_number(number) == body


FULL_BELOW = {
    "a law in the title and in full in the preamble": (
        Cite("Luật Nghề muối", name="Luật Nghề muối"),
        Cite("Luật Nghề muối số 45/2030/QH16", "45/2030/QH16", name="Luật Nghề muối"),
    ),
    "a law by its day and with its number": (
        Cite("Luật Nghề muối ngày 23/11/2030", on="2030-11-23", name="Luật Nghề muối"),
        Cite("Luật Nghề muối số 45/2030/QH16", "45/2030/QH16", name="Luật Nghề muối"),
        Cite("Luật Nghề muối năm 2030", name="Luật Nghề muối năm 2030"),
    ),
    "a bare number in the title and its day in the preamble": (
        Cite("Nghị quyết số 88-NQ/TW", "88-NQ/TW"),
        Cite("Nghị quyết số 88-NQ/TW ngày 22/12/2030", "88-NQ/TW", "2030-12-22"),
    ),
}


@pytest.mark.parametrize("cites", FULL_BELOW.values(), ids=FULL_BELOW.keys())
def test_the_one_full_citation_below_settles_a_short_one(catalogue: Catalogue, cites: tuple[Cite, ...]) -> None:
    assert len(set(nodes(catalogue, *cites))) == 1


OLD_LAW = Cite("Luật Nghề muối số 9/2014/QH13", "9/2014/QH13", name="Luật Nghề muối")
NEW_LAW = Cite("Luật Nghề muối số 45/2030/QH16", "45/2030/QH16", name="Luật Nghề muối")
LATER_LAW = Cite("Luật Nghề muối số 7/2035/QH17", "7/2035/QH17", name="Luật Nghề muối")
BARE = Cite("Luật Nghề muối", name="Luật Nghề muối")


@pytest.mark.parametrize(
    ("cites", "place"),
    [((BARE, OLD_LAW, NEW_LAW), 0), ((NEW_LAW, OLD_LAW, BARE), 2), ((BARE, OLD_LAW, NEW_LAW, LATER_LAW), 0)],
    ids=["in the title", "after the old one", "a later one cannot be meant"],
)
def test_of_two_laws_of_a_name_the_bare_one_is_the_law_in_force(
    catalogue: Catalogue, cites: tuple[Cite, ...], place: int
) -> None:
    assert nodes(catalogue, *cites)[place] == "45-2030-qh16"


def test_two_numbers_of_two_days_settle_no_bare_number(catalogue: Catalogue) -> None:
    bare = Cite("Nghị quyết số 50/NQ-CP", "50/NQ-CP")
    one = Cite("Nghị quyết số 50/NQ-CP ngày 17/4/2030", "50/NQ-CP", "2030-04-17")
    two = Cite("Nghị quyết số 50/NQ-CP ngày 20/5/2031", "50/NQ-CP", "2031-05-20")
    assert nodes(catalogue, bare, one, two)[0] == "50-nq-cp"
