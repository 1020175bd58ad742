"""Time of an answer, cold and warm, by questions over a filled knowledge base.

    KB_HOME=FOLDER python tests/bench/bench_answers.py QUESTIONS.jsonl [--limit 60]

Each line of the file is an object with "question". Cold: the first question of a new process of `kb ask`, the start of
Python included (three runs). Warm: every question once in one process, after one other; then all once more, when their
sentences are remembered. Clock (p50, p95, max) and processor time: on a busy machine the latter tells more. Limits on
2 cores: cold 3.5 s, warm 700 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kb.knowledge_base import KnowledgeBase
from kb.settings import Settings

COLD_RUNS = 3
COLD_LIMIT, WARM_LIMIT = 3.5, 0.7


@dataclass(frozen=True)
class Times:
    """Seconds of each question."""

    clock: list[float]
    processor: list[float]

    def __str__(self) -> str:
        clock = np.percentile(self.clock, [50, 95, 100])
        processor = np.percentile(self.processor, [50, 95])
        told = f"p50 {clock[0]:.3f} s, p95 {clock[1]:.3f} s, max {clock[2]:.3f} s"
        return f"{told}; processor p50 {processor[0]:.3f} s, p95 {processor[1]:.3f} s"


def cold(question: str) -> Times:
    """The command, from its start to its end."""
    clock, processor = [], []
    command = [sys.executable, "-c", "from kb.cli import main; raise SystemExit(main())", "ask", question]
    for _ in range(COLD_RUNS):
        started, before = time.perf_counter(), os.times()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = os.times()
        clock.append(time.perf_counter() - started)
        used = after.children_user + after.children_system
        processor.append(used - before.children_user - before.children_system)
    return Times(clock, processor)


def warm(base: KnowledgeBase, questions: Sequence[str]) -> Times:
    clock, processor = [], []
    for question in questions:
        started, before = time.perf_counter(), time.process_time()
        base.ask(question)
        clock.append(time.perf_counter() - started)
        processor.append(time.process_time() - before)
    return Times(clock, processor)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--limit", type=int, default=60)
    options = parser.parse_args()
    lines = options.questions.read_text(encoding="utf-8").splitlines()[: options.limit]
    questions = [json.loads(line)["question"] for line in lines]
    print(f"cold ({COLD_RUNS} runs, limit {COLD_LIMIT} s): {cold(questions[0])}", flush=True)
    base = KnowledgeBase(Settings.from_environment())
    base.ask(questions[-1])
    print(f"warm ({len(questions)} questions, limit {WARM_LIMIT} s): {warm(base, questions)}", flush=True)
    print(f"warm, once more: {warm(base, questions)}")
    base.close()


if __name__ == "__main__":
    main()
