"""What words and two-word phrases the held passages use, and in how many passages each stands."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from kb.lexicon.words import is_phrase, terms
from kb.text import fold

BASE_FILE = "base.txt"  # common words of questions and of official language, for catalogues that hold little

# Official texts seldom ask, so that a line of the base list counts as several of their passages.
BASE_LEAST = 3
BASE_SHARE = 300  # passages for one more

Keys = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.uint32]


def phrase_key(phrase: str) -> int:
    """64 bits that stand for a two-word phrase."""
    one, _, other = phrase.partition(" ")
    return (crc32(one.encode()) << 32) | crc32(other.encode())


@cache
def _base() -> Counter[str]:
    """In how many lines of the base list each word and phrase stands; under "" how many lines there are."""
    lines = files("kb.lexicon").joinpath(BASE_FILE).read_text(encoding="utf-8").splitlines()
    return Counter({"": len(lines)}) + Counter(term for line in lines for term in set(terms(line)))


class Vocabulary:
    """Counts of passages. Words are kept as text; phrases as sorted keys, 12 bytes each, and new ones in a table.

    The words of the base list are known beside those of the passages, for reading what is typed, and count in none.
    """

    def __init__(self) -> None:
        self.passage_count = 0
        self._words: dict[str, int] = {}
        self._keys: Keys = np.empty(0, np.uint64)
        self._counts: Counts = np.empty(0, np.uint32)
        self._new_phrases: Counter[int] = Counter()
        self._base = _base()
        self._folded: dict[str, list[str]] | None = None
        self._sorted: list[str] | None = None

    def learn(self, text: str) -> None:
        """Counts one passage."""
        self.learn_terms(set(terms(text)))

    def learn_terms(self, found: Iterable[str]) -> None:
        """Counts one passage by its different words and phrases."""
        self.passage_count += 1
        known = self._words
        for term in found:
            if is_phrase(term):
                self._new_phrases[phrase_key(term)] += 1
            else:
                if term not in known:
                    self._folded = self._sorted = None
                known[term] = known.get(term, 0) + 1

    def count(self, term: str) -> int:
        """In how many passages a word or two-word phrase stands (in the form of `plain`)."""
        return self._phrase_count(phrase_key(term)) if is_phrase(term) else self._words.get(term, 0)

    def weight(self, term: str) -> int:
        """How usual a word or phrase is: its passages, and its lines in the base list by their weight."""
        return self.count(term) + self._base[term] * self._base_weight

    @property
    def total_weight(self) -> int:
        """What a word would weigh that stands in every passage and every line of the base list."""
        return self.passage_count + self._base[""] * self._base_weight

    @property
    def _base_weight(self) -> int:
        return max(BASE_LEAST, self.passage_count // BASE_SHARE)

    def _phrase_count(self, key: int) -> int:
        index = int(np.searchsorted(self._keys, np.uint64(key)))
        is_stored = index < len(self._keys) and int(self._keys[index]) == key
        return (int(self._counts[index]) if is_stored else 0) + self._new_phrases.get(key, 0)

    def forms(self, folded: str) -> list[str]:
        """The known words that are written so without diacritics."""
        return self._by_folded().get(folded, [])

    def beginning_with(self, start: str, most: int, after: str | None = None) -> list[str]:
        """The known words that begin so (without marks: whatever their marks), those usual after a word first."""
        found = [word for word in self._with_prefix(fold(start)) if start.isascii() or word.startswith(start)]
        found.sort(key=lambda word: (-self.weight(f"{after} {word}") if after else 0, -self.weight(word), word))
        return found[:most]

    def _with_prefix(self, folded: str) -> Iterator[str]:
        table = self._by_folded()
        if self._sorted is None:
            self._sorted = sorted(table)
        for index in range(bisect_left(self._sorted, folded), len(self._sorted)):
            if not self._sorted[index].startswith(folded):
                return
            yield from table[self._sorted[index]]

    def _by_folded(self) -> dict[str, list[str]]:
        if self._folded is None:
            table: dict[str, list[str]] = defaultdict(list)
            for word in self._every_word():
                table[fold(word)].append(word)
            self._folded = dict(table)
        return self._folded

    def _every_word(self) -> set[str]:
        return {*self._words, *(term for term in self._base if term and not is_phrase(term))}

    def save(self, path: Path) -> None:
        """Raises OSError."""
        self._merge()
        head = json.dumps({"passages": self.passage_count, "words": self._words}, ensure_ascii=False)
        with path.open("wb") as file:
            np.savez(file, head=np.frombuffer(head.encode(), np.uint8), keys=self._keys, counts=self._counts)

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """Raises OSError, ValueError or KeyError for a damaged file."""
        vocabulary = cls()
        with np.load(path) as stored:
            head: dict[str, Any] = json.loads(stored["head"].tobytes())
            vocabulary._keys, vocabulary._counts = stored["keys"], stored["counts"]
        vocabulary.passage_count, vocabulary._words = head["passages"], head["words"]
        return vocabulary

    def _merge(self) -> None:
        """Moves the new phrases among the sorted ones."""
        if not self._new_phrases:
            return
        keys = np.fromiter(self._new_phrases.keys(), np.uint64, len(self._new_phrases))
        counts = np.fromiter(self._new_phrases.values(), np.uint32, len(self._new_phrases))
        every, place = np.unique(np.concatenate((self._keys, keys)), return_inverse=True)
        total = np.zeros(len(every), np.uint32)
        np.add.at(total, place, np.concatenate((self._counts, counts)))
        self._keys, self._counts = every, total
        self._new_phrases = Counter()
