"""Which tasks that a document gives to provinces have a local task, and which local tasks rest on nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.catalogue.chains import Chains, TaskText
from kb.catalogue.links import KnownDocument
from kb.model import Derivation, Level, NodeRef, Task
from kb.resolve.places import same_place
from kb.trace.decisions import Decided
from kb.trace.edges import document_edges, task_edges
from kb.trace.likeness import alike
from kb.trace.similar import edge

# Bodies by which a central document means every province.
_PROVINCES = re.compile(
    r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|chủ tịch)?\s*(?:các\s+)?(?:tỉnh|địa phương)"
    r"|thành phố trực thuộc|các cấp|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CoveredTask:
    """A task of the upstream document; `by` is empty where no local task carries it out yet."""

    ref: NodeRef
    task: Task
    by: tuple[Derivation, ...]

    @property
    def is_covered(self) -> bool:
        return bool(self.by)


@dataclass(frozen=True, slots=True)
class Coverage:
    """`tasks` are those addressed to provinces; `local_documents` rest on the document; `unfounded` rest on nothing."""

    document: NodeRef
    tasks: tuple[CoveredTask, ...]
    local_documents: tuple[str, ...]
    unfounded: tuple[tuple[NodeRef, Task], ...]

    @property
    def uncovered(self) -> tuple[CoveredTask, ...]:
        return tuple(task for task in self.tasks if not task.is_covered)


def is_for_provinces(task: Task) -> bool:
    """Whether a province must act: as lead, or as one of those who cooperate."""
    return any(_PROVINCES.search(body) for body in (*task.lead, *task.cooperate))


def coverage(chains: Chains, parts: Sequence[str], locality: str | None, decided: Decided) -> Coverage:
    """`parts` are the document and what is attached to it; people have the last word on what carries out what."""
    linked = chains.known(_below(chains, parts))
    local = {key: known for key, known in linked.items() if _is_local(known, locality) and key not in parts}
    tasks = chains.tasks(set(parts))
    upper = [(part, task) for part in parts for task in tasks.get(part, []) if is_for_provinces(task)]
    lower = chains.task_texts(set(local))
    by = _carried_out(lower, upper, decided)
    covered = tuple(
        CoveredTask(NodeRef(part, task.where), task, tuple(by.get(index, ())))
        for index, (part, task) in enumerate(upper)
    )
    return Coverage(NodeRef(parts[0]), covered, tuple(sorted(local)), _unfounded(chains, local, lower))


def _below(chains: Chains, parts: Sequence[str]) -> set[str]:
    """Every document that rests on one of these, through however many others."""
    found, level = set(parts), set(parts)
    while level:
        level = chains.documents_resting_on(level) - found
        found |= level
    return found - set(parts)


def _carried_out(
    lower: Sequence[TaskText], upper: Sequence[tuple[str, Task]], decided: Decided
) -> Mapping[int, list[Derivation]]:
    found: dict[int, list[Derivation]] = {}
    places = {NodeRef(document, task.where): index for index, (document, task) in enumerate(upper)}
    local = {own.document_id for own in lower}
    for added in decided.added():
        if added.upper in places and added.lower.document_id in local:
            found.setdefault(places[added.upper], []).append(added)
    if not upper:
        return {}
    for pair in alike([own.text for own in lower], [task.text for _, task in upper]):
        own = lower[pair.lower]
        suggestion = edge((own.document_id, own.task), upper[pair.upper], pair.confidence)
        found.setdefault(pair.upper, []).extend(decided.applied([suggestion]))
    return {index: edges for index, edges in found.items() if edges}


def _is_local(known: KnownDocument, locality: str | None) -> bool:
    is_below_centre = known.held and known.level not in (None, Level.CENTRAL)
    return is_below_centre and (locality is None or same_place(known.locality, locality))


def _unfounded(
    chains: Chains, local: Mapping[str, KnownDocument], lower: Sequence[TaskText]
) -> tuple[tuple[NodeRef, Task], ...]:
    """Local tasks whose document states no basis and that cite none themselves."""
    founded: set[str] = set()
    own: set[NodeRef] = set()
    for pointing in chains.from_documents(set(local)):
        founded.update(edge.lower.document_id for edge in document_edges(pointing))
        own.update(edge.lower for edge in task_edges(pointing))
    refs = [(NodeRef(task.document_id, task.where), task) for task in lower if task.document_id not in founded]
    return tuple((ref, task.task) for ref, task in refs if ref not in own)
