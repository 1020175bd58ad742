"""The dossier of a task: everything said with its quotation, the missing named as missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest

from kb.exports import write_dossier
from kb.model import (
    Derivation,
    Document,
    Evidence,
    Fact,
    Field,
    NodeRef,
    Reason,
    Relation,
    Task,
    Trace,
    TraceNode,
    Verdict,
)

TEXT = "Sở Tài chính rà soát giá lúa theo Kế hoạch số 8-KH/TU trước ngày 31/12/2025."
TASK = Task(
    "II/1",
    0,
    len(TEXT),
    TEXT,
    ("Sở Tài chính",),
    (),
    "trước ngày 31/12/2025",
    date(2025, 12, 30),
    None,
    None,
    "subject",
)
DOCUMENT = Document(
    id="d1",
    source="ke-hoach.docx",
    sha256="0" * 64,
    format="docx",
    text=TEXT,
    facts={
        Field.NUMBER: Fact("15/KH-UBND", "number"),
        Field.ISSUED_ON: Fact("2025-05-06", "date"),
        Field.KIND: Fact("Kế hoạch", "kind"),
        Field.ISSUER: Fact("Ủy ban nhân dân tỉnh Sông Mơ", "letterhead"),
    },
)
START, PARTY, REJECTED = NodeRef("d1", "II/1"), NodeRef("r-8"), NodeRef("d9")


def node(ref: NodeRef, number: str, held: bool, **more: object) -> TraceNode:
    facts = {"title": "Kế hoạch mùa lúa", "issuer": "Tỉnh ủy Sông Mơ", "issued_on": date(2025, 1, 2), "text": None}
    return TraceNode(ref=ref, number=number, held=held, **{**facts, **more})  # type: ignore[arg-type]


TRACE = Trace(
    start=START,
    nodes={
        START: node(START, "15/KH-UBND", True),
        PARTY: node(
            PARTY, "8-KH/TU", False, full_text_at="kho của Tỉnh ủy", warnings=("đã được thay thế bởi 9-KH/TU",)
        ),
        REJECTED: node(REJECTED, "1/KH-SAI", True),
    },
    up=(
        Derivation(
            START, PARTY, Relation.IMPLEMENTS, Reason.EXPLICIT, 0.99, (Evidence("d1", "II/1", TEXT[13:50], 13, 50, 2),)
        ),
        Derivation(START, REJECTED, Relation.IMPLEMENTS, Reason.SIMILAR, 0.6, (), verdict=Verdict.REJECTED),
    ),
    down=(),
)


@pytest.fixture
def words(tmp_path: Path) -> str:
    path = write_dossier(
        TASK, DOCUMENT, TRACE, tmp_path / "ho-so.docx", drawn_up_on=date(2025, 11, 20), office="Văn phòng tỉnh Sông Mơ"
    )
    word = docx.Document(str(path))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in word.paragraphs] + cells)


@pytest.mark.parametrize(
    "said",
    [
        "HỒ SƠ NHIỆM VỤ",
        "Kế hoạch số 15/KH-UBND ngày 06/05/2025",
        f"“{TEXT}”",
        "Sở Tài chính",
        "30/12/2025",
        "8-KH/TU ngày 02/01/2025 của Tỉnh ủy Sông Mơ",
        "15/KH-UBND (II/1) thực hiện 8-KH/TU.",
        "viện dẫn trực tiếp; độ tin cậy 99%",
        f"“{TEXT[13:50]}” (II/1, trang 2)",
        "Chưa có toàn văn; có thể lấy tại kho của Tỉnh ủy",
        "đã được thay thế bởi 9-KH/TU",
        "Chưa có văn bản, nhiệm vụ triển khai trong kho.",
        "MỤC LỤC VĂN BẢN TRONG HỒ SƠ",
        "chưa có toàn văn",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "VĂN PHÒNG TỈNH SÔNG MƠ",
        "Ngày 20 tháng 11 năm 2025",
        "LÃNH ĐẠO ĐƠN VỊ",
    ],
)
def test_the_dossier_says(words: str, said: str) -> None:
    assert said in words


def test_rejected_edges_are_left_out(words: str) -> None:
    assert "1/KH-SAI" not in words
    assert "gợi ý do nội dung tương tự" not in words


def test_the_page_is_that_of_the_decree(tmp_path: Path) -> None:
    path = write_dossier(TASK, DOCUMENT, TRACE, tmp_path / "ho-so.docx", drawn_up_on=date(2025, 11, 20))
    section = docx.Document(str(path)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (30, 20)
    assert section.different_first_page_header_footer
