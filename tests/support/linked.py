"""Documents with references and tasks, written in a few words, and a catalogue that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np

from kb.catalogue import Catalogue
from kb.model import (
    Document,
    Fact,
    Field,
    Level,
    Parsed,
    Provision,
    ProvisionKind,
    Reading,
    Reference,
    RegistryEntry,
    RegistryRelation,
    Relation,
    Task,
)
from kb.registry import entry_id
from kb.resolve import resolve_after_change


@dataclass(frozen=True)
class Cite:
    """A citation by the words that make it; its place in the text is looked up, each after the one before."""

    surface: str
    number: str | None = None
    on: str | None = None
    relation: Relation = Relation.MENTIONS
    where: str = "preamble"
    name: str | None = None
    kind: str | None = None
    issuer: str | None = None
    title: str | None = None
    provision: str | None = None
    via: str | None = None
    via_relation: Relation | None = None
    antecedent: int | None = None
    readings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Work:
    """A task by its place and its text, which stands in the document."""

    where: str
    text: str
    lead: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """A held document."""

    id: str
    text: str
    number: str | None = None
    on: str | None = None
    kind: str | None = None
    issuer: str | None = None
    level: Level = Level.CENTRAL
    locality: str | None = None
    title: str | None = None
    cites: Sequence[Cite] = ()
    works: Sequence[Work] = ()
    units: Sequence[tuple[str, str, str]] = field(default_factory=tuple)

    def parsed(self) -> Parsed:
        return Parsed(self._document(), self._provisions(), self._references(), self._tasks(), ())

    def _document(self) -> Document:
        values = {
            Field.NUMBER: self.number,
            Field.ISSUED_ON: self.on,
            Field.KIND: self.kind,
            Field.ISSUER: self.issuer,
            Field.LEVEL: self.level.value,
            Field.LOCALITY: self.locality,
            Field.TITLE: self.title,
        }
        facts = {name: Fact(value, "test") for name, value in values.items() if value is not None}
        digest = sha256(f"{self.id}{self.text}".encode()).hexdigest()
        return Document(self.id, f"{self.id}.txt", digest, "txt", self.text, facts)

    def _references(self) -> tuple[Reference, ...]:
        found, after = [], 0
        for cite in self.cites:
            start = self.text.index(cite.surface, after)
            after = start + len(cite.surface)
            line_start = self.text.rfind("\n", 0, start) + 1
            line_end = self.text.find("\n", after)
            found.append(
                Reference(
                    start=start,
                    end=after,
                    surface=cite.surface,
                    kind=cite.kind,
                    number=cite.number,
                    name=cite.name,
                    issued_on=date.fromisoformat(cite.on) if cite.on else None,
                    issuer=cite.issuer,
                    title=cite.title,
                    provision=cite.provision,
                    relation=cite.relation,
                    where=cite.where,
                    evidence_start=line_start,
                    evidence_end=len(self.text) if line_end < 0 else line_end,
                    rule="test",
                    via=cite.via,
                    via_relation=cite.via_relation,
                    antecedent=cite.antecedent,
                    readings=tuple(Reading(number, 0.8) for number in cite.readings),
                )
            )
        return tuple(found)

    def _tasks(self) -> tuple[Task, ...]:
        found = []
        for work in self.works:
            start = self.text.index(work.text)
            span = (start, start + len(work.text))
            found.append(Task(work.where, *span, work.text, work.lead, (), None, None, None, None, "test"))
        return tuple(found)

    def _provisions(self) -> tuple[Provision, ...]:
        """Units as (path, first words, last words); the parent is the longest path that begins it."""
        made: list[Provision] = []
        for path, first, last in self.units:
            start = self.text.index(first)
            end = self.text.index(last, start) + len(last)
            parents = [i for i, other in enumerate(made) if path.startswith(other.path + "/")]
            parent = parents[-1] if parents else None
            label = path.rsplit("/", 1)[-1]
            made.append(Provision(path, ProvisionKind.CLAUSE, label, None, start, end, end, parent, True))
        return tuple(_with_own_end(index, made) for index in range(len(made)))


def _with_own_end(index: int, made: Sequence[Provision]) -> Provision:
    children = [other.start for other in made if other.parent == index]
    return replace(made[index], own_end=min(children, default=made[index].end))


def entry(
    number: str | None,
    on: str | None = None,
    *,
    kind: str | None = None,
    issuer: str | None = None,
    level: Level | None = Level.CENTRAL,
    locality: str | None = None,
    title: str | None = None,
    relations: Sequence[RegistryRelation] = (),
    full_text_at: str | None = None,
) -> RegistryEntry:
    day = date.fromisoformat(on) if on else None
    made = entry_id(number, locality, day, title)
    return RegistryEntry(made, number, day, kind, issuer, level, locality, title, tuple(relations), full_text_at)


def put(catalogue: Catalogue, *documents: Written) -> None:
    """Stores documents as `kb add` does: one transaction each, resolved within it."""
    for document in documents:
        with catalogue.writing() as writer:
            writer.put(document.parsed(), np.zeros(4, dtype=np.uint32), {}, "none")
            resolve_after_change(writer, [document.id])


def remove(catalogue: Catalogue, document_id: str) -> None:
    with catalogue.writing() as writer:
        writer.remove(document_id)
        resolve_after_change(writer, [document_id])


def register(catalogue: Catalogue, *entries: RegistryEntry) -> None:
    with catalogue.writing() as writer:
        writer.put_registry(entries)
        resolve_after_change(writer, None)


@contextmanager
def a_catalogue(folder: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(f"sqlite:///{folder / 'catalogue.sqlite'}")
    try:
        yield catalogue
    finally:
        catalogue.close()
