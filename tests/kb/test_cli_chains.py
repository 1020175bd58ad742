"""What the command prints of coverage, drift and impact: documents by their numbers, and how much is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from linked import Cite, Work, Written, a_catalogue, entry, put, register

from kb.catalogue import Catalogue
from kb.cli import derivations
from kb.cli.chains import print_coverage
from kb.knowledge_base import KnowledgeBase
from kb.model import Level, NodeRef, Relation
from kb.settings import Settings
from kb.trace import Tracer

TITLE = "phê duyệt Chiến lược nước sạch ven biển đến năm 2040"
STRATEGY = entry("8/QĐ-TTg", "2031-02-03", kind="Quyết định", title=TITLE)
UPPER = Written(
    "aaaaaaaaaaaa",
    "1. Xây dựng bản đồ số cấp nước sạch ven biển. Đến năm 2035, 80% hộ dân ven biển được cấp nước sạch.",
    on="2031-02-03",
    kind="Quyết định",
    title=TITLE,
    works=(Work("1", "1. Xây dựng bản đồ số cấp nước sạch ven biển", ("Ủy ban nhân dân các tỉnh",)),),
    units=(("1", "1. Xây", "sạch."),),
)
LOCAL = Written(
    "bbbbbbbbbbbb",
    "Căn cứ 8/QĐ-TTg;\n1. Xây dựng bản đồ số cấp nước sạch ven biển của tỉnh. "
    "Đến năm 2035, 70% hộ dân ven biển được cấp nước sạch.",
    number="9/KH-UBND",
    on="2031-06-03",
    level=Level.PROVINCE,
    locality="Sơn Hà",
    cites=(Cite("8/QĐ-TTg", "8/QĐ-TTg", "2031-02-03", Relation.BASED_ON),),
    works=(Work("1", "1. Xây dựng bản đồ số cấp nước sạch ven biển của tỉnh", ("Sở Xây dựng",)),),
    units=(("1", "1. Xây", "sạch."),),
)


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    with a_catalogue(tmp_path) as opened:
        register(opened, STRATEGY)
        put(opened, UPPER, LOCAL)
    return KnowledgeBase(Settings(home=tmp_path), reader=None)


def printed(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def options(reference: str) -> derivations.Options:
    return derivations.Options(reference=reference, json=False, locality=None)


def test_coverage_names_documents_by_number(kb: KnowledgeBase, capsys: pytest.CaptureFixture[str]) -> None:
    derivations.coverage(kb, options(UPPER.id))
    assert "← 9/KH-UBND mục 1 [bbbbbbbbbbbb] (gợi ý do nội dung tương tự" in printed(capsys)


def test_drift_says_both_values_and_who_asks_for_less(kb: KnowledgeBase, capsys: pytest.CaptureFixture[str]) -> None:
    derivations.drift(kb, options(LOCAL.id))
    shown = printed(capsys)
    assert "khác trị số, cấp dưới đặt THẤP HƠN" in shown
    assert "trên: 80%, 8/QĐ-TTg mục 1 [aaaaaaaaaaaa]" in shown
    assert "dưới: 70%, 9/KH-UBND mục 1 [bbbbbbbbbbbb]" in shown


def test_impact_says_how_each_document_rests(kb: KnowledgeBase, capsys: pytest.CaptureFixture[str]) -> None:
    derivations.impact(kb, options(UPPER.id))
    assert "9/KH-UBND [bbbbbbbbbbbb] căn cứ 8/QĐ-TTg [aaaaaaaaaaaa] (viện dẫn trực tiếp" in printed(capsys)


def test_what_is_left_out_is_counted(catalogue_of_many: Catalogue, capsys: pytest.CaptureFixture[str]) -> None:
    print_coverage(Tracer(catalogue_of_many).coverage(UPPER.id), lambda ref: ref.document_id)
    shown = printed(capsys)
    assert shown.count("←") == 50
    assert "… và khoảng 10 nhiệm vụ khác" in shown
    assert "… và 10 văn bản khác" in shown


@pytest.fixture
def catalogue_of_many(tmp_path: Path) -> Iterator[Catalogue]:
    with a_catalogue(tmp_path / "many") as opened:
        register(opened, STRATEGY)
        put(
            opened,
            UPPER,
            *(replace(LOCAL, id=f"{number:012x}", number=f"{number + 1}/KH-UBND") for number in range(60)),
        )
        assert len(Tracer(opened).trace(NodeRef(UPPER.id)).down) == 60
        yield opened
