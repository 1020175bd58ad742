"""How likely one task carries out another: the words they share, weighed by rarity; the same indicator and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.text import normalise_tones
from kb.trace.terms import READ, Terms, terms_of

# Suggestions below are not shown. F1 of the training pairs is .82 here, between .79 and .83 from .3 to .45; a second
# person's pairs below 03/NQ-CP are found best here. Of the pairs held out it is .82 (tests/relevance/similar_tasks.md).
SHOWN_FROM = 0.35
# Fitted on the training pairs (tests/relevance/similar_fit.py): the logarithm of the odds that a pair is right.
COSINE, SHARED, HEAD_SHARED, AHEAD, CONSTANT = 3.99, 1.31, 2.89, 4.2, -4.43
# Weight of a single word beside a pair of words: pairs tell "nền tảng số" from "nền tảng giáo dục".
_WORD_WEIGHT = 0.6
# Added to the odds' logarithm where both tasks state a share or the same year, taken away for another field of work.
SAME_INDICATOR, SAME_YEAR, OTHER_FIELD = 0.9, 0.3, 2.0
# Cells (entries of the lower tasks × upper tasks) computed at a time: 16 MB.
_CELLS = 4_000_000

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_FIELD = re.compile(
    r"(?:trong\s+)?(?:lĩnh vực|ngành|hoạt động)\s+(?:của\s+)?((?:[^\W\d_]+\s*,?\s*){1,4})", re.IGNORECASE
)
# Fields that are every field: "các ngành, lĩnh vực".
_ANY_FIELD = re.compile(r"(?:các|từng|mọi|của|và|vùng|trọng|quan)(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Alike:
    """Task `lower` of one list says what task `upper` of the other says, with this confidence (0 to 1)."""

    lower: int
    upper: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Features:
    """What tells a right pair, for lower tasks `first` and following × all upper tasks (arrays of that shape).

    `cosine` of the words weighed by rarity; `shared`: how much they share, in rare words (a logarithm); `head`: how
    much of the beginning of the lower task the upper one has; `ahead`: by how much the cosine surpasses that of the
    best other task of the same upper document.
    """

    first: int
    cosine: Floats
    shared: Floats
    head: Floats
    ahead: Floats

    def log_odds(self) -> Floats:
        found: Floats = COSINE * self.cosine + SHARED * self.shared + HEAD_SHARED * self.head + AHEAD * self.ahead
        return found + np.float32(CONSTANT)


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a task states beside its words: years, shares in percent, the field of work."""

    years: frozenset[str]
    shares: bool
    field: frozenset[str]


def alike(
    lower: Sequence[str], upper: Sequence[str], threshold: float = SHOWN_FROM, parts: Sequence[int] = ()
) -> list[Alike]:
    """Pairs of texts that say the same thing, likeliest first; each list is one side of the comparison.

    `parts` are the lengths of the documents that make up the upper list, where it is more than one.
    """
    return likeliest(lower, upper, threshold, parts)[0]


def likeliest(
    lower: Sequence[str],
    upper: Sequence[str],
    threshold: float = SHOWN_FROM,
    parts: Sequence[int] = (),
    most: int | None = None,
) -> tuple[list[Alike], list[int]]:
    """Like `alike`, no more than `most` pairs of each upper text; and how many more each has, about."""
    if not lower or not upper:
        return [], [0] * len(upper)
    least = float(np.log(threshold / (1 - threshold)))
    stated = _Reading(lower), _Reading(upper)
    found, left_out = [], []
    for j, (rows, odds) in enumerate(_candidates(lower, upper, parts or (len(upper),), least)):
        order = np.argsort(-odds, kind="stable")[:most]
        left_out.append(int((odds >= least).sum() - (odds[order] >= least).sum()))
        for i, odd in zip(rows[order].tolist(), odds[order].tolist(), strict=True):
            total = odd + _adjustment(stated[0][i], stated[1][j])
            if total >= least:
                found.append(Alike(i, j, round(1 / (1 + float(np.exp(-total))), 3)))
    return sorted(found, key=lambda pair: -pair.confidence), left_out


def _candidates(
    lower: Sequence[str], upper: Sequence[str], parts: Sequence[int], least: float
) -> list[tuple[NDArray[np.int64], Floats]]:
    """For each upper text the lower ones that come near the odds `least`, with their odds (logarithms)."""
    rows: list[list[NDArray[np.int64]]] = [[] for _ in upper]
    values: list[list[Floats]] = [[] for _ in upper]
    for features in all_features(terms_of(lower), terms_of(upper), parts):
        odds = features.log_odds()
        # A pair that the bonuses could not lift over the threshold is not looked at.
        is_near = odds >= least - SAME_INDICATOR - SAME_YEAR
        for j in np.flatnonzero(is_near.any(axis=0)).tolist():
            near = np.flatnonzero(is_near[:, j])
            rows[j].append(near + features.first)
            values[j].append(odds[near, j])
    none, nothing = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    return [(np.concatenate([none, *i]), np.concatenate([nothing, *v])) for i, v in zip(rows, values, strict=True)]


