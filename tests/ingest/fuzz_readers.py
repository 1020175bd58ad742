"""Feeds the readers hostile files and reports every crash, hang, want of memory and broken text.

    python tests/ingest/fuzz_readers.py [--random 10000] [--mutated 500] [--files FOLDER] [--seed 0] [--tools]

Each file is read in a process apart that may take 1 GB and 60 s; a fault names its seed. Without --tools no outside
program is started: a scan or an old Word file then ends in MissingTool.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "support"), str(Path(__file__).resolve().parents[2])]

from hostile import faults_of, mutated_file, random_file  # noqa: E402

from ingest.readers import SUFFIXES, read  # noqa: E402
from kb.errors import UnreadableFile  # noqa: E402
from kb.settings import Settings  # noqa: E402

SECONDS = 60.0
MEGABYTES = 1_000
LARGEST_FILE = 3_000_000


def work(pipe: Connection, files: list[Path]) -> None:
    """Reads what it is told to until the pipe closes; answers (outcome, seconds, peak megabytes)."""
    folder = Path(tempfile.mkdtemp(prefix="kb-fuzz-"))
    while True:
        try:
            kind, seed = pipe.recv()
        except EOFError:
            return
        name, data = random_file(seed) if kind == "random" else mutated_file(seed, files)
        path = folder / name
        path.write_bytes(data)
        begun = time.monotonic()
        outcome = read_once(path)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        pipe.send((f"{path.suffix} {outcome}", time.monotonic() - begun, peak))
        path.unlink()


def read_once(path: Path) -> str:
    try:
        faults = faults_of(read(path, Settings()))
    except UnreadableFile as error:
        return type(error).__name__
    except Exception as error:  # noqa: BLE001 - finding any other error is what this program is for
        return f"CRASH {type(error).__name__}: {error}"[:200]
    return f"BROKEN {faults[0]}" if faults else "read"


class Worker:
    """A process that reads; started anew when it dies or hangs."""

    def __init__(self, files: list[Path]) -> None:
        self._files = files
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=work, args=(theirs, self._files), daemon=True)
        self._process.start()
        theirs.close()

    def run(self, kind: str, seed: int) -> tuple[str, float, int]:
        self._pipe.send((kind, seed))
        try:
            if self._pipe.poll(SECONDS):
                answer: tuple[str, float, int] = self._pipe.recv()
                return answer
            outcome = "HANG"
        except EOFError:
            self._process.join()
            outcome = f"DEATH exit {self._process.exitcode}"
        self._process.kill()
        self._start()
        return outcome, SECONDS, 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--random", type=int, default=10_000)
    parser.add_argument("--mutated", type=int, default=500)
    parser.add_argument("--files", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "documents")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tools", action="store_true")
    given = parser.parse_args()
    if not given.tools:
        os.environ["PATH"] = ""
    files = sorted(
        path
        for path in given.files.rglob("*")
        if path.suffix.lower() in SUFFIXES and path.stat().st_size <= LARGEST_FILE
    )
    jobs = [("random", given.seed + n) for n in range(given.random)]
    jobs += [("mutated", given.seed + n) for n in range(given.mutated if files else 0)]
    return report(jobs, Worker(files))


def report(jobs: list[tuple[str, int]], worker: Worker) -> int:
    counts: Counter[str] = Counter()
    bad, peak, slowest = 0, 0, (0.0, "")
    for kind, seed in jobs:
        outcome, seconds, megabytes = worker.run(kind, seed)
        counts[outcome] += 1
        peak, slowest = max(peak, megabytes), max(slowest, (seconds, f"{kind} {seed} {outcome}"))
        is_fault = any(word in outcome for word in ("CRASH", "BROKEN", "HANG", "DEATH")) or megabytes > MEGABYTES
        if is_fault:
            bad += 1
            print(f"{kind} {seed}: {outcome} ({seconds:.1f} s, {megabytes} MB)", flush=True)
    for outcome, count in sorted(counts.items()):
        print(f"{count:6} {outcome}")
    print(f"{len(jobs)} files, {bad} faults, slowest {slowest[0]:.1f} s ({slowest[1]}), peak {peak} MB")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
