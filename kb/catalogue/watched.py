"""A catalogue that tells how far the reading of all its passages is, which is how far the building of an index is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kb.catalogue.store import Catalogue, StoredPassage

# Passages between two reports.
_EVERY = 500


class WatchedCatalogue(Catalogue):
    """`report` is told how many of how many passages were read, whenever all are."""

    def __init__(self, url: str, report: Callable[[int, int], None]) -> None:
        super().__init__(url)
        self._report = report

    def passages(self, ids: Sequence[str] | None = None, encoder: str = "") -> Iterator[StoredPassage]:
        read = super().passages(ids, encoder)
        return read if ids is not None else self._told(read)

    def _told(self, read: Iterator[StoredPassage]) -> Iterator[StoredPassage]:
        total = self.count()["passages"]
        for done, passage in enumerate(read):
            if done % _EVERY == 0:
                self._report(done, total)
            yield passage
        self._report(total, total)
