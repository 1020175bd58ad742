"""How closely a passage keeps the words of a query together: its three-word phrases, and its pairs at a short distance.

Measured on zalo-6k (see tests/relevance/): .875 → .880 nDCG@10 on top of the fused scores, alike on both splits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.lexicon.vocabulary import Vocabulary

FARTHEST = 3  # words between which a pair counts as kept together
TRIPLE_GAIN = 1.25  # standard deviations of the fused score for all three-word phrases
PAIR_GAIN = 1.25  # the same for all pairs, each by its rarity


@dataclass(frozen=True, slots=True)
class Asked:
    """The pairs of words that follow each other in a query with their rarity, and its three-word phrases."""

    pairs: dict[tuple[str, str], float]
    triples: frozenset[tuple[str, str, str]]
    words: frozenset[str]


def asked(words: Sequence[str], vocabulary: Vocabulary) -> Asked:
    total = vocabulary.passage_count + 1
    pairs = {pair: math.log(1 + total / (vocabulary.count(" ".join(pair)) + 0.5)) for pair in pairwise(words)}
    return Asked(pairs, frozenset(zip(words, words[1:], words[2:], strict=False)), frozenset(words))


def closeness(query: Asked, words: Sequence[str]) -> float:
    """From 0 to TRIPLE_GAIN + PAIR_GAIN."""
    places = [(place, word) for place, word in enumerate(words) if word in query.words]
    near: set[tuple[str, str]] = set()
    triples: set[tuple[str, str, str]] = set()
    for index, (place, word) in enumerate(places):
        for next_place, next_word in places[index + 1 : index + 1 + FARTHEST]:
            if next_place - place > FARTHEST:
                break
            near.add((word, next_word))
        follows = places[index + 1 : index + 3]
        if len(follows) == 2 and follows[1][0] == place + 2:
            triples.add((word, follows[0][1], follows[1][1]))
    total = sum(query.pairs.values())
    pair_share = sum(rarity for pair, rarity in query.pairs.items() if pair in near) / total if total else 0.0
    triple_share = len(query.triples & triples) / len(query.triples) if query.triples else 0.0
    return PAIR_GAIN * pair_share + TRIPLE_GAIN * triple_share
