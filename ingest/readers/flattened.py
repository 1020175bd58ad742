"""Pages saved from legal sites: each table cell on its own lines between lines that hold "|" alone.

A row is `|` cell `|` cell … `|`, so that two bars together end a row and begin the next; an empty cell leaves two
bars together as well. Which of the two it is, and where a table ends, is settled by `bars`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import SourceCell, SourceLine, SourceTable
from ingest.readers.bars import Piece, Row, rows_and_texts
from ingest.readers.emphasis import Emphasis, MarkedLine
from ingest.readers.wrapped import join_wrapped

BAR = "|"
# Fewer lonely bars than one row of two cells has are slips, not tables.
_LEAST_BARS = 3
_INLINE_ROW = re.compile(r"[^|]*\S[^|]*(?:\|[^|]*)*\|\s*")


def is_flattened(lines: Sequence[str]) -> bool:
    return sum(line.strip() == BAR for line in lines) >= _LEAST_BARS


def read_flattened(lines: Sequence[str]) -> list[SourceLine | SourceTable]:
    marked = _marked(lines)
    pieces = _pieces(lines, marked)
    blocks: list[SourceLine | SourceTable] = []
    for part in rows_and_texts(pieces):
        if isinstance(part, Piece):
            blocks.extend(_lines(part, lines, marked))
        else:
            blocks.append(_table(part, marked))
    return blocks


def _marked(lines: Sequence[str]) -> list[MarkedLine]:
    emphasis = Emphasis()
    result = []
    for line in lines:
        if line.strip() == BAR:
            emphasis.reset()
        result.append(emphasis.read(line))
    return result


def _pieces(lines: Sequence[str], marked: Sequence[MarkedLine]) -> list[Piece]:
    """What stands between bars, with the number of bars before each."""
    pieces: list[Piece] = []
    bars = 0
    start = 0
    for number, line in enumerate([*lines, BAR]):
        if line.strip() != BAR:
            continue
        if any(marked[at].text for at in range(start, number)):
            pieces.append(_piece(lines, marked, start, number, bars))
            bars = 0
        bars += 1
        start = number + 1
    if bars > 1:
        pieces.append(Piece(bars - 1, len(lines), len(lines), 0, blank=True, outside_sign=True))
    return pieces


_OUTSIDE_SIGN = re.compile(
    r"(?:Điều \d+[a-z]?[.:]|Chương [IVXLC\d]+|PHỤ LỤC|Phụ lục [IVXLC\d]+\b|QUYẾT ĐỊNH:?$|NGHỊ (?:ĐỊNH|QUYẾT)$|"
    r"KẾ HOẠCH$|CHỈ THỊ$|THÔNG TƯ$|CÔNG ĐIỆN$|QUY ĐỊNH$)"
)


def _piece(lines: Sequence[str], marked: Sequence[MarkedLine], start: int, end: int, bars: int) -> Piece:
    texts = [marked[at].text for at in range(start, end)]
    blank = any(not lines[at].strip() for at in range(start, end))
    sign = any(_OUTSIDE_SIGN.match(text) for text in texts if text)
    filled = [text for text in texts if text]
    return Piece(bars, start, end, sum(map(len, texts)), blank, sign, filled[0], filled[-1].endswith(":"))


def _lines(piece: Piece, lines: Sequence[str], marked: Sequence[MarkedLine]) -> list[SourceLine]:
    result: list[SourceLine] = []
    blank = bool(piece.bars)
    for number in range(piece.start, piece.end):
        mark = marked[number]
        if mark.text:
            result.append(
                SourceLine(mark.text, line=number + 1, blank_before=blank, bold=mark.bold, italic=mark.italic)
            )
        blank = not mark.text
    return result


def _table(rows: Sequence[Row], marked: Sequence[MarkedLine]) -> SourceTable:
    columns = max(len(row.cells) for row in rows)
    cells = tuple(tuple(_cell(piece, marked, columns) for piece in row.cells) for row in rows)
    return SourceTable(cells, (None,) * len(rows), tuple(row.line for row in rows))


def _cell(piece: Piece | None, marked: Sequence[MarkedLine], columns: int) -> SourceCell:
    if piece is None:
        return SourceCell("")
    lines = [marked[at] for at in range(piece.start, piece.end) if marked[at].text]
    return SourceCell(join_wrapped(lines, columns), bold=all(line.bold for line in lines))
