"""Recognition of scanned pages with Tesseract, one process a page, two at a time."""

from __future__ import annotations

import csv
import io
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ingest.readers.clean import clean
from ingest.readers.page_words import Page, Rule, Word
from ingest.readers.tools import find_tool, run_tool
from kb.errors import MissingTool
from kb.settings import Settings

# Dots per inch: finer scans gave no better text on the measured decisions and took longer.
DPI = 220
POINTS_PER_INCH = 72
# Two pages at a time fill two cores and stay far under 1 GB.
_AT_A_TIME = 2
_SECONDS_A_PAGE = 60.0
# Of 100: what Tesseract is less sure of is dirt, not text.
_LEAST_CONFIDENCE = 10.0
# Borders of cells, read as letters.
_BORDERS = "|¦[]{}"
# Tesseract's ways to part a page: blocks of text, or words wherever they stand.
_WHOLE_PAGE = "3"
_SPARSE = "11"
# Specks and drawn lines, read as words of their own or at the edge of one ("2__", "„", "_và").
_SPECKS = frozenset("_`„‚¨^ˆ˜¬~|")
_PACKAGE = "tesseract-ocr-vie"


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as a picture: `pgm` is its grey image, `scale` pixels a point; `rules` are its drawn lines."""

    number: int
    width: float
    height: float
    scale: float
    pgm: bytes
    rules: tuple[Rule, ...] = ()


class Recogniser:
    """Tesseract with the language of the settings. Raises MissingTool where either is not installed."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self._path = path
        self._language = settings.ocr_language
        self._program = find_tool(["tesseract"], path=path, purpose="nhận dạng trang quét", package=_PACKAGE)
        self._check_language()

    def _check_language(self) -> None:
        printed = run_tool([self._program, "--list-langs"], path=self._path, seconds=20).decode("utf-8", "replace")
        missing = set(self._language.split("+")) - set(printed.split())
        if missing:
            raise MissingTool(
                f"Tesseract chưa có ngôn ngữ {', '.join(sorted(missing))}",
                where=str(self._path),
                remedy=f"cài gói {_PACKAGE}",
            )

    def read(self, scans: Iterable[Scan]) -> Iterator[Page]:
        """The pages in order; no more pictures are asked for than are being recognised."""
        with ThreadPoolExecutor(max_workers=_AT_A_TIME) as pool:
            running: deque[Future[Page]] = deque()
            for scan in scans:
                running.append(pool.submit(self._read_one, scan))
                if len(running) >= _AT_A_TIME:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()

    def read_sparse(self, pgm: bytes) -> str:
        """Tesseract's table of a part of a page whose words stand here and there."""
        return self._table(pgm, _SPARSE)

    def _read_one(self, scan: Scan) -> Page:
        words = tuple(words_of(self._table(scan.pgm, _WHOLE_PAGE), scan.scale))
        return Page(scan.number, scan.width, scan.height, words, scan.rules, recognised=True)

    def _table(self, pgm: bytes, manner: str) -> str:
        command = [self._program, "stdin", "stdout", "-l", self._language, "--psm", manner, "--dpi", str(DPI), "tsv"]
        # Several threads for one page only get into each other's way.
        environment = {"OMP_THREAD_LIMIT": "1", "LC_ALL": os.environ.get("LC_ALL", "C.UTF-8")}
        printed = run_tool(command, path=self._path, seconds=_SECONDS_A_PAGE, given=pgm, environment=environment)
        return printed.decode("utf-8", "replace")


def words_of(tsv: str, scale: float, least_confidence: float = _LEAST_CONFIDENCE) -> Iterator[Word]:
    """The words of Tesseract's table, each as high as its line: letters alone are of all heights."""
    top = bottom = 0.0
    for row in csv.DictReader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == "4":
            top = int(row["top"]) / scale
            bottom = top + int(row["height"]) / scale
        elif row["level"] == "5" and float(row["conf"]) >= least_confidence:
            left = int(row["left"]) / scale
            for printed in clean(row["text"] or "").strip(_BORDERS).split():
                text = _without_specks(printed)
                if not text:
                    continue
                yield Word(text, left, top, left + int(row["width"]) / scale, bottom)


def _without_specks(word: str) -> str:
    """The word without underscores at its edges; "" where it is specks alone."""
    return "" if _SPECKS.issuperset(word) else word.strip("_") or word