def all_features(lower: Terms, upper: Terms, parts: Sequence[int]) -> Iterator[Features]:
    """Block by block of the lower texts."""
    vocabulary, often = np.unique(np.concatenate([lower.code, upper.code]), return_counts=True)
    weights = _weights(vocabulary, often, lower.count + upper.count)
    below, above = np.searchsorted(vocabulary, lower.code), np.searchsorted(vocabulary, upper.code)
    length_below = np.sqrt(np.bincount(lower.text, weights[below], lower.count)).astype(np.float32)
    length_above = np.sqrt(np.bincount(upper.text, weights[above], upper.count)).astype(np.float32)
    heads = np.bincount(lower.text, weights[below] * lower.is_head, lower.count).astype(np.float32)
    # Only words of the upper list can meet: they are the rows of the table.
    columns, table = _table(above, upper, weights)
    meets = columns[below] >= 0
    text, column, is_head = lower.text[meets], columns[below][meets], lower.is_head[meets]
    for first, last in _blocks(text, lower.count, upper.count):
        own = slice(*np.searchsorted(text, [first, last]))
        sums = _summed(table[column[own]], text[own] - first, last - first)
        in_heads = own if is_head[own].any() else slice(0, 0)
        marked = is_head[in_heads]
        head = _summed(table[column[in_heads][marked]], text[in_heads][marked] - first, last - first)
        norms = np.outer(length_below[first:last], length_above)
        cosine = np.divide(sums, np.maximum(norms, 1e-9), dtype=np.float32)
        share = np.divide(head, np.maximum(heads[first:last, None], 1e-9), dtype=np.float32)
        yield Features(first, cosine, np.log1p(sums), share, _ahead(cosine, parts))


def _table(above: NDArray[np.int64], upper: Terms, weights: NDArray[np.float64]) -> tuple[NDArray[np.int64], Floats]:
    """The row of each term of the vocabulary (-1: no upper text has it), and the rows: its weight by upper text."""
    met = np.unique(above)
    rows = np.full(len(weights), -1, dtype=np.int64)
    rows[met] = np.arange(len(met))
    table = np.zeros((len(met), upper.count), dtype=np.float32)
    table[rows[above], upper.text] = weights[above]
    return rows, table


def _weights(vocabulary: NDArray[np.uint32], often: NDArray[np.int64], texts: int) -> NDArray[np.float64]:
    """How much a term tells, squared: 1 where one text alone has it, 0 where all have it, whatever their number."""
    rarity = np.log((texts + 1) / (often + 0.5)) / np.log(texts + 1)
    is_pair = (vocabulary & 1).astype(np.bool_)
    weights: NDArray[np.float64] = np.square(np.maximum(rarity, 0) * np.where(is_pair, 1.0, _WORD_WEIGHT))
    return weights


def _blocks(text: NDArray[np.int64], count: int, width: int) -> Iterator[tuple[int, int]]:
    """Runs of lower texts whose entries make no more than `_CELLS` cells."""
    each = max(1.0, len(text) / max(1, count)) + 1
    step = max(1, int(_CELLS / (each * max(1, width))))
    for first in range(0, count, step):
        yield first, min(count, first + step)


def _summed(rows: Floats, owners: NDArray[np.int64], count: int) -> Floats:
    """Sums of the rows of each owner, owners in ascending order; shape (count, width of a row)."""
    found = np.zeros((count, rows.shape[1]), dtype=np.float32)
    if len(owners):
        first = np.flatnonzero(np.diff(owners, prepend=-1))
        found[owners[first]] = np.add.reduceat(rows, first, axis=0)
    return found


def _ahead(cosine: Floats, parts: Sequence[int]) -> Floats:
    """The cosine less that of the best other task in the same document."""
    found = np.empty_like(cosine)
    start = 0
    for length in parts:
        own = cosine[:, start : start + length]
        best = own.max(axis=1, keepdims=True)
        second = np.partition(own, -2, axis=1)[:, -2, None] if length > 1 else np.zeros_like(best)
        found[:, start : start + length] = own - np.where(own == best, second, best)
        start += length
    return found


class _Reading:
    """What the texts of a list state, each read once and only when it is asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._read: dict[int, _Stated] = {}

    def __getitem__(self, index: int) -> _Stated:
        if index not in self._read:
            self._read[index] = _stated(self._texts[index][:READ])
        return self._read[index]


def _stated(shown: str) -> _Stated:
    return _Stated(frozenset(_YEAR.findall(shown)), bool(_SHARE.search(shown)), _field_of(shown))


def _field_of(text: str) -> frozenset[str]:
    """The words that name the field of work: "trong lĩnh vực Văn hóa"; none where any field is meant."""
    for match in _FIELD.finditer(text):
        if not _ANY_FIELD.match(match[1]):
            return frozenset(_WORD.findall(normalise_tones(match[1]).lower())[:2])
    return frozenset()


def adjustment(lower: str, upper: str) -> float:
    """What is added to the odds' logarithm for what two texts state beside their words."""
    return _adjustment(_stated(lower), _stated(upper))


def _adjustment(one: _Stated, other: _Stated) -> float:
    indicator = SAME_INDICATOR if one.shares and other.shares else 0.0
    year = SAME_YEAR if one.years & other.years else 0.0
    is_other_field = bool(one.field and other.field) and not one.field & other.field
    return indicator + year - (OTHER_FIELD if is_other_field else 0.0)
