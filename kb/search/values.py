"""Values that the parts of a search hand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kb.index import Found, Weights
from kb.index.values import Unchanging
from kb.lexicon.restore import Reading
from kb.number import TypedNumber


@dataclass(frozen=True, slots=True)
class Understood(Unchanging):
    """A query as the search reads it.

    `query` is what was typed, in NFC and with single spaces; the places of `numbers` are in it. `text` has diacritics
    restored, `to_encode` has abbreviations spelled out too; `weights` are the words, phrases and their other forms for
    the search by words. `is_known` is False where no word of the query occurs.
    """

    query: str
    text: str
    to_encode: str
    readings: tuple[Reading, ...]
    weights: Weights
    numbers: tuple[TypedNumber, ...]
    is_number_alone: bool
    spelled_out: tuple[tuple[str, str], ...]
    is_known: bool

    @property
    def words(self) -> list[str]:
        return [reading.form for reading in self.readings]

    @property
    def was_restored(self) -> bool:
        return any(reading.is_restored for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Candidate(Unchanging):
    """A passage with its fused score; the scores of the two searches are None where it was not among their best."""

    key: int
    score: float
    cosine: float | None
    words: float | None


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document, held or registered, that the query names, and how: "đúng số, ký hiệu", "đúng tên văn bản".

    `is_certain` is False where the words of the query stand in the title and may ask for something in the document.
    """

    document_id: str | None
    registry_id: str | None
    why: str
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage in its place, with why it is there and the same words elsewhere."""

    found: Found
    score: float
    why: str
    also_in: tuple[str, ...] = ()


class Standing(Protocol):
    """What has become of documents: replaced, repealed, amended, by what."""

    def warnings(self, document_id: str) -> Sequence[str]:
        """What a reader of this document (held or registered) should know, in Vietnamese."""

    def not_in_force(self) -> Sequence[str]:
        """Ids of held documents that no longer hold."""
