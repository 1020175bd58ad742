"""Cuts a long text into windows that a reader can follow: at ends of paragraphs, else of sentences, else of words."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

# Characters (some 4 to a token of the encoder): a vector of more says less of each sentence in it.
WINDOW = 800

# A paragraph ends at a newline; a sentence at its mark before a space and a capital, a digit or a quotation.
_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.;:!?…]['\"”»)]*\s+(?=[\"“«(\-+–]?[^\W_])")


def windows(text: str, start: int, end: int, most: int = WINDOW) -> list[Span]:
    """Spans of `text` within [start, end) of at most `most` characters, without white space at their ends.

    Together they hold everything that is not white space, in order. Pieces are spread evenly, so that the last
    window is not a rest of a few words.
    """
    start, end = trim(text, start, end)
    if start >= end:
        return []
    if end - start <= most:
        return [(start, end)]
    count = -(-(end - start) // most)
    return _pack(list(_pieces(text, start, end, most)), most, -(-(end - start) // count))


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _pieces(text: str, start: int, end: int, most: int) -> Iterator[Span]:
    """Paragraphs, those that are too long cut into sentences, those that are too long cut at words."""
    for paragraph in _PARAGRAPH.finditer(text, start, end):
        span = trim(text, *paragraph.span())
        if span[1] - span[0] <= most:
            if span[0] < span[1]:
                yield span
            continue
        for sentence in _sentences(text, *span):
            yield from _cut_at_words(text, *sentence, most)


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _SENTENCE_END.finditer(text, start, end):
        yield trim(text, start, match.end())
        start = match.end()
    if start < end:
        yield start, end


def _cut_at_words(text: str, start: int, end: int, most: int) -> Iterator[Span]:
    while end - start > most:
        space = text.rfind(" ", start + most // 2, start + most + 1)
        cut = space if space > start else start + most
        yield trim(text, start, cut)
        start, _ = trim(text, cut, end)
    if start < end:
        yield start, end


def _pack(pieces: list[Span], most: int, wanted: int) -> list[Span]:
    """Joins pieces that follow each other until a window has about the `wanted` length, never beyond `most`."""
    packed: list[Span] = []
    for start, end in pieces:
        first, last = packed[-1] if packed else (start, start)
        fits = bool(packed) and end - first <= most
        nearer_with = abs(end - first - wanted) <= abs(last - first - wanted)
        if fits and nearer_with:
            packed[-1] = (first, end)
        else:
            packed.append((start, end))
    return packed
