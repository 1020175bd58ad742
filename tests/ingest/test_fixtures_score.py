"""Invented documents of every form, read whole and held against their annotations: no measure may fall.

The documents (tests/fixtures/documents) are of places that do not exist; what stands in each is annotated beside
(tests/fixtures/gold), one JSON file a document, in the words that `kb parse --json` uses. Each measure has one floor.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from ingest.pipeline import read_document
from kb.cli.jsonout import parsed_json
from kb.settings import Settings

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
DOCUMENTS, GOLD = FIXTURES / "documents", FIXTURES / "gold"

Json = dict[str, Any]
Pair = tuple[Json, Json]

# A title may lose a mark or a space, not a clause: part of the letters that must agree, in order.
SAME_TITLE = 0.9
# A citation by name is found when one reading holds the other and at least this part of its letters.
SAME_NAME = 0.6
# A task is recognised by its first letters, which may come after an actor or a label.
TASK_BEGINNING, LETTERS_BEFORE = 32, 80

# What the reading reached on these documents, less a little: one document's worth of a field, two citations or tasks.
FLOORS = {
    "outline": 0.99,
    "cited by number": 0.98,
    "cited by name": 0.95,
    "dates of citations": 0.98,
    "relations": 0.97,
    "places of citations": 0.98,
    "tasks": 0.97,
    "leads": 0.98,
    "deadlines": 0.87,
    "number": 0.95,
    "issued_on": 0.95,
    "kind": 0.95,
    "issuer": 0.91,
    "level": 0.95,
    "locality": 0.95,
    "title": 0.95,
    "signer": 0.91,
}


@dataclass(frozen=True)
class Tally:
    """How many of the `wanted` things were met (`hit`) among those `found`."""

    hit: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.found + other.found, self.wanted + other.wanted)

    @property
    def share(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing was wanted and nothing found."""
        return 2 * self.hit / (self.found + self.wanted) if self.found + self.wanted else 1.0


def tally(answers: Iterable[bool]) -> Tally:
    """Right answers among questions that each have one."""
    given = list(answers)
    return Tally(sum(given), len(given), len(given))


def letters(text: str | None) -> str:
    """What two honest readers agree on: letters and digits, in lower case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text or "").replace("Ð", "Đ").lower())


def same_number(one: str | None, other: str | None) -> bool:
    return re.sub(r"\s", "", one or "").lower() == re.sub(r"\s", "", other or "").lower()


def same_place(one: str, other: str | None) -> bool:
    return one.lower() == (other or "").lower()


def one_holds_the_other(one: str, other: str, part: float) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and shorter in longer and len(shorter) >= part * len(longer)


def is_the_citation(gold: Json, read: Json) -> bool:
    if gold["number"]:
        return same_number(gold["number"], read["number"])
    return one_holds_the_other(letters(gold["surface"]), letters(read["surface"]), SAME_NAME)


def is_the_task(gold: Json, read: Json) -> bool:
    beginning = letters(gold["starts"])[:TASK_BEGINNING]
    return beginning in letters(read["text"])[: TASK_BEGINNING + LETTERS_BEFORE]


def is_due(gold: Json, read: str | None) -> bool:
    """The last day allowed, or the day named where it says "trước ngày"; a deadline not read is never right."""
    return read is not None and read in (gold["due"], gold.get("due_inclusive"))


def same_bodies(gold: list[str], read: list[str]) -> bool:
    """Each body is named, in full or in its short form, and at most one other beside them."""
    wanted, named = {letters(body) for body in gold}, {letters(body) for body in read}
    each_is_named = all(any(one in other or other in one for other in named) for one in wanted)
    return wanted == named or (each_is_named and len(named) <= len(wanted) + 1)


def pair(gold: list[Json], read: list[Json], same: Callable[[Json, Json], bool]) -> list[Pair]:
    """Each annotation with the first reading that is the same and not yet taken."""
    free, pairs = list(read), []
    for wanted in gold:
        match = next((one for one in free if same(wanted, one)), None)
        if match is not None:
            free.remove(match)
            pairs.append((wanted, match))
    return pairs


def pair_citations(gold: list[Json], read: list[Json]) -> list[Pair]:
    """First those in the same place, then those that were read but put elsewhere."""
    near = pair(gold, read, lambda g, r: is_the_citation(g, r) and same_place(g["where"], r["where"]))
    met, taken = {id(g) for g, _ in near}, {id(r) for _, r in near}
    rest = [g for g in gold if id(g) not in met]
    return near + pair(rest, [r for r in read if id(r) not in taken], is_the_citation)


def facts(gold: Json, document: Json) -> Iterator[tuple[str, Tally]]:
    """What the document states of itself."""
    for field in ("number", "issued_on", "kind", "issuer", "level", "locality", "signer"):
        accepted = {letters(value) for value in (gold[field], *gold.get(f"{field}_accept", []))}
        yield field, tally([letters(document[field]) in accepted])
    alike = SequenceMatcher(None, letters(gold["title"]), letters(document["title"])).ratio()
    yield "title", tally([alike >= SAME_TITLE])


def outline(gold: Json, provisions: list[Json]) -> Iterator[tuple[str, Tally]]:
    wanted = Counter(path.lower() for path in gold["outline"])
    read = Counter(unit["path"].lower() for unit in provisions if unit["numbered"])
    yield "outline", Tally((wanted & read).total(), read.total(), wanted.total())


def citations(gold: Json, references: list[Json]) -> Iterator[tuple[str, Tally]]:
    """Citations of other documents: the document's own number in its attachment is not asked."""
    wanted = [one for one in gold["references"] if not one.get("self")]
    read = [one for one in references if not one["number"] or not same_number(one["number"], gold["number"])]
    pairs = pair_citations(wanted, read)
    numbered = [(g, r) for g, r in pairs if g["number"]]
    unmatched = [one for one in read if all(one is not r for _, r in pairs)]
    strange = sum(bool(one["number"]) for one in unmatched)
    yield "cited by number", Tally(len(numbered), len(numbered) + strange, sum(bool(g["number"]) for g in wanted))
    yield "cited by name", tally(any(g is met for met, _ in pairs) for g in wanted if not g["number"])
    yield "dates of citations", tally(g["date"] == r["date"] for g, r in numbered)
    yield "relations", tally(r["relation"] in (g["relation"], *g.get("relation_alt", [])) for g, r in pairs)
    yield "places of citations", tally(same_place(g["where"], r["where"]) for g, r in pairs)


