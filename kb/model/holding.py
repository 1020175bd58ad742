"""What the catalogue holds and how it answers: summaries, stored documents, outcomes, health."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kb.model.document import Document, Level
from kb.model.provision import Provision
from kb.model.reference import Reference, Resolution
from kb.model.search import Passage
from kb.model.task import Task


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A held document as a list shows it; values that hold, corrections included."""

    id: str
    source: str
    sha256: str
    number: str | None
    issued_on: date | None
    kind: str | None
    issuer: str | None
    level: Level | None
    locality: str | None
    title: str | None
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Linked:
    """A reference with what it resolves to (None: not resolved yet)."""

    reference: Reference
    resolution: Resolution | None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A held document with its layers."""

    document: Document
    provisions: tuple[Provision, ...]
    references: tuple[Linked, ...]
    tasks: tuple[Task, ...]
    passages: tuple[Passage, ...]
    sources: tuple[str, ...]
    added_at: datetime


class AddStatus(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    TWIN = "twin"
    REMOVED = "removed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """What became of one file given to `add` or `sync`. `message` is Vietnamese and whole."""

    source: str
    status: AddStatus
    document_id: str | None
    message: str


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """One part of the product: does it work, what was seen, what to do."""

    part: str
    ok: bool
    seen: str
    remedy: str | None = None
