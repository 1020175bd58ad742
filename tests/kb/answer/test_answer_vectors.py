"""Sentences are encoded once while they are kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from kb.answer import vectors
from kb.answer.vectors import Vectors


class Counting:
    """An encoder of two dimensions that remembers what it was given: how many "a" and how many "b" a text holds."""

    dimension = 2

    def __init__(self, name: str = "đếm") -> None:
        self.name = name
        self.encoded: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += texts
        return np.array([[text.count("a"), text.count("b")] for text in texts], np.float32)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        return np.array([1, 0], np.float32)


def test_each_sentence_has_its_own_nearness_in_order() -> None:
    assert list(Vectors(Counting).nearness("câu hỏi", ["b", "aa", "ab", "aa"])) == [0, 2, 1, 2]


def test_a_sentence_is_encoded_once() -> None:
    encoder = Counting()
    kept = Vectors(lambda: encoder)
    kept.nearness("câu hỏi", ["a", "b", "a"])
    kept.nearness("câu khác", ["b", "aa"])
    assert encoder.encoded == ["a", "b", "aa"]


def test_another_encoder_begins_anew() -> None:
    encoders = [Counting("một"), Counting("hai")]
    kept = Vectors(lambda: encoders[0])
    kept.nearness("câu hỏi", ["a"])
    first = encoders.pop(0)
    kept.nearness("câu hỏi", ["a"])
    assert (first.encoded, encoders[0].encoded) == (["a"], ["a"])


def test_the_oldest_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "MOST_KEPT", 2)
    encoder = Counting()
    kept = Vectors(lambda: encoder)
    for sentence in ("a", "b", "aa", "a"):
        kept.nearness("câu hỏi", [sentence])
    assert encoder.encoded == ["a", "b", "aa", "a"]
