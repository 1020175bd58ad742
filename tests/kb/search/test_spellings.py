"""However a keyboard writes a question, its results are the same ten."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from small_corpus import TEXTS, places
from spellings import spellings, tone_on_the_first_vowel

from kb.encoder.pieces import PieceTokenizer
from kb.encoder.weights import PackedWeights, packaged_file
from kb.lexicon.abbreviations import Abbreviations
from kb.lexicon.vocabulary import Vocabulary
from kb.search import Searcher
from kb.search.understand import understand

ASKED = [
    "Ai chịu trách nhiệm chính về chuyển đổi số của Tỉnh ủy?",
    "Người đứng đầu cấp ủy làm gì về CĐS?",
    "Ủy ban nhân dân nào hòa giải ở cơ sở?",
    "Nuôi trồng thủy sản xa bờ",
    "thủy lợi nội đồng được nạo vét bao lâu một lần",
    "Quyết định 749/QĐ-TTg",
    "quyết định số 97/2025/QĐ-UBND của Ủy ban nhân dân tỉnh Nam Hà Trung",
    "Đảng bộ tỉnh báo cáo Ban Thường vụ Tỉnh ủy khi nào?",
    "Chiến lược phát triển kinh tế biển và đảo",
    "Khỏe, hỏa hoạn, tùy, quý, hóa, lũy: những chữ dễ đặt dấu hai cách",
    "rừng phi la",
    "ke hoach trong rung ven bien",
]
QUESTIONS = [*ASKED, *(text for texts in TEXTS.values() for text in texts)]


def test_the_ways_differ() -> None:
    assert tone_on_the_first_vowel("Uỷ ban hoà giải, quý, thuở, tuỳ") == "Ủy ban hòa giải, quý, thuở, tùy"
    written = [text for _, text in spellings("Đảng uỷ hòa giải")]
    assert len(set(written)) == len(written)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_way_to_write_a_question_has_the_same_results(question: str, searcher: Searcher) -> None:
    expected = searcher.search(question).hits
    assert expected
    for way, written in spellings(question):
        hits = searcher.search(written).hits
        assert places(hits) == places(expected), way
        assert [(hit.score, hit.why) for hit in hits] == [(hit.score, hit.why) for hit in expected], way


def _gold(shared: Path) -> list[str]:
    rows = (shared / "gold" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(row)["question"] for row in rows]


def _zalo(shared: Path) -> list[str]:
    rows = (shared / "bench" / "zalo-6k" / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(row)["text"] for row in rows]


@pytest.mark.parametrize("read", [_gold, _zalo])
def test_every_way_to_write_a_measured_question_is_understood_alike(
    read: Callable[[Path], list[str]], shared: Path
) -> None:
    """What the searches are given is the same, so that their results are: words with weights, pieces, numbers."""
    questions = read(shared)
    vocabulary = Vocabulary()
    for question in questions:
        vocabulary.learn(question)
    abbreviations = Abbreviations.with_base()
    tokenizer = PieceTokenizer(PackedWeights(packaged_file()).pieces)

    def given(question: str) -> tuple[object, ...]:
        understood = understand(question, vocabulary, abbreviations)
        weights = dict(zip(understood.weights.ids, understood.weights.values, strict=True))
        pieces = tokenizer.encode(f"query: {understood.to_encode.lower()}", 512)
        return weights, pieces, understood.words, understood.numbers, understood.is_number_alone

    other = [
        (way, question)
        for question in questions
        for way, written in spellings(question)
        if given(written) != given(question)
    ]
    assert other == []
