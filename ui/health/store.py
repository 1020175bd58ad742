"""The state of the knowledge base, looked at in the background and kept until the catalogue changes."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from kb import KnowledgeBase
from kb.catalogue import Catalogue
from kb.upkeep import DocumentHealth, HealthBook, Work, work_list
from ui.background import Progress, in_background
from ui.base import knowledge_base, version


@dataclass(frozen=True, slots=True)
class State:
    """The health of each held document, what wants a look first, and what helps most."""

    healths: tuple[DocumentHealth, ...]
    work: tuple[Work, ...]


def state() -> State | None:
    """None while it is looked at; the page then shows how far that is."""
    kb, now = knowledge_base(), version()
    book = _book(now[0], kb.catalogue)
    return in_background("health", now, "Đang xem lại từng văn bản", lambda progress: _looked_at(kb, book, progress))


def _looked_at(kb: KnowledgeBase, book: HealthBook, progress: Progress) -> State:
    healths = book.follow(lambda done, total: progress(done, total, "văn bản"))
    return State(healths, work_list(healths, kb.missing()))


@st.cache_resource(show_spinner=False, max_entries=2)
def _book(catalogue_url: str, _catalogue: Catalogue) -> HealthBook:
    return HealthBook(_catalogue)
