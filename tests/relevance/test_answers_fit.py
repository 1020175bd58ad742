"""The judgement that the product uses is the one that the kept figures give."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kb.answer import judging

sys.path.insert(0, str(Path(__file__).parent))
import answers_fit


def test_the_weights_are_those_of_the_fit() -> None:
    sample = answers_fit.read()
    seen = sample.has_evidence
    fitted = answers_fit.fit(sample.features[seen], sample.answerable[seen])
    assert list(fitted) == pytest.approx([judging.BIAS, judging.WEIGHT_NEARNESS, judging.WEIGHT_SHARED], abs=0.06)


def test_the_threshold_answers_and_refuses_as_promised_on_questions_left_out() -> None:
    points = {threshold: (answered, refused) for threshold, answered, refused in answers_fit.curve(answers_fit.read())}
    answered, refused = points[judging.THRESHOLD]
    assert answered >= 0.88
    assert refused >= 0.88


def test_more_confidence_for_nearer_and_more_shared_words() -> None:
    assert judging.confidence(judging.Grounds(0.9, 0.7)) > judging.confidence(judging.Grounds(0.6, 0.7))
    assert judging.confidence(judging.Grounds(0.9, 0.7)) > judging.confidence(judging.Grounds(0.9, 0.2))
    assert judging.confidence(judging.NO_GROUNDS) < judging.THRESHOLD
