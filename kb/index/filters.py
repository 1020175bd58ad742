"""Filters as conditions of Qdrant. The embedded engine and the server's client name their classes alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.index import payload
from kb.index.values import day_number
from kb.model import Filters


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The field holds one of these values."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The number lies between these, both counted in; None: open."""

    field: str
    least: int | None
    most: int | None


Condition = AnyOf | Between


def required(filters: Filters) -> list[Condition]:
    """What every point found must fulfil; `in_force` is no field of a point, see `Engine.nearest(without=…)`."""
    lists = (
        AnyOf(payload.KIND, filters.kinds),
        AnyOf(payload.LEVEL, tuple(level.value for level in filters.levels)),
        AnyOf(payload.LOCALITY, filters.localities),
        AnyOf(payload.ISSUER, filters.issuers),
        AnyOf(payload.DOCUMENT, filters.document_ids),
    )
    conditions: list[Condition] = [condition for condition in lists if condition.values]
    if filters.issued_from or filters.issued_to:
        least = day_number(filters.issued_from) if filters.issued_from else None
        most = day_number(filters.issued_to) if filters.issued_to else None
        conditions.append(Between(payload.ISSUED, least, most))
    return conditions


def excluded(without: Sequence[str]) -> list[Condition]:
    return [AnyOf(payload.DOCUMENT, tuple(without))] if without else []
