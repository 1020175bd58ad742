"""What stands beside a reference in its document: the task that cites it, and the words that show it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kb.catalogue.links import Pointer, Role
from kb.model import Document, Provision, Reference, Relation, Task
from kb.number import number_key
from kb.resolve.names import key_of
from kb.resolve.pointing import Pointed

_RESTING = frozenset({Relation.BASED_ON, Relation.IMPLEMENTS, Relation.CONTAINS, Relation.APPROVES, Relation.COPY_OF})
_CHANGING = frozenset({Relation.REPLACES, Relation.REPEALS, Relation.AMENDS, Relation.AMENDED_BY})
# A quotation longer than this is cut around the citation, at white space (characters).
LONGEST_QUOTE = 900
_REACH = 300


def pointers(
    document: Document,
    provisions: Sequence[Provision],
    references: Sequence[Reference],
    tasks: Sequence[Task],
    pointed: Sequence[Pointed],
) -> list[Pointer]:
    """What each reference points to, with what a trace needs of its surroundings."""
    places, paths = _TaskPlaces(tasks), _Paths(provisions)
    found = []
    for position, (reference, target) in enumerate(zip(references, pointed, strict=True)):
        task = places.at(reference.start)
        role = _role(reference, task)
        is_edge = role is not None
        start, end = _quoted(document.text, reference) if is_edge else (0, 0)
        found.append(
            Pointer(
                position=position,
                resolution=target.resolution,
                node=target.node,
                via_node=_via(position, references, pointed),
                via_relation=reference.via_relation,
                role=role,
                task=task,
                path=paths.at(reference.start),
                quote=document.text[start:end] if is_edge else None,
                quote_start=start if is_edge else None,
                page=document.page_at(reference.start) if is_edge else None,
            )
        )
    return found


def _role(reference: Reference, task: str | None) -> Role | None:
    """A mention has a role only within a task; what is cited through another document, only in its relation to it."""
    stated = reference.via_relation if reference.via else reference.relation
    if stated in _CHANGING:
        return Role.CHANGE
    is_within_task = task is not None and reference.via is None and stated is Relation.MENTIONS
    return Role.REST if stated in _RESTING or is_within_task else None


class _Paths:
    """Provisions by where their own words begin; those spans joined in order are the text."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self._provisions = provisions
        self._starts = [provision.start for provision in provisions]

    def at(self, offset: int) -> str | None:
        index = bisect_right(self._starts, offset) - 1
        return self._provisions[index].path if index >= 0 else None


class _TaskPlaces:
    """Tasks by their spans, which do not overlap but may nest; the innermost counts."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = sorted(tasks, key=lambda task: (task.start, -task.end))
        self._starts = [task.start for task in self._tasks]

    def at(self, offset: int) -> str | None:
        index = bisect_right(self._starts, offset) - 1
        # Nesting is a few levels deep: the enclosing task is near.
        for task in reversed(self._tasks[max(0, index - 8) : index + 1]):
            if task.start <= offset < task.end:
                return task.where
        return None


def _via(position: int, references: Sequence[Reference], pointed: Sequence[Pointed]) -> str | None:
    """The node through which this one is cited: that of the nearest earlier reference of that number or name."""
    via = references[position].via
    if via is None:
        return None
    number, name = number_key(via), key_of(via)
    for other in range(position - 1, -1, -1):
        reference = references[other]
        same_number = reference.number is not None and number_key(reference.number) == number
        same_name = reference.name is not None and key_of(reference.name) == name
        if same_number or same_name or key_of(reference.surface) == name:
            return pointed[other].node
    return None


def _quoted(text: str, reference: Reference) -> tuple[int, int]:
    """From the words that state the relation ("Thực hiện …") to the end of the item that cites the document."""
    start, end = min(reference.evidence_start, reference.start), max(reference.evidence_end, reference.end)
    item_end = text.find(";", reference.end, end)
    end = item_end if item_end >= 0 else end
    if end - start <= LONGEST_QUOTE:
        return start, end
    near_start, near_end = max(start, reference.start - _REACH), min(end, reference.end + _REACH)
    return _from_word(text, near_start, reference.start, start), _to_word(text, near_end, reference.end, end)


def _from_word(text: str, near: int, limit: int, first: int) -> int:
    space = text.find(" ", near, limit)
    return near if near == first or space < 0 else space + 1


def _to_word(text: str, near: int, limit: int, last: int) -> int:
    space = text.rfind(" ", limit, near)
    return near if near == last or space < 0 else space
