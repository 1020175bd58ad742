"""The judgement that the product uses is the one that the kept figures give."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kb.answer import judging

sys.path.insert(0, str(Path(__file__).parent))
import answers_fit


def test_the_weights_are_those_of_the_fit() -> None:
    sample = answers_fit.read()
    seen = sample.has_evidence
    fitted = answers_fit.fit(sample.features[seen], sample.answerable[seen])
    used = [judging.BIAS, judging.WEIGHT_NEARNESS, judging.WEIGHT_SHARED, judging.WEIGHT_SCORE]
    assert list(fitted) == pytest.approx(used, abs=0.06)


def test_the_threshold_answers_and_refuses_as_promised_on_questions_left_out() -> None:
    sample = answers_fit.read()
    is_look_alike = np.array([name.startswith(answers_fit.LOOK_ALIKE) for name in sample.names])
    answered, refused = _at_threshold(sample, sample.is_typed & ~is_look_alike)
    assert answered >= 0.88
    assert refused >= 0.88
    answered, refused = _at_threshold(sample, None)
    assert answered >= 0.90
    assert refused >= 0.85


def _at_threshold(sample: answers_fit.Sample, chosen: NDArray[np.bool_] | None) -> tuple[float, float]:
    """The shares answered and refused among the chosen questions."""
    points = {threshold: shares for threshold, *shares in answers_fit.curve(sample, chosen)}
    answered, refused = points[judging.THRESHOLD]
    return answered, refused


def test_more_confidence_for_nearer_and_more_shared_words() -> None:
    sure = judging.confidence(judging.Grounds(0.9, 0.7, 0.8))
    assert sure > judging.confidence(judging.Grounds(0.6, 0.7, 0.8))
    assert sure > judging.confidence(judging.Grounds(0.9, 0.2, 0.8))
    assert sure > judging.confidence(judging.Grounds(0.9, 0.7, 0.5))
    assert judging.confidence(judging.NO_GROUNDS) < judging.THRESHOLD


def test_the_curve_that_is_written_down_is_the_one_that_the_figures_give() -> None:
    """The table of answers.md, row by row; the row in bold is the threshold in use."""
    row = re.compile(
        r"^\| (\*\*)?(0\.\d\d)(?:\*\*)? \| (?:\*\*)?(\.\d{3})(?:\*\*)? \| (?:\*\*)?(\.\d{3})", re.MULTILINE
    )
    text = Path(__file__).with_name("answers.md").read_text(encoding="utf-8")
    points = {threshold: (answered, refused) for threshold, answered, refused in answers_fit.curve(answers_fit.read())}
    written = row.findall(text)
    assert len(written) >= 8
    for bold, threshold, answered, refused in written:
        assert (float(answered), float(refused)) == pytest.approx(points[float(threshold)], abs=0.0006)
        assert bool(bold) is (float(threshold) == judging.THRESHOLD)
