"""Compares units of words for a search by words alone (BM25) on a BEIR folder.

    pip install -e '.[relevance]' && python tests/relevance/words.py ../shared/bench/zalo-6k

Units are syllables, pairs of them, and words that underthesea's `word_tokenize` segments. The search uses what wins
here; the result stands in README.md beside this.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

from underthesea import word_tokenize

from kb.text import normalise_tones

Units = Callable[[str], list[str]]

_WORD = re.compile(r"\w+")

# Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009: usual values.
_K1 = 1.2
_B = 0.75
_DEPTH = 10


def syllables(text: str) -> list[str]:
    return _WORD.findall(normalise_tones(text).lower())


def syllables_and_pairs(text: str) -> list[str]:
    single = syllables(text)
    return single + [f"{one} {two}" for one, two in pairwise(single)]


@cache
def _segmented(text: str) -> tuple[str, ...]:
    words = normalise_tones(word_tokenize(text, format="text")).lower().split()
    return tuple(word for word in words if _WORD.search(word))


def words(text: str) -> list[str]:
    return list(_segmented(text))


def syllables_and_words(text: str) -> list[str]:
    return syllables(text) + [word for word in _segmented(text) if "_" in word]


def pairs_and_long_words(text: str) -> list[str]:
    return syllables_and_pairs(text) + [word for word in _segmented(text) if word.count("_") > 1]


def ndcg(folder: Path, units: Units) -> float:
    """Mean nDCG@10 over all questions that have a relevant article."""
    texts = {row["_id"]: f"{row.get('title', '')} {row['text']}" for row in _rows(folder / "corpus.jsonl")}
    questions = {row["_id"]: row["text"] for row in _rows(folder / "queries.jsonl")}
    postings, lengths = _index(texts, units)
    relevant = _relevant(folder)
    gains = [_gain(_best(units(questions[q]), postings, lengths), wanted) for q, wanted in relevant.items()]
    return sum(gains) / len(gains)


def _rows(file: Path) -> Iterable[dict[str, str]]:
    return (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


def _relevant(folder: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for file in sorted((folder / "qrels").glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            question, article, _ = line.split("\t")
            found[question].add(article)
    return found


def _index(texts: dict[str, str], units: Units) -> tuple[dict[str, list[tuple[str, int]]], dict[str, int]]:
    postings: dict[str, list[tuple[str, int]]] = defaultdict(list)
    lengths = {}
    for name, text in texts.items():
        counts = Counter(units(text))
        lengths[name] = counts.total()
        for unit, count in counts.items():
            postings[unit].append((name, count))
    return postings, lengths


def _best(query: list[str], postings: dict[str, list[tuple[str, int]]], lengths: dict[str, int]) -> list[str]:
    mean = sum(lengths.values()) / len(lengths)
    scores: Counter[str] = Counter()
    for unit in set(query):
        holders = postings.get(unit, [])
        idf = math.log(1 + (len(lengths) - len(holders) + 0.5) / (len(holders) + 0.5))
        for name, count in holders:
            scores[name] += idf * count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * lengths[name] / mean))  # type: ignore[assignment]
    return [name for name, _ in scores.most_common(_DEPTH)]


def _gain(found: list[str], wanted: set[str]) -> float:
    gain = sum(1 / math.log2(rank + 2) for rank, name in enumerate(found) if name in wanted)
    return gain / sum(1 / math.log2(rank + 2) for rank in range(min(_DEPTH, len(wanted))))


if __name__ == "__main__":
    for kind in (syllables, syllables_and_pairs, words, syllables_and_words, pairs_and_long_words):
        print(f"{kind.__name__:24} nDCG@10 {ndcg(Path(sys.argv[1]), kind):.4f}", flush=True)
