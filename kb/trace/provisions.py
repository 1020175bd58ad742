"""Whether a printed place ("điểm a khoản 2 Điều 5") is a provision, by its path ("Chương I/Điều 5/2/a")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

# From the widest to the narrowest, as places are nested (Decree 30/2020/NĐ-CP and the Law on legal documents).
_RANKS = ("phụ lục", "phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm", "tiết")
_UNIT = re.compile(r"(phụ lục|phần|chương|tiểu mục|mục|điều|khoản|điểm|tiết)\s+", re.IGNORECASE)
_LABEL = re.compile(r"([ivxlc]+|\d+(?:\.\d+)*|[a-zđ]{1,2}\d?)(?!\w)", re.IGNORECASE)


def names_provision(printed: str | None, path: str) -> bool:
    """Whether the printed place is the provision, a part of it, or one that holds it."""
    if not printed:
        return False
    steps = [_bare(step) for step in path.split("/")]
    return any(_runs_along(place, steps) for place in _places(printed))


def _places(printed: str) -> Iterator[tuple[str, ...]]:
    """Every place that is printed, widest step first: "khoản 1, 2 Điều 4" → ("điều 4", "1"), ("điều 4", "2")."""
    labels: dict[str, list[str]] = {}
    units = list(_UNIT.finditer(printed))
    ends = [*(unit.start() for unit in units[1:]), len(printed)]
    for unit, end in zip(units, ends, strict=False):
        words = printed[unit.end() : end]
        labels.setdefault(unit[1].lower(), []).extend(match[1].lower() for match in _LABEL.finditer(words))
    ordered = [(rank, labels[rank]) for rank in _RANKS if labels.get(rank)]
    if not ordered:
        return
    for choice in product(*(group for _, group in ordered)):
        yield tuple(_step(rank, label) for (rank, _), label in zip(ordered, choice, strict=True))


def _step(rank: str, label: str) -> str:
    return label if rank in ("khoản", "điểm", "tiết", "mục", "phần") else f"{rank} {label}"


def _bare(step: str) -> str:
    low = step.lower()
    return re.sub(r"^(?:khoản|điểm|tiết|mục|phần)\s+", "", low)


def _runs_along(place: tuple[str, ...], steps: list[str]) -> bool:
    for first, step in enumerate(steps):
        if step == place[0]:
            return all(one == other for one, other in zip(place, steps[first:], strict=False))
    return False
