"""Pairs of tasks judged by reading, with what the product computes of them; from ../shared, where it is present."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.pipeline import read_document
from kb.model import Parsed
from kb.settings import Settings
from kb.trace.likeness import Features, all_features
from kb.trace.terms import READ, terms_of
from kb.trace.works import Work, parts_of, works_of

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT.parent / "shared" / "documents"
PAIRS = ROOT / "tests" / "relevance" / "similar_tasks.tsv"
# The upper documents (by the beginning of their file) whose pairs the confidence is fitted on.
TRAINING = "03-NQ-CP"


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair that is a task and a work today: its features, what else the two state, and whether it is right."""

    upper_file: str
    features: NDArray[np.float32]
    lower_text: str
    upper_text: str
    is_right: bool

    @property
    def is_for_training(self) -> bool:
        return self.upper_file.startswith(TRAINING)


@cache
def parsed(file: str) -> Parsed:
    return read_document(next(DOCUMENTS.rglob(file)), Settings())


@cache
def works(file: str) -> list[Work]:
    read = parsed(file)
    return works_of(read.document, read.provisions, read.tasks)


@cache
def features(lower: str, upper: str) -> NDArray[np.float32]:
    """Shape (lower tasks, upper works, features)."""
    below = terms_of([task.text for task in parsed(lower).tasks])
    above = terms_of([work.text for work in works(upper)])
    return np.concatenate([_stacked(block) for block in all_features(below, above, parts_of(works(upper)))])


def _stacked(block: Features) -> NDArray[np.float32]:
    stacked: NDArray[np.float32] = np.stack([block.cosine, block.shared, block.head, block.ahead], axis=-1)
    return stacked


def judged() -> Iterator[Judged]:
    """The pairs of which both ends are found as the documents are read today; those judged unsure left out."""
    with PAIRS.open(encoding="utf-8") as lines:
        for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            if row["judged"] == "?":
                continue
            lower, upper = list(parsed(row["lower_file"]).tasks), works(row["upper_file"])
            i = _index(lower, row["lower_place"], row["lower_words"])
            j = _index(upper, row["upper_place"], row["upper_words"])
            if i is not None and j is not None:
                found = features(row["lower_file"], row["upper_file"])[i, j]
                texts = lower[i].text[:READ], upper[j].text[:READ]
                yield Judged(row["upper_file"], found, *texts, row["judged"] == "1")


def _index(listed: Sequence[Work], place: str, words: str) -> int | None:
    wanted = _key(place, words)
    return next((n for n, work in enumerate(listed) if _key(work.where, work.text) == wanted), None)


def _key(place: str, words: str) -> str:
    """A task by its first words; its place may be counted otherwise by a later reader."""
    return " ".join(re.findall(r"\w+", words)[:4]) + f" @{place.rsplit(' ', 1)[-1]}"
