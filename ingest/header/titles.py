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
_AROUND_START = " *:|-–_"
_AROUND_END = " *:|-–_."


def read_kind(frame: Frame) -> Fact | None:
    """From the title line, never the symbol ("QĐ" is also Quy định); Công văn by its form: no kind, an addressee."""
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
    """The lines under the kind, as printed; for a letter "V/v …" under its number; on the kind's line for "LUẬT X"."""
    if frame.head.kind is None:
        return _subject(frame)
    lines = [frame.lines[index] for index in frame.head.title]
    if not lines:
        return _title_on_heading(frame, text)
    start = lines[0].start
    if frame.head.title[0] == frame.head.kind:
        begun = kind_at_start(lines[0].text)
        start += begun[1] if begun else 0
    printed = " ".join([text[start : lines[0].end], *(line.text for line in lines[1:])])
    return _title_fact(text, printed, (start, lines[-1].end), "trích yếu dưới tên loại")


def _title_on_heading(frame: Frame, text: str) -> Fact | None:
    """ "PHỤ LỤC I. DANH MỤC …": heading and title in one line."""
    line = frame.lines[frame.head.kind or 0]
    match = APPENDIX.match(line.text)
    if match is None:
        return None
    return _title_fact(text, line.text[match.end() :], (line.start + match.end(), line.end), "trích yếu trên dòng tên")


def _title_fact(text: str, printed: str, span: tuple[int, int], rule: str) -> Fact | None:
    start = span[0] + len(printed) - len(printed.lstrip(_AROUND_START))
    title = collapse(printed).strip(_AROUND_START).rstrip(_AROUND_END)
    return Fact(in_running_case(title, text), rule, start, span[1]) if title else None


def _subject(frame: Frame) -> Fact | None:
    for line in frame.lines[: frame.head.body + 1]:
        match = _SUBJECT.search(line.text)
        if match:
            subject = line.text[match.start() :].strip(_AROUND_END)
            return Fact(subject, "V/v dưới số, ký hiệu", line.start + match.start(), line.end)
    return None
