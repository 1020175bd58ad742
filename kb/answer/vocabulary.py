"""How telling the words of a question are, and which of them the catalogue does not know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from kb.answer.words import content_terms, rarity


class Frequencies(Protocol):
    """What is known of words: in how many passages each stands."""

    @property
    def passage_count(self) -> int: ...

    def frequencies(self, terms: Sequence[str]) -> Mapping[str, int]: ...


class Vocabulary:
    """The words of the held passages as search counts them."""

    def __init__(self, counted: Frequencies) -> None:
        self._counted = counted

    @property
    def passage_count(self) -> int:
        return self._counted.passage_count

    def unknown(self, tokens: Iterable[str]) -> tuple[str, ...]:
        """The words that no passage holds, in order."""
        wanted = list(dict.fromkeys(tokens))
        known = self._counted.frequencies(wanted)
        return tuple(token for token in wanted if not known[token])

    def weights(self, tokens: list[str]) -> dict[str, float]:
        """The telling terms among the words of a question, with how rare they are; a pair weighs as its words do."""
        wanted = content_terms(tokens)
        singles = list(dict.fromkeys(part for term in wanted for part in term.split()))
        counts, total = self._counted.frequencies(singles), self.passage_count
        rare = {single: rarity(counts[single], total) for single in singles}
        return {term: sum(rare[part] for part in term.split()) / (term.count(" ") + 1) for term in wanted}
