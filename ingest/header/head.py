"""The head: letterhead, number and date, kind, title; and where the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.header.kinds import kind_at_start, kind_of_line
from ingest.header.lines import (
    ADDRESSEE,
    BASIS,
    ENACTING,
    NUMBER_WORD,
    OPENING,
    RULE,
    STAMP_DATE,
    SUBJECT,
    is_authority,
    is_frame_line,
    is_of_authority,
)
from ingest.header.paragraphs import Line
from ingest.letters import UPPER
from ingest.markers import Style, opening_quote, read_marker

# The head of a document ends within its first lines; stamps and broken letterheads may swell it.
HEAD_LINES = 60
# A title of more lines than this is no title.
TITLE_LINES = 12
_UNITS = (Style.PART, Style.CHAPTER, Style.ARTICLE, Style.ROMAN, Style.NUMBER, Style.CAPITAL)

APPENDIX = re.compile(
    rf"^\W*(?:PHỤ LỤC|Phụ lục|PHU LUC)(?:\s+(?:SỐ|số)?\s*\.?\s*(?P<label>[IVXLC]{{1,6}}|\d{{1,2}}[A-Z]?|"
    rf"[A-Z])(?![^\W_]))?"
    rf"\s*(?:[:.\-–]\s*|\s*$|\s+(?=[{UPPER}(]{{2}}))"
)
ATTACHED_TO = re.compile(
    r"\(?\s*(?:[Bb]an hành\s+)?[Kk]èm theo\s+(?:các\s+)?(?:[A-ZĐ]|văn bản)|\(\s*(?:[Bb]an hành )?[Kk]èm theo|"
    r"[Pp]hụ lục (?:này )?(?:được )?ban hành kèm theo"
)


_MEETING = re.compile(r"^\W*(?:HỘI NGHỊ|ĐẠI HỘI)\b.*LẦN THỨ\b")
# No title ends with one of these. ("số" is none: "CHÍNH PHỦ SỐ".)
_SMALL_WORDS = frozenset(
    {"của", "về", "và", "ngày", "các", "trong", "tại", "cho", "đến", "theo", "năm", "tháng", "tỉnh", "với"}
)
# Behind these the name of a place may be broken off, never the name of an authority.
_UNIT_WORDS = frozenset({"tỉnh"})


@dataclass(frozen=True, slots=True)
class Head:
    """Indices of lines. `kind` is the line of the kind (None: an official letter), `title` the lines of its title."""

    kind: int | None
    title: tuple[int, ...]
    body: int


def find_head(lines: tuple[Line, ...]) -> Head:
    kind = _kind_line(lines)
    if kind is None:
        return Head(None, (), _body_without_kind(lines))
    title = _title_lines(lines, _after_kind(lines, kind))
    behind = title[-1] + 1 if title else _after_kind(lines, kind)
    return Head(kind, title, _body_start(lines, behind))


def is_appendix_heading(line: Line) -> bool:
    text = line.text
    is_short = len(text) < 30 or text.isupper()
    return bool(APPENDIX.match(text)) and is_short and not text.rstrip().endswith((";", ",", ".")) and not line.in_table


def begins_body(text: str) -> bool:
    """Whether running text begins: a basis, an addressee, or the first unit."""
    marker = read_marker(text[opening_quote(text) :])
    is_unit = marker is not None and marker.style in _UNITS and marker.order == 1
    return is_unit or bool(BASIS.match(text) or ADDRESSEE.match(text))


def is_enacting(lines: tuple[Line, ...], index: int) -> bool:
    """ "QUYẾT ĐỊNH:" before the first unit; a scanner's colon behind the kind ("QUYÉT ĐỊNH :") has a title below it."""
    if not ENACTING.match(lines[index].text):
        return False
    following = (read_marker(line.text) for line in lines[index + 1 : index + 3])
    return any(marker is not None and marker.style in _UNITS for marker in following)


def _kind_line(lines: tuple[Line, ...]) -> int | None:
    """The line of the kind: alone, else a line in capitals that begins with it ("LUẬT DỮ LIỆU")."""
    begun: int | None = None
    for index, line in enumerate(lines[:HEAD_LINES]):
        if line.in_table or is_enacting(lines, index):
            continue
        is_alone = kind_of_line(line.text) is not None or is_appendix_heading(line)
        if is_alone:
            return index
        if begins_body(line.text):
            break
        is_begun = kind_at_start(line.text) is not None and not NUMBER_WORD.match(line.text)
        if begun is None and is_begun:
            begun = index
    return begun


def _after_kind(lines: tuple[Line, ...], kind: int) -> int:
    """The first line of the title, behind the line that names who issues ("CỦA BAN THƯỜNG VỤ …")."""
    if not _stands_alone(lines[kind]):
        return kind
    index = kind + 1
    while index < len(lines) and _stands_above_title(lines, index):
        index += 1
    return index


