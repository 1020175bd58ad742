"""From a question to an answer that proves itself, or to a refusal that says what was searched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kb.answer.book import Shelf
from kb.answer.candidates import Candidate, candidates
from kb.answer.composing import Composer, refusal
from kb.answer.judging import NO_GROUNDS, THRESHOLD, Grounds, confidence
from kb.answer.question import Question, understand
from kb.answer.support import supporting_spans
from kb.answer.vocabulary import Vocabulary
from kb.answer.weighing import Weighed, Weigher
from kb.answer.words import coverage, words
from kb.catalogue import Catalogue
from kb.encoder import Encoder
from kb.model import Answer, Filters, SearchResult
from kb.settings import Settings

# Hits that are read for an answer.
HITS_READ = 20
# Most sentences of an extractive answer, and the share of the best score that a further one must reach.
MOST_SENTENCES = 4
FURTHER_SHARE = 0.86


class Finder(Protocol):
    """What an answer needs of search."""

    @property
    def encoder(self) -> Encoder: ...

    def search(self, query: str, filters: Filters, limit: int) -> SearchResult: ...


class Answerer:
    """Answers from the held documents alone. One instance serves many threads."""

    def __init__(self, settings: Settings, catalogue: Catalogue, searcher: Finder) -> None:
        self._settings = settings
        self._catalogue = catalogue
        self._searcher = searcher
        self._shelf = Shelf(catalogue)
        self._vocabulary = Vocabulary(catalogue)

    def ask(self, question: str, filters: Filters | None = None) -> Answer:
        """Sentences that each rest on a quotation, or a refusal. Raises what search raises, never answers instead."""
        filters = filters or Filters()
        result = self._searcher.search(question, filters, HITS_READ)
        asked = understand(question, result.understood_as)
        found = self._weighed(asked, result)
        grounds = self._grounds(asked, found)
        sure = confidence(grounds)
        if sure < THRESHOLD:
            return refusal(question, self._reason(asked), sure)
        return self._extract(asked, found, sure)

    def _weighed(self, asked: Question, result: SearchResult) -> list[Weighed]:
        wanted = self._vocabulary.weights(words(asked.understood))
        weigher = Weigher(asked, wanted, self._searcher.encoder)
        return weigher.weigh(candidates(result.hits, self._shelf.book))

    def _grounds(self, asked: Question, found: Sequence[Weighed]) -> Grounds:
        if not found:
            return NO_GROUNDS
        best = found[0]
        wanted = self._vocabulary.weights(words(asked.understood))
        in_document = coverage(wanted, best.candidate.book.terms)
        return Grounds(best.nearness, best.shared_words, in_document, best.kind_share)

    def _extract(self, asked: Question, found: Sequence[Weighed], sure: float) -> Answer:
        composer = Composer(asked.text)
        enough = found[0].score * FURTHER_SHARE
        for weighed in found[:MOST_SENTENCES]:
            if weighed.score >= enough:
                self._quote(composer, asked, weighed.candidate)
        return composer.answer(sure)

    def _quote(self, composer: Composer, asked: Question, candidate: Candidate) -> None:
        composer.quote(candidate.book, candidate.start, candidate.end)
        for span in supporting_spans(asked, candidate):
            composer.quote(candidate.book, span.start, span.end)

    def _reason(self, asked: Question) -> str:
        documents, passages = self._vocabulary.document_count, self._vocabulary.passage_count
        unknown = self._vocabulary.unknown(words(asked.understood))
        tail = f"; từ không có trong kho: {', '.join(unknown)}" if unknown else ""
        return f"Không tìm thấy câu trả lời. Đã tìm trong {documents} văn bản, {passages} đoạn{tail}."
