"""Embeds in the background what the encoder of the settings has not embedded, while another one answers."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol, runtime_checkable

from kb.encoder import Encoder, text_to_embed
from kb.errors import Busy, KbError, ModelFault
from kb.index.values import PassageSource, Vector
from kb.intake.lock import writing_alone

# A command that answers once ends before; what is embedded by then would only delay its end.
START_AFTER_S = 3.0
BATCH = 64  # passages: two seconds of work on two cores
WAIT_FOR_WRITER_S = 2.0  # until the next try while another process writes


class VectorWriter(Protocol):
    """The part of a transaction that stores vectors."""

    def add_vectors(self, encoder: str, vectors: Mapping[str, Vector]) -> None: ...


@runtime_checkable
class VectorKeeper(PassageSource, Protocol):
    """A source of passages that keeps vectors."""

    def count_without_vector(self, encoder: str) -> int: ...

    def writing(self) -> AbstractContextManager[VectorWriter]: ...


class Reembedding:
    """One run in a thread of its own: embeds all that is missing, then calls `then`."""

    def __init__(
        self, home: Path, source: VectorKeeper, encoder: Encoder, then: Callable[[], None], start_after: float
    ) -> None:
        self._home = home
        self._source = source
        self._encoder = encoder
        self._then = then
        self._start_after = start_after
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="re-embedding", daemon=True)
        self.fault: KbError | None = None

    @property
    def is_done(self) -> bool:
        """False after a fault, which a new run would meet again."""
        return not self._thread.is_alive() and self.fault is None

    def start(self) -> None:
        self._thread.start()
        atexit.register(self.stop)

    def stop(self) -> None:
        """Ends after the batch in hand: at the end of the process no model may still be running."""
        self._stopping.set()
        if self._thread is not threading.current_thread():
            self._thread.join()
        atexit.unregister(self.stop)

    def _run(self) -> None:
        if self._stopping.wait(self._start_after):
            return
        try:
            self.embed()
            if not self._stopping.is_set():
                self._then()
        except KbError as fault:
            self.fault = fault
        # A model of another house may raise anything; it is shown with the results, not lost with the thread.
        except Exception as error:  # noqa: BLE001
            self.fault = ModelFault(f"{error!r}", where=self._encoder.name, remedy="chạy `kb sync` để xem lỗi")

    def embed(self) -> None:
        """Document by document, each batch in a transaction of its own; waits while another process writes."""
        for document_id in self._bare_documents():
            while not self._stopping.is_set():
                try:
                    if not self._embed_some(document_id):
                        break
                except Busy:
                    self._stopping.wait(WAIT_FOR_WRITER_S)

    def _bare_documents(self) -> list[str]:
        if not self._source.count_without_vector(self._encoder.name):
            return []
        stored = self._source.passages(None, self._encoder.name)
        return list(dict.fromkeys(item.document_id for item in stored if item.vector is None))

    def _embed_some(self, document_id: str) -> bool:
        """Embeds a batch of a document's passages; False where none lacks its vector."""
        with writing_alone(self._home):
            stored = self._source.passages((document_id,), self._encoder.name)
            bare = [item for item in stored if item.vector is None][:BATCH]
            if bare:
                vectors = self._encoder.encode_passages([text_to_embed(item.passage) for item in bare])
                with self._source.writing() as writer:
                    keys = (item.vector_key for item in bare)
                    writer.add_vectors(self._encoder.name, dict(zip(keys, vectors, strict=True)))
        return bool(bare)
