"""Fits the confidence of suggestions on the training pairs, and writes the curves of both halves beside the pairs.

python tests/relevance/similar_fit.py        prints the constants of kb/trace/likeness.py
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from judged_tasks import Judged, judged

from kb.trace import likeness

CURVE = Path(__file__).parent / "similar_tasks_curve.tsv"
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9)
# Ridge on the standardised weights: a hundred pairs, four features.
RIDGE = 1.0
STEPS, RATE = 6_000, 0.02

Array = NDArray[np.float64]


def fitted(pairs: Sequence[Judged]) -> tuple[list[float], float]:
    """Weights of cosine, shared, head, ahead, and the constant."""
    values = np.array([pair.features for pair in pairs], dtype=np.float64)
    offsets = np.array([likeness.adjustment(pair.lower_text, pair.upper_text) for pair in pairs])
    right = np.array([pair.is_right for pair in pairs], dtype=np.float64)
    mean, spread = values.mean(axis=0), values.std(axis=0)
    rows = np.column_stack([(values - mean) / spread, np.ones(len(values))])
    weights, ridge = np.zeros(5), np.array([RIDGE] * 4 + [0.0])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-(rows @ weights + offsets)))
        weights -= RATE * (rows.T @ (chances - right) + ridge * weights)
    raw = weights[:4] / spread
    return [round(float(weight), 2) for weight in raw], round(float(weights[4] - raw @ mean), 2)


def confidences(pairs: Sequence[Judged]) -> Array:
    constants = np.array([likeness.COSINE, likeness.SHARED, likeness.HEAD_SHARED, likeness.AHEAD])
    odds = np.array([pair.features for pair in pairs]) @ constants + likeness.CONSTANT
    odds += np.array([likeness.adjustment(pair.lower_text, pair.upper_text) for pair in pairs])
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


def scores(pairs: Sequence[Judged], threshold: float) -> tuple[float, float, float]:
    """Precision, recall, F1 of what is suggested from `threshold` on."""
    right = np.array([pair.is_right for pair in pairs])
    shown = confidences(pairs) >= threshold
    hits = int((shown & right).sum())
    precision, recall = hits / max(1, int(shown.sum())), hits / max(1, int(right.sum()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def halves() -> tuple[list[Judged], list[Judged]]:
    pairs = list(judged())
    return [pair for pair in pairs if pair.is_for_training], [pair for pair in pairs if not pair.is_for_training]


def main() -> None:
    training, held_out = halves()
    print(len(training), "training,", len(held_out), "held out; weights and constant:", *fitted(training))
    lines = ["threshold\ttrain_precision\ttrain_recall\ttrain_f1\ttest_precision\ttest_recall\ttest_f1"]
    for threshold in THRESHOLDS:
        both = (*scores(training, threshold), *scores(held_out, threshold))
        lines.append(f"{threshold:.2f}\t" + "\t".join(f"{value:.3f}" for value in both))
    CURVE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
