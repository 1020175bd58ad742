"""What the pages read of the trace, kept until the catalogue changes."""

from __future__ import annotations

import streamlit as st

from kb.model import NodeRef, Trace
from ui.base import knowledge_base, version


def traced(ref: NodeRef) -> Trace:
    """The graph around a document, task or provision. Raises NotFound."""
    return _traced(version(), ref)


@st.cache_data(show_spinner="Đang lần theo viện dẫn …", max_entries=300)
def _traced(now: tuple[str, int], ref: NodeRef) -> Trace:
    return knowledge_base().tracer.trace(ref)
