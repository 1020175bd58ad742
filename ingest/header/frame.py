"""Where the head, the body, the signature, a certified copy and the attachments of a document begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.header.kinds import kind_at_start, kind_of_line
from ingest.header.lines import (
    ADDRESSEE,
    BASIS,
    COPY_KIND,
    ENACTING,
    KIT,
    MOTTO,
    NUMBER_WORD,
    PLACE_AND_DATE,
    RECIPIENTS,
    RULE,
    STAMP_DATE,
    SUBJECT,
    is_authority,
    is_signature_start,
)
from ingest.letters import UPPER
from ingest.markers import Style, opening_quote, read_marker
from ingest.model import LaidText

# The head of a document (letterhead, number, date, kind, title) ends within its first lines; stamps may swell it.
HEAD_PARAGRAPHS = 60
# Between the heading of an attachment and its "(Kèm theo …)" stand a title of a few lines and a letterhead.
ATTACHED_WITHIN = 10

APPENDIX = re.compile(
    rf"^\W*(?:PHỤ LỤC|Phụ lục|PHU LUC|BIỂU MẪU|DANH MỤC PHỤ LỤC)(?:\s+(?:SỐ|số)?\s*\.?\s*(?P<label>[IVXLC]{{1,6}}|\d{{1,2}}[A-Z]?|[A-Z]))?\s*(?:[:.\-–]\s*|\s*$|\s+(?=[{UPPER}(]{{2}}))"
)
ATTACHED_TO = re.compile(r"(?:[Bb]an hành\s+)?[Kk]èm theo\s+(?:các\s+)?(?:[A-ZĐ]|Tờ|Công văn|văn bản)|\([Kk]èm theo|[Pp]hụ lục (?:này )?(?:được )?ban hành kèm theo")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the laid text with its span."""

    text: str
    start: int
    end: int
    bold: bool
    in_table: bool


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment from line `first` on (its heading at `heading`) with the label that its path begins with."""

    first: int
    heading: int
    label: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Indices of lines: head [0, body), body [body, closing), closing [closing, end), copy and attachments behind.

    `kind` is the line of the kind (None: an official letter, or nothing printed), `title` the span of title lines.
    """

    lines: tuple[Line, ...]
    kind: int | None
    title: tuple[int, int]
    body: int
    closing: int
    copy: tuple[int, int] | None
    attached: tuple[Attached, ...]
    is_attachment_itself: bool

    @property
    def main_end(self) -> int:
        """The line after the main document (its attachments begin there)."""
        return self.attached[0].first if self.attached else len(self.lines)


def read_frame(laid: LaidText) -> Frame:
    lines = tuple(
        Line(laid.text[p.start : p.end], p.start, p.end, p.bold, p.table is not None) for p in laid.paragraphs
    )
    kind = _kind_line(lines)
    is_attachment_itself = kind is None and _appendix_first(lines)
    first_title = _after_kind(lines, kind)
    title_end = _title_end(lines, first_title)
    body = _body_start(lines, kind, title_end)
    attached = () if is_attachment_itself else _attachments(lines, body)
    main_end = attached[0].first if attached else len(lines)
    copy = _copy_span(lines, body, main_end)
    closing = _closing_start(lines, body, copy[0] if copy else main_end)
    frame = Frame(lines, kind, (first_title, title_end), body, closing, copy, attached, is_attachment_itself)
    return _appendix_as_document(frame) if is_attachment_itself else frame


def _kind_line(lines: tuple[Line, ...]) -> int | None:
    """The line of the kind: alone in capitals, else a line in capitals that begins with it ("LUẬT DỮ LIỆU")."""
    head = lines[:HEAD_PARAGRAPHS]
    for index, line in enumerate(head):
        if kind_of_line(line.text) and not ENACTING.match(line.text):
            return index
        if _begins_body(line.text) and index > 0 or APPENDIX.match(line.text):
            break
    for index, line in enumerate(head):
        if _begins_body(line.text) or APPENDIX.match(line.text):
            return None
        found = kind_at_start(line.text)
        if found and not NUMBER_WORD.match(line.text) and not line.in_table:
            return index
    return None


def _appendix_first(lines: tuple[Line, ...]) -> bool:
    return any(APPENDIX.match(line.text) for line in lines[:5]) and not any(MOTTO.search(line.text) for line in lines[:5])


def _begins_body(text: str) -> bool:
    marker = read_marker(text[opening_quote(text) :])
    is_unit = marker is not None and marker.style in (Style.PART, Style.CHAPTER, Style.ARTICLE, Style.ROMAN, Style.NUMBER)
    return is_unit or bool(BASIS.match(text)) or bool(ADDRESSEE.match(text)) or bool(ENACTING.match(text))


def _after_kind(lines: tuple[Line, ...], kind: int | None) -> int:
    """The first line of the title: behind the kind and the line that names who issues ("CỦA BAN THƯỜNG VỤ …")."""
    if kind is None:
        return 0
    if not kind_of_line(lines[kind].text):
        return kind
    index = kind + 1
    while index < len(lines) and (RULE.match(lines[index].text) or is_of_authority(lines[index].text)):
        index += 1
    return index


def is_of_authority(text: str) -> bool:
    """ "CỦA BAN THƯỜNG VỤ TỈNH ỦY": who issues, between kind and title in documents of the Party."""
    bare = text.strip(" *")
    return bare.upper().startswith("CỦA ") and is_authority(bare[4:])


