"""Rows of tables: how each is addressed ("Phụ lục II/I row 12", "row I.1" where the file itself is the appendix)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.markers import roman_value
from ingest.model import LaidText, Row, Table

_PLAIN = re.compile(r"^\(?(?P<label>\d{1,4}(?:\.\d{1,3})*[a-zđ]?)\)?[.)]?$")
_ROMAN = re.compile(r"^(?P<label>[IVXLC]{1,6})(?P<rest>(?:\.\d{1,3})*)[.)\-:]?$")
_LETTER = re.compile(r"^(?P<label>[A-HĐ])[.)\-:]?$")


@dataclass(frozen=True, slots=True)
class RowName:
    """`section` is the top section that holds the row, `label` its printed number; `opens` when it is a section."""

    section: str | None
    label: str
    opens: bool

    def step(self, has_parent: bool) -> tuple[str, bool]:
        """The step of the path and whether it is joined to the parent's path by "/" (else by a space)."""
        if self.opens or self.section is None:
            return f"row {self.label}", False
        return (f"{self.section} row {self.label}", True) if has_parent else (f"row {self.section}.{self.label}", False)


def name_rows(laid: LaidText, table: Table) -> list[RowName]:
    names: list[RowName] = []
    section: str | None = None
    unnumbered = 0
    for number, row in enumerate(table.rows):
        if number < table.header_rows:
            names.append(RowName(None, f"đầu {number + 1}", opens=True))
            continue
        first = laid.text[row.cells[0].start : row.cells[0].end].strip()
        roman = _ROMAN.match(first)
        plain = _PLAIN.match(first)
        if roman and roman_value(roman["label"]) or _LETTER.match(first):
            is_top = not roman or not roman["rest"]
            section = first.rstrip(".)-:") if is_top else section
            names.append(RowName(None, first.rstrip(".)-:"), opens=True))
        elif plain:
            names.append(RowName(section, plain["label"], opens=False))
        else:
            unnumbered += 1
            names.append(RowName(section, f"({unnumbered})", opens=False))
    return names


def is_section(row: Row) -> bool:
    return len(row.cells) <= 2
