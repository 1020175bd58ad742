"""Ordinary Markdown: headings, pipe tables, escapes, emphasis, bullets."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_files import lines_of, read_bytes, tables_of

from ingest.model import SourceLine, SourceText
from ingest.readers.emphasis import mark_lines


def md(folder: Path, text: str) -> SourceText:
    return read_bytes(folder, "a.md", text.encode())


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Số 57\\-NQ/TW", "Số 57-NQ/TW"),
        ("**1\\.** Phát triển", "1. Phát triển"),
        ("\\- Đóng góp 16 \\- 18%", "- Đóng góp 16 - 18%"),
        ("*   Quán triệt sâu sắc", "- Quán triệt sâu sắc"),
        ("+ Một mục", "- Một mục"),
        ("**Bold** và *nghiêng*", "Bold và nghiêng"),
        ("Ghi chú (*) và (**)", "Ghi chú (*) và (**)"),
        ("5 * 3 = 15", "5 * 3 = 15"),
        ("[Luật Lưu trữ](http://luat.test/a_(b).html)", "Luật Lưu trữ"),
        ("a<sup>2</sup> và <b>đậm</b>", "a2 và đậm"),
        ("## QUYẾT ĐỊNH ##", "QUYẾT ĐỊNH"),
        ("> trích dẫn", "trích dẫn"),
        ("Phí \\* năm", "Phí * năm"),
        ("_____", "_____"),
    ],
)
def test_marks_are_taken_out_of_a_line(tmp_path: Path, raw: str, text: str) -> None:
    assert lines_of(md(tmp_path, f"{raw}\n\nhết")) == [text, "hết"]


def test_a_heading_is_a_whole_paragraph_with_its_level(tmp_path: Path) -> None:
    heading, line = md(tmp_path, "# NGHỊ QUYẾT\nCăn cứ Luật\n").blocks
    assert isinstance(heading, SourceLine)
    assert isinstance(line, SourceLine)
    assert (heading.heading_level, heading.whole) == (1, True)
    assert (line.heading_level, line.whole, line.line) == (None, False, 2)


def test_empty_lines_leave_gaps(tmp_path: Path) -> None:
    blocks = md(tmp_path, "một\nhai\n\nba\n").blocks
    assert [block.blank_before for block in blocks if isinstance(block, SourceLine)] == [False, False, True]


def test_a_pipe_table_keeps_columns_empty_cells_and_escaped_bars(tmp_path: Path) -> None:
    text = "| TT | Nhiệm vụ | Chủ trì |\n|---|:---:|---:|\n| **I.** | Nhóm |  |\n"
    text += "| 1 | a \\| b<br>c | Sở Y tế |\nsau bảng\n"
    source = md(tmp_path, text)
    assert tables_of(source) == [[["TT", "Nhiệm vụ", "Chủ trì"], ["I.", "Nhóm", ""], ["1", "a | b\nc", "Sở Y tế"]]]
    assert lines_of(source) == ["sau bảng"]


def test_code_fences_are_no_text(tmp_path: Path) -> None:
    assert lines_of(md(tmp_path, "```\nNơi nhận:\n```\n")) == ["Nơi nhận:"]


def test_an_emphasis_that_nothing_closes_ends_at_last() -> None:
    marked = mark_lines(["**Điều 1", *["dòng"] * 60])
    assert marked[1].bold
    assert not marked[-1].bold


def test_an_emphasis_over_two_lines_marks_both() -> None:
    first, second, third = mark_lines(["*Hà Nội, ngày 19", "tháng 11 năm 2025 *", "sau"])
    assert (first.italic, first.runs_on, second.italic, second.runs_on, third.italic) == (
        True,
        True,
        True,
        False,
        False,
    )


def test_a_line_is_bold_only_where_all_of_it_is() -> None:
    lines = mark_lines(["**Điều 2. **Hiệu lực", "**II.** **MỤC TIÊU**", "**CIRCULAR**** **"])
    assert [line.bold for line in lines] == [False, True, True]
