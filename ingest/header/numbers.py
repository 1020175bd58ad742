"""The number and date of the document itself, from its head."""

from __future__ import annotations

import re
from datetime import date

from ingest.header.frame import Frame, Line
from ingest.header.lines import NUMBER_WORD, PLACE_AND_DATE
from kb.model import Fact, Notice
from kb.number import find_numbers

_BLANK_NUMBER = re.compile(r"S[ốỐoô]\s*:?\s*(?:[.…_\s]{0,30}|\S{0,8})\s*[/-]\s*(?:\d{4}\s*/\s*)?[A-ZĐ]{2,}")
_ADOPTED = re.compile(r"thông qua ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})")


def head_lines(frame: Frame) -> list[Line]:
    """The lines that may print number and date: the head without the title, whose numbers are citations."""
    first, last = frame.title
    kind_line_is_title = frame.kind is not None and first == frame.kind
    return [
        line
        for index, line in enumerate(frame.lines[: max(frame.body, 1)])
        if not first <= index < last or (kind_line_is_title and index < first) or (frame.kind is None)
    ]


def read_number(frame: Frame) -> tuple[Fact | None, Notice | None]:
    """The number; a notice where the place for it is blank or cannot be read."""
    blank: Notice | None = None
    for line in head_lines(frame):
        place = re.search(r"(?:^|[\s_|])" + NUMBER_WORD.pattern, line.text)
        if not place:
            continue
        found = find_numbers(line.text)
        if found and found[0].start - place.end() <= 2:
            first = found[0]
            start = line.start + first.start
            return Fact(str(first.number), "số, ký hiệu ở phần đầu", start, line.start + first.end, first.confidence), None
        if _BLANK_NUMBER.search(line.text):
            blank = Notice("number-blank", "Chỗ ghi số của văn bản để trống hoặc không đọc được.", line.start)
    return None, blank


def read_date(frame: Frame) -> tuple[Fact | None, Notice | None]:
    """The date of issue: beside the place in the head; for a law the day of adoption printed at its end."""
    blank: Notice | None = None
    for line in head_lines(frame):
        match = PLACE_AND_DATE.search(line.text)
        if not match:
            continue
        day = _date(match["day"], match["month"], match["year"])
        if day:
            return Fact(day.isoformat(), "địa danh và ngày ở phần đầu", line.start + match.start(), line.start + match.end()), None
        blank = Notice("date-blank", "Ngày ban hành để trống hoặc không đọc được.", line.start)
    for line in frame.lines[frame.closing - 3 : frame.main_end]:
        match = _ADOPTED.search(line.text)
        if match and (day := _date(*match.groups())):
            return Fact(day.isoformat(), "ngày thông qua", line.start + match.start(), line.start + match.end()), None
    return None, blank


def _date(day: str, month: str, year: str) -> date | None:
    parts = [re.sub(r"\s", "", part) for part in (day, month, year)]
    if not all(part.isdigit() for part in parts):
        return None
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return None
