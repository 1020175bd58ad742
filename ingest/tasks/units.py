"""The provisions as a tree of units: the words of each without its number, and what lies below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.markers import opening_quote, read_bullet, read_marker
from kb.model import Provision, ProvisionKind

_UNNUMBERED = (ProvisionKind.PARAGRAPH, ProvisionKind.ROW)
# "a) [24] Cơ quan quân sự …": a consolidated text (Pháp lệnh Hợp nhất văn bản 2012) marks what was amended with a note.
_NOTE_MARK = re.compile(r"(?:\s*\[\d{1,3}\])+\s*")


@dataclass(slots=True)
class Unit:
    """A provision with its children. text[start:end] are its own words, without number and trailing white space."""

    provision: Provision
    start: int
    end: int
    children: list[Unit] = field(default_factory=list)

    @property
    def is_paragraph(self) -> bool:
        return self.provision.kind in _UNNUMBERED

    @property
    def is_row(self) -> bool:
        return self.provision.kind is ProvisionKind.ROW

    @property
    def is_bullet(self) -> bool:
        return self.provision.kind is ProvisionKind.BULLET

    @property
    def parts(self) -> list[Unit]:
        """The numbered units and bullets directly below it."""
        return [child for child in self.children if not child.is_paragraph]

    @property
    def paragraphs(self) -> list[Unit]:
        return [child for child in self.children if child.provision.kind is ProvisionKind.PARAGRAPH]

    def words(self, text: str) -> str:
        return text[self.start : self.end]


def build_units(text: str, provisions: Sequence[Provision]) -> list[Unit]:
    """The roots of the tree, in reading order."""
    units = [_unit(text, provision) for provision in provisions]
    roots: list[Unit] = []
    for unit in units:
        parent = unit.provision.parent
        (roots if parent is None else units[parent].children).append(unit)
    return roots


def _unit(text: str, provision: Provision) -> Unit:
    own = text[provision.start : provision.own_end]
    begin = _marker_length(own, provision)
    note = _NOTE_MARK.match(own, begin)
    begin = note.end() if note else begin
    words = own[begin:]
    begin += len(words) - len(words.lstrip())
    end = max(begin, len(own.rstrip()))
    return Unit(provision, provision.start + begin, provision.start + end)


def _marker_length(own: str, provision: Provision) -> int:
    quote = opening_quote(own)
    if provision.kind is ProvisionKind.BULLET:
        sign = read_bullet(own[quote:])
        return quote + len(sign) if sign else 0
    if provision.label is None or provision.kind in (ProvisionKind.APPENDIX, ProvisionKind.ATTACHMENT):
        return 0
    marker = read_marker(own[quote:])
    return quote + marker.end if marker else 0
