"""Programmes, strategies and schemes cited by title: "Chương trình Chuyển đổi số quốc gia đến năm 2025 …".

A title counts where it prints the time that it is for, stands in quotation marks, or is a national target programme;
what is still to be written and what only carries on the title of a numbered citation is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.references.citation import Citation
from ingest.references.dates import date_after
from ingest.references.described import describe
from ingest.references.drafting import is_being_written
from ingest.references.patterns import any_of, within_line

# Plans are many and mostly one's own: only those of the nation are known by their title.
_KINDS = (
    r"Chương\s+trình(?:\s+hành\s+động)?|Chiến\s+lược|Đề\s+án|Khung\s+[^\W\d_]+"
    r"|Kế\s+hoạch\s+(?=hành\s+động|quốc\s+gia|tổng\s+thể|[“\"])|Quy\s+hoạch\s+(?=tổng\s+thể|[“\"])"
)
_SPAN = r"(?:19|20)\d\d"
_HORIZON = (
    rf"(?:\s*,?\s*(?:trong\s+)?giai\s+đoạn\s+(?:từ\s+(?:năm\s+)?)?{_SPAN}\s*(?:[-–]|đến(?:\s+năm)?)\s*{_SPAN}"
    rf"|\s*,?\s*(?:thời\s+kỳ|những\s+năm|\d{{1,2}}\s+năm)\s+{_SPAN}\s*[-–]\s*{_SPAN}"
    rf"|\s*,?\s*đến\s+(?:hết\s+)?(?:năm\s+)?{_SPAN})"
)
_VISION = rf"(?:\s*,?\s*(?:và\s+)?(?:định\s+hướng|tầm\s+nhìn)\s*(?:đến|tới)?\s*(?:năm\s+)?{_SPAN})?"
_NICKNAME = r"(?:\s*\((?:Đề\s+án|Chương\s+trình)\s+(?:số\s+)?\d{1,3}\))?"
_WORDS = r"[“\"]?[^\W\d_][^;.:()“”\"|\n]{4,180}?"
_TITLED = within_line(
    rf"(?<![\w-])(?P<kind>{_KINDS})\s*(?<=\s)(?P<rest>{_WORDS}{_HORIZON}{_VISION}[”\"]?{_NICKNAME})(?!\w)"
)
_QUOTED = within_line(
    r"(?<![\w-])(?P<kind>Chương\s+trình|Chiến\s+lược|Đề\s+án|Kế\s+hoạch)\s+"
    rf"(?P<rest>[“\"][^“”\"|\n]{{8,220}}[”\"]{_NICKNAME})"
)
_NATIONAL = within_line(
    r"(?<![\w-])(?P<kind>Chương\s+trình)\s+(?P<rest>mục\s+tiêu\s+[Qq]uốc\s+gia\s+(?:về\s+)?[^\W\d_][^;.:()“”\"|\n]{5,110}?)"
    + r"(?=\s*(?:[;.:,()“”\"|\n]|$)|\s+"
    + any_of(
        "theo", "tại", "trên địa bàn", "của", "do", "và các", "được", "là", "để", "cho", "trong", "từ", "năm", "phải"
    )
    + r")"
)
# "Triển khai Chiến lược dữ liệu quốc gia": of the nation, and so ordered that it can only be one that exists.
_NATIONWIDE = within_line(
    r"(?i:(?:triển\s+khai|thực\s+hiện|thi\s+hành|hưởng\s+ứng|(?:nội\s+dung|yêu\s+cầu|mục\s+tiêu)\s+(?:theo|của))"
    r"\s+(?:(?:có\s+)?hiệu\s+quả\s+)?)(?P<kind>Chương\s+trình|Chiến\s+lược|Đề\s+án|Quy\s+hoạch)\s+"
    r"(?P<rest>(?!mục\s+tiêu|trọng\s+điểm|cấp|tổng\s+thể|khoa\s+học)[^\W\d_][^;.:()“”\"|\n]{6,90}?\s(?i:quốc\s+gia))"
    r"(?=\s*(?:[;.:,()|”\"\n]|$)|\s+"
    + any_of("theo", "của", "tại", "trên", "do", "để", "nhằm", "trong", "gắn", "và")
    + r")"
)
_LONGER_HORIZON = within_line(rf"{_HORIZON}{_VISION}{_NICKNAME}")
# "Đề án … được phê duyệt tại Quyết định số 1813/QĐ-TTg" is cited by that number.
_APPROVED_BY = re.compile(
    r"\s*[,(]?\s*(?:(?:đã\s+)?được\s+[^;.\n]{0,60})?(?:tại|theo|kèm\s+theo|ban\s+hành\s+theo)\s+"
    r"(?:Quyết\s+định|Nghị\s+quyết)\s+(?:số\s*:?\s*)?\d"
)
_CONFIDENCE = {"title-with-time": 0.8, "quoted-title": 0.7, "national-programme": 0.7, "nationwide-title": 0.6}
PROGRAMME_RULES = frozenset(_CONFIDENCE)
# A title that goes over to another document or sentence is no title.
_FOREIGN = re.compile(
    r"(?<!\w)"
    + any_of(
        "này", "Nghị quyết", "Quyết định", "Luật", "Chỉ thị", "Nghị định", "phải", "cần phải", "chịu trách nhiệm",
        "có trách nhiệm", "báo cáo", "trước ngày", "hằng năm", "hàng năm", "chủ trì", "phối hợp", "ban hành",
        "được ban hành", "trình", "được phê duyệt",
    )
)  # fmt: skip


_PATTERNS = (
    (_TITLED, "title-with-time"),
    (_QUOTED, "quoted-title"),
    (_NATIONAL, "national-programme"),
    (_NATIONWIDE, "nationwide-title"),
)


def find_programmes(text: str) -> Iterator[Citation]:
    """Every document cited by such a title; where two patterns find one, by the title with its time."""
    taken: set[int] = set()
    for pattern, rule in _PATTERNS:
        for citation in _found(text, pattern, rule):
            if taken.isdisjoint(range(citation.start, citation.end)):
                taken.update(range(citation.start, citation.end))
                yield citation


def _found(text: str, pattern: re.Pattern[str], rule: str) -> Iterator[Citation]:
    match = pattern.search(text)
    while match:
        longer = _LONGER_HORIZON.match(text, match.end())
        end = longer.end() if longer else match.end()
        is_title = rule == "quoted-title" or not _FOREIGN.search(match["rest"])
        is_cited = is_title and not is_being_written(text, match.start("kind")) and not _APPROVED_BY.match(text, end)
        if is_cited:
            yield _citation(text, match, end, rule)
        match = pattern.search(text, end if is_cited else match.start("rest"))


def _citation(text: str, match: re.Match[str], name_end: int, rule: str) -> Citation:
    issued_on, end = date_after(text, name_end)
    described = describe(text, end)
    return Citation(
        start=match.start("kind"),
        end=end,
        kind=" ".join(match["kind"].split()[:2]).capitalize(),
        rule=rule,
        name=" ".join(text[match.start("kind") : name_end].split()),
        issued_on=issued_on,
        issuer=described.issuer,
        title=described.title,
        confidence=_CONFIDENCE[rule],
        described_to=described.end,
    )
