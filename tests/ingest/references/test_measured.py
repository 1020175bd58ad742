"""References of real documents against their annotations, where the material is at hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ingest.header import read_header
from ingest.layout import lay_out
from ingest.readers import read
from ingest.references import find_references
from ingest.structure import read_structure
from kb.model import Reference
from kb.settings import Settings
from kb.text import squeeze

SHARED = Path(__file__).resolve().parents[4] / "shared"
GOLD = sorted((SHARED / "gold").glob("*.json"))
# Least part that must be right over all annotated documents.
LEAST_F1_BY_NUMBER, LEAST_RECALL_BY_NAME, LEAST_DATES, LEAST_RELATIONS, LEAST_PLACES = 0.97, 0.85, 0.98, 0.92, 0.95

pytestmark = pytest.mark.skipif(not GOLD, reason="the annotated documents are not here")


@dataclass
class Tally:
    hit: int = 0
    found: int = 0
    there: int = 0
    named_hit: int = 0
    named: int = 0
    dates: int = 0
    relations: int = 0
    places: int = 0
    pairs: int = 0


def _same(gold: dict[str, Any], found: Reference) -> bool:
    if gold["number"]:
        return bool(gold["number"] == found.number)
    one, other = squeeze(gold["surface"]), squeeze(found.surface)
    return found.number is None and (one in other or other in one)


def _same_place(gold: dict[str, Any], found: Reference) -> bool:
    """Some annotations stop at the Điều and give the unit below apart."""
    whole = "/".join(part for part in (gold["where"], gold.get("at_unit")) if part)
    return found.where.casefold() in (gold["where"].casefold(), whole.casefold())


def _add(tally: Tally, gold: dict[str, Any], found: Reference) -> None:
    tally.pairs += 1
    tally.relations += found.relation.value in [gold["relation"], *gold.get("relation_alt", [])]
    tally.places += _same_place(gold, found)
    if gold["number"]:
        tally.hit += 1
        tally.dates += gold["date"] == (found.issued_on.isoformat() if found.issued_on else None)
    else:
        tally.named_hit += 1


@pytest.fixture(scope="module")
def tally() -> Tally:
    total = Tally()
    for path in GOLD:
        annotated = json.loads(path.read_text(encoding="utf-8"))
        laid = lay_out(read(SHARED / "documents" / annotated["file"], Settings()))
        header = read_header(laid)
        references = find_references(laid, header, read_structure(laid, header))
        own = annotated["number"]
        free = [one for one in references if not one.number or one.number != own]
        wanted = [gold for gold in annotated["references"] if not gold.get("self")]
        total.there += sum(bool(gold["number"]) for gold in wanted)
        total.named += sum(not gold["number"] for gold in wanted)
        total.found += sum(bool(one.number) for one in free)
        for gold in wanted:
            fitting = [one for one in free if _same(gold, one)]
            best = next((one for one in fitting if _same_place(gold, one)), next(iter(fitting), None))
            if best is not None:
                free.remove(best)
                _add(total, gold, best)
    return total


def test_numbers(tally: Tally) -> None:
    assert 2 * tally.hit / (tally.found + tally.there) >= LEAST_F1_BY_NUMBER


def test_names(tally: Tally) -> None:
    assert tally.named_hit / tally.named >= LEAST_RECALL_BY_NAME


def test_dates(tally: Tally) -> None:
    assert tally.dates / tally.hit >= LEAST_DATES


def test_relations(tally: Tally) -> None:
    assert tally.relations / tally.pairs >= LEAST_RELATIONS


def test_places(tally: Tally) -> None:
    assert tally.places / tally.pairs >= LEAST_PLACES
