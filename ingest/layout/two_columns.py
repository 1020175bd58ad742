"""Parts set in two columns with spaces, as a plain text keeps them: read column by column.

A letterhead has its motto on the right (Decree 30/2020/NĐ-CP, Appendix I; 36-HD/VPTW for the Party's "ĐẢNG CỘNG SẢN
VIỆT NAM"), a closing part its signature beside the recipients, a joint document one signature beside the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.letters import LOWER, UPPER
from ingest.markers import read_bullet
from ingest.model import SourceLine, SourceTable

_BEGINS_RECIPIENTS = re.compile(r"\s*N[ơo]i\s+nh[ậa]n\s*:?\s+\S")
_OFFICE = (
    r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L)[./ ]+[^\W\d_]{2}|"
    r"(?:Q\. ?|PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|TRƯỞNG (?:BAN|PHÒNG))"
)
_NAME = rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,4}}$"
# "- UBND tỉnh (b/c); CHỦ TỊCH", "- Lưu: VT. Lê Văn An".
_LOST_GAP = re.compile(rf"(?<=[;.:,])\s+(?=(?:{_OFFICE})[^{LOWER}]*$)|(?<=[;.])\s+(?={_NAME})")
_MOTTO = (
    r"(?:CỘNG H\S+ XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|[ĐD][ộo]c l[ậa]p\s*[-–].*|"
    r"SAO Y(?: BẢN CHÍNH)?|SAO LỤC|TRÍCH SAO)\s*$"
)
_IS_MOTTO = re.compile(_MOTTO)
_MOTTO_ON_THE_RIGHT = re.compile(rf"\S\s{{3,}}{_MOTTO}")
_DATE_ON_THE_RIGHT = re.compile(r"(?:^|\s{3,})[^\W\d][^,]{1,40},\s*ng[àa]y\b.*$")
# Not the room that a typist left for number and date ("SỐ:    99/1998", "ngày   14   tháng").
_GAP = re.compile(r"(?<=\S)(?<![Ss][ốỐ]:)\s{3,}(?=\S)(?!\d|tháng\b|năm\b)")
# A rule over the page (a certified copy stands below it), a form or an appendix.
_BEHIND_CLOSING = re.compile(r"\s*(?:[-–—_*=]{20,}\s*$|Mẫu số|MẪU SỐ|PHỤ LỤC|Phụ lục)")
# Recipients beside a signature are no more lines than this, each short.
MOST_LINES = 40
LONGEST_LINE = 120
# A letterhead of two columns: a parent body, the body over two lines, a rule, number and date, with empty lines.
MOST_LETTERHEAD_LINES = 12
# Bodies, offices, room to sign, names.
MOST_SIGNATURE_LINES = 12

# Words of a name with a rank before it.
LONGEST_NAME = 7

Blocks = list[SourceLine | SourceTable]


def _is_recipient(text: str) -> bool:
    return read_bullet(text) is not None or text[:1].islower()


def _is_of_body(text: str) -> bool:
    """The body and its number stand left of motto and date."""
    return not _DATE_ON_THE_RIGHT.search(text) and not _IS_MOTTO.match(text)


def part_columns(blocks: Sequence[SourceLine | SourceTable]) -> Blocks:
    """The blocks, with the left column of such a part before the right one."""
    parted: Blocks = []
    index = 0
    while index < len(blocks):
        end = _end_of_columns(blocks, index)
        if end is None:
            parted.append(blocks[index])
            index += 1
            continue
        first = _printed(blocks, index) or ""
        left, right = _columns(blocks[index:end], _is_of_body if _MOTTO_ON_THE_RIGHT.search(first) else _is_recipient)
        parted += [*left, *right]
        index = end
    return parted


def _end_of_columns(blocks: Sequence[SourceLine | SourceTable], first: int) -> int | None:
    """Behind the last line of the two columns that line `first` begins; None when it begins none."""
    text = _printed(blocks, first)
    if text is None or len(_parts(text.strip())) == 1:
        return None
    if _BEGINS_RECIPIENTS.match(text):
        return _short_lines_end(blocks, first)
    if _MOTTO_ON_THE_RIGHT.search(text):
        return _letterhead_end(blocks, first)
    return _signatures_end(blocks, first) if _both(text, str.isupper) else None


def _printed(blocks: Sequence[SourceLine | SourceTable], index: int) -> str | None:
    """The line as the file sets it; None for a table, a whole paragraph, a long line, or past the end."""
    block = blocks[index] if index < len(blocks) else None
    is_line = isinstance(block, SourceLine) and not block.whole and len(block.text) <= LONGEST_LINE
    return block.text if is_line and isinstance(block, SourceLine) else None


def _both(text: str, holds: Callable[[str], bool]) -> bool:
    parts = _GAP.split(text.strip())
    return len(parts) == 2 and all(holds(part) for part in parts)


def _is_name(text: str) -> bool:
    """A person's name, perhaps behind a rank ("Đại tá …")."""
    words = text.split()
    return 2 <= len(words) <= LONGEST_NAME and not text.isupper() and sum(word[0].isupper() for word in words) >= 2


