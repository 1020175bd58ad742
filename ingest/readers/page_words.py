"""What a page holds, whether it was printed to PDF or recognised: words and drawn lines with their places.

Places are in points (1/72 inch) from the upper left corner of the page as it is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

# Of a word's height: words whose middles differ by less stand on one line.
_SAME_LINE = 0.5
# Of a word's height: a wider gap is no space between words.
_WORD_GAP = 0.9


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    italic: bool = False

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: horizontal where `left` < `right`, vertical where `top` < `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_horizontal(self) -> bool:
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """`number` is 1-based; `words` in the order of the file; `recognised` says that they come from a picture."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    recognised: bool = False


@dataclass(frozen=True)
class PrintedLine:
    """Words side by side on a page, left to right."""

    words: tuple[Word, ...]
    page: int

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def left(self) -> float:
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @cached_property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @cached_property
    def height(self) -> float:
        return median(word.height for word in self.words)

    @cached_property
    def middle(self) -> float:
        return median(word.middle for word in self.words)

    @cached_property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @cached_property
    def italic(self) -> bool:
        return all(word.italic for word in self.words)

    def segments(self, gap: float) -> list[tuple[float, float]]:
        """From where to where the line is printed, taken apart at white that is at least `gap` points wide."""
        parts: list[tuple[float, float]] = []
        for word in self.words:
            if parts and word.left - parts[-1][1] < gap:
                parts[-1] = (parts[-1][0], max(parts[-1][1], word.right))
            else:
                parts.append((word.left, word.right))
        return parts

    def gaps(self) -> list[tuple[float, float]]:
        """Places between words that are wider than a space."""
        limit = max(self.height * _WORD_GAP, 1.0)
        pairs = zip(self.words, self.words[1:], strict=False)
        return [(before.right, after.left) for before, after in pairs if after.left - before.right > limit]


def printed_lines(words: Sequence[Word], page: int) -> list[PrintedLine]:
    """The lines of a page from top to bottom; a word stamped into a blank joins the line it stands on."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.middle):
        line = lines[-1] if lines else None
        if line is not None and _is_beside(line, word):
            line.append(word)
        else:
            lines.append([word])
    return [PrintedLine(tuple(sorted(line, key=lambda word: word.left)), page) for line in lines]


def _is_beside(line: Sequence[Word], word: Word) -> bool:
    reference = line[0]
    limit = _SAME_LINE * max(min(reference.height, word.height), 1.0)
    return abs(word.middle - reference.middle) < limit or _lies_within(word, line[-1])


def _lies_within(word: Word, other: Word) -> bool:
    """A small word (a raised note, a stop) whose height lies within that of the word before it on the line."""
    is_smaller = word.height < 0.75 * other.height
    return is_smaller and word.top >= other.top - 1 and word.bottom <= other.bottom + 1
