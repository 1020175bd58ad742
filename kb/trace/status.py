"""What has become of documents: replaced, repealed, amended, wholly or in part, as the texts say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kb.catalogue.chains import Chains
from kb.model import Derivation, Relation
from kb.trace.cards import Cards
from kb.trace.edges import CHANGING, changing_edges, merged, registry_edge
from kb.trace.scope import may_change, scope_of

_VERBS: Mapping[Relation, str] = {
    Relation.REPLACES: "thay thế",
    Relation.REPEALS: "bãi bỏ",
    Relation.AMENDS: "sửa đổi, bổ sung",
}


@dataclass(frozen=True, slots=True)
class Change:
    """`edge.lower` replaces, repeals or amends `edge.upper`; `scope` names the part where it is not the whole."""

    edge: Derivation
    by: str
    scope: str | None

    @property
    def ends_all(self) -> bool:
        return self.scope is None and self.edge.relation is not Relation.AMENDS

    @property
    def message(self) -> str:
        verb = _VERBS[self.edge.relation]
        passive = "bị" if self.edge.relation is Relation.REPEALS else "được"
        if self.scope:
            return f"đã {passive} {verb} một phần bởi {self.by}: {self.scope}"
        return f"đã {passive} {verb} bởi {self.by}"


def changes(chains: Chains, cards: Cards, nodes: Collection[str]) -> dict[str, tuple[Change, ...]]:
    """What replaced, repealed or amended each of these documents; those that nothing changed are absent."""
    pointings = chains.changing(nodes)
    links = [link for link in chains.registry_to(nodes) if link.relation in CHANGING]
    cards.learn(pointings, links)
    stated = [(edge, pointing) for pointing in pointings for edge in changing_edges(pointing)]
    cards.load({edge.lower.document_id for edge, _ in stated} | {link.lower for link in links} | set(nodes))
    scopes = {(link.lower, link.upper): link.scope for link in links if link.scope}
    scopes |= {(e.lower.document_id, e.upper.document_id): part for e, p in stated if (part := scope_of(p))}
    edges = [edge for edge, _ in stated] + [registry_edge(link) for link in links]
    found: dict[str, list[Change]] = defaultdict(list)
    for edge in merged(edge for edge in edges if edge.upper.document_id in nodes):
        lower, upper = edge.lower.document_id, edge.upper.document_id
        if lower != upper and may_change(cards[lower], cards[upper]):
            scope = None if edge.relation is Relation.AMENDS else scopes.get((lower, upper))
            found[upper].append(Change(edge, cards[lower].called, scope))
    return {node: tuple(_by_weight(group)) for node, group in found.items()}


def _by_weight(group: list[Change]) -> list[Change]:
    order = (Relation.REPLACES, Relation.REPEALS, Relation.AMENDS)
    return sorted(group, key=lambda change: order.index(change.edge.relation))
