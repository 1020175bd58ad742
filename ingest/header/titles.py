"""The kind of a document and its title (trích yếu)."""

from __future__ import annotations

from ingest.header.casing import in_running_case
from ingest.header.frame import APPENDIX, Frame
from ingest.header.kinds import kind_at_start, kind_of_line
from ingest.header.lines import ADDRESSEE, SUBJECT
from kb.model import Fact
from kb.text import collapse


def read_kind(frame: Frame) -> Fact | None:
    """From the title line, never from the symbol ("QĐ" is also Quy định); Công văn by its form: no kind, an addressee."""
    if frame.kind is not None:
        line = frame.lines[frame.kind]
        if APPENDIX.match(line.text):
            return Fact("Phụ lục", "tiêu đề", line.start, line.end)
        alone = kind_of_line(line.text)
        if alone:
            return Fact(alone, "tên loại văn bản", line.start, line.end)
        begun = kind_at_start(line.text)
        if begun:
            return Fact(begun[0], "tên loại văn bản", line.start, line.start + begun[1])
    for line in frame.lines[: frame.body + 1]:
        if ADDRESSEE.match(line.text):
            return Fact("Công văn", "không có tên loại, có nơi kính gửi", line.start, line.end)
    return None


def read_title(frame: Frame, text: str) -> Fact | None:
    first, last = frame.title
    if frame.kind is None:
        return _subject(frame)
    if first >= last:
        return None
    start, end = frame.lines[first].start, frame.lines[last - 1].end
    if first == frame.kind:
        begun = kind_at_start(frame.lines[first].text)
        start += begun[1] if begun else 0
    printed = collapse(text[start:end]).strip(" *:.")
    if not printed:
        return None
    offset = text.find(printed[:8], start)
    return Fact(in_running_case(printed, text), "trích yếu dưới tên loại", max(start, offset), end)


def _subject(frame: Frame) -> Fact | None:
    """The subject of an official letter: "V/v …" under its number."""
    for line in frame.lines[: frame.body + 1]:
        place = line.text.find("V/v")
        if place < 0:
            place = line.text.find("V/V")
        match = SUBJECT.match(line.text[place:]) if place >= 0 else None
        if match:
            start = line.start + place + match.end()
            return Fact(line.text[place + match.end() :].strip(" *"), "V/v dưới số, ký hiệu", start, line.end)
    return None
