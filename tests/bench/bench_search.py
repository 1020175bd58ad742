"""Search at many passages, side by side with plain local Qdrant and bm25s where that is installed:

    python tests/bench/bench_search.py [--passages 100000] [--home DIR]

Texts are made up from a fixed vocabulary, vectors are random and of length 1 (embedding 100,000 passages would take
hours): speed and memory are measured here, not relevance. `pip install bm25s` for its column; the product needs none.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from kb.encoder import open_encoder
from kb.evaluate import Collection, Stored
from kb.index.embedded import DENSE
from kb.model import DocumentSummary, Filters, Level, Passage
from kb.search import Searcher
from kb.settings import Settings

WORDS_IN_PASSAGE = 120
PASSAGES_IN_DOCUMENT = 100
DISTINCT_WORDS = 6_000
QUERIES = 60
_ONSETS = "b c ch d đ g h k kh l m n ng nh p ph qu r s t th tr v x"
_RIMES = "a ai an ang anh ao ăn âm âu e em ên i ia inh iêu o oa oan oi ong ô ôi ông ơ ơi u ua uân ui ươi ưu y"
SIZE_OF_PLAIN = 20_000  # plain local Qdrant is timed at no more than this and told so


def vocabulary() -> list[str]:
    """Syllables by frequency, the most usual first."""
    onsets = _ONSETS.split()
    rimes = _RIMES.split()
    tones = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
    chance = random.Random(3)
    words = [onset + rime + chance.choice(tones) for onset in onsets for rime in rimes for _ in range(7)]
    return list(dict.fromkeys(words))[:DISTINCT_WORDS]


def texts(count: int) -> Iterator[str]:
    chance = np.random.default_rng(4)
    words = np.array(vocabulary())
    share = 1 / np.arange(1, len(words) + 1)
    for _ in range(count):
        yield " ".join(chance.choice(words, WORDS_IN_PASSAGE, p=share / share.sum()))


def collection(count: int, dimension: int) -> Collection:
    chance = np.random.default_rng(5)
    documents, stored = [], []
    for number, text in enumerate(texts(count)):
        document_id = f"d{number // PASSAGES_IN_DOCUMENT}"
        if number % PASSAGES_IN_DOCUMENT == 0:
            documents.append(_summary(document_id, number))
        vector = chance.normal(size=dimension).astype(np.float32)
        passage = Passage(f"{document_id}-{number}", f"Điều {number}", 0, len(text), text, None, "Kế hoạch của tỉnh", 1)
        stored.append(Stored(document_id, passage, "", vector / np.linalg.norm(vector)))
    return Collection(documents, stored)


def _summary(document_id: str, number: int) -> DocumentSummary:
    day = date(2000 + number % 25, 1 + number % 12, 1)
    values = (
        f"{number}/KH-UBND",
        day,
        "Kế hoạch",
        "Ủy ban nhân dân tỉnh",
        Level.PROVINCE,
        "Nam Hà Trung",
        f"Việc {number}",
    )
    return DocumentSummary(document_id, document_id, "", *values, datetime.min)


def timed(name: str, queries: Sequence[str], ask: Callable[[str], object]) -> None:
    """Wall and processor time of each query: on a machine with other work the second tells more."""
    ask(queries[0])
    pairs = [_milliseconds(ask, query) for query in queries]
    wall, busy = sorted(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)
    p95 = wall[int(0.95 * len(wall))]
    print(f"{name:<42} trung vị {statistics.median(wall):8.1f} ms   95 % dưới {p95:8.1f} ms   bộ xử lý {busy:8.1f} ms")


def _milliseconds(ask: Callable[[str], object], query: str) -> tuple[float, float]:
    started, busy = time.perf_counter(), time.process_time()
    ask(query)
    return (time.perf_counter() - started) * 1000, (time.process_time() - busy) * 1000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--passages", type=int, default=100_000)
    options.add_argument("--home", type=Path, default=Path(".kb"))
    options.add_argument("--reopen", type=Path, help="only measures a new process over an index that is there")
    given = options.parse_args()
    if given.reopen:
        _reopened(given.home, given.reopen, given.passages)
        return
    encoder = open_encoder(Settings(home=given.home))
    held = collection(given.passages, encoder.dimension)
    queries = [" ".join(text.split()[:9]) for text in texts(QUERIES)]
    before = _memory()
    with tempfile.TemporaryDirectory() as home:
        searcher = Searcher(Settings(home=Path(home)), held, lambda: encoder)
        started = time.perf_counter()
        searcher.follow()
        seconds, more = time.perf_counter() - started, _memory() - before
        print(f"dựng chỉ mục {given.passages} đoạn: {seconds:.1f} s, bộ nhớ thêm {more:.0f} MB")
        timed("tìm kiếm, cả mã hóa", queries, searcher.search)
        timed("  trong đó: mã hóa câu hỏi", queries, encoder.encode_query)
        vector = encoder.encode_query(queries[0])
        timed("  trong đó: theo nghĩa", queries, lambda _: searcher.index.engine.nearest(vector, Filters(), (), 100))
        searcher.close()
        command = [sys.executable, __file__, "--home", str(given.home), "--reopen", home]
        subprocess.run([*command, "--passages", str(given.passages)], check=True)
    _plain_qdrant(held, queries, encoder.encode_query)
    _bm25s(held, queries)


def _reopened(encoder_home: Path, home: Path, count: int) -> None:
    """What a new process needs to its first answer, and holds after many."""
    before = time.perf_counter()
    documents = [_summary(f"d{n // PASSAGES_IN_DOCUMENT}", n) for n in range(0, count, PASSAGES_IN_DOCUMENT)]
    encoder = open_encoder(Settings(home=encoder_home))
    searcher = Searcher(Settings(home=home), Collection(documents, ()), lambda: encoder)
    queries = [" ".join(text.split()[:9]) for text in texts(QUERIES)]
    searcher.search(queries[0])
    print(f"tiến trình mới: câu trả lời đầu sau {time.perf_counter() - before:.2f} s (chưa kể nạp Python)")
    timed("tìm kiếm trong tiến trình mới", queries, searcher.search)
    print(f"bộ nhớ của tiến trình mới, cả bộ mã hóa: {_memory():.0f} MB")
    searcher.close()


def _plain_qdrant(held: Collection, queries: Sequence[str], encode: Callable[[str], np.ndarray]) -> None:
    from qdrant_client import QdrantClient, models

    some = held.stored[:SIZE_OF_PLAIN]
    with tempfile.TemporaryDirectory() as folder:
        client = QdrantClient(path=folder)
        size = len(some[0].vector) if some[0].vector is not None else 0
        client.create_collection("x", {DENSE: models.VectorParams(size=size, distance=models.Distance.DOT)})
        points = [models.PointStruct(id=n, vector={DENSE: item.vector.tolist()}) for n, item in enumerate(some)]  # type: ignore[union-attr]
        client.upload_points("x", points)
        name = f"QdrantClient(path=…), nghĩa, {len(some)} đoạn"
        timed(
            name, queries[:20], lambda query: client.query_points("x", encode(query).tolist(), using=DENSE, limit=100)
        )
        client.close()


def _bm25s(held: Collection, queries: Sequence[str]) -> None:
    if find_spec("bm25s") is None:
        print("bm25s: chưa cài (pip install bm25s), bỏ qua")
        return
    import bm25s  # type: ignore[import-not-found]

    retriever = bm25s.BM25()
    retriever.index(
        bm25s.tokenize([item.passage.text for item in held.stored], show_progress=False), show_progress=False
    )
    tokens = lambda query: bm25s.tokenize([query], show_progress=False)  # noqa: E731
    timed("bm25s, từ", queries, lambda query: retriever.retrieve(tokens(query), k=100, show_progress=False))


def _memory() -> float:
    """The most that this process has held, in MB, mapped files included; getrusage would give a parent's too."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


if __name__ == "__main__":
    main()
