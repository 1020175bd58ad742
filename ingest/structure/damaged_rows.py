"""First cells of rows as a scanner left them ("2__", "HI", "s"): read where the numbers of the table need them."""

from __future__ import annotations

import re

from ingest.markers import roman_numeral, roman_value
from ingest.model import LaidText, Row, Table

_EDGES = " _|.,:;‘’'\"“”`"
_CLEAN_NUMBER = re.compile(r"\(?(\d{1,4})\)?[.)]?$")
# No number is longer; longer first cells are words.
_LONGEST_LABEL = 4
# A row that opens a section has its number, its heading, and empty cells.
_CELLS_OF_SECTION = 2
_AS_FIGURES = str.maketrans(
    {"I": "1", "l": "1", "i": "1", "|": "1", "s": "5", "S": "5", "§": "8", "O": "0", "o": "0", "ọ": "9", "Ạ": "4",
     "ạ": "3", "z": "2", "Z": "2", "b": "6", "g": "9", "q": "9"}
)  # fmt: skip
_AS_NUMERAL = str.maketrans({"H": "II", "T": "I", "l": "I", "1": "I", "|": "I", "J": "I", "Ị": "I", "Ỉ": "I", "!": "I"})


def first_cells(laid: LaidText, table: Table) -> list[str]:
    """The first cell of each row; a damaged number as the row before and the row behind it say."""
    printed = [_first_cell(laid, row) for row in table.rows]
    filled = [sum(cell.end > cell.start for cell in row.cells) for row in table.rows]
    section = last = 0
    read: list[str] = []
    for index, first in enumerate(printed):
        is_section = 1 < filled[index] <= _CELLS_OF_SECTION
        if index < table.header_rows or not first or len(first) > _LONGEST_LABEL:
            read.append(first)
            continue
        numeral = _numeral(first, section + 1) if is_section else None
        is_counting = last > 0 or section > 0
        number = _number(first, last + 1, printed[index + 1 : index + 2]) if is_counting and not is_section else None
        if numeral:
            section, last = section + 1, 0
        elif number:
            last = int(number)
        else:
            section, last = _after(first, section, last)
        read.append(numeral or number or first)
    return read


def _first_cell(laid: LaidText, row: Row) -> str:
    return laid.text[row.cells[0].start : row.cells[0].end].strip() if row.cells else ""


def _after(first: str, section: int, last: int) -> tuple[int, int]:
    """The last section and the last number behind a row whose first cell is read as it stands."""
    bare = first.strip(_EDGES)
    clean = _CLEAN_NUMBER.match(first)
    if clean:
        return section, int(clean[1])
    value = roman_value(bare) if bare.isupper() else None
    if value:
        return value, 0
    return (0, 0) if len(bare) == 1 and bare.isupper() else (section, last)


def _numeral(first: str, expected: int) -> str | None:
    """The numeral that a damaged first cell stands for; None where it is clean or stands for another."""
    bare = first.strip(_EDGES)
    if bare == first.strip(" .") or not bare:
        is_clean = roman_value(bare) is not None or (len(bare) == 1 and bare.isalpha())
        if is_clean or not bare:
            return None
    wanted = roman_numeral(expected)
    return wanted if bare.translate(_AS_NUMERAL) == wanted else None


def _number(first: str, expected: int, following: list[str]) -> str | None:
    """The number that a damaged first cell stands for, None where it is clean, or where nothing says which it is."""
    if _CLEAN_NUMBER.match(first):
        return None
    bare = first.strip(_EDGES)
    if not bare:
        return None
    behind = _CLEAN_NUMBER.match(following[0]) if following else None
    is_confirmed = behind is not None and int(behind[1]) == expected + 1
    looks_like = bare.translate(_AS_FIGURES) == str(expected)
    is_sign = len(bare) == 1 and not bare.isdigit()
    return str(expected) if looks_like or (is_confirmed and is_sign and expected > 1) else None
