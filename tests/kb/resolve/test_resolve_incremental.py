"""What a change resolves again is what resolving everything gives, whatever the order of changes."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from linked import Cite, Written, a_catalogue, entry
from sqlalchemy import select

from kb.catalogue import Catalogue, schema
from kb.model import Level, RegistryEntry, RegistryRelation, Relation
from kb.registry import changed_entries
from kb.resolve import resolve_after_change

STEPS = 25
NUMBERS = ("1/QĐ-TTg", "2/QĐ-TTg", "3-KH/TU", "4/KH-UBND", "5/2031/NĐ-CP", None)
DAYS = ("2031-01-01", "2031-06-01", "2032-02-02", None)
PLACES = ("Sơn Hà", "Biển Đông", None)
TITLES = (
    "phê duyệt Chương trình trồng rừng quốc gia đến năm 2035",
    "Lâm nghiệp ven biển",
    "phê duyệt Chiến lược cảng cá vùng ven biển",
    "ban hành Kế hoạch triển khai thực hiện Nghị quyết về cảng cá",
    "ban hành Kế hoạch triển khai thực hiện Nghị quyết về trồng rừng",
    "Luật Biển",
    None,
)
NAMES = (
    "Chương trình trồng rừng quốc gia đến năm 2035",
    "Chương trình trồng rừng quốc gia",
    "Luật Lâm nghiệp ven biển",
    "Luật Lâm nghiệp ven biển năm 2031",
    "Luật Biển năm 2032",
    "Chiến lược cảng cá vùng ven biển",
    "Kế hoạch triển khai thực hiện Nghị quyết về cảng cá",
)
TABLES = (schema.readings, schema.resolutions, schema.targets, schema.names, schema.entry_nodes, schema.registry_links)


def a_cite(chance: random.Random, place: int) -> Cite:
    if chance.random() < 0.4:
        name = chance.choice(NAMES)
        return Cite(f"{name} [{place}]", name=name, relation=Relation.IMPLEMENTS)
    if chance.random() < 0.15:
        readings = tuple(chance.sample([number for number in NUMBERS if number], 2))
        return Cite(f"số ? [{place}]", "7/QĐ-TT", readings=readings)
    number, day = chance.choice(NUMBERS[:-1]), chance.choice(DAYS)
    issuer = f"UBND tỉnh {chance.choice(PLACES[:-1])}" if chance.random() < 0.3 else None
    relation = chance.choice((Relation.BASED_ON, Relation.MENTIONS, Relation.REPLACES))
    return Cite(f"{number} [{place}]", number, day, relation, issuer=issuer)


def a_document(chance: random.Random, name: str) -> Written:
    cites = tuple(a_cite(chance, place) for place in range(chance.randrange(1, 6)))
    place = chance.choice(PLACES)
    return Written(
        name,
        "\n".join(cite.surface for cite in cites),
        number=chance.choice(NUMBERS),
        on=chance.choice(DAYS),
        kind=chance.choice(("Quyết định", "Luật", "Kế hoạch")),
        level=Level.PROVINCE if place else Level.CENTRAL,
        locality=place,
        title=chance.choice(TITLES),
        cites=cites,
    )


def a_registry(chance: random.Random) -> tuple[RegistryEntry, ...]:
    found = {}
    for _ in range(chance.randrange(0, 6)):
        number, title = chance.choice(NUMBERS), chance.choice(TITLES)
        if number is None and title is None:
            continue
        upper = chance.choice(NUMBERS[:-1])
        relations = (RegistryRelation(Relation.BASED_ON, upper or ""),) if chance.random() < 0.5 else ()
        made = entry(
            number, chance.choice(DAYS), kind=chance.choice(("Quyết định", "Luật")), title=title, relations=relations
        )
        found[made.id] = made
    return tuple(found.values())


def stored(catalogue: Catalogue) -> list[list[tuple[object, ...]]]:
    with catalogue.writing() as writer:
        return [sorted((tuple(row) for row in writer.connection.execute(select(table))), key=repr) for table in TABLES]


def change(catalogue: Catalogue, chance: random.Random, held: set[str]) -> str:
    """One change of the catalogue, resolved as such."""
    with catalogue.writing() as writer:
        kind = chance.random()
        if kind < 0.2:
            old, new = catalogue.registry(), a_registry(chance)
            writer.put_registry(new)
            resolve_after_change(writer, changed_entries(old, new))
            return f"registry {[made.id for made in new]}"
        if kind < 0.35 and held:
            gone = chance.choice(sorted(held))
            held.remove(gone)
            writer.remove(gone)
            resolve_after_change(writer, [gone])
            return f"remove {gone}"
        document = a_document(chance, f"d{chance.randrange(8)}")
        held.add(document.id)
        writer.put(document.parsed(), np.zeros(4, dtype=np.uint32), {}, "none")
        resolve_after_change(writer, [document.id])
        return f"put {document}"


@pytest.mark.parametrize("seed", range(8))
def test_a_change_resolves_what_everything_resolves(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    held: set[str] = set()
    with a_catalogue(tmp_path) as catalogue:
        for _ in range(STEPS):
            done = change(catalogue, chance, held)
            after_change = stored(catalogue)
            with catalogue.writing() as writer:
                resolve_after_change(writer, None)
            for table, found, expected in zip(TABLES, after_change, stored(catalogue), strict=True):
                assert found == expected, f"{table.name} after {done}"
