"""Fits when an answer is given and when it is refused: `python tests/relevance/answers_fit.py` prints the curve.

`answers_features.tsv` holds, for each question, whether the held documents answer it and what the best sentence has for
it (kb.answer.judging.Grounds); 0 and 0 where no sentence passes the conditions that nothing may stand in for: the
documents, provinces and bodies that the question names, and a number of the kind asked for. Those are refused without
a threshold, so the fit is over the others.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FEATURES = Path(__file__).with_name("answers_features.tsv")
# Strength of the pull of the weights towards 0, in the unit of one question.
RIDGE = 0.3
STEPS = 50
THRESHOLDS = (0.20, 0.30, 0.35, 0.38, 0.40, 0.42, 0.45, 0.50, 0.55, 0.60)

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """One row a question: features (n, 2), labels (n,), and whether any sentence passed the conditions (n,)."""

    features: Floats
    answerable: NDArray[np.bool_]
    has_evidence: NDArray[np.bool_]


def read(path: Path = FEATURES) -> Sample:
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    features = np.array([[float(row["nearness"]), float(row["shared_words"])] for row in rows])
    answerable = np.array([row["answerable"] == "1" for row in rows])
    return Sample(features, answerable, features.any(axis=1))


def fit(features: Floats, answerable: NDArray[np.bool_]) -> Floats:
    """Weights (bias first) of a logistic regression in which both classes count alike, by Newton's method."""
    design = np.column_stack((np.ones(len(features)), features))
    ridge = RIDGE * np.diag([0.0] + [1.0] * features.shape[1])
    share = np.where(answerable, 1 / answerable.sum(), 1 / (~answerable).sum()) * len(answerable) / 2
    weights: Floats = np.zeros(design.shape[1])
    for _ in range(STEPS):
        sure = _logistic(design @ weights)
        slope = design.T @ (share * (sure - answerable)) + ridge @ weights
        curvature = (design.T * (share * sure * (1 - sure))) @ design + ridge
        weights = weights - np.linalg.solve(curvature, slope)
    return weights


def left_out(features: Floats, answerable: NDArray[np.bool_]) -> Floats:
    """The confidence in each question by weights fitted on all others, (n,)."""
    sure = np.empty(len(features))
    for index in range(len(features)):
        others = np.arange(len(features)) != index
        weights = fit(features[others], answerable[others])
        sure[index] = _logistic(weights[0] + features[index] @ weights[1:])
    return sure


def curve(sample: Sample) -> list[tuple[float, float, float]]:
    """(threshold, share answered of the answerable, share refused of the others), each question left out of its fit."""
    seen = sample.has_evidence
    sure = np.zeros(len(sample.features))
    sure[seen] = left_out(sample.features[seen], sample.answerable[seen])
    yes, no = sample.answerable, ~sample.answerable
    return [(t, float((sure[yes] >= t).mean()), float((sure[no] < t).mean())) for t in THRESHOLDS]


def _logistic(value: Floats) -> Floats:
    return 1 / (1 + np.exp(-value))


def main() -> None:
    sample = read()
    seen = sample.has_evidence
    print("weights (bias, nearness, shared words):", np.round(fit(sample.features[seen], sample.answerable[seen]), 2))
    print("threshold  answered  refused")
    for threshold, answered, refused in curve(sample):
        print(f"{threshold:9.2f}  {answered:8.3f}  {refused:7.3f}")


if __name__ == "__main__":
    main()
