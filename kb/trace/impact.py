"""A document is replaced, repealed or amended: what rests on it, what took its place, what holds meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.model import Derivation, Document, Evidence, NodeRef, Provision, Relation
from kb.trace.below import CarriedOut
from kb.trace.status import Change

# Transition rules stand in a provision of that name, or say what goes on as before (Law on the Promulgation of Legal
# Documents: transitional provisions of a text that takes another's place).
_TRANSITION_HEADING = re.compile(r"chuyển tiếp", re.IGNORECASE)
_TRANSITION_WORDS = re.compile(
    r"(?:tiếp tục|vẫn|được)\s+(?:được\s+)?(?:thực hiện|áp dụng|giải quyết)\s+theo(?:\s+quy định)?[^.;]{0,80}"
    r"(?:trước|cũ|cho đến khi|đến khi|hết)(?!\w)",
    re.IGNORECASE,
)
# Characters of a transition rule that are quoted.
_LONGEST_RULE = 700


@dataclass(frozen=True, slots=True)
class Impact:
    """What has become of a document, and all that rests on it.

    `rests` are edges whose upper end is the document; `further` those that rest on what rests on it; `cited_at` every
    provision that cites it. `transition` are the rules of held successors on what goes on as before, as they say it.
    """

    document: NodeRef
    changes: tuple[Change, ...]
    rests: tuple[Derivation, ...]
    further: tuple[Derivation, ...]
    tasks: tuple[CarriedOut, ...]
    cited_at: tuple[NodeRef, ...] = ()
    transition: tuple[Evidence, ...] = ()

    @property
    def successors(self) -> tuple[NodeRef, ...]:
        return tuple(change.edge.lower for change in self.changes if change.edge.relation is Relation.REPLACES)

    @property
    def partial(self) -> tuple[str, ...]:
        """The parts that alone were changed, as the texts say it; empty: the whole."""
        return tuple(change.scope for change in self.changes if change.scope)


def transition_rules(document: Document, provisions: Sequence[Provision]) -> tuple[Evidence, ...]:
    """The provisions of a document that say what goes on as before it."""
    return tuple(_quoted(document, provision) for provision in _transitional(document.text, provisions))


def _transitional(text: str, provisions: Sequence[Provision]) -> Iterator[Provision]:
    covered = -1
    for provision in provisions:
        own = text[provision.start : provision.own_end]
        is_named = bool(provision.heading and _TRANSITION_HEADING.search(provision.heading))
        if provision.start >= covered and (is_named or _TRANSITION_WORDS.search(own)):
            covered = provision.end if is_named else provision.own_end
            yield provision


def _quoted(document: Document, provision: Provision) -> Evidence:
    end = min(provision.end, provision.start + _LONGEST_RULE)
    quote = document.text[provision.start : end].rstrip()
    return Evidence(
        document.id, provision.path, quote, provision.start, provision.start + len(quote), provision.page
    )  # fmt: skip
