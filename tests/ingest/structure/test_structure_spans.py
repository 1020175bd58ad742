"""Whatever the text: own spans join to it, parents stand before and around their children."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laid import document_at, laid, lines_of, read_frame_of, table_of

from ingest.model import LaidText, SourceLine, SourceTable
from kb.model import Provision

DOCUMENTS = Path(__file__).parent.parent / "header" / "documents"
PIECES = (
    "Điều 1. Phạm vi", "Điều 2.", "Chương I", "QUY ĐỊNH CHUNG", "Mục 2", "I. MỤC TIÊU", "II- NHIỆM VỤ",
    "A. CHUNG", "1. Rà soát",
    "2. Báo cáo;", "1.1. Một", "2.3. Hai", "a) Ba", "đ) Bốn", "(1) Năm", "- Sáu", "+ Bảy", "“Điều 6a. Mới", "2. Hết”.",
    "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn An", "PHỤ LỤC I",
    "(Kèm theo Quyết định số 1/QĐ-UBND)",
    "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH", "Căn cứ Luật Lưu trữ;", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 12/QĐ-UBND", "SAO Y", "[1] Ghi chú",
    "Hải Sơn, ngày 5 tháng 3 năm 2025", "tiếp tục thực hiện các", "nội dung nêu trên.", "2025. Năm", "", "*",
    "\u200e", "HI. GIẢI PHÁP",
)  # fmt: skip
TABLES = (("TT | Việc", "I | Một", "1 | Hai"), ("a | b | c", " | | "), ("",), ("Nơi nhận: | TM. UBND",))
BLOCKS = st.one_of(st.sampled_from(PIECES), st.text(max_size=40), st.sampled_from(TABLES))


def block_of(piece: str | tuple[str, ...], gap: bool) -> SourceLine | SourceTable:
    return table_of(*piece) if isinstance(piece, tuple) else SourceLine(piece.replace("\n", " "), blank_before=gap)


def check(text: LaidText, provisions: tuple[Provision, ...]) -> None:
    assert "".join(text.text[p.start : p.own_end] for p in provisions) == text.text
    for index, provision in enumerate(provisions):
        assert provision.start <= provision.own_end <= provision.end
        if provision.parent is not None:
            parent = provisions[provision.parent]
            assert provision.parent < index
            assert parent.start <= provision.start
            assert provision.end <= parent.end


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(BLOCKS, st.booleans()), max_size=40))
def test_own_spans_join_to_the_text_of_any_document(pieces: list[tuple[str | tuple[str, ...], bool]]) -> None:
    text = laid(*(block_of(piece, gap) for piece, gap in pieces))
    header, provisions = read_frame_of(text)
    check(text, provisions)
    assert all(a.end == b.start for a, b in zip(header.regions, header.regions[1:], strict=False))
    for paragraph in text.paragraphs:
        assert "\n" not in text.text[paragraph.start : paragraph.end]


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_own_spans_join_to_the_text_of_real_forms(path: Path) -> None:
    text = document_at(path)
    check(text, read_frame_of(text)[1])


def test_units_nested_very_deep_are_read() -> None:
    number, lines = "1", []
    for _ in range(200):
        lines.append(f"{number}. Một")
        number += ".1"
    text = laid(*lines_of("\n".join(lines)))
    check(text, read_frame_of(text)[1])


def test_an_empty_document_has_no_provisions() -> None:
    text = laid()
    assert read_frame_of(text)[1] == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["ỦY BAN NHÂN DÂN " * 3000],
        ["1.1.1.1.1.1.1.1.1.1 a"] * 2000,
        ["1. a", "Nơi nhận:"] * 1000,
        ["“Điều 1. a", *["2. b"] * 2000],
        ["PHỤ LỤC I", "Mẫu số 01"] * 500,
        ["." * 50_000],
    ],
    ids=["a head without end", "one paragraph", "recipients", "an open quotation", "appendices", "dots"],
)
def test_texts_that_no_office_writes_are_read_all_the_same(lines: list[str]) -> None:
    text = laid(*(SourceLine(line) for line in lines))
    check(text, read_frame_of(text)[1])
