"""How alike tasks are: words and pairs of words weighed by rarity, the same indicator and year most of all."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kb.text import normalise_tones

# Suggestions below are not shown. Measured on the labelled pairs in tests/relevance/similar_tasks.tsv: precision 1.0,
# recall .67, F1 .80 here, the highest (the curve stands beside them). The vectors of the packaged encoder added
# nothing at any weight: its cosines of tasks that merely share a field reach .97, those of right pairs begin at .91.
SHOWN_FROM = 0.38
# Weight of a single word beside a pair of words: pairs tell "nền tảng số" from "nền tảng giáo dục".
_WORD_WEIGHT = 0.6
# Added for each thing that both tasks state, taken away where their fields of work differ.
_SAME_INDICATOR = 0.15
_SAME_YEAR = 0.05
_OTHER_FIELD = 0.12
# A task's words beyond this say how, not what (characters).
_READ = 600

# Tones where they may stand on either vowel: the few syllables that need normalising ("ủy", "hóa").
_OLD_TONE = re.compile(r"[òóỏõọ][aeo]|o[àáảãạèéẻẽẹ]|[ùúủũụ]y|u[ỳýỷỹỵ]")
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_FIELD = re.compile(
    r"(?:trong\s+)?(?:lĩnh vực|ngành|hoạt động)\s+(?:của\s+)?((?:[^\W\d_]+\s*,?\s*){1,4})", re.IGNORECASE
)
# Fields that are every field: "các ngành, lĩnh vực".
_ANY_FIELD = re.compile(r"(?:các|từng|mọi|của|và|vùng|trọng|quan)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alike:
    """Task `lower` of one list says what task `upper` of the other says, with this confidence (0 to 1)."""

    lower: int
    upper: int
    confidence: float


@dataclass(frozen=True, slots=True)
class TaskWords:
    """What is compared of a task: its words and pairs of words; `shown` is the text they were read from."""

    shown: str
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a task states beside its words: years, shares in percent, the field of work."""

    years: frozenset[str]
    shares: bool
    field: frozenset[str]


def alike(
    lower: Sequence[str | TaskWords], upper: Sequence[str | TaskWords], threshold: float = SHOWN_FROM
) -> list[Alike]:
    """Pairs of texts that say the same thing, likeliest first; each list is one side of the comparison."""
    if not lower or not upper:
        return []
    lower_read, upper_read = [_as_words(text) for text in lower], [_as_words(text) for text in upper]
    likeness = _cosines(lower_read, upper_read)
    # A pair that the bonuses could not lift over the threshold is not looked at.
    near = np.argwhere(likeness >= threshold - _SAME_INDICATOR - _SAME_YEAR).tolist()
    below = {i: _stated(lower_read[i].shown) for i in {i for i, _ in near}}
    above = {j: _stated(upper_read[j].shown) for j in {j for _, j in near}}
    found = []
    for i, j in near:
        confidence = min(1.0, float(likeness[i, j]) + _adjustment(below[i], above[j]))
        if confidence >= threshold:
            found.append(Alike(i, j, round(confidence, 3)))
    return sorted(found, key=lambda pair: -pair.confidence)


def words_of(text: str) -> TaskWords:
    """What is compared of a task; read once where it is compared more than once."""
    shown = text[:_READ]
    words = _WORD.findall(_OLD_TONE.sub(lambda match: normalise_tones(match[0]), shown.lower()))
    return TaskWords(shown, frozenset((*words, *map(" ".join, pairwise(words)))))


def _as_words(text: str | TaskWords) -> TaskWords:
    return words_of(text) if isinstance(text, str) else text


def _stated(shown: str) -> _Stated:
    return _Stated(frozenset(_YEAR.findall(shown)), bool(_SHARE.search(shown)), _field_of(shown))


def _field_of(text: str) -> frozenset[str]:
    """The words that name the field of work: "trong lĩnh vực Văn hóa"; none where any field is meant."""
    for match in _FIELD.finditer(text):
        if not _ANY_FIELD.match(match[1]):
            return frozenset(_WORD.findall(normalise_tones(match[1]).lower())[:2])
    return frozenset()


def _adjustment(one: _Stated, other: _Stated) -> float:
    indicator = _SAME_INDICATOR if one.shares and other.shares else 0.0
    year = _SAME_YEAR if one.years & other.years else 0.0
    is_other_field = bool(one.field and other.field) and not one.field & other.field
    return indicator + year - (_OTHER_FIELD if is_other_field else 0.0)


def _cosines(lower: Sequence[TaskWords], upper: Sequence[TaskWords]) -> NDArray[np.float32]:
    """Cosine of every pair, shape (lower, upper). Only words of the upper list can meet: they are the columns."""
    weights = _rarity([*lower, *upper])
    squares = {term: weight * weight for term, weight in weights.items()}
    columns = {term: index for index, term in enumerate({term for read in upper for term in read.terms})}
    matrix = np.zeros((len(columns), len(upper)), dtype=np.float32)
    for j, read in enumerate(upper):
        for term in read.terms:
            matrix[columns[term], j] = squares[term]
        matrix[:, j] /= _length(read, squares)
    found = np.zeros((len(lower), len(upper)), dtype=np.float32)
    for i, read in enumerate(lower):
        shared = [columns[term] for term in read.terms & columns.keys()]
        if shared:
            found[i] = matrix[shared].sum(axis=0) / _length(read, squares)
    return found


def _length(read: TaskWords, squares: Mapping[str, float]) -> float:
    return math.sqrt(sum(map(squares.__getitem__, read.terms))) or 1.0


def _rarity(reads: Iterable[TaskWords]) -> dict[str, float]:
    """How much a term tells: the fewer tasks have it, the more."""
    count: Counter[str] = Counter()
    total = 0
    for read in reads:
        count.update(read.terms)
        total += 1
    return {
        term: math.log((total + 1) / (often + 0.5)) * (1.0 if " " in term else _WORD_WEIGHT)
        for term, often in count.items()
    }
