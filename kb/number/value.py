"""The number of a document as a value: parts, printed form, comparison key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kb.number.symbols import kind_names
from kb.text import fold


class System(StrEnum):
    """Who numbers the document, which decides the order of the parts."""

    STATE = "state"
    PARTY = "party"
    OLD = "old"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """`ordinal` as printed ("03", "07a"), `year` where the number has one, `kind` and `body` as abbreviations.

    State: 749/QĐ-TTg, 30/2020/NĐ-CP, 148/2025/QH15 and 90/CP (no kind), 2390/BTTTT-THH (no kind; body and unit).
    Party: 52-NQ/TW, 2587-CV/VPTW/nb. Old State forms: 1141 TC/QĐ/CĐKT (`body` holds all of it).
    Standards: TCVN 6909:2001 (`kind` TCVN). `body` keeps its own separators ("BNN-KHCN", "SNN&MT").
    """

    ordinal: str
    year: int | None
    kind: str | None
    body: str | None
    system: System

    def __str__(self) -> str:
        if self.system is System.STANDARD:
            return _standard(self)
        if self.system is System.PARTY:
            return f"{self.ordinal}-{self.kind}/{self.body}"
        if self.system is System.OLD:
            return f"{self.ordinal} {self.body}"
        symbol = "-".join(part for part in (self.kind, self.body) if part)
        return "/".join(part for part in (self.ordinal, str(self.year or ""), symbol) if part)

    @property
    def key(self) -> str:
        """Equal for two printings of one number: case, spaces, Đ or D, dashes and leading zeros do not count."""
        parts = (self.ordinal.lstrip("0") or "0", str(self.year or ""), self.kind or "", self.body or "")
        return "/".join(re.sub(r"[\W_]+", "", fold(part)) for part in parts)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of document its symbol may stand for, likeliest first; empty: the symbol tells none."""
        if self.kind is None and self.body and re.fullmatch(r"QH\d{1,2}", self.body):
            return ("Luật", "Nghị quyết", "Bộ luật")
        return kind_names(self.kind, self.system is System.PARTY)


def _standard(number: DocumentNumber) -> str:
    year = f":{number.year}" if number.year else ""
    body = f"/{number.body}" if number.body else ""
    return f"{number.kind} {number.ordinal}{year}{body}"