def assigned_work(gold: Json, tasks: list[Json]) -> Iterator[tuple[str, Tally]]:
    """A report assigns nothing: each task read in it counts against precision."""
    if gold["tasks"] is None:
        return
    pairs = pair(gold["tasks"], tasks, is_the_task)
    yield "tasks", Tally(len(pairs), len(tasks), len(gold["tasks"]))
    yield "leads", tally(same_bodies(g["lead"], r["lead"]) for g, r in pairs if g["lead"])
    yield "deadlines", tally(is_due(g, r["due"]) for g, r in pairs if g["due"])


def read_and_compare(gold: Json) -> Iterator[tuple[str, Tally]]:
    read = parsed_json(read_document(DOCUMENTS / gold["file"], Settings()))
    yield from facts(gold, read["document"])
    yield from outline(gold, read["provisions"])
    yield from citations(gold, read["references"])
    yield from assigned_work(gold, read["tasks"])


def annotations() -> list[Json]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]


@pytest.fixture(scope="module")
def reached() -> dict[str, Tally]:
    """Each measure over all documents."""
    totals: dict[str, Tally] = {}
    for gold in annotations():
        for measure, part in read_and_compare(gold):
            totals[measure] = totals.get(measure, Tally()) + part
    return totals


@pytest.mark.parametrize("measure", FLOORS)
def test_no_measure_falls(measure: str, reached: dict[str, Tally]) -> None:
    assert reached[measure].share >= FLOORS[measure], f"{measure}: {reached[measure]}"


def test_every_document_is_annotated_and_every_annotation_has_its_document() -> None:
    assert {gold["file"] for gold in annotations()} == {path.name for path in DOCUMENTS.iterdir()}


def test_a_tally_of_nothing_is_whole_and_of_strangers_only_is_nil() -> None:
    assert Tally().share == 1.0
    assert Tally(0, 3, 0).share == 0.0


@pytest.mark.parametrize(
    ("wanted", "read", "same"),
    [
        (["Sở Nội vụ"], ["sở nội vụ"], True),
        (["Sở Nội vụ", "Sở Tài chính"], ["Sở Nội vụ"], False),
        (["Sở Nội vụ"], [], False),
        (["Sở Nội vụ"], ["Sở Nội vụ", "Sở Tài chính", "Công an tỉnh"], False),
    ],
)
def test_bodies_are_the_same_when_each_is_named(wanted: list[str], read: list[str], same: bool) -> None:
    assert same_bodies(wanted, read) is same
