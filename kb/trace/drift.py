"""The same indicator with another value or year down the chain: "80 % … 2025" above, "70 % … 2025" below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kb.model import Document, Evidence, NodeRef
from kb.trace.indicators import Indicator, Sameness, same_head
from kb.trace.quantities import Bound

# Below, two indicators share a field rather than a meaning ("dịch vụ công trực tuyến" has a dozen).
SAME_FROM = 0.6


class Changed(StrEnum):
    VALUE = "value"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Stated:
    """An indicator of a document, with its words as evidence; `printed` is the value with its unit, as it stands."""

    ref: NodeRef
    value: float
    year: int | None
    evidence: Evidence
    printed: str
    bound: Bound


@dataclass(frozen=True, slots=True)
class Drift:
    """`is_stricter`: the lower document asks for more, or for it sooner, than the upper one."""

    lower: Stated
    upper: Stated
    changed: Changed
    sameness: float

    @property
    def is_stricter(self) -> bool:
        if self.changed is Changed.YEAR:
            return (self.lower.year or 0) < (self.upper.year or 0)
        is_more = self.lower.value > self.upper.value
        return is_more == (self.lower.bound is Bound.AT_LEAST)


def drifts(lower: tuple[Document, Sequence[Indicator]], upper: tuple[Document, Sequence[Indicator]]) -> list[Drift]:
    """Indicators of the lower document that the upper one states otherwise; what both state alike is no drift."""
    found = []
    sameness = Sameness([*lower[1], *upper[1]])
    is_same_level = lower[0].level == upper[0].level and lower[0].locality == upper[0].locality
    for mine in lower[1]:
        comparable = [theirs for theirs in upper[1] if _is_comparable(mine, theirs, is_same_level=is_same_level)]
        likeness = [(sameness(mine, theirs), theirs) for theirs in comparable]
        same = [(value, theirs) for value, theirs in likeness if value >= SAME_FROM]
        best = max(same, key=lambda pair: pair[0], default=None)
        if best is None or any(_agree(mine, theirs) for _, theirs in same):
            continue
        changed = _changed(mine, best[1])
        if changed:
            found.append(Drift(_stated(lower[0], mine), _stated(upper[0], best[1]), changed, round(best[0], 3)))
    return found


def ranked(found: Iterable[Drift]) -> tuple[Drift, ...]:
    """Surest first, each lower indicator once: against the document that says most nearly the same."""
    best: dict[tuple[NodeRef, int | None], Drift] = {}
    for drift in sorted(found, key=lambda drift: -drift.sameness):
        best.setdefault((drift.lower.ref, drift.lower.evidence.start), drift)
    return tuple(best.values())


def _is_comparable(mine: Indicator, theirs: Indicator, *, is_same_level: bool) -> bool:
    """Of one unit and one bound, of one thing. What a province counts is a part of what the nation counts: only shares
    are compared across levels."""
    is_share = mine.unit.startswith("%")
    is_alike = mine.unit == theirs.unit and mine.bound == theirs.bound
    return is_alike and (is_share or is_same_level) and same_head(mine, theirs)


def _agree(one: Indicator, other: Indicator) -> bool:
    return one.value == other.value and (one.year == other.year or None in (one.year, other.year))


def _changed(mine: Indicator, theirs: Indicator) -> Changed | None:
    is_same_year = mine.year == theirs.year or None in (mine.year, theirs.year)
    if mine.value != theirs.value:
        return Changed.VALUE if is_same_year else None
    return None if is_same_year else Changed.YEAR


def _stated(document: Document, indicator: Indicator) -> Stated:
    page = document.page_at(indicator.start)
    evidence = Evidence(document.id, indicator.path, indicator.quote, indicator.start, indicator.end, page)
    ref = NodeRef(document.id, indicator.path)
    return Stated(ref, indicator.value, indicator.year, evidence, indicator.printed, indicator.bound)
