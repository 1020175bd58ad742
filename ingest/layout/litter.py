"""Lines that are no text: page numbers and the specks that a scanner takes for letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import SourceLine

_PAGE_NUMBER = re.compile(r"[-–—\s.|]*(?:[Tt]rang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–—\s.:|]*$")
_BARE_NUMBER = re.compile(r"[-–—\s]*\d{1,3}[-–—\s]*$")
# One number alone may be anything.
_LEAST_RUNNING = 2
# A syllable of Vietnamese without its marks: onset, one to three vowels, coda.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvxfjwz])?[aăâeêioôơuưyàáạảãằắặẳẵầấậẩẫèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_ODD_MARK = re.compile(r"[#@\\^`~<>{}$€¥§©®]")
_RULE = re.compile(r"[\s\-–—_*=.•~|]+$")
# Longer lines hold words even when a scanner has damaged them.
LONGEST_LITTER = 28


def is_page_number_text(text: str) -> bool:
    return bool(_PAGE_NUMBER.match(text.strip()))


def running_page_numbers(lines: Sequence[SourceLine]) -> frozenset[int]:
    """Indices of numbers alone on a line between gaps that count 2, 3, 4 … through a text that marks no pages."""
    alone = [i for i in range(len(lines)) if _is_number_between_gaps(lines, i)]
    counted = [int(lines[i].text.strip(" -–—")) for i in alone]
    is_counting = len(alone) >= _LEAST_RUNNING and counted == list(range(counted[0], counted[0] + len(counted)))
    return frozenset(alone) if is_counting and counted[0] in (1, 2) else frozenset()


def _is_number_between_gaps(lines: Sequence[SourceLine], index: int) -> bool:
    line = lines[index]
    is_printed = line.page is None and not line.whole and _BARE_NUMBER.match(line.text) is not None
    is_before_gap = index + 1 < len(lines) and lines[index + 1].blank_before
    return is_printed and line.blank_before and is_before_gap


def is_page_number(lines: Sequence[SourceLine], index: int) -> bool:
    """A number alone at the top or the bottom of a page."""
    line = lines[index]
    if line.page is None or line.whole or not _PAGE_NUMBER.match(line.text):
        return False
    is_first = index == 0 or lines[index - 1].page != line.page
    is_last = index + 1 == len(lines) or lines[index + 1].page != line.page
    return is_first or is_last


def is_speck(line: SourceLine) -> bool:
    """A short line of a scanned page without one syllable that Vietnamese could have."""
    text = line.text
    if line.page is None or line.whole or len(text) > LONGEST_LITTER or _RULE.match(text):
        return False
    words = _WORD.findall(text)
    is_number = any(ch.isdigit() for ch in text) and not words
    has_odd_marks = bool(_ODD_MARK.search(text))
    return not is_number and not any(_is_word(word, may_be_acronym=not has_odd_marks) for word in words)


def _is_word(word: str, *, may_be_acronym: bool) -> bool:
    if len(word) == 1:
        return word in "IVXLCA" and may_be_acronym
    is_acronym = word.isupper() and may_be_acronym
    is_cased = word.islower() or word[1:].islower()
    return is_acronym or (is_cased and bool(_SYLLABLE.fullmatch(word)))
