"""A passage cut into words, once for everything that counts or weighs them.

The weights are BM25 without its IDF, which the engine adds from all points at search time. Robertson and Zaragoza, "The
Probabilistic Relevance Framework: BM25 and Beyond" (2009).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from kb.index.values import Weights
from kb.index.weights import CONTEXT_WEIGHT, HEADING_WEIGHT, LENGTH_SHARE, SATURATION, USUAL_LENGTH, merged
from kb.lexicon.words import is_phrase, terms
from kb.model import Passage

REMEMBERED_LINES = 4096  # names of documents and headings, which their passages share


@dataclass(frozen=True, slots=True)
class Cut:
    """The words of heading and text in order; the different words and phrases of context and text; the weights."""

    in_order: list[str]
    different: set[str]
    weights: Weights


def cut(passage: Passage) -> Cut:
    found = list(terms(passage.text))
    words = [term for term in found if not is_phrase(term)]
    context, heading = _line(passage.context), _line(passage.heading or "")
    return Cut(
        in_order=[*heading.words, *words],
        different={*context.terms, *found},
        weights=_weights(found, len(words), context, heading),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    terms: tuple[str, ...]
    words: tuple[str, ...]


@lru_cache(maxsize=REMEMBERED_LINES)
def _line(text: str) -> _Line:
    found = tuple(terms(text))
    return _Line(found, tuple(term for term in found if not is_phrase(term)))


def _weights(found: list[str], words: int, context: _Line, heading: _Line) -> Weights:
    frequencies: dict[str, float] = dict(Counter(found))
    for line, weight in ((context, CONTEXT_WEIGHT), (heading, HEADING_WEIGHT)):
        for term in line.terms:
            frequencies[term] = frequencies.get(term, 0.0) + weight
    length = words + CONTEXT_WEIGHT * len(context.words) + HEADING_WEIGHT * len(heading.words)
    norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH)
    most = SATURATION + 1
    return merged([(term, frequency * most / (frequency + norm)) for term, frequency in frequencies.items()])
