"""Words and two-word phrases of Vietnamese text, the same for what is indexed and what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kb.text import normalise_tones

_WORD = re.compile(r"[^\W_]+")
# A phrase does not go over these; "/" and "-" stay inside, so that "749/QĐ-TTg" is the phrases "749 qđ", "qđ ttg".
_BREAK = re.compile(r"[.,;:!?…()\[\]{}\"“”«»|\n]+")


def plain(text: str) -> str:
    """Lower case with tones normalised: the form in which words are compared."""
    return normalise_tones(text).lower()


def words(text: str) -> list[str]:
    """Words in order, in the form of `plain`."""
    return _WORD.findall(plain(text))


def with_words(text: str, forms: Iterable[str]) -> str:
    """The text in the form of `plain`, its words replaced by others in the same order."""
    others = iter(forms)
    return _WORD.sub(lambda match: next(others, match[0]), plain(text))


def segments(text: str) -> Iterator[list[str]]:
    """The words of each stretch without punctuation."""
    for stretch in _BREAK.split(plain(text)):
        found = _WORD.findall(stretch)
        if found:
            yield found


def terms(text: str) -> Iterator[str]:
    """Words and two-word phrases ("chuyển đổi"), each as often as it occurs."""
    for found in segments(text):
        yield from found
        for one, other in pairwise(found):
            yield f"{one} {other}"


def is_phrase(term: str) -> bool:
    return " " in term
