"""What is printed further down: whether a doubtful number is confirmed by the numbers that follow it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.markers import Marker, Style
from ingest.structure.numbering import is_same_series

# How far a successor is looked for, in paragraphs.
LOOK_AHEAD = 80
# The same for what stands further apart: the parts of a document.
LOOK_AHEAD_FOR_PARTS = 400


class Series:
    """The markers of a region's paragraphs (None: no marker), in order; `damaged` are those that only a series makes
    readable ("H." is a capital, and what a scanner makes of "II.")."""

    def __init__(self, markers: Sequence[Marker | None], damaged: Sequence[Marker | None]) -> None:
        self.markers = markers
        self.damaged = damaged

    def successor(self, index: int) -> Marker | None:
        """The next marker of the same series behind paragraph `index`."""
        marker = self.markers[index]
        if marker is None:
            return None
        following = self.markers[index + 1 : index + 1 + LOOK_AHEAD]
        return next((other for other in following if other and is_same_series(other, marker)), None)

    def following(self, index: int) -> Marker | None:
        """The marker of the very next paragraph."""
        return self.markers[index + 1] if index + 1 < len(self.markers) else None

    def next_marker(self, index: int) -> Marker | None:
        """The first marker behind paragraph `index`, within what is looked at."""
        return next(self.ahead(index), None)

    def ahead(self, index: int, within: int = LOOK_AHEAD) -> Iterator[Marker]:
        """The markers behind paragraph `index`, within what is looked at."""
        return (marker for marker in self.markers[index + 1 : index + 1 + within] if marker)

    def is_confirmed(self, index: int) -> bool:
        """Whether the next number of the series follows."""
        marker, after = self.markers[index], self.successor(index)
        return marker is not None and after is not None and after.order == marker.order + 1

    def counts_up_to(self, expected: int, index: int) -> bool:
        """Whether the numbers behind paragraph `index` come right again, had it the number `expected`: "I, I, II, IV"
        are I to IV, two of them damaged."""
        marker = self.markers[index]
        behind = (o for o in self.ahead(index, LOOK_AHEAD_FOR_PARTS) if marker and is_same_series(o, marker))
        return any(other.order == expected + step for step, other in enumerate(behind, start=1))

    def next_point(self, index: int) -> Marker | None:
        """The next point ("c)") of the list at paragraph `index`: before any unit that stands above points."""
        for marker in self.ahead(index):
            is_bracketed = marker.style is Style.NUMBER and marker.closer == ")"
            if marker.style is Style.LETTER:
                return marker if marker.closer == ")" else None
            if marker.style < Style.LETTER and not is_bracketed:
                return None
        return None

    def is_begun_by(self, marker: Marker, index: int) -> bool:
        """Whether the second of a series follows its unreadable first at paragraph `index`, before any other first.

        The second may be damaged too: one hand typed "a," and "b,", one scanner read "L" and "H.".
        """
        following = range(index + 1, min(len(self.markers), index + 1 + LOOK_AHEAD))
        for at in following:
            clean, damaged = self.markers[at], self.damaged[at]
            if clean and is_same_series(clean, marker):
                return clean.order == marker.order + 1
            if damaged and is_same_series(damaged, marker) and damaged.order == marker.order + 1:
                return True
        return False
