"""Search: a query is understood, looked for by meaning and by words, and answered with passages and their reasons."""

from kb.search.searcher import Searcher
from kb.search.values import Standing

__all__ = ["Searcher", "Standing"]
