"""A Qdrant server or cluster by its URL, with the same layout as the embedded engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from kb.errors import StorageFault, WrongSetting
from kb.index import payload
from kb.index.embedded import BATCH, DENSE, WORDS
from kb.index.filters import Between, Condition, excluded, required
from kb.index.values import Found, Point, Scored, Vector, Weights
from kb.model import Filters, Passage

if TYPE_CHECKING:
    from qdrant_client import QdrantClient

T = TypeVar("T")
TIMEOUT = 30  # seconds


def connect(url: str, api_key: str) -> QdrantClient:
    """Raises WrongSetting for a URL of the wrong form."""
    from qdrant_client import QdrantClient

    try:
        return QdrantClient(url=url, api_key=api_key or None, timeout=TIMEOUT, check_compatibility=False)
    except ValueError as error:
        raise WrongSetting(f"KB_QDRANT_URL không dùng được: {error}", remedy="dùng dạng http://máy:6333") from error


class ServerEngine:
    """One collection of a server."""

    def __init__(self, client: QdrantClient, collection: str, dimension: int) -> None:
        self._client = client
        self._collection = collection
        if not self._named(lambda: client.collection_exists(collection)):
            self._named(lambda: self._create(dimension))

    def _create(self, dimension: int) -> None:
        from qdrant_client import models

        dense = models.VectorParams(size=dimension, distance=models.Distance.DOT, datatype=models.Datatype.FLOAT16)
        words = models.SparseVectorParams(modifier=models.Modifier.IDF)
        self._client.create_collection(
            self._collection, vectors_config={DENSE: dense}, sparse_vectors_config={WORDS: words}
        )
        for field in payload.KEYWORDS:
            self._client.create_payload_index(self._collection, field, models.PayloadSchemaType.KEYWORD)
        self._client.create_payload_index(self._collection, payload.ISSUED, models.PayloadSchemaType.INTEGER)

    def put(self, points: Sequence[Point]) -> None:
        for first in range(0, len(points), BATCH):
            batch = [_client_point(point) for point in points[first : first + BATCH]]
            self._named(partial(self._client.upsert, self._collection, batch, wait=True))

    def remove_documents(self, ids: Sequence[str]) -> None:
        from qdrant_client import models

        if ids:
            condition = models.FieldCondition(key=payload.DOCUMENT, match=models.MatchAny(any=list(ids)))
            selector = models.FilterSelector(filter=models.Filter(must=[condition]))
            self._named(lambda: self._client.delete(self._collection, selector, wait=True))

    def passages_of(self, ids: Sequence[str]) -> Iterator[Passage]:
        from qdrant_client import models

        condition = models.FieldCondition(key=payload.DOCUMENT, match=models.MatchAny(any=list(ids)))
        chosen, at = models.Filter(must=[condition]), None
        while True:
            records, at = self._named(
                partial(self._client.scroll, self._collection, chosen, BATCH, offset=at, with_payload=True)
            )
            for record in records:
                yield payload.found_of(record.payload or {}).passage
            if at is None:
                return

    def clear(self) -> None:
        from qdrant_client import models

        selector = models.FilterSelector(filter=models.Filter())
        self._named(lambda: self._client.delete(self._collection, selector, wait=True))

    def nearest(self, vector: Vector, filters: Filters, without: Sequence[str], limit: int) -> list[Scored]:
        return self._search(vector.tolist(), DENSE, filters, without, limit)

    def matching(self, words: Weights, filters: Filters, without: Sequence[str], limit: int) -> list[Scored]:
        from qdrant_client import models

        if not words.ids:
            return []
        sparse = models.SparseVector(indices=words.ids, values=words.values)
        return self._search(sparse, WORDS, filters, without, limit)

    def _search(
        self, query: Any, using: str, filters: Filters, without: Sequence[str], limit: int  # noqa: ANN401
    ) -> list[Scored]:  # fmt: skip
        answer = self._named(
            lambda: self._client.query_points(
                self._collection,
                query=query,
                using=using,
                query_filter=_filter(filters, without),
                limit=limit,
                with_payload=False,
            )
        )
        return [Scored(int(point.id), float(point.score)) for point in answer.points]

    def fetch(self, keys: Sequence[int]) -> dict[int, Found]:
        records = self._named(lambda: self._client.retrieve(self._collection, list(keys), with_payload=True))
        return {int(record.id): payload.found_of(record.payload or {}) for record in records}

    def count(self) -> int:
        return int(self._named(lambda: self._client.count(self._collection)).count)

    def flush(self) -> None:
        """The server keeps what it has answered."""

    def close(self) -> None:
        self._client.close()

    def _named(self, action: Callable[[], T]) -> T:
        """Turns the client's faults into StorageFault."""
        from httpx import HTTPError
        from qdrant_client.http.exceptions import ApiException

        try:
            return action()
        except (ApiException, HTTPError, OSError) as error:
            raise StorageFault(
                f"máy chủ Qdrant không trả lời đúng ({error})",
                where=self._collection,
                remedy="kiểm tra KB_QDRANT_URL và máy chủ, hoặc bỏ biến này để dùng chỉ mục tại chỗ",
            ) from error


def _client_point(point: Point) -> Any:  # noqa: ANN401 - a PointStruct
    from qdrant_client import models

    words = models.SparseVector(indices=point.words.ids, values=point.words.values)
    vectors: dict[str, Any] = {WORDS: words}
    if point.vector is not None:
        vectors[DENSE] = point.vector.tolist()
    return models.PointStruct(id=point.key, vector=vectors, payload=payload.payload_of(point))


def _filter(filters: Filters, without: Sequence[str]) -> Any:  # noqa: ANN401 - a models.Filter or None
    from qdrant_client import models

    must, must_not = required(filters), excluded(without)
    if not must and not must_not:
        return None
    return models.Filter(must=[_condition(item) for item in must], must_not=[_condition(item) for item in must_not])


def _condition(condition: Condition) -> Any:  # noqa: ANN401 - a models.FieldCondition
    from qdrant_client import models

    if isinstance(condition, Between):
        return models.FieldCondition(key=condition.field, range=models.Range(gte=condition.least, lte=condition.most))
    return models.FieldCondition(key=condition.field, match=models.MatchAny(any=list(condition.values)))
