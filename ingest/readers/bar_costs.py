"""What each reading of bars and cells costs: what tables seldom do is dear."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Costs are in units of "a table begins"; set by what separates them: a merged row is common, a row too long is not.
TABLE_COST = 1.0
_MERGED_ROW_COST = 0.4
_NEARLY_FULL_ROW_COST = 0.6
_SHORT_ROW_COST = 1.2
# Bars that belong to no row.
STRAY_BARS_COST = 2.4
EMPTY_CELL_COST = 0.12
_TRAILING_EMPTY_COST = 0.06
EMPTY_ROW_COST = 0.4
_LEADING_EMPTY_COST = 0.3
# A heading set over the columns leaves an empty cell that the row has no column for.
SURPLUS_CELL_COST = 0.6
# A wide table of one row is mostly several rows misread.
COLUMN_COST = 0.2
# Two tables seldom stand together without a word between them.
TOUCHING_TABLE_COST = 3.5
_SHORT_TEXT_COST = 2.6
_PLAIN_TEXT_COST = 1.6
# A number or letter alone between bars ("5.1") is the first cell of a row, never a paragraph.
_LABEL_TEXT_COST = 5.0
_INTRODUCING_TEXT_COST = 0.8
_GAP_IN_CELL_COST = 5.0
_HEADING_IN_CELL_COST = 3.0
_LONG_CELL_COST = 2.0
# Characters: a cell of a task table seldom has more; a stretch of body text between two tables mostly does.
_LONG_CELL = 900
_SHORT_TEXT = 80
_UNNUMBERED_ROW_COST = 0.35
LABEL_AFTER_EMPTY_COST = 2.0
# Letters: fewer are a unit or a sign ("m2", "x").
_LEAST_WORDS = 5
_ROW_LABEL = re.compile(r"(?:\d{1,4}(?:\.\d{1,3})*|[IVXLC]{1,6}(?:\.\d{1,3})*|[A-ZĐ]|[a-zđ]|[-–+*]|STT|TT|Số TT)[.)]?")


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two runs of bars: lines [start, end), `bars` bars before it, `length` characters.

    `must_be_text`: certainly no cell; `has_gap`: an empty line is in it; `heads`: one of its lines heads a document
    or article; `introduces`: it ends in a colon; `starts_row`: a row's number or letter, with words in the next cell.
    """

    bars: int
    start: int
    end: int
    length: int
    first: str = ""
    must_be_text: bool = False
    has_gap: bool = False
    heads: bool = False
    introduces: bool = False
    starts_row: bool = False

    @property
    def is_label(self) -> bool:
        return self.length == len(self.first) and bool(_ROW_LABEL.fullmatch(self.first))

    @property
    def is_empty_cell(self) -> bool:
        """Marks without text between them ("** **")."""
        return self.length == 0 and self.end > self.start and not self.must_be_text

    @property
    def is_words(self) -> bool:
        return self.length >= _LEAST_WORDS and sum(map(str.isalpha, self.first)) * 2 > len(self.first)


def text_cost(piece: Piece) -> float:
    if piece.heads or piece.length > _LONG_CELL:
        return 0.0
    if piece.is_label:
        return _LABEL_TEXT_COST
    if piece.introduces:
        return _INTRODUCING_TEXT_COST
    return _SHORT_TEXT_COST if piece.length < _SHORT_TEXT else _PLAIN_TEXT_COST


def cell_cost(piece: Piece) -> float:
    cost = _GAP_IN_CELL_COST if piece.has_gap else 0.0
    cost += _HEADING_IN_CELL_COST if piece.heads else 0.0
    return cost + (_LONG_CELL_COST if piece.length > _LONG_CELL else 0.0)


def row_end_cost(width: int, column: int, trailing: int) -> float:
    """A row that has all its columns is free; one or two cells are a merged row; others are irregular."""
    filled = column + trailing
    if filled == width:
        return _TRAILING_EMPTY_COST * trailing
    empties = EMPTY_CELL_COST * trailing
    if filled <= 2:
        return empties + _MERGED_ROW_COST
    return empties + (_NEARLY_FULL_ROW_COST if filled >= width - 2 else _SHORT_ROW_COST)


def row_start_cost(piece: Piece, width: int, leading: int) -> float:
    unnumbered = _UNNUMBERED_ROW_COST if width > 2 and not leading and not piece.starts_row else 0.0
    shifted_label = LABEL_AFTER_EMPTY_COST if leading and piece.starts_row else 0.0
    return _LEADING_EMPTY_COST * leading + unnumbered + shifted_label
