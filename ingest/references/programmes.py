"""Programmes, strategies and schemes cited by title: "Chương trình Chuyển đổi số quốc gia đến năm 2025 …".

A title counts where it prints the time that it is for; what is still to be written and what only carries on the title
of a numbered citation is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.references.citation import Citation
from ingest.references.dates import date_after
from ingest.references.described import describe


def _within_line(pattern: str) -> re.Pattern[str]:
    """The pattern with white space that does not reach over a paragraph's end."""
    return re.compile(pattern.replace(r"\s", r"[^\S\n]"))


_KINDS = r"Chương\s+trình(?:\s+hành\s+động)?|Chiến\s+lược|Đề\s+án|Kế\s+hoạch\s+(?=hành\s+động|quốc\s+gia|tổng\s+thể|[“\"])|Quy\s+hoạch\s+(?=tổng\s+thể|[“\"])|Khung\s+[^\W\d_]+"
_SPAN = r"(?:19|20)\d\d"
_HORIZON = (
    rf"(?:\s*,?\s*(?:trong\s+)?giai\s+đoạn\s+(?:từ\s+(?:năm\s+)?)?{_SPAN}\s*(?:[-–]|đến(?:\s+năm)?)\s*{_SPAN}"
    rf"|\s*,?\s*(?:thời\s+kỳ|những\s+năm)\s+{_SPAN}\s*[-–]\s*{_SPAN}|\s*,?\s*đến\s+(?:hết\s+)?(?:năm\s+)?{_SPAN})"
)
_VISION = rf"(?:\s*,?\s*(?:và\s+)?(?:định\s+hướng|tầm\s+nhìn)\s*(?:đến|tới)?\s*(?:năm\s+)?{_SPAN})?"
_NICKNAME = r"(?:\s*\((?:Đề\s+án|Chương\s+trình)\s+(?:số\s+)?\d{1,3}\))?"
_TITLED = _within_line(
    rf"(?<![\w-])(?P<kind>{_KINDS})\s*(?<=\s)(?P<rest>[“\"]?[^\W\d_][^;.:()“”\"|\n]{{4,180}}?{_HORIZON}{_VISION}[”\"]?{_NICKNAME})(?!\w)"
)
_LONGER_HORIZON = _within_line(rf"{_HORIZON}{_VISION}{_NICKNAME}")
_DRAFTING = re.compile(
    r"(?<!\w)(?:xây dựng|ban hành|soạn thảo|dự thảo|lập|trình|phê duyệt|hoàn thiện|nghiên cứu|tham mưu|thẩm định|đề xuất|cập nhật|công bố|"
    r"Xây dựng|Ban hành|Phê duyệt|Lập|Trình|Hoàn thiện|Nghiên cứu|Tham mưu|Soạn thảo)"
    r"(?:[\s,]+(?:và|hoàn thiện|trình|phê duyệt|ban hành|thực hiện|triển khai|tổ chức|điều chỉnh|kèm theo|Quyết định này|Nghị quyết này|"
    r"Kế hoạch này|cấp có thẩm quyền|Chính phủ|Thủ tướng Chính phủ|các|dự thảo|bổ sung|mới|đề cương|nội dung))*\s*[“\"]?\s*\Z"
)
# "Đề án … được phê duyệt tại Quyết định số 1813/QĐ-TTg" is cited by that number.
_APPROVED_BY = re.compile(
    r"\s*[,(]?\s*(?:(?:đã\s+)?được\s+[^;.\n]{0,60})?(?:tại|theo|kèm\s+theo|ban\s+hành\s+theo)\s+(?:Quyết\s+định|Nghị\s+quyết)\s+(?:số\s*:?\s*)?\d"
)
_LOOK_BACK = 110
# A title that goes over to another document or sentence is no title.
_FOREIGN = re.compile(
    r"(?<!\w)(?:này|Nghị quyết|Quyết định|Luật|Chỉ thị|Nghị định|số\s+\d|phải|cần phải|chịu trách nhiệm|có trách nhiệm|báo cáo|"
    r"trước ngày|hằng năm|hàng năm|chủ trì|phối hợp|ban hành|được ban hành|trình|được phê duyệt)(?!\w)"
)


def find_programmes(text: str) -> Iterator[Citation]:
    """Every document cited by a title with its time, in order."""
    for match in _TITLED.finditer(text):
        if _FOREIGN.search(match["rest"]) or is_being_written(text, match.start()):
            continue
        longer = _LONGER_HORIZON.match(text, match.end())
        end = longer.end() if longer else match.end()
        if _APPROVED_BY.match(text, end):
            continue
        name = " ".join(text[match.start() : end].split())
        issued_on, end = date_after(text, end)
        described = describe(text, end)
        yield Citation(
            start=match.start(),
            end=end,
            kind=" ".join(match["kind"].split()[:2]).capitalize(),
            rule="title-with-time",
            name=name,
            issued_on=issued_on,
            issuer=described.issuer,
            title=described.title,
            confidence=0.8,
            described_to=described.end,
        )


def is_being_written(text: str, start: int) -> bool:
    """Whether what begins at `start` is still to be drawn up: "xây dựng, trình ban hành Chiến lược …"."""
    low = max(0, start - _LOOK_BACK)
    return bool(_DRAFTING.search(text, low, start))
