"""Indicators: how much of what is to be reached by when ("80 % dịch vụ công trực tuyến … đến năm 2025")."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.model import Document, Provision
from kb.text import collapse, fold, normalise_tones
from kb.trace.quantities import Bound, Quantity, bound_before, number_of, quantities

# Words that say how a share is stated, not what of.
_FILLERS = frozenset(
    re.findall(
        r"\w+",
        "đạt tối thiểu trên dưới ít nhất phấn đấu khoảng chiếm đến năm hết tỷ tỉ lệ trọng là được và các của có hơn "
        "từ mức ở trong đó giai đoạn mục tiêu bảo đảm duy trì phải với cho theo đa không quá vượt",
    )
)
_CELL_VALUE = re.compile(r"^(?P<bound>[≥>=<≤\s]*)(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d+)?)\s*(?P<share>%)?$")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_TARGET_YEAR = re.compile(r"(?:đến|hết|năm|trước)\s+(?:hết\s+)?(?:năm\s+)?(20\d\d)", re.IGNORECASE)
_CLAUSE = re.compile(r"[^;\n]+?(?:[;\n]|\.(?!\d)|$)")
_WORD = re.compile(r"[^\W\d_]+")
# What is measured stands behind the noun that measures it; in a clause of several numbers, each has a part.
_MEASURE = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|số lượng|tổng số)(?!\w)", re.IGNORECASE)
_PART = re.compile(r"(?:,|(?<!\w)(?:trong đó|và)(?!\w))", re.IGNORECASE)
# Fewer words than this do not tell one indicator from another.
_LEAST_WORDS = 3
_HEAD = 3
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Indicator:
    """`subject` are the folded words that say what is measured, its head first; text[start:end] states it."""

    subject: tuple[str, ...]
    value: float
    unit: str
    bound: Bound
    printed: str
    year: int | None
    path: str
    start: int
    end: int
    quote: str


def indicators(document: Document, provisions: Sequence[Provision]) -> list[Indicator]:
    """Every quantity that a document sets, in order. The year stands beside it or in a heading above."""
    found = []
    for index, provision in enumerate(provisions):
        text = document.text[provision.start : provision.own_end]
        cells = text.split(" | ")
        read = list(_of_row(cells, text) if len(cells) > 2 else _of_prose(text))
        above = _year_above(index, provisions, document.text) if read else None
        for start, end, subject, quantity in read:
            quote = text[start:end]
            year = _year_in(quote) or above
            first = provision.start + start
            found.append(
                Indicator(
                    subject, quantity.value, quantity.unit, quantity.bound, quantity.printed, year, provision.path,
                    first, first + len(quote), quote,
                )
            )  # fmt: skip
    return found


def same_head(one: Indicator, other: Indicator) -> bool:
    """Whether the noun phrases that are measured begin alike: two of their first three words."""
    first, second = set(one.subject[:_HEAD]), set(other.subject[:_HEAD])
    return len(first & second) >= min(len(first), len(second), _HEAD - 1)


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


def _of_prose(text: str) -> Iterator[tuple[int, int, tuple[str, ...], Quantity]]:
    for clause in _CLAUSE.finditer(text):
        found = list(quantities(clause[0]))
        for index, quantity in enumerate(found):
            begin = found[index - 1].end if index else 0
            until = found[index + 1].start if index + 1 < len(found) else len(clause[0])
            subject = _subject_of(clause[0][begin : quantity.start], clause[0], quantity, until, is_first=index == 0)
            if len(subject) >= _LEAST_WORDS:
                yield *_trimmed(text, clause.start(), clause.end()), subject, quantity


def _subject_of(before: str, clause: str, quantity: Quantity, until: int, *, is_first: bool) -> tuple[str, ...]:
    """What is measured: named before the number ("tỷ lệ … đạt 80%"), else behind it ("80% dịch vụ công …")."""
    if not is_first:
        # "… đạt 2% GDP, trong đó kinh phí từ xã hội chiếm hơn 60%": the last part of the clause has its own subject.
        last = _subject(_PART.split(before)[-1])
        before = _PART.split(before)[-1] if len(last) >= _LEAST_WORDS else before
    named = _subject(_MEASURE.split(before)[-1])
    if len(named) >= _LEAST_WORDS:
        return named
    counted = "" if quantity.is_share else quantity.unit
    return _subject(f"{counted} {clause[quantity.end : until]}")


def _of_row(cells: Sequence[str], text: str) -> Iterator[tuple[int, int, tuple[str, ...], Quantity]]:
    """A row of a table of targets: the longest cell says what, a cell that is a share says how much."""
    subject = _subject(_MEASURE.split(max(cells, key=lambda cell: len(_WORD.findall(cell))))[-1])
    has_unit = any(cell.strip().startswith("%") for cell in cells)
    values = [match for cell in cells[1:] if (match := _CELL_VALUE.match(collapse(cell)))]
    if values and len(subject) >= _LEAST_WORDS and (has_unit or values[0]["share"]):
        value, bound = number_of(values[0]["number"]), bound_before(values[0]["bound"])
        yield *_trimmed(text, 0, len(text)), subject, Quantity(0, 0, value, "%", bound, f"{values[0]['number']}%")


def _subject(words: str) -> tuple[str, ...]:
    plain = normalise_tones(_TARGET_YEAR.sub(" ", words)).lower()
    return tuple(fold(word) for word in _WORD.findall(plain) if word not in _FILLERS)[:_MOST_WORDS]


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
