"""The signature right of "Nơi nhận" on a scanned page, read a second time with the red ink taken out.

The round seal is stamped over the office and the name of who signs (Decree 30/2020/NĐ-CP, Appendix I): to the red
part of a coloured picture it is white paper, and the black letters below it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.ocr import Recogniser, words_of
from ingest.readers.page_words import Page, PrintedLine, Word, printed_lines
from ingest.readers.pdf_scan import RedFree, Region

_RECIPIENTS = re.compile(r"\W*N[ơo]i\b.{0,4}nh[ậaâạ]n\b", re.IGNORECASE)
# Of the page's width: recipients stand left of it, the signature right of it.
_COLUMN = 0.42
# Of the page's height: a signature is no higher; its first line may stand a little above "Nơi nhận".
_HIGHEST = 0.32
_LINES_ABOVE = 2.0
# Of 100: single signs of the seal and the signature are read with less.
_LEAST_CONFIDENCE = 55.0
_LEAST_LETTERS = 2
_SIGNATURE = re.compile(
    r"(?:TM|KT|TL|TUQ|Q)\s?[.,]|(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CỤC TRƯỞNG|"
    r"VỤ TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|CHỦ NHIỆM|THỐNG ĐỐC|VIỆN TRƯỞNG|HIỆU TRƯỞNG|CHÁNH)"
)


def reread_signature(page: Page, region: Region, picture: RedFree, recogniser: Recogniser) -> Page:
    """The page with the words of its signature as the second reading gives them; as it was where it gives none."""
    printed = recogniser.read_sparse(picture.pgm)
    found = [_moved(word, region) for word in words_of(printed, picture.scale, _LEAST_CONFIDENCE)]
    return with_signature(page, region, found)


def signature_region(page: Page) -> Region | None:
    """Where the signature stands: right of the recipients, None where the page has none."""
    for line in printed_lines(page.words, page.number):
        if _RECIPIENTS.match(line.text) and line.left < page.width * _COLUMN:
            top = max(0.0, line.top - _LINES_ABOVE * line.height)
            return Region(page.width * _COLUMN, top, page.width, min(page.height, top + page.height * _HIGHEST))
    return None


def with_signature(page: Page, region: Region, found: Sequence[Word]) -> Page:
    """The words of the page, those right of the recipients replaced by the ones found there.

    Where the second reading has no office, the first stays.
    """
    lines = printed_lines(page.words, page.number)
    kept = [word for line in lines for word in _of_recipients(line, region)]
    edges = [
        (line.top, line.bottom, max((w.right for w in _of_recipients(line, region)), default=0.0)) for line in lines
    ]
    new = [word for word in found if _is_word(word) and not _continues(word, edges)]
    if not _SIGNATURE.search(" ".join(word.text for word in new)):
        return page
    return replace(page, words=(*kept, *new))


def _of_recipients(line: PrintedLine, region: Region) -> tuple[Word, ...]:
    """The words of a line that stay: all of one outside the region, else its unbroken left part."""
    if not region.top <= line.middle <= region.bottom:
        return line.words
    gaps = [gap for gap in line.gaps() if gap[1] > region.left]
    edge = gaps[0][0] if gaps else line.right
    begins_left = line.left < region.left
    return tuple(word for word in line.words if begins_left and word.right <= edge)


def _continues(word: Word, edges: Sequence[tuple[float, float, float]]) -> bool:
    """The rest of a recipient that reaches into the region."""
    return any(top <= word.middle <= bottom and word.left < edge for top, bottom, edge in edges)


def _is_word(word: Word) -> bool:
    return sum(map(str.isalpha, word.text)) >= _LEAST_LETTERS


def _moved(word: Word, region: Region) -> Word:
    return replace(
        word,
        left=word.left + region.left,
        right=word.right + region.left,
        top=word.top + region.top,
        bottom=word.bottom + region.top,
    )
