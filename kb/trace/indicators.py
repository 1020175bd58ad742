"""Indicators: what share is to be reached by when ("80 % dịch vụ công trực tuyến … đến năm 2025")."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.model import Document, Provision
from kb.text import collapse, normalise_tones

# Words that say how a share is stated, not what of.
_FILLERS = frozenset(
    re.findall(
        r"\w+",
        "đạt tối thiểu trên dưới ít nhất phấn đấu khoảng chiếm đến năm hết tỷ tỉ lệ trọng là được và các của có hơn "
        "từ mức ở trong đó giai đoạn mục tiêu bảo đảm duy trì phải với cho theo",
    )
)
_SHARE = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*%")
_CELL_SHARE = re.compile(r"^[≥>=<≤\s]*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_TARGET_YEAR = re.compile(r"(?:đến|hết|năm|trước)\s+(?:hết\s+)?(?:năm\s+)?(20\d\d)", re.IGNORECASE)
_CLAUSE = re.compile(r"[^;\n]+?(?:[;\n]|\.(?!\d)|$)")
_WORD = re.compile(r"[^\W\d_]+")
# Fewer words than this do not tell one indicator from another.
_LEAST_WORDS = 3
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Indicator:
    """`subject` are the words that say what is measured; `value` in percent; text[start:end] states it."""

    subject: tuple[str, ...]
    value: float
    year: int | None
    path: str
    start: int
    end: int
    quote: str


def indicators(document: Document, provisions: Sequence[Provision]) -> list[Indicator]:
    """Every share that a document sets, in order. The year stands beside it or in a heading above."""
    found = []
    for index, provision in enumerate(provisions):
        text = document.text[provision.start : provision.own_end]
        if "%" not in text:
            continue
        above = _year_above(index, provisions, document.text)
        cells = text.split(" | ")
        read = _of_row(cells, text) if len(cells) > 2 else _of_prose(text)
        for start, end, subject, value in read:
            quote = text[start:end]
            year = _year_in(quote) or above
            first = provision.start + start
            found.append(Indicator(subject, value, year, provision.path, first, first + len(quote), quote))
    return found


class Sameness:
    """How much of their words two indicators share, each word weighed by how few of the indicators have it."""

    def __init__(self, known: Iterable[Indicator]) -> None:
        groups = [_terms(indicator.subject) for indicator in known]
        count = Counter(term for group in groups for term in group)
        self._weights = {term: math.log(1 + len(groups) / often) for term, often in count.items()}

    def __call__(self, one: Indicator, other: Indicator) -> float:
        """1 the same, 0 nothing in common (Dice, over words and pairs of words)."""
        first, second = _terms(one.subject), _terms(other.subject)
        whole = self._weight(first) + self._weight(second)
        return 2 * self._weight(first & second) / whole if whole else 0.0

    def _weight(self, terms: set[str]) -> float:
        return sum(self._weights.get(term, 1.0) for term in terms)


def _terms(words: Sequence[str]) -> set[str]:
    return {*words, *(f"{a} {b}" for a, b in pairwise(words))}


def _of_prose(text: str) -> Iterator[tuple[int, int, tuple[str, ...], float]]:
    for clause in _CLAUSE.finditer(text):
        shares = list(_SHARE.finditer(clause[0]))
        for index, share in enumerate(shares):
            begin = shares[index - 1].end() if index else 0
            until = shares[index + 1].start() if index + 1 < len(shares) else len(clause[0])
            before, after = clause[0][begin : share.start()], clause[0][share.end() : until]
            subject = _subject(after) if len(_subject(before)) < _LEAST_WORDS else _subject(before)
            if len(subject) >= _LEAST_WORDS:
                start, end = _trimmed(text, clause.start(), clause.end())
                yield start, end, subject, _number(share[1])


def _of_row(cells: Sequence[str], text: str) -> Iterator[tuple[int, int, tuple[str, ...], float]]:
    """A row of a table of targets: the longest cell says what, a cell that is a share says how much."""
    subject = _subject(max(cells, key=lambda cell: len(_WORD.findall(cell))))
    has_unit = any(cell.strip().startswith("%") for cell in cells)
    values = [match for cell in cells[1:] if (match := _CELL_SHARE.match(collapse(cell)))]
    if values and len(subject) >= _LEAST_WORDS and (has_unit or "%" in values[0][0]):
        yield *_trimmed(text, 0, len(text)), subject, _number(values[0][1])


def _subject(words: str) -> tuple[str, ...]:
    plain = normalise_tones(_TARGET_YEAR.sub(" ", words)).lower()
    return tuple(word for word in _WORD.findall(plain) if word not in _FILLERS)[:_MOST_WORDS]


def _year_above(index: int, provisions: Sequence[Provision], text: str) -> int | None:
    parent = provisions[index].parent
    while parent is not None:
        unit = provisions[parent]
        year = _year_in(text[unit.start : unit.own_end][:200])
        if year:
            return year
        parent = unit.parent
    return None


def _year_in(words: str) -> int | None:
    targets = _TARGET_YEAR.findall(words) or _YEAR.findall(words)
    return int(targets[0]) if len(set(targets)) == 1 else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _number(printed: str) -> float:
    return float(printed.replace(",", "."))
