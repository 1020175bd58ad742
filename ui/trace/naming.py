"""How a step of a trace is called and linked, whether its document is held or only registered."""

from __future__ import annotations

from hashlib import sha256

from kb.model import Derivation, NodeRef
from ui.address import PageName, document_link, href
from ui.documents.store import names, registry
from ui.markup import Html, link, shortened
from ui.words import document_name, place

# Characters of a document's name.
_NAME = 90
# The value of the parameter "mo" that opens the form in which a step is judged.
JUDGE = "xet"


def edge_id(edge: Derivation) -> str:
    """A short name of a step for the address: the same as long as the step stands."""
    return sha256(f"{edge.lower}>{edge.relation.value}>{edge.upper}".encode()).hexdigest()[:10]


def judging_link(start: NodeRef, opened: str | None, edge: Derivation | None = None) -> str:
    """The address of a trace with one of the maintainers' forms open, on a step where one is given."""
    step = edge_id(edge) if edge else None
    return href(PageName.TRACE, doc=start.document_id, path=start.path, mo=opened, buoc=step)


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
