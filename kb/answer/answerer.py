"""From a question to an answer that proves itself, or to a refusal that says what was searched."""

from __future__ import annotations

from typing import Protocol

from kb.answer.book import Shelf
from kb.answer.extracting import Extractor, Findings
from kb.answer.facts import answer_fact
from kb.answer.lookups import answer_lookup
from kb.answer.model_written import ChatModel
from kb.answer.question import Question, understand
from kb.answer.relations import answer_end, answer_made, answer_upward, is_of_end
from kb.answer.scope import Scope, scope_of
from kb.answer.task_lists import answer_task_list
from kb.answer.vectors import Vectors
from kb.answer.vocabulary import Frequencies, Vocabulary
from kb.catalogue import Catalogue
from kb.encoder import Encoder
from kb.model import Answer, Filters, Hit, SearchResult
from kb.settings import Settings

# Hits that are read for an answer.
HITS_READ = 20


class Finder(Frequencies, Protocol):
    """What an answer needs of search."""

    @property
    def encoder(self) -> Encoder: ...

    def search(self, query: str, filters: Filters, limit: int) -> SearchResult: ...


class Answerer:
    """Answers from the held documents alone. One instance serves many threads."""

    def __init__(self, settings: Settings, catalogue: Catalogue, searcher: Finder) -> None:
        self._model = ChatModel(settings)
        self._searcher = searcher
        self._shelf = Shelf(catalogue)
        self._vocabulary = Vocabulary(searcher)
        self._vectors = Vectors(lambda: searcher.encoder)

    def ask(self, question: str, filters: Filters | None = None) -> Answer:
        """Sentences that each rest on a quotation, or a refusal. Raises what search raises, never answers instead."""
        filters = filters or Filters()
        self._shelf.follow()
        result = self._searcher.search(question, filters, HITS_READ)
        asked = understand(question, self._spelled_out(question, result))
        scope = self._scope(asked, result)
        special = (
            answer_lookup(asked, scope, self._shelf, result.hits)
            or answer_fact(asked, scope, self._shelf)
            or answer_task_list(asked, scope, self._shelf, filters)
            or answer_made(asked, scope, self._shelf)
            or answer_upward(asked, scope, self._shelf)
        )
        if special is not None:
            return special
        if is_of_end(asked, scope):
            return self._answer_end(asked, scope, filters, result)
        return self._extractor(asked, scope).answer(self._hits(asked, scope, filters, result))

    def examine(self, question: str) -> Findings:
        """What the sentences found for a question have for them, before they are judged: for fitting the judgement."""
        self._shelf.follow()
        result = self._searcher.search(question, Filters(), HITS_READ)
        asked = understand(question, self._spelled_out(question, result))
        scope = self._scope(asked, result)
        return self._extractor(asked, scope).find(self._hits(asked, scope, Filters(), result))

    def _scope(self, asked: Question, result: SearchResult) -> Scope:
        scope = scope_of(asked, self._shelf.summaries())
        if all(item.held for item in scope.documents):
            return scope
        ids = dict.fromkeys(hit.document_id for hit in result.hits if hit.document_id)
        books = [book for document_id in ids if (book := self._shelf.book(document_id)) is not None]
        return scope.with_titles(books, self._shelf.summaries())

    def _answer_end(self, asked: Question, scope: Scope, filters: Filters, result: SearchResult) -> Answer:
        def search(query: str) -> tuple[Hit, ...]:
            return self._searcher.search(query, filters, HITS_READ).hits

        found = answer_end(asked, scope, self._shelf, result.hits, search)
        return found or self._extractor(asked, scope).refuse("không văn bản nào trong kho thay thế, bãi bỏ, sửa đổi nó")

    def _extractor(self, asked: Question, scope: Scope) -> Extractor:
        return Extractor(asked, scope, self._shelf, self._vocabulary, self._vectors, self._model)

    def _hits(self, asked: Question, scope: Scope, filters: Filters, result: SearchResult) -> list[Hit]:
        """The hits, before them those of a search in the documents and provinces that the question names, and
        of one for the definition of the term it asks for."""
        narrowed = scope.narrowed(filters, self._shelf.summaries())
        named = self._searcher.search(asked.text, narrowed, HITS_READ).hits if narrowed else ()
        defining = f"giải thích từ ngữ: {' '.join(asked.defined)} là" if asked.defined else ""
        defined = self._searcher.search(defining, narrowed or filters, HITS_READ).hits if defining else ()
        return [*named, *defined, *result.hits]

    def _spelled_out(self, question: str, result: SearchResult) -> str:
        spelled_out = getattr(self._searcher, "spelled_out", None)
        return spelled_out(question) if spelled_out else result.understood_as
