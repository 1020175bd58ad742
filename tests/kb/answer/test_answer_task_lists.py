"""Whose tasks are asked for, and that all of them are listed."""

from __future__ import annotations

import pytest

from kb.answer.question import Ask, understand
from kb.answer.task_lists import unit_of
from kb.knowledge_base import KnowledgeBase
from kb.text import fold, normalise_tones

UNITS = [
    ("Những nhiệm vụ nào của Sở Nội vụ?", "Sở Nội vụ"),
    ("các nhiệm vụ của Bộ Nghề muối trong Quyết định 21", "Bộ Nghề muối"),
    ("nhiệm vụ của Công an tỉnh Hương Sơn", "Công an tỉnh Hương Sơn"),
    ("Sở Tài chính phải làm gì trước năm 2031?", "Sở Tài chính"),
    ("Những nhiệm vụ nào của cán bộ?", None),
]


@pytest.mark.parametrize(("question", "unit"), UNITS)
def test_the_body_whose_tasks_are_asked_for(question: str, unit: str | None) -> None:
    asked = understand(question)
    assert Ask.TASKS in asked.asks
    assert unit_of(asked) == (normalise_tones(unit) if unit else None)


@pytest.mark.parametrize(
    "question", ["Những nhiệm vụ nào của Sở Nội vụ?", "nhiệm vụ của Sở Nội vụ", "Sở Nội vụ phải làm những gì?"]
)
def test_all_tasks_of_the_body_are_listed_each_once(archive: KnowledgeBase, question: str) -> None:
    for typed in (question, fold(question)):
        answer = archive.ask(typed)
        told = [sentence.text for sentence in answer.sentences]
        assert all(f"Nhiệm vụ {number}/{len(told)}" in text for number, text in enumerate(told, 1))
        assert len({citation.start for citation in answer.citations}) >= len(told)
        quotes = " ".join(citation.quote for citation in answer.citations)
        assert "xây dựng dự toán" in quotes
        assert "quyết toán phí" in quotes
        assert "bố trí kinh phí số hóa" not in quotes


def test_tasks_in_which_a_body_cooperates(archive: KnowledgeBase) -> None:
    quotes = " ".join(item.quote for item in archive.ask("Sở Tài chính phối hợp những nhiệm vụ nào?").citations)
    assert "xây dựng dự toán" in quotes
    assert "bố trí kinh phí số hóa" not in quotes
