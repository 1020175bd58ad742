"""The boxes that choose a document and a task of it; the address may also name one that is not held."""

from __future__ import annotations

import streamlit as st

from kb.errors import NotFound
from kb.model import NodeRef
from ui.base import bound, parameter
from ui.documents.store import documents, names, opened
from ui.markup import shortened
from ui.words import document_name, place

# Characters of an option, and of a task's words.
_OPTION = 120
_TASK = 90
# Documents in the box, newest first; the number of any other can be typed.
_OFFERED = 500


def choose() -> NodeRef | None:
    """The document, and the task or provision of it, that the trace starts from."""
    left, right = st.columns(2)
    path = parameter("path")
    with left:
        document_id = choose_document(parameter("doc"))
    if document_id is None:
        return None
    if document_id in names():
        with right:
            _choose_task(document_id, path)
    return NodeRef(document_id, path)


def choose_document(name: str | None) -> str | None:
    """The chosen document's id; `name` is what the address says."""
    held = names()
    document_id = _id_of(name)
    key, changed = bound("doc", document_id if document_id in held else None, "path")
    offered = [item.id for item in documents()[:_OFFERED]]
    if document_id in held and document_id not in offered:
        offered.insert(0, document_id)
    st.selectbox(
        "Văn bản",
        offered,
        key=key,
        on_change=changed,
        index=None,
        placeholder="Chọn văn bản hoặc gõ số, trích yếu",
        accept_new_options=True,
        format_func=_option,
    )
    return document_id


def _option(document_id: str) -> str:
    summary = names().get(document_id)
    return shortened(f"{document_name(summary)} – {summary.title or ''}", _OPTION) if summary else document_id


def _id_of(name: str | None) -> str | None:
    """The id of a held document named by number or file; any other name as it is (an entry of the registry)."""
    if not name or name in names():
        return name
    try:
        return opened(name).summary.id
    except NotFound:
        return name


def _choose_task(document_id: str, path: str | None) -> None:
    tasks = {task.where: task for task in opened(document_id).stored.tasks}
    paths = [*tasks] if path is None or path in tasks else [path, *tasks]
    key, changed = bound("path", path)

    def said(where: str) -> str:
        words = f": {shortened(tasks[where].text, _TASK)}" if where in tasks else ""
        return f"{place(where)}{words}"

    st.selectbox(
        "Nhiệm vụ hoặc điều khoản",
        paths,
        key=key,
        on_change=changed,
        index=None,
        placeholder=f"Cả văn bản ({len(tasks)} nhiệm vụ)",
        format_func=said,
    )
