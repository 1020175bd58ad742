"""What a document orders or intends, task by task: its assignments, and the items that say what to do but not who."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from kb.model import Document, Provision, ProvisionKind, Task

# An item of fewer words is a heading.
_LEAST_WORDS = 6
_ITEMS = frozenset(
    {ProvisionKind.CLAUSE, ProvisionKind.POINT, ProvisionKind.BULLET, ProvisionKind.PARAGRAPH, ProvisionKind.SECTION}
)
_OUTER_KINDS = (ProvisionKind.HEADER, ProvisionKind.PREAMBLE, ProvisionKind.CLOSING)


class Work(Protocol):
    """A task, or an item that says what to do: `text[start:end]` of its document."""

    @property
    def where(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item, bullet or paragraph with nothing below it."""

    where: str
    text: str
    start: int
    end: int


def works_of(document: Document, provisions: Sequence[Provision], tasks: Sequence[Task]) -> list[Work]:
    """The tasks of a document, then the items that no task speaks of.

    Strategies and resolutions of the Party say under "nhiệm vụ, giải pháp" what is to be done and leave to others who
    does it: what carries such an item out carries the document out.
    """
    holders = {provision.parent for provision in provisions}
    assigned = _Spans([(task.start, task.end) for task in tasks])
    items = [
        _item(unit, document.text)
        for index, unit in enumerate(provisions)
        if index not in holders and unit.kind in _ITEMS and not _is_outer(unit, provisions)
    ]
    return [*tasks, *(item for item in items if len(item.text.split()) >= _LEAST_WORDS and not assigned.meet(item))]


def parts_of(works: Sequence[Work]) -> tuple[int, ...]:
    """How many are tasks and how many items: an assignment says again what an item says, neither outdoes the other."""
    items = sum(isinstance(work, Item) for work in works)
    return tuple(count for count in (len(works) - items, items) if count)


def _item(unit: Provision, text: str) -> Item:
    raw = text[unit.start : unit.end]
    start = unit.start + len(raw) - len(raw.lstrip())
    words = raw.strip()
    return Item(unit.path, words, start, start + len(words))


def _is_outer(unit: Provision, provisions: Sequence[Provision]) -> bool:
    """Whether a unit lies in the head, the preamble or the end of its document."""
    top = unit
    while top.parent is not None:
        top = provisions[top.parent]
    return top.kind in _OUTER_KINDS


class _Spans:
    """Spans of a text, asked whether an item meets one of them."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        # The farthest end so far: spans may nest.
        self._ends = list(accumulate((end for _, end in ordered), max))

    def meet(self, item: Item) -> bool:
        index = bisect_left(self._starts, item.end) - 1
        return index >= 0 and self._ends[index] > item.start
