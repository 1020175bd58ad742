"""The number that a paragraph begins with: as printed, as its neighbours repair it, or one that a scanner made
unreadable and that only the gap in its series tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.markers import VIETNAMESE_LETTERS, Marker, Style, roman_numeral
from ingest.structure.damaged import figure_for_letter, read_damaged, read_lost, repaired
from ingest.structure.numbering import Open, is_next, is_same_series
from ingest.structure.series import Series


def printed_label(stack: Sequence[Open], text: str, series: Series, index: int) -> Marker | None:
    """The marker of a paragraph as printed, as its neighbours repair it, or a damaged one that the series needs."""
    marker = series.markers[index]
    if marker is not None and marker.style is Style.NUMBER and not series.is_confirmed(index):
        marker = figure_for_letter(marker, stack[-1].marker if stack else None)
    if marker is not None:
        before = last_of(stack, marker)
        expected = before.order + 1 if before is not None else 0
        is_repeated = marker.style is Style.ROMAN and before is not None and marker.order <= before.order
        after = series.successor(index)
        if is_repeated and series.counts_up_to(expected, index):
            return replace(marker, order=expected, label=roman_numeral(expected))
        return repaired(marker, before, after)
    return damaged_label(stack, text, series, index)


def damaged_label(stack: Sequence[Open], text: str, series: Series, index: int) -> Marker | None:
    """A damaged number: the next of an open series, a first one whose second follows, or the one that a gap lacks."""
    damaged = read_damaged(text)
    if damaged is not None:
        before = last_of(stack, damaged)
        if before is not None and is_next(before, repaired(damaged, before, None)):
            return repaired(damaged, before, None)
        if damaged.order == 1 and series.is_begun_by(damaged, index):
            return damaged
    return _lost_letter(stack, text, series, index)


def last_of(stack: Sequence[Open], marker: Marker) -> Marker | None:
    """The open unit of the same series."""
    return next((unit.marker for unit in reversed(stack) if is_same_series(unit.marker, marker)), None)


def _lost_letter(stack: Sequence[Open], text: str, series: Series, index: int) -> Marker | None:
    """ "©)" after "b)", "„ 8)" before "b)": whatever a scanner made of the letter, the list says which it is."""
    sign = read_lost(text)
    if sign is None:
        return None
    before = stack[-1].marker if stack else None
    is_in_list = before is not None and before.style is Style.LETTER and before.closer == ")"
    expected = before.order + 1 if is_in_list and before is not None else 1
    if expected > len(VIETNAMESE_LETTERS):
        return None
    letter = VIETNAMESE_LETTERS[expected - 1]
    following = series.next_point(index)
    is_confirmed = following is not None and following.order == expected + 1
    may_end_list = following is None or following.order == 1 or following.order > expected
    is_needed = is_confirmed or (is_in_list and may_end_list and sign.has_bracket and sign.may_be(letter))
    return Marker(Style.LETTER, letter, expected, ")", sign.end) if is_needed else None
