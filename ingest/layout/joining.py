"""Whether a printed line goes on in the next one.

A paragraph is cut by the width of the page, by the end of the page, or by a word processor that wraps the lines of a
saved page. What begins a unit, a bullet, a header or a signature is never joined to what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.layout.frames import is_alone, names_authority, opens_frame
from ingest.markers import Style, begins_strange_point, begins_unit, is_citation, read_marker
from ingest.model import SourceLine

# Share of the usual line width from which a line counts as full: proportional type varies by about this much.
FULL_LINE = 0.6
# A line that ends with a full stop is taken for the end of its paragraph unless it fills the line.
FULL_LINE_AFTER_STOP = 0.9
# The width is a high percentile, not the maximum: single overlong lines (addresses, tables) say nothing.
WIDTH_PERCENTILE = 0.9
SHORTEST_WIDTH = 30
# In a file that wraps its lines about one in two begins with a small letter; where none does, lines are paragraphs.
CARRIED_SHARE = 0.04
FEWEST_CARRIED = 2
# A file that leaves a gap before nearly every unit leaves one before every paragraph.
STRICT_SHARE = 0.95
FEWEST_STARTS = 5

# A line of capitals this short may be an acronym that a line end cut off ("… của / UBND").
LONGEST_ACRONYM = 8

_ENDS_SENTENCE = re.compile(r"[.;:!?…][”\"’)\]*]*$|\./\.?[,;]?$")
_ENDS_LIST_ITEM = re.compile(r"[;:][”\"’)\]*]*$")
# Words that no paragraph ends with: prepositions, conjunctions, and words that a name or a number must follow.
_ENDS_OPEN = re.compile(
    r"(?:[,(\-–]|\b(?:của|và|với|các|những|về|cho|từ|đến|tại|trong|theo|là|được|bị|do|để|bởi|hoặc|hay|như|trên|dưới|số|"
    r"ngày|tháng|năm|khoản|điểm|tỉnh|một|mỗi|không|phải|có|ở|khi|nhằm|Điều|Luật|Nghị|Quyết|Thông|Chỉ|Bộ|Sở|Cục|Vụ|Ban|Ủy|Uỷ|"
    r"Hội|Chính|Quốc|Trung|Việt|Chủ|Phó|Thủ|Đảng|Tỉnh|Thành|Văn|Ngân|Tổng|Viện|Tòa|Mặt))$"
)
# Over an empty line or a page end only these: other words of the list above end headings and names of persons.
_ENDS_OPEN_OVER_GAP = re.compile(r"(?:,|\b(?:của|và|với|các|những|về|cho|từ|đến|tại|trong|theo|do|để|bởi|hoặc))$")
_ENDS_OPEN_IN_CAPITALS = re.compile(r"(?:,|-|\b(?:CỦA|VÀ|VỚI|TẠI|CHO|DO|VỀ|THUỘC|THEO))$")
_NUMBER_WORD_ALONE = re.compile(r"(?:Luật |LUẬT )?[Ss]ố\s*:?$")
# "giai đoạn 2026" / "- 2030, …": the second half of a span of years or dates, no bullet.
_ENDS_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}$")
_GOES_ON_WITH_YEAR = re.compile(r"[-–—]\s*(?:\d{1,2}/)?(?:19|20)\d{2}(?!\d)")
_CUT_FROM_NUMBER = re.compile(r"\b(?:số|ngày|tháng|năm|khoản|Điều|điều|Mục|mục|Chương|và|đến|thứ|từ|là|hơn|trên|dưới)$")


@dataclass(frozen=True, slots=True)
class Manner:
    """How this file sets its lines: `width` in characters, whether empty lines part its paragraphs (always:
    `parts_strictly`), and whether it wraps paragraphs over lines at all (else each line is one)."""

    width: int
    gaps_part_paragraphs: bool
    wraps: bool
    parts_strictly: bool = False


def manner_of(lines: Iterable[SourceLine]) -> Manner:
    """Measures the printed lines (those that the file does not call whole paragraphs)."""
    printed = [line for line in lines if not line.whole and line.text]
    if not printed:
        return Manner(SHORTEST_WIDTH, gaps_part_paragraphs=True, wraps=False)
    lengths = sorted(len(line.text) for line in printed)
    width = max(SHORTEST_WIDTH, lengths[int((len(lengths) - 1) * WIDTH_PERCENTILE)])
    starts = [line for line in printed if begins_unit(line.text)]
    parted = sum(line.blank_before for line in starts)
    carried = sum(_begins_low(line.text) and not line.blank_before for line in printed)
    wraps = carried >= max(FEWEST_CARRIED, CARRIED_SHARE * len(printed))
    parts_strictly = len(starts) >= FEWEST_STARTS and parted >= STRICT_SHARE * len(starts)
    return Manner(width, gaps_part_paragraphs=parted * 2 > len(starts), wraps=wraps, parts_strictly=parts_strictly)


def goes_on(before: str, last: SourceLine, following: SourceLine, manner: Manner) -> bool:
    """Whether `following` continues the paragraph `before`, whose last printed line is `last`."""
    if last.whole or following.whole or following.heading_level or last.heading_level:
        return False
    is_gap = following.blank_before
    if _NUMBER_WORD_ALONE.match(before):
        return True
    if is_alone(before) or opens_frame(following.text):
        return False
    if _is_marker_alone(before):
        return not is_gap and not begins_unit(following.text)
    is_same_case = before.isupper() == following.text.isupper()
    if last.runs_on and not is_gap and is_same_case:
        return True
    return _continues(before, last, following, manner)


def _continues(before: str, last: SourceLine, following: SourceLine, manner: Manner) -> bool:
    text = following.text
    ends_sentence = bool(_ENDS_SENTENCE.search(before))
    is_cut = following.blank_before or following.page != last.page
    if begins_unit(text):
        is_span_of_years = bool(_ENDS_YEAR.search(before) and _GOES_ON_WITH_YEAR.match(text))
        if is_span_of_years:
            return True
        return not following.blank_before and not ends_sentence and _is_wrapped_number(before, text)
    if is_cut:
        is_cut_open = bool(_ENDS_OPEN_OVER_GAP.search(before)) and not text.isupper()
        is_whole = ends_sentence or before.isupper() or is_alone(text)
        return not is_whole and (_begins_low(text) or is_cut_open)
    if ends_sentence and begins_strange_point(text):
        return False
    ends_open = bool(_ENDS_OPEN.search(before))
    if before.isupper() and text.isupper():
        is_decider = names_authority(text) and not _ENDS_OPEN_IN_CAPITALS.search(before)
        return last.bold == following.bold and not is_decider
    is_list = before.endswith(",")
    is_new_in_capitals = text.isupper() and not before.isupper() and len(text) > LONGEST_ACRONYM and not is_list
    if (before.isupper() and len(text) > LONGEST_ACRONYM and not ends_open) or is_new_in_capitals:
        return False
    is_cut_figure = text[:1].isdigit() and not ends_sentence
    if _begins_low(text) or ends_open or is_cut_figure:
        return True
    if not manner.wraps:
        return False
    if manner.gaps_part_paragraphs:
        is_list_below = before.endswith(":") and manner.parts_strictly
        return not ends_sentence or is_list_below or _is_full(last, text, manner, FULL_LINE_AFTER_STOP)
    if _ENDS_LIST_ITEM.search(before) or last.bold != following.bold:
        return False
    return _is_full(last, text, manner, FULL_LINE_AFTER_STOP if ends_sentence else FULL_LINE)


def _is_full(last: SourceLine, text: str, manner: Manner, share: float) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    return len(last.text) + 1 + len(text.split(" ", 1)[0]) > manner.width * share


def _begins_low(text: str) -> bool:
    return text[:1].islower() or text[:1] in ",;.)”%"


def _is_wrapped_number(before: str, text: str) -> bool:
    """ "Thông tư số" / "01-2020 …", "khoản 3" / "Điều 16 Nghị định …": a number cut from its word by the line end."""
    marker = read_marker(text)
    if marker is None:
        return False
    is_item = marker.style in (Style.NUMBER, Style.DOTTED) and text[marker.end : marker.end + 1].isupper()
    is_cut_number = text[:1].isdigit() and not is_item and bool(_CUT_FROM_NUMBER.search(before))
    return is_cut_number or is_citation(marker, text)


def _is_marker_alone(before: str) -> bool:
    """ "1." or "Điều 2." alone on its line, the words on the next. "Chương II" stands alone by custom."""
    if len(before) > 12:
        return False
    if before in ("-", "–", "+"):
        return True
    marker = read_marker(before)
    return marker is not None and marker.end >= len(before) and bool(marker.closer) and marker.style > Style.SUBSECTION
