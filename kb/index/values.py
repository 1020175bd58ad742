"""What goes into the index and what comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Generic, Protocol, Self, TypeVar

import numpy as np
import numpy.typing as npt

from kb.model import DocumentSummary, Filters, Passage

Vector = npt.NDArray[np.float32]
T = TypeVar("T")


class Unchanging:
    """A value that nobody changes: its deep copy, which a pipeline makes for every step, is itself."""

    __slots__ = ()

    def __deepcopy__(self, memo: object) -> Self:
        return self


@dataclass(frozen=True, slots=True)
class Listed(Unchanging, Generic[T]):
    """Many values as one: a pipeline copies a list item by item, and a hundred items cost it a millisecond."""

    items: Sequence[T]


@dataclass(frozen=True, slots=True)
class Weights(Unchanging):
    """A sparse vector: ids of terms and their weights, in the same order."""

    ids: list[int]
    values: list[float]


@dataclass(frozen=True, slots=True)
class Point:
    """A passage as it is indexed: its document's values for filters, its vector if it has one yet, its words.

    `in_order` are the words of heading and text, which a search reads again.
    """

    document: DocumentSummary
    passage: Passage
    vector: Vector | None
    words: Weights
    in_order: Sequence[str]

    @property
    def key(self) -> int:
        return point_key(self.passage.id)


@dataclass(frozen=True, slots=True)
class Scored(Unchanging):
    """A point found, with the score of the engine (cosine, or the sum of matching words' weights)."""

    key: int
    score: float


@dataclass(frozen=True, slots=True)
class Found(Unchanging):
    """A passage read back from the index, with the words of its heading and its text in order."""

    document_id: str
    passage: Passage
    words: list[str]


def point_key(passage_id: str) -> int:
    """63 bits that stand for a passage's id."""
    return int.from_bytes(blake2b(passage_id.encode(), digest_size=8).digest(), "big") >> 1


def day_number(day: date) -> int:
    """A date as a number that sorts: 20220518."""
    return day.year * 10_000 + day.month * 100 + day.day


class Engine(Protocol):
    """A store of points that searches by vector and by words. Filters apply in the search, not after it."""

    def put(self, points: Sequence[Point]) -> None: ...

    def remove_documents(self, ids: Sequence[str]) -> None: ...

    def passages_of(self, ids: Sequence[str]) -> Iterator[Passage]:
        """The passages of documents as they were put."""

    def clear(self) -> None:
        """Removes every point."""

    def nearest(self, vector: Vector, filters: Filters, without: Sequence[str], limit: int) -> list[Scored]:
        """Points by cosine, of documents not in `without`."""

    def matching(self, words: Weights, filters: Filters, without: Sequence[str], limit: int) -> list[Scored]:
        """Points by the words they share, rare ones counting more."""

    def fetch(self, keys: Sequence[int]) -> dict[int, Found]: ...

    def count(self) -> int: ...

    def flush(self) -> None:
        """Makes what was written durable."""

    def close(self) -> None: ...


class StoredPassage(Protocol):
    """A passage as the catalogue keeps it."""

    @property
    def document_id(self) -> str: ...

    @property
    def passage(self) -> Passage: ...

    @property
    def vector_key(self) -> str: ...

    @property
    def vector(self) -> Vector | None: ...


class PassageSource(Protocol):
    """The part of the catalogue that the index follows."""

    def version(self) -> int: ...

    def changes_since(self, version: int) -> tuple[int, tuple[str, ...]]:
        """The version now and the ids of documents added, changed or removed since."""

    def summaries(self, ids: Sequence[str] | None = None) -> tuple[DocumentSummary, ...]: ...

    def passages(self, ids: Sequence[str] | None = None, encoder: str = "") -> Iterator[StoredPassage]: ...
