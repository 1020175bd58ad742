"""The search of the knowledge base: one object for a process, used by many threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Protocol

from kb.encoder import Encoder, Reranker
from kb.index import SearchIndex, open_index
from kb.index.values import PassageSource
from kb.lexicon.words import plain
from kb.model import Filters, Hit, RegistryEntry, SearchResult
from kb.search import lookup, names, rank
from kb.search.answering import Answering, Limits
from kb.search.encoders import EncoderChoice
from kb.search.hits import hit_of_entry, numbered
from kb.search.suggest import searched, suggestions
from kb.search.understand import understand
from kb.search.values import NamedDocument, Ranked, Standing
from kb.settings import Settings

SAME_TEXT_RESERVE = 3  # times the wanted results that are read, so that texts printed twice leave enough
LEAST_READ = 60
MEASURED = 10  # results wanted when rankings are measured: as many as a page shows
NAMED_GAIN = 1.5  # standard deviations that a passage of a document gains whose number the query states


class Source(PassageSource, Protocol):
    """The part of the catalogue that the search reads."""

    def registry(self) -> tuple[RegistryEntry, ...]: ...


class Searcher:
    """Opens encoder and index at the first search, and follows the catalogue from then on."""

    def __init__(
        self,
        settings: Settings,
        source: Source,
        open_encoder: Callable[[], Encoder],
        standing: Standing | None = None,
    ) -> None:
        self._settings = settings
        self._source = source
        self._standing = standing
        self._encoders = EncoderChoice(settings, source, open_encoder, self._take_over)
        self._opening = threading.Lock()
        self._answering: Answering | None = None
        self._cards: tuple[int, list[names.Card], dict[str, RegistryEntry]] = (-2, [], {})

    @property
    def encoder(self) -> Encoder:
        """The encoder that answers: that of the settings, or another one while passages are embedded anew."""
        return self._now().encoder

    @property
    def index(self) -> SearchIndex:
        """The index at the catalogue's version."""
        return self._now().index

    def _now(self) -> Answering:
        """What answers now, at the catalogue's version."""
        answering = self._answering
        if answering is None:
            with self._opening:
                answering = self._answering = self._answering or self._opened(self._encoders.answering())
        answering.index.follow()
        return answering

    def _opened(self, encoder: Encoder) -> Answering:
        index = open_index(self._settings, self._source, encoder)
        return Answering(index, encoder, self._open_reranker if self._settings.reranker else None)

    def _open_reranker(self) -> Reranker:
        return self._reranker

    @cached_property
    def _reranker(self) -> Reranker:
        from kb.encoder import open_reranker

        reranker = open_reranker(self._settings)
        assert reranker is not None  # asked for only where one is set
        return reranker

    def _take_over(self, encoder: Encoder) -> None:
        """Lets the encoder answer of which every vector is stored now; searches that run end with the old one."""
        before = self._answering
        if before is None:
            return
        if before.encoder is encoder:
            before.index.fill()
            return
        after = self._opened(encoder)
        with self._opening:
            self._answering = after
        before.index.retire()

    def follow(self) -> None:
        """Brings the index up to date with the catalogue now, so that the next search need not."""
        _ = self.index

    @property
    def passage_count(self) -> int:
        return self.index.engine.count()

    def frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages (with their headings) each word or two-word phrase stands."""
        vocabulary = self.index.vocabulary
        return {term: vocabulary.count(plain(term)) for term in terms}

    def spelled_out(self, query: str) -> str:
        """The query with diacritics restored and abbreviations in full, as it is encoded."""
        return understand(query, self.index.vocabulary, self.index.abbreviations).to_encode

    def search(self, query: str, filters: Filters | None = None, limit: int = 10) -> SearchResult:
        """The best `limit` passages, documents that the query names first. Raises StorageFault, ModelFault."""
        started = time.perf_counter()
        filters = filters or Filters()
        answering = self._now()
        index = answering.index
        without = tuple(self._standing.not_in_force()) if filters.in_force and self._standing else ()
        understood, read, _ = answering.run(query, _limits(filters, without, limit))
        cards, entries = self._named_cards(index)
        named = lookup.within(names.named_documents(understood, cards, index.vocabulary), filters, index.documents)
        named = [item for item in named if item.document_id not in without]
        if not understood.is_number_alone:
            read = rank.boosted(read, _stated(named), NAMED_GAIN)
        ranked = rank.ranked(read, understood, index.documents, limit)
        results: Sequence[Ranked | NamedDocument] = ranked
        if understood.is_number_alone or any(item.why == names.BY_TITLE for item in named):
            numbers = names.numbers_meant(understood, cards) if understood.is_number_alone else []
            results = lookup.put_first(index, named, numbers, (filters, without), ranked)
        hits = self._hits(index, results[:limit], entries)
        self._encoders.settle(answering)
        return SearchResult(
            query=query,
            understood_as=understood.text,
            hits=tuple(hits),
            took_ms=(time.perf_counter() - started) * 1000,
            facets=rank.counted(read, index.documents),
            searched=searched(understood, filters, index, self._encoders.state(answering)),
            suggestions=() if hits else suggestions(understood, filters, index.vocabulary),
        )

    def rankings(self, query: str) -> dict[str, list[str]]:
        """For measuring: the documents that each search finds, by their best passage: "fused", "dense", "words"."""
        answering = self._now()
        index = answering.index
        _, read, unread = answering.run(query, _limits(Filters(), (), MEASURED))
        below = index.fetch([item.key for item in unread])
        every = [(item.candidate, item.found.document_id) for item in read]
        every += [(item, below[item.key].document_id) for item in unread if item.key in below]
        dense = sorted((pair for pair in every if pair[0].cosine is not None), key=lambda pair: -(pair[0].cosine or 0))
        words = sorted((pair for pair in every if pair[0].words is not None), key=lambda pair: -(pair[0].words or 0))
        orders = {"fused": every, "dense": dense, "words": words}
        return {name: list(dict.fromkeys(document for _, document in order)) for name, order in orders.items()}

    def close(self) -> None:
        """Gives the index's folder back."""
        self._encoders.stop()
        if self._answering is not None:
            self._answering.index.close()
            self._answering = None

    def _named_cards(self, index: SearchIndex) -> tuple[list[names.Card], dict[str, RegistryEntry]]:
        version, cards, entries = self._cards
        if version != index.version:
            entries = {entry.id: entry for entry in self._source.registry()}
            cards = names.cards_of(index.documents.values(), entries.values())
            self._cards = (index.version, cards, entries)
        return cards, entries

    def _hits(
        self, index: SearchIndex, results: Sequence[Ranked | NamedDocument], entries: dict[str, RegistryEntry]
    ) -> list[Hit]:
        hits: list[Hit] = []
        for item in results:
            if isinstance(item, Ranked):
                hits += numbered([item], index.documents, len(hits) + 1, self._standing)
            elif item.registry_id is not None:
                hits.append(hit_of_entry(len(hits) + 1, entries[item.registry_id], item.why, self._standing))
        return hits


def _limits(filters: Filters, without: Sequence[str], limit: int) -> Limits:
    return Limits(filters, without, depth=max(LEAST_READ, SAME_TEXT_RESERVE * limit))


def _stated(named: Sequence[NamedDocument]) -> frozenset[str]:
    """Held documents whose number the query states: a question that does is first of all about them."""
    return frozenset(item.document_id for item in named if item.document_id and item.why == names.BY_NUMBER)
