"""A held document opened for answering: its text with the provisions, tasks and references that lie in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from kb.answer.times import years_of
from kb.answer.words import terms, words
from kb.bodies import spelled_out
from kb.catalogue import Catalogue
from kb.model import Document, DocumentSummary, Field, Linked, Provision, Task

# Documents kept open: a question touches about ten, and the next question often the same ones.
OPEN_BOOKS = 48


@dataclass(frozen=True)
class Book:
    """One document with its layers; spans lie in `document.text`."""

    document: Document
    provisions: tuple[Provision, ...]
    tasks: tuple[Task, ...]
    references: tuple[Linked, ...]

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def terms(self) -> frozenset[str]:
        """Every word and pair of words of the text and of the facts that a person corrected."""
        return frozenset(terms(words(self.text))) | terms(words(self._facts))

    @cached_property
    def years(self) -> frozenset[str]:
        return years_of(f"{self._facts} {self.text}")

    @cached_property
    def title_terms(self) -> frozenset[str]:
        return frozenset(terms(words(self.document.title or "")))

    @cached_property
    def plain_text(self) -> str:
        """Text and facts in lower case with tones normalised and the abbreviations of bodies spelled out."""
        return spelled_out(f"{self._facts} {self.text}").lower()

    @property
    def _facts(self) -> str:
        return " ".join(filter(None, (self.document.value(field) for field in Field)))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(provision.start for provision in self.provisions)

    def place(self, offset: int) -> Provision | None:
        """The innermost provision that holds a character; its own span does, since own spans join to the text."""
        index = bisect_right(self._starts, offset) - 1
        while index >= 0:
            provision = self.provisions[index]
            if provision.start <= offset < provision.end:
                return provision
            index = provision.parent if provision.parent is not None else index - 1
        return None

    def next_start(self, offset: int) -> int:
        """Where the next provision after a character begins; the end of the text when none does."""
        index = bisect_right(self._starts, offset)
        return self._starts[index] if index < len(self._starts) else len(self.text)

    def ancestors(self, provision: Provision) -> Iterator[Provision]:
        """The provisions above it, nearest first."""
        while provision.parent is not None:
            provision = self.provisions[provision.parent]
            yield provision

    def index_of(self, provision: Provision) -> int:
        """Its place in the list of provisions."""
        return self.provisions.index(provision, bisect_left(self._starts, provision.start))

    def below(self, provision: Provision) -> list[Provision]:
        """The provisions right below one, in order."""
        at = self.index_of(provision)
        return [item for item in self.provisions[at + 1 :] if item.parent == at]

    def at_path(self, path: str) -> Provision | None:
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, Provision]:
        return {provision.path: provision for provision in reversed(self.provisions)}

    def lead_in(self, provision: Provision) -> str:
        """What stands above a provision's own words: the headings and lead-ins of the units that hold it."""
        above = [self.text[item.start : item.own_end].strip() for item in self.ancestors(provision)]
        return "\n".join(reversed(above))

    def task_at(self, start: int, end: int) -> Task | None:
        """The task whose text shares most with the span, if any does."""
        shared = {task: min(task.end, end) - max(task.start, start) for task in self.tasks}
        best = max(shared, key=lambda task: shared[task], default=None)
        return best if best is not None and shared[best] > 0 else None


class Shelf:
    """Opens documents, and keeps the last ones open while the catalogue stays as it is (`follow` looks whether it did).
    Serves many threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._version = -1
        self._open: dict[str, Book] = {}
        self._summaries: tuple[DocumentSummary, ...] | None = None
        self._lock = Lock()

    def book(self, document_id: str) -> Book | None:
        """None when the document has just been taken out of the catalogue."""
        with self._lock:
            known = self._open.pop(document_id, None) or self._read(document_id)
            if known is not None:
                self._open[document_id] = known
                for oldest in list(self._open)[:-OPEN_BOOKS]:
                    del self._open[oldest]
            return known

    def summaries(self) -> tuple[DocumentSummary, ...]:
        """All held documents."""
        with self._lock:
            if self._summaries is None:
                self._summaries = self._catalogue.summaries()
            return self._summaries

    def tasks_of(self, document_id: str) -> tuple[Task, ...]:
        """The tasks of a document, without opening the rest of it."""
        known = self._open.get(document_id)
        return known.tasks if known else tuple(task for _, task in self._catalogue.tasks((document_id,)))

    def follow(self) -> None:
        """Closes what is open where the catalogue has changed; once a question, since asking costs 0.3 ms."""
        version = self._catalogue.version()
        with self._lock:
            if version != self._version:
                self._version, self._open, self._summaries = version, {}, None

    def _read(self, document_id: str) -> Book | None:
        document = self._catalogue.document(document_id)
        if document is None:
            return None
        return Book(
            document=document,
            provisions=self._catalogue.provisions(document_id),
            tasks=tuple(task for _, task in self._catalogue.tasks((document_id,))),
            references=self._catalogue.references(document_id),
        )
