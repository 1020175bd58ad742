"""The view "Nguồn gốc": what the document rests on and what rests on it."""

from __future__ import annotations

from kb.model import NodeRef
from ui.address import PageName, href
from ui.base import show
from ui.markup import link, tag


def render_origin(document_id: str) -> None:
    from ui.trace.listing import trace_html
    from ui.trace.store import traced

    show(tag("p", link(href(PageName.TRACE, doc=document_id), "Xem dạng sơ đồ ở trang Truy vết")))
    show(trace_html(traced(NodeRef(document_id))))