def _short_lines_end(blocks: Sequence[SourceLine | SourceTable], first: int) -> int:
    end = first + 1
    while end < first + MOST_LINES and (text := _printed(blocks, end)) is not None:
        if _MOTTO_ON_THE_RIGHT.search(text) or _BEHIND_CLOSING.match(text) or _begins_other_page(blocks, end):
            break
        end += 1
    return end


def _begins_other_page(blocks: Sequence[SourceLine | SourceTable], index: int) -> bool:
    """The first line of a page on which the recipients do not go on."""
    line, before = blocks[index], blocks[index - 1]
    assert isinstance(line, SourceLine)
    assert isinstance(before, SourceLine)
    goes_on = _is_recipient(line.text.strip()) or len(_parts(line.text.strip())) > 1
    return line.page != before.page and not goes_on


def _letterhead_end(blocks: Sequence[SourceLine | SourceTable], first: int) -> int:
    """Behind the line with the date, or behind the last line with a gap; the number may stand below it."""
    end = first + 1
    for index in range(first + 1, first + MOST_LETTERHEAD_LINES):
        text = _printed(blocks, index)
        if text is None or _BEGINS_RECIPIENTS.match(text):
            break
        if _GAP.search(text.strip()) or _DATE_ON_THE_RIGHT.search(text):
            end = index + 1
        is_number_below = index == end and re.match(r"\s*S[ốỐ]\s*:?\s*\d", text) is not None
        end = index + 1 if is_number_below else end
    return end


def _signatures_end(blocks: Sequence[SourceLine | SourceTable], first: int) -> int | None:
    """Two bodies side by side, two offices, two names; None where no pair of names ends them."""
    names: int | None = None
    for index in range(first + 1, first + MOST_SIGNATURE_LINES):
        text = _printed(blocks, index)
        if text is None or (text.strip() and not _GAP.search(text.strip())):
            break
        if text.strip() and _both(text, _is_name):
            names = index + 1
    return names


def _parts(text: str) -> list[str]:
    """A line taken apart at the gap; a saved page may have lost it between recipient and signature."""
    parts = _GAP.split(text, maxsplit=1)
    return parts if len(parts) == 2 else _LOST_GAP.split(text, maxsplit=1)


def _columns(lines: Sequence[SourceLine | SourceTable], stands_left: Callable[[str], bool]) -> tuple[Blocks, Blocks]:
    """The lines of both columns; one that is alone on its line stands where `stands_left` says."""
    left: Blocks = []
    right: Blocks = []
    for line in lines:
        assert isinstance(line, SourceLine)
        parts = _parts(line.text.strip())
        if len(parts) == 2:
            left.append(replace(line, text=parts[0]))
            right.append(replace(line, text=parts[1], blank_before=True))
        elif line.text.strip():
            column = left if stands_left(line.text.strip()) else right
            column.append(line)
    return left, right
