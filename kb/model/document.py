"""A document: one issued text, the facts read from it, and a person's corrections of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """The level of the authority that issues a document."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Field(StrEnum):
    """A fact that a document states of itself and that a person may correct."""

    NUMBER = "number"
    ISSUED_ON = "issued_on"
    KIND = "kind"
    ISSUER = "issuer"
    LETTERHEAD = "letterhead"
    LEVEL = "level"
    LOCALITY = "locality"
    TITLE = "title"
    SIGNER = "signer"
    SIGNER_TITLE = "signer_title"
    SIGNED_FOR = "signed_for"
    EFFECTIVE_ON = "effective_on"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value read from the text: `rule` says how, `start`/`end` where (None: inferred, no single place)."""

    value: str
    rule: str
    start: int | None = None
    end: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's value of one field, with the reason; it wins over what was read. None: there is no such fact."""

    field: Field
    value: str | None
    reason: str
    by: str
    at: date


@dataclass(frozen=True, slots=True)
class CertifiedCopy:
    """Another office certifies a copy (sao y, sao lục, trích sao; Decree 30/2020/NĐ-CP, Article 25)."""

    kind: str
    number: str | None
    issued_on: date | None
    issuer: str | None
    place: str | None
    signer: str | None
    signer_title: str | None
    recipients: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ArrivalStamp:
    """The stamp by which an office registers an incoming document (dấu "Đến"; Decree 30/2020/NĐ-CP, Appendix IV)."""

    issuer: str | None
    number: str | None
    arrived_on: date | None
    forwarded_to: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """From `offset` on, the text comes from this page and line of the file (1-based; None: the file has none)."""

    offset: int
    page: int | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know of how a document was read. `code` is stable, `message` is Vietnamese."""

    code: str
    message: str
    start: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One issued text (NFC) with what was read of it; every span of its parts lies in `text`."""

    id: str
    source: str
    sha256: str
    format: str
    text: str
    facts: Mapping[Field, Fact]
    corrections: tuple[Correction, ...] = ()
    copy: CertifiedCopy | None = None
    arrival_stamp: ArrivalStamp | None = None
    recipients: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    page_count: int | None = None
    notices: tuple[Notice, ...] = ()
    encoding: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    # Which edition of the reading program read it.
    edition: str = ""

    def value(self, name: Field) -> str | None:
        """The value that holds: a person's correction, else what was read."""
        for correction in reversed(self.corrections):
            if correction.field == name:
                return correction.value
        fact = self.facts.get(name)
        return fact.value if fact else None

    def is_corrected(self, name: Field) -> bool:
        return any(correction.field == name for correction in self.corrections)

    @property
    def number(self) -> str | None:
        return self.value(Field.NUMBER)

    @property
    def issued_on(self) -> date | None:
        value = self.value(Field.ISSUED_ON)
        return date.fromisoformat(value) if value else None

    @property
    def kind(self) -> str | None:
        return self.value(Field.KIND)

    @property
    def issuer(self) -> str | None:
        return self.value(Field.ISSUER)

    @property
    def level(self) -> Level | None:
        value = self.value(Field.LEVEL)
        return Level(value) if value else None

    @property
    def locality(self) -> str | None:
        return self.value(Field.LOCALITY)

    @property
    def title(self) -> str | None:
        return self.value(Field.TITLE)

    def anchor_at(self, offset: int) -> Anchor | None:
        """The place in the file of a character of the text."""
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor.offset) - 1
        return self.anchors[index] if index >= 0 else None

    def page_at(self, offset: int) -> int | None:
        anchor = self.anchor_at(offset)
        return anchor.page if anchor else None
