"""Which tasks carry a document out: those that cite it, and those of documents that rest on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Derivation, NodeRef, Reason, Relation, Task
from kb.trace.edges import INHERITED_FACTOR


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """A task that carries out a document: `chain` leads from the task up to it, link by link."""

    task_ref: NodeRef
    task: Task
    reason: Reason
    confidence: float
    chain: tuple[Derivation, ...]


def carried_out(start: str, down: Iterable[Derivation], tasks: dict[str, list[Task]]) -> tuple[CarriedOut, ...]:
    """Every task below the start, with the shortest chain; what cites it itself before what inherits it."""
    towards = _shortest(start, [edge for edge in down if edge.relation is not Relation.REPLACES])
    found = []
    for document, group in tasks.items():
        for task in group:
            ref = NodeRef(document, task.where)
            chain = _chain(ref, start, towards) or _chain(NodeRef(document), start, towards)
            if chain:
                is_own = chain[0].lower == ref
                reason = chain[0].reason if is_own else Reason.INHERITED
                found.append(CarriedOut(ref, task, reason, _confidence(chain, is_own=is_own), chain))
    return tuple(sorted(found, key=lambda item: (item.reason is Reason.INHERITED, len(item.chain))))


def _shortest(start: str, edges: list[Derivation]) -> dict[NodeRef, Derivation]:
    """For each lower end, the edge that leads up to the start by the fewest links."""
    below: dict[str, list[Derivation]] = {}
    for edge in edges:
        below.setdefault(edge.upper.document_id, []).append(edge)
    towards: dict[NodeRef, Derivation] = {}
    seen, level = {start}, [start]
    while level:
        found = [edge for node in level for edge in below.get(node, ())]
        level = []
        for edge in sorted(found, key=lambda edge: -edge.confidence):
            towards.setdefault(edge.lower, edge)
            if edge.lower.path is None and edge.lower.document_id not in seen:
                seen.add(edge.lower.document_id)
                level.append(edge.lower.document_id)
    return towards


def _chain(ref: NodeRef, start: str, towards: dict[NodeRef, Derivation]) -> tuple[Derivation, ...]:
    chain: list[Derivation] = []
    while ref.document_id != start or ref.path is not None:
        edge = towards.get(ref)
        if edge is None or edge in chain:
            return ()
        chain.append(edge)
        ref = NodeRef(edge.upper.document_id)
    return tuple(chain)


def _confidence(chain: tuple[Derivation, ...], *, is_own: bool) -> float:
    sureness = 1.0 if is_own else INHERITED_FACTOR
    for edge in chain:
        sureness *= edge.confidence
    return sureness
