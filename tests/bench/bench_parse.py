"""How fast documents are read: characters and bytes of text a second by format, and where the time goes.

    python tests/bench/bench_parse.py [FOLDER] [--whole] [--profile] [--seconds 2]

Without --whole the reading of the file alone is measured (`ingest.readers.read`), with it all of
`ingest.pipeline.read_document`. Scans and formats that another program reads (LibreOffice, Tesseract) are left out.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ingest.model import SourceLine, SourceText  # noqa: E402
from ingest.readers import read  # noqa: E402
from kb.errors import KbError  # noqa: E402
from kb.settings import Settings  # noqa: E402

IN_PYTHON = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".xlsx"})


@dataclass
class Measured:
    files: int = 0
    characters: int = 0
    size: int = 0
    seconds: float = 0.0


def text_of(source: SourceText) -> str:
    parts = []
    for block in source.blocks:
        if isinstance(block, SourceLine):
            parts.append(block.text)
        else:
            parts.extend(cell.text for row in block.rows for cell in row)
    return "\n".join(parts)


def measure(path: Path, action: Callable[[Path], object], seconds: float) -> float:
    """Processor seconds that the action takes on a file: the best of as many times as fit into `seconds`."""
    best, spent = float("inf"), 0.0
    while spent < seconds:
        begun = time.process_time()
        action(path)
        took = time.process_time() - begun
        best, spent = min(best, took), spent + took
    return best


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT.parent / "shared" / "documents")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--seconds", type=float, default=0.5)
    given = parser.parse_args()
    settings = Settings()
    files = [path for path in sorted(given.folder.rglob("*")) if path.suffix.lower() in IN_PYTHON]
    action = whole_reading(settings) if given.whole else lambda path: read(path, settings)
    results: dict[str, Measured] = defaultdict(Measured)
    profile = cProfile.Profile()
    for path in files:
        text = readable_text(path, settings)
        if text is None:
            continue
        one = results[path.suffix.lower()]
        one.files += 1
        one.characters += len(text)
        one.size += len(text.encode())
        one.seconds += measure(path, action, given.seconds)
        if given.profile:
            profile.runcall(action, path)
    report(results)
    if given.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    return 0


def whole_reading(settings: Settings) -> Callable[[Path], object]:
    from ingest.pipeline import read_document

    return lambda path: read_document(path, settings)


def readable_text(path: Path, settings: Settings) -> str | None:
    """The text of a file that is read without recognition, else None."""
    if path.suffix.lower() == ".pdf" and is_scan(path):
        return None
    try:
        return text_of(read(path, settings))
    except KbError as error:
        print(f"bỏ qua {error}")
        return None


def is_scan(path: Path) -> bool:
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(path) as document:
        return document[0].get_textpage().count_chars() == 0


def report(results: dict[str, Measured]) -> None:
    print(f"{'format':8}{'files':>6}{'characters':>12}{'seconds':>9}{'characters/s':>14}{'MB of text/s':>14}")
    for suffix, one in sorted(results.items()):
        rate = one.characters / one.seconds
        megabytes = one.size / one.seconds / 1e6
        print(f"{suffix:8}{one.files:6}{one.characters:12}{one.seconds:9.3f}{rate:14,.0f}{megabytes:14.2f}")


if __name__ == "__main__":
    sys.exit(main())
