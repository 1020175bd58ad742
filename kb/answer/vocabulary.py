"""In how many passages of the catalogue each word stands: which words of a question tell, and which are unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from threading import Lock

from kb.answer.words import content_terms, rarity, words
from kb.catalogue import Catalogue


class Vocabulary:
    """Follows the catalogue as it changes. One instance serves many threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._version = -1
        self._of_document: dict[str, tuple[Counter[str], int]] = {}
        self._frequency: Counter[str] = Counter()
        self._total = 0
        self._lock = Lock()

    @property
    def passage_count(self) -> int:
        self._follow()
        return self._total

    @property
    def document_count(self) -> int:
        self._follow()
        return len(self._of_document)

    def unknown(self, tokens: Iterable[str]) -> tuple[str, ...]:
        """The words that no passage holds, in order."""
        self._follow()
        return tuple(token for token in dict.fromkeys(tokens) if token not in self._frequency)

    def weights(self, tokens: list[str]) -> dict[str, float]:
        """The telling terms among the words of a question, with how rare they are; a pair weighs as its words do."""
        self._follow()
        return {term: self._weight(term) for term in content_terms(tokens)}

    def _weight(self, term: str) -> float:
        parts = term.split()
        return sum(rarity(self._frequency[part], self._total) for part in parts) / len(parts)

    def _follow(self) -> None:
        with self._lock:
            now, changed = self._catalogue.changes_since(self._version)
            if now == self._version:
                return
            for document_id in changed:
                counted, passages = self._of_document.pop(document_id, (Counter(), 0))
                self._frequency.subtract(counted)
                self._total -= passages
            self._count(changed, everything=self._version < 0)
            self._frequency += Counter()  # drops the words that no passage holds any more
            self._version = now

    def _count(self, document_ids: Sequence[str], everything: bool) -> None:
        for stored in self._catalogue.passages(None if everything else document_ids):
            counted, passages = self._of_document.get(stored.document_id, (Counter(), 0))
            counted.update(set(words(stored.passage.text)) | set(words(stored.passage.context)))
            self._of_document[stored.document_id] = (counted, passages + 1)
        for document_id in self._of_document if everything else document_ids:
            counted, passages = self._of_document.get(document_id, (Counter(), 0))
            self._frequency.update(counted)
            self._total += passages
