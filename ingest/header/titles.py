"""The kind of a document and its title (trích yếu)."""

from __future__ import annotations

import re

from ingest.header.casing import in_running_case
from ingest.header.frame import Frame
from ingest.header.head import APPENDIX, is_appendix_heading
from ingest.header.kinds import kind_at_start, kind_of_line
from ingest.header.lines import ADDRESSEE
from kb.model import Fact
from kb.text import collapse

_SUBJECT = re.compile(r"V/\s?[vV]\b\.?:?\s*")
_AROUND = " *:|“”\"-–_"


def read_kind(frame: Frame) -> Fact | None:
    """From the title line, never from the symbol ("QĐ" is also Quy định); Công văn by its form: no kind, an addressee."""
    if frame.head.kind is None:
        return _kind_of_letter(frame)
    line = frame.lines[frame.head.kind]
    alone = kind_of_line(line.text)
    if alone:
        return Fact(alone, "tên loại văn bản", line.start, line.end)
    if is_appendix_heading(line):
        return Fact("Phụ lục", "tiêu đề phụ lục", line.start, line.end)
    begun = kind_at_start(line.text)
    return Fact(begun[0], "tên loại văn bản", line.start, line.start + begun[1]) if begun else None


def _kind_of_letter(frame: Frame) -> Fact | None:
    for line in frame.lines[: frame.head.body + 1]:
        if ADDRESSEE.match(line.text) or _SUBJECT.search(line.text):
            return Fact("Công văn", "không có tên loại; có nơi kính gửi", line.start, line.end)
    return None


def read_title(frame: Frame, text: str) -> Fact | None:
    """The lines under the kind; for a letter "V/v …" under its number; on the kind's own line for "LUẬT DỮ LIỆU"."""
    if frame.head.kind is None:
        return _subject(frame)
    first, last = frame.head.title
    if first >= last:
        return _title_on_heading(frame, text)
    start, end = frame.lines[first].start, frame.lines[last - 1].end
    if first == frame.head.kind:
        begun = kind_at_start(frame.lines[first].text)
        start += begun[1] if begun else 0
    return _title_fact(text, start, end, "trích yếu dưới tên loại")


def _title_on_heading(frame: Frame, text: str) -> Fact | None:
    """ "PHỤ LỤC I. DANH MỤC …": heading and title in one line."""
    line = frame.lines[frame.head.kind or 0]
    match = APPENDIX.match(line.text)
    return _title_fact(text, line.start + match.end(), line.end, "trích yếu trên dòng tên") if match else None


def _title_fact(text: str, start: int, end: int, rule: str) -> Fact | None:
    printed = text[start:end]
    start += len(printed) - len(printed.lstrip(_AROUND + "\n"))
    title = collapse(text[start:end]).rstrip(_AROUND.replace("”", "") + ".")
    return Fact(in_running_case(title, text), rule, start, end) if title else None


def _subject(frame: Frame) -> Fact | None:
    for line in frame.lines[: frame.head.body + 1]:
        match = _SUBJECT.search(line.text)
        if match:
            return Fact(line.text[match.end() :].strip(_AROUND), "V/v dưới số, ký hiệu", line.start + match.end(), line.end)
    return None
