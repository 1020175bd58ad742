"""What the pages of documents read of the knowledge base, kept until the catalogue changes."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from kb.errors import NotFound
from kb.model import DocumentSummary, Linked, RegistryEntry, StoredDocument
from ui.base import knowledge_base, version

Version = tuple[str, int]


def documents() -> tuple[DocumentSummary, ...]:
    """All held documents, newest first."""
    return _documents(version())


@st.cache_resource(show_spinner=False, max_entries=4)
def _documents(now: Version) -> tuple[DocumentSummary, ...]:
    return knowledge_base().documents()


def names() -> dict[str, DocumentSummary]:
    """The held documents by id."""
    return _names(version())


@st.cache_resource(show_spinner=False, max_entries=4)
def _names(now: Version) -> dict[str, DocumentSummary]:
    return {summary.id: summary for summary in _documents(now)}


def registry() -> dict[str, RegistryEntry]:
    """The entries of the registry by id."""
    return _registry(version())


@st.cache_resource(show_spinner=False, max_entries=4)
def _registry(now: Version) -> dict[str, RegistryEntry]:
    return {entry.id: entry for entry in knowledge_base().catalogue.registry()}


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that a page shows, with its line in the list."""

    summary: DocumentSummary
    stored: StoredDocument


def opened(name: str) -> Opened:
    """The document of that id, number or file. Raises NotFound (also when it was just removed) or AmbiguousName."""
    return _opened(version(), name)


@st.cache_resource(show_spinner=False, max_entries=16)
def _opened(now: Version, name: str) -> Opened:
    kb = knowledge_base()
    summary = kb.find(name)
    stored = kb.catalogue.stored(summary.id)
    if stored is None:
        raise NotFound("văn bản vừa bị bỏ khỏi kho", remedy="quay lại danh sách văn bản")
    return Opened(summary, stored)


@st.cache_resource(show_spinner=False, max_entries=64)
def _citing(now: Version, document_id: str) -> tuple[tuple[DocumentSummary, Linked], ...]:
    return knowledge_base().citing(document_id)


def citing(document_id: str) -> tuple[tuple[DocumentSummary, Linked], ...]:
    """Who cites a document: (citing document, reference)."""
    return _citing(version(), document_id)
