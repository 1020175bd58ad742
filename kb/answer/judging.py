"""Whether what was found answers the question: a calibrated score, and the conditions that nothing may stand in for."""

from __future__ import annotations

import math
from dataclasses import dataclass

# Fitted on the development questions with cross-validation (tests/relevance/answers.md); see fit_answers.py there.
BIAS = -5.9
WEIGHT_NEARNESS = 4.7
WEIGHT_SHARED = 4.5
THRESHOLD = 0.42


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for the best sentence, each in [0, 1]: nearness in meaning, and the question's telling words in the
    sentence and its headings."""

    nearness: float
    shared_words: float


NO_GROUNDS = Grounds(0.0, 0.0)


def confidence(grounds: Grounds) -> float:
    """How likely the best sentence answers, in (0, 1)."""
    total = BIAS + WEIGHT_NEARNESS * grounds.nearness + WEIGHT_SHARED * grounds.shared_words
    return 1 / (1 + math.exp(-total))
