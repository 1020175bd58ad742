"""The embedded engine: Qdrant's own, in this process, over a folder."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import qdrant_edge as edge

from kb.index import payload
from kb.index.filters import Between, Condition, excluded, required
from kb.index.values import Found, Point, Scored, Vector, Weights
from kb.model import Filters, Passage

DENSE, WORDS = "dense", "words"
BATCH = 500  # points written at a time
# Points of a segment. A new one is kept in memory until it is rewritten in its form for reading: more at a time hold
# more memory, fewer make a search look into more segments (two cores share them).
SEGMENT = 10_000
MOST_BYTES, LEAST_BYTES = 4, 2  # of one number, in single and in half precision: the engine counts segments by these


class EmbeddedEngine:
    """One shard in a folder. The folder must belong to this process alone while it is open."""

    def __init__(self, folder: Path, dimension: int) -> None:
        is_new = not (folder / "edge_config.json").is_file()
        folder.mkdir(parents=True, exist_ok=True)
        self._shard = (
            edge.EdgeShard.create(str(folder), _config(dimension)) if is_new else edge.EdgeShard.load(str(folder))
        )
        self._loose = 0  # points written since segments were rewritten
        if is_new:
            self._index_fields()

    def _index_fields(self) -> None:
        for field in payload.KEYWORDS:
            self._shard.update(edge.UpdateOperation.create_field_index(field, edge.PayloadSchemaType.Keyword))
        self._shard.update(edge.UpdateOperation.create_field_index(payload.ISSUED, edge.PayloadSchemaType.Integer))

    def put(self, points: Sequence[Point]) -> None:
        for first in range(0, len(points), BATCH):
            batch = [_edge_point(point) for point in points[first : first + BATCH]]
            self._shard.update(edge.UpdateOperation.upsert_points(batch))
            self._loose += len(batch)
            if self._loose >= SEGMENT:
                self.flush()

    def remove_documents(self, ids: Sequence[str]) -> None:
        if ids:
            condition = edge.FieldCondition(payload.DOCUMENT, match=edge.MatchAny(list(ids)))
            self._shard.update(edge.UpdateOperation.delete_points_by_filter(edge.Filter(must=[condition])))

    def passages_of(self, ids: Sequence[str]) -> Iterator[Passage]:
        condition = edge.FieldCondition(payload.DOCUMENT, match=edge.MatchAny(list(ids)))
        chosen, at = edge.Filter(must=[condition]), None
        while True:
            request = edge.ScrollRequest(offset=at, limit=BATCH, filter=chosen, with_payload=True, with_vector=False)
            records, at = self._shard.scroll(request)
            for record in records:
                yield payload.found_of(record.payload or {}).passage
            if at is None:
                return

    def clear(self) -> None:
        self._shard.update(edge.UpdateOperation.delete_points_by_filter(edge.Filter()))

    def nearest(self, vector: Vector, filters: Filters, without: Sequence[str], limit: int) -> list[Scored]:
        return self._search(edge.Query.Nearest(vector.tolist(), using=DENSE), filters, without, limit)

    def matching(self, words: Weights, filters: Filters, without: Sequence[str], limit: int) -> list[Scored]:
        if not words.ids:
            return []
        sparse = edge.SparseVector(indices=words.ids, values=words.values)
        return self._search(edge.Query.Nearest(sparse, using=WORDS), filters, without, limit)

    def _search(self, query: Any, filters: Filters, without: Sequence[str], limit: int) -> list[Scored]:  # noqa: ANN401
        request = edge.SearchRequest(query=query, filter=_filter(filters, without), limit=limit, with_payload=False)
        return [Scored(int(point.id), float(point.score)) for point in self._shard.search(request)]

    def fetch(self, keys: Sequence[int]) -> dict[int, Found]:
        records = self._shard.retrieve(list(keys), True, False)
        return {int(record.id): payload.found_of(record.payload or {}) for record in records}

    def count(self) -> int:
        return int(self._shard.info().points_count)

    def flush(self) -> None:
        """Large segments are rewritten in their form for reading first, which is mapped from the disk."""
        self._shard.optimize()
        self._shard.flush()
        self._loose = 0
        give_back_memory()

    def close(self) -> None:
        self._shard.close()


def _config(dimension: int) -> Any:  # noqa: ANN401 - an EdgeConfig
    """Vectors in half precision; no write-ahead log, since the catalogue is the truth and a torn index is rebuilt.

    No graph over the vectors: reading 100,000 of them takes 5 ms and finds the nearest for certain, where building the
    graph takes minutes. What can be is mapped from the disk; of words, a search touches a small part alone.
    """
    dense = edge.EdgeVectorParams(
        size=dimension,
        distance=edge.Distance.Dot,
        datatype=edge.VectorStorageDatatype.Float16,
        memory=edge.Memory.Cached,
    )
    words = edge.EdgeSparseVectorParams(modifier=edge.Modifier.Idf, memory=edge.Memory.Cold)
    return edge.EdgeConfig(
        vectors={DENSE: dense},
        sparse_vectors={WORDS: words},
        hnsw_config=edge.HnswIndexConfig(m=0, ef_construct=4, full_scan_threshold=0),
        payload_memory=edge.Memory.Cached,
        wal_enabled=False,
        optimizers=edge.EdgeOptimizersConfig(
            max_segment_size=SEGMENT * dimension * MOST_BYTES // 1000 + 1,
            indexing_threshold=SEGMENT * dimension * LEAST_BYTES // 1000,
        ),
    )


def give_back_memory() -> None:
    """Returns what was freed to the system, where the C library (glibc) can: after a build that is most of it."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def _edge_point(point: Point) -> Any:  # noqa: ANN401 - an edge.Point
    words = edge.SparseVector(indices=point.words.ids, values=point.words.values)
    vectors: dict[str, Any] = {WORDS: words}
    if point.vector is not None:
        vectors[DENSE] = point.vector.tolist()
    return edge.Point(id=point.key, vector=vectors, payload=payload.payload_of(point))


def _filter(filters: Filters, without: Sequence[str]) -> Any:  # noqa: ANN401 - an edge.Filter or None
    must, must_not = required(filters), excluded(without)
    if not must and not must_not:
        return None
    return edge.Filter(must=[_condition(item) for item in must], must_not=[_condition(item) for item in must_not])


def _condition(condition: Condition) -> Any:  # noqa: ANN401 - an edge.FieldCondition
    if isinstance(condition, Between):
        return edge.FieldCondition(condition.field, range=edge.RangeFloat(gte=condition.least, lte=condition.most))
    return edge.FieldCondition(condition.field, match=edge.MatchAny(list(condition.values)))
