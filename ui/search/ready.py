"""The search made ready in the background: the encoder opened, the index brought to the catalogue's version."""

from __future__ import annotations

from kb import KnowledgeBase
from ui.background import Progress, begin_in_background, in_background
from ui.base import Told, told_of, version

_NAME = "search"


def is_ready() -> bool:
    """Whether a search would begin at once; where not, the page shows how far the preparation is."""
    kb, told = told_of()
    return (
        in_background(_NAME, version(), "Đang chuẩn bị tìm kiếm", lambda report: _ready(kb, told, report)) is not None
    )


def prepare() -> None:
    """Begins the preparation; whoever searches later need not wait so long."""
    kb, told = told_of()
    begin_in_background(_NAME, version(), lambda report: _ready(kb, told, report))


def _ready(kb: KnowledgeBase, told: Told, report: Progress) -> bool:
    told.listener = report
    try:
        kb.searcher.follow()
        # What a first search still opens (names of documents, the registry) is opened here.
        kb.searcher.search("văn bản", limit=1)
    finally:
        told.listener = None
    return True
