"""What a trace reads: edges between documents by what their references point to, few queries whatever the number."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic_core import from_json
from sqlalchemy import ColumnElement, Connection, Select, and_, case, select

from kb.catalogue import schema
from kb.catalogue.codec import decode
from kb.catalogue.engine import faults_named
from kb.catalogue.links import KnownDocument, Links, RegistryLink, Role, parts_of
from kb.catalogue.store import Catalogue
from kb.model import Document, Provision, Reference, RegistryEntry, Relation, ResolutionStatus, Task

# Characters of an appendix in which its head says what it belongs to.
_BEGINNING = 2_000

_references, _resolutions = schema.references, schema.resolutions
_ON_PLACE = and_(
    _resolutions.c.document_id == _references.c.document_id, _resolutions.c.position == _references.c.position
)


@dataclass(frozen=True, slots=True)
class Pointing:
    """A reference with what it points to and the words that show it (`quote` begins at `quote_start`)."""

    document_id: str
    reference: Reference
    status: ResolutionStatus
    confidence: float
    node: str | None
    via_node: str | None
    task: str | None
    path: str
    quote: str | None
    quote_start: int | None
    page: int | None


@dataclass(frozen=True, slots=True)
class CitedNode:
    """How often a node is cited and rested on (`weight`: citations that make an edge), and by which documents."""

    node: str
    count: int
    weight: int
    documents: tuple[str, ...]
    sample: Reference


@dataclass(frozen=True, slots=True)
class TaskText:
    """A task by its place and words alone: reading the whole of it takes three times as long."""

    document_id: str
    position: int
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class LooseAppendix:
    """An appendix that prints neither number nor day, with the beginning of its text."""

    id: str
    beginning: str


class Chains:
    """Reads on one connection: one committed state."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._links = Links(connection)

    def from_documents(self, ids: Collection[str], *, with_mentions: bool = False) -> list[Pointing]:
        """Edges that the documents themselves state, in their order; with mentions: all their references."""
        order = (_resolutions.c.document_id, _resolutions.c.position)
        return list(self._pointings(_resolutions.c.document_id, ids, order=order, with_mentions=with_mentions))

    def to_nodes(self, nodes: Collection[str], limit: int | None = None) -> list[Pointing]:
        """Edges that documents state to these nodes, directly or through another document."""
        return list(self._pointings(_resolutions.c.node, nodes, _resolutions.c.role == Role.REST, limit=limit))

    def through_nodes(self, nodes: Collection[str], limit: int) -> list[Pointing]:
        """What documents say in passing that these nodes rest on: "Kế hoạch 271 … thực hiện Nghị quyết 52"."""
        return list(self._pointings(_resolutions.c.via_node, nodes, _resolutions.c.role == Role.REST, limit=limit))

    def changing(self, nodes: Collection[str]) -> list[Pointing]:
        """Citations of these nodes by what replaces, repeals or amends them, also as others say it in passing."""
        is_change = _resolutions.c.role == Role.CHANGE
        amended = and_(is_change, _resolutions.c.via_relation == Relation.AMENDED_BY)
        return [
            *self._pointings(_resolutions.c.node, nodes, is_change),
            *self._pointings(_resolutions.c.via_node, nodes, amended),
        ]

    def documents_resting_on(self, nodes: Collection[str]) -> set[str]:
        """Documents that state that they (or a task of theirs) rest on one of these, and those said to."""
        own = _resolutions.c.via_node.is_(None)
        lower = case((own, _resolutions.c.document_id), else_=_resolutions.c.via_node)
        query = select(lower).where(_resolutions.c.role == Role.REST).distinct()
        found = {row[0] for row in self._in(query, _resolutions.c.node, nodes)}
        links = schema.registry_links.c
        return found | {row[0] for row in self._in(select(links.lower), links.upper, nodes)}

    def documents_with_basis(self, ids: Collection[str]) -> set[str]:
        """Those of these documents that state, outside their tasks, that they rest on another; told without reading
        their references, so documents that state it in other ways may be absent."""
        query = (
            select(_resolutions.c.document_id)
            .join(_references, _ON_PLACE)
            .where(
                _resolutions.c.role == Role.REST, _resolutions.c.task.is_(None), _resolutions.c.via_relation.is_(None),
                _resolutions.c.node.is_not(None), _resolutions.c.node != _resolutions.c.document_id,
                _references.c.relation.in_((Relation.BASED_ON, Relation.IMPLEMENTS)),
            )
            .distinct()
        )  # fmt: skip
        return {row[0] for row in self._in(query, _resolutions.c.document_id, ids)}

    def places_citing(self, node: str) -> list[tuple[str, str]]:
        """(document, path) of every provision that cites a document, mentions too, in the order of the texts."""
        columns = _resolutions.c
        query = select(columns.document_id, columns.path).where(columns.node == node, columns.path.is_not(None))
        rows = self._connection.execute(query.order_by(columns.document_id, columns.position))
        return list(dict.fromkeys((row.document_id, row.path) for row in rows))

    def registry_from(self, nodes: Collection[str]) -> list[RegistryLink]:
        return list(self._registry_links(schema.registry_links.c.lower, nodes))

    def registry_to(self, nodes: Collection[str]) -> list[RegistryLink]:
        return list(self._registry_links(schema.registry_links.c.upper, nodes))

    def known(self, nodes: Collection[str]) -> dict[str, KnownDocument]:
        return {known.id: known for known in self._links.known((), ids=nodes)}

    def entries(self, nodes: Collection[str]) -> dict[str, RegistryEntry]:
        """The entries that describe these nodes, by node."""
        table = schema.entry_nodes.c
        node_of = {row.entry_id: row.node for row in self._in(select(table.entry_id, table.node), table.node, nodes)}
        return {node_of[entry.id]: entry for entry in self._links.entries((), ids=node_of)}

    def canonical(self, node: str) -> str:
        """The held document that stands for an entry of the registry, else the id itself."""
        table = schema.entry_nodes.c
        found = self._connection.execute(select(table.node).where(table.entry_id == node)).scalar()
        return found or node

    def is_cited(self, node: str) -> bool:
        query = select(_resolutions.c.node).where(_resolutions.c.node == node).limit(1)
        linked = select(schema.registry_links.c.upper).where(schema.registry_links.c.upper == node).limit(1)
        return any(self._connection.execute(one).first() for one in (query, linked))

    def task_texts(self, ids: Collection[str]) -> list[TaskText]:
        """The tasks of these documents, in the order of documents and texts."""
        table = schema.tasks.c
        columns = (table.document_id, table.position, table.place, table.body)
        rows = self._in(select(*columns).order_by(table.document_id, table.position), table.document_id, ids)
        return [TaskText(owner, position, place, from_json(body)["text"]) for owner, position, place, body in rows]

    def loose_appendices(self) -> list[LooseAppendix]:
        """Held appendices that print neither number nor day, in files of their own."""
        table = schema.documents.c
        is_loose = and_(table.kind == "Phụ lục", table.number.is_(None), table.issued_on.is_(None))
        rows = self._connection.execute(select(table.id, table.body).where(is_loose).order_by(table.id))
        return [LooseAppendix(row.id, from_json(row.body)["text"][:_BEGINNING]) for row in rows]

    def held_of_symbol(self, symbol: str, year: int, month: int | None) -> list[KnownDocument]:
        """Held documents of this year (and month) whose number ends in this symbol ("/NQ-CP")."""
        table = schema.documents.c
        first = date(year, month or 1, 1)
        last = date(year, month or 12, monthrange(year, month or 12)[1])
        is_meant = and_(table.number.endswith(symbol, autoescape=True), table.issued_on.between(first, last))
        found = self._connection.execute(select(table.id).where(is_meant).order_by(table.id)).scalars()
        return self._links.known((), ids=list(found))

    def texts(self, ids: Collection[str]) -> dict[str, tuple[Document, tuple[Provision, ...]]]:
        """These documents with their provisions."""
        provisions = self._links.provisions(ids)
        return {document.id: (document, provisions[document.id]) for document in self._links.documents(ids)}

    def tasks(self, ids: Collection[str]) -> dict[str, list[Task]]:
        return self._links.tasks(ids)

    def unheld(self) -> list[CitedNode]:
        """Every cited document that is not held, with how often and by whom."""
        status = _resolutions.c.status.in_((ResolutionStatus.MISSING, ResolutionStatus.REGISTERED))
        query = self._citations().where(status, _resolutions.c.node.is_not(None))
        groups: dict[str, list[Any]] = {}
        for row in self._connection.execute(query.order_by(_resolutions.c.document_id, _resolutions.c.position)):
            groups.setdefault(row.node, []).append(row)
        return [
            CitedNode(
                node, len(rows), sum(row.role is not None for row in rows),
                tuple(dict.fromkeys(row.document_id for row in rows)), decode(rows[0].body, Reference),
            )
            for node, rows in groups.items()
        ]  # fmt: skip

    def samples(self, nodes: Collection[str]) -> dict[str, Reference]:
        """One reference to each of these nodes."""
        bodies: dict[str, str] = {}
        for row in self._in(self._citations(), _resolutions.c.node, nodes):
            bodies.setdefault(row.node, row.body)
        return {node: decode(body, Reference) for node, body in bodies.items()}

    def _citations(self) -> Select[Any]:
        return select(_resolutions.c.node, _resolutions.c.document_id, _resolutions.c.role, _references.c.body).join(
            _references, _ON_PLACE
        )

    def _pointings(
        self,
        column: ColumnElement[Any],
        values: Collection[str],
        condition: ColumnElement[bool] | None = None,
        *,
        order: tuple[ColumnElement[Any], ...] = (),
        limit: int | None = None,
        with_mentions: bool = False,
    ) -> Iterator[Pointing]:
        query = (
            select(
                _resolutions.c.document_id, _references.c.body, _resolutions.c.status, _resolutions.c.confidence,
                _resolutions.c.node, _resolutions.c.via_node, _resolutions.c.task, _resolutions.c.path,
                _resolutions.c.quote, _resolutions.c.quote_start, _resolutions.c.page,
            )
            .join(_references, _ON_PLACE)
        )  # fmt: skip
        if not with_mentions:
            query = query.where(_resolutions.c.role.is_not(None))
        if condition is not None:
            query = query.where(condition)
        for row in self._in(query.order_by(*order).limit(limit), column, values):
            reference = decode(row.body, Reference)
            yield Pointing(
                row.document_id, reference, ResolutionStatus(row.status), row.confidence, row.node, row.via_node,
                row.task, row.path or reference.where, row.quote, row.quote_start, row.page,
            )  # fmt: skip

    def _registry_links(self, column: ColumnElement[Any], nodes: Collection[str]) -> Iterator[RegistryLink]:
        table = schema.registry_links
        for row in self._in(select(table).order_by(table.c.entry_id, table.c.position), column, nodes):
            yield RegistryLink(
                row.entry_id, row.position, row.lower, row.upper, Relation(row.relation), row.scope, row.number,
                row.number_key, row.said,
            )  # fmt: skip

    def _in(self, query: Select[Any], column: ColumnElement[Any], values: Collection[str]) -> Iterator[Any]:
        for part in parts_of(sorted(values)):
            yield from self._connection.execute(query.where(column.in_(part)))


@contextmanager
def reading_chains(catalogue: Catalogue) -> Iterator[Chains]:
    """A connection for as long as the block lasts. Raises StorageFault when the catalogue cannot be read."""
    with faults_named(catalogue._url), catalogue._engine.connect() as connection:
        yield Chains(connection)
