"""What two nearly equal texts say differently: a corrected figure, another body, an article that only one of them has.

Two files of one document differ in line ends, tables and the letters that an old encoding lost, never in a figure or a
word inside a sentence. Where they do, one of them was corrected, and taking it for a copy would lose what it says.
Texts that were recognised from pictures differ everywhere and are not for this comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kb.model import Provision
from kb.text import collapse, fold, squeeze

_SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+|\n+")
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+")

# Letters below which a sentence may stand twice in a document by chance (headings, cells of a table).
_LEAST_LETTERS = 40
# Share of words that two sentences have in common when one is the other reworded.
_LEAST_ALIKE = 0.8
# Letters that two words share when one is a damaged printing of the other ("nghiep", "nghlep").
_DAMAGED = 0.6
# Letters and digits of a provision that is looked for in the other text, and of the three samples that are taken of it.
_LEAST_PROVISION, _SAMPLE = 40, 30
# Sentences without a counterpart beyond which the texts differ as a whole, and comparing them one by one says nothing.
_MOST_ALONE = 400


@dataclass(frozen=True, slots=True)
class Reworded:
    """One sentence in its two forms, white space made even."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    words: tuple[str, ...]
    figures: tuple[int, ...]


def reworded(before: str, after: str) -> Iterator[Reworded]:
    """The sentences of `before` that `after` says with other figures or other words, in order."""
    old, new = _by_letters(before), _by_letters(after)
    # The cheap comparison first: the same letters with other figures.
    for letters, sentence in old.items():
        other = new.get(letters)
        if other and other.figures != sentence.figures:
            yield Reworded(sentence.text, other.text)
    old_alone = [sentence for letters, sentence in old.items() if letters not in new]
    new_alone = [sentence for letters, sentence in new.items() if letters not in old]
    if max(len(old_alone), len(new_alone)) > _MOST_ALONE:
        return
    for sentence in old_alone:
        found = next((other for other in new_alone if _says_otherwise(sentence, other)), None)
        if found:
            yield Reworded(sentence.text, found.text)


def only_in(text: str, provisions: Sequence[Provision], other: str) -> Iterator[str]:
    """Paths of the numbered provisions whose own words stand nowhere in the other text."""
    there = squeeze(other)
    for provision in provisions:
        words = squeeze(text[provision.start : provision.end]) if provision.numbered else ""
        middle = len(words) // 2
        samples = (words[:_SAMPLE], words[middle : middle + _SAMPLE], words[-_SAMPLE:])
        if len(words) >= _LEAST_PROVISION and not any(sample in there for sample in samples):
            yield provision.path


def _by_letters(text: str) -> dict[str, _Sentence]:
    """Sentences by their letters alone; those that stand more than once are left out."""
    found: dict[str, _Sentence | None] = {}
    for part in _SENTENCE_END.split(text):
        folded = fold(part)
        letters = "".join(ch for ch in folded if ch.isalpha())
        if len(letters) >= _LEAST_LETTERS:
            figures = tuple(int(figure) for figure in _FIGURE.findall(folded))
            sentence = _Sentence(collapse(part), tuple(_WORD.findall(folded)), figures)
            found[letters] = None if letters in found else sentence
    return {letters: sentence for letters, sentence in found.items() if sentence}


def _says_otherwise(one: _Sentence, other: _Sentence) -> bool:
    """Whether words were put in the place of others; words that are only left out are the work of a page end."""
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    if matcher.real_quick_ratio() < _LEAST_ALIKE or matcher.quick_ratio() < _LEAST_ALIKE:
        return False
    if matcher.ratio() < _LEAST_ALIKE:
        return False
    return any(
        kind == "replace" and not _is_damage("".join(one.words[a:b]), "".join(other.words[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
    )


def _is_damage(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _DAMAGED
