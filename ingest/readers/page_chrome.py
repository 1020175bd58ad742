"""What a printer adds to each page: page numbers and running headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.readers.page_words import PrintedLine
from ingest.readers.pdf_stamps import is_signature

# Decree 30/2020/NĐ-CP, Appendix I: pages are numbered in Arabic digits, centred in the upper margin.
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:Trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
# Decree 30/2020/NĐ-CP, Appendix I: a digital signature shows signer, e-mail, unit and time.
_SIGNATURE_LINE = re.compile(
    r"\W*(?:(?:Được )?Ký (?:số )?b[ởo]i|Người ký|E-?mail|Cơ quan|Tổ chức|Đơn vị|Chức vụ|Thời gian ký|Ngày ký)\s*:.*",
    re.IGNORECASE,
)
# Of these at least two stand together, or it is no signature.
_LEAST_SIGNATURE_LINES = 2
# Lines from the edge of a page that a running header or footer may take.
_EDGE_LINES = 2
# Of the page's height: the margins in which page numbers and running headers stand.
_MARGIN = 0.11
# A line must return on this many pages, and on this share of them, to be a running header.
_LEAST_PAGES = 3
_LEAST_SHARE = 0.3


def without_chrome(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> list[list[PrintedLine]]:
    """The lines of each page without page numbers and without headers and footers that run through the document."""
    edges = [_edge_lines(lines, height) for lines, height in zip(pages, heights, strict=True)]
    counts = Counter(text for lines in edges for text in {_masked(line) for line in lines})
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(pages))
    running = {text for text, count in counts.items() if count >= least and any(map(str.isalpha, text))}
    return [
        [line for line in lines if line not in edge or not _is_chrome(line, running)]
        for lines, edge in zip(pages, edges, strict=True)
    ]


def _edge_lines(lines: Sequence[PrintedLine], height: float) -> list[PrintedLine]:
    """The lines in the upper and lower margin of a page."""
    upper = [line for line in lines[:_EDGE_LINES] if line.bottom < height * _MARGIN]
    lower = [line for line in lines[-_EDGE_LINES:] if line.top > height * (1 - _MARGIN)]
    return upper + lower


def _is_chrome(line: PrintedLine, running: set[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or _masked(line) in running


def without_signature_lines(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a page without what a digital signature shows of itself."""
    marked = [bool(_SIGNATURE_LINE.fullmatch(line.text)) for line in lines]
    is_signed = any(is_signature(line.text) for line, mark in zip(lines, marked, strict=True) if mark)
    if not is_signed or sum(marked) < _LEAST_SIGNATURE_LINES:
        return list(lines)
    return [line for line, mark in zip(lines, marked, strict=True) if not mark]


def _masked(line: PrintedLine) -> str:
    """The line without digits, its words in one order: left and right pages print them mirrored."""
    words = _DIGITS.sub("", line.text).split()
    return " ".join(sorted(words))
