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
    """`section` is the top section that holds the row, `label` its printed number (or its count, in brackets)."""

    section: str | None
    label: str


class RowNames:
    """Names the rows of each table once."""

    def __init__(self, laid: LaidText) -> None:
        self.laid = laid
        self._names: dict[int, list[_Name]] = {}

    def path(self, table: int, row: int, parent: str) -> tuple[str, str]:
        """The path of a row below the path of its unit ("" for the document itself), and its label."""
        if table not in self._names:
            self._names[table] = _name_rows(self.laid, self.laid.tables[table])
        name = self._names[table][row]
        if name.section is None:
            return f"{parent} row {name.label}".strip(), name.label
        if parent:
            return f"{parent}/{name.section} row {name.label}", name.label
        return f"row {name.section}.{name.label}", name.label


def _name_rows(laid: LaidText, table: Table) -> list[_Name]:
    names: list[_Name] = []
    section: str | None = None
    unnumbered = 0
    for number, row in enumerate(table.rows):
        first = _first_cell(laid, row)
        opened = _section_label(first)
        plain = _PLAIN.match(first)
        if number < table.header_rows:
            names.append(_Name(None, f"đầu {number + 1}"))
        elif opened:
            section = opened if "." not in opened else section
            names.append(_Name(None, opened))
        elif plain:
            names.append(_Name(section, plain["label"]))
        else:
            unnumbered += 1
            names.append(_Name(section, f"({unnumbered})"))
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
