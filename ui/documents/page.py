"""The page "Văn bản": the list, or the document that the address names."""

from __future__ import annotations

from ui.base import parameter
from ui.documents.listing import render_list
from ui.documents.reading import render_document


def render() -> None:
    name = parameter("doc")
    if name:
        render_document(name)
    else:
        render_list()
