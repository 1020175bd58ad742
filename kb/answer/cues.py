"""Patterns for questions, which are typed with diacritics or without."""

from __future__ import annotations

import re

from kb.text import fold, has_diacritics, normalise_tones


class Cue:
    """A pattern for questions, written with diacritics; without them it reads questions that have none."""

    def __init__(self, pattern: str) -> None:
        self._marked = re.compile(normalise_tones(pattern))
        self._plain = re.compile(fold(pattern))

    def search(self, text: str) -> re.Match[str] | None:
        """Looks in a lower-case text, with or without diacritics."""
        return (self._marked if has_diacritics(text) else self._plain).search(text)


def pattern(text: str) -> re.Pattern[str]:
    """A pattern for texts whose tones are normalised, letter case ignored."""
    return re.compile(normalise_tones(text), re.IGNORECASE)
