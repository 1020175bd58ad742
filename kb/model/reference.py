"""References: citations of other documents as found in a text, and what they resolve to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kb.model.document import Level


class Relation(StrEnum):
    """What the citing document does to, or takes from, the cited one."""

    BASED_ON = "based-on"
    IMPLEMENTS = "implements"
    REPLACES = "replaces"
    REPEALS = "repeals"
    AMENDS = "amends"
    AMENDED_BY = "amended-by"
    APPROVES = "approves"
    CONTAINS = "contains"
    PROPOSAL = "proposal"
    COPY_OF = "copy-of"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a damaged document number, with how likely it is (0 to 1)."""

    number: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reference:
    """One citation, found in the document alone.

    `surface` is `text[start:end]`, the shortest text that names kind, number and date (or name and date).
    `number` is normalised ("749/QĐ-TTg"), None when cited by `name` alone. `issuer` and `title` as printed after it.
    `where` is the path of the numbered provision that holds it, or "title", "preamble", "table", "closing".
    `via` is the number (or name) of the document through which this one is cited: "Kế hoạch 271-KH/TU … thực hiện
    Nghị quyết 52-NQ/TW" cites 52-NQ/TW via 271-KH/TU, with `via_relation` implements.
    `antecedent` is the index of the earlier reference that a short form ("Nghị quyết này", "Chương trình") stands for.
    `evidence_start`/`evidence_end` span the sentence that shows the relation.
    """

    start: int
    end: int
    surface: str
    kind: str | None
    number: str | None
    name: str | None
    issued_on: date | None
    issuer: str | None
    title: str | None
    provision: str | None
    relation: Relation
    where: str
    evidence_start: int
    evidence_end: int
    rule: str
    via: str | None = None
    via_relation: Relation | None = None
    antecedent: int | None = None
    readings: tuple[Reading, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class RegistryRelation:
    """A relation that the registry states: this entry `relation` the document `number` (of `issued_on`, if given)."""

    relation: Relation
    number: str
    issued_on: date | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class RegistryEntry:
    """Facts about a document, whether its text is held or not. `id` is stable: made from number, issuer and date."""

    id: str
    number: str | None
    issued_on: date | None
    kind: str | None
    issuer: str | None
    level: Level | None
    locality: str | None
    title: str | None
    relations: tuple[RegistryRelation, ...] = ()
    full_text_at: str | None = None
    basis: str | None = None


class ResolutionStatus(StrEnum):
    HELD = "held"
    REGISTERED = "registered"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reference points to: ids of documents or registry entries; one when resolved, several when ambiguous."""

    status: ResolutionStatus
    targets: tuple[str, ...]
    rule: str
    confidence: float
