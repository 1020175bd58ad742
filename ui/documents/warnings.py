"""What a reader of a document must know: replaced, repealed, amended, or resting on what was."""

from __future__ import annotations

import streamlit as st

from ui.base import knowledge_base, version


def warnings_of(document_id: str) -> tuple[str, ...]:
    """The warnings that the trace knows of a document."""
    return _warnings(version(), document_id)


@st.cache_data(show_spinner=False, max_entries=2_000)
def _warnings(now: tuple[str, int], document_id: str) -> tuple[str, ...]:
    return knowledge_base().tracer.document_warnings(document_id)
