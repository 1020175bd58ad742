"""A document is replaced, repealed or amended: what rests on it, and what took its place."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model import Derivation, NodeRef
from kb.trace.below import CarriedOut
from kb.trace.status import Change


@dataclass(frozen=True, slots=True)
class Impact:
    """What has become of a document, and all that rests on it.

    `rests` are edges whose upper end is the document; `further` those that rest on what rests on it. `partial` names
    the parts that alone were changed, as the texts say it (empty: the whole).
    """

    document: NodeRef
    changes: tuple[Change, ...]
    rests: tuple[Derivation, ...]
    further: tuple[Derivation, ...]
    tasks: tuple[CarriedOut, ...]

    @property
    def successors(self) -> tuple[NodeRef, ...]:
        return tuple(change.edge.lower for change in self.changes if change.edge.relation == "replaces")

    @property
    def partial(self) -> tuple[str, ...]:
        return tuple(change.scope for change in self.changes if change.scope)
