"""What has become of each document, kept until the catalogue changes: every result of a search asks for it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from kb.catalogue import Catalogue

if TYPE_CHECKING:
    from kb.trace import Tracer


class Standings:
    """Answers from memory what the tracer found, and forgets it when the catalogue changes. Serves many threads."""

    def __init__(self, catalogue: Catalogue, tracer: Tracer) -> None:
        self._catalogue = catalogue
        self._tracer = tracer
        self._lock = Lock()
        self._version = -1
        self._warnings: dict[str, tuple[str, ...]] = {}
        self._ended: tuple[str, ...] | None = None

    def warnings(self, document_id: str) -> tuple[str, ...]:
        """What a reader of this document (held or registered) should know, in Vietnamese."""
        with self._lock:
            self._follow()
            if document_id not in self._warnings:
                self._warnings[document_id] = self._tracer.document_warnings(document_id)
            return self._warnings[document_id]

    def not_in_force(self) -> tuple[str, ...]:
        """Ids of held documents that were replaced or repealed as a whole."""
        with self._lock:
            self._follow()
            if self._ended is None:
                self._ended = self._tracer.ended([summary.id for summary in self._catalogue.summaries()])
            return self._ended

    def _follow(self) -> None:
        version = self._catalogue.version()
        if version != self._version:
            self._version, self._warnings, self._ended = version, {}, None
