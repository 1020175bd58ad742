"""What resolution reads and writes: known documents, their names, references and what each points to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, insert, select

from kb.catalogue import schema
from kb.catalogue.codec import decode
from kb.model import Document, Level, Provision, Reference, RegistryEntry, Relation, Resolution, Task
from kb.number import number_key

# Parameters of one statement; SQLite allows 32,766, PostgreSQL 65,535.
_PART = 5_000


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document that a reference may point to: held, or an entry of the registry."""

    id: str
    held: bool
    number: str | None
    number_key: str | None
    kind: str | None
    issuer: str | None
    level: Level | None
    locality: str | None
    issued_on: date | None
    title: str | None
    # Number and date are those of an entry of the registry that bears the same title: the text prints none.
    is_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """One of the names of a known document; `key` is its comparison key, `head` the beginning of the key."""

    node: str
    key: str
    name: str

    @property
    def head(self) -> str:
        return self.key[: schema.NAME_HEAD_LENGTH]


class Role(StrEnum):
    """What a reference does in a trace: something rests on the document cited, or something changes it."""

    REST = "rest"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Pointer:
    """What the reference at `position` of a document points to, and the words that show it.

    `node` is the id of the document cited, one made for it where nobody holds or registered it, None when ambiguous.
    """

    position: int
    resolution: Resolution
    node: str | None
    via_node: str | None = None
    via_relation: Relation | None = None
    role: Role | None = None
    task: str | None = None
    path: str | None = None
    quote: str | None = None
    quote_start: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class RegistryLink:
    """`lower` relates to `upper`, as the entry `entry_id` of the registry says at `position`; `said`: in a sentence."""

    entry_id: str
    position: int
    lower: str
    upper: str
    relation: Relation
    scope: str | None
    number: str
    number_key: str | None
    said: str


