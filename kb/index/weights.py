"""The weights of words in passages: BM25 without its IDF, which the engine adds from all points at search time.

Constants were chosen on zalo-6k's training questions (see tests/relevance/). Robertson and Zaragoza, "The Probabilistic
Relevance Framework: BM25 and Beyond" (2009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from zlib import crc32

from kb.index.values import Weights
from kb.lexicon.words import is_phrase, terms
from kb.model import Passage

SATURATION = 1.2  # k1
LENGTH_SHARE = 0.75  # b
USUAL_LENGTH = 200.0  # words of a passage with its context counted; fixed, so that a passage's weights never change
CONTEXT_WEIGHT = 0.5  # of a word in the document's name or anything above, beside one in the passage
HEADING_WEIGHT = 1.5  # more, of a word in the nearest heading
PHRASE_WEIGHT = 0.4  # of a two-word phrase in a query, beside a word


def term_id(term: str) -> int:
    """32 bits that stand for a word or phrase."""
    return crc32(term.encode())


def passage_weights(passage: Passage) -> Weights:
    """The words and phrases of a passage, its heading and its context."""
    frequencies: dict[str, float] = dict(Counter(terms(passage.text)))
    for text, weight in ((passage.context, CONTEXT_WEIGHT), (passage.heading or "", HEADING_WEIGHT)):
        for term in terms(text):
            frequencies[term] = frequencies.get(term, 0.0) + weight
    length = sum(frequency for term, frequency in frequencies.items() if not is_phrase(term))
    norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH)
    return merged((term, frequency * (SATURATION + 1) / (frequency + norm)) for term, frequency in frequencies.items())


def merged(pairs: Iterable[tuple[str, float]]) -> Weights:
    """Terms with weights as ids with weights; terms that meet in one id are added up."""
    table: dict[int, float] = {}
    for term, weight in pairs:
        key = term_id(term)
        table[key] = table.get(key, 0.0) + weight
    return Weights(list(table), list(table.values()))
