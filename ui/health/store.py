"""The health of documents, computed once for each state of a document."""

from __future__ import annotations

import streamlit as st

from kb.model import DocumentSummary
from kb.upkeep import DocumentHealth, Work, reading_health, with_references, work_list
from ui.base import knowledge_base, version
from ui.documents.store import documents
from ui.trace.missing import missing_documents

Version = tuple[str, int]


def healths() -> tuple[tuple[DocumentSummary, DocumentHealth], ...]:
    """Each held document with its health; those that want a look first."""
    return _healths(version())


@st.cache_resource(show_spinner="Đang xem lại từng văn bản …", max_entries=2)
def _healths(now: Version) -> tuple[tuple[DocumentSummary, DocumentHealth], ...]:
    catalogue = knowledge_base().catalogue
    found = [
        (item, with_references(health, catalogue.references(item.id)))
        for item in documents()
        if (health := _reading(item))
    ]
    return tuple(sorted(found, key=lambda pair: pair[1].is_sound))


@st.cache_data(show_spinner=False, max_entries=20_000)
def _reading(summary: DocumentSummary) -> DocumentHealth | None:
    """What hangs on the document alone is not looked at again when another document comes."""
    catalogue = knowledge_base().catalogue
    document = catalogue.document(summary.id)
    return reading_health(document, catalogue.provisions(summary.id)) if document else None


def work() -> tuple[Work, ...]:
    return _work(version())


@st.cache_resource(show_spinner=False, max_entries=2)
def _work(now: Version) -> tuple[Work, ...]:
    return work_list([health for _, health in _healths(now)], missing_documents(now))
