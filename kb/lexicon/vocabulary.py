"""What words and two-word phrases the held passages use, and in how many passages each stands."""

from __future__ import annotations

import json
import threading
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
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

FRESH = 1_000_000  # phrases kept unsorted before they are merged among the sorted ones: 8 MB

Keys = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.uint32]


def phrase_key(phrase: str) -> int:
    """64 bits that stand for a two-word phrase."""
    one, _, other = phrase.partition(" ")
    return (_word_key(one) << 32) | _word_key(other)


@lru_cache(maxsize=1 << 16)
def _word_key(word: str) -> int:
    return crc32(word.encode())


@cache
def _base() -> Counter[str]:
    """In how many lines of the base list each word and phrase stands; under "" how many lines there are."""
    lines = files("kb.lexicon").joinpath(BASE_FILE).read_text(encoding="utf-8").splitlines()
    return Counter({"": len(lines)}) + Counter(term for line in lines for term in set(terms(line)))


class Vocabulary:
    """Counts of passages. Words are kept as text; phrases as sorted keys, 12 bytes each, new ones unsorted at first.

    The words of the base list are known beside those of the passages, for reading what is typed, and count in none.
    """

    def __init__(self) -> None:
        self.passage_count = 0
        self._words: dict[str, int] = {}
        self._phrases: tuple[Keys, Counts] = (np.empty(0, np.uint64), np.empty(0, np.uint32))
        self._fresh = array("Q")
        self._merging = threading.Lock()
        self._base = _base()
        self._folded: dict[str, list[str]] | None = None
        self._sorted: list[str] | None = None

    def learn(self, text: str) -> None:
        """Counts one passage."""
        self.learn_terms(set(terms(text)))

    def learn_terms(self, found: Iterable[str]) -> None:
        """Counts one passage by its different words and phrases."""
        known = self._words
        with self._merging:
            self.passage_count += 1
            for term in found:
                if is_phrase(term):
                    self._fresh.append(phrase_key(term))
                elif term in known:
                    known[term] += 1
                else:
                    known[term] = 1
                    self._folded = self._sorted = None
            if len(self._fresh) > max(FRESH, len(self._phrases[0]) // 4):
                self._merge()

    def unlearn_terms(self, found: Iterable[str]) -> None:
        """Takes one passage that was counted out again."""
        keys = [phrase_key(term) for term in found if is_phrase(term)]
        known = self._words
        with self._merging:
            if self._fresh:
                self._merge()
            self.passage_count -= 1
            for term in found:
                count = known.get(term, 0)
                if count > 1:
                    known[term] = count - 1
                elif count:
                    del known[term]
                    self._folded = self._sorted = None
            self._take_out(np.array(keys, np.uint64))

    def _take_out(self, keys: Keys) -> None:
        """Phrases that stand in no passage any more keep their place with a count of 0."""
        sorted_keys, counts = self._phrases
        if not len(sorted_keys):
            return
        places = np.minimum(np.searchsorted(sorted_keys, keys), len(sorted_keys) - 1)
        counts[places[(sorted_keys[places] == keys) & (counts[places] > 0)]] -= 1

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
        keys, counts = self._sorted_phrases()
        index = int(np.searchsorted(keys, np.uint64(key)))
        return int(counts[index]) if index < len(keys) and int(keys[index]) == key else 0

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
        keys, counts = self._sorted_phrases()
        head = json.dumps({"passages": self.passage_count, "words": self._words}, ensure_ascii=False)
        with path.open("wb") as file:
            np.savez(file, head=np.frombuffer(head.encode(), np.uint8), keys=keys, counts=counts)

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """Raises OSError, ValueError or KeyError for a damaged file."""
        vocabulary = cls()
        with np.load(path) as stored:
            head: dict[str, Any] = json.loads(stored["head"].tobytes())
            vocabulary._phrases = stored["keys"], stored["counts"]
        vocabulary.passage_count, vocabulary._words = head["passages"], head["words"]
        return vocabulary

    def _sorted_phrases(self) -> tuple[Keys, Counts]:
        if self._fresh:
            with self._merging:
                self._merge()
        return self._phrases

    def _merge(self) -> None:
        """Moves the new phrases among the sorted ones. Both are sorted then, which a stable sort merges in one pass."""
        fresh, fresh_counts = np.unique(np.frombuffer(self._fresh, np.uint64), return_counts=True)
        keys = np.concatenate((self._phrases[0], fresh))
        counts = np.concatenate((self._phrases[1], fresh_counts.astype(np.uint32)))
        order = np.argsort(keys, kind="stable")
        keys, counts = keys[order], counts[order]
        first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, np.intp)
        self._phrases = (keys[first], np.add.reduceat(counts, first) if len(first) else counts)
        self._fresh = array("Q")
