"""What a citation asks for, whoever makes it: a reference in a text or a relation of the registry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kb.catalogue.links import KnownDocument
from kb.lawnames import split_year
from kb.model import Level, Reference, RegistryRelation
from kb.number import number_key
from kb.resolve.places import Place, is_central_number, is_local_number, level_of_number, place_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """A number (with other ways to read it) or a name, and what narrows it down.

    `place_is_printed` is False where the place is inferred: "của Tỉnh ủy" is of the citing document's province.
    `before` is the day of the citing document: nothing later can be meant.
    """

    number: str | None
    number_key: str | None
    readings: tuple[tuple[str, float], ...]
    kind: str | None
    name: str | None
    year: int | None
    issued_on: date | None
    place: Place
    place_is_printed: bool
    title: str | None
    before: date | None


def wanted_by_reference(reference: Reference, citing: KnownDocument) -> Wanted:
    name, year = split_year(reference.name) if reference.name else (None, None)
    place, is_printed = _place(reference.issuer, reference.number, citing)
    readings = [(number_key(reading.number), reading.confidence) for reading in reference.readings]
    key = number_key(reference.number)
    return Wanted(
        number=reference.number,
        number_key=key,
        readings=tuple((other, sureness) for other, sureness in readings if other and other != key),
        kind=reference.kind,
        name=name,
        year=year,
        issued_on=reference.issued_on,
        place=place,
        place_is_printed=is_printed,
        title=reference.title,
        before=citing.issued_on,
    )


def wanted_by_registry(relation: RegistryRelation, entry: KnownDocument) -> Wanted:
    place, is_printed = _place(None, relation.number, entry)
    key = number_key(relation.number)
    return Wanted(
        relation.number, key, (), None, None, None, relation.issued_on, place, is_printed, None, entry.issued_on
    )  # fmt: skip


def place_of_known(known: KnownDocument) -> Place:
    """Where a known document comes from: the province that its issuer names (the registry may file it under what that
    has become), else what was read of it."""
    named = place_of(known.issuer)
    level = known.level or named.level
    name = named.name if named.level is Level.PROVINCE and named.name else known.locality or named.name
    return Place(None if level is Level.CENTRAL else level, name)


def _place(issuer: str | None, number: str | None, citing: KnownDocument) -> tuple[Place, bool]:
    named = place_of(issuer)
    level = named.level or level_of_number(number)
    if is_central_number(number):
        return Place(None, None), False
    if named.name:
        return Place(level, named.name), True
    is_local = named.level is not None or is_local_number(number)
    home = place_of_known(citing)
    is_own_level = level is None or level == home.level or home.level is None
    if not is_local:
        return Place(None, None), False
    # A district that writes "UBND tỉnh" means its province, which its own place does not tell.
    return Place(level, home.name if is_own_level else None), False
