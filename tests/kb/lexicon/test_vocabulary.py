"""Counts of words and phrases are exact, however they came in and wherever they lie."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from kb.lexicon import vocabulary as module
from kb.lexicon.vocabulary import Vocabulary
from kb.lexicon.words import terms

WORDS = ["rừng", "biển", "đảo", "xã", "tỉnh", "cấp", "nước", "sạch", "trồng", "chuyển", "đổi", "số"]


def passages(count: int) -> list[str]:
    chance = random.Random(11)
    return [" ".join(chance.choices(WORDS, k=12)) for _ in range(count)]


@pytest.fixture(params=[1, 50, 1_000_000], ids=["merged at once", "merged at times", "merged at the end"])
def fresh(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FRESH", request.param)


@pytest.mark.usefixtures("fresh")
def test_each_term_counts_the_passages_that_have_it(tmp_path: Path) -> None:
    texts = passages(200)
    expected = Counter(term for text in texts for term in set(terms(text)))
    learned = Vocabulary()
    for text in texts[:150]:
        learned.learn(text)
    assert learned.count("rừng biển") == sum("rừng biển" in text for text in texts[:150])
    for text in texts[150:]:
        learned.learn(text)
    assert {term: learned.count(term) for term in expected} == dict(expected)
    learned.save(tmp_path / "vocabulary.npz")
    loaded = Vocabulary.load(tmp_path / "vocabulary.npz")
    assert {term: loaded.count(term) for term in expected} == dict(expected)
    assert loaded.passage_count == 200


def test_an_empty_vocabulary_counts_nothing(tmp_path: Path) -> None:
    empty = Vocabulary()
    empty.save(tmp_path / "vocabulary.npz")
    for vocabulary in (empty, Vocabulary.load(tmp_path / "vocabulary.npz")):
        assert vocabulary.count("rừng") == vocabulary.count("rừng biển") == 0


def test_a_loaded_vocabulary_goes_on_learning(tmp_path: Path) -> None:
    first = Vocabulary()
    first.learn("trồng rừng ven biển")
    first.save(tmp_path / "vocabulary.npz")
    again = Vocabulary.load(tmp_path / "vocabulary.npz")
    again.learn("trồng rừng phòng hộ")
    assert again.count("trồng rừng") == 2
    assert again.count("ven biển") == again.count("phòng hộ") == 1
    assert "hộ" in again.forms("ho")


@pytest.mark.usefixtures("fresh")
def test_what_is_taken_out_again_counts_no_more(tmp_path: Path) -> None:
    texts = passages(120)
    vocabulary = Vocabulary()
    for text in texts:
        vocabulary.learn(text)
    for text in texts[:70]:
        vocabulary.unlearn_terms(set(terms(text)))
    expected = Counter(term for text in texts[70:] for term in set(terms(text)))
    every = {term for text in texts for term in terms(text)}
    assert {term: vocabulary.count(term) for term in every} == {term: expected[term] for term in every}
    assert vocabulary.passage_count == 50
    vocabulary.save(tmp_path / "vocabulary.npz")
    loaded = Vocabulary.load(tmp_path / "vocabulary.npz")
    assert {term: loaded.count(term) for term in every} == {term: expected[term] for term in every}


def test_a_word_that_no_passage_has_any_more_is_no_form() -> None:
    vocabulary = Vocabulary()
    vocabulary.learn("xyzữ")
    assert vocabulary.forms("xyzu") == ["xyzữ"]
    vocabulary.unlearn_terms({"xyzữ", "không có"})
    assert vocabulary.forms("xyzu") == []
    assert vocabulary.count("không có") == 0
