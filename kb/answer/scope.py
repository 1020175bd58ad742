"""What the evidence must be about, because the question names it: documents, provinces, bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.answer.book import Book
from kb.answer.candidates import Candidate
from kb.answer.ministries import named_ministries
from kb.answer.named import NamedDocument, Place, is_of_place, named_documents, named_places
from kb.answer.premises import Premises
from kb.answer.proper_names import proper_names
from kb.answer.question import Ask, Question
from kb.answer.words import terms, words
from kb.model import DocumentSummary, Field, Filters
from kb.text import collapse, fold, normalise_tones

# Characters at the beginning of a text, where an attachment says what it belongs to.
HEAD = 600
# "… có hiệu lực từ ngày nào": only the document itself says so, not one that cites it.
EFFECT = "hieu luc"
# Characters after a cited number in which its title stands; terms of the shortest title that tells documents apart;
# and their share that must agree (a scan has some letters wrong).
LONGEST_TITLE = 300
LEAST_TERMS = 9
SAME_TITLE = 0.75
# The kind of a document that is a part of another.
APPENDIX = "Phụ lục"
# Places of a reference that say what the whole document is about.
_OF_WHOLE = ("title", "preamble")


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents, provinces, bodies and other names that a question holds; empty where it names none.

    `asks_of_document_itself`: what is asked stands in the named document alone.
    """

    documents: tuple[NamedDocument, ...]
    places: tuple[Place, ...]
    bodies: tuple[tuple[str, ...], ...]
    names: tuple[str, ...] = ()
    asks_of_document_itself: bool = False
    premises: Premises | None = None

    @property
    def held(self) -> tuple[str, ...]:
        """Ids of the held documents that the question names."""
        return tuple(dict.fromkeys(held for item in self.documents for held in item.held))

    def with_titles(self, books: Sequence[Book], summaries: Sequence[DocumentSummary]) -> Scope:
        """The scope in which a document that is held without its number (a scan whose number is unreadable) is found
        by the title under which others cite that number."""
        documents = tuple(item if item.held else _by_title(item, books, summaries) for item in self.documents)
        return replace(self, documents=documents)

    def narrowed(self, filters: Filters, summaries: Sequence[DocumentSummary]) -> Filters | None:
        """The search over only what is named; None where nothing held is named."""
        ids = self.held or self._of_places(summaries)
        if filters.document_ids:
            ids = tuple(held for held in ids if held in filters.document_ids)
        return replace(filters, document_ids=ids) if ids else None

    def _of_places(self, summaries: Sequence[DocumentSummary]) -> tuple[str, ...]:
        return tuple(
            summary.id for summary in summaries if any(is_of_place(place, summary.locality) for place in self.places)
        )

    def supports(self, candidate: Candidate) -> bool:
        """Whether a sentence is about all that the question names."""
        return (
            self._is_of_documents(candidate)
            and self._is_of_places(candidate)
            and self.absent_body(candidate.book) is None
            and self._bears_names(candidate)
            and (self.premises is None or self.premises.hold_for(candidate))
        )

    def _bears_names(self, candidate: Candidate) -> bool:
        """Names of places, persons and projects stand in what is quoted, above it, or among the document's facts."""
        if not self.names:
            return True
        said = normalise_tones(f"{candidate.above}\n{candidate.quote}\n{candidate.book.document.value(Field.SIGNER)}")
        line = collapse(said).lower()
        return all(name in line for name in self.names)

    def _is_of_documents(self, candidate: Candidate) -> bool:
        about = [item for item in self.documents if item.held or item.is_topic or not self.asks_of_document_itself]
        return not self.documents or any(_is_about(item, candidate) for item in about)

    def _is_of_places(self, candidate: Candidate) -> bool:
        if not self.places:
            return True
        if any(is_of_place(place, candidate.book.document.locality) for place in self.places):
            return True
        named = {place.key for place in named_places(f"{candidate.above}\n{candidate.text}")}
        return any(place.key in named for place in self.places)

    def absent_body(self, book: Book) -> str | None:
        """A body of the question that the document names nowhere, under any of its names.

        "Các sở" means every one of them, unless the document counts out which ("Các Bộ: Quốc phòng, Công an").
        """
        text = book.plain_text if self.bodies else ""
        for known_as in self.bodies:
            all_of_them = f"các {known_as[0].split()[0]}"
            is_among_all = all_of_them in text and f"{all_of_them}:" not in text
            if not is_among_all and not any(name in text for name in known_as):
                return known_as[0]
        return None


def _may_belong_to(book: Book, named: NamedDocument) -> bool:
    """An appendix in a file of its own, without a number, may be of any held document of its issuer."""
    return book.document.kind == APPENDIX and not book.document.number and book.document.issuer in named.issuers


def _by_title(named: NamedDocument, books: Sequence[Book], summaries: Sequence[DocumentSummary]) -> NamedDocument:
    cited = [
        fold(book.text[linked.reference.start : linked.reference.end + LONGEST_TITLE].partition(";")[0])
        for book in books
        for linked in book.references
        if named.typed is not None and named.is_cited_by(linked)
    ]
    unnumbered = [item for item in summaries if item.title and not item.number and item.kind != APPENDIX]
    found = tuple(item.id for item in unnumbered if any(_is_titled(item, place) for place in cited))
    return replace(named, held=found) if len(found) == 1 else named


def _is_titled(summary: DocumentSummary, cited: str) -> bool:
    """Whether the words after a number are, by most of their pairs, the title of the document (both folded)."""
    title = terms(words(fold(summary.title or "")))
    return len(title) >= LEAST_TERMS and len(title & terms(words(cited))) / len(title) >= SAME_TITLE


def scope_of(asked: Question, summaries: Sequence[DocumentSummary]) -> Scope:
    """A question about what became of a document is answered wherever that is said, in whatever province."""
    documents = named_documents(asked.text, summaries, asked.understood)
    is_free = Ask.RELATION in asked.asks
    places = () if is_free else named_places(asked.understood)
    bodies = () if is_free else named_ministries(asked.understood)
    names = () if is_free else proper_names(asked.text)
    premises = None if is_free else Premises(asked.text, documents)
    return Scope(documents, places, bodies, names, EFFECT in fold(asked.understood), premises)


def _is_about(named: NamedDocument, candidate: Candidate) -> bool:
    """Of the document itself, of one that as a whole carries it out or belongs to it, or where the unit cites it."""
    if candidate.book.id in named.held or _may_belong_to(candidate.book, named):
        return True
    if not named.held and not named.is_topic:
        return any(
            named.is_cited_by(linked)
            for linked in candidate.book.references
            if candidate.start <= linked.reference.start < candidate.end
        )
    unit = candidate.provision
    start, end = (unit.start, unit.own_end) if unit else (candidate.start, candidate.end)
    return any(
        named.is_cited_by(linked)
        for linked in candidate.book.references
        if linked.reference.where in _OF_WHOLE or linked.reference.start < HEAD or start <= linked.reference.start < end
    )
