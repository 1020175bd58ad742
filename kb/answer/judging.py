"""Whether what was found answers the question: a calibrated score, and the conditions that nothing may stand in for."""

from __future__ import annotations

import math
from dataclasses import dataclass

# Fitted on the development questions with cross-validation (tests/relevance/answers.md); see fit_answers.py there.
BIAS = -4.0
WEIGHT_NEARNESS = 2.0
WEIGHT_SHARED = 5.0
WEIGHT_DOCUMENT = 2.0
WEIGHT_KIND = 2.0
THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for the best sentence, each in [0, 1]: nearness in meaning, the question's words in the sentence and
    its headings, the same in the whole document, and the share of the things asked that it could answer."""

    nearness: float
    shared_words: float
    in_document: float
    kind_share: float


NO_GROUNDS = Grounds(0.0, 0.0, 0.0, 0.0)


def confidence(grounds: Grounds) -> float:
    """How likely the best sentence answers, in (0, 1)."""
    total = (
        BIAS
        + WEIGHT_NEARNESS * grounds.nearness
        + WEIGHT_SHARED * grounds.shared_words
        + WEIGHT_DOCUMENT * grounds.in_document
        + WEIGHT_KIND * grounds.kind_share
    )
    return 1 / (1 + math.exp(-total))
