"""What a question asks, read from how people put it, with diacritics and without."""

from __future__ import annotations

import pytest

from kb.answer.question import Ask, Unit, understand
from kb.text import fold

CASES = [
    ("Ai chịu trách nhiệm chính về chuyển đổi số?", {Ask.WHO}, None),
    ("Cơ quan nào định hướng tuyên truyền?", {Ask.WHO}, None),
    ("Bộ nào phải xây dựng bộ tiêu chí, hạn đến tháng nào?", {Ask.WHO, Ask.WHEN}, None),
    ("Bao lâu phải báo cáo một lần?", {Ask.WHEN}, None),
    ("Kế hoạch phải ban hành chậm nhất ngày nào?", {Ask.WHEN}, None),
    ("Luật này có hiệu lực từ khi nào?", {Ask.WHEN}, None),
    ("Mức phạt khi không chuyển đổi số là bao nhiêu?", {Ask.QUANTITY}, Unit.MONEY),
    ("Tỉnh bố trí bao nhiêu tỷ đồng?", {Ask.QUANTITY}, Unit.MONEY),
    ("Phí thẩm định là bao nhiêu?", {Ask.QUANTITY}, Unit.MONEY),
    ("Phải đạt bao nhiêu phần trăm dân số?", {Ask.QUANTITY}, Unit.PERCENT),
    ("Tỷ lệ hồ sơ trực tuyến phải đạt bao nhiêu?", {Ask.QUANTITY}, Unit.PERCENT),
    ("Phải báo trong bao nhiêu giờ?", {Ask.QUANTITY}, Unit.TIME),
    ("Xây mới bao nhiêu trạm 5G?", {Ask.QUANTITY}, None),
    ("Quyết định nào phê duyệt chiến lược này?", {Ask.DOCUMENT}, None),
    ("Những nhiệm vụ nào của Sở Tài chính?", {Ask.TASKS}, None),
    ("Sở Nội vụ phải làm những gì?", {Ask.TASKS}, None),
    ("Quyết định 12/QĐ-UBND đã bị văn bản nào thay thế?", {Ask.DOCUMENT, Ask.RELATION}, None),
    ("Chữ ký số là gì?", {Ask.DEFINITION}, None),
    ("Doanh nghiệp nhỏ có được hỗ trợ không?", {Ask.YES_NO}, None),
    ("ứng dụng AI trong trường học", set(), None),
    ("phí thẩm định karaoke", set(), None),
]


@pytest.mark.parametrize(("text", "asks", "unit"), CASES)
def test_kinds_of_questions(text: str, asks: set[Ask], unit: Unit | None) -> None:
    question = understand(text)
    assert question.asks == asks
    assert question.unit == unit


@pytest.mark.parametrize("text", [case[0] for case in CASES if "AI" not in case[0]])
def test_without_diacritics_the_same_is_asked(text: str) -> None:
    typed = understand(fold(text))
    assert typed.asks >= understand(text).asks
    assert typed.unit == understand(text).unit


def test_the_noun_that_is_counted() -> None:
    assert understand("Xây mới bao nhiêu trạm 5G?").counted == "trạm 5g"


def test_search_gives_the_diacritics_back() -> None:
    question = understand("ai lam truong ban", "ai làm trưởng ban")
    assert question.text == "ai lam truong ban"
    assert question.understood == "ai làm trưởng ban"
