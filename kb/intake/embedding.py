"""Embedding what the catalogue does not hold a vector of yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from kb.catalogue import Catalogue, StoredPassage, vector_key
from kb.catalogue.codec import Vector
from kb.encoder import text_to_embed
from kb.model import Passage

# Passages embedded between two reports of progress: about two seconds of work on two cores.
BATCH = 64


class PassageEncoder(Protocol):
    """The part of an encoder that the intake needs: texts in, vectors of shape (texts, dimension) out."""

    @property
    def name(self) -> str: ...

    def encode_passages(self, texts: Sequence[str]) -> Vector: ...


def embed_new(
    passages: Sequence[Passage],
    catalogue: Catalogue,
    encoder: PassageEncoder,
    report: Callable[[int, int], None] | None = None,
) -> Mapping[str, Vector]:
    """Vectors by key of those passages whose words were never embedded; `report(done, total)` as it goes on."""
    by_key = {vector_key(passage): passage for passage in passages}
    known = catalogue.known_vectors(encoder.name, list(by_key))
    new = {key: passage for key, passage in by_key.items() if key not in known}
    return _embed(new, encoder, report)


def embed_stored(stored: Sequence[StoredPassage], encoder: PassageEncoder) -> Mapping[str, Vector]:
    """Vectors by key of passages that are stored without one (another encoder made theirs)."""
    return _embed({item.vector_key: item.passage for item in stored}, encoder, None)


def _embed(
    passages: Mapping[str, Passage], encoder: PassageEncoder, report: Callable[[int, int], None] | None
) -> Mapping[str, Vector]:
    # Texts of one length are embedded together: padding is work for nothing.
    keys = sorted(passages, key=lambda key: len(passages[key].text))
    vectors: dict[str, Vector] = {}
    for start in range(0, len(keys), BATCH):
        if report:
            report(start, len(keys))
        part = keys[start : start + BATCH]
        vectors.update(zip(part, encoder.encode_passages([text_to_embed(passages[key]) for key in part]), strict=True))
    if report and keys:
        report(len(keys), len(keys))
    return vectors
