"""The words of the field as frozen values; standard library only. Everything else speaks them."""

from kb.model.derivation import (
    Decision,
    Derivation,
    Evidence,
    MissingDocument,
    NodeRef,
    Reason,
    Trace,
    TraceNode,
    Unclear,
    Verdict,
)
from kb.model.document import (
    Anchor,
    ArrivalStamp,
    CertifiedCopy,
    Correction,
    Document,
    Fact,
    Field,
    Level,
    Notice,
)
from kb.model.holding import (
    AddOutcome,
    AddStatus,
    DocumentSummary,
    HealthCheck,
    Linked,
    StoredDocument,
)
from kb.model.parsed import (
    Parsed,
)
from kb.model.provision import (
    Provision,
    ProvisionKind,
)
from kb.model.reference import (
    Reading,
    Reference,
    RegistryEntry,
    RegistryRelation,
    Relation,
    Resolution,
    ResolutionStatus,
)
from kb.model.search import (
    Answer,
    Citation,
    Filters,
    Hit,
    Passage,
    SearchResult,
    Sentence,
)
from kb.model.task import (
    Recurrence,
    Task,
)

__all__ = [
    "AddOutcome",
    "AddStatus",
    "Anchor",
    "Answer",
    "ArrivalStamp",
    "CertifiedCopy",
    "Citation",
    "Correction",
    "Decision",
    "Derivation",
    "Document",
    "DocumentSummary",
    "Evidence",
    "Fact",
    "Field",
    "Filters",
    "HealthCheck",
    "Hit",
    "Level",
    "Linked",
    "MissingDocument",
    "NodeRef",
    "Notice",
    "Parsed",
    "Passage",
    "Provision",
    "ProvisionKind",
    "Reading",
    "Reason",
    "Recurrence",
    "Reference",
    "RegistryEntry",
    "RegistryRelation",
    "Relation",
    "Resolution",
    "ResolutionStatus",
    "SearchResult",
    "Sentence",
    "StoredDocument",
    "Task",
    "Trace",
    "TraceNode",
    "Unclear",
    "Verdict",
]
