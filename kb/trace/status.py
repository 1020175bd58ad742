"""What has become of documents: replaced, repealed, amended, wholly or in part, as the texts say it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kb.catalogue.chains import Chains
from kb.model import Derivation, Evidence, Reason, Relation
from kb.text import collapse
from kb.trace.cards import Cards
from kb.trace.edges import CHANGING, changing_edges, merged, registry_edge

_VERBS: Mapping[Relation, str] = {
    Relation.REPLACES: "thay thế",
    Relation.REPEALS: "bãi bỏ",
    Relation.AMENDS: "sửa đổi, bổ sung",
}
_VERB_IN_TEXT = re.compile(
    r"(?:thay thế(?: cho)?|bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực(?: thi hành)?|sửa đổi, bổ sung|sửa đổi)(?!\w)",
    re.IGNORECASE,
)
# What names a part of a document: a unit, "the programme issued with it", "the provisions on …".
_PART = re.compile(
    r"(?<!\w)(?:điểm|khoản|điều|chương|mục|phần|phụ lục|tiết|một số điều|các quy định|quy định về|nội dung|cụm từ|"
    r"ban hành kèm theo|chương trình|kế hoạch|quy chế|đề án)(?!\w)",
    re.IGNORECASE,
)
_KIND_AT_END = re.compile(
    r"(?:các\s+)?(?:luật|bộ luật|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|pháp lệnh|quy định|kế hoạch|"
    r"hướng dẫn|thông báo|công văn)?\s*(?:số)?\s*:?\s*$",
    re.IGNORECASE,
)


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
    pointings = chains.changes_of(nodes)
    links = [link for link in chains.registry_to(nodes) if link.relation in CHANGING]
    cards.learn(pointings, links)
    edges = [edge for pointing in pointings for edge in changing_edges(pointing)]
    cards.load({edge.lower.document_id for edge in edges} | {link.lower for link in links})
    scopes = {(link.lower, link.upper): link.scope for link in links if link.scope}
    edges += [registry_edge(link, cards[link.lower].called) for link in links]
    found: dict[str, list[Change]] = defaultdict(list)
    for edge in merged(edge for edge in edges if edge.upper.document_id in nodes):
        lower, upper = edge.lower.document_id, edge.upper.document_id
        if lower != upper:
            scope = scopes.get((lower, upper)) or _scope(edge)
            found[upper].append(Change(edge, cards[lower].called, scope))
    return {node: tuple(_by_weight(group)) for node, group in found.items()}


def _by_weight(group: list[Change]) -> list[Change]:
    order = (Relation.REPLACES, Relation.REPEALS, Relation.AMENDS)
    return sorted(group, key=lambda change: order.index(change.edge.relation))


def _scope(edge: Derivation) -> str | None:
    """The words between "thay thế" and the number, where they name a part: said as the text says it."""
    if edge.reason is Reason.REGISTERED or edge.relation is Relation.AMENDS:
        return None
    return next((part for evidence in edge.evidence if (part := scope_in(evidence))), None)


def scope_in(evidence: Evidence) -> str | None:
    """The part named in the quotation of a change, None where the whole document is meant."""
    if evidence.document_id is None:
        return None
    for verb in _VERB_IN_TEXT.finditer(evidence.quote):
        part = _named_part(evidence.quote[verb.end() :])
        if part:
            return part
    return None


def _named_part(after: str) -> str | None:
    number = re.search(r"\d+[\w/–-]*/", after)
    if not number:
        return None
    words = collapse(_KIND_AT_END.sub("", after[: number.start()])).strip(" ,;:*_")
    return words if _PART.search(words) else None
