"""Who is asked for ("sở nào") and who a sentence names."""

from __future__ import annotations

import pytest

from kb.answer.agents import names_actor, names_kind
from kb.answer.question import Ask, understand
from kb.answer.signals import satisfied

KINDS = [
    ("Sở nào chủ trì?", "sở"),
    ("Bộ nào lo việc này?", "bộ"),
    ("Bộ phận nào lo việc này?", None),
    ("Cơ quan nào chủ trì?", None),
    ("Cán bộ nào phụ trách?", None),
    ("Nhiệm vụ nào phải xong trước?", None),
]


@pytest.mark.parametrize(("question", "kind"), KINDS)
def test_the_kind_of_body_that_is_asked_for(question: str, kind: str | None) -> None:
    assert understand(question).agent == kind


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Giao Sở Mẫu chủ trì.", True),
        ("GIAO SỞ MẪU CHỦ TRÌ", True),
        ("Các sở, ban, ngành rà soát.", True),
        ("Theo Quyết định của Giám đốc Sở Mẫu", True),
        ("Xây dựng cơ sở dữ liệu.", False),
        ("Ủy ban nhân dân các xã rà soát.", False),
    ],
)
def test_a_body_of_that_kind(text: str, is_named: bool) -> None:
    assert names_kind("sở", text) is is_named


def test_a_ministry_is_no_set_of_criteria() -> None:
    asked = understand("Bộ nào phải làm việc này?")
    assert not satisfied(asked, "Lồng ghép vào bộ chỉ số của tỉnh.")[Ask.WHO]
    assert satisfied(asked, "Chủ trì việc này.", led_by="16. Bộ Nghề muối")[Ask.WHO]


@pytest.mark.parametrize(
    ("sentence", "is_actor"),
    [("1.2. Người đứng đầu trực tiếp chủ trì", True), ("Tăng cường vai trò chủ trì của Sở Mẫu", False)],
)
def test_who_acts_stands_at_the_beginning(sentence: str, is_actor: bool) -> None:
    assert names_actor(sentence) is is_actor
