"""Search at many passages, in one run beside bm25s and plain local Qdrant:

    pip install -e '.[relevance]' && python tests/bench/bench_search.py [--passages 100000] [--home DIR]

Texts are made up from a fixed vocabulary, vectors are random and of length 1 (embedding 100,000 passages would take
hours): speed and memory are measured here, not relevance. Every system builds its index in a process of its own and
answers in another one; memory is the most that such a process held, mapped files counted in, and of this product the
encoder too. Where bm25s is not installed its rows are left out. Results are kept in README.md beside this.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kb.encoder import open_encoder
from kb.evaluate import Stored
from kb.model import DocumentSummary, Filters, Level, Passage, RegistryEntry
from kb.settings import Settings

WORDS_IN_PASSAGE = 120
PASSAGES_IN_DOCUMENT = 100
DISTINCT_WORDS = 6_000
WORDS_IN_QUERY = 9
QUERIES = 60
SLOW_QUERIES = 20  # of a system that takes a second for each
FOUND = 100  # passages that each search finds
CHUNK = 1_000  # vectors made, and points written, at a time
_ONSETS = "b c ch d đ g h k kh l m n ng nh p ph qu r s t th tr v x"
_RIMES = "a ai an ang anh ao ăn âm âu e em ên i ia inh iêu o oa oan oi ong ô ôi ông ơ ơi u ua uân ui ươi ưu y"

Vectors = npt.NDArray[np.float32]
Ask = Callable[[str], object]


def vocabulary() -> list[str]:
    """Syllables by frequency, the most usual first."""
    onsets, rimes = _ONSETS.split(), _RIMES.split()
    tones, chance = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"], random.Random(3)
    words = [onset + rime + chance.choice(tones) for onset in onsets for rime in rimes for _ in range(7)]
    return list(dict.fromkeys(words))[:DISTINCT_WORDS]


def texts(count: int) -> Iterator[str]:
    chance = np.random.default_rng(4)
    words = np.array(vocabulary())
    share = 1 / np.arange(1, len(words) + 1)
    for _ in range(count):
        yield " ".join(chance.choice(words, WORDS_IN_PASSAGE, p=share / share.sum()))


def queries() -> list[str]:
    return [" ".join(text.split()[:WORDS_IN_QUERY]) for text in texts(QUERIES)]


@dataclass(frozen=True)
class Made:
    """Passages in two files, read one after the other as a catalogue would give them."""

    folder: Path
    count: int

    def make(self, dimension: int) -> None:
        chance = np.random.default_rng(5)
        with (self.folder / "texts").open("w", encoding="utf-8") as file:
            file.writelines(f"{text}\n" for text in texts(self.count))
        shape = (self.count, dimension)
        stored = np.lib.format.open_memmap(self.folder / "vectors.npy", mode="w+", dtype=np.float16, shape=shape)
        for first in range(0, self.count, CHUNK):
            some = chance.normal(size=(min(CHUNK, self.count - first), dimension))
            stored[first : first + CHUNK] = some / np.linalg.norm(some, axis=1, keepdims=True)

    @property
    def dimension(self) -> int:
        return int(np.load(self.folder / "vectors.npy", mmap_mode="r").shape[1])

    def texts(self) -> Iterator[str]:
        with (self.folder / "texts").open(encoding="utf-8") as file:
            yield from (line.rstrip("\n") for line in file)

    def vectors(self) -> Iterator[Vectors]:
        stored = np.load(self.folder / "vectors.npy", mmap_mode="r")
        for first in range(0, self.count, CHUNK):
            yield np.asarray(stored[first : first + CHUNK], np.float32)

    def version(self) -> int:
        return 1

    def changes_since(self, version: int) -> tuple[int, tuple[str, ...]]:
        return 1, ()

    def summaries(self, ids: Sequence[str] | None = None) -> tuple[DocumentSummary, ...]:
        return tuple(_summary(number) for number in range(0, self.count, PASSAGES_IN_DOCUMENT))

    def registry(self) -> tuple[RegistryEntry, ...]:
        return ()

    def passages(self, ids: Sequence[str] | None = None, encoder: str = "") -> Iterator[Stored]:
        vectors = (vector for some in self.vectors() for vector in some)
        for number, (text, vector) in enumerate(zip(self.texts(), vectors, strict=True)):
            document = f"d{number // PASSAGES_IN_DOCUMENT * PASSAGES_IN_DOCUMENT}"
            name = f"Điều {number}"
            passage = Passage(f"{document}-{number}", name, 0, len(text), text, None, "Kế hoạch của tỉnh", 1)
            yield Stored(document, passage, "", vector)


def _summary(number: int) -> DocumentSummary:
    name, day = f"{number}/KH-UBND", date(2000 + number % 25, 1 + number % 12, 1)
    issuer, place = "Ủy ban nhân dân tỉnh", "Nam Hà Trung"
    return DocumentSummary(
        f"d{number}", name, "", name, day, "Kế hoạch", issuer, Level.PROVINCE, place, f"Việc {number}", datetime.min
    )


class Product:
    """The search of this project: encoder, meaning, words, and reading the best passages again."""

    name = "kb: nghĩa và từ, cả mã hóa"
    queries = QUERIES

    def __init__(self, made: Made, folder: Path, home: Path) -> None:
        from kb.search import Searcher

        self._encoder = open_encoder(Settings(home=home))
        self._searcher = Searcher(Settings(home=folder), made, lambda: self._encoder)

    def build(self) -> None:
        self._searcher.follow()

    def open(self) -> Ask:
        return self._searcher.search

    def parts(self) -> dict[str, Ask]:
        engine, vector = self._searcher.index.engine, self._encoder.encode_query("một câu hỏi")
        return {
            "trong đó mã hóa câu hỏi": self._encoder.encode_query,
            "trong đó tìm theo nghĩa": lambda _: engine.nearest(vector, Filters(), (), FOUND),
        }

    def close(self) -> None:
        self._searcher.close()


class PlainQdrant:
    """`QdrantClient(path=…)`: vectors alone, found by looking through all of them."""

    name = "QdrantClient(path=…): nghĩa, không mã hóa"
    queries = SLOW_QUERIES

    def __init__(self, made: Made, folder: Path, home: Path) -> None:
        from qdrant_client import QdrantClient

        self._made = made
        self._client = QdrantClient(path=str(folder))

    def build(self) -> None:
        from qdrant_client import models

        size = models.VectorParams(size=self._made.dimension, distance=models.Distance.DOT)
        self._client.create_collection("x", size)
        for first, some in enumerate(self._made.vectors()):
            points = [models.PointStruct(id=first * CHUNK + n, vector=v.tolist()) for n, v in enumerate(some)]
            self._client.upsert("x", points)

    def open(self) -> Ask:
        vector = np.random.default_rng(6).normal(size=self._made.dimension).tolist()
        return lambda _: self._client.query_points("x", vector, limit=FOUND)

    def parts(self) -> dict[str, Ask]:
        return {}

    def close(self) -> None:
        self._client.close()


class Bm25s:
    """bm25s: words alone, the whole index in memory."""

    name = "bm25s: từ"
    queries = QUERIES

    def __init__(self, made: Made, folder: Path, home: Path) -> None:
        import bm25s  # type: ignore[import-not-found]

        self._made = made
        self._folder = folder
        self._library: Any = bm25s

    def build(self) -> None:
        retriever = self._library.BM25()
        retriever.index(self._library.tokenize(list(self._made.texts()), show_progress=False), show_progress=False)
        retriever.save(str(self._folder))

    def open(self) -> Ask:
        retriever = self._library.BM25.load(str(self._folder))
        return lambda query: retriever.retrieve(
            self._library.tokenize([query], show_progress=False), k=FOUND, show_progress=False
        )

    def parts(self) -> dict[str, Ask]:
        return {}

    def close(self) -> None:
        """Holds nothing open."""


SYSTEMS: dict[str, type[Product] | type[PlainQdrant] | type[Bm25s]] = {
    "product": Product,
    "qdrant": PlainQdrant,
    "bm25s": Bm25s,
}


def timed(asked: Sequence[str], ask: Ask) -> str:
    """Median and 95th percentile of the wall time; processor time tells more on a machine with other work."""
    ask(asked[0])
    pairs = [_milliseconds(ask, query) for query in asked]
    wall, busy = sorted(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)
    return f"{statistics.median(wall):.1f} | {wall[int(0.95 * len(wall))]:.1f} | {busy:.1f}"


def _milliseconds(ask: Ask, query: str) -> tuple[float, float]:
    started, busy = time.perf_counter(), time.process_time()
    ask(query)
    return (time.perf_counter() - started) * 1000, (time.process_time() - busy) * 1000


def _child(name: str, does: str, made: Made, home: Path) -> dict[str, Any]:
    """What one process measures, which builds ("build") or answers ("answer")."""
    started, busy = time.perf_counter(), time.process_time()
    folder = made.folder / name
    folder.mkdir(exist_ok=True)
    system = SYSTEMS[name](made, folder, home)
    times: dict[str, str] = {}
    if does == "build":
        system.build()
        took = f"{time.perf_counter() - started:.0f} s (bộ xử lý {time.process_time() - busy:.0f} s)"
    else:
        asked, ask = queries()[: system.queries], system.open()
        ask(asked[0])
        took = f"{time.perf_counter() - started:.2f} s"
        times = {part: timed(asked, run) for part, run in ({system.name: ask, **system.parts()}).items()}
    system.close()
    return {"took": took, "memory": f"{_memory():.0f}", "times": times}


def _memory() -> float:
    """The most that this process has held, in MB, mapped files included; getrusage would give a parent's too."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--passages", type=int, default=100_000)
    options.add_argument("--home", type=Path, default=Path(".kb"))
    options.add_argument("--child", nargs=3, metavar=("SYSTEM", "DOES", "FOLDER"), help="for the bench itself")
    given = options.parse_args()
    if given.child:
        name, does, folder = given.child
        print(json.dumps(_child(name, does, Made(Path(folder), given.passages), given.home)))
        return
    with tempfile.TemporaryDirectory() as made:
        Made(Path(made), given.passages).make(open_encoder(Settings(home=given.home)).dimension)
        print("| hệ | trung vị ms | 95 % dưới ms | bộ xử lý ms | câu đầu | bộ nhớ MB | dựng | bộ nhớ khi dựng MB |")
        print("|---|---|---|---|---|---|---|---|")
        for name in SYSTEMS:
            if name != "bm25s" or find_spec("bm25s") is not None:
                _print_rows(name, given.passages, given.home, made)


def _print_rows(name: str, count: int, home: Path, made: str) -> None:
    command = [sys.executable, __file__, "--passages", str(count), "--home", str(home), "--child", name]
    built, answered = (
        json.loads(subprocess.run([*command, does, made], check=True, capture_output=True, text=True).stdout)
        for does in ("build", "answer")
    )
    others = [answered["took"], answered["memory"], built["took"], built["memory"]]
    for part, figures in answered["times"].items():
        print(f"| {part} | {figures} | {' | '.join(others)} |", flush=True)
        others = [""] * len(others)


if __name__ == "__main__":
    main()
