"""Whether a sentence tells the quantity that is asked for: a sum, a share, a length of time, a number of things."""

from __future__ import annotations

import re

from kb.answer.cues import pattern
from kb.answer.question import Question, Unit
from kb.answer.times import NUMBER, SPELT, TIME_WORD
from kb.answer.words import STOP_WORDS, words
from kb.text import normalise_tones

_MONEY = pattern(
    rf"{NUMBER}\s*(?:\([^)]*\)\s*)?(?:nghìn |ngàn |triệu |tỷ |tỉ )*(?:đồng|đ|tỷ|tỉ|triệu|VNĐ|VND|USD)(?!\w)|"
    r"(?<!\w)(?:đồng|triệu đồng|tỷ đồng)[^\n]{0,40}\d|miễn phí|không (?:thu|phải nộp) (?:phí|tiền)"
)
_PERCENT = pattern(rf"{NUMBER}\s*%|%[^\n]{{0,80}}\d|{NUMBER}\s*phần trăm")
# Means of which a share is told as well as a sum.
_SHARED_OUT = frozenset(normalise_tones("vốn kinh ngân").split())
_DURATION = pattern(rf"(?:{NUMBER}|{SPELT})\s+(?:\([^)]*\)\s*)?({TIME_WORD})")
_ANY_NUMBER = pattern(rf"{NUMBER}|(?<!\w){SPELT}(?!\w)")
# Sorts of things, which a lead-in counts by listing them: "gồm các loại sau:".
_SORTS = frozenset(
    normalise_tones("loại nhóm hình thức trường hợp bước nguyên tiêu điều đối tượng thành phần nội dung").split()
)
# People are counted under many names ("05 hoặc 07 thành viên"), and people and organisations by their share too.
_PEOPLE = pattern(rf"{NUMBER}\s+(?:thành viên|đại biểu|ủy viên|hội viên|cán bộ|công chức|viên chức|học sinh)(?!\w)")
_COUNTED_BY_SHARE = frozenset(normalise_tones("người hộ dân doanh xã phường thôn cơ").split())
_SHARE = pattern(r"(?<!\w)t[ỷỉ] (?:lệ|trọng)(?!\w)")
_PERSON = normalise_tones("người")
# Words before a noun among which its number stands: "35 trạm", "tối thiểu 01 tuần (40 tiết)".
_COUNTABLE_WINDOW = 5
# Things are counted by a plain number; a year or a date counts nothing.
_COUNT = re.compile(r"\d+")
_NO_COUNT = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|(?<!\d)(?:19|20)\d\d(?!\d)|\d+[/-](?:\d{4}[/-])?[^\W\d_]{2}\S*"
)
# A cell that is a count: a number of fewer digits than a sum of money has.
_COUNT_CELL = re.compile(r"\|\s*\d{1,3}(?:[.,]\d{3})?\s*(?=\||$)")


def tells_quantity(question: Question, text: str) -> bool:
    """Whether a text with normalised tones tells what the question counts."""
    if question.unit is Unit.MONEY:
        is_share_of = question.counted is not None and question.counted.split()[0] in _SHARED_OUT
        return _MONEY.search(text) is not None or (is_share_of and _PERCENT.search(text) is not None)
    if question.unit is Unit.PERCENT:
        return _PERCENT.search(text) is not None
    if question.unit is Unit.TIME and question.counted:
        asked = normalise_tones(question.counted.split()[0])
        return any(match[1].lower() == asked for match in _DURATION.finditer(text))
    if question.counted and (noun := question.counted.split()[0]) not in STOP_WORDS:
        return _counts(text, noun) or _counts_otherwise(text, noun)
    return _ANY_NUMBER.search(text) is not None


def _counts(text: str, noun: str) -> bool:
    """Whether a number stands near before the noun ("35 trạm", "tối thiểu 01 tuần (40 tiết)") or in one row with it."""
    tokens = words(_NO_COUNT.sub(" ", text))
    places = [index for index, token in enumerate(tokens) if token == noun]
    return any(
        _COUNT.fullmatch(token) for place in places for token in tokens[max(0, place - _COUNTABLE_WINDOW) : place]
    ) or (bool(places) and _COUNT_CELL.search(text) is not None)


def _counts_otherwise(text: str, noun: str) -> bool:
    """Sorts counted by a list that follows, people under another name, people and organisations by their share."""
    leads_in = text.rstrip("*_ ").endswith(":")
    is_by_list = noun in _SORTS and noun in words(text) and leads_in
    is_by_other_name = noun == _PERSON and _PEOPLE.search(text) is not None
    is_by_share = noun in _COUNTED_BY_SHARE and bool(_SHARE.search(text)) and bool(_PERCENT.search(text))
    return is_by_list or is_by_other_name or is_by_share
