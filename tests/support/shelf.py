"""A catalogue in memory for tests of index and search: documents can be put, changed and taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import numpy as np
from builders import HashEncoder
from numpy.typing import NDArray

from kb.encoder import Encoder, text_to_embed
from kb.model import DocumentSummary, Level, Passage, RegistryEntry

ADDED_AT = datetime(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Shelved:
    document_id: str
    passage: Passage
    vector_key: str = ""
    vector: NDArray[np.float32] | None = None


def summary(document_id: str, title: str, **values: object) -> DocumentSummary:
    """A held document; what is not given is plausible."""
    given: dict[str, object] = {
        "number": None,
        "issued_on": date(2024, 3, 5),
        "kind": "Quyết định",
        "issuer": "Ủy ban nhân dân tỉnh Thanh Bình Nguyên",
        "level": Level.PROVINCE,
        "locality": "Thanh Bình Nguyên",
        **values,
    }
    return DocumentSummary(
        id=document_id, source=f"kho/{document_id}.txt", sha256="", title=title, added_at=ADDED_AT, **given
    )  # type: ignore[arg-type]


def passages_of(document: DocumentSummary, texts: Sequence[str], heading: str | None = None) -> list[Passage]:
    context = f"{document.kind} {document.number or ''} {document.issuer}: {document.title}"
    return [
        Passage(f"{document.id}-{n}", f"Điều {n}", 100 * n, 100 * n + len(text), text, heading, context, page=1)
        for n, text in enumerate(texts, 1)
    ]


@dataclass
class Shelf:
    """Counts its versions and says what changed since one. Passages are embedded by `encoders` when they are put."""

    documents: dict[str, DocumentSummary] = field(default_factory=dict)
    shelved: dict[str, list[Shelved]] = field(default_factory=dict)
    entries: tuple[RegistryEntry, ...] = ()
    changes: list[str] = field(default_factory=list)
    reads: list[tuple[str, ...] | None] = field(default_factory=list)
    encoders: tuple[Encoder, ...] = (HashEncoder(),)
    vectors: dict[tuple[str, str], NDArray[np.float32]] = field(default_factory=dict)

    def put(self, document: DocumentSummary, texts: Sequence[str], heading: str | None = None) -> None:
        self.documents[document.id] = document
        passages = passages_of(document, texts, heading)
        self.shelved[document.id] = [Shelved(document.id, passage, text_to_embed(passage)) for passage in passages]
        keys = [text_to_embed(passage) for passage in passages]
        for encoder in self.encoders:
            self.add_vectors(encoder.name, dict(zip(keys, encoder.encode_passages(keys), strict=True)))
        self.changes.append(document.id)

    def correct(self, document_id: str, **values: object) -> None:
        self.documents[document_id] = replace(self.documents[document_id], **values)  # type: ignore[arg-type]
        self.changes.append(document_id)

    def take_away(self, document_id: str) -> None:
        del self.documents[document_id], self.shelved[document_id]
        self.changes.append(document_id)

    def version(self) -> int:
        return len(self.changes)

    def changes_since(self, version: int) -> tuple[int, tuple[str, ...]]:
        return len(self.changes), tuple(dict.fromkeys(self.changes[version:]))

    def summaries(self, ids: Sequence[str] | None = None) -> tuple[DocumentSummary, ...]:
        return tuple(document for key, document in self.documents.items() if ids is None or key in ids)

    def passages(self, ids: Sequence[str] | None = None, encoder: str = "") -> Iterator[Shelved]:
        self.reads.append(None if ids is None else tuple(ids))
        held = [item for key, items in self.shelved.items() if ids is None or key in ids for item in items]
        return iter([replace(item, vector=self.vectors.get((encoder, item.vector_key))) for item in held])

    def count_without_vector(self, encoder: str) -> int:
        return sum((encoder, item.vector_key) not in self.vectors for items in self.shelved.values() for item in items)

    @contextmanager
    def writing(self) -> Iterator[Shelf]:
        yield self

    def add_vectors(self, encoder: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        self.vectors.update({(encoder, key): vector for key, vector in vectors.items()})

    def registry(self) -> tuple[RegistryEntry, ...]:
        return self.entries
