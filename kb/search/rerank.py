"""The best passages judged again by a cross-encoder, which reads query and passage together (KB_RERANKER)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.encoder import Reranker, text_to_embed
from kb.search.rank import Read

RERANKED = 30  # passages; each costs a run of the model with the query


def reranked(read: Sequence[Read], query: str, reranker: Reranker) -> list[Read]:
    """The best RERANKED in the order of their new scores, the others below as they were.

    Each takes the fused score of the place that it gets: scores keep their scale, and what is added to them later
    (for a document whose number the query states) keeps its worth.
    """
    best, others = read[:RERANKED], read[RERANKED:]
    scores = reranker.score(query, [text_to_embed(item.found.passage) for item in best])
    order = sorted(range(len(best)), key=lambda place: (-scores[place], place))
    return [*(_at(best[old], best[new]) for new, old in enumerate(order)), *others]


def _at(item: Read, place: Read) -> Read:
    return replace(item, candidate=replace(item.candidate, score=place.candidate.score))
