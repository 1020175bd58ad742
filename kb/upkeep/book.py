"""The health of every held document, kept up with the catalogue: only what changed is looked at again."""

from __future__ import annotations

from collections.abc import Callable, Collection
from threading import Lock

from kb.catalogue import Catalogue
from kb.upkeep.health import DocumentHealth, reading_health, with_counts

# Told how many of how many documents were looked at.
Progress = Callable[[int, int], None]


class HealthBook:
    """One for a process; several threads may ask."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._following = Lock()
        self._version = -1
        self._readings: dict[str, DocumentHealth] = {}

    def follow(self, progress: Progress | None = None) -> tuple[DocumentHealth, ...]:
        """The health of each document now, what wants a person's look first. Raises StorageFault."""
        with self._following:
            now, changed = self._catalogue.changes_since(self._version)
            held = [item.id for item in self._catalogue.summaries()]
            self._look_at(held, set(changed), progress)
            self._version = now
            counts = self._catalogue.reference_counts()
            found = [with_counts(self._readings[one], counts.get(one, {})) for one in held if one in self._readings]
        return tuple(sorted(found, key=lambda health: -health.trouble))

    def _look_at(self, held: list[str], changed: Collection[str], progress: Progress | None) -> None:
        self._readings = {one: self._readings[one] for one in held if one in self._readings and one not in changed}
        wanted = [one for one in held if one not in self._readings]
        for done, one in enumerate(wanted):
            if progress:
                progress(done, len(wanted))
            document = self._catalogue.document(one)
            # A document that was removed meanwhile is no longer there to be looked at.
            if document is not None:
                self._readings[one] = reading_health(document, self._catalogue.provisions(one))
