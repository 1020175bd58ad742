"""What a sentence must hold to answer: a body for "ai", a time for "khi nào", a number for "bao nhiêu"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kb.answer.question import Ask, Question, Unit
from kb.answer.words import STOP_WORDS, words
from kb.text import normalise_tones

_NUMBER = r"\d+(?:[.,]\d+)*"
_SPELT = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa)"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(normalise_tones(text), re.IGNORECASE)


_TIME_WORD = "giây|phút|giờ|ngày|tuần|tháng|quý|năm"
_BODY = _pattern(
    r"(?<!\w)(?:bộ(?! (?:tiêu chí|chỉ số|dữ liệu|công cụ|thủ tục|luật))|sở|ban|ủy ban|UBND|HĐND|hội đồng|chính phủ"
    r"|thủ tướng|quốc hội|cục|vụ|viện|văn phòng|phòng|chi cục|tổng cục|thanh tra|tập đoàn|tổng công ty|công ty"
    r"|doanh nghiệp|cơ quan|đơn vị|tổ chức|cá nhân|cấp ủy|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|đảng bộ|đảng đoàn"
    r"|người|đồng chí|chủ tịch|bí thư|giám đốc|bộ trưởng|thủ trưởng|trưởng|địa phương|mặt trận|hội|đoàn|tòa án"
    r"|viện kiểm sát|công an|quân đội|trường|trung tâm|bệnh viện|ngân hàng|tổ|văn thư|công chức|cán bộ|viên chức"
    r"|nhà nước|bên)(?!\w)"
)
_ACTOR = _pattern(
    r"[^\w]*(?:(?:\d+(?:\.\d+)*|[a-zđ])[.)]\s*)?(?:giao |các |chủ tịch |giám đốc )*" + _BODY.pattern + r".{0,60}"
    r"(?:chủ trì|chịu trách nhiệm|có trách nhiệm|lãnh đạo|chỉ đạo|tham mưu|hướng dẫn|phụ trách|quyết định)(?!\w)"
)
_TIME = _pattern(
    rf"(?<!\w)(?:ngày|tháng|quý|năm)\s+(?:{_NUMBER}|[IVX]+)|\d{{1,2}}[/.-]\d{{1,4}}|(?<!\w)(?:hằng|hàng|mỗi|từng)\s+"
    rf"(?:ngày|tuần|tháng|quý|năm|kỳ)|(?<!\w)(?:{_NUMBER}|{_SPELT})\s+(?:\([^)]*\)\s*)?(?:{_TIME_WORD})(?!\w)"
    r"|định kỳ|thường xuyên|(?:19|20)\d\d|(?<!\w)(?:trong ngày|cuối năm|đầu năm|kể từ|ngay sau|liên tục)(?!\w)"
)
_EVERY = _pattern(
    r"(?<!\w)(?:(?:hằng|hàng|mỗi|từng)\s+(?:ngày|tuần|tháng|quý|năm)|(?:một|1|01|hai|2|02)\s+lần"
    r"|định kỳ\s+(?:hằng|hàng|mỗi|theo|\d+|quý|năm|tháng))(?!\w)"
)
_MONEY = _pattern(
    rf"{_NUMBER}\s*(?:\([^)]*\)\s*)?(?:nghìn |ngàn |triệu |tỷ |tỉ )*(?:đồng|đ|tỷ|tỉ|triệu|VNĐ|VND|USD)(?!\w)|"
    r"(?<!\w)(?:đồng|triệu đồng|tỷ đồng)[^\n]{0,40}\d|miễn phí|không (?:thu|phải nộp) (?:phí|tiền)"
)
_PERCENT = _pattern(rf"{_NUMBER}\s*%|%[^\n]{{0,80}}\d|{_NUMBER}\s*phần trăm")
_DURATION = re.compile(normalise_tones(rf"(?:{_NUMBER}|{_SPELT})\s+(?:\([^)]*\)\s*)?({_TIME_WORD})"), re.IGNORECASE)
_ANY_NUMBER = _pattern(rf"{_NUMBER}|(?<!\w){_SPELT}(?!\w)")
_ISSUED = _pattern(
    r"(?<!\w)(?:nghị quyết|quyết định|kế hoạch|chỉ thị|nghị định|luật|thông tư|công văn|chương trình|đề án|chiến lược"
    r"|hướng dẫn|công điện|kết luận|quy định|quy chế|văn bản|thông báo)(?!\w)"
)
_EFFECT = _pattern(
    r"(?<!\w)(?:thay thế|bãi bỏ|hủy bỏ|hết hiệu lực|mất hiệu lực|sửa đổi|bổ sung|căn cứ|thực hiện|triển khai"
    r"|cụ thể hóa|ban hành)(?!\w)"
)
# Sorts of things, which a lead-in counts by listing them: "gồm các loại sau:".
_SORTS = frozenset(
    normalise_tones("loại nhóm hình thức trường hợp bước nguyên tiêu điều đối tượng thành phần nội dung").split()
)
# People are counted under many names ("05 hoặc 07 thành viên"), and people and organisations by their share too.
_PEOPLE = _pattern(rf"{_NUMBER}\s+(?:thành viên|đại biểu|ủy viên|hội viên|cán bộ|công chức|viên chức|học sinh)(?!\w)")
_COUNTED_BY_SHARE = frozenset(normalise_tones("người hộ dân doanh xã phường thôn cơ").split())
_SHARE = _pattern(r"(?<!\w)t[ỷỉ] (?:lệ|trọng)(?!\w)")
_PERSON = normalise_tones("người")
# Before the name of a person: "đồng chí Nguyễn Văn A".
_TITLED = _pattern(r"(?<!\w)(?:đồng chí|ông|bà)((?:\s+\w+){2})")
_DEFINES = _pattern(r"(?<!\w)(?:là|được hiểu|gồm|bao gồm|nghĩa là)(?!\w)")
# "Quyết định số 12/QĐ-UBND ngày 15/9/2025": the date is part of a document's name and says nothing of when.
_DATE_OF_CITED = _pattern(
    r"\d+[-/][\w&/-]*[^\W\d][\w&/-]*\s*,?\s+ngày\s+\d{1,2}(?:\s*/\s*|\s+tháng\s+)\d{1,2}(?:\s*/\s*|\s+năm\s+)\d{4}"
)
_SIGNALS = {
    Ask.WHO: _BODY,
    Ask.WHEN: _TIME,
    Ask.DOCUMENT: _ISSUED,
    Ask.RELATION: _EFFECT,
    Ask.DEFINITION: _DEFINES,
}
_CITED = _pattern(r"(?<!\w)(?:số|luật)\s+\d|\d+[-/](?:\d{4}[-/])?[^\W\d_]{2}")
# Words of a label before a defined term ("4.", "a)").
LONGEST_LABEL = 2
# Words before a noun among which its number stands: "35 trạm", "tối thiểu 01 tuần (40 tiết)".
_COUNTABLE_WINDOW = 5


def names_actor(sentence: str) -> bool:
    """Whether the sentence begins with who does something: "1.2. Người đứng đầu cấp ủy trực tiếp chủ trì"."""
    return _ACTOR.match(normalise_tones(sentence)) is not None


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


def satisfied(question: Question, sentence: str, above: str = "") -> dict[Ask, bool]:
    """For each thing asked, whether the sentence (under what stands `above` it) could answer it; kinds that any
    sentence may answer are left out."""
    text = normalise_tones(sentence)
    if Ask.WHEN in question.asks:
        text = _DATE_OF_CITED.sub(" ", text)
    met = {ask: finder.search(text) is not None for ask, finder in _SIGNALS.items() if ask in question.asks}
    if question.office is not None:
        met[Ask.WHO] = _names_holder(question.office, text)
    if question.is_recurring:
        met[Ask.WHEN] = _EVERY.search(text) is not None
    if Ask.QUANTITY in question.asks:
        is_of_kind = question.money is None or question.money in normalise_tones(f"{above}\n{sentence}").lower()
        met[Ask.QUANTITY] = is_of_kind and _has_quantity(question, text)
    return met


def _has_quantity(question: Question, text: str) -> bool:
    if question.unit is Unit.MONEY:
        return _MONEY.search(text) is not None
    if question.unit is Unit.PERCENT:
        return _PERCENT.search(text) is not None
    if question.unit is Unit.TIME and question.counted:
        asked = question.counted.split()[0]
        return any(match[1].lower() == normalise_tones(asked) for match in _DURATION.finditer(text))
    if question.counted and (noun := question.counted.split()[0]) not in STOP_WORDS:
        return _counts(text, noun) or _counts_otherwise(text, noun)
    return _ANY_NUMBER.search(text) is not None


def _counts_otherwise(text: str, noun: str) -> bool:
    """Sorts counted by a list that follows, people under another name, people and organisations by their share."""
    leads_in = text.rstrip("*_ ").endswith(":")
    is_by_list = noun in _SORTS and noun in words(text) and leads_in
    is_by_other_name = noun == _PERSON and _PEOPLE.search(text) is not None
    is_by_share = noun in _COUNTED_BY_SHARE and bool(_SHARE.search(text)) and bool(_PERCENT.search(text))
    return is_by_list or is_by_other_name or is_by_share


def _names_holder(office: str, text: str) -> bool:
    """Whether somebody is said to hold the office: a person by name beside it, or another office that holds it."""
    line = text.lower()
    names = any(all(word.istitle() for word in match[1].split()) for match in _TITLED.finditer(text))
    return (office in line and names) or re.search(rf"(?<!\w)(?:là|làm) {re.escape(office)}(?!\w)", line) is not None


def _counts(text: str, noun: str) -> bool:
    """Whether a number stands near before the noun ("35 trạm", "tối thiểu 01 tuần (40 tiết)") or in one row with it."""
    tokens = words(text)
    places = [index for index, token in enumerate(tokens) if token == noun]
    return any(
        any(character.isdigit() for token in tokens[max(0, place - _COUNTABLE_WINDOW) : place] for character in token)
        for place in places
    ) or (bool(places) and "|" in text and any(character.isdigit() for character in text))
