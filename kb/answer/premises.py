"""What a question takes for granted of a document: its years and stages, and that it speaks of such things at all."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kb.answer.book import Book
from kb.answer.candidates import Candidate
from kb.answer.named import NamedDocument
from kb.answer.words import coverage
from kb.text import fold, normalise_tones

_YEAR = re.compile(r"(?<![\w/.-])(?:19|20)\d\d(?![\w/]|-[^\W\d])")
# Nouns that a number tells apart: "giai đoạn 2" is not "giai đoạn 1".
_STAGE = re.compile(
    r"(?<!\w)(giai doan|phien|phien hop|vong|lan thu|khoa|ky hop|nhom|hang|bac|mau so|tieu chuan|dieu|khoan)"
    r" (\d{1,3}|[ivx]{1,4})(?![\w/.-]|\s*-\s*\d)"
)
# Share of the telling words of a question about a named document that the text may lack altogether and yet answer
# (tests/relevance/answers.md).
MOST_ABSENT = 0.14
# Words by which people ask and count, beside those of kb.answer.words: no text need have them.
_WORDS_OF_ASKING = frozenset(
    normalise_tones(
        "phần trăm giờ cũ mới hồi bảo nhắc nhưng quy định giao hằng hàng từng xong mấy nhiêu mức hạn chót tối đa thiểu"
        " ít"
    ).split()
)


def speaks_of(book: Book, weights: Mapping[str, float]) -> bool:
    """Whether the text has nearly all words (with their weights) of a question that names its document: a circular
    without the word casino says nothing of the fee for one."""
    telling = {word: weight for word, weight in weights.items() if word.isalpha() and word not in _WORDS_OF_ASKING}
    return not telling or 1 - coverage(telling, book.terms) <= MOST_ABSENT


class Premises:
    """The years and stages of a question, numbers of documents aside."""

    def __init__(self, question: str, documents: tuple[NamedDocument, ...]) -> None:
        plain = fold(question)
        for item in documents:
            plain = plain.replace(fold(item.said), " ")
        self._years = frozenset(_YEAR.findall(plain))
        self._stages = frozenset(match.groups() for match in _STAGE.finditer(plain))

    def hold_for(self, candidate: Candidate) -> bool:
        """Whether the document knows the years, and no other stage of the same kind stands in their place."""
        return self._knows_years(candidate.book) and self._is_of_stages(candidate)

    def _knows_years(self, book: Book) -> bool:
        return all(year in book.years for year in self._years)

    def _is_of_stages(self, candidate: Candidate) -> bool:
        if not self._stages:
            return True
        told = {match.groups() for match in _STAGE.finditer(fold(f"{candidate.above}\n{candidate.quote}"))}
        nouns = {noun for noun, _ in told}
        return all(stage in told or stage[0] not in nouns for stage in self._stages)