class Links:
    """Works on one connection, within the transaction of whoever opened it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, number_keys: Collection[str] | None = None, ids: Collection[str] = ()) -> list[KnownDocument]:
        """Held documents and entries of these numbers or ids; all of them where no number is given."""
        return [*self._held(number_keys, ids), *(_of_entry(entry) for entry in self.entries(number_keys, ids))]

    def entries(self, number_keys: Collection[str] | None = None, ids: Collection[str] = ()) -> list[RegistryEntry]:
        table = schema.registry
        rows = self._of_any(select(table.c.body), number_keys, (table.c.number_key, number_keys), (table.c.id, ids))
        return list({entry.id: entry for entry in (decode(row.body, RegistryEntry) for row in rows)}.values())

    def names(self, heads: Collection[str] | None = None) -> list[Name]:
        table = schema.names
        query = select(table.c.node, table.c.key, table.c.name)
        return [Name(*row) for row in self._of_any(query, heads, (table.c.head, heads))]

    def bearers(self, keys: Collection[str]) -> set[str]:
        """The nodes that bear a name of one of these keys, exactly."""
        table = schema.names.c
        heads = {key[: schema.NAME_HEAD_LENGTH] for key in keys}
        rows = self._in(select(table.node, table.key), table.head, heads)
        return {row.node for row in rows if row.key in keys}

    def names_of_nodes(self, nodes: Collection[str]) -> list[Name]:
        """What these documents and entries are called, as it was stored last."""
        table = schema.names.c
        return [Name(*row) for row in self._in(select(table.node, table.key, table.name), table.node, nodes)]

    def document_ids(self) -> list[str]:
        return list(self._connection.execute(select(schema.documents.c.id)).scalars())

    def documents(self, ids: Collection[str]) -> Iterator[Document]:
        table = schema.documents
        for row in self._in(select(table.c.body), table.c.id, ids):
            yield decode(row.body, Document)

    def references(self, ids: Collection[str]) -> dict[str, list[Reference]]:
        """The references of each document in order."""
        table = schema.references
        query = select(table.c.document_id, table.c.body).order_by(table.c.document_id, table.c.position)
        found: dict[str, list[Reference]] = {}
        for row in self._in(query, table.c.document_id, ids):
            found.setdefault(row.document_id, []).append(decode(row.body, Reference))
        return found

    def provisions(self, ids: Collection[str]) -> dict[str, tuple[Provision, ...]]:
        table = schema.documents.c
        rows = self._in(select(table.id, table.provisions), table.id, ids)
        return {row.id: decode(row.provisions, tuple[Provision, ...]) for row in rows}

    def tasks(self, ids: Collection[str]) -> dict[str, list[Task]]:
        table = schema.tasks
        query = select(table.c.document_id, table.c.body).order_by(table.c.document_id, table.c.position)
        found: dict[str, list[Task]] = {}
        for row in self._in(query, table.c.document_id, ids):
            found.setdefault(row.document_id, []).append(decode(row.body, Task))
        return found

    def documents_pointing_at(self, nodes: Collection[str]) -> set[str]:
        targets, pointers = schema.targets.c, schema.resolutions.c
        found = {row[0] for row in self._in(select(targets.document_id).distinct(), targets.target_id, nodes)}
        return found | {row[0] for row in self._in(select(pointers.document_id).distinct(), pointers.node, nodes)}

    def documents_citing(self, number_keys: Collection[str]) -> set[str]:
        """Documents with a reference of one of these numbers, also as one of the ways to read a damaged one."""
        return {
            row[0]
            for table in (schema.references.c, schema.readings.c)
            for row in self._in(select(table.document_id).distinct(), table.number_key, number_keys)
        }

    def documents_naming(self, heads: Collection[str]) -> set[tuple[str, str]]:
        """(document, key of the name) of references by a name that begins so."""
        table = schema.references.c
        query = select(table.document_id, table.name_key).distinct()
        return {(row[0], row[1]) for row in self._in(query, schema.NAME_HEAD, heads)}

    def entries_standing(self, nodes: Collection[str], number_keys: Collection[str]) -> set[str]:
        """Entries of these ids or numbers, and those for which one of these nodes stands."""
        nodes_of, entries = schema.entry_nodes.c, schema.registry.c
        found = {row[0] for row in self._in(select(nodes_of.entry_id), nodes_of.node, nodes)}
        found |= {row[0] for row in self._in(select(entries.id), entries.id, nodes)}
        return found | {row[0] for row in self._in(select(entries.id), entries.number_key, number_keys)}

    def entries_speaking_of(self, nodes: Collection[str], number_keys: Collection[str]) -> set[str]:
        """Entries that say something of one of these nodes or numbers."""
        links = schema.registry_links.c
        found = {row[0] for row in self._in(select(links.entry_id), links.upper, nodes)}
        return found | {row[0] for row in self._in(select(links.entry_id), links.number_key, number_keys)}

    def put_pointers(self, document_id: str, pointers: Sequence[Pointer]) -> None:
        """Puts what a document's references point to in place of what they pointed to before."""
        for table in (schema.targets, schema.resolutions):
            self._connection.execute(delete(table).where(table.c.document_id == document_id))
        self._insert(schema.resolutions, [_pointer_row(document_id, pointer) for pointer in pointers])
        self._insert(
            schema.targets,
            [
                {"document_id": document_id, "position": pointer.position, "target_id": target}
                for pointer in pointers
                for target in pointer.resolution.targets
            ],
        )

    def put_names(self, nodes: Collection[str], names: Iterable[Name]) -> None:
        """Puts these names in place of all names of these nodes."""
        self._delete(schema.names, schema.names.c.node, nodes)
        unique = {(name.node, name.key): name for name in names}.values()
        self._insert(schema.names, [{"node": n.node, "key": n.key, "head": n.head, "name": n.name} for n in unique])

    def put_entries(self, nodes: dict[str, str], links: Iterable[RegistryLink], gone: Collection[str] = ()) -> None:
        """The node of each of these entries and what they say, in place of what was stored of them and of `gone`."""
        touched = [*nodes, *gone]
        self._delete(schema.entry_nodes, schema.entry_nodes.c.entry_id, touched)
        self._delete(schema.registry_links, schema.registry_links.c.entry_id, touched)
        self._insert(schema.entry_nodes, [{"entry_id": entry, "node": node} for entry, node in nodes.items()])
        self._insert(schema.registry_links, [_link_row(link) for link in links])

    def forget_all(self) -> None:
        """Drops everything that resolution ever wrote."""
        for table in (schema.targets, schema.resolutions, schema.names, schema.entry_nodes, schema.registry_links):
            self._connection.execute(delete(table))

    def _held(self, number_keys: Collection[str] | None, ids: Collection[str]) -> list[KnownDocument]:
        table = schema.documents.c
        query = select(
            table.id, table.number, table.number_key, table.kind, table.issuer, table.level, table.locality,
            table.issued_on, table.title,
        )  # fmt: skip
        rows = self._of_any(query, number_keys, (table.number_key, number_keys), (table.id, ids))
        return list({row.id: _of_row(row) for row in rows}.values())

    def _of_any(
        self,
        query: Select[Any],
        restriction: Collection[str] | None,
        *columns: tuple[ColumnElement[Any], Collection[str] | None],
    ) -> Iterator[Any]:
        if restriction is None:
            yield from self._connection.execute(query)
            return
        for column, values in columns:
            yield from self._in(query, column, values or ())

    def _in(self, query: Select[Any], column: ColumnElement[Any], values: Collection[str]) -> Iterator[Any]:
        for part in parts_of(values):
            yield from self._connection.execute(query.where(column.in_(part)))

    def _delete(self, table: Table, column: ColumnElement[Any], values: Collection[str]) -> None:
        for part in parts_of(values):
            self._connection.execute(delete(table).where(column.in_(part)))

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)


def parts_of(values: Collection[str]) -> Iterator[list[str]]:
    """The values in lists short enough for one statement."""
    ordered = list(values)
    for start in range(0, len(ordered), _PART):
        yield ordered[start : start + _PART]


def _of_row(row: Any) -> KnownDocument:  # noqa: ANN401 - a row of the columns selected above
    values = dict(row._mapping)
    level = values.pop("level")
    return KnownDocument(held=True, level=Level(level) if level else None, **values)


def _of_entry(entry: RegistryEntry) -> KnownDocument:
    return KnownDocument(
        entry.id, False, entry.number, number_key(entry.number), entry.kind, entry.issuer, entry.level,
        entry.locality, entry.issued_on, entry.title,
    )  # fmt: skip


def _pointer_row(document_id: str, pointer: Pointer) -> dict[str, Any]:
    return {
        "document_id": document_id,
        "position": pointer.position,
        "status": pointer.resolution.status,
        "rule": pointer.resolution.rule,
        "confidence": pointer.resolution.confidence,
        "node": pointer.node,
        "via_node": pointer.via_node,
        "via_relation": pointer.via_relation,
        "role": pointer.role,
        "task": pointer.task,
        "path": pointer.path,
        "quote": pointer.quote,
        "quote_start": pointer.quote_start,
        "page": pointer.page,
    }


def _link_row(link: RegistryLink) -> dict[str, Any]:
    return {name: getattr(link, name) for name in RegistryLink.__dataclass_fields__}
