"""What stands beside a reference in its document: the task that cites it, and the words that show it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kb.catalogue.links import Pointer, Role
from kb.model import Document, Provision, Reference, Relation, Task
from kb.number import number_key
from kb.resolve.bearing import Bearing, bearing_of
from kb.resolve.full import Pointed
from kb.resolve.names import key_of

_RESTING = frozenset({Relation.BASED_ON, Relation.IMPLEMENTS, Relation.CONTAINS, Relation.APPROVES, Relation.COPY_OF})
_OWN = frozenset({Relation.BASED_ON, Relation.IMPLEMENTS})
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
    rested = _rested(places, references, pointed)
    found = []
    for position, (reference, target) in enumerate(zip(references, pointed, strict=True)):
        task = places.at(reference.start)
        start, end = _quoted(document.text, reference)
        quote = document.text[start:end]
        role = _role(reference, task, quote, start, is_rested=target.node in rested)
        is_edge = role is not None
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
                quote=quote if is_edge else None,
                quote_start=start if is_edge else None,
                page=document.page_at(reference.start) if is_edge else None,
            )
        )
    return found


def _rested(places: _TaskPlaces, references: Sequence[Reference], pointed: Sequence[Pointed]) -> set[str]:
    """The nodes that the document itself rests on, outside its tasks."""
    return {
        target.node
        for reference, target in zip(references, pointed, strict=True)
        if target.node and reference.via is None and reference.relation in _OWN and places.at(reference.start) is None
    }


def _role(reference: Reference, task: str | None, quote: str, quote_start: int, *, is_rested: bool) -> Role | None:
    """A mention has a role only where a task orders to carry it out or to follow it, or is about what its document
    rests on; what is cited through another document has one only in its relation to that."""
    stated = reference.via_relation if reference.via else reference.relation
    if stated in _CHANGING:
        return Role.CHANGE
    if stated in _RESTING:
        return Role.REST
    if task is None or reference.via is not None or stated is not Relation.MENTIONS:
        return None
    bearing = bearing_of(reference, quote, quote_start)
    is_derived = bearing in (Bearing.CARRIED_OUT, Bearing.FOLLOWED) or (bearing is Bearing.TOPIC and is_rested)
    return Role.REST if is_derived else None


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
