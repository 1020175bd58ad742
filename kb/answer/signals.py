"""What a sentence must hold to answer: a body for "ai", a time for "khi nào", a number for "bao nhiêu"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kb.answer.agents import names_body, names_holder, names_kind
from kb.answer.cues import pattern
from kb.answer.quantities import tells_quantity
from kb.answer.question import Ask, Question
from kb.answer.times import tells_how_often, tells_time
from kb.answer.words import words
from kb.text import normalise_tones

_ISSUED = pattern(
    r"(?<!\w)(?:nghị quyết|quyết định|kế hoạch|chỉ thị|nghị định|luật|thông tư|công văn|chương trình|đề án|chiến lược"
    r"|hướng dẫn|công điện|kết luận|quy định|quy chế|văn bản|thông báo)(?!\w)"
)
_EFFECT = pattern(
    r"(?<!\w)(?:thay thế|bãi bỏ|hủy bỏ|hết hiệu lực|mất hiệu lực|sửa đổi|bổ sung|căn cứ|thực hiện|triển khai"
    r"|cụ thể hóa|ban hành)(?!\w)"
)
_ENDS = pattern(
    r"(?<!\w)(?:thay thế|thay cho|thế cho|bãi bỏ|hủy bỏ|(?:hết|mất|chấm dứt) hiệu lực|sửa đổi|bổ sung|đính chính)(?!\w)"
)
_DEFINES = pattern(r"(?<!\w)(?:là|được hiểu|gồm|bao gồm|nghĩa là)(?!\w)")
_CASE = pattern(r"(?<!\w)(?:khi|trường hợp|nếu|điều kiện)(?!\w)")
_SIGNALS = {Ask.DOCUMENT: _ISSUED, Ask.RELATION: _EFFECT, Ask.DEFINITION: _DEFINES}
_CITED = pattern(r"(?<!\w)(?:số|luật)\s+\d|\d+[-/](?:\d{4}[-/])?[^\W\d_]{2}")
# Words of a label before a defined term ("4.", "a)").
LONGEST_LABEL = 2


def defines(term: Sequence[str], sentence: str) -> bool:
    """Whether the sentence says what a term is: "4. Dữ liệu mở là dữ liệu mà …"."""
    said = words(sentence)
    labels = sum(1 for _ in takewhile(lambda word: len(word) == 1 or word.isdigit(), said))
    length = len(term)
    return length > 0 and any(
        said[at : at + length + 1] == [*term, "là"] for at in range(min(labels, LONGEST_LABEL) + 1)
    )


def cites_number(sentence: str) -> bool:
    """Whether a document is named by its number or date, not only by its kind."""
    return _CITED.search(sentence) is not None


def satisfied(
    question: Question, sentence: str, above: str = "", led_by: str = "", is_row: bool = False
) -> dict[Ask, bool]:
    """For each thing asked, whether the sentence (under what stands `above` it, a duty of those in `led_by`, a row of a
    table or not) could answer it; kinds that any sentence may answer are left out."""
    text = normalise_tones(sentence)
    met = {ask: finder.search(text) is not None for ask, finder in _SIGNALS.items() if ask in question.asks}
    if question.asks_end:
        met[Ask.RELATION] = _ENDS.search(normalise_tones(f"{above}\n{sentence}")) is not None
    if Ask.WHO in question.asks:
        met[Ask.WHO] = _tells_who(question, text, normalise_tones(led_by))
    if Ask.WHEN in question.asks:
        is_by_sort = tells_time(text, question.time, question.is_deadline, is_row)
        tells_case = question.asks_case and _CASE.search(text) is not None
        met[Ask.WHEN] = tells_how_often(text) if question.is_recurring else is_by_sort or tells_case
    if Ask.QUANTITY in question.asks:
        is_of_kind = question.money is None or question.money in normalise_tones(f"{above}\n{sentence}").lower()
        met[Ask.QUANTITY] = is_of_kind and tells_quantity(question, text)
    return met


def _tells_who(question: Question, text: str, led_by: str) -> bool:
    if question.office is not None:
        return names_holder(question.office, text)
    if question.agent is not None:
        return names_kind(question.agent, text) or names_kind(question.agent, led_by)
    return names_body(text) or bool(led_by)
