"""Lines of a text that reading made nothing of: neither a unit nor one of the parts that a document's form knows.

Every character lies in some provision, so a line is unread where its provision only says where it stands: in the head
or the end of the document without being a fact, a stamp, a copy, a recipient or one of the fixed lines (Decree
30/2020/NĐ-CP, appendix I; Guidance 36-HD/VPTW), or as plain paragraph although it prints a number of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kb.model import Document, Provision, ProvisionKind
from kb.text import fold

_FRAME = (ProvisionKind.HEADER, ProvisionKind.CLOSING)
# Folded words of the lines that every document prints: the name of the State and its motto, the name of the Party,
# the heading of the recipients, and what a digital signature prints of itself.
_FIXED = re.compile(
    r"(?:cong hoa xa hoi chu nghia viet nam|doc lap\W+tu do\W+hanh phuc|dang cong san viet nam|noi nhan\b.*"
    r"|(?:nguoi ky|ky boi|email|co quan|thoi gian ky) ?:.*)\W*$"
)
# A footnote or an explanation after the signature: all that follows it is of its kind.
_NOTE = re.compile(r"\s*\[\d{1,3}\]")
_ITEM = re.compile(r"\s*[-–—~+•*]\s*(?=\S)")
# A printed number that would have made a unit had it stood in a series: "3.", "2.1.", "a)", "IV.", "Điều 5", "Mục II".
_NUMBER = re.compile(
    r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.)/]|[a-zđ]\)|[IVXL]{1,6}[.)]|(?:Điều|Chương|Mục|Phần|Phụ lục)\s+[\dIVXL]+\b)"
    r"\s*(?=[^\W\d_])"
)
# Words from which on a line of the closing is a sentence ("Trên đây là Kế hoạch …"), not a scrap.
_SENTENCE_WORDS = 8
_SPACES = re.compile(r"\W+")


class Unread(StrEnum):
    """Why a line counts as unread."""

    FRAME = "frame"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """The span of the line in the document's text."""

    start: int
    end: int
    why: Unread


def unread_lines(document: Document, provisions: Sequence[Provision]) -> tuple[UnreadLine, ...]:
    """The unread lines in reading order."""
    text = document.text
    found: list[UnreadLine] = []
    for provision in provisions:
        if provision.kind in _FRAME:
            found += _unread_in_frame(document, provision)
        elif provision.kind is ProvisionKind.PARAGRAPH and _NUMBER.match(text, provision.start, provision.own_end):
            start, end = next(_lines(text, provision.start, provision.own_end))
            found.append(UnreadLine(start, end, Unread.NUMBER))
    return tuple(found)


def _unread_in_frame(document: Document, provision: Provision) -> Iterator[UnreadLine]:
    known = _known_spans(document)
    recipients = _words(" ".join(document.recipients))
    is_closing = provision.kind is ProvisionKind.CLOSING
    for start, end in _lines(document.text, provision.start, provision.own_end):
        line = document.text[start:end]
        if is_closing and _NOTE.match(line):
            return
        is_known = (
            any(first < end and start < last for first, last in known)
            or _FIXED.match(fold(line).strip())
            or _words(_ITEM.sub("", line, count=1)) in recipients
            or (is_closing and _is_sentence(line))
        )
        if not is_known:
            yield UnreadLine(start, end, Unread.FRAME)


def _known_spans(document: Document) -> list[tuple[int, int]]:
    facts = [(fact.start, fact.end) for fact in document.facts.values() if fact.start is not None]
    marks = [(mark.start, mark.end) for mark in (document.copy, document.arrival_stamp) if mark is not None]
    return [(start, end) for start, end in (*facts, *marks) if end is not None]


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _SENTENCE_WORDS and line.rstrip().endswith((".", "./.", ";", ":"))


def _words(text: str) -> str:
    return f" {_SPACES.sub(' ', text).strip()} ".casefold()


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines that hold a letter or a digit; rules of dashes and asterisks are left out."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if any(char.isalnum() for char in text[start:stop]):
            yield start, stop
        start = stop + 1
