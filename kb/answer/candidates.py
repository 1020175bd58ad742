"""Sentences that may answer: cut from the hits of a search, each with its place and what stands above it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kb.answer.agents import names_body
from kb.answer.book import Book
from kb.answer.sentences import Span, split_sentences, stripped
from kb.answer.words import terms, words
from kb.model import Hit, Provision, ProvisionKind, Task
from kb.text import normalise_tones

# Characters of the units above a sentence that are read with it; a heading or lead-in is shorter.
LONGEST_ABOVE = 600
# Characters of a unit that is quoted whole: a sentence reads better with the others of its clause.
SHORT_UNIT = 480
# Characters of the longest heading that only names who acts in what stands below it: "16. Bộ Nội vụ".
LONGEST_NAMING = 120
# Terms of the shortest title that tells documents apart, and the share of them by which a sentence repeats it.
LEAST_TITLE_TERMS = 9
REPEATED_TITLE = 0.75


@dataclass(frozen=True)
class Candidate:
    """A sentence at [start, end) of a book's text, out of the hit of that rank."""

    book: Book
    provision: Provision | None
    start: int
    end: int
    rank: int
    hit_score: float

    @property
    def text(self) -> str:
        return self.book.text[self.start : self.end]

    @cached_property
    def above(self) -> str:
        """Title, headings and lead-ins over the sentence, and the words of its own unit before it."""
        document = self.book.document
        title = " ".join(
            filter(None, (document.kind, document.number, document.issuer, document.locality, document.title))
        )
        if self.provision is None:
            return title
        own = self.book.text[self.provision.start : self.start][-LONGEST_ABOVE:]
        return "\n".join((title, self.book.lead_in(self.provision)[-LONGEST_ABOVE:], own))

    @cached_property
    def quoted(self) -> Span:
        """What is quoted of it: the whole unit where it is short, else the sentence."""
        unit = self.provision
        if unit is None or unit.own_end - unit.start > SHORT_UNIT:
            return Span(self.start, self.end)
        return stripped(self.book.text, unit.start, unit.own_end)

    @property
    def quote(self) -> str:
        return self.book.text[self.quoted.start : self.quoted.end]

    @property
    def is_row(self) -> bool:
        return self.provision is not None and self.provision.kind is ProvisionKind.ROW

    @property
    def is_of_header(self) -> bool:
        """Letterhead, number, date and title: they say what the document is."""
        return self.provision is not None and self.provision.kind is ProvisionKind.HEADER

    @cached_property
    def is_of_preamble(self) -> bool:
        if self.provision is None:
            return False
        return any(
            unit.kind is ProvisionKind.PREAMBLE for unit in (self.provision, *self.book.ancestors(self.provision))
        )

    @cached_property
    def repeats_title(self) -> bool:
        """Whether it says what the document is: "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch …"."""
        title = self.book.title_terms
        return len(title) >= LEAST_TITLE_TERMS and len(title & self.terms) >= REPEATED_TITLE * len(title)

    @cached_property
    def task(self) -> Task | None:
        return self.book.task_at(self.start, self.end)

    @cached_property
    def led_by(self) -> str:
        """Who leads the task that the sentence is of, and the heading right above where that names a body."""
        lead = ", ".join(self.task.lead) if self.task else ""
        parent = next(self.book.ancestors(self.provision), None) if self.provision else None
        naming = self.book.text[parent.start : parent.own_end].strip() if parent else ""
        is_naming = len(naming) <= LONGEST_NAMING and names_body(normalise_tones(naming))
        return "\n".join(filter(None, (lead, naming if is_naming else "")))

    @cached_property
    def terms(self) -> frozenset[str]:
        return frozenset(terms(words(self.text)))

    @cached_property
    def terms_above(self) -> frozenset[str]:
        return frozenset(terms(words(self.above)))


def candidates(hits: Iterable[Hit], open_book: Callable[[str], Book | None]) -> list[Candidate]:
    """The sentences of all hits of held documents, best hits first, each once."""
    found: dict[tuple[str, int], Candidate] = {}
    for hit in hits:
        book = open_book(hit.document_id) if hit.document_id else None
        if book is None:
            continue
        for candidate in _of_hit(hit, book):
            found.setdefault((book.id, candidate.start), candidate)
    return list(found.values())


def _of_hit(hit: Hit, book: Book) -> Iterator[Candidate]:
    for span in _spans(book, hit.start, hit.end):
        yield Candidate(book, book.place(span.start), span.start, span.end, hit.rank, hit.score)


def _spans(book: Book, start: int, end: int) -> Iterator[Span]:
    """Sentences of text[start:end]; a row of a table is one sentence, since its cells say nothing apart."""
    for provision, part_start, part_end in _parts(book, start, end):
        if provision is not None and provision.kind is ProvisionKind.ROW:
            yield from _whole(book.text, part_start, part_end)
        else:
            yield from split_sentences(book.text, part_start, part_end)


def _parts(book: Book, start: int, end: int) -> Iterator[tuple[Provision | None, int, int]]:
    """The span cut where provisions begin, so that no sentence runs from one into another."""
    here = start
    while here < end:
        provision = book.place(here)
        there = min(end, book.next_start(here))
        yield provision, here, there
        here = there


def _whole(text: str, start: int, end: int) -> Iterator[Span]:
    if any(sign.isalnum() for sign in text[start:end]):
        yield stripped(text, start, end)
