"""How well each sentence answers: nearness in meaning, shared words, and what the kind of question needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kb.answer.candidates import Candidate
from kb.answer.question import Ask, Question
from kb.answer.signals import cites_number, defines, names_actor, satisfied
from kb.answer.words import coverage
from kb.encoder import Encoder

# Sentences that are encoded for one question: enough to hold the right one, few enough for a fifth of a second.
MOST_ENCODED = 32
# Characters of a sentence that are encoded; beyond it the sentence is a table row whose last cells are names.
MOST_CHARACTERS = 500
# A word found only above the sentence (title, heading, lead-in) tells less than one in it.
ABOVE_SHARE = 0.6

# Weights of the sum, chosen on the development questions (tests/relevance/answers.md).
WEIGHT_HIT = 0.30
WEIGHT_NEARNESS = 0.25
WEIGHT_WORDS = 0.30
WEIGHT_KIND = 0.15
# What a sentence gains that begins with who does something, where it is asked who.
ACTOR_GAIN = 0.12
# What a sentence gains that says what the term asked for is, and one that cites a number where a document is asked for.
DEFINITION_GAIN = 0.25
CITED_GAIN = 0.06
# What is left of the score of a line of the legal basis where no document is asked for.
BASIS_SHARE = 0.6
# Cosines of this encoder lie in a narrow band: unrelated texts near .78, paraphrases near .92.
NEARNESS_FLOOR, NEARNESS_CEILING = 0.76, 0.92


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with what speaks for it, each in [0, 1]; `score` is their weighted sum."""

    candidate: Candidate
    nearness: float
    shared_words: float
    met: Mapping[Ask, bool]
    score: float

    @property
    def kind_share(self) -> float:
        """The share of the things asked that the sentence could answer; 1 where nothing special is asked."""
        return share_met(self.met)


class Weigher:
    """Weighs sentences against one question. `wanted` are its telling words with their weights."""

    def __init__(self, question: Question, wanted: Mapping[str, float], encoder: Encoder) -> None:
        self._question = question
        self._wanted = wanted
        self._encoder = encoder

    def weigh(self, found: Sequence[Candidate]) -> list[Weighed]:
        """The best MOST_ENCODED of them, best first."""
        kept = sorted(found, key=lambda item: -self._roughly(item))[:MOST_ENCODED]
        if not kept:
            return []
        nearness = self._nearness(kept)
        weighed = [self._weighed(item, near) for item, near in zip(kept, nearness, strict=True)]
        return sorted(weighed, key=lambda item: -item.score)

    def _nearness(self, kept: Sequence[Candidate]) -> list[float]:
        texts = [item.text[:MOST_CHARACTERS] for item in kept]
        query = self._encoder.encode_query(self._question.understood)
        cosines = self._encoder.encode_passages(texts) @ query
        scaled = (cosines - NEARNESS_FLOOR) / (NEARNESS_CEILING - NEARNESS_FLOOR)
        return [float(value) for value in np.clip(scaled, 0.0, 1.0)]

    def _weighed(self, item: Candidate, nearness: float) -> Weighed:
        shared, met = self._shared(item), satisfied(self._question, item.text, item.above)
        kind = share_met(met)
        score = WEIGHT_HIT * item.hit_score + WEIGHT_NEARNESS * nearness + WEIGHT_WORDS * shared + WEIGHT_KIND * kind
        if Ask.WHO in self._question.asks and names_actor(item.text):
            score += ACTOR_GAIN
        score += self._definition(item)
        if Ask.DOCUMENT in self._question.asks and cites_number(item.text):
            score += CITED_GAIN
        if _is_of_basis(item) and not self._question.asks & {Ask.DOCUMENT, Ask.RELATION}:
            score *= BASIS_SHARE
        return Weighed(item, nearness, shared, met, score)

    def _shared(self, item: Candidate) -> float:
        inside = coverage(self._wanted, item.terms)
        with_above = coverage(self._wanted, item.terms | item.terms_above)
        return inside + ABOVE_SHARE * (with_above - inside)

    def _roughly(self, item: Candidate) -> float:
        """What can be told of a sentence before it is encoded; a definition that is asked for is always encoded."""
        kind, defined = self._kind(item), self._definition(item)
        return item.hit_score + self._shared(item) + kind / 2 + 2 * bool(defined)

    def _definition(self, item: Candidate) -> float:
        return DEFINITION_GAIN if defines(self._question.defined, item.text) else 0.0

    def _kind(self, item: Candidate) -> float:
        return share_met(satisfied(self._question, item.text, item.above))


def _is_of_basis(item: Candidate) -> bool:
    """A line of the legal basis names documents and answers only what asks for documents."""
    return item.text.lstrip("*_ ").startswith(("Căn cứ", "Theo đề nghị", "Xét đề nghị"))


def share_met(met: Mapping[Ask, bool]) -> float:
    return sum(met.values()) / len(met) if met else 1.0
