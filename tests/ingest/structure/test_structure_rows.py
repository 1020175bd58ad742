"""Rows of recognised tables: their numbers as the rows around them say, those of clean tables as printed."""

from __future__ import annotations

import pytest
from laid import laid, table_of

from ingest.structure.damaged_rows import first_cells

HEADER = "TT | Nhiệm vụ | Chủ trì | Thời gian"


def cells(*firsts: str) -> list[str]:
    """The first cells that are read; a label behind ">" opens a section (its row has a heading alone)."""
    rows = [f"{f[1:]} | Hạ tầng | |" if f[0] == ">" else f"{f} | Đo kiểm | Sở A | 2027" for f in firsts]
    text = laid("Bảng dưới đây:", table_of(HEADER, *rows))
    return first_cells(text, text.tables[0])[1:]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("1 2__ 3", "1 2 3"),
        ("1 2 3 4 s 6", "1 2 3 4 5 6"),
        ("8 9 10 I1 12", "8 9 10 11 12"),
        ("1 2 Ỷ 4", "1 2 3 4"),
        (">I 1 2 >II I 2 3", "I 1 2 II 1 2 3"),
        (">I 1 >II 1 >HI 1", "I 1 II 1 III 1"),
        (">I_ 1 2 _", "I 1 2 _"),
    ],
)
def test_damaged_numbers_are_what_the_rows_around_them_say(printed: str, read: str) -> None:
    assert cells(*printed.split()) == read.split()


@pytest.mark.parametrize(
    "printed",
    [
        "1 2 2 4",
        "1 a b 2 a b 3",
        "I II III",
        "a b c d đ e g h i k",
        ">A 1 2 >B 1 2",
        ">I 1 2 >I 1 2",
        "1 1.1 1.2 2",
        "x y z",
    ],
)
def test_clean_numbers_stay_as_they_are_printed(printed: str) -> None:
    assert cells(*printed.split()) == printed.replace(">", "").split()
