"""Abbreviations both ways: CĐS ↔ chuyển đổi số. A base list, and those that the documents define."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from kb.lexicon.words import plain, words
from kb.text import fold

BASE_FILE = "abbreviations.tsv"
BASE_COUNT = 3  # a base meaning outweighs two definitions of another one
LONGEST_SPAN = 14  # words before the bracket among which the full form is looked for

# "(sau đây viết tắt là CĐS)", "(sau đây gọi tắt là BCĐ)", "(viết tắt: CNTT)", "(CĐS)".
_DEFINED = re.compile(
    r"\(\s*\**(?:(?:sau đây\s+)?(?:được\s+)?(?:viết|gọi)\s+tắt(?:\s+là)?\s*:?\s*)?[\"“*]*"
    r"(?P<short>[A-ZĐÂÊÔƯĂƠ][A-ZĐÂÊÔƯĂƠ&\-]{1,9})[\"”*]*\s*\)"
)


def defined(text: str) -> Iterator[tuple[str, str]]:
    """(abbreviation, full form) as a text defines them: the initials of the words before the bracket agree."""
    for match in _DEFINED.finditer(text):
        before = words(text[max(0, match.start() - LONGEST_SPAN * 10) : match.start()])[-LONGEST_SPAN:]
        full = _full_form(match["short"], before)
        if full:
            yield match["short"], full


def _full_form(short: str, before: list[str]) -> str | None:
    """The words right before the bracket whose initials are the abbreviation; "và" may be left out or be "&"."""
    letters = [letter for letter in fold(short) if letter.isalpha()]
    index, taken = len(before), []
    for letter in reversed(letters):
        index -= 1
        if index >= 0 and before[index] == "và" and letter != "v":
            taken.append(before[index])
            index -= 1
        if index < 0 or fold(before[index])[:1] != letter:
            return None
        taken.append(before[index])
    return " ".join(reversed(taken)) if len(letters) >= 2 else None


class Abbreviations:
    """Counts who means what; the most frequent meaning holds."""

    def __init__(self) -> None:
        self._meanings: dict[str, Counter[str]] = defaultdict(Counter)
        self._shorts: dict[str, set[str]] = defaultdict(set)

    @classmethod
    def with_base(cls) -> Abbreviations:
        found = cls()
        for line in files("kb.lexicon").joinpath(BASE_FILE).read_text(encoding="utf-8").splitlines():
            short, full = line.split("\t")
            found._add(short, full, BASE_COUNT)
        return found

    def learn(self, text: str) -> None:
        for short, full in defined(text):
            self._add(short, full, 1)

    def unlearn(self, text: str) -> None:
        """Takes the definitions of a text that was learnt out again."""
        for short, full in defined(text):
            meanings = self._meanings.get(plain(short), Counter())
            meanings[plain(full)] -= 1
            if meanings[plain(full)] <= 0:
                del meanings[plain(full)]
                self._shorts[plain(full)].discard(plain(short))
            if not meanings:
                self._meanings.pop(plain(short), None)

    def _add(self, short: str, full: str, count: int) -> None:
        self._meanings[plain(short)][plain(full)] += count
        self._shorts[plain(full)].add(plain(short))

    def meaning(self, short: str) -> str | None:
        """The full form of an abbreviation, typed in any case, with its Đ or with D for it."""
        key = plain(short)
        found = self._meanings.get(key)
        if found is None and "d" in key:
            found = self._meanings.get(key.replace("d", "đ"))
        return found.most_common(1)[0][0] if found else None

    def shorts(self, full: str) -> frozenset[str]:
        """The abbreviations whose main meaning is this."""
        known = self._shorts.get(plain(full), ())
        return frozenset(short for short in known if self._meanings[short].most_common(1)[0][0] == plain(full))

    def longest_full_form(self) -> int:
        """Words in the longest full form known."""
        return max((full.count(" ") + 1 for full, shorts in self._shorts.items() if shorts), default=0)

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(self._meanings, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Abbreviations:
        """Raises OSError or ValueError for a damaged file."""
        found = cls()
        for short, meanings in json.loads(path.read_text(encoding="utf-8")).items():
            for full, count in meanings.items():
                found._add(short, full, count)
        return found
