"""Changes of the catalogue: all of one `Writer` is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, insert, select, update

from kb.catalogue import schema
from kb.catalogue.codec import Vector, encode, vector_to_bytes
from kb.catalogue.engine import raise_version
from kb.catalogue.rows import (
    Row,
    document_columns,
    passage_rows,
    provisions_text,
    reading_rows,
    reference_rows,
    task_rows,
)
from kb.model import Correction, Decision, Document, Parsed, RegistryEntry
from kb.number import number_key

# What is read from a document's text and stored beside it.
_LAYERS = (
    schema.targets,
    schema.resolutions,
    schema.readings,
    schema.references,
    schema.tasks,
    schema.passages,
    schema.editions,
)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class Writer:
    """Writes within one transaction; nothing is seen by others until the `with catalogue.writing()` block ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._version: int | None = None

    @property
    def connection(self) -> Connection:
        """The transaction's connection, for the other modules of the catalogue."""
        return self._connection

    def put(self, parsed: Parsed, signature: NDArray[np.uint32], vectors: Mapping[str, Vector], encoder: str) -> None:
        """Stores a document with its layers, in place of what bore its id. `vectors` by `vector_key`; those that the
        catalogue holds already may be absent."""
        document = parsed.document
        row = {
            "source": document.source,
            "sha256": document.sha256,
            "signature": signature.tobytes(),
            "provisions": provisions_text(parsed.provisions),
            **document_columns(document),
        }
        here = schema.documents.c.id == document.id
        if self._connection.execute(update(schema.documents).where(here).values(**row)).rowcount == 0:
            self._insert(schema.documents, [{"id": document.id, "added_at": _now(), **row}])
        for layer in _LAYERS:
            self._connection.execute(delete(layer).where(layer.c.document_id == document.id))
        self._insert(schema.editions, [{"document_id": document.id, "edition": document.edition}])
        self._insert(schema.references, reference_rows(document.id, parsed.references))
        self._insert(schema.readings, reading_rows(document.id, parsed.references))
        self._insert(schema.tasks, task_rows(document.id, parsed.tasks))
        self._insert(schema.passages, passage_rows(parsed))
        self._insert(
            schema.vectors,
            [{"encoder": encoder, "key": key, "vector": vector_to_bytes(vector)} for key, vector in vectors.items()],
        )
        self.add_source(document.sha256, document.source, document.id)
        self._connection.execute(delete(schema.removed).where(schema.removed.c.sha256 == document.sha256))
        self._changed(document.id)

    def add_source(self, sha256: str, source: str, document_id: str) -> None:
        """Notes that the file `source` is the document `document_id`."""
        self._connection.execute(delete(schema.sources).where(schema.sources.c.sha256 == sha256))
        self._insert(schema.sources, [{"sha256": sha256, "source": source, "document_id": document_id}])

    def replace_document(self, document: Document) -> None:
        """Stores a document's own values again (after a correction); its layers stay."""
        self._connection.execute(
            update(schema.documents).where(schema.documents.c.id == document.id).values(**document_columns(document))
        )
        self._changed(document.id)

    def add_vectors(self, encoder: str, vectors: Mapping[str, Vector]) -> None:
        keys = list(vectors)
        self._connection.execute(
            delete(schema.vectors).where(schema.vectors.c.encoder == encoder, schema.vectors.c.key.in_(keys))
        )
        self._insert(
            schema.vectors,
            [{"encoder": encoder, "key": key, "vector": vector_to_bytes(vector)} for key, vector in vectors.items()],
        )

    def remove(self, document_id: str) -> None:
        """Takes a document out; its name is kept among the removed, so that it can be put back.

        Nothing happens where another process took it out before.
        """
        columns = schema.documents.c
        row = self._connection.execute(
            select(columns.sha256, columns.source, columns.number, columns.title).where(columns.id == document_id)
        ).one_or_none()
        if row is None:
            return
        self._connection.execute(delete(schema.documents).where(columns.id == document_id))
        self._connection.execute(delete(schema.removed).where(schema.removed.c.sha256 == row.sha256))
        self._insert(schema.removed, [{**row._mapping, "removed_at": _now()}])
        self._changed(document_id)

    def drop_source(self, source: str) -> None:
        """Forgets a file that is a second copy of a held document."""
        self._connection.execute(delete(schema.sources).where(schema.sources.c.source == source))

    def put_registry(self, entries: Iterable[RegistryEntry]) -> None:
        """Puts these entries in place of all entries of the registry."""
        self._connection.execute(delete(schema.registry))
        self._insert(
            schema.registry,
            [
                {"id": entry.id, "number_key": number_key(entry.number), "body": encode(entry, RegistryEntry)}
                for entry in entries
            ],
        )
        raise_version(self._connection)

    def add_correction(self, sha256: str, correction: Correction) -> None:
        self._insert(schema.corrections, [{"sha256": sha256, "body": encode(correction, Correction)}])

    def add_decision(self, decision: Decision) -> None:
        self._insert(schema.decisions, [{"body": encode(decision, Decision)}])
        raise_version(self._connection)

    def _insert(self, table: object, rows: list[Row]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)  # type: ignore[arg-type]

    def _changed(self, document_id: str) -> None:
        if self._version is None:
            self._version = raise_version(self._connection)
        self._connection.execute(delete(schema.changes).where(schema.changes.c.document_id == document_id))
        self._insert(schema.changes, [{"version": self._version, "document_id": document_id}])
