"""Where a printed number belongs: the open units above it decide, not the number alone."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.markers import Marker, Style

# A lost or unread heading leaves a gap in a series; a larger jump is a number in running text ("2025.", "12. …").
LARGEST_GAP = 3
_WITH_WORD = frozenset({Style.PART, Style.CHAPTER, Style.SECTION, Style.SUBSECTION, Style.ARTICLE})
# These stand above or below Điều, whichever the document opens first.
_FLEXIBLE = frozenset({Style.CAPITAL, Style.ROMAN})


@dataclass(frozen=True, slots=True)
class Open:
    """A unit that is open: its node in the tree, and the marker that opened it (None: root of an attachment)."""

    node: int
    marker: Marker | None
    quoted: bool = False


def place(stack: list[Open], marker: Marker, base: int, *, quoted: bool) -> int | None:
    """How many open units stay open above `marker`; None when the number is no unit here. `base` units always stay."""
    same = next((i for i in range(len(stack) - 1, base - 1, -1) if _is_same_series(stack[i].marker, marker)), None)
    if same is not None:
        before = stack[same].marker
        assert before is not None
        return same if _continues(before, marker) or marker.order == 1 else None
    if marker.style is Style.DOTTED:
        return _below_prefix(stack, marker, base)
    may_begin = marker.order == 1 or marker.style in _WITH_WORD or quoted
    return _below_higher(stack, marker, base) if may_begin else None


def _depth(marker: Marker) -> int:
    return marker.prefix.count(".") + 1 if marker.style is Style.DOTTED else 0


def _is_same_series(before: Marker | None, marker: Marker) -> bool:
    if before is None or before.style is not marker.style:
        return False
    return before.prefix == marker.prefix


def _continues(before: Marker, marker: Marker) -> bool:
    if marker.style in _WITH_WORD:
        return marker.order >= before.order
    return 0 <= marker.order - before.order <= LARGEST_GAP


def _below_prefix(stack: list[Open], marker: Marker, base: int) -> int | None:
    for index in range(len(stack) - 1, base - 1, -1):
        above = stack[index].marker
        if above is not None and above.label == marker.prefix and above.style in (Style.NUMBER, Style.DOTTED):
            return index + 1
    return None


def _below_higher(stack: list[Open], marker: Marker, base: int) -> int:
    keep = len(stack)
    while keep > base:
        above = stack[keep - 1].marker
        if above is None or above.style < marker.style:
            break
        if marker.style in _FLEXIBLE and above.style in (*_FLEXIBLE, Style.ARTICLE):
            break
        keep -= 1
    return keep
