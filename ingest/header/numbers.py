"""The number and date of the document itself, from its head."""

from __future__ import annotations

import re
from datetime import date

from ingest.header.frame import Frame
from ingest.header.lines import NUMBER_WORD, PLACE_AND_DATE
from ingest.header.paragraphs import Line
from ingest.header.unread import damaged_date, unread_date
from kb.model import Fact, Notice
from kb.number import find_numbers

# "Số:      /QĐ-BKHCN", "Số: 7⁄Ø/QĐ-TTg": the place is there, what stands in it is blank or unreadable.
_BLANK_NUMBER = re.compile(r"(?:[.…_\s]{0,30}|\S{0,10}\s?)[/⁄-]\s*(?:\d{4}\s*/\s*)?[A-ZĐ][A-Za-zĐ]+")
# Characters between the word "Số" and the number: a space, a slip of the scanner.
_NEAR = 3
_ADOPTED = re.compile(r"thông qua\s+(?:vào\s+)?ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})")


def _head_without_title(frame: Frame) -> list[Line]:
    """Lines that may print number and date; numbers in the title are citations."""
    title = set(frame.head.title)
    return [line for index, line in enumerate(frame.head_lines) if index not in title and not line.in_table]


def read_number(frame: Frame) -> tuple[Fact | None, Notice | None]:
    """The number; a notice where the place for it is blank or cannot be read."""
    blank: Notice | None = None
    for line in _head_without_title(frame):
        place = NUMBER_WORD.match(line.text) or re.search(r"(?<=[\s|_])S[ốỐ]\s*:\s*(?=[\d.…_/ ])", line.text)
        if not place:
            continue
        found = next((number for number in find_numbers(line.text) if number.start >= place.start()), None)
        if found and found.start - place.end() <= _NEAR:
            span = line.start + found.start, line.start + found.end
            return Fact(str(found.number), "số, ký hiệu ở phần đầu", *span, found.confidence), None
        if _BLANK_NUMBER.match(line.text, place.end()):
            blank = Notice("number-blank", "Chỗ ghi số của văn bản để trống hoặc không đọc được.", line.start)
    return None, blank


def read_date(frame: Frame) -> tuple[Fact | None, Notice | None]:
    """The date of issue: beside the place in the head; for a law the day of adoption; else beside the signature."""
    blank: Notice | None = None
    for line in _head_without_title(frame):
        match = PLACE_AND_DATE.search(line.text)
        if not match:
            continue
        fact = _fact_of(line, match)
        if fact:
            return fact, None
        blank = unread_date(match["day"], match["month"], match["year"], line.start)
    fact = _adopted(frame) or _beside_signature(frame)
    return fact, blank or (None if fact else damaged_date(_head_without_title(frame)))


def _adopted(frame: Frame) -> Fact | None:
    for line in (*frame.body_lines[-3:], *frame.closing_lines[:4]):
        match = _ADOPTED.search(line.text)
        if match and (day := to_date(*match.groups())):
            return Fact(day.isoformat(), "ngày thông qua", line.start + match.start(), line.start + match.end())
    return None


def _beside_signature(frame: Frame) -> Fact | None:
    for line in frame.closing_lines:
        match = PLACE_AND_DATE.match(line.text)
        if match and (fact := _fact_of(line, match)):
            return fact
    return None


def _fact_of(line: Line, match: re.Match[str]) -> Fact | None:
    day = to_date(match["day"], match["month"], match["year"])
    if day is None:
        return None
    return Fact(day.isoformat(), "địa danh và ngày, tháng, năm", line.start + match.start(), line.start + match.end())


def to_date(day: str, month: str, year: str) -> date | None:
    """A date of printed digits (spaces between them allowed); None when blank or impossible."""
    parts = [re.sub(r"\s", "", part) for part in (day, month, year)]
    if not all(part.isdigit() for part in parts):
        return None
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return None
