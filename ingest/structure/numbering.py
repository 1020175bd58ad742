"""Where a printed number belongs: the open units above it decide, not the number alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.markers import Marker, Style

# A lost or unread heading leaves a gap in a series; a larger jump is a number in running text ("2025.", "12. …").
LARGEST_GAP = 3
# Where the next number follows, more may be missing (units that a page or a scan has lost).
LARGEST_CONFIRMED_GAP = 10
# A list typed in a hurry ends "…, c, e, d": a letter left out stands behind the one that took its place.
LARGEST_STEP_BACK = 2
WITH_WORD = frozenset({Style.FORM, Style.PART, Style.CHAPTER, Style.SECTION, Style.SUBSECTION, Style.ARTICLE})
# These stand above or below Điều, whichever the document opens first.
_FLEXIBLE = frozenset({Style.CAPITAL, Style.ROMAN})


@dataclass(frozen=True, slots=True)
class Open:
    """A unit that is open: its node in the tree, and the marker that opened it (None: root of an attachment)."""

    node: int
    marker: Marker | None


def place(
    stack: Sequence[Open],
    marker: Marker,
    base: int,
    *,
    may_begin: bool,
    may_jump: bool = False,
    is_unused: bool = False,
) -> int | None:
    """How many open units stay open above `marker`; None when the number is no unit here. `base` units always stay.

    `may_begin` allows a series that does not begin at its first number (quoted text, a heading that was lost),
    `may_jump` a longer gap, where the number behind it follows, `is_unused` a step back to a letter that its list
    has left out.
    """
    alike = [i for i in range(len(stack) - 1, base - 1, -1) if is_same_series(stack[i].marker, marker)]
    same = [i for i in alike if _closes_alike(_marker(stack, i), marker)]
    for candidates, continues in ((same, is_next), (alike, is_next), (same, _is_near)):
        for index in candidates:
            if continues(_marker(stack, index), marker):
                return index
    if may_jump and same and _jumps(_marker(stack, same[0]), marker):
        return same[0]
    if is_unused and same and _steps_back(_marker(stack, same[0]), marker):
        return same[0]
    if same and marker.order == 1:
        return _restart(stack, marker, same[0])
    if alike and marker.order > 1 and not may_begin:
        return None
    if marker.style is Style.DOTTED and (below := _below_prefix(stack, marker, base)) is not None:
        return below
    begins = marker.order == 1 or marker.style in WITH_WORD or may_begin
    return _below_higher(stack, marker, base) if begins else None


def is_same_series(before: Marker | None, marker: Marker) -> bool:
    return before is not None and before.style is marker.style and before.prefix == marker.prefix


def _closes_alike(before: Marker, marker: Marker) -> bool:
    """ "1)" may be a level below "1."; other marks behind a number are one ("1.", "1-", "1/")."""
    return (before.closer == ")") is (marker.closer == ")") or marker.style is not Style.NUMBER


def is_next(before: Marker, marker: Marker) -> bool:
    """The very next number: 2 after 1, "6a" after 6, "6b" after "6a", 7 after "6a"."""
    is_inserted = marker.order == before.order and marker.suffix > before.suffix
    return is_inserted or marker.order == before.order + 1


def _is_near(before: Marker, marker: Marker) -> bool:
    """A gap or a number printed twice; Điều and what stands above it may jump further (a text in extracts)."""
    if marker.style in WITH_WORD:
        return marker.order >= before.order
    is_repeated_first = marker.order == 1 == before.order
    return not is_repeated_first and 0 <= marker.order - before.order <= LARGEST_GAP


def _jumps(before: Marker, marker: Marker) -> bool:
    return 0 < marker.order - before.order <= LARGEST_CONFIRMED_GAP


def _steps_back(before: Marker, marker: Marker) -> bool:
    is_letter = marker.style is Style.LETTER and marker.closer == before.closer == ")"
    return is_letter and 0 < before.order - marker.order <= LARGEST_STEP_BACK


def _marker(stack: Sequence[Open], index: int) -> Marker:
    marker = stack[index].marker
    assert marker is not None
    return marker


def _restart(stack: Sequence[Open], marker: Marker, index: int) -> int:
    """A series that begins anew stands beside the old one, but below an inserted unit ("14a." then "1.")."""
    before = _marker(stack, index)
    is_inserted = before.suffix != "" and before.suffix != before.label
    return index + 1 if is_inserted and not marker.suffix else index


def _below_prefix(stack: Sequence[Open], marker: Marker, base: int) -> int | None:
    """ "2.3" belongs below "2"; where the document has only "II" above, below that."""
    for index in range(len(stack) - 1, base - 1, -1):
        above = stack[index].marker
        if above is None:
            continue
        is_parent = above.label == marker.prefix and above.style in (
            Style.NUMBER,
            Style.DOTTED,
            Style.ROMAN,
            Style.CAPITAL,
        )
        is_roman_parent = above.style in (Style.ROMAN, Style.SECTION) and str(above.order) == marker.prefix
        if is_parent or is_roman_parent:
            return index + 1
    return None


def _below_higher(stack: Sequence[Open], marker: Marker, base: int) -> int:
    keep = len(stack)
    while keep > base:
        above = stack[keep - 1].marker
        if above is None or _stands_above(above, marker):
            break
        keep -= 1
    return keep


def _stands_above(above: Marker, marker: Marker) -> bool:
    if above.style is marker.style is Style.DOTTED:
        return above.prefix.count(".") < marker.prefix.count(".")
    is_flexible = marker.style in _FLEXIBLE and above.style in (*_FLEXIBLE, Style.ARTICLE)
    is_bracketed = marker.style is Style.NUMBER and marker.closer == ")" and not _is_bracketed(above)
    return above.style < marker.style or is_flexible or (is_bracketed and above.style <= Style.LETTER)


def _is_bracketed(marker: Marker) -> bool:
    return marker.style is Style.NUMBER and marker.closer == ")"
