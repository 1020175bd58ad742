"""Suggestions against pairs judged by reading: F1 at the threshold that is shown, on upper documents held out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from judged_tasks import DOCUMENTS

from kb.trace.likeness import SHOWN_FROM

sys.path.insert(0, str(Path(__file__).parents[2] / "relevance"))

from similar_fit import halves, scores

LEAST_F1 = 0.75
LEAST_HELD_OUT = 40

pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="không có ../shared (chỉ dùng để đo)")


def test_suggestions_are_right_at_the_threshold_that_is_shown() -> None:
    _, held_out = halves()
    precision, recall, f1 = scores(held_out, SHOWN_FROM)
    assert len(held_out) >= LEAST_HELD_OUT
    assert f1 >= LEAST_F1, f"precision {precision:.2f}, recall {recall:.2f}, F1 {f1:.3f}"
