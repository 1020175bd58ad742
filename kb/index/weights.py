"""The constants of the search by words, chosen on zalo-6k's training questions (see tests/relevance/), and its ids."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from kb.index.values import Weights

SATURATION = 1.2  # k1
LENGTH_SHARE = 0.75  # b
USUAL_LENGTH = 200.0  # words of a passage with its context counted; fixed, so that a passage's weights never change
CONTEXT_WEIGHT = 0.5  # of a word in the document's name or anything above, beside one in the passage
HEADING_WEIGHT = 1.5  # more, of a word in the nearest heading
PHRASE_WEIGHT = 0.4  # of a two-word phrase in a query, beside a word


def term_id(term: str) -> int:
    """32 bits that stand for a word or phrase."""
    return crc32(term.encode())


def merged(pairs: Iterable[tuple[str, float]]) -> Weights:
    """Terms with weights as ids with weights; terms that meet in one id are added up."""
    table: dict[int, float] = {}
    for term, weight in pairs:
        key = term_id(term)
        table[key] = table.get(key, 0.0) + weight
    return Weights(list(table), list(table.values()))
