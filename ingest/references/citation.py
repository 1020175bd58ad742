"""A citation as it is picked up, before its relation is decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kb.model import Reading


@dataclass(frozen=True, slots=True)
class Citation:
    """text[start:end] names another document by `number` or by `name`; `kind` as a title-case word ("Nghị quyết").

    `described_to` is where the issuer and title that are printed after it end (`end` if none are printed).
    """

    start: int
    end: int
    kind: str | None
    rule: str
    number: str | None = None
    name: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    title: str | None = None
    readings: tuple[Reading, ...] = ()
    confidence: float = 1.0
    described_to: int = 0
    antecedent: int | None = None

    @property
    def label(self) -> str:
        """How a citation that comes through this one calls it: its number, else its name."""
        return self.number or self.name or ""
