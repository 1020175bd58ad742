"""Lines that reading made nothing of are told from those that a document's form knows."""

from __future__ import annotations

import pytest

from kb.model import Document, Fact, Field, Provision, ProvisionKind
from kb.upkeep import Unread, unread_lines


def in_kind(kind: ProvisionKind, text: str, **facts: str) -> tuple[Document, tuple[Provision, ...]]:
    """A text that is one provision of this kind; `facts` are words of it that were read as facts."""
    read = {
        Field(name): Fact(words, "rule", start=text.index(words), end=text.index(words) + len(words))
        for name, words in facts.items()
    }
    recipients = ("Như Điều 3", "Sở Nội vụ, Sở Tài chính", "Lưu: VT")
    document = Document("ab12", "a.txt", "0" * 64, "txt", text, read, recipients=recipients)
    return document, (Provision("x", kind, None, None, 0, len(text), len(text), None, False),)


def unread(kind: ProvisionKind, text: str, **facts: str) -> list[str]:
    document, provisions = in_kind(kind, text, **facts)
    return [document.text[line.start : line.end] for line in unread_lines(document, provisions)]


@pytest.mark.parametrize(
    "line",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "---------------",
        "*",
        "",
        "Ký bởi: Cổng Thông tin điện tử tỉnh Thanh Bình",
    ],
)
def test_lines_that_every_head_prints_are_read(line: str) -> None:
    assert unread(ProvisionKind.HEADER, f"{line}\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Nơi nhận:",
        "- Như Điều 3;",
        "+ Sở Nội vụ, Sở Tài chính;",
        "Sở Tài chính",
        "- Lưu: VT.",
        "Trên đây là Kế hoạch trồng rừng ven biển của tỉnh Thanh Bình.",
        "[1] Điểm này được sửa đổi",
    ],
)
def test_lines_that_an_end_may_print_are_read(line: str) -> None:
    assert unread(ProvisionKind.CLOSING, f"{line}\n") == []


def test_scraps_in_head_and_end_are_unread() -> None:
    assert unread(ProvisionKind.HEADER, "SỞ LẠ\nSố: 4#?/QĐ\nrrer@)\n", letterhead="SỞ LẠ") == ["Số: 4#?/QĐ", "rrer@)"]
    assert unread(ProvisionKind.CLOSING, "Biểu mẫu số 1a\n05 bản, QĐ164.") == ["Biểu mẫu số 1a", "05 bản, QĐ164."]


def test_what_follows_a_footnote_is_of_its_kind() -> None:
    assert unread(ProvisionKind.CLOSING, "[1] Điều này bị bãi bỏ\nCăn cứ cũ") == []


@pytest.mark.parametrize("line", ["3. Kinh phí", "k) Tổ chức đào tạo", "2.1. Việc", "IV. Thực hiện", "Điều 5 Hiệu lực"])
def test_a_number_that_made_no_unit_is_unread(line: str) -> None:
    document, provisions = in_kind(ProvisionKind.PARAGRAPH, f"{line}\nvà tiếp theo")
    assert [(item.start, item.end, item.why) for item in unread_lines(document, provisions)] == [
        (0, len(line), Unread.NUMBER)
    ]


@pytest.mark.parametrize(
    "line", ["Sở Nội vụ chủ trì.", "- Sở Nội vụ", "5 năm qua", "Chương trình này", "3.500 tỷ", "*"]
)
def test_a_plain_paragraph_is_read(line: str) -> None:
    assert unread(ProvisionKind.PARAGRAPH, line) == []


@pytest.mark.parametrize("kind", [ProvisionKind.CLAUSE, ProvisionKind.ROW, ProvisionKind.PREAMBLE])
def test_units_rows_and_preamble_are_read(kind: ProvisionKind) -> None:
    assert unread(kind, "3. Kinh phí") == []
