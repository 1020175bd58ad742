"""Pages saved from legal sites: each table cell on its own lines between lines that hold "|" alone.

A row is `|` cell `|` cell … `|`, so that two bars together end a row and begin the next; an empty cell leaves two
bars together as well. Which of the two it is, and where a table ends, is settled by `bars`. Some sites put a whole
row on one line, `cell | cell |`: each of its bars counts as a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.model import SourceCell, SourceLine, SourceTable
from ingest.readers.bar_costs import Piece
from ingest.readers.bars import Row, rows_and_texts
from ingest.readers.emphasis import Emphasis, MarkedLine
from ingest.readers.spans import with_spans
from ingest.readers.wrapped import join_wrapped

BAR = "|"
# Fewer lonely bars than one row of two cells has are slips, not tables.
_LEAST_BARS = 3
_INLINE_ROW = re.compile(r"[^|]*\S[^|]*(?: \||\| )[^|]*(?:\|[^|]*)*")
# A line that heads a document, an appendix or an article; no cell has one.
_OUTSIDE_SIGN = re.compile(
    r"(?:Điều \d+[a-z]?[.:]|Chương [IVXLC\d]+|PHỤ LỤC|Phụ lục [IVXLC\d]+\b|QUYẾT ĐỊNH:?$|NGHỊ (?:ĐỊNH|QUYẾT)$|"
    r"KẾ HOẠCH$|CHỈ THỊ$|THÔNG TƯ$|CÔNG ĐIỆN$|QUY ĐỊNH$)"
)
# Line breaks that a site lost: before and after a drawn line, and between country name and motto.
_LOST_BREAK = re.compile(r"(?<=NAM)(?=Độc lập)|(?<=[^\W_])\s*(?=_{4,})|(?<=_{4})\s*(?=[^\W_])")
# Characters: with an empty line inside, only a short text can still be a cell.
_LONGEST_CELL_WITH_GAP = 300


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file, or a part of one between bars; `number` is 1-based."""

    raw: str
    number: int
    mark: MarkedLine

    @property
    def is_bar(self) -> bool:
        return self.raw == BAR


def is_flattened(lines: Sequence[str]) -> bool:
    bars = sum(line.strip() == BAR for line in lines)
    return bars >= _LEAST_BARS or (bars > 0 and any(_INLINE_ROW.fullmatch(line) for line in lines if BAR in line))


def read_flattened(lines: Sequence[str]) -> list[SourceLine | SourceTable]:
    marked = list(_lines(lines))
    blocks: list[SourceLine | SourceTable] = []
    for part in rows_and_texts(_pieces(marked)):
        if isinstance(part, Piece):
            blocks.extend(_text_lines(part, marked))
        else:
            blocks.append(_table(part, marked))
    return blocks


def _lines(lines: Sequence[str]) -> Iterator[_Line]:
    emphasis = Emphasis()
    for number, line in enumerate(lines, start=1):
        for raw in _parts(line):
            if raw == BAR:
                emphasis.reset()
            yield _Line(raw, number, emphasis.read(raw))


def _parts(line: str) -> Iterator[str]:
    stripped = line.strip()
    if stripped == BAR or BAR not in line or not _INLINE_ROW.fullmatch(line):
        yield BAR if stripped == BAR else line
        return
    for cell in stripped.removesuffix(BAR).split(BAR):
        yield BAR
        yield from _LOST_BREAK.split(cell.strip())
    if stripped.endswith(BAR):
        yield BAR


def _pieces(lines: Sequence[_Line]) -> list[Piece]:
    """What stands between bars, with the number of bars before each."""
    pieces: list[Piece] = []
    bars = 0
    start = 0
    for at, line in enumerate(lines):
        if line.is_bar:
            if at > start:
                pieces.append(_piece(lines, start, at, bars))
                bars = 0
            bars += 1
            start = at + 1
    if start < len(lines):
        pieces.append(_piece(lines, start, len(lines), bars))
    elif bars:
        pieces.append(Piece(bars, start, start, 0, must_be_text=True))
    return pieces


def _piece(lines: Sequence[_Line], start: int, end: int, bars: int) -> Piece:
    """A stretch of lines between bars. One without text is an empty cell where it has marks ("** **"), else a gap."""
    filled = [lines[at].mark.text for at in range(start, end) if lines[at].mark.text]
    length = sum(map(len, filled))
    has_gap = any(not lines[at].raw.strip() for at in range(start, end))
    begins_with_gap = not lines[start].raw.strip()
    return Piece(
        bars,
        start,
        end,
        length,
        first=filled[0] if filled else "",
        must_be_text=has_gap and (begins_with_gap or not filled or length > _LONGEST_CELL_WITH_GAP),
        has_gap=has_gap,
        heads=any(_OUTSIDE_SIGN.match(text) for text in filled),
        introduces=bool(filled) and filled[-1].endswith(":"),
    )


def _text_lines(piece: Piece, lines: Sequence[_Line]) -> Iterator[SourceLine]:
    blank = bool(piece.bars)
    for at in range(piece.start, piece.end):
        mark = lines[at].mark
        if mark.text:
            goes_on = mark.runs_on and at + 1 < piece.end and bool(lines[at + 1].mark.text)
            yield SourceLine(
                mark.text,
                line=lines[at].number,
                blank_before=blank,
                bold=mark.bold,
                italic=mark.italic,
                runs_on=goes_on,
            )
        blank = not mark.text


def _table(rows: Sequence[Row], lines: Sequence[_Line]) -> SourceTable:
    columns = max(len(row.cells) for row in rows)
    cells = [[_cell(piece, lines, columns) for piece in row.cells] for row in rows]
    numbers = tuple(lines[min(row.start, len(lines) - 1)].number for row in rows)
    return SourceTable(with_spans(cells), (None,) * len(rows), numbers)


def _cell(piece: Piece | None, lines: Sequence[_Line], columns: int) -> SourceCell:
    if piece is None:
        return SourceCell("")
    filled = [lines[at].mark for at in range(piece.start, piece.end) if lines[at].mark.text]
    return SourceCell(join_wrapped(filled, columns), bold=bool(filled) and all(mark.bold for mark in filled))
