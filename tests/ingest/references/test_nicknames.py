"""Schemes that offices call by a number: "(Đề án 93)" after a title, and "Đề án 93" from then on."""

from __future__ import annotations

import pytest

from ingest.references.citation import Citation
from ingest.references.numbered import find_numbered
from ingest.references.programmes import find_programmes
from ingest.references.shortforms import add_short_forms


def short(text: str) -> list[tuple[str, str, bool]]:
    """(surface, rule, whether it has an antecedent) of the short citations."""
    full = sorted([*find_numbered(text), *find_programmes(text)], key=lambda citation: citation.start)
    found: list[Citation] = [one for one in add_short_forms(text, full) if one not in full]
    return [(text[one.start : one.end], one.rule, one.antecedent is not None) for one in found]


APPROVED = "Quyết định số 93/QĐ-TTg ngày 06/01/2032 của Thủ tướng Chính phủ phê duyệt Đề án chợ nổi (Đề án 93)."
TITLED = "Triển khai Đề án phát triển chợ nổi giai đoạn 2032-2035, tầm nhìn đến năm 2040 (Đề án số 93)."

SHORT = {
    "after the decision that approves it, paragraphs below": (
        f"{APPROVED}\nMục tiêu chung.\nTriển khai Đề án 93 tại các xã; kết nối với Đề án số 93.",
        [("Đề án 93", "nickname", True), ("Đề án số 93", "nickname", True)],
    ),
    "after its own title": (f"{TITLED}\nBáo cáo kết quả Đề án 93.", [("Đề án 93", "nickname", True)]),
}
NO_NICKNAMES = [
    "Kết nối với Đề án 93, mà văn bản không nêu là đề án nào",
    "Đề án 5 năm phát triển chợ nổi",
    "Chương trình 12 tháng hành động",
    "Xây dựng 02 đề án, 15 dự án",
    "Đề án 93/2032 của tỉnh",
    "Phiên họp Chương trình 2032-2035",
]


@pytest.mark.parametrize(("text", "expected"), SHORT.values(), ids=SHORT.keys())
def test_a_nickname_is_a_citation(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize("text", NO_NICKNAMES)
def test_other_numbers_are_no_nicknames(text: str) -> None:
    assert short(text) == []
