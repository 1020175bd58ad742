"""Whether what was found answers the question: a calibrated score, and the conditions that nothing may stand in for."""

from __future__ import annotations

import math
from dataclasses import dataclass

# Fitted with cross-validation on questions that the held documents answer and others (tests/relevance/answers.md).
BIAS = -9.98
WEIGHT_SCORE = 4.73
WEIGHT_NEARNESS = 3.86
WEIGHT_SHARED = 5.05
THRESHOLD = 0.30


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for a sentence, each in about [0, 1]: its nearness in meaning, the share of the question's telling
    words in it or above it, and the score by which sentences are ranked."""

    nearness: float
    shared_words: float
    score: float


NO_GROUNDS = Grounds(0.0, 0.0, 0.0)


def confidence(grounds: Grounds) -> float:
    """How likely the best sentence answers, in (0, 1)."""
    total = (
        BIAS + WEIGHT_NEARNESS * grounds.nearness + WEIGHT_SHARED * grounds.shared_words + WEIGHT_SCORE * grounds.score
    )
    return 1 / (1 + math.exp(-total))
