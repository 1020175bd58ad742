"""Automatic numbering of Word: the label that is printed before each numbered paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from ingest.readers.counting import counted
from ingest.readers.docx_style import Styles
from ingest.readers.ooxml import Element, child, number, value, w

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
# Bullets of symbol fonts have no letter of their own; a printed office document shows them as a dash.
_PRINTED_BULLETS = frozenset("-–—+*•")


@dataclass(frozen=True, slots=True)
class _Level:
    text: str
    format: str
    start: int
    restart_after: int | None
    legal: bool


class Numbering:
    """Counts the numbered paragraphs of one document; `label` is called once for each, in order."""

    def __init__(self, element: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[int, dict[int, _Level]] = {}
        self._style_links: dict[int, str] = {}
        self._numbers: dict[int, int] = {}
        self._overrides: dict[int, dict[int, tuple[int | None, _Level | None]]] = defaultdict(dict)
        self._counters: dict[int, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)
        self._begun: set[tuple[int, int]] = set()
        if element is not None:
            self._read(element)

    def _read(self, element: Element) -> None:
        for abstract in element.iterchildren(w("abstractNum")):
            key = number(abstract, "abstractNumId", -1)
            self._abstract[key] = {number(level, "ilvl"): _level(level) for level in abstract.iterchildren(w("lvl"))}
        for instance in element.iterchildren(w("num")):
            key = number(instance, "numId", -1)
            self._numbers[key] = number(child(instance, "abstractNumId"), default=-1)
            for override in instance.iterchildren(w("lvlOverride")):
                start = child(override, "startOverride")
                level = child(override, "lvl")
                self._overrides[key][number(override, "ilvl")] = (
                    None if start is None else number(start, default=1),
                    None if level is None else _level(level),
                )

    def label(self, numbering: tuple[int, int] | None) -> str:
        """The printed label of the next paragraph with this (numId, level); "" where nothing is printed."""
        if numbering is None or numbering[0] not in self._numbers:
            return ""
        number_id, depth = numbering[0], min(max(numbering[1], 0), _LEVELS - 1)
        levels = self._levels(number_id)
        level = levels.get(depth)
        if level is None or (level.format == "none" and not level.text):
            return ""
        self._count(number_id, depth, levels)
        if level.format == "bullet":
            return level.text if level.text in _PRINTED_BULLETS else "-"
        counters = self._counters[self._numbers[number_id]]
        return _PLACE.sub(lambda place: _part(int(place[1]) - 1, level, levels, counters), level.text).strip()

    def _levels(self, number_id: int) -> dict[int, _Level]:
        levels = self._abstract.get(self._numbers[number_id], {})
        changed = {depth: level for depth, (_, level) in self._overrides[number_id].items() if level is not None}
        return {**levels, **changed}

    def _count(self, number_id: int, depth: int, levels: dict[int, _Level]) -> None:
        counters = self._counters[self._numbers[number_id]]
        start_override = self._overrides[number_id].get(depth, (None, None))[0]
        is_first_here = (number_id, depth) not in self._begun
        self._begun.add((number_id, depth))
        current = counters[depth]
        if start_override is not None and is_first_here:
            counters[depth] = start_override
        else:
            counters[depth] = levels[depth].start if current is None else current + 1
        for deeper in range(depth + 1, _LEVELS):
            restart = levels[deeper].restart_after if deeper in levels else None
            is_below = restart is None or (restart > 0 and depth < restart)
            if is_below:
                counters[deeper] = None


def _level(element: Element) -> _Level:
    restart = child(element, "lvlRestart")
    return _Level(
        text=value(child(element, "lvlText")) or "",
        format=value(child(element, "numFmt")) or "decimal",
        start=number(child(element, "start"), default=1),
        restart_after=None if restart is None else number(restart),
        legal=child(element, "isLgl") is not None,
    )


def _part(depth: int, level: _Level, levels: dict[int, _Level], counters: list[int | None]) -> str:
    own = levels.get(depth)
    count = counters[depth]
    if own is None:
        return ""
    if count is None:
        count = counters[depth] = own.start
    return counted(count, "decimal" if level.legal else own.format)
