"""Questions of what became of a document, and of what a document carries out: answered from its references."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from kb.answer.book import Book, Shelf
from kb.answer.candidates import Candidate
from kb.answer.composing import Composer
from kb.answer.named import NamedDocument
from kb.answer.question import Ask, Question
from kb.answer.scope import Scope
from kb.answer.support import listed_spans, sentence_around
from kb.answer.words import STOP_WORDS, words
from kb.model import Answer, Hit, Linked, Relation
from kb.text import fold, normalise_tones

SURE = 0.9
# Quotations of one answer, and of one document in it.
MOST_QUOTES = 5
MOST_OF_ONE = 3

_ENDS = frozenset({Relation.REPLACES, Relation.REPEALS, Relation.AMENDS})
_CARRIES_OUT = frozenset({Relation.IMPLEMENTS, Relation.BASED_ON})
# Asked of a document that something else has done it to: "bị văn bản nào thay thế", "hết hiệu lực chưa".
_BY_OTHERS = r"(?:bi|duoc)(?: \S+){0,5} (?:thay the|bai bo|huy bo|sua doi|the cho)"
_PASSIVE = re.compile(rf"(?<!\w){_BY_OTHERS}(?!\w)")
_SUFFERED = re.compile(rf"(?<!\w)(?:{_BY_OTHERS}|het hieu luc|con hieu luc|mat hieu luc (?:chua|tu|khi))(?!\w)")
# Asked of what a document does to others: "thay thế thông tư nào", "làm mất hiệu lực những điều khoản nào của".
_MADE = re.compile(
    r"(?<!\w)(?:thay the|bai bo|huy bo|sua doi|the cho|thay cho|lam (?:mat|het) hieu luc)"
    r"(?: \S+){0,6}? (?:nao|gi)(?!\w)"
)
_ENDED_BY = re.compile(r"(?<!\w)(?:het|mat) hieu luc (?:khi co|boi|do|theo)(?!\w)")
# Words by which people ask of an end, and which the document need not use.
_WORDS_OF_ENDING = frozenset(
    normalise_tones(
        "thay thế bãi bỏ hủy sửa đổi làm mất hết hiệu lực chỗ văn bản quyết định nghị luật thông tư hướng dẫn kế hoạch"
        " điều khoản lĩnh vực nđ qđ nq cp ttg mới cũ tỉnh"
    ).split()
)
_UPWARD = re.compile(
    r"(?<!\w)(?:bat nguon|can cu vao|cu the hoa|duoc ban hanh de|(?:trien khai|thuc hien)(?: thuc hien)?"
    r" (?:van ban|nghi quyet|quyet dinh|ke hoach|chuong trinh|chi thi) nao)(?!\w)"
)

Search = Callable[[str], Sequence[Hit]]


def is_of_end(asked: Question, scope: Scope) -> bool:
    """Whether it is asked what replaced, repealed or amended a document that the question names by number."""
    is_asked = _SUFFERED.search(fold(asked.understood)) is not None
    return Ask.RELATION in asked.asks and is_asked and any(item.typed for item in scope.documents)


def answer_end(asked: Question, scope: Scope, shelf: Shelf, hits: Sequence[Hit], search: Search) -> Answer | None:
    """The sentences by which other documents end or amend the one named; None where no held document says so."""
    composer = Composer(asked.text)
    named = _object(asked, scope)
    found = [*hits, *(hit for word in ("thay thế", "bãi bỏ") for hit in search(f"{word} {named.said}"))]
    for book in _books(found, shelf):
        for linked in book.references:
            if linked.reference.relation in _ENDS and named.is_cited_by(linked):
                _quote(composer, book, linked)
    return None if composer.is_empty else composer.answer(SURE)


def _object(asked: Question, scope: Scope) -> NamedDocument:
    """The document named last before the verb: "Chỉ thị A viện dẫn Quyết định B; quyết định ấy đã bị …"."""
    return [item for item in scope.documents if item.typed][-1]


def answer_made(asked: Question, scope: Scope, shelf: Shelf) -> Answer | None:
    """What the document named before the verb ends or amends ("Thông tư A thay thế thông tư nào?", "Luật A bãi bỏ điều
    nào của Luật B?"); None where that is not asked, or the text does not say so."""
    line = fold(asked.text)
    asked_for = _MADE.search(line) if Ask.RELATION in asked.asks else None
    ended_by = _ENDED_BY.search(line) if Ask.RELATION in asked.asks else None
    verb = ended_by or (asked_for if not _PASSIVE.search(line) else None)
    if verb is None:
        return None
    before = [item for item in scope.documents if _place(item, asked) < verb.start()]
    after = [item for item in scope.documents if _place(item, asked) >= verb.end()]
    if ended_by is not None:
        before, after = after[:1], before
    composer = Composer(asked.text)
    for book in _opened((held for item in before[-1:] for held in item.held), shelf):
        if not _knows_all(book, asked):
            continue
        for linked in book.references:
            is_meant = not after or any(item.is_cited_by(linked) for item in after)
            if linked.reference.relation in _ENDS and is_meant:
                _quote(composer, book, linked)
                _quote_listed(composer, book, linked)
    return None if composer.is_empty else composer.answer(SURE)


def _knows_all(book: Book, asked: Question) -> bool:
    """Whether every telling word of the question stands in the document or among its facts, numbers aside: a false
    premise ("những quyết định nào về cầu đường") has words that do not."""
    telling = {word for word in words(asked.understood) if word not in STOP_WORDS and word.isalpha()}
    return telling - _WORDS_OF_ENDING <= book.terms | {word for term in book.title_terms for word in term.split()}


def _place(named: NamedDocument, asked: Question) -> int:
    """Where the question names it; before everything where that cannot be told."""
    if named.typed is not None:
        return named.typed.start
    return fold(asked.text).find(fold(named.said))


def _quote_listed(composer: Composer, book: Book, linked: Linked) -> None:
    """What a sentence that ends in a colon leads in: "… sửa đổi, bãi bỏ một số điều như sau:"."""
    span = sentence_around(book, linked.reference.start, linked.reference.end)
    sentence = Candidate(book, book.place(span.start), span.start, span.end, rank=0, hit_score=0.0)
    for listed in listed_spans(sentence):
        if composer.count < MOST_QUOTES:
            composer.quote(book, listed.start, listed.end)


def answer_upward(asked: Question, scope: Scope, shelf: Shelf) -> Answer | None:
    """What the documents named carry out, and what that in turn carries out; None where their texts do not say."""
    if Ask.RELATION not in asked.asks or not _UPWARD.search(fold(asked.understood)):
        return None
    composer = Composer(asked.text)
    above: list[str] = []
    for book in _opened(scope.held, shelf):
        above += _quote_upward(composer, book)
    for book in _opened(dict.fromkeys(above), shelf):
        _quote_upward(composer, book, most=1)
    return None if composer.is_empty else composer.answer(SURE)


def _quote_upward(composer: Composer, book: Book, most: int = MOST_OF_ONE) -> list[str]:
    """Quotes what a document says it carries out, its own purpose first; the ids of what it points at."""
    upward = [item for item in book.references if item.reference.relation in _CARRIES_OUT]
    upward.sort(key=lambda item: item.reference.relation is not Relation.IMPLEMENTS)
    for linked in upward[:most]:
        _quote(composer, book, linked)
    return [target for linked in upward[:most] if linked.resolution for target in linked.resolution.targets]


def _quote(composer: Composer, book: Book, linked: Linked) -> None:
    if composer.count < MOST_QUOTES:
        span = sentence_around(book, linked.reference.start, linked.reference.end)
        composer.quote(book, span.start, span.end)


def _books(hits: Iterable[Hit], shelf: Shelf) -> Iterator[Book]:
    yield from _opened(dict.fromkeys(hit.document_id for hit in hits if hit.document_id), shelf)


def _opened(ids: Iterable[str], shelf: Shelf) -> Iterator[Book]:
    for document_id in ids:
        book = shelf.book(document_id)
        if book is not None:
            yield book
