"""What is known of each document of a trace: held, registered, or only cited."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from kb.bodies import body_of_number
from kb.catalogue.chains import Chains, Pointing
from kb.catalogue.links import KnownDocument, RegistryLink
from kb.model import NodeRef, Reference, RegistryEntry, TraceNode
from kb.trace.words import called


@dataclass(frozen=True, slots=True)
class Card:
    """The facts of one document, by the best source there is."""

    id: str
    number: str | None
    kind: str | None
    title: str | None
    issuer: str | None
    issued_on: date | None
    held: bool
    full_text_at: str | None = None

    @property
    def called(self) -> str:
        return called(self.kind, self.number, self.issued_on, self.title)


class Cards:
    """Looks documents up in one go, and learns of those that are only cited from the citations themselves."""

    def __init__(self, chains: Chains) -> None:
        self._chains = chains
        self._cards: dict[str, Card] = {}
        self._cited: dict[str, Card] = {}

    def learn(self, pointings: Iterable[Pointing], links: Iterable[RegistryLink] = ()) -> None:
        for pointing in pointings:
            if pointing.node:
                card = card_of_reference(pointing.node, pointing.reference)
                known = self._cited.get(pointing.node)
                self._cited[pointing.node] = _fuller(known, card) if known else card
        for link in links:
            self._cited.setdefault(link.upper, Card(link.upper, link.number, None, None, None, None, False))

    def load(self, nodes: Collection[str]) -> None:
        wanted = [node for node in nodes if node not in self._cards]
        entries = self._chains.entries(wanted)
        for known in self._chains.known(wanted).values():
            self._cards[known.id] = _card_of(known, entries.get(known.id))

        unknown = [node for node in wanted if node not in self._cards and node not in self._cited]
        for node, reference in self._chains.samples(unknown).items():
            self._cited[node] = card_of_reference(node, reference)

    def __getitem__(self, node: str) -> Card:
        return self._cards.get(node) or self._cited.get(node) or Card(node, None, None, None, None, None, False)


def _card_of(known: KnownDocument, entry: RegistryEntry | None) -> Card:
    """A held text that prints no number has that of its entry."""
    number = known.number or (entry.number if entry else None)
    day = known.issued_on or (entry.issued_on if entry else None)
    where = entry.full_text_at if entry else None
    return Card(known.id, number, known.kind, known.title, known.issuer, day, known.held, where)


def node_of_card(card: Card) -> TraceNode:
    """The document as a trace shows it, without a place in it."""
    return TraceNode(
        NodeRef(card.id), card.number, card.title, card.issuer, card.issued_on, card.held, None, (), card.full_text_at
    )  # fmt: skip


def _fuller(one: Card, other: Card) -> Card:
    """The facts of the first citation, completed by another's: one prints the date, one the title."""
    return replace(
        one, kind=one.kind or other.kind, title=one.title or other.title, issuer=one.issuer or other.issuer,
        issued_on=one.issued_on or other.issued_on,
    )  # fmt: skip


def card_of_reference(node: str, reference: Reference) -> Card:
    """What a citation tells of a document; the symbol of its number names its issuer where the text does not."""
    title = reference.name or reference.title
    issuer = reference.issuer or body_of_number(reference.number)
    return Card(node, reference.number, reference.kind, title, issuer, reference.issued_on, False)
