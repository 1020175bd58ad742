"""Which tasks that a document gives to provinces have a local task, and which local tasks rest on nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kb.catalogue.chains import Chains, TaskText
from kb.catalogue.links import KnownDocument
from kb.model import Derivation, Level, NodeRef, Task
from kb.resolve.places import same_place
from kb.trace.decisions import Decided
from kb.trace.edges import document_edges, task_edges
from kb.trace.likeness import SHOWN_FROM, likeliest
from kb.trace.similar import edge

# Local tasks shown of one task, the surest; a law that everything rests on has thousands.
MOST_SHOWN = 50

# Bodies by which a central document means every province.
_PROVINCES = re.compile(
    r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|chủ tịch)?\s*(?:các\s+)?(?:tỉnh|địa phương)"
    r"|thành phố trực thuộc|các cấp|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CoveredTask:
    """A task of the upstream document; `by` is empty where no local task carries it out yet.

    `by` holds the surest; `others` is about how many more local tasks say the same.
    """

    ref: NodeRef
    task: Task
    by: tuple[Derivation, ...]
    others: int = 0

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
    covered = _covered(chains, chains.task_texts(set(local)) if upper else [], upper, decided)
    return Coverage(NodeRef(parts[0]), covered, tuple(sorted(local)), _unfounded(chains, set(local)))


def _below(chains: Chains, parts: Sequence[str]) -> set[str]:
    """Every document that rests on one of these, through however many others."""
    found, level = set(parts), set(parts)
    while level:
        level = chains.documents_resting_on(level) - found
        found |= level
    return found - set(parts)


def _covered(
    chains: Chains, lower: Sequence[TaskText], upper: Sequence[tuple[str, Task]], decided: Decided
) -> tuple[CoveredTask, ...]:
    by = _stated(lower, upper, decided)
    counts = Counter(part for part, _ in upper)
    pairs, others = likeliest(
        [own.text for own in lower], [task.text for _, task in upper], SHOWN_FROM, list(counts.values()), MOST_SHOWN
    )
    whole = chains.tasks({lower[pair.lower].document_id for pair in pairs})
    for pair in pairs:
        own = lower[pair.lower]
        task = whole[own.document_id][own.position]
        suggestion = edge((own.document_id, task), upper[pair.upper], pair.confidence)
        by.setdefault(pair.upper, []).extend(decided.applied([suggestion]))
    return tuple(
        CoveredTask(NodeRef(part, task.where), task, tuple(by.get(index, ())), others[index])
        for index, (part, task) in enumerate(upper)
    )


def _stated(
    lower: Sequence[TaskText], upper: Sequence[tuple[str, Task]], decided: Decided
) -> dict[int, list[Derivation]]:
    """By the index of the upper task, what people said carries it out."""
    found: dict[int, list[Derivation]] = {}
    places = {NodeRef(document, task.where): index for index, (document, task) in enumerate(upper)}
    local = {own.document_id for own in lower}
    for added in decided.added():
        if added.upper in places and added.lower.document_id in local:
            found.setdefault(places[added.upper], []).append(added)
    return found


def _is_local(known: KnownDocument, locality: str | None) -> bool:
    is_below_centre = known.held and known.level not in (None, Level.CENTRAL)
    return is_below_centre and (locality is None or same_place(known.locality, locality))


def _unfounded(chains: Chains, local: set[str]) -> tuple[tuple[NodeRef, Task], ...]:
    """Local tasks whose document states no basis and that cite none themselves."""
    doubtful = local - chains.documents_with_basis(local)
    own: set[NodeRef] = set()
    for pointing in chains.from_documents(doubtful):
        doubtful -= {edge.lower.document_id for edge in document_edges(pointing)}
        own.update(edge.lower for edge in task_edges(pointing))
    tasks = chains.tasks(doubtful)
    refs = [(NodeRef(document, task.where), task) for document in sorted(tasks) for task in tasks[document]]
    return tuple((ref, task) for ref, task in refs if ref not in own)
