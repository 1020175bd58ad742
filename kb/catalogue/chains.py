"""What a trace reads: edges between documents by what their references point to, few queries whatever the number."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from kb.catalogue import schema
from kb.catalogue.codec import decode
from kb.catalogue.engine import faults_named
from kb.catalogue.links import KnownDocument, Links, RegistryLink, parts_of
from kb.catalogue.store import Catalogue
from kb.model import Reference, RegistryEntry, Relation, ResolutionStatus, Task

_references, _resolutions = schema.references, schema.resolutions
_RESTING = (Relation.BASED_ON, Relation.IMPLEMENTS)
_CHANGING = (Relation.REPLACES, Relation.REPEALS, Relation.AMENDS)
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
        return list(self._pointings(_resolutions.c.node, nodes, limit=limit))

    def through_nodes(self, nodes: Collection[str], limit: int) -> list[Pointing]:
        """What documents say in passing that these nodes rest on: "Kế hoạch 271 … thực hiện Nghị quyết 52"."""
        condition = _resolutions.c.via_relation.in_(_RESTING)
        return list(self._pointings(_resolutions.c.via_node, nodes, condition, limit=limit))

    def changing(self, nodes: Collection[str]) -> list[Pointing]:
        """Citations of these nodes by what replaces, repeals or amends them, also as others say it in passing."""
        condition = _references.c.relation.in_(_CHANGING) | _resolutions.c.via_relation.in_(_CHANGING)
        amended = _resolutions.c.via_relation == Relation.AMENDED_BY
        return [
            *self._pointings(_resolutions.c.node, nodes, condition),
            *self._pointings(_resolutions.c.via_node, nodes, amended),
        ]

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

    def tasks(self, ids: Collection[str]) -> dict[str, list[Task]]:
        return self._links.tasks(ids)

    def unheld(self) -> list[CitedNode]:
        """Every cited document that is not held, with how often and by whom."""
        count = func.count().label("times")
        weight = func.count(_resolutions.c.quote).label("weight")
        first = func.min(_resolutions.c.document_id).label("first")
        status = _resolutions.c.status.in_((ResolutionStatus.MISSING, ResolutionStatus.REGISTERED))
        query = (
            select(_resolutions.c.node, count, weight, first)
            .where(status, _resolutions.c.node.is_not(None))
            .group_by(_resolutions.c.node)
        )
        groups = {row.node: row for row in self._connection.execute(query)}
        documents: dict[str, list[str]] = {}
        who = select(_resolutions.c.node, _resolutions.c.document_id).where(status, _resolutions.c.node.is_not(None))
        for row in self._connection.execute(who.distinct().order_by(_resolutions.c.document_id)):
            documents.setdefault(row.node, []).append(row.document_id)
        samples = self.samples(list(groups))
        return [
            CitedNode(node, row.times, row.weight, tuple(documents[node]), samples[node])
            for node, row in groups.items()
        ]

    def samples(self, nodes: Collection[str]) -> dict[str, Reference]:
        """One reference to each of these nodes."""
        found: dict[str, Reference] = {}
        for part in parts_of(nodes):
            found.update(self._samples(part))
        return found

    def _samples(self, nodes: list[str]) -> dict[str, Reference]:
        firsts = (
            select(_resolutions.c.node, func.min(_resolutions.c.document_id).label("document_id"))
            .where(_resolutions.c.node.in_(nodes))
            .group_by(_resolutions.c.node)
            .subquery()
        )
        place = (
            select(firsts.c.node, firsts.c.document_id, func.min(_resolutions.c.position).label("position"))
            .join(
                _resolutions,
                (_resolutions.c.node == firsts.c.node) & (_resolutions.c.document_id == firsts.c.document_id),
            )
            .group_by(firsts.c.node, firsts.c.document_id)
            .subquery()
        )
        query = select(place.c.node, _references.c.body).join(
            _references,
            (_references.c.document_id == place.c.document_id) & (_references.c.position == place.c.position),
        )
        return {row.node: decode(row.body, Reference) for row in self._connection.execute(query)}

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
            query = query.where(_resolutions.c.quote.is_not(None))
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
