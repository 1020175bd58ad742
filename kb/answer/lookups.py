"""A query that only names a document ("749 qd ttg", "chiến lược kinh tế số"): what it is and what it opens with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kb.answer.book import Book, Shelf
from kb.answer.composing import Composer
from kb.answer.naming import document_name
from kb.answer.question import Question
from kb.answer.scope import Scope
from kb.answer.sentences import Span, split_sentences
from kb.answer.support import sentence_around
from kb.answer.words import STOP_WORDS, words
from kb.model import Answer, DocumentSummary, Field, Hit, Provision, ProvisionKind
from kb.text import fold, normalise_tones

# Documents told in one answer: those that bear one number, or one name.
MOST_DOCUMENTS = 4
# Words beside the number that a mere look-up may hold ("luật số 60/2024", "văn bản 36-HD/VPTW").
FEW_WORDS = 3
# Characters of the shortest unit that says what a document is about.
SHORTEST_OPENING = 30
SURE_BY_NUMBER, SURE_BY_NAME = 0.97, 0.85

_KIND_WORDS = re.compile(
    normalise_tones(
        r"^[^\w]*(?:văn bản|nghị quyết|quyết định|kế hoạch|chỉ thị|nghị định|luật|bộ luật|thông tư|công văn"
        r"|chương trình|đề án|chiến lược|hướng dẫn|công điện|kết luận|quy chế|quy định|pháp lệnh|thông báo)(?!\w)"
    )
)
_WORDS_OF_NUMBERS = frozenset(words("số ngày năm của văn bản về ký hiệu"))


def answer_lookup(asked: Question, scope: Scope, shelf: Shelf, hits: Sequence[Hit]) -> Answer | None:
    """None when the query asks more than what a document is, or when no held document bears that number or name."""
    if asked.asks or asked.text.rstrip().endswith("?"):
        return None
    by_number = _by_number(asked, scope)
    ids = by_number or _by_name(asked, shelf.summaries(), hits)
    composer = Composer(asked.text)
    for document_id in ids[:MOST_DOCUMENTS]:
        book = shelf.book(document_id)
        if book is not None:
            _tell(composer, book)
    if composer.is_empty and not scope.held:
        _tell_who_cites(composer, scope, shelf, hits)
    return None if composer.is_empty else composer.answer(SURE_BY_NUMBER if by_number else SURE_BY_NAME)


def _by_number(asked: Question, scope: Scope) -> tuple[str, ...]:
    typed = [item.typed for item in scope.documents if item.typed is not None]
    if not typed:
        return ()
    rest = asked.text
    for item in sorted(typed, key=lambda number: -number.start):
        rest = rest[: item.start] + " " + rest[item.end :]
    is_only_number = len([word for word in words(rest) if word not in _WORDS_OF_NUMBERS]) <= FEW_WORDS
    return scope.held if is_only_number else ()


def _by_name(asked: Question, summaries: Sequence[DocumentSummary], hits: Sequence[Hit]) -> tuple[str, ...]:
    """Documents whose facts hold every telling word of a query that begins with a kind of document; best hits first."""
    line = normalise_tones(asked.understood).lower()
    begun = _KIND_WORDS.match(line) or re.compile(fold(_KIND_WORDS.pattern)).match(line)
    wanted = {word for word in words(asked.understood) if word not in STOP_WORDS}
    if not begun or len(wanted) < FEW_WORDS:
        return ()
    named = {summary.id for summary in summaries if wanted <= _facts(summary)}
    ranked = list(dict.fromkeys(hit.document_id for hit in hits if hit.document_id in named))
    return tuple(document_id for document_id in ranked if document_id is not None)


def _facts(summary: DocumentSummary) -> set[str]:
    facts = (summary.kind, summary.number, summary.issuer, summary.locality, summary.title)
    return set(words(" ".join(filter(None, facts))))


def _tell(composer: Composer, book: Book) -> None:
    """The title as printed, and the unit that says what the document is."""
    title = book.document.facts.get(Field.TITLE)
    if title is not None and title.start is not None and title.end is not None:
        composer.quote(book, title.start, title.end, lead=_described(book))
    opening = opening_span(book)
    if opening is not None:
        composer.quote(book, opening.start, opening.end)


def _tell_who_cites(composer: Composer, scope: Scope, shelf: Shelf, hits: Sequence[Hit]) -> None:
    """Of a document whose text is not held: the sentences of others that cite it."""
    for document_id in dict.fromkeys(hit.document_id for hit in hits if hit.document_id):
        book = shelf.book(document_id)
        for linked in book.references if book else ():
            is_asked_for = any(item.is_cited_by(linked) for item in scope.documents if item.typed)
            if book and is_asked_for and composer.count < MOST_DOCUMENTS:
                span = sentence_around(book, linked.reference.start, linked.reference.end)
                composer.quote(book, span.start, span.end)
    if not composer.is_empty:
        composer.warn("kho không có toàn văn của văn bản này, chỉ có nơi viện dẫn nó")


def _described(book: Book) -> str:
    """ "Quyết định 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ"."""
    document = book.document
    day = f" ngày {document.issued_on:%d/%m/%Y}" if document.issued_on else ""
    issuer = f" của {document.issuer}" if document.issuer else ""
    return f"{document_name(document)}{day}{issuer}"


def opening_span(book: Book) -> Span | None:
    """The first sentence of the first article, else of the first numbered unit that says something."""
    articles = (unit for unit in book.provisions if unit.kind is ProvisionKind.ARTICLE)
    numbered = (unit for unit in book.provisions if unit.numbered)
    return _first_sentence(book, articles) or _first_sentence(book, numbered)


def _first_sentence(book: Book, units: Iterable[Provision]) -> Span | None:
    for unit in units:
        for span in split_sentences(book.text, unit.start, unit.own_end):
            if span.end - span.start >= SHORTEST_OPENING:
                return span
    return None
