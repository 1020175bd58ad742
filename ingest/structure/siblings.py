"""Letters printed inside the line of the unit before ("a) Thời gian: … b) Địa điểm", "3. Các sở a) …"): siblings run
without a gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.letters import UPPER
from ingest.markers import VIETNAMESE_LETTERS, Marker, Style, opening_quote, read_marker
from ingest.model import LaidText, Paragraph

# How far behind a letter the one after the missing is looked for, in paragraphs.
_LOOK_AHEAD = 40


# The first letter of a list within the line of the number that it belongs to, not one that the line cites.
_FIRST_INSIDE = re.compile(rf"(?<!điểm)(?<!Điểm)(?<!các)\s[.:;,]?(?=a\)\s+[{UPPER}])")


def part_siblings(laid: LaidText, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, parted where a letter stands within the line of the one before and the next but one follows, or
    where the first stands within the line of its number and the second follows."""
    markers = [None if p.table is not None else _letter_of(laid.text[p.start : p.end]) for p in paragraphs]
    parted: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        cut = _cut(laid.text, paragraph, markers, index) or _cut_before_first(laid.text, paragraph, markers, index)
        if cut is None:
            parted.append(paragraph)
        else:
            parted += [replace(paragraph, end=cut - 1), replace(paragraph, start=cut)]
    return parted


def _letter_of(text: str) -> Marker | None:
    marker = read_marker(text[opening_quote(text) :])
    return marker if marker is not None and marker.style is Style.LETTER and not marker.suffix else None


def _cut(text: str, paragraph: Paragraph, markers: Sequence[Marker | None], index: int) -> int | None:
    marker = markers[index]
    if marker is None or marker.order + 1 >= len(VIETNAMESE_LETTERS):
        return None
    following = next((other for other in markers[index + 1 : index + 1 + _LOOK_AHEAD] if other), None)
    if following is None or following.order != marker.order + 2 or following.closer != marker.closer:
        return None
    missing = VIETNAMESE_LETTERS[marker.order]
    inside = re.compile(rf"(?<=\s){missing}{re.escape(marker.closer)}\s+(?=[{UPPER}])")
    found = inside.search(text, paragraph.start + marker.end, paragraph.end)
    return found.start() if found else None


def _cut_before_first(text: str, paragraph: Paragraph, markers: Sequence[Marker | None], index: int) -> int | None:
    """Where "a)" stands within the line of a numbered unit and the letter behind it is "b)"."""
    if paragraph.table is not None or markers[index] is not None or not text[paragraph.start].isdigit():
        return None
    following = next((other for other in markers[index + 1 : index + 1 + _LOOK_AHEAD] if other), None)
    if following is None or following.label != "b" or following.closer != ")":
        return None
    found = _FIRST_INSIDE.search(text, paragraph.start, paragraph.end)
    return found.end() if found else None
