"""The file of a task with its chain and quotations, as an office would keep it."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st

from kb.model import Document, Task, Trace
from ui.documents.store import names, opened


def render_dossier(trace: Trace) -> None:
    """The button that downloads the dossier, where the trace begins with a task."""
    document_id, path = trace.start.document_id, trace.start.path
    if path is None or document_id not in names():
        return
    stored = opened(document_id).stored
    task = next((item for item in stored.tasks if item.where == path), None)
    if task:
        st.download_button(
            "Hồ sơ nhiệm vụ (.docx)",
            partial(_content, task, stored.document, trace),
            file_name="ho-so-nhiem-vu.docx",
            icon=":material/download:",
            on_click="ignore",
        )


def _content(task: Task, document: Document, trace: Trace) -> bytes:
    from kb.exports import write_dossier

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "ho-so-nhiem-vu.docx"
        return write_dossier(task, document, trace, target, drawn_up_on=date.today()).read_bytes()
