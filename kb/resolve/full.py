"""Full and short citations of one document: a full one says what the short ones of its number and name mean."""

from __future__ import annotations

from dataclasses import dataclass, field

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

    def note(self, reference: Reference, pointed: Pointed) -> None:
        if pointed.node is None:
            return
        for key in full_keys(reference):
            known = self.found.setdefault(key, [])
            if pointed.node not in {other.node for other in known}:
                known.append(pointed)

    def of(self, reference: Reference) -> list[Pointed]:
        """What a short citation may stand for."""
        key = short_key(reference)
        return self.found.get(key, []) if key else []


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


def _law_of_year(reference: Reference) -> str | None:
    """A law by its name and the year of its making, as name, day or number tell it: one law."""
    if reference.name is None or not is_law_name(reference.name):
        return None
    name, year = split_year(reference.name)
    number = parse(reference.number) if reference.number else None
    day = reference.issued_on
    year = (number.year if number else None) or year or (day.year if day else None)
    return f"{key_of(plain_law_name(name))}@{year}" if year else None


def _name_alone(reference: Reference) -> str | None:
    """The key of a name that bears no year: "Luật Kế toán năm 2015" may be another law than the one above."""
    if reference.name is None or split_year(reference.name)[1] is not None:
        return None
    return key_of(plain_law_name(reference.name) if is_law_name(reference.name) else reference.name)
