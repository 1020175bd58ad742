"""A text cut into sentences that keep their places: text[start:end] is each sentence as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Characters past which a sentence is cut at its semicolons too: directives chain whole duties by ";".
LONG_SENTENCE = 280
# Characters below which a piece is joined to what follows: a mere label ("1.2.", "a)") or a short lead-in.
SHORT_PIECE = 24

# A line ends a sentence unless the next goes on in lower case, or a bracket is still open.
_LINE_END = re.compile(r"\n+(?=\s*(?P<lower>\w)?)")
# A full stop ends a sentence before a capital, a digit, a dash or an opening quote.
_STOP = re.compile(r"[.!?…]+[”\"’)*]*(?=\s+[\"“‘(*+–-]*[^\W\d_]|\s*$|\s+\d)")
_SEMICOLON = re.compile(r";(?=\s)")
# Full stops that end no sentence: labels ("1.", "IV.", "a."), abbreviations ("TP.", "v.v.", "Q.", "đ/c.").
_NO_END = re.compile(
    r"(?:^|(?<=[\s(*\"“]))(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[^\W\d_]|TP|TX|TT|Tp|Tx|PGS|GS|TS|ThS|BS|KS|Mr|Ms|St|No|v\.v|tr)\.$"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence at [start, end) of a document's text."""

    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of text[start:end] in order: without white space at the ends, none empty.

    A paragraph is cut at full stops; a sentence longer than LONG_SENTENCE at semicolons too.
    """
    pieces: list[Span] = []
    for line in _lines(text, start, end):
        for sentence in _cut(text, line, _STOP):
            is_long = sentence.end - sentence.start > LONG_SENTENCE
            pieces += _cut(text, sentence, _SEMICOLON) if is_long else [sentence]
    return [trimmed for piece in pieces if (trimmed := _trim(text, piece)) is not None]


def stripped(text: str, start: int, end: int) -> Span:
    """text[start:end] without white space at its ends."""
    quote = text[start:end]
    begin = start + len(quote) - len(quote.lstrip())
    return Span(begin, begin + len(quote.strip()))


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for match in _LINE_END.finditer(text, start, end):
        is_gap = text.startswith("\n\n", match.start())
        next_sign = match["lower"] or ""
        is_open = text.count("(", begin, match.start()) > text.count(")", begin, match.start())
        if not is_gap and (next_sign.islower() or (is_open and match.start() - begin < LONG_SENTENCE)):
            continue
        yield Span(begin, match.start())
        begin = match.end()
    yield Span(begin, end)


def _cut(text: str, whole: Span, at: re.Pattern[str]) -> list[Span]:
    """`whole` cut after every match that ends a sentence; pieces that are too short to stand alone go with the next."""
    pieces: list[Span] = []
    begin = whole.start
    for match in at.finditer(text, whole.start, whole.end):
        is_label = _NO_END.search(text, max(whole.start, match.start() - 12), match.start() + 1) is not None
        if is_label or match.end() - begin < SHORT_PIECE:
            continue
        pieces.append(Span(begin, match.end()))
        begin = match.end()
    rest = Span(begin, whole.end)
    if pieces and rest.end - rest.start < SHORT_PIECE:
        return [*pieces[:-1], Span(pieces[-1].start, rest.end)]
    return [*pieces, rest]


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if any(sign.isalnum() for sign in text[start:end]) else None
