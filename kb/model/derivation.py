"""Derivations: which task, provision or document carries out which, with the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kb.model.reference import Relation


class Reason(StrEnum):
    """Why an edge exists, from what the text says to what is only alike."""

    EXPLICIT = "explicit"
    BY_NAME = "by-name"
    INHERITED = "inherited"
    REGISTERED = "registered"
    SIMILAR = "similar"
    STATED = "stated"


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation that shows an edge: of a held document (`text[start:end] == quote`), or a fact of the registry."""

    document_id: str | None
    path: str
    quote: str
    start: int | None
    end: int | None
    page: int | None


@dataclass(frozen=True, slots=True)
class NodeRef:
    """One end of an edge: a document (held or registered) and, where known, a provision or task of it."""

    document_id: str
    path: str | None = None

    def __str__(self) -> str:
        return f"{self.document_id}#{self.path}" if self.path else self.document_id


@dataclass(frozen=True, slots=True)
class Derivation:
    """`lower` carries out, rests on or otherwise relates to `upper`."""

    lower: NodeRef
    upper: NodeRef
    relation: Relation
    reason: Reason
    confidence: float
    evidence: tuple[Evidence, ...]
    via: NodeRef | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said of an edge; kept as a correction and applied again after every re-reading."""

    lower: NodeRef
    upper: NodeRef
    relation: Relation
    verdict: Verdict
    by: str
    at: date
    reason: str


@dataclass(frozen=True, slots=True)
class TraceNode:
    """A document in a trace: how to call it, whether its text is held, what has become of it."""

    ref: NodeRef
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: date | None
    held: bool
    text: str | None
    warnings: tuple[str, ...] = ()
    full_text_at: str | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """A citation that several documents may be meant by: no edge is drawn until one is left."""

    evidence: Evidence
    candidates: tuple[TraceNode, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """The graph around a start: nodes by their reference and the edges among them, nearest first.

    `unclear` are the start's own citations that could not be told apart.
    """

    start: NodeRef
    nodes: dict[NodeRef, TraceNode]
    up: tuple[Derivation, ...]
    down: tuple[Derivation, ...]
    unclear: tuple[Unclear, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingDocument:
    """A document that is cited and not held, with where to get it if the registry knows."""

    number: str | None
    name: str | None
    issued_on: date | None
    issuer: str | None
    title: str | None
    citation_count: int
    cited_by: tuple[str, ...]
    full_text_at: str | None
