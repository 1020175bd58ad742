"""What a document ends or amends, and which number is asked for beside "thay thế" and "hết hiệu lực"."""

from __future__ import annotations

import pytest

from kb.knowledge_base import KnowledgeBase
from kb.model import Answer
from kb.text import fold

REPLACING = "thay thế Quyết định số 18/2019/QĐ-UBND"


def quoted(answer: Answer) -> str:
    return "\n".join(citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 40/2024/QĐ-UBND thay thế quyết định nào?",
        "Quyết định 40/2024/QĐ-UBND thay thế quyết định số mấy?",
        "Quyết định số bao nhiêu hết hiệu lực khi có Quyết định 40/2024/QĐ-UBND?",
        "Quyết định 18/2019/QĐ-UBND bị thay thế bởi quyết định số mấy?",
        "Quyết định nào thay thế Quyết định 18/2019/QĐ-UBND?",
    ],
)
def test_what_is_replaced_is_told_and_not_the_own_number(archive: KnowledgeBase, question: str) -> None:
    for typed in (question, fold(question)):
        answer = archive.ask(typed)
        assert not answer.refused, answer.reason
        assert REPLACING in quoted(answer)
        assert all(citation.quote != "40/2024/QĐ-UBND" for citation in answer.citations)


def test_the_number_of_a_document_that_is_named_by_its_title_is_told(archive: KnowledgeBase) -> None:
    answer = archive.ask("Chỉ thị của Tỉnh ủy Quảng Ngãi về lưu trữ số mang số hiệu gì?")
    assert "thay thế" not in quoted(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 40/2024/QĐ-UBND bãi bỏ những quyết định nào về cầu đường?",
        "Chỉ thị 07-CT/TU thay thế chỉ thị nào?",
        "Quyết định 40/2024/QĐ-UBND bị quyết định nào thay thế?",
    ],
)
def test_what_no_text_says_is_refused(archive: KnowledgeBase, question: str) -> None:
    assert archive.ask(question).refused
