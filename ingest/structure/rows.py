"""Rows of tables: how each is addressed ("Phụ lục II/I row 12", "row I.1" where the file itself is the appendix)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.markers import roman_value
from ingest.model import LaidText, Table
from ingest.structure.damaged_rows import first_cells

_PLAIN = re.compile(r"^\(?(?P<label>\d{1,4}(?:\.\d{1,3})*[a-zđ]?)\)?[.)]?$")
_ROMAN = re.compile(r"^(?P<label>[IVXLC]{1,6})(?P<rest>(?:\.\d{1,3})*)[.)\-:]?$")
_CAPITAL = re.compile(r"^(?P<label>[A-HĐ])[.)\-:]?$")
# Characters: specks and page numbers between two parts of a table.
_LONGEST_LITTER = 20


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
        # "C" and "D" are numerals too, but no table has a hundred sections.
        kind = _CAPITAL if _CAPITAL.match(label) else _ROMAN
        if kind not in self._order:
            self._order.append(kind)
        del self._open[self._order.index(kind) :]
        above = self.path
        self._open.append(label)
        return above

    @property
    def path(self) -> str | None:
        return "/".join(self._open) or None


class RowNames:
    """Names the rows of each table once; a table that goes on keeps the sections of the one before in its unit."""

    def __init__(self, laid: LaidText) -> None:
        self.laid = laid
        self._names: dict[int, list[_Name]] = {}
        self._sections = _Sections()
        self._before: Table | None = None
        self._parent = ""

    def path(self, table: int, row: int, parent: str) -> tuple[str, str]:
        """The path of a row below the path of its unit ("" for the document itself), and its label."""
        if table not in self._names:
            given = self.laid.tables[table]
            if parent != self._parent or not self._goes_on(given):
                self._sections = _Sections()
            self._parent, self._before = parent, given
            self._names[table] = _name_rows(self.laid, given, self._sections)
        name = self._names[table][row]
        if name.section is None:
            return f"{parent} row {name.label}".strip(), name.label
        if parent:
            return f"{parent}/{name.section} row {name.label}", name.label
        return f"row {name.section.replace('/', '.')}.{name.label}", name.label

    def _goes_on(self, table: Table) -> bool:
        """A table without header, or one that prints the header again on another page."""
        before = self._before
        if before is None or not table.header_rows:
            return True
        is_other_page = before.rows[-1].page != table.rows[0].page
        is_near = table.start - before.end <= _LONGEST_LITTER
        return is_other_page and is_near and table.columns == before.columns


def _name_rows(laid: LaidText, table: Table, sections: _Sections) -> list[_Name]:
    names: list[_Name] = []
    unnumbered = 0
    firsts = first_cells(laid, table)
    for number in range(len(table.rows)):
        first = firsts[number]
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


def _section_label(first: str) -> str | None:
    """The numeral of a row that opens a section: "I", "III.1", "A"."""
    roman = _ROMAN.match(first)
    if roman and roman_value(roman["label"]):
        return roman["label"] + roman["rest"]
    capital = _CAPITAL.match(first)
    return capital["label"] if capital else None
