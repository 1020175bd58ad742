"""Suggestions against pairs judged by reading: precision and recall at every threshold, F1 at the one that is shown.

Run as a script it writes the curve beside the pairs:  python tests/kb/trace/test_similar_labelled.py
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ingest.pipeline import read_document
from kb.model import Task
from kb.settings import Settings
from kb.trace.likeness import SHOWN_FROM, alike

ROOT = Path(__file__).parents[3]
FAMILY = ROOT.parent / "shared" / "documents" / "family"
PAIRS = ROOT / "tests" / "relevance" / "similar_tasks.tsv"
CURVE = ROOT / "tests" / "relevance" / "similar_tasks_curve.tsv"
COMPARED = (
    ("877-QD-BTP-2025-Phu-luc.docx", "03-NQ-CP-2025-PL2-nhiem-vu.md"),
    ("179-KH-UBND.md", "03-NQ-CP-2025-PL2-nhiem-vu.md"),
    ("987-KH-UBND.md", "57-NQ-TW.md"),
)
THRESHOLDS = (0.2, 0.24, 0.28, 0.3, 0.32, 0.34, 0.36, SHOWN_FROM, 0.4, 0.45, 0.5, 0.6, 0.7)
LEAST_F1 = 0.75

Pair = tuple[str, str, str, str]

pytestmark = pytest.mark.skipif(not FAMILY.is_dir(), reason="không có ../shared (chỉ dùng để đo)")


@cache
def tasks(file: str) -> tuple[Task, ...]:
    return read_document(FAMILY / file, Settings()).tasks


def judged() -> dict[Pair, str]:
    """The pairs whose two ends are tasks as the documents are read today."""
    listed = {file: {_key(task.where, task.text) for task in tasks(file)} for pair in COMPARED for file in pair}
    return {
        pair: verdict
        for pair, verdict in _all_judged().items()
        if pair[1] in listed[pair[0]] and pair[3] in listed[pair[2]]
    }


def _all_judged() -> dict[Pair, str]:
    with PAIRS.open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {
            (
                row["lower_file"], _key(row["lower_place"], row["lower_words"]),
                row["upper_file"], _key(row["upper_place"], row["upper_words"]),
            ): row["judged"]
            for row in rows
        }  # fmt: skip


def _key(place: str, words: str) -> str:
    """A task by its first words; its place may be counted otherwise by a later reader."""
    return " ".join(re.findall(r"\w+", words)[:4]) + f" @{place.rsplit(' ', 1)[-1]}"


def suggested() -> Iterator[tuple[float, Pair]]:
    for lower_file, upper_file in COMPARED:
        lower, upper = tasks(lower_file), tasks(upper_file)
        for pair in alike([task.text for task in lower], [task.text for task in upper], min(THRESHOLDS)):
            one, other = lower[pair.lower], upper[pair.upper]
            yield pair.confidence, (lower_file, _key(one.where, one.text), upper_file, _key(other.where, other.text))


def measured() -> dict[float, tuple[float, float, float]]:
    """(precision, recall, F1) by threshold; pairs judged unsure count neither way."""
    known, found = judged(), list(suggested())
    right = sum(verdict == "1" for verdict in known.values())
    curve = {}
    for threshold in THRESHOLDS:
        shown = {pair for confidence, pair in found if confidence >= threshold and known.get(pair) != "?"}
        hits = sum(known.get(pair) == "1" for pair in shown)
        precision, recall = hits / max(1, len(shown)), hits / right
        both = precision + recall
        curve[threshold] = (precision, recall, 2 * precision * recall / both if both else 0.0)
    return curve


def test_suggestions_are_right_at_the_threshold_that_is_shown() -> None:
    precision, recall, f1 = measured()[SHOWN_FROM]
    assert f1 >= LEAST_F1, f"precision {precision:.2f}, recall {recall:.2f}, F1 {f1:.3f}"


def main() -> None:
    rows = [
        f"{threshold:.2f}\t" + "\t".join(f"{value:.3f}" for value in values) for threshold, values in measured().items()
    ]
    CURVE.write_text("\n".join(("threshold\tprecision\trecall\tf1", *rows)) + "\n", encoding="utf-8")
    print(CURVE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
