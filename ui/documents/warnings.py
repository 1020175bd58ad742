"""What has become of a document: replaced, repealed, amended."""

from __future__ import annotations

import streamlit as st

from kb.model import NodeRef
from ui.base import knowledge_base, version


def warnings_of(document_id: str) -> tuple[str, ...]:
    """The warnings that the trace knows of a document."""
    return _warnings(version(), document_id)


@st.cache_data(show_spinner=False, max_entries=2_000)
def _warnings(now: tuple[str, int], document_id: str) -> tuple[str, ...]:
    ref = NodeRef(document_id)
    node = knowledge_base().tracer.trace(ref).nodes.get(ref)
    return node.warnings if node else ()
