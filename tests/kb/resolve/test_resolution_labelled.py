"""Every citation of the annotated documents resolves to the document that it means: judged one by one by reading.

`tests/relevance/resolution.tsv` says for each (document, position of the citation in its annotation) which document is
meant: "= number@date" where it is held or registered, "- id" where nobody holds it (with the place it must be of).

Run as a script it prints the figures of a whole data folder:  python tests/kb/resolve/test_resolution_labelled.py HOME
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ingest.pipeline import read_document
from kb.catalogue import Catalogue
from kb.catalogue.chains import Chains, Pointing, reading_chains
from kb.corrections import load_corrections, with_corrections
from kb.model import Level, RegistryEntry
from kb.number import number_key, parse
from kb.registry import entry_id, load_registry
from kb.resolve import resolve_after_change
from kb.resolve.places import is_local_number
from kb.settings import Settings
from kb.text import squeeze

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
LABELS = ROOT / "tests" / "relevance" / "resolution.tsv"
LEAST_RIGHT = 0.97
CERTAIN = 1.0
ONE_YEAR = timedelta(days=365)
# A province that none of the annotated documents is of.
ELSEWHERE = "Cao Bằng"
# Two printings of a name are one where the shorter holds so much of the longer.
LEAST_OVERLAP = 0.6
# Held beside the annotated documents, so that what they cite can be found (and mistaken).
ALSO_HELD = (
    "03-NQ-CP-2025.md", "57-NQ-TW.md", "179-KH-UBND.md", "411-QD-TTg-2022.ocr.txt", "749-QD-TTg.ocr.txt",
    "60-2024-QH15.md", "3260-KH-DDQH15.md",
)  # fmt: skip

Found = tuple[str, int, str, float]

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="không có ../shared (chỉ dùng để đo)")


def annotated() -> dict[str, list[dict[str, Any]]]:
    """Annotated citations by file name."""
    read = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((SHARED / "gold").glob("*.json"))]
    return {Path(gold["file"]).name: gold["references"] for gold in read}


def labels() -> dict[tuple[str, int], str]:
    with LABELS.open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {(row["document"], int(row["citation"])): row["meant"] for row in rows}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    opened = Catalogue(f"sqlite:///{tmp_path_factory.mktemp('resolution') / 'catalogue.sqlite'}")
    with opened.writing() as writer:
        writer.put_registry(load_registry(ROOT / "corpus" / "registry.yaml"))
    wanted = {*annotated(), *ALSO_HELD}
    for path in sorted((SHARED / "documents").rglob("*")):
        if path.name in wanted:
            parsed = read_document(path, Settings())
            seed = ROOT / "corpus" / path.name
            object.__setattr__(parsed, "document", with_corrections(parsed.document, load_corrections(seed)))
            with opened.writing() as writer:
                writer.put(parsed, np.zeros(4, dtype=np.uint32), {}, "none")
    with opened.writing() as writer:
        resolve_after_change(writer, None)
    yield opened
    opened.close()


def resolved(catalogue: Catalogue) -> Iterator[Found]:
    """(document, citation, what it was resolved to, confidence) of every annotated citation that was found."""
    # A document may be held by another file of it ("36-HD.doc" for "36-HD.docx").
    held = {Path(summary.source).stem: summary.id for summary in catalogue.summaries()}
    with reading_chains(catalogue) as chains:
        for document, citations in annotated().items():
            pointings = chains.from_documents({held.get(Path(document).stem, "")}, with_mentions=True)
            for index, citation in enumerate(citations):
                match = next((one for one in pointings if is_same(citation, one)), None)
                if match:
                    pointings.remove(match)
                    yield document, index, meaning(chains, match), match.confidence


def is_same(citation: dict[str, Any], pointing: Pointing) -> bool:
    numbers = {number_key(citation[key]) for key in ("number", "number_likely") if citation.get(key)}
    if numbers:
        return number_key(pointing.reference.number) in numbers
    one, other = squeeze(citation["surface"]), squeeze(pointing.reference.surface)
    is_near = min(len(one), len(other)) >= LEAST_OVERLAP * max(len(one), len(other))
    return pointing.reference.number is None and is_near and (one in other or other in one)


def meaning(chains: Chains, pointing: Pointing) -> str:
    """As the labels write it; "?" where several were left."""
    if pointing.node is None:
        return "?"
    known = chains.known({pointing.node}).get(pointing.node)
    if known is None:
        return f"- {pointing.node}"
    entry = chains.entries({pointing.node}).get(pointing.node)
    number = known.number or (entry.number if entry else None)
    return f"= {number}@{known.issued_on or (entry.issued_on if entry else None)}"


def judged(found: list[Found]) -> tuple[float, list[str], list[str]]:
    """(share right, what is wrong, what is wrong though it was called certain); what was not found is wrong."""
    meant = labels()
    seen = {(document, index): (said, confidence) for document, index, said, confidence in found}
    wrong = [
        f"{key}: {seen.get(key, ('nothing', 0))[0]}, meant {said}"
        for key, said in meant.items()
        if seen.get(key, ("", 0))[0] != said
    ]
    certain = [
        f"{key}: {said}" for key, (said, sure) in seen.items() if sure >= CERTAIN and meant.get(key, said) != said
    ]
    return 1 - len(wrong) / len(meant), wrong, certain


def test_citations_resolve_to_what_they_mean(catalogue: Catalogue) -> None:
    share, wrong, certain = judged(list(resolved(catalogue)))
    assert share >= LEAST_RIGHT, wrong
    assert not certain


def decoys() -> list[RegistryEntry]:
    """For every number that is cited with its day: the same number of the year before, and of another province."""
    entries = {}
    for citations in annotated().values():
        for citation in citations:
            number = parse(citation.get("number") or "")
            if number is None or number.year is not None or not citation.get("date"):
                continue
            day = date.fromisoformat(citation["date"]) - ONE_YEAR
            place = ELSEWHERE if is_local_number(str(number)) else None
            level = Level.PROVINCE if place else Level.CENTRAL
            for on, where in {(day, place), (day + ONE_YEAR if place else day, place)}:
                made = entry_id(str(number), where, on)
                entries[made] = RegistryEntry(made, str(number), on, None, None, level, where, None)
    return list(entries.values())


def test_documents_of_the_same_numbers_are_not_mistaken_for_those_meant(catalogue: Catalogue) -> None:
    """Every number of another year and every local one of another province, all of them known."""
    own = load_registry(ROOT / "corpus" / "registry.yaml")
    known = {entry.id for entry in own}
    with catalogue.writing() as writer:
        writer.put_registry([*own, *(entry for entry in decoys() if entry.id not in known)])
        resolve_after_change(writer, None)
    share, wrong, certain = judged(list(resolved(catalogue)))
    assert not certain
    assert share >= LEAST_RIGHT, wrong


def test_the_labels_cover_every_annotated_citation() -> None:
    assert Counter(document for document, _ in labels()) == {
        document: len(citations) for document, citations in annotated().items() if citations
    }


def main() -> None:
    home = sys.argv[1]
    found = list(resolved(Catalogue(f"sqlite:///{home}/catalogue.sqlite")))
    if "--write" in sys.argv:
        for document, index, said, _ in found:
            print(document, index, re.sub(r"\s", " ", said), sep="\t")
        return
    share, wrong, certain = judged(found)
    print(f"{len(found)} citations found, {share:.3f} right, {len(certain)} wrong ones called certain")
    print("\n".join(wrong))


if __name__ == "__main__":
    main()
