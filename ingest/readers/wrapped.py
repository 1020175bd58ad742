"""Wrapped lines of a cell joined to its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.readers.emphasis import MarkedLine

_OPENER = re.compile(r"(?:[-–+•*]\s*\S|\(?\d{1,3}(?:\.\d{1,3})*[.)]\s|[a-zđ]{1,2}\)|[IVX]{1,5}[.)]\s|_{3,}|-{3,})")
_ENDED = re.compile(r"[.;:!?…]$|^[-_*]+$")
_GOES_ON = re.compile(
    r"(?:[,(/&–-]|\b(?:và|hoặc|của|các|những|cho|về|với|theo|tại|từ|đến|là|số|ngày|tháng|năm|trong|trên|để|do|được|"
    r"có|không|cấp|tỉnh|thành|Bộ|Sở|Ban|Cục|Vụ|Chi|Khu|Phòng|Quyết|Nghị|Luật|Thông|Chính|Quốc|Ủy|Công|Trung|Việt))$"
)
_BODY_OF_STATE = re.compile(
    r"(?:Bộ|Sở|Ban|Cục|Vụ|Viện|Tổng|Chi cục|Văn phòng|Ủy ban|UBND|HĐND|Hội|Tỉnh ủy|Thanh tra|Công an|Trường|Trung tâm|"
    r"Các|Đài|Ngân hàng|Kiểm toán|Tòa|Viện|Chủ tịch|Thủ tướng|Mặt trận|Phòng)\b"
)
# A table of two columns frames a document (letterhead, signature): its lines are titles and names, not prose.
_PROSE_COLUMNS = 3


def join_wrapped(lines: Sequence[MarkedLine], columns: int) -> str:
    """The text of a cell: lines that the page wrapped joined by a space, paragraphs parted by newlines."""
    joined = ""
    previous: MarkedLine | None = None
    for line in lines:
        if previous is None:
            joined = line.text
        else:
            joined += (" " if _is_wrapped(previous, line, columns) else "\n") + line.text
        previous = line
    return joined


def _is_wrapped(line: MarkedLine, following: MarkedLine, columns: int) -> bool:
    if _OPENER.match(following.text):
        return False
    if line.runs_on:
        return True
    if _ENDED.search(line.text):
        return False
    if following.text[0].islower() or _GOES_ON.search(line.text):
        return True
    is_prose = columns >= _PROSE_COLUMNS and not line.text.isupper() and line.bold == following.bold
    return is_prose and not _BODY_OF_STATE.match(following.text)
