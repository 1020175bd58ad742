"""How well each sentence answers: nearness in meaning, shared words, and what the kind of question needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kb.answer.agents import names_actor
from kb.answer.candidates import Candidate
from kb.answer.question import Ask, Question
from kb.answer.signals import cites_number, defines, satisfied
from kb.answer.vectors import Vectors
from kb.answer.words import coverage

# Sentences that are encoded for one question. The best eight by words and hit hold what the best 32 do
# (tests/relevance/answers.md); each costs some 12 ms.
MOST_ENCODED = 14
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
# What a lead-in gains that leads in a list, where one is asked for.
LIST_GAIN = 0.10
# What is left of the score where no document is asked for: of a line of the legal basis, of a sentence that repeats
# the title of its document, and of the preamble, which says why and on what grounds.
BASIS_SHARE = 0.6
TITLE_SHARE = 0.85
PREAMBLE_SHARE = 0.92
# Cosines of this encoder lie in a narrow band: unrelated texts near .78, paraphrases near .92.
NEARNESS_FLOOR, NEARNESS_CEILING = 0.76, 0.92


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with what speaks for it, each in [0, 1]; `shared_words` are the question's telling words in it or
    above it, `score` is the weighted sum."""

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

    def __init__(self, question: Question, wanted: Mapping[str, float], vectors: Vectors) -> None:
        self._question = question
        self._wanted = wanted
        self._vectors = vectors

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
        cosines = self._vectors.nearness(self._question.understood, texts)
        scaled = (cosines - NEARNESS_FLOOR) / (NEARNESS_CEILING - NEARNESS_FLOOR)
        return [float(value) for value in np.clip(scaled, 0.0, 1.0)]

    def _weighed(self, item: Candidate, nearness: float) -> Weighed:
        shared, kind = self._shared(item), self._kind(item)
        score = WEIGHT_HIT * item.hit_score + WEIGHT_NEARNESS * nearness + WEIGHT_WORDS * shared + WEIGHT_KIND * kind
        score += self._actor(item) + self._definition(item) + self._list(item)
        if Ask.DOCUMENT in self._question.asks and cites_number(item.text):
            score += CITED_GAIN
        met = self._met(item, item.quote)
        return Weighed(item, nearness, self._shared_at_all(item), met, score * self._share_left(item))

    def _share_left(self, item: Candidate) -> float:
        """What is left of the score of a sentence that says what its document is and what it rests on."""
        if self._question.asks & {Ask.DOCUMENT, Ask.RELATION}:
            return 1.0
        share = BASIS_SHARE if _is_of_basis(item) else PREAMBLE_SHARE if item.is_of_preamble else 1.0
        return share * TITLE_SHARE if item.repeats_title else share

    def _actor(self, item: Candidate) -> float:
        """Who acts is told at the beginning, or in the cell of a row."""
        if Ask.WHO not in self._question.asks:
            return 0.0
        is_in_cell = item.is_row and item.task is not None and bool(item.task.lead)
        return ACTOR_GAIN if is_in_cell or names_actor(item.text) else 0.0

    def _list(self, item: Candidate) -> float:
        leads_in = item.text.rstrip("*_ ").endswith(":")
        return LIST_GAIN if self._question.wants_several and leads_in else 0.0

    def _shared(self, item: Candidate) -> float:
        inside = coverage(self._wanted, item.terms)
        return inside + ABOVE_SHARE * (self._shared_at_all(item) - inside)

    def _shared_at_all(self, item: Candidate) -> float:
        return coverage(self._wanted, item.terms | item.terms_above)

    def _roughly(self, item: Candidate) -> float:
        """What can be told of a sentence before it is encoded; a definition that is asked for is always encoded."""
        kind, defined = self._kind(item), self._definition(item)
        return item.hit_score + self._shared(item) + kind / 2 + 2 * bool(defined)

    def _definition(self, item: Candidate) -> float:
        return DEFINITION_GAIN if defines(self._question.defined, item.text) else 0.0

    def _kind(self, item: Candidate) -> float:
        """The share of the things asked that it could answer, half by the sentence and half by all that is quoted."""
        return (share_met(self._met(item, item.text)) + share_met(self._met(item, item.quote))) / 2

    def _met(self, item: Candidate, text: str) -> dict[Ask, bool]:
        led_by = item.led_by if Ask.WHO in self._question.asks else ""
        return satisfied(self._question, text, item.above, led_by, item.is_row)


def _is_of_basis(item: Candidate) -> bool:
    """A line of the legal basis names documents and answers only what asks for documents."""
    return item.text.lstrip("*_ ").startswith(("Căn cứ", "Theo đề nghị", "Xét đề nghị"))


def share_met(met: Mapping[Ask, bool]) -> float:
    return sum(met.values()) / len(met) if met else 1.0
