"""What time a question asks for, and whether a sentence tells one of that sort."""

from __future__ import annotations

import re
from enum import StrEnum

from kb.answer.cues import Cue, pattern

NUMBER = r"\d+(?:[.,]\d+)*"
SPELT = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa)"
TIME_WORD = "giây|phút|giờ|ngày|tuần|tháng|quý|năm"


class TimeSort(StrEnum):
    """How exactly a time is asked for."""

    DAY = "ngày"
    MONTH = "tháng"
    YEAR = "năm"
    SPAN = "bao lâu"


# From the finest on: who asks for a day and a year wants the day.
_ASKED: tuple[tuple[TimeSort, Cue], ...] = (
    (TimeSort.DAY, Cue(r"(?<!\w)ngày (?:nào|mấy|bao nhiêu)(?!\w)")),
    (TimeSort.MONTH, Cue(r"(?<!\w)tháng (?:nào|mấy)(?!\w)")),
    (TimeSort.YEAR, Cue(r"(?<!\w)năm (?:nào|mấy)(?!\w)")),
    (TimeSort.SPAN, Cue(r"(?<!\w)bao lâu(?!\w)")),
)
_LAST_DAY = Cue(r"(?<!\w)(?:(?<!thời )hạn|chậm nhất|muộn nhất|trước (?:những )?(?:ngày|tháng|mốc)|xong khi)(?!\w)")
_HOW_OFTEN = Cue(r"(?<!\w)(?:bao lâu|mấy (?:tháng|năm|tuần|ngày))(?!\w).*(?<!\w)(?:một|1) lần(?!\w)|bao lâu một lần")

_ANY = pattern(
    rf"(?<!\w)(?:ngày|tháng|quý|năm)\s+(?:{NUMBER}|[IVX]+)|\d{{1,2}}[/.-]\d{{1,4}}|(?<!\w)(?:hằng|hàng|mỗi|từng)\s+"
    rf"(?:ngày|tuần|tháng|quý|năm|kỳ)|(?<!\w)(?:{NUMBER}|{SPELT})\s+(?:\([^)]*\)\s*)?(?:{TIME_WORD})(?!\w)"
    r"|định kỳ|thường xuyên|(?:19|20)\d\d|(?<!\w)(?:trong ngày|cuối năm|đầu năm|kể từ|ngay sau|liên tục)(?!\w)"
)
_EVERY = pattern(
    r"(?<!\w)(?:(?:hằng|hàng|mỗi|từng)\s+(?:ngày|tuần|tháng|quý|năm)|(?:một|1|01|hai|2|02)\s+lần"
    r"|định kỳ\s+(?:hằng|hàng|mỗi|theo|\d+|quý|năm|tháng))(?!\w)"
)
_DAY = (
    r"(?<!\w)ngày\s+(?:\d|ký|ban hành|công bố|thông qua|làm việc|đầu|cuối)|(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)"
    r"|(?<!\w)(?:trong|kể từ|hằng|hàng) ngày(?!\w)"
)
_MONTH = r"(?<!\w)tháng\s+\d|(?<!\d)\d{1,2}\s*[/.-]\s*(?:19|20)\d\d|(?<!\w)(?:hằng|hàng|mỗi) tháng|(?<!\w)quý\s+[IVX\d]"
_YEAR = r"(?:19|20)\d\d|(?<!\w)(?:hằng|hàng|mỗi|cuối|đầu) năm(?!\w)"
_SPAN = (
    rf"(?<!\w)(?:{NUMBER}|{SPELT})\s+(?:\([^)]*\)\s*)?(?:{TIME_WORD})(?!\w)|(?<!\w)trong ngày|{_EVERY.pattern}"
    r"|(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d"
)
_OF_SORT = {
    TimeSort.DAY: pattern(_DAY),
    TimeSort.MONTH: pattern(f"{_DAY}|{_MONTH}"),
    TimeSort.YEAR: pattern(f"{_DAY}|{_MONTH}|{_YEAR}"),
    TimeSort.SPAN: pattern(_SPAN),
}
# A time by which something is done, where another one may be the day on which something was.
_BY = pattern(
    r"(?<!\w)(?:trước|chậm nhất|muộn nhất|đến hết|hết|đến|trong|từ|kể từ|thời (?:hạn|gian)|hoàn thành|xong|định kỳ|sau"
    r"|(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|vào)(?!\w)"
)
# Years of the longest span that a plan covers; a longer one joins two dates by chance.
LONGEST_SPAN = 31
_SPAN_OF_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:-|–|đến|tới)\s*(?:năm )?((?:19|20)\d\d)(?!\d)")
_PRINTED_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# "Quyết định số 12/QĐ-UBND ngày 15/9/2025": the date is part of a document's name and says nothing of when.
_DATE_OF_CITED = pattern(
    r"\d+[-/][\w&/-]*[^\W\d][\w&/-]*\s*,?\s+ngày\s+\d{1,2}(?:\s*/\s*|\s+tháng\s+)\d{1,2}(?:\s*/\s*|\s+năm\s+)\d{4}"
)


def asked_time(line: str) -> TimeSort | None:
    """The sort of time a lower-case question asks for, None for any."""
    return next((sort for sort, cue in _ASKED if cue.search(line)), None)


def asks_last_day(line: str) -> bool:
    return _LAST_DAY.search(line) is not None


def asks_how_often(line: str) -> bool:
    return _HOW_OFTEN.search(line) is not None


def tells_how_often(text: str) -> bool:
    return _EVERY.search(text) is not None


def tells_time(text: str, sort: TimeSort | None, is_deadline: bool, is_row: bool) -> bool:
    """Whether a text with normalised tones tells a time of the sort; the cells of a row print times without words."""
    said = _DATE_OF_CITED.sub(" ", text)
    if is_row:
        return _ANY.search(said) is not None
    finder = _OF_SORT[sort] if sort is not None else _ANY
    return finder.search(said) is not None and (not is_deadline or _BY.search(said) is not None)


def years_of(text: str) -> frozenset[str]:
    """Every year that a text prints, alone or within a span ("2026-2030")."""
    spans = (range(int(first), int(last) + 1) for first, last in _SPAN_OF_YEARS.findall(text))
    within = {str(year) for span in spans for year in span if len(span) <= LONGEST_SPAN}
    return frozenset(_PRINTED_YEAR.findall(text)) | within
