"""The state of the knowledge base: how well each document was read, and what helps most."""

from kb.upkeep.book import HealthBook
from kb.upkeep.health import DOUBTFUL, DocumentHealth, blank_pages, health_of, reading_health, with_counts
from kb.upkeep.unread import Unread, UnreadLine, unread_lines
from kb.upkeep.work import Work, WorkKind, work_list

__all__ = [
    "DOUBTFUL",
    "DocumentHealth",
    "HealthBook",
    "Unread",
    "UnreadLine",
    "Work",
    "WorkKind",
    "blank_pages",
    "health_of",
    "reading_health",
    "unread_lines",
    "with_counts",
    "work_list",
]
