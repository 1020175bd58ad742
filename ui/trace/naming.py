"""How a step of a trace is called and linked, whether its document is held or only registered."""

from __future__ import annotations

from kb.model import NodeRef
from ui.address import PageName, document_link, href
from ui.documents.store import names, registry
from ui.markup import Html, link, shortened
from ui.words import document_name, place

# Characters of a document's name.
_NAME = 90


def name_of(document_id: str) -> str:
    """What a document is called."""
    if document_id in names():
        return document_name(names()[document_id])
    entry = registry().get(document_id)
    return " ".join(part for part in (entry.kind, entry.number) if part) if entry and entry.number else document_id


def ref_link(ref: NodeRef) -> Html:
    """The link to the document or provision; to its trace where there is no text."""
    where = f", {place(ref.path)}" if ref.path else ""
    is_held = ref.document_id in names()
    goal = document_link(ref.document_id, ref.path) if is_held else href(PageName.TRACE, doc=ref.document_id)
    return link(goal, f"{shortened(name_of(ref.document_id), _NAME)}{where}")
