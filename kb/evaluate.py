"""Measures the search on a folder in the form of BEIR: corpus.jsonl, queries.jsonl, qrels/*.tsv.

Each document is cut into windows and ranked by its best one. In the same run stand the two searches that are fused,
each alone, and the same questions typed without diacritics.
"""

from __future__ import annotations

import json
import math
import re
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.encoder import Encoder, text_to_embed
from kb.errors import NotFound, UnreadableFile
from kb.model import DocumentSummary, Passage, RegistryEntry
from kb.settings import Settings
from kb.text import fold
from kb.windows import windows

if TYPE_CHECKING:
    from kb.index.values import Vector
    from kb.search import Searcher

BATCH = 256  # passages embedded at a time
PROBE = "Cơ quan nào chủ trì, trước ngày nào?"  # any text

Judgements = Mapping[str, Mapping[str, int]]  # query id → document id → grade (above 0: relevant)
Ranking = Sequence[str]  # document ids, best first

# "Điều 79. Trách nhiệm …": what a heading is without its number, as the passages of the product have it.
_LABEL = re.compile(r"(?:Điều|Mục|Chương|Phần)\s+[\dIVXLC]+[a-zđ]?\b[.:]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Score:
    """Means over the questions of one split. Recall counts the relevant documents found."""

    system: str
    split: str
    questions: int
    ndcg_10: float
    mrr_10: float
    recall_1: float
    recall_10: float
    recall_100: float

    def __str__(self) -> str:
        return (
            f"{self.system:<22} {self.split:<8} n={self.questions:<5} nDCG@10 {self.ndcg_10:.4f}  "
            f"MRR@10 {self.mrr_10:.4f}  R@1 {self.recall_1:.4f}  R@10 {self.recall_10:.4f}  R@100 {self.recall_100:.4f}"
        )


@dataclass(frozen=True, slots=True)
class Report:
    """Scores of every system on every split, and the time of a query in milliseconds."""

    documents: int
    passages: int
    encoder: str
    scores: tuple[Score, ...]
    median_ms: float
    p95_ms: float

    def __str__(self) -> str:
        head = f"{self.documents} văn bản, {self.passages} đoạn, bộ mã hóa {self.encoder}"
        tail = f"mỗi câu hỏi: trung vị {self.median_ms:.1f} ms, 95 % dưới {self.p95_ms:.1f} ms"
        return "\n".join([head, *map(str, self.scores), tail])


@dataclass(frozen=True, slots=True)
class Stored:
    """A passage of the corpus with its vector."""

    document_id: str
    passage: Passage
    vector_key: str
    vector: Vector | None


class Collection:
    """A BEIR corpus as a source of passages, in memory."""

    def __init__(self, documents: Sequence[DocumentSummary], passages: Sequence[Stored]) -> None:
        self._documents = tuple(documents)
        self.stored = tuple(passages)

    def version(self) -> int:
        return 1

    def changes_since(self, version: int) -> tuple[int, tuple[str, ...]]:
        return 1, ()

    def summaries(self, ids: Sequence[str] | None = None) -> tuple[DocumentSummary, ...]:
        return tuple(document for document in self._documents if ids is None or document.id in ids)

    def passages(self, ids: Sequence[str] | None = None, encoder: str = "") -> Iterator[Stored]:
        return (item for item in self.stored if ids is None or item.document_id in ids)

    def registry(self) -> tuple[RegistryEntry, ...]:
        return ()


def evaluate(folder: Path, settings: Settings, encoder: Encoder) -> Report:
    """Raises NotFound or UnreadableFile for a folder of another form."""
    from kb.search import Searcher

    collection = _with_vectors(_collection(folder), encoder, settings.home / "eval")
    queries = {row["_id"]: row["text"] for row in _rows(folder / "queries.jsonl")}
    judged = {path.stem: _judgements(path) for path in sorted((folder / "qrels").glob("*.tsv"))}
    if not judged:
        raise NotFound("không có tệp qrels/*.tsv", where=str(folder), remedy="cần một thư mục theo dạng BEIR")
    wanted = {query: text for query, text in queries.items() if any(query in split for split in judged.values())}
    with tempfile.TemporaryDirectory() as home:
        searcher = Searcher(replace(settings, home=Path(home), qdrant_url=""), collection, lambda: encoder)
        rankings, times = _run(searcher, wanted)
        searcher.close()
    everything: dict[str, Mapping[str, int]] = {
        query: grades for split in judged.values() for query, grades in split.items()
    }
    splits: dict[str, Judgements] = {**judged, "all": everything}
    scores = [
        _score(system, name, found, split) for system, found in rankings.items() for name, split in splits.items()
    ]
    return Report(
        documents=len(collection.summaries()),
        passages=len(collection.stored),
        encoder=encoder.name,
        scores=tuple(scores),
        median_ms=statistics.median(times),
        p95_ms=sorted(times)[int(0.95 * len(times))],
    )


def _run(searcher: Searcher, queries: Mapping[str, str]) -> tuple[dict[str, dict[str, Ranking]], list[float]]:
    """Rankings by system and query, and the milliseconds that each query as typed takes for a page of results."""
    rankings: dict[str, dict[str, Ranking]] = defaultdict(dict)
    times: list[float] = []
    for query, text in queries.items():
        times.append(searcher.search(text).took_ms)
        for system, found in searcher.rankings(text).items():
            rankings[system][query] = found
        rankings["fused, no diacritics"][query] = searcher.rankings(fold(text))["fused"]
    return dict(rankings), times


def _score(system: str, split: str, rankings: Mapping[str, Ranking], judged: Judgements) -> Score:
    rows = [_measures(rankings.get(query, ()), grades) for query, grades in judged.items()]
    means = [statistics.fmean(column) for column in zip(*rows, strict=True)]
    return Score(system, split, len(rows), *means)


def _measures(ranking: Ranking, grades: Mapping[str, int]) -> tuple[float, float, float, float, float]:
    """nDCG@10, MRR@10, and recall at 1, 10 and 100 of one question."""
    relevant = {document for document, grade in grades.items() if grade > 0}
    places = [place for place, document in enumerate(ranking, 1) if document in relevant]
    gain = sum(
        grades[document] / math.log2(place + 1)
        for place, document in enumerate(ranking[:10], 1)
        if document in relevant
    )
    best = sum(
        grade / math.log2(place + 1) for place, grade in enumerate(sorted(grades.values(), reverse=True)[:10], 1)
    )
    first = places[0] if places and places[0] <= 10 else 0
    recalls = [sum(place <= depth for place in places) / len(relevant) if relevant else 0.0 for depth in (1, 10, 100)]
    return gain / best if best else 0.0, 1 / first if first else 0.0, recalls[0], recalls[1], recalls[2]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                if line.strip():
                    yield json.loads(line)
    except FileNotFoundError as error:
        raise NotFound("không có tệp này", where=str(path), remedy="cần một thư mục theo dạng BEIR") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(f"không đọc được: {error}", where=str(path)) from error


def _judgements(path: Path) -> Judgements:
    """Reads "query-id, corpus-id, score" separated by tabs, below a line of names."""
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        judged[query][document] = int(grade)
    return judged


def _collection(folder: Path) -> Collection:
    documents, passages = [], []
    for row in _rows(folder / "corpus.jsonl"):
        document_id, title, text = row["_id"], row.get("title") or "", row["text"]
        documents.append(_summary(document_id, title))
        match = _LABEL.match(title)
        heading = title[match.end() if match else 0 :] or None
        for start, end in windows(text, 0, len(text)) or [(0, 0)]:
            passage = Passage(f"{document_id}#{start}", "", start, end, text[start:end], heading, title)
            passages.append(Stored(document_id, passage, "", None))
    return Collection(documents, passages)


def _summary(document_id: str, title: str) -> DocumentSummary:
    return DocumentSummary(document_id, document_id, "", None, None, None, None, None, None, title, datetime.min)


def _with_vectors(collection: Collection, encoder: Encoder, cache: Path) -> Collection:
    """Embeds all passages, or takes their vectors from the last time these texts were embedded."""
    import numpy as np

    texts = [text_to_embed(item.passage) for item in collection.stored]
    # A model may change under its name: how it encodes one question tells.
    probe = encoder.encode_query(PROBE).astype(np.float16).tobytes()
    digest = sha256("\0".join([encoder.name, *texts]).encode() + probe).hexdigest()[:16]
    path = cache / f"{digest}.npy"
    if path.is_file():
        vectors = np.load(path)
    else:
        vectors = np.concatenate(
            [encoder.encode_passages(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH)]
        )
        cache.mkdir(parents=True, exist_ok=True)
        with path.with_suffix(".part").open("wb") as file:
            np.save(file, vectors.astype(np.float16))
        path.with_suffix(".part").replace(path)
    stored = [
        replace(item, vector=vector.astype(np.float32)) for item, vector in zip(collection.stored, vectors, strict=True)
    ]
    return Collection(collection.summaries(), stored)