def _stands_above_title(lines: tuple[Line, ...], index: int) -> bool:
    """Who issues, or the meeting that decides ("HỘI NGHỊ LẦN THỨ …" above "về …")."""
    text = lines[index].text
    behind = lines[index + 1].text if index + 1 < len(lines) else ""
    is_meeting = bool(_MEETING.match(text)) and behind[:1].islower()
    return bool(RULE.match(text)) or is_of_authority(text) or is_meeting


def _stands_alone(line: Line) -> bool:
    """Whether the line holds the kind and no title; "NGHỊ ĐỊNH CỦA CHÍNH PHỦ" names who issues besides."""
    begun = kind_at_start(line.text)
    is_with_authority = begun is not None and is_of_authority(line.text[begun[1] :].strip())
    return kind_of_line(line.text) is not None or is_appendix_heading(line) or is_with_authority


def _title_lines(lines: tuple[Line, ...], first: int) -> tuple[int, ...]:
    """The lines of the title: while they keep their manner and nothing else begins."""
    found: list[int] = []
    index = first
    while index < min(len(lines), first + TITLE_LINES) and not _ends_title(lines, first, index):
        found.append(index)
        index += 1
    if found and (behind := _behind_stamp(lines, found[-1])) is not None:
        found.append(behind)
    return tuple(found)


def _behind_stamp(lines: tuple[Line, ...], last: int) -> int | None:
    """A title that a stamp interrupts (its quotation mark is still open): the line that goes on behind the stamp."""
    text = lines[last].text
    if text.count("“") <= text.count("”"):
        return None
    for index in range(last + 1, min(last + 4, len(lines))):
        if lines[index].text[:1].islower() and "”" in lines[index].text:
            return index
    return None


def _ends_title(lines: tuple[Line, ...], first: int, index: int) -> bool:
    line = lines[index]
    text = line.text
    if line.in_table or is_frame_line(text) or BASIS.match(text) or ADDRESSEE.match(text) or ATTACHED_TO.match(text):
        return True
    goes_on = index > first and _goes_on(lines[index - 1].text, text)
    if is_authority(text) and not (goes_on and _last_word(lines[index - 1].text) not in _UNIT_WORDS):
        return True
    if begins_body(text) and not text.isupper():
        return True
    if index == first:
        return not _looks_like_title(line)
    is_same = _same_manner(lines[index - 1], line)
    return not (is_same or goes_on)


def _looks_like_title(line: Line) -> bool:
    text = line.text
    is_opening = bool(OPENING.match(text)) and not line.strong
    ends_like_text = text.rstrip(" *")[-1:] in ".;:," and not text.isupper() and not line.strong
    return bool(SUBJECT.match(text)) or not ((is_opening and ends_like_text) or (ends_like_text and len(text) > 300))


def _goes_on(before: str, text: str) -> bool:
    """A title that is broken into paragraphs: the line before ends in a small word, or this one begins low."""
    is_sentence = bool(OPENING.match(text)) and text.rstrip(" *")[-1:] in ".;:"
    is_open = _last_word(before) in _SMALL_WORDS and not is_sentence
    return is_open or text[:1].islower()


def _last_word(text: str) -> str:
    return text.rstrip(" *").rsplit(" ", 1)[-1].lower()


def _same_manner(before: Line, line: Line) -> bool:
    both_capital = before.text.isupper() and line.text.isupper()
    both_strong = before.strong and line.strong and before.text.isupper() == line.text.isupper()
    return both_capital or both_strong


def _body_start(lines: tuple[Line, ...], title_end: int) -> int:
    index = title_end
    while index < len(lines) and not lines[index].in_table and _belongs_to_head(lines, index):
        index += 1
    return index


def _belongs_to_head(lines: tuple[Line, ...], index: int) -> bool:
    text = lines[index].text
    if begins_body(text):
        return False
    is_attached = bool(ATTACHED_TO.match(text)) or (index > 0 and _open_bracket(lines[index - 1].text))
    return is_frame_line(text) or is_authority(text) or is_attached or _in_stamp(lines, index)


def _open_bracket(text: str) -> bool:
    return text.startswith("(") and ")" not in text


def _in_stamp(lines: tuple[Line, ...], index: int) -> bool:
    """A short line right before a stamp's date ("HUYỆN ỦY …", "Số: 563")."""
    near = lines[index + 1 : index + 4]
    return len(lines[index].text) < 60 and any(STAMP_DATE.match(line.text) for line in near)


def _body_without_kind(lines: tuple[Line, ...]) -> int:
    """An official letter: the body begins with its addressee; else behind the last line of a letterhead."""
    head = lines[:HEAD_LINES]
    for index, line in enumerate(head):
        if ADDRESSEE.match(line.text):
            return index
    last = max(
        (index for index, line in enumerate(head[:20]) if is_frame_line(line.text) and not line.in_table), default=-1
    )
    begun = next((index for index, line in enumerate(head) if begins_body(line.text)), len(lines))
    return min(last + 1, begun) if last >= 0 else 0
