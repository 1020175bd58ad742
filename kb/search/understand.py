"""Reads a query: diacritics put back, abbreviations both ways, numbers found, words weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.index import Weights
from kb.index.weights import PHRASE_WEIGHT, merged
from kb.lexicon.abbreviations import Abbreviations
from kb.lexicon.restore import Reading, restore
from kb.lexicon.vocabulary import Vocabulary
from kb.lexicon.words import plain, with_words, words
from kb.number import TypedNumber, find_typed
from kb.search.values import Understood
from kb.text import collapse, fold, nfc

SPELLED_OUT_WEIGHT = 0.8  # of a full form for its abbreviation, or the other way, beside what was typed
COMPLETION_WEIGHT = 0.5  # of a known word that the last, unknown one begins
MOST_COMPLETIONS = 8
LEAST_PAIR = 0.05  # probability of a two-word phrase below which it is not searched
SHORTEST_TO_COMPLETE = 2  # letters

_CAPITALS = re.compile(r"\b[A-ZĐƯƠÂÊÔĂ]{2,}\b")
# Onset, vowels, coda of a Vietnamese syllable without its marks.
_SYLLABLE = re.compile(
    r"(?:ngh?|gh|kh|ph|th|tr|ch|nh|gi|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$", re.ASCII
)

# Words that may stand beside a number in a query that asks for the document alone.
_AROUND_NUMBER = frozenset(fold("số ký hiệu văn bản của năm ngày tháng toàn văn xem tìm").split())


def understand(query: str, vocabulary: Vocabulary, abbreviations: Abbreviations) -> Understood:
    text = collapse(nfc(query))
    numbers = tuple(find_typed(text))
    capitals = (
        frozenset() if text.isupper() and " " in text else frozenset(plain(word) for word in _CAPITALS.findall(text))
    )
    readings = restore(text, vocabulary, _full_forms(words(text), capitals, abbreviations))
    forms = [reading.form for reading in readings]
    spelled_out = tuple((short, full) for _, short, full in _spelled_out(forms, capitals, abbreviations))
    restored = _restored_text(text, readings)
    return Understood(
        query=text,
        text=restored,
        to_encode=_with_full_forms(restored.lower() if restored.isupper() else restored, spelled_out),
        readings=readings,
        weights=_weights(readings, spelled_out, vocabulary, abbreviations),
        numbers=numbers,
        is_number_alone=bool(numbers) and _is_number_alone(text, numbers),
        spelled_out=spelled_out,
        is_known=bool(numbers or spelled_out) or any(vocabulary.count(reading.form) for reading in readings),
    )


def _restored_text(text: str, readings: Sequence[Reading]) -> str:
    """The query as typed where nothing was restored, else with its words in their likeliest form."""
    if not any(reading.is_restored for reading in readings):
        return text
    return with_words(text, (reading.form for reading in readings))


def _spelled_out(
    forms: Sequence[str], capitals: frozenset[str], abbreviations: Abbreviations
) -> Iterator[tuple[int, str, str]]:
    """(place, abbreviation, full form) for each abbreviation among the words; "kh&cn" is two words to the tokeniser.

    What may be a syllable ("tư") is an abbreviation only in capitals, what cannot be one ("cđs") also without.
    """
    for place, form in enumerate(forms):
        pair = f"{form}&{forms[place + 1]}" if place + 1 < len(forms) else form
        for short in (pair, form):
            full = abbreviations.meaning(short) if form in capitals or not _SYLLABLE.match(fold(form)) else None
            if full and full != form:
                yield place, short, full
                break


def _full_forms(
    typed: Sequence[str], capitals: frozenset[str], abbreviations: Abbreviations
) -> dict[int, Sequence[str]]:
    """The words that each typed abbreviation stands for, by its place; of "kh&cn" by both of its places."""
    table: dict[int, Sequence[str]] = {}
    for place, short, full in _spelled_out(typed, capitals, abbreviations):
        for part in range(short.count("&") + 1):
            table[place + part] = full.split()
    return table


def _with_full_forms(text: str, spelled_out: Sequence[tuple[str, str]]) -> str:
    """The text with each abbreviation replaced by its full form, for the encoder."""
    if not spelled_out:
        return text
    table = dict(spelled_out)
    return " ".join(_spelled(word, table) for word in text.split())


def _spelled(word: str, table: dict[str, str]) -> str:
    core = word.strip('.,;:?!()"“”')
    full = table.get(plain(core))
    return word.replace(core, full) if full else word


def _weights(
    readings: Sequence[Reading],
    spelled_out: Sequence[tuple[str, str]],
    vocabulary: Vocabulary,
    abbreviations: Abbreviations,
) -> Weights:
    pairs = [*_typed_terms(readings), *_completions(readings, vocabulary)]
    for _, full in spelled_out:
        full_words = full.split()
        share = SPELLED_OUT_WEIGHT / len(full_words) ** 0.5
        pairs += [(term, share * weight) for term, weight in _terms_of(full_words)]
    for short in _abbreviated([reading.form for reading in readings], abbreviations):
        pairs.append((short, SPELLED_OUT_WEIGHT))
    return merged(pairs)


def _typed_terms(readings: Sequence[Reading]) -> Iterator[tuple[str, float]]:
    """Each form of each word by its probability, and the phrases of forms that follow each other."""
    for reading in readings:
        yield from reading.forms
    for one, other in pairwise(readings):
        for form, share in one.forms:
            for next_form, next_share in other.forms:
                if share * next_share >= LEAST_PAIR:
                    yield f"{form} {next_form}", PHRASE_WEIGHT * share * next_share


def _terms_of(words: Sequence[str]) -> Iterator[tuple[str, float]]:
    for word in words:
        yield word, 1.0
    for one, other in pairwise(words):
        yield f"{one} {other}", PHRASE_WEIGHT


def _completions(readings: Sequence[Reading], vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Known words that begin with the last word, where that is none as typed: the query is still being typed."""
    typed = readings[-1].typed if readings else ""
    if len(typed) < SHORTEST_TO_COMPLETE or vocabulary.weight(typed) or typed.isdigit():
        return
    before = readings[-2].form if len(readings) > 1 else None
    found = vocabulary.beginning_with(typed, MOST_COMPLETIONS, before)
    for word in found:
        yield word, COMPLETION_WEIGHT / len(found)
        if before and vocabulary.count(f"{before} {word}"):
            yield f"{before} {word}", COMPLETION_WEIGHT


def _abbreviated(forms: Sequence[str], abbreviations: Abbreviations) -> Iterator[str]:
    """The abbreviations of full forms among the words."""
    longest = abbreviations.longest_full_form()
    for start in range(len(forms)):
        for end in range(start + 2, min(len(forms), start + longest) + 1):
            yield from abbreviations.shorts(" ".join(forms[start:end]))


def _is_number_alone(text: str, numbers: Sequence[TypedNumber]) -> bool:
    rest = list(text)
    for number in numbers:
        rest[number.start : number.end] = [" "] * (number.end - number.start)
    return all(word in _AROUND_NUMBER for word in fold("".join(rest)).split())