def _title_end(lines: tuple[Line, ...], first: int) -> int:
    """Past the last line of the title: while the lines stay in capitals, or bold, and nothing else begins."""
    index = first
    while index < len(lines) and index < first + 8:
        text = lines[index].text
        is_other = is_authority(text) or _begins_body(text) and not text.isupper() or _is_stamp_line(text) or RULE.match(text)
        if index > first and (is_other or not _same_manner(lines[index - 1], lines[index])):
            break
        if is_other and not SUBJECT.match(text):
            break
        index += 1
    return index


def _same_manner(before: Line, line: Line) -> bool:
    both_capital = before.text.isupper() and line.text.isupper()
    both_bold = before.bold and line.bold and not line.text.isupper()
    return both_capital or both_bold


def _is_stamp_line(text: str) -> bool:
    return bool(NUMBER_WORD.match(text) or KIT.match(text) or STAMP_DATE.match(text) or MOTTO.search(text))


def _body_start(lines: tuple[Line, ...], kind: int | None, title_end: int) -> int:
    """The first line of the preamble (or of an official letter: its addressee)."""
    if kind is None:
        for index, line in enumerate(lines[:HEAD_PARAGRAPHS]):
            if _begins_body(line.text):
                return index
        return _after_head_lines(lines)
    index = title_end
    while index < len(lines) and _belongs_to_head(lines, index):
        index += 1
    return index


def _belongs_to_head(lines: tuple[Line, ...], index: int) -> bool:
    text = lines[index].text
    if _begins_body(text):
        return False
    is_stamp = _is_stamp_line(text) or bool(RULE.match(text)) or bool(PLACE_AND_DATE.match(text))
    return is_stamp or _in_stamp(lines, index) or is_authority(text) or bool(COPY_KIND.match(text))


def _in_stamp(lines: tuple[Line, ...], index: int) -> bool:
    """A short line within or right before a stamp ("HUYỆN ỦY …", "Chuyển: …", "ĐẾN")."""
    near = lines[max(0, index - 2) : index + 4]
    return len(lines[index].text) < 60 and any(STAMP_DATE.match(line.text) for line in near)


def _after_head_lines(lines: tuple[Line, ...]) -> int:
    index = 0
    while index < min(len(lines), HEAD_PARAGRAPHS):
        text = lines[index].text
        is_head = MOTTO.search(text) or NUMBER_WORD.match(text) or PLACE_AND_DATE.search(text) or RULE.match(text) or text.isupper()
        if not is_head:
            break
        index += 1
    return index


def _attachments(lines: tuple[Line, ...], body: int) -> tuple[Attached, ...]:
    found: list[Attached] = []
    for index in range(body + 1, len(lines)):
        line = lines[index]
        if line.in_table or (found and index < found[-1].heading + 1):
            continue
        label = _attachment_label(lines, index)
        if label:
            found.append(Attached(_with_letterhead(lines, index, body), index, label))
    return tuple(found)


def _attachment_label(lines: tuple[Line, ...], index: int) -> str | None:
    text = lines[index].text
    appendix = APPENDIX.match(text)
    if appendix and (len(text) < 30 or text.isupper()) and not text.rstrip().endswith((";", ",")):
        return f"Phụ lục {appendix['label']}" if appendix["label"] else "Phụ lục"
    if kind_of_line(text) and any(ATTACHED_TO.search(line.text) for line in lines[index + 1 : index + ATTACHED_WITHIN]):
        return "Kèm theo"
    return None


def _with_letterhead(lines: tuple[Line, ...], index: int, body: int) -> int:
    """The letterhead printed above the heading of an attachment belongs to it."""
    first = index
    while first - 1 > body and index - first < 6:
        text = lines[first - 1].text
        is_letterhead = MOTTO.search(text) or (is_authority(text) and not is_signature_start(text)) or RULE.match(text)
        if not is_letterhead:
            break
        first -= 1
    return first


def _copy_span(lines: tuple[Line, ...], body: int, end: int) -> tuple[int, int] | None:
    """A certified copy behind the signature: from its letterhead to the end."""
    for index in range(end - 1, body, -1):
        if COPY_KIND.match(lines[index].text):
            first = index
            while first - 1 > body and lines[first - 1].text.isupper() and not is_signature_start(lines[first - 1].text):
                first -= 1
            return first, end
    return None


def _closing_start(lines: tuple[Line, ...], body: int, end: int) -> int:
    """The first line of recipients or signature behind the last words of the body."""
    start = end
    for index in range(end - 1, body, -1):
        text = lines[index].text
        if RECIPIENTS.match(text) or is_signature_start(text):
            start = index
        elif _is_unit(text) and start < end:
            break
    return start


def _is_unit(text: str) -> bool:
    marker = read_marker(text)
    return marker is not None and marker.style in (Style.ARTICLE, Style.ROMAN, Style.NUMBER, Style.LETTER, Style.CHAPTER)


def _appendix_as_document(frame: Frame) -> Frame:
    """A file that is an appendix alone: its heading is the kind, its title follows."""
    heading = next(i for i, line in enumerate(frame.lines) if APPENDIX.match(line.text))
    end = heading + 1
    while end < len(frame.lines) and frame.lines[end].text.isupper() and not frame.lines[end].in_table:
        end += 1
    body = end
    while body < len(frame.lines) and ATTACHED_TO.search(frame.lines[body].text):
        body += 1
    return replace(frame, kind=heading, title=(heading + 1, end), body=body)
