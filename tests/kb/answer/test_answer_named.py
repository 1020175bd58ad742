"""Documents and provinces that a question names."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kb.answer.named import is_of_place, named_documents, named_places
from kb.model import DocumentSummary, Level


def held(
    id: str,
    number: str | None,
    kind: str,
    title: str,
    issuer: str = "Ủy ban nhân dân tỉnh",
    locality: str | None = None,
) -> DocumentSummary:
    return DocumentSummary(
        id=id,
        source=f"{id}.txt",
        sha256=id,
        number=number,
        issued_on=date(2024, 5, 2),
        kind=kind,
        issuer=issuer,
        level=Level.PROVINCE,
        locality=locality,
        title=title,
        added_at=datetime(2026, 1, 1),
    )


SHELF = (
    held("q21", "21/QĐ-UBND", "Quyết định", "Kế hoạch trồng rừng", "Sở Mẫu"),
    held("q21b", "21/2023/QĐ-UBND", "Quyết định", "Mức thu phí", "Hội đồng Mẫu"),
    held("n8", "08-NQ/TU", "Nghị quyết", "Về phát triển nghề muối", "Tỉnh ủy"),
    held("luat", "12/2033/QH17", "Luật", "Luật Nghề muối", "Quốc hội"),
)

NAMED = [
    ("Quyết định 21/QĐ-UBND quy định gì?", [("q21",)]),
    ("quyet dinh 21 ve trong rung", [("q21", "q21b")]),
    ("Nghị quyết 08-NQ/TU giao ai?", [("n8",)]),
    ("nq 8 giao ai?", [("n8",)]),
    ("Kế hoạch 21 của Sở Mẫu giao ai?", [("q21",)]),
    ("Nghị định 99/2020/NĐ-CP quy định gì?", [()]),
    ("Luật Nghề muối có hiệu lực từ ngày nào?", [("luat",)]),
    ("luat nghe muoi co hieu luc tu ngay nao", [("luat",)]),
    ("Luật Nghề rừng có hiệu lực từ ngày nào?", [()]),
    ("Luật này có hiệu lực từ ngày nào?", []),
    ("Theo quy định của pháp luật Việt Nam, ai được làm muối?", []),
    ("Đến năm 2030 trồng bao nhiêu ha rừng?", []),
]


@pytest.mark.parametrize(("question", "expected"), NAMED)
def test_named_documents(question: str, expected: list[tuple[str, ...]]) -> None:
    assert [item.held for item in named_documents(question, SHELF)] == expected


PLACES = [
    ("Tỉnh ủy Quảng Ngãi giao ai?", ["Quảng Ngãi"]),
    ("doanh nghiệp ở nghệ an được hỗ trợ gì", ["nghệ an"]),
    ("Giữ gìn hòa bình và an ninh", []),
    ("UBND tỉnh Hòa Bình làm gì?", ["Hoà Bình"]),
    ("Tỉnh nào làm trước?", []),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_named_places(text: str, expected: list[str]) -> None:
    assert [place.said for place in named_places(text)] == expected


def test_a_merged_province_is_the_one_it_went_into() -> None:
    (place,) = named_places("Ở Kon Tum ai làm?")
    assert is_of_place(place, "Quảng Ngãi")
    assert is_of_place(place, "Kon Tum")
    assert not is_of_place(place, "Nghệ An")
    assert not is_of_place(place, None)


@pytest.mark.parametrize(
    ("question", "is_topic"),
    [
        ("Nghị định hướng dẫn Luật Nghề rừng có hiệu lực khi nào?", True),
        ("thong tu quy dinh chi tiet thi hanh luat nghe rung", True),
        ("Luật Nghề rừng có hiệu lực khi nào?", False),
        ("Theo Quyết định 21/QĐ-UBND và Luật Nghề rừng thì sao?", False),
    ],
)
def test_a_law_that_another_document_carries_out(question: str, is_topic: bool) -> None:
    assert any(item.is_topic for item in named_documents(question, SHELF)) is is_topic
