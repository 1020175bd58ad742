"""Sentences and clauses of a laid-out text, found around a place rather than for the whole text."""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.model import Paragraph

# A full stop ends a sentence before a capital, a bullet or a figure; not in "TP.", "Th.S", "1." or "KT.".
_END = re.compile(
    r"(?:(?<!\d)(?<!\b[A-ZĐ])(?<!TP)(?<!KT)(?<!TM)|(?<=\d{2}))[.!?…](?=[\"”»)]*\s+[\"“«(]*[^\W\d_a-zđ]|[\"”»)]*\s+[-+•]\s)"
)
# What lies farther from a citation than this (characters) is no evidence of it; longer lists than that are tables.
_LONGEST_SIDE = 2000


class Paragraphs:
    """The paragraphs of a text by place."""

    def __init__(self, text: str, paragraphs: tuple[Paragraph, ...]) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]

    def index_at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def span_at(self, offset: int) -> tuple[int, int]:
        """The paragraph (a row is one) that holds a character; the whole text where none does."""
        if not self._paragraphs:
            return 0, len(self._text)
        paragraph = self._paragraphs[self.index_at(offset)]
        return (paragraph.start, paragraph.end) if offset <= paragraph.end else (offset, offset)

    def list_head(self, offset: int) -> str:
        """The paragraph that began the list which the paragraph at `offset` goes on with; "" when it begins anew."""
        index = self.index_at(offset)
        while index > 0 and self._goes_on(index - 1):
            index -= 1
        paragraph = self._paragraphs[index]
        return "" if paragraph.end >= offset else self._text[paragraph.start : paragraph.end]

    def _goes_on(self, index: int) -> bool:
        paragraph = self._paragraphs[index]
        return self._text[paragraph.start : paragraph.end].rstrip(" *").endswith((";", ":", ","))


def sentence_around(text: str, start: int, end: int, limits: tuple[int, int]) -> tuple[int, int]:
    """The sentence of text[start:end] within `limits`, no white space at its ends; of a very long one what is near."""
    low, high = max(limits[0], start - _LONGEST_SIDE), min(max(limits[1], end), end + _LONGEST_SIDE)
    first = low
    for match in _END.finditer(text, low, start):
        first = match.end()
    after = _END.search(text, end, high)
    last = after.end() if after else high
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
