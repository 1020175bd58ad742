"""Passages, hits and answers: what is embedded, what is found, what is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kb.model.document import Level


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded and searched: a span of one provision, under its headings.

    `id` is stable while document, path and text stay. `context` is the document's title and the headings above.
    """

    id: str
    path: str
    start: int
    end: int
    text: str
    heading: str | None
    context: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """Restricts a search; None or an empty tuple leaves a field free."""

    kinds: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    localities: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    issued_from: date | None = None
    issued_to: date | None = None
    in_force: bool = False
    document_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. `document_id` is None for an entry of the registry. `score` is in [0, 1]; `why` is Vietnamese."""

    rank: int
    document_id: str | None
    registry_id: str | None
    number: str | None
    title: str | None
    source: str | None
    path: str
    heading: str | None
    text: str
    start: int
    end: int
    page: int | None
    score: float
    why: str
    warnings: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    query: str
    understood_as: str
    hits: tuple[Hit, ...]
    took_ms: float
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    searched: str = ""
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quotation: `document.text[start:end] == quote`, always."""

    n: int
    document_id: str
    number: str | None
    title: str | None
    source: str
    path: str
    page: int | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer and the numbers of the citations it rests on (never none)."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """`refused` with a `reason` that says what was searched, or sentences, each with its citations."""

    question: str
    refused: bool
    reason: str | None
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    confidence: float
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)
