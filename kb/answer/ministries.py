"""Ministries and departments that a text names, under any of their names."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.bodies import body_table, spelled_out
from kb.bodies.table import BodyName
from kb.text import collapse, normalise_tones

_MINISTRY = re.compile(r"(?:bộ|sở)\s")


def ministry_names() -> dict[str, tuple[str, ...]]:
    """Each name of a ministry or department (lower case, tones normalised) with all names of that body."""
    return _finder()[1]


def named_ministries(text: str) -> tuple[tuple[str, ...], ...]:
    """All names of each ministry or department that the text names, abbreviated or not, each once."""
    finder, names = _finder()
    found = (match[0] for match in finder.finditer(spelled_out(text).lower()))
    return tuple(dict.fromkeys(names[name] for name in found))


@lru_cache(maxsize=1)
def _finder() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    table = body_table()
    names: dict[str, tuple[str, ...]] = {}
    for entry in (*table.central.values(), *table.local.values()):
        known_as = tuple(dict.fromkeys(_printed(name) for name in entry.names))
        names |= {name: known_as for name in known_as if _MINISTRY.match(name)}
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"), names


def _printed(name: BodyName) -> str:
    return normalise_tones(collapse(name.text)).lower()
