"""The catalogue: the truth about every document held, read here and changed through `writing`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, func, select

from kb.catalogue import schema
from kb.catalogue.codec import Vector, decode, vector_from_bytes
from kb.catalogue.engine import faults_named, open_engine, read_version
from kb.catalogue.writer import Writer
from kb.model import (
    Correction,
    Decision,
    Document,
    DocumentSummary,
    Level,
    Linked,
    Passage,
    Provision,
    Reference,
    RegistryEntry,
    Resolution,
    ResolutionStatus,
    StoredDocument,
    Task,
)

# Rows fetched at a time where a table may be large.
_BATCH = 2_000

_SUMMARY = [
    schema.documents.c[name.name]
    for name in schema.documents.c
    if name.name not in ("signature", "body", "provisions", "number_key")
]


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with its document and its vector of shape (dimension,), None while it is not embedded yet."""

    document_id: str
    passage: Passage
    vector_key: str
    vector: Vector | None


class Catalogue:
    """Reads are single queries; each sees one committed state."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine = open_engine(url)

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction. Raises Busy when another process writes, StorageFault when the disk fails."""
        with faults_named(self._url), self._engine.begin() as connection:
            yield Writer(connection)

    def version(self) -> int:
        with faults_named(self._url), self._engine.connect() as connection:
            return read_version(connection)

    def changes_since(self, version: int) -> tuple[int, tuple[str, ...]]:
        """The version now, and the ids of documents added, changed or removed after `version`."""
        with faults_named(self._url), self._engine.connect() as connection:
            now = read_version(connection)
            rows = connection.execute(select(schema.changes.c.document_id).where(schema.changes.c.version > version))
            return now, tuple(rows.scalars())

    def summaries(self, ids: Sequence[str] | None = None) -> tuple[DocumentSummary, ...]:
        """Held documents, newest date first; only those of `ids` where given."""
        query = select(*_SUMMARY).order_by(schema.documents.c.issued_on.desc(), schema.documents.c.id)
        if ids is not None:
            query = query.where(schema.documents.c.id.in_(list(ids)))
        return tuple(_summary(row) for row in self._rows(query))

    def find(self, name: str, key: str | None = None) -> tuple[DocumentSummary, ...]:
        """Held documents whose id begins with `name`, whose file is `name`, or whose number has the key `key`."""
        columns = schema.documents.c
        condition = (columns.source == name) | columns.id.startswith(name, autoescape=True)
        if key:
            condition = condition | (columns.number_key == key)
        return tuple(_summary(row) for row in self._rows(select(*_SUMMARY).where(condition)))

    def document_of_file(self, sha256: str) -> str | None:
        """The id of the document that a file of this content is, also as a second copy."""
        query = select(schema.sources.c.document_id).where(schema.sources.c.sha256 == sha256)
        return next((row.document_id for row in self._rows(query)), None)

    def read_by_others(self, edition: str) -> tuple[str, ...]:
        """Ids of the documents that another edition of the reading program read."""
        columns, noted = schema.documents.c, schema.editions.c
        query = select(columns.id).where(columns.id.not_in(select(noted.document_id).where(noted.edition == edition)))
        return tuple(row.id for row in self._rows(query.order_by(columns.id)))

    def sources(self) -> dict[str, tuple[str, str]]:
        """Every file known: source → (sha256, document id)."""
        return {row.source: (row.sha256, row.document_id) for row in self._rows(select(schema.sources))}

    def signatures(self) -> dict[str, NDArray[np.uint32]]:
        """The signature of each document's text, by id."""
        query = select(schema.documents.c.id, schema.documents.c.signature)
        return {row.id: np.frombuffer(row.signature, dtype=np.uint32) for row in self._rows(query)}

    def document(self, document_id: str) -> Document | None:
        query = select(schema.documents.c.body).where(schema.documents.c.id == document_id)
        return next((decode(row.body, Document) for row in self._rows(query)), None)

    def provisions(self, document_id: str) -> tuple[Provision, ...]:
        query = select(schema.documents.c.provisions).where(schema.documents.c.id == document_id)
        return next((decode(row.provisions, tuple[Provision, ...]) for row in self._rows(query)), ())

    def stored(self, document_id: str) -> StoredDocument | None:
        """A document with all its layers, None when it is not held."""
        document = self.document(document_id)
        added = select(schema.documents.c.added_at).where(schema.documents.c.id == document_id)
        added_at = next((row.added_at for row in self._rows(added)), None)
        # The second is asked later: another process may have taken the document out meanwhile.
        if document is None or added_at is None:
            return None
        files = select(schema.sources.c.source).where(schema.sources.c.document_id == document_id)
        return StoredDocument(
            document=document,
            provisions=self.provisions(document_id),
            references=self.references(document_id),
            tasks=tuple(task for _, task in self.tasks((document_id,))),
            passages=tuple(stored.passage for stored in self.passages((document_id,))),
            sources=tuple(row.source for row in self._rows(files)),
            added_at=added_at,
        )

    def references(self, document_id: str) -> tuple[Linked, ...]:
        """The references of a document in order, each with its resolution."""
        table, resolved = schema.references, schema.resolutions
        query = (
            select(table.c.position, table.c.body, resolved.c.status, resolved.c.rule, resolved.c.confidence)
            .outerjoin(
                resolved, (resolved.c.document_id == table.c.document_id) & (resolved.c.position == table.c.position)
            )
            .where(table.c.document_id == document_id)
            .order_by(table.c.position)
        )
        targets = self._targets(document_id)
        return tuple(_linked(row, targets.get(row.position, ())) for row in self._rows(query))

    def reference_counts(self) -> dict[str, dict[ResolutionStatus, int]]:
        """How many references of each document have which status; one not looked up yet counts as missing."""
        table, resolved = schema.references, schema.resolutions
        is_same = (resolved.c.document_id == table.c.document_id) & (resolved.c.position == table.c.position)
        query = select(table.c.document_id, resolved.c.status, func.count().label("number"))
        found: dict[str, dict[ResolutionStatus, int]] = {}
        for row in self._rows(query.outerjoin(resolved, is_same).group_by(table.c.document_id, resolved.c.status)):
            counts = found.setdefault(row.document_id, {})
            status = ResolutionStatus(row.status or ResolutionStatus.MISSING)
            counts[status] = counts.get(status, 0) + row.number
        return found

    def documents_citing(self, document_id: str) -> tuple[str, ...]:
        """The ids of held documents with a reference that resolves to this one."""
        table = schema.targets
        query = select(table.c.document_id).distinct().where(table.c.target_id == document_id)
        return tuple(sorted(row.document_id for row in self._rows(query)))

    def tasks(self, ids: Sequence[str] | None = None) -> Iterator[tuple[str, Task]]:
        """(document id, task) in order of documents and places."""
        query = select(schema.tasks.c.document_id, schema.tasks.c.body).order_by(
            schema.tasks.c.document_id, schema.tasks.c.position
        )
        if ids is not None:
            query = query.where(schema.tasks.c.document_id.in_(list(ids)))
        for row in self._rows(query):
            yield row.document_id, decode(row.body, Task)

    def passages(self, ids: Sequence[str] | None = None, encoder: str = "") -> Iterator[StoredPassage]:
        """Passages in order, with the vectors of `encoder`; all documents, or those of `ids`."""
        table, vectors = schema.passages, schema.vectors
        query = (
            select(table.c.document_id, table.c.body, table.c.vector_key, vectors.c.vector)
            .outerjoin(vectors, (vectors.c.key == table.c.vector_key) & (vectors.c.encoder == encoder))
            .order_by(table.c.document_id, table.c.position)
        )
        if ids is not None:
            query = query.where(table.c.document_id.in_(list(ids)))
        for row in self._rows(query):
            vector = None if row.vector is None else vector_from_bytes(row.vector)
            yield StoredPassage(row.document_id, decode(row.body, Passage), row.vector_key, vector)

    def known_vectors(self, encoder: str, keys: Sequence[str]) -> set[str]:
        """Which of `keys` are embedded by `encoder` already."""
        found: set[str] = set()
        for start in range(0, len(keys), 500):
            part = list(keys[start : start + 500])
            query = select(schema.vectors.c.key).where(
                schema.vectors.c.encoder == encoder, schema.vectors.c.key.in_(part)
            )
            found.update(row.key for row in self._rows(query))
        return found

    def corrections(self, sha256: str) -> tuple[Correction, ...]:
        """Corrections made in the app for a file of this content, oldest first."""
        query = (
            select(schema.corrections.c.body)
            .where(schema.corrections.c.sha256 == sha256)
            .order_by(schema.corrections.c.id)
        )
        return tuple(decode(row.body, Correction) for row in self._rows(query))

    def registry(self) -> tuple[RegistryEntry, ...]:
        query = select(schema.registry.c.body).order_by(schema.registry.c.id)
        return tuple(decode(row.body, RegistryEntry) for row in self._rows(query))

    def decisions(self) -> tuple[Decision, ...]:
        return tuple(
            decode(row.body, Decision)
            for row in self._rows(select(schema.decisions.c.body).order_by(schema.decisions.c.id))
        )

    def removed(self) -> tuple[tuple[str, str, str | None, str | None], ...]:
        """(sha256, source, number, title) of documents taken out, newest first."""
        query = select(schema.removed).order_by(schema.removed.c.removed_at.desc())
        return tuple((row.sha256, row.source, row.number, row.title) for row in self._rows(query))

    def count(self) -> dict[str, int]:
        """How many rows each kind of thing has."""
        tables = {
            "documents": schema.documents,
            "references": schema.references,
            "tasks": schema.tasks,
            "passages": schema.passages,
        }
        with faults_named(self._url), self._engine.connect() as connection:
            return {
                name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for name, table in tables.items()
            }

    def encoder_names(self) -> tuple[str, ...]:
        """The encoders of which vectors are stored."""
        return tuple(row.encoder for row in self._rows(select(schema.vectors.c.encoder).distinct()))

    def count_without_vector(self, encoder: str) -> int:
        """How many passages `encoder` has not embedded."""
        table, vectors = schema.passages, schema.vectors
        query = (
            select(func.count())
            .select_from(table)
            .outerjoin(vectors, (vectors.c.key == table.c.vector_key) & (vectors.c.encoder == encoder))
            .where(vectors.c.key.is_(None))
        )
        return int(next(iter(self._rows(query)))[0])

    def integrity_fault(self) -> str | None:
        """What SQLite finds wrong with its file, None where all is well (or where a server keeps the data)."""
        if self._engine.dialect.name != "sqlite":
            return None
        with faults_named(self._url), self._engine.connect() as connection:
            found = str(connection.exec_driver_sql("PRAGMA quick_check").scalar())
        return None if found == "ok" else found

    def _targets(self, document_id: str) -> dict[int, tuple[str, ...]]:
        query = select(schema.targets.c.position, schema.targets.c.target_id).where(
            schema.targets.c.document_id == document_id
        )
        found: dict[int, tuple[str, ...]] = {}
        for row in self._rows(query):
            found[row.position] = (*found.get(row.position, ()), row.target_id)
        return found

    def _rows(self, query: Select[Any]) -> Iterator[Any]:
        with faults_named(self._url), self._engine.connect() as connection:
            yield from connection.execution_options(yield_per=_BATCH).execute(query)


def _summary(row: Any) -> DocumentSummary:  # noqa: ANN401 - a row of whatever columns were selected
    values = dict(row._mapping)
    level = values.pop("level")
    return DocumentSummary(**values, level=Level(level) if level else None)


def _linked(row: Any, targets: tuple[str, ...]) -> Linked:  # noqa: ANN401 - a row of whatever columns were selected
    reference = decode(row.body, Reference)
    if row.status is None:
        return Linked(reference, None)
    return Linked(reference, Resolution(ResolutionStatus(row.status), targets, row.rule, row.confidence))
