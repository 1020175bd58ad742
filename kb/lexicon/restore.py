"""Puts diacritics back: the likeliest reading of words typed without them, by a model of two words at a time.

The model is the vocabulary itself, so it knows what the held documents speak of. A word that bears any mark is taken
as typed. Forward-backward gives each word its possible forms with their probabilities.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.lexicon.vocabulary import Vocabulary
from kb.lexicon.words import words
from kb.text import fold, has_diacritics

MOST_FORMS = 24  # of one word; the rarest fall away
PHRASE_SHARE = 0.98  # of the probability of a word that rests on the word before it (tests/relevance/)
SMOOTHING = 0.5  # passages added to each form, so that nothing is impossible
# How much likelier a word without marks among words with marks is meant as typed than in another form.
KNOWN_AS_TYPED = 50.0
UNKNOWN_AS_TYPED = 10.0
LEAST_PROBABILITY = 0.02  # forms below are not searched


@dataclass(frozen=True, slots=True)
class Reading:
    """A word as typed, its likeliest form, and the forms it may have with their probabilities, likeliest first."""

    typed: str
    form: str
    forms: tuple[tuple[str, float], ...]

    @property
    def is_restored(self) -> bool:
        return self.typed != self.form


def restore(
    text: str, vocabulary: Vocabulary, spelled_out: Mapping[int, Sequence[str]] | None = None
) -> tuple[Reading, ...]:
    """Reads the words of a text. Words that are written with marks, or that are unknown, stay as they are.

    `spelled_out`: the words that an abbreviation stands for, by its place; they tell how its neighbours are meant.
    """
    typed = words(text)
    trusts_plain = has_diacritics(text)
    choices = [_choices(word, vocabulary, trusts_plain) for word in typed]
    if all(len(forms) == 1 for forms in choices):
        forms = [choice[0][0] for choice in choices]
        return tuple(Reading(word, form, ((form, 1.0),)) for word, form in zip(typed, forms, strict=True))
    first = [likelihood * _usual(form, vocabulary) for form, likelihood in choices[0]]
    steps = _steps(choices, vocabulary, spelled_out or {})
    return tuple(
        Reading(word, choice[place][0], _likely(choice, shares))
        for word, place, choice, shares in zip(
            typed, _best_path(first, steps), choices, _posteriors(first, steps), strict=True
        )
    )


def _likely(forms: Sequence[tuple[str, float]], shares: Sequence[float]) -> tuple[tuple[str, float], ...]:
    ranked = sorted(zip((form for form, _ in forms), shares, strict=True), key=lambda pair: -pair[1])
    kept = [(form, share) for form, share in ranked if share >= LEAST_PROBABILITY]
    return tuple(kept or ranked[:1])


def _choices(word: str, vocabulary: Vocabulary, trusts_plain: bool) -> list[tuple[str, float]]:
    """The forms a word may have, each with how much likelier it is than by its use alone."""
    if not word.isascii() or word.isdigit():
        return [(word, 1.0)]
    forms = sorted(vocabulary.forms(fold(word)), key=lambda form: -vocabulary.weight(form))[:MOST_FORMS]
    if not forms:
        return [(word, 1.0)]
    if not trusts_plain:
        return [(form, 1.0) for form in forms]
    as_typed = KNOWN_AS_TYPED if word in forms else UNKNOWN_AS_TYPED
    return [(word, as_typed), *((form, 1.0) for form in forms if form != word)]


def _usual(form: str, vocabulary: Vocabulary) -> float:
    """The share of passages (and lines of the base list) that have the form."""
    return (vocabulary.weight(form) + SMOOTHING) / (vocabulary.total_weight + 1)


def _follows(one: str, other: str, vocabulary: Vocabulary) -> float:
    """The probability of a form after another one."""
    ratio = vocabulary.weight(f"{one} {other}") / (vocabulary.weight(one) + SMOOTHING)
    return PHRASE_SHARE * min(1.0, ratio) + (1 - PHRASE_SHARE) * _usual(other, vocabulary)


def _steps(
    choices: Sequence[Sequence[tuple[str, float]]], vocabulary: Vocabulary, spelled_out: Mapping[int, Sequence[str]]
) -> list[list[list[float]]]:
    """steps[i][a][b]: probability of form b of word i + 1 after form a of word i."""
    steps = []
    for place, (before, after) in enumerate(pairwise(choices)):
        full, next_full = spelled_out.get(place), spelled_out.get(place + 1)
        rows = []
        for form, _ in before:
            one = full[-1] if full else form
            rows.append(
                [
                    likelihood * _follows(one, next_full[0] if next_full else other, vocabulary)
                    for other, likelihood in after
                ]
            )
        steps.append(rows)
    return steps


def _posteriors(first: list[float], steps: Sequence[list[list[float]]]) -> list[list[float]]:
    """The share of each form of each word over all readings of the whole text."""
    forward = [_scaled(first)]
    for step in steps:
        last = forward[-1]
        forward.append(_scaled([sum(last[a] * step[a][b] for a in range(len(last))) for b in range(len(step[0]))]))
    backward = [[1.0] * len(forward[-1])]
    for step in reversed(steps):
        after = backward[0]
        backward.insert(0, _scaled([sum(p * after[b] for b, p in enumerate(row)) for row in step]))
    return [
        _scaled([f * b for f, b in zip(one, other, strict=True)]) for one, other in zip(forward, backward, strict=True)
    ]


def _scaled(values: list[float]) -> list[float]:
    total = sum(values) or 1.0
    return [value / total for value in values]


def _best_path(first: list[float], steps: Sequence[list[list[float]]]) -> list[int]:
    """Viterbi: the place of the form of each word on the likeliest reading."""
    best = [math.log(share) for share in first]
    origins: list[list[int]] = []
    for step in steps:
        scores = [[best[a] + math.log(row[b]) for a, row in enumerate(step)] for b in range(len(step[0]))]
        origins.append([max(range(len(column)), key=column.__getitem__) for column in scores])
        best = [max(column) for column in scores]
    place = max(range(len(best)), key=best.__getitem__)
    path = [place]
    for origin in reversed(origins):
        place = origin[place]
        path.append(place)
    return path[::-1]
