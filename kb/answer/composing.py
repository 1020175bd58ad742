"""Builds answers: quotations numbered once each, and sentences that carry them and say where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from kb.answer.book import Book
from kb.answer.cells import shown
from kb.answer.naming import document_name, place_name
from kb.model import Answer, Citation, Sentence
from kb.text import squeeze


class Composer:
    """Collects the sentences of one answer. Every quotation is cut from the document's text, never typed."""

    def __init__(self, question: str) -> None:
        self._question = question
        self._citations: list[Citation] = []
        self._sentences: list[Sentence] = []
        self._warnings: list[str] = []

    @property
    def count(self) -> int:
        return len(self._sentences)

    @property
    def is_empty(self) -> bool:
        return not self._sentences

    def cite(self, book: Book, start: int, end: int) -> Citation:
        """The quotation of text[start:end], numbered; the same place keeps its number."""
        for known in self._citations:
            if (known.document_id, known.start, known.end) == (book.id, start, end):
                return known
        document, provision = book.document, book.place(start)
        citation = Citation(
            n=len(self._citations) + 1,
            document_id=book.id,
            number=document.number,
            title=document.title,
            source=document.source,
            path=provision.path if provision else "",
            page=document.page_at(start),
            quote=book.text[start:end],
            start=start,
            end=end,
        )
        self._citations.append(citation)
        return citation

    def quote(self, book: Book, start: int, end: int, lead: str | None = None) -> None:
        """Adds the sentence "Theo <place> <document>: “…”", unless that was quoted, alone or within more."""
        if self._holds(book, start, end):
            return
        citation = self.cite(book, start, end)
        opening = lead or f"Theo {where(book, start)}"
        self._sentences.append(Sentence(f"{opening}: “{shown(book, start, end)}”", (citation.n,)))

    def _holds(self, book: Book, start: int, end: int) -> bool:
        """Whether the same place, or the same words of another document, are quoted already."""
        plain = squeeze(book.text[start:end])
        return any(
            (known.document_id == book.id and known.start <= start and end <= known.end)
            or squeeze(known.quote) == plain
            for known in self._citations
        )

    def say(self, text: str, citations: Iterable[Citation]) -> None:
        """Adds a sentence that holds quotations of these citations."""
        self._sentences.append(Sentence(text, tuple(citation.n for citation in citations)))

    def warn(self, warning: str) -> None:
        if warning not in self._warnings:
            self._warnings.append(warning)

    def answer(self, confidence: float) -> Answer:
        return Answer(
            question=self._question,
            refused=False,
            reason=None,
            sentences=tuple(self._sentences),
            citations=tuple(self._citations),
            confidence=confidence,
            warnings=tuple(self._warnings),
        )


def where(book: Book, offset: int) -> str:
    """ "điểm 1.2 Chỉ thị 19-CT/TU"."""
    return " ".join(filter(None, (place_name(book, book.place(offset)), document_name(book.document))))


def refusal(question: str, reason: str, confidence: float, warnings: tuple[str, ...] = ()) -> Answer:
    return Answer(question, True, reason, (), (), confidence, warnings)
