"""The words of many texts as numbers: what tasks are compared by, a hundred thousand of them in a second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kb.text import fold

# Characters of a text that are read: what stands farther on says how, not what.
READ = 600
# Words at the beginning of a text that name its action and its object.
HEAD = 14
# Texts read at a time, which bounds the memory.
_BATCH = 8_000
# Above the Latin letters of Vietnamese, in code points; nothing beyond is a letter of a task.
_LETTERS = 0x2000
_LONGEST_WORD = 48

Numbers = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Terms:
    """The words and pairs of words of `count` texts, each once a text: four arrays of one length, texts in order.

    `text` is the index of the text, `code` what stands for the word or pair (the same in every text), `is_head`
    whether it stands at the beginning of its text.
    """

    count: int
    text: NDArray[np.int64]
    code: NDArray[np.uint32]
    is_head: NDArray[np.bool_]

    @property
    def is_pair(self) -> NDArray[np.bool_]:
        return (self.code & 1).astype(np.bool_)


def terms_of(texts: Sequence[str]) -> Terms:
    """Words without case and diacritics, which scans misread, and pairs of neighbouring words."""
    parts = [_terms(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
    keys = [keys + np.uint64((number * _BATCH) << 32) for number, (keys, _) in enumerate(parts)]
    found: Numbers = np.concatenate(keys) if keys else np.zeros(0, dtype=np.uint64)
    heads = np.concatenate([heads for _, heads in parts]) if parts else np.zeros(0, dtype=np.bool_)
    return Terms(len(texts), (found >> np.uint64(32)).astype(np.int64), found.astype(np.uint32), heads)


def _terms(texts: Sequence[str]) -> tuple[Numbers, NDArray[np.bool_]]:
    """Keys (index of the text above, code of the term below 2³²) in ascending order, and which stand in a head."""
    words, owners = _words("\n".join(text[:READ].replace("\n", " ") for text in texts))
    ranks = np.arange(len(words)) - np.searchsorted(owners, owners)
    is_followed = owners[:-1] == owners[1:]
    pairs = _mixed(words[:-1] * np.uint64(0x9E3779B97F4A7C15) + words[1:])[is_followed]
    codes = np.concatenate([_mixed(words) & ~np.uint64(1), pairs | np.uint64(1)]) & np.uint64(0xFFFFFFFF)
    whose = np.concatenate([owners, owners[:-1][is_followed]]).astype(np.uint64)
    is_head = np.concatenate([ranks < HEAD, (ranks[1:] < HEAD)[is_followed]])
    # The lowest bit is 0 in a head, so that of a term that comes again the place in the head is kept.
    marked = np.sort((((whose << np.uint64(32)) | codes) << np.uint64(1)) | ~is_head)
    keys = marked >> np.uint64(1)
    is_first = np.diff(keys, prepend=~keys[:1]) != 0
    return keys[is_first], marked[is_first] & np.uint64(1) == 0


def _words(joined: str) -> tuple[Numbers, NDArray[Any]]:
    """A number for each word of texts joined by line ends, and the index of its text."""
    points = np.frombuffer(joined.encode("utf-32-le"), dtype=np.uint32)
    letters = _letters()[np.minimum(points, _LETTERS - 1)]
    places = np.flatnonzero(letters)
    if not len(places):
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    is_first = np.diff(places, prepend=places[0] - 2) > 1
    first = np.flatnonzero(is_first)
    offsets = np.arange(len(places)) - first[np.cumsum(is_first) - 1]
    spread = letters[places] * _powers()[np.minimum(offsets, _LONGEST_WORD - 1)]
    line_ends = np.flatnonzero(points == ord("\n"))
    return np.add.reduceat(spread, first), np.searchsorted(line_ends, places[first])


def _mixed(numbers: Numbers) -> Numbers:
    """Numbers whose lowest 32 bits depend on all 64 (the finaliser of SplitMix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


@cache
def _letters() -> Numbers:
    """By code point: the folded letter or digit, 0 for what parts words."""
    table = np.zeros(_LETTERS, dtype=np.uint64)
    for point in range(_LETTERS - 1):
        letter = chr(point)
        table[point] = ord(fold(letter)[:1] or letter) if letter.isalnum() else 0
    return table


@cache
def _powers() -> Numbers:
    return np.cumprod(np.full(_LONGEST_WORD, 0x100000001B3, dtype=np.uint64), dtype=np.uint64)
