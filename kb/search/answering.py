"""What answers at a moment: an index, the encoder that its vectors are of, and the pipeline over both."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kb.encoder import Encoder, Reranker
from kb.errors import KbError
from kb.index import SearchIndex
from kb.index.values import Listed
from kb.model import Filters
from kb.search.rank import Read
from kb.search.values import Candidate, Understood

if TYPE_CHECKING:
    from haystack import Pipeline


@dataclass(frozen=True, slots=True)
class Limits:
    """Which passages a search may find, and how many candidates of it are read."""

    filters: Filters
    without: Sequence[str]
    depth: int


class Answering:
    """Exchanged as a whole, so that a search never mixes the index of one encoder with the vectors of another."""

    def __init__(
        self, index: SearchIndex, encoder: Encoder, open_reranker: Callable[[], Reranker] | None = None
    ) -> None:
        self.index = index
        self.encoder = encoder
        self._open_reranker = open_reranker
        self._building = threading.Lock()
        self._built: Pipeline | None = None

    def run(self, query: str, limits: Limits) -> tuple[Understood, Sequence[Read], Sequence[Candidate]]:
        """What was understood, the passages read in their order, and the candidates below them.

        Raises what a step raises: StorageFault, ModelFault.
        """
        from haystack.core.errors import PipelineRuntimeError

        allowed: dict[str, Any] = {"filters": limits.filters, "without": limits.without}
        steps = {
            "understand": {"query": query},
            "nearest": allowed,
            "matching": allowed,
            "reread": {"depth": limits.depth},
        }
        try:
            answer = self._pipeline().run(steps, include_outputs_from={"understand", "reread"})
        except PipelineRuntimeError as error:
            if isinstance(error.__cause__, KbError):
                raise error.__cause__ from None
            raise
        understood: Understood = answer["understand"]["understood"]
        if not understood.is_known:
            return understood, [], []
        read: Listed[Read] = answer.get("rerank", answer["reread"])["read"]
        unread: Listed[Candidate] = answer["reread"]["unread"]
        return understood, read.items, unread.items

    def _pipeline(self) -> Pipeline:
        """Built at the first search: what only follows the catalogue need not load Haystack."""
        if self._built is None:
            from kb.search.components import search_pipeline

            with self._building:
                if self._built is None:
                    self._built = search_pipeline(self.index, self.encoder, self._open_reranker)
        return self._built
