"""The index of all passages: follows the catalogue, and answers by vector and by words."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from kb.encoder import Encoder
from kb.index.cache import LAYOUT, Home, Stamp, open_home
from kb.index.cutting import Cut, cut
from kb.index.values import Engine, Found, PassageSource, Point, StoredPassage
from kb.lexicon.abbreviations import Abbreviations
from kb.lexicon.vocabulary import Vocabulary
from kb.model import DocumentSummary

BATCH = 1_000  # passages in memory at a time while the index is built

# Opens the engine over a folder of vectors of a dimension.
EngineOpener = Callable[[Path, int], Engine]


class SearchIndex:
    """One per process. `follow` brings it to the catalogue's version; searches may go on meanwhile in other threads.

    Nothing is embedded here: a passage without vector is found by its words alone, and its document is among `bare`
    until `fill`.
    """

    def __init__(self, folder: Path, source: PassageSource, encoder: Encoder, open_engine: EngineOpener) -> None:
        self._source = source
        self._encoder = encoder
        self._open_engine = open_engine
        self._home: Home = open_home(folder)
        self._writing = threading.RLock()
        self.version = -1
        self.documents: dict[str, DocumentSummary] = {}
        self.bare: frozenset[str] = frozenset()
        self._open()

    def _open(self) -> None:
        stamp = self._home.stamp()
        is_usable = stamp is not None and stamp.layout == LAYOUT and stamp.encoder == self._encoder.name
        if stamp is None or not is_usable or not self._load(stamp):
            self._start_anew()
        self.follow()

    def _load(self, stamp: Stamp) -> bool:
        """Whether what the folder holds could be opened."""
        try:
            self.vocabulary = Vocabulary.load(self._home.vocabulary)
            self.abbreviations = Abbreviations.load(self._home.abbreviations)
            self.engine = self._open_engine(self._home.shard, self._encoder.dimension)
        # The engine raises classes of its own for a damaged folder; whatever it is, the index is built anew.
        except Exception:  # noqa: BLE001
            return False
        self.version = stamp.version
        self.bare = frozenset(stamp.bare)
        self.documents = {document.id: document for document in self._source.summaries()}
        return True

    def _start_anew(self) -> None:
        self._home.empty()
        self.vocabulary = Vocabulary()
        self.abbreviations = Abbreviations.with_base()
        self.engine = self._open_engine(self._home.shard, self._encoder.dimension)
        if self.engine.count():  # a server's collection outlives this folder
            self.engine.clear()
        self.version = -1
        self.bare = frozenset()

    def follow(self) -> bool:
        """Takes in what changed in the catalogue since the last time; whether anything had."""
        if self._source.version() == self.version:
            return False
        with self._writing:
            return self._follow()

    def _follow(self) -> bool:
        if self.version < 0:
            now, changed = self._source.version(), None
        else:
            now, changed = self._source.changes_since(self.version)
        if now == self.version:
            return False
        self._home.unstamp()
        if changed is None:
            self._take(None)
        elif changed:
            self._forget(changed)
            self.bare -= set(changed)
            self._take(changed)
        self.documents = {document.id: document for document in self._source.summaries()}
        self.version = now
        self._save()
        return True

    def _save(self) -> None:
        """A folder that cannot be written costs the next process a build, not this one its answer."""
        self.engine.flush()
        try:
            self.vocabulary.save(self._home.vocabulary)
            self.abbreviations.save(self._home.abbreviations)
            self._home.put_stamp(Stamp(LAYOUT, self._encoder.name, self.version, sorted(self.bare)))
        except OSError:
            self._home.unstamp()

    def _forget(self, ids: Sequence[str]) -> None:
        """Takes documents out, and what they said out of the counts."""
        for passage in self.engine.passages_of(ids):
            self.vocabulary.unlearn_terms(cut(passage).different)
            self.abbreviations.unlearn(passage.text)
        self.engine.remove_documents(ids)

    def _take(self, ids: Sequence[str] | None) -> None:
        for batch in self._put(ids):
            for item, found in batch:
                self.vocabulary.learn_terms(found.different)
                self.abbreviations.learn(item.passage.text)

    def _put(self, ids: Sequence[str] | None) -> Iterator[list[tuple[StoredPassage, Cut]]]:
        """Writes the passages of documents with what vectors they have; gives them on batch by batch."""
        documents = {document.id: document for document in self._source.summaries(ids)}
        stored = self._source.passages(ids, self._encoder.name)
        for items in _batches((item for item in stored if item.document_id in documents), BATCH):
            batch = [(item, cut(item.passage)) for item in items]
            self.engine.put(
                [
                    Point(documents[item.document_id], item.passage, item.vector, found.weights, found.in_order)
                    for item, found in batch
                ]
            )
            self.bare |= {item.document_id for item in items if item.vector is None}
            yield batch

    def fill(self) -> None:
        """Takes in the vectors that were made since for passages indexed without one."""
        with self._writing:
            ids = tuple(self.bare & set(self.documents))
            self._home.unstamp()
            self.bare = frozenset()
            if ids:
                for _ in self._put(ids):
                    pass
            self._save()

    def fetch(self, keys: Sequence[int]) -> dict[int, Found]:
        """Passages of documents that are held."""
        return {key: found for key, found in self.engine.fetch(keys).items() if found.document_id in self.documents}

    def close(self) -> None:
        self.engine.close()
        self._home.close()

    def retire(self) -> None:
        """Gives the folder back when the last search that uses this index has ended."""
        weakref.finalize(self, self._home.close)


def _batches(items: Iterable[StoredPassage], size: int) -> Iterator[list[StoredPassage]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
