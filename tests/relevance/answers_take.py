"""Takes anew what `answers_features.tsv` keeps: `KB_HOME=… python tests/relevance/answers_take.py QUESTIONS.jsonl …`.

Each line of a questions file is an object with "id", "question" and "type" ("unanswerable" or another; look-ups are
left out, since they are answered without sentences). Each question is taken as typed and without diacritics ("id~").
Prints the table.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from kb.answer import Answerer
from kb.knowledge_base import KnowledgeBase
from kb.settings import Settings
from kb.text import fold

COLUMNS = ("question", "answerable", "nearness", "shared_words", "score")


def rows(answerer: Answerer, file: Path) -> Iterator[tuple[str, ...]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["type"] == "lookup":
            continue
        answerable = "0" if case["type"] == "unanswerable" else "1"
        for name, question in ((case["id"], case["question"]), (case["id"] + "~", fold(case["question"]))):
            grounds = answerer.examine(question).grounds
            figures = (grounds.nearness, grounds.shared_words, grounds.score)
            yield name, answerable, *(f"{figure:.3f}" for figure in figures)


def main(files: list[str]) -> None:
    base = KnowledgeBase(Settings.from_environment())
    answerer = Answerer(base.settings, base.catalogue, base.searcher)
    print("\t".join(COLUMNS))
    for file in files:
        for row in rows(answerer, Path(file)):
            print("\t".join(row), flush=True)
    base.close()


if __name__ == "__main__":
    main(sys.argv[1:])
