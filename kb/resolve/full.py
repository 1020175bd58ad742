"""Full and short citations of one document: a full one says what the short ones of its number and name mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kb.lawnames import is_law_name, plain_law_name, split_year
from kb.model import Reference, Resolution
from kb.number import number_key, parse
from kb.resolve.names import key_of


@dataclass(frozen=True, slots=True)
class Pointed:
    """What one reference points to, and the node of the document cited (None: ambiguous or nameless)."""

    resolution: Resolution
    node: str | None


@dataclass
class Full:
    """The full citations of a document, by the keys of the short ones that they settle."""

    found: dict[str, list[Pointed]] = field(default_factory=dict)
    years: dict[str, int] = field(default_factory=dict)

    def note(self, reference: Reference, pointed: Pointed) -> None:
        if pointed.node is None:
            return
        if year := year_of_law(reference):
            self.years[pointed.node] = year
        for key in full_keys(reference):
            known = self.found.setdefault(key, [])
            if pointed.node not in {other.node for other in known}:
                known.append(pointed)

    def of(self, reference: Reference) -> list[Pointed]:
        """What a short citation may stand for."""
        key = short_key(reference)
        return self.found.get(key, []) if key else []

    def in_force(self, reference: Reference, on: date | None) -> Pointed | None:
        """Of several laws of the name, each of a known year, the newest that the citing document can mean."""
        several = self.of(reference)
        is_bare = reference.number is None and reference.name is not None and is_law_name(reference.name)
        dated = [(year, pointed) for pointed in several if (year := self.years.get(pointed.node or ""))]
        if not is_bare or on is None or len(dated) < len(several) or len(several) < 2:
            return None
        return max((pair for pair in dated if pair[0] <= on.year), key=lambda pair: pair[0], default=(0, None))[1]


def full_keys(reference: Reference) -> list[str]:
    """The keys of the short citations that this full one settles."""
    number, name = number_key(reference.number), _name_alone(reference)
    keys = [f"#{number}"] if number and reference.issued_on else []
    keys += [name] if name and (number or reference.issued_on) else []
    return [*keys, of_year] if number and (of_year := _law_of_year(reference)) else keys


def short_key(reference: Reference) -> str | None:
    """An undated number, a law without its number but with its year, or a name alone; None for a full citation."""
    if reference.number is not None:
        return None if reference.issued_on else f"#{number_key(reference.number)}"
    return _law_of_year(reference) or (None if reference.issued_on else _name_alone(reference))


def year_of_law(reference: Reference) -> int | None:
    """The year of a law as its number, its name or its day tells it."""
    if reference.name is None or not is_law_name(reference.name):
        return None
    number = parse(reference.number) if reference.number else None
    day = reference.issued_on
    return (number.year if number else None) or split_year(reference.name)[1] or (day.year if day else None)


def _law_of_year(reference: Reference) -> str | None:
    """A law by its name and the year of its making: one law."""
    year = year_of_law(reference)
    return f"{key_of(plain_law_name(split_year(reference.name or '')[0]))}@{year}" if year else None


def _name_alone(reference: Reference) -> str | None:
    """The key of a name that bears no year: "Luật Kế toán năm 2015" may be another law than the one above."""
    if reference.name is None or split_year(reference.name)[1] is not None:
        return None
    return key_of(plain_law_name(reference.name) if is_law_name(reference.name) else reference.name)
