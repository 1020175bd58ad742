"""Which documents a query names: by number ("749 qd ttg"), or by title ("chiến lược kinh tế số")."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kb.lexicon.vocabulary import Vocabulary
from kb.lexicon.words import terms, words
from kb.model import DocumentSummary, RegistryEntry
from kb.number import DocumentNumber, TypedNumber, parse
from kb.search.values import NamedDocument, Understood
from kb.text import fold

BY_NUMBER = "đúng số, ký hiệu"
BY_TITLE = "đúng tên văn bản"
LEAST_NAMED = 0.9  # share of the query's words, by rarity, that stand in kind, issuer and title
LEAST_PHRASES = 0.5  # share of its two-word phrases that do
LEAST_TITLE = 0.2  # share of the title's words that the query has
SAME_TITLE = 0.7  # share of words in common of two printings of one title
LEAST_WORDS = 3  # two words are a subject rather than a name
CERTAIN_TITLE = 0.6  # share of the title's words from which the query is surely the name of the document
MOST_TITLE_WORDS = 30  # a longer query is a question or a copied sentence
CLOSE = 0.85  # another document is named too when it fits nearly as well as the best
_QUESTION_WORDS = frozenset(["ai", "gì", "nào", "đâu", "sao", "mấy", "bao"])


@dataclass(frozen=True, slots=True)
class Card:
    """What a document is called by; held or registered."""

    document_id: str | None
    registry_id: str | None
    number: DocumentNumber | None
    issued_on: date | None
    name_terms: frozenset[str]
    title_words: frozenset[str]
    kind_words: frozenset[str]


def cards_of(documents: Iterable[DocumentSummary], entries: Iterable[RegistryEntry]) -> list[Card]:
    """A held document whose number could not be read has that of the registered one of its kind and title."""
    registered = [card_of_entry(entry) for entry in entries]
    held = [card_of_document(document) for document in documents]
    return [*(card if card.number else _with_registered_number(card, registered) for card in held), *registered]


def _with_registered_number(card: Card, registered: Sequence[Card]) -> Card:
    title = _folded(card.title_words)
    alike = [entry for entry in registered if entry.kind_words == card.kind_words and _is_same_title(entry, title)]
    if len(alike) != 1:
        return card
    return replace(card, number=alike[0].number, issued_on=card.issued_on or alike[0].issued_on)


def _is_same_title(entry: Card, title: frozenset[str]) -> bool:
    other = _folded(entry.title_words)
    return bool(title and other) and len(title & other) >= SAME_TITLE * len(title | other)


def _folded(some: Iterable[str]) -> frozenset[str]:
    """Words without marks: the marks are what scans lose first."""
    return frozenset(map(fold, some))


def card_of_document(document: DocumentSummary) -> Card:
    named = (document.kind, document.number, document.issuer, document.locality, document.title)
    return _card(document.id, None, document.number, document.issued_on, named)


def card_of_entry(entry: RegistryEntry) -> Card:
    named = (entry.kind, entry.number, entry.issuer, entry.locality, entry.title)
    return _card(None, entry.id, entry.number, entry.issued_on, named)


def _card(
    document_id: str | None,
    registry_id: str | None,
    number: str | None,
    issued_on: date | None,
    named: Sequence[str | None],
) -> Card:
    """`named` is kind, number, issuer, locality, title."""
    kind, *_, title = named
    return Card(
        document_id,
        registry_id,
        parse(number) if number else None,
        issued_on,
        name_terms=frozenset(terms(". ".join(part for part in named if part))),
        title_words=frozenset(words(title or "")),
        kind_words=frozenset(words(kind or "")),
    )


def named_documents(understood: Understood, cards: Sequence[Card], vocabulary: Vocabulary) -> list[NamedDocument]:
    """Held documents before registered ones, newest first; an entry of a document that is held is left out."""
    by_number = [card for card in cards if _bears(card, understood.numbers)] if understood.numbers else []
    if by_number:
        return _listed(by_number, BY_NUMBER, lambda _: True)
    asked = frozenset(understood.words)
    by_title = _by_title(understood, cards, vocabulary)
    return _listed(by_title, BY_TITLE, lambda card: _is_surely_named(asked, card, vocabulary))


def _is_surely_named(asked: frozenset[str], card: Card, vocabulary: Vocabulary) -> bool:
    """Whether the query states the kind of the document too ("chỉ thị …", "luật …"), or most of its title."""
    states_kind = bool(card.kind_words) and card.kind_words <= asked
    return states_kind or _title_share(asked, card, vocabulary) >= CERTAIN_TITLE


def _bears(card: Card, numbers: Sequence[TypedNumber]) -> bool:
    number = card.number
    return number is not None and any(typed.matches(number) for typed in numbers)


def numbers_meant(understood: Understood, cards: Sequence[Card]) -> list[DocumentNumber]:
    """The numbers that the query may mean: of known documents that bear it, else as it was typed."""
    known = [card.number for card in cards if card.number and _bears(card, understood.numbers)]
    typed = [parse(understood.query[item.start : item.end]) for item in understood.numbers]
    found = known or [number for number in typed if number]
    return list({number.key: number for number in found}.values())


def _listed(cards: Sequence[Card], why: str, is_certain: Callable[[Card], bool]) -> list[NamedDocument]:
    held = {(card.number.key, card.issued_on) for card in cards if card.document_id and card.number}
    shown = [
        card for card in cards if card.document_id or not card.number or (card.number.key, card.issued_on) not in held
    ]
    newest_first = sorted(shown, key=lambda card: card.issued_on or date.min, reverse=True)
    ordered = sorted(newest_first, key=lambda card: card.document_id is None) if why == BY_NUMBER else shown
    return [NamedDocument(card.document_id, card.registry_id, why, is_certain(card)) for card in ordered]


def _by_title(understood: Understood, cards: Sequence[Card], vocabulary: Vocabulary) -> list[Card]:
    """The documents whose kind, issuer and title hold nearly all that was typed, best first."""
    asked = understood.words
    is_question = any(word in _QUESTION_WORDS for word in asked)
    if is_question or not LEAST_WORDS <= len(asked) <= MOST_TITLE_WORDS:
        return []
    rarity = {word: _rarity(word, vocabulary) for word in asked}
    # A card without one of these cannot reach LEAST_NAMED: of many cards nearly all fall away here.
    needed = frozenset(word for word, weight in rarity.items() if weight > (1 - LEAST_NAMED) * sum(rarity.values()))
    possible = [card for card in cards if card.title_words and needed <= card.name_terms]
    scored = [(_fit(asked, rarity, card, vocabulary), card) for card in possible]
    best = max((fit for fit, _ in scored), default=0.0)
    near = [(fit, card) for fit, card in scored if fit > 0 and fit >= CLOSE * best]
    return [card for _, card in sorted(near, key=lambda pair: (-pair[0], pair[1].document_id is None))]


def _fit(asked: Sequence[str], rarity: Mapping[str, float], card: Card, vocabulary: Vocabulary) -> float:
    """How well a card answers to what was typed, 0 where it does not."""
    total = sum(rarity.values())
    named = sum(weight for word, weight in rarity.items() if word in card.name_terms) / total if total else 0.0
    if named < LEAST_NAMED:
        return 0.0
    phrases = [f"{one} {other}" for one, other in pairwise(asked)]
    phrase_share = sum(phrase in card.name_terms for phrase in phrases) / len(phrases)
    title_share = _title_share(rarity, card, vocabulary)
    if phrase_share < LEAST_PHRASES or title_share < LEAST_TITLE:
        return 0.0
    return named * phrase_share * (0.5 + 0.5 * title_share)


def _title_share(asked: Container[str], card: Card, vocabulary: Vocabulary) -> float:
    """The share of the title's words, by their rarity, that the query has."""
    rarity = {word: _rarity(word, vocabulary) for word in card.title_words}
    return sum(weight for word, weight in rarity.items() if word in asked) / (sum(rarity.values()) or 1.0)


def _rarity(word: str, vocabulary: Vocabulary) -> float:
    return math.log(1 + (vocabulary.passage_count + 1) / (vocabulary.count(word) + 0.5))


def is_cited_in(text: str, number: DocumentNumber) -> bool:
    """Whether a text prints the number, in any spacing."""
    return "".join(ch for ch in fold(str(number)) if ch.isalnum()) in "".join(ch for ch in fold(text) if ch.isalnum())
