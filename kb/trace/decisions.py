"""What people decided about edges: accepted, rejected or added ones; the last word on an edge counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kb.catalogue.chains import Chains
from kb.model import Decision, Derivation, Evidence, NodeRef, Reason, Relation, Verdict

_Key = tuple[NodeRef, NodeRef, Relation]


class Decided:
    """Decisions by edge, with entries of the registry under the documents that stand for them now."""

    def __init__(self, decisions: Iterable[Decision], chains: Chains) -> None:
        self._last: dict[_Key, Decision] = {}
        for decision in decisions:
            lower, upper = (_canonical(ref, chains) for ref in (decision.lower, decision.upper))
            self._last[lower, upper, decision.relation] = decision

    def applied(self, edges: Iterable[Derivation]) -> tuple[Derivation, ...]:
        """The edges without those that were rejected; an accepted one is certain."""
        return tuple(judged for edge in edges if (judged := self._judged(edge)))

    def added(self) -> tuple[Derivation, ...]:
        """Edges that a person stated."""
        return tuple(
            _stated(lower, upper, relation, decision)
            for (lower, upper, relation), decision in self._last.items()
            if decision.verdict is Verdict.ADDED
        )

    def _judged(self, edge: Derivation) -> Derivation | None:
        decision = self._last.get((edge.lower, edge.upper, edge.relation))
        if decision is None or decision.verdict is Verdict.ADDED:
            return edge
        if decision.verdict is Verdict.REJECTED:
            return None
        return replace(edge, verdict=decision.verdict, confidence=1.0, evidence=(*edge.evidence, _said(decision)))


def _canonical(ref: NodeRef, chains: Chains) -> NodeRef:
    return NodeRef(chains.canonical(ref.document_id), ref.path)


def _stated(lower: NodeRef, upper: NodeRef, relation: Relation, decision: Decision) -> Derivation:
    return Derivation(lower, upper, relation, Reason.STATED, 1.0, (_said(decision),), verdict=Verdict.ADDED)


def _said(decision: Decision) -> Evidence:
    said = f"{decision.by}, {decision.at:%d/%m/%Y}: {decision.reason}"
    return Evidence(None, "", said, None, None, None)
