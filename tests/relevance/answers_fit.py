"""Fits when an answer is given and when it is refused: `python tests/relevance/answers_fit.py` prints the curve.

`answers_features.tsv` holds, for each question, whether the held documents answer it and what the best sentence has for
it (kb.answer.judging.Grounds), taken by `answers_take.py`; zeros where no sentence passes the conditions that nothing
may stand in for (kb.answer.scope, kb.answer.extracting). Those are refused without a threshold, so the fit is over the
others. A question and its twin without diacritics ("id~") are left out of the fit together.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FEATURES = Path(__file__).with_name("answers_features.tsv")
# How the names of questions begin that were made to look like answerable ones.
LOOK_ALIKE = "adv"
# Strength of the pull of the weights towards 0, in the unit of one question.
RIDGE = 0.3
STEPS = 50
THRESHOLDS = (0.20, 0.25, 0.28, 0.30, 0.32, 0.35, 0.40, 0.45, 0.50, 0.60)
FIGURES = ("nearness", "shared_words", "score")

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """One row a question: its name without the mark of the twin, whether it has its diacritics, features (n, 3),
    labels (n,), and whether any sentence passed the conditions (n,)."""

    names: tuple[str, ...]
    is_typed: NDArray[np.bool_]
    features: Floats
    answerable: NDArray[np.bool_]
    has_evidence: NDArray[np.bool_]


def read(path: Path = FEATURES) -> Sample:
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    features = np.array([[float(row[figure]) for figure in FIGURES] for row in rows])
    answerable = np.array([row["answerable"] == "1" for row in rows])
    names = tuple(row["question"].removesuffix("~") for row in rows)
    is_typed = np.array([not row["question"].endswith("~") for row in rows])
    return Sample(names, is_typed, features, answerable, features[:, 0] + features[:, 1] > 0)


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


def left_out(sample: Sample) -> Floats:
    """The confidence in each question by weights fitted on all other questions, (n,); 0 without evidence."""
    sure = np.zeros(len(sample.names))
    names = np.array(sample.names)
    for name in dict.fromkeys(sample.names):
        own, others = (names == name) & sample.has_evidence, (names != name) & sample.has_evidence
        weights = fit(sample.features[others], sample.answerable[others])
        sure[own] = _logistic(weights[0] + sample.features[own] @ weights[1:])
    return sure


def curve(sample: Sample, chosen: NDArray[np.bool_] | None = None) -> list[tuple[float, float, float]]:
    """(threshold, share answered of the answerable, share refused of the others) among the chosen, each question left
    out of its fit."""
    sure = left_out(sample)
    among = np.ones(len(sample.names), bool) if chosen is None else chosen
    yes, no = among & sample.answerable, among & ~sample.answerable
    return [(t, float((sure[yes] >= t).mean()), float((sure[no] < t).mean())) for t in THRESHOLDS]


def _logistic(value: Floats) -> Floats:
    return 1 / (1 + np.exp(-value))


def main() -> None:
    sample = read()
    seen = sample.has_evidence
    print(f"weights (bias, {', '.join(FIGURES)}):", np.round(fit(sample.features[seen], sample.answerable[seen]), 2))
    print("threshold  answered  refused")
    for threshold, answered, refused in curve(sample):
        print(f"{threshold:9.2f}  {answered:8.3f}  {refused:7.3f}")


if __name__ == "__main__":
    main()
