"""From a question to an answer that proves itself, or to a refusal that says what was searched."""

from __future__ import annotations

from typing import Protocol

from kb.answer.book import Shelf
from kb.answer.extracting import Extractor
from kb.answer.facts import answer_fact
from kb.answer.lookups import answer_lookup
from kb.answer.model_written import ChatModel
from kb.answer.question import understand
from kb.answer.scope import scope_of
from kb.answer.task_lists import answer_task_list
from kb.answer.vocabulary import Frequencies, Vocabulary
from kb.catalogue import Catalogue
from kb.encoder import Encoder
from kb.model import Answer, Filters, SearchResult
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

    def ask(self, question: str, filters: Filters | None = None) -> Answer:
        """Sentences that each rest on a quotation, or a refusal. Raises what search raises, never answers instead."""
        filters = filters or Filters()
        result = self._searcher.search(question, filters, HITS_READ)
        asked = understand(question, self._spelled_out(question, result))
        scope = scope_of(asked, self._shelf.summaries())
        special = (
            answer_lookup(asked, scope, self._shelf, result.hits)
            or answer_fact(asked, scope, self._shelf)
            or answer_task_list(asked, scope, self._shelf, filters)
        )
        if special is not None:
            return special
        hits = list(result.hits)
        narrowed = scope.narrowed(filters, self._shelf.summaries())
        if narrowed is not None:
            hits = [*self._searcher.search(question, narrowed, HITS_READ).hits, *hits]
        extractor = Extractor(asked, scope, self._shelf, self._vocabulary, self._searcher.encoder, self._model)
        return extractor.answer(hits)

    def _spelled_out(self, question: str, result: SearchResult) -> str:
        spelled_out = getattr(self._searcher, "spelled_out", None)
        return spelled_out(question) if spelled_out else result.understood_as
