"""Rows of tables: how each is addressed ("Phụ lục II/I row 12", "row I.1" where the file itself is the appendix)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.markers import roman_value
from ingest.model import LaidText, Row, Table

_PLAIN = re.compile(r"^\(?(?P<label>\d{1,4}(?:\.\d{1,3})*[a-zđ]?)\)?[.)]?$")
_ROMAN = re.compile(r"^(?P<label>[IVXLC]{1,6})(?P<rest>(?:\.\d{1,3})*)[.)\-:]?$")
_CAPITAL = re.compile(r"^(?P<label>[A-HĐ])[.)\-:]?$")


@dataclass(frozen=True, slots=True)
class _Name:
    """`section` holds the row ("I", or "A/I" where numerals stand below letters), `label` is its printed number (or
    its count, in brackets)."""

    section: str | None
    label: str


class _Sections:
    """The sections that are open above a row: letters and numerals; whichever the table prints first stands above."""

    def __init__(self) -> None:
        self._order: list[re.Pattern[str]] = []
        self._open: list[str] = []

    def open(self, label: str) -> str | None:
        """Opens a section; gives what holds it. "III.1" names a group beside its section III."""
        if "." in label:
            return "/".join(self._open[:-1]) or None
        kind = _CAPITAL if not roman_value(label) or (self._is_next_capital(label)) else _ROMAN
        if kind not in self._order:
            self._order.append(kind)
        del self._open[self._order.index(kind) :]
        above = self.path
        self._open.append(label)
        return above

    def _is_next_capital(self, label: str) -> bool:
        """ "C" and "D" are numerals too: behind "B" they are letters."""
        if _CAPITAL not in self._order:
            return False
        before = self._open[self._order.index(_CAPITAL)] if len(self._open) > self._order.index(_CAPITAL) else ""
        return len(label) == len(before) == 1 and ord(label) == ord(before) + 1

    @property
    def path(self) -> str | None:
        return "/".join(self._open) or None


class RowNames:
    """Names the rows of each table once; a table without header goes on with the sections of the one before."""

    def __init__(self, laid: LaidText) -> None:
        self.laid = laid
        self._names: dict[int, list[_Name]] = {}
        self._sections = _Sections()

    def path(self, table: int, row: int, parent: str) -> tuple[str, str]:
        """The path of a row below the path of its unit ("" for the document itself), and its label."""
        if table not in self._names:
            given = self.laid.tables[table]
            if given.header_rows:
                self._sections = _Sections()
            self._names[table] = _name_rows(self.laid, given, self._sections)
        name = self._names[table][row]
        if name.section is None:
            return f"{parent} row {name.label}".strip(), name.label
        if parent:
            return f"{parent}/{name.section} row {name.label}", name.label
        return f"row {name.section.replace('/', '.')}.{name.label}", name.label


def _name_rows(laid: LaidText, table: Table, sections: _Sections) -> list[_Name]:
    names: list[_Name] = []
    unnumbered = 0
    for number, row in enumerate(table.rows):
        first = _first_cell(laid, row)
        opened = _section_label(first)
        plain = _PLAIN.match(first)
        if number < table.header_rows:
            names.append(_Name(None, f"đầu {number + 1}"))
        elif opened:
            names.append(_Name(sections.open(opened), opened))
        elif plain:
            names.append(_Name(sections.path, plain["label"]))
        else:
            unnumbered += 1
            names.append(_Name(sections.path, f"({unnumbered})"))
    return names


def _first_cell(laid: LaidText, row: Row) -> str:
    return laid.text[row.cells[0].start : row.cells[0].end].strip() if row.cells else ""


def _section_label(first: str) -> str | None:
    """The numeral of a row that opens a section: "I", "III.1", "A"."""
    roman = _ROMAN.match(first)
    if roman and roman_value(roman["label"]):
        return roman["label"] + roman["rest"]
    capital = _CAPITAL.match(first)
    return capital["label"] if capital else None
