"""A quotation that is cut keeps the citation that it shows."""

from __future__ import annotations

import pytest

from kb.trace.quoting import around

LONG = "Triển khai đồng bộ các giải pháp quản lý rừng ngập mặn ven biển của tỉnh trong thời gian tới, " * 4
CITED = "thực hiện Nghị quyết số 52- NQ/TW ngày 27/9/2019 của Bộ Chính trị"


@pytest.mark.parametrize(
    ("quote", "number", "name", "expected"),
    [
        (f"{LONG}{CITED}, {LONG}", "52-NQ/TW", None, "52- NQ/TW ngày 27/9/2019"),
        (f"{LONG}{CITED}", "52-NQ/TW", None, "52- NQ/TW ngày 27/9/2019 của Bộ Chính trị"),
        (f"{CITED}, {LONG}", "52-NQ/TW", None, "52- NQ/TW ngày 27/9/2019"),
        (f"{LONG}triển khai Chiến lược\ncảng cá ven biển, {LONG}", None, "Chiến lược cảng cá", "Chiến lược cảng cá"),
        (f"{LONG}số 152-NQ/TW; {CITED}; {LONG}", "52-NQ/TW", None, "52- NQ/TW ngày"),
        (LONG, "9-NQ/TW", "Luật Biển", "Triển khai đồng bộ"),
        (LONG, None, None, "Triển khai đồng bộ"),
    ],
    ids=["middle", "end", "beginning", "name", "number within another", "not there", "unknown"],
)
def test_a_long_quotation_keeps_its_citation(quote: str, number: str | None, name: str | None, expected: str) -> None:
    shown = around(quote, number, name, 160)
    assert expected in shown
    assert len(shown) <= 166
    assert shown.startswith("… ") or quote.startswith(shown[:20])
    assert shown.removeprefix("… ").removesuffix(" …") in " ".join(quote.split())


def test_a_short_quotation_is_whole_in_one_line() -> None:
    assert around("Căn cứ\nLuật Biển", "1/QH", None, 160) == "Căn cứ Luật Biển"


def test_a_word_without_blanks_is_cut_too() -> None:
    assert len(around("x" * 500, None, None, 100)) <= 106
