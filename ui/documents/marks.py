"""Marking stretches of a text: links on references, colour on the quotation. Pure text, no Streamlit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ui.markup import Html, html_of, joined, link, tag


@dataclass(frozen=True, slots=True)
class Mark:
    """`text[start:end]` is shown with the class `name`, as a link where `target` is given."""

    start: int
    end: int
    name: str
    target: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of one text: links (references, in order) and quotations (few, drawn over the links)."""

    links: tuple[Mark, ...] = ()
    quotes: tuple[Mark, ...] = ()

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks that touch [start, end), quotations last."""
        first = bisect_right(self.links, start, key=lambda mark: mark.end)
        last = bisect_left(self.links, end, key=lambda mark: mark.start)
        quotes = [mark for mark in self.quotes if mark.start < end and start < mark.end]
        return [*self.links[first:last], *quotes]


def apart(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks in order of place, without those that overlap an earlier one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < mark.end and (not kept or kept[-1].end <= mark.start):
            kept.append(mark)
    return tuple(kept)


def marked(text: str, start: int, end: int, marks: Marks) -> Html:
    """`text[start:end]` as HTML with its marks; what is shown is exactly that text."""
    touching = marks.within(start, end)
    edges = {start, end, *(edge for mark in touching for edge in (mark.start, mark.end) if start < edge < end)}
    pieces = pairwise(sorted(edges))
    return joined(
        _piece(text[a:b], [mark for mark in touching if mark.start <= a and b <= mark.end]) for a, b in pieces
    )


def _piece(text: str, marks: Sequence[Mark]) -> Html:
    shown = html_of(text)
    for mark in reversed(marks):
        if mark.target:
            shown = link(mark.target, shown, class_=mark.name, title=mark.title)
        else:
            shown = tag("mark", shown, class_=mark.name)
    return shown
