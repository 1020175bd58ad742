"""Documents that are cited and not held, what rests most on them first, with where to get them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kb.bodies import body_of_number
from kb.catalogue.chains import Chains, CitedNode
from kb.model import MissingDocument


def missing(chains: Chains) -> tuple[MissingDocument, ...]:
    """Ranked by the citations that make an edge, then by all citations; `cited_by` are ids of documents."""
    cited = _undated_with_dated(chains.unheld())
    entries = chains.entries([node.node for node in cited])
    found = []
    for node in sorted(cited, key=lambda node: (-node.weight, -node.count, node.node)):
        reference, entry = node.sample, entries.get(node.node)
        found.append(
            MissingDocument(
                number=entry.number if entry else reference.number,
                name=reference.name,
                issued_on=entry.issued_on if entry else reference.issued_on,
                issuer=(entry.issuer if entry else reference.issuer) or body_of_number(reference.number),
                title=(entry.title if entry else None) or reference.title,
                citation_count=node.count,
                cited_by=node.documents,
                full_text_at=entry.full_text_at if entry else None,
            )
        )
    return tuple(found)


def _undated_with_dated(cited: list[CitedNode]) -> list[CitedNode]:
    """A number cited here with its date and there without is one document, where one date alone is known."""
    dated: dict[str, list[CitedNode]] = defaultdict(list)
    for node in cited:
        if node.sample.issued_on:
            dated[_undated(node)].append(node)
    merged = {node.node: node for node in cited}
    for node in cited:
        same = dated.get(node.node, []) if node.sample.issued_on is None else []
        if len(same) == 1:
            merged[same[0].node] = _joined(merged[same[0].node], node)
            del merged[node.node]
    return list(merged.values())


def _undated(node: CitedNode) -> str:
    """The made id (number or name, and place) without its date."""
    return node.node.removesuffix(f"-{node.sample.issued_on}")


def _joined(one: CitedNode, other: CitedNode) -> CitedNode:
    documents = tuple(dict.fromkeys((*one.documents, *other.documents)))
    return replace(one, count=one.count + other.count, weight=one.weight + other.weight, documents=documents)
