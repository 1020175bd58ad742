"""Whether a printed line goes on in the next one.

A paragraph is cut by the width of the page, by the end of the page, or by a word processor that wraps the lines of a
saved page. What begins a unit, a bullet, a header or a signature is never joined to what stands before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.letters import UPPER
from ingest.markers import Style, begins_unit, is_citation, read_marker
from ingest.model import SourceLine

# Share of the usual line width from which a line counts as full: proportional type varies by about this much.
FULL_LINE_SHARE = 0.85
# The width is a high percentile, not the maximum: single overlong lines (addresses, tables) say nothing.
WIDTH_PERCENTILE = 0.9
SHORTEST_WIDTH = 30

_ENDS_SENTENCE = re.compile(r"[.;:!?…][”\"’)\]*]*$|\./\.?[,;]?$")
# Words that no paragraph ends with: prepositions, conjunctions, articles of number.
_ENDS_OPEN = re.compile(
    r"(?:[,(\-–]|\b(?:của|và|với|các|những|về|cho|từ|đến|tại|trong|theo|là|được|bị|do|để|bởi|hoặc|hay|như|trên|dưới|số|"
    r"ngày|tháng|năm|khoản|điểm|Điều|Luật|Nghị|Bộ|Ủy|tỉnh|thành|một|mỗi|không|phải|có|ở|khi|nhằm))$"
)
_FRAME = re.compile(
    r"(?:CỘNG H[ÒO][ÀA]?A? XÃ HỘI|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM|Số\s*:|Số\s+\d{1,6}\s*[-/]|N[ơo]i nh[ậa]n|K[íi]nh g[ửu]i|"
    rf"(?:T/M|K/T|T/L|TM|KT|TL|TUQ)[./ ]+[{UPPER}]{{2,}}|Q\. ?[{UPPER}]{{3,}}|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC)\b|"
    r"QUY[ẾÉEÊ]T [ĐÐD][ỊI]NH|QUYẾT NGHỊ|CHỈ THỊ\b|NGHỊ QUYẾT\b|NGHỊ ĐỊNH\b|THÔNG TƯ\b|KẾ HOẠCH$|PHỤ LỤC\b|SAO LỤC|SAO Y|"
    r"Ngày\s*:|Chuyển\s*:|(?:Ký bởi|Người ký|Cơ quan|Email|Thời gian ký)\s*:|Căn cứ\b|Theo đề nghị\b|Xét đề nghị\b|Đã ký|\(Đã ký|[^\W\d]+(?: [^\W\d]+){0,3}, ngày\b)"
)
_LONE_FRAME_BEFORE = re.compile(
    r"(?:Độc lập\s*[-–].*|[Ss]ố\s*:?\s*\S{1,30}|.{2,30}, ngày .{1,6} tháng .{1,6} năm \d{4}|-{3,}|_{3,}|\*|"
    r"QUYẾT ĐỊNH:?|CHỈ THỊ|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ|THÔNG BÁO|KẾ HOẠCH|QUY ĐỊNH|HƯỚNG DẪN|CÔNG ĐIỆN|LUẬT)$"
)


_NUMBER_WORD_ALONE = re.compile(r"(?:Luật |LUẬT )?[Ss]ố\s*:?$")
_CUT_FROM_NUMBER = re.compile(r"\b(?:số|ngày|tháng|năm|khoản|Điều|điều|Mục|mục|Chương|và|đến|thứ|từ|là|hơn|trên|dưới)$")


@dataclass(frozen=True, slots=True)
class Manner:
    """How this file sets its lines: `width` in characters, and whether empty lines part its paragraphs."""

    width: int
    gaps_part_paragraphs: bool


def manner_of(lines: list[SourceLine]) -> Manner:
    """Measures the printed lines (those that the file does not call whole paragraphs)."""
    printed = [line for line in lines if not line.whole and line.text.strip()]
    if not printed:
        return Manner(SHORTEST_WIDTH, True)
    lengths = sorted(len(line.text) for line in printed)
    width = max(SHORTEST_WIDTH, lengths[int((len(lengths) - 1) * WIDTH_PERCENTILE)])
    starts = [line for line in printed if begins_unit(line.text)]
    parted = sum(line.blank_before for line in starts)
    return Manner(width, gaps_part_paragraphs=parted * 2 > len(starts))


def goes_on(so_far: str, last: SourceLine, following: SourceLine, manner: Manner) -> bool:
    """Whether `following` continues the paragraph `so_far`, whose last printed line is `last`."""
    text = following.text.strip()
    if last.whole or following.whole or following.heading_level or last.heading_level:
        return False
    if _NUMBER_WORD_ALONE.match(so_far):
        return True
    if _is_marker_alone(so_far):
        return not following.blank_before and not begins_unit(text)
    if last.runs_on and not following.blank_before:
        return True
    if _FRAME.match(text) or _LONE_FRAME_BEFORE.match(so_far.strip()):
        return False
    before = so_far.rstrip()
    ends_sentence = bool(_ENDS_SENTENCE.search(before))
    is_cut = following.blank_before or following.page != last.page
    if begins_unit(text):
        return not is_cut and not ends_sentence and _is_wrapped_number(before, text)
    ends_open = bool(_ENDS_OPEN.search(before))
    if is_cut:
        return _goes_on_over_gap(before, text, ends_sentence=ends_sentence, ends_open=ends_open)
    if before.isupper() and text.isupper():
        return last.bold == following.bold
    if before.isupper() and len(text) > 3 and not ends_open:
        return False
    if _begins_low(text) or ends_open:
        return True
    is_full = len(last.text) + 1 + len(text.split(" ", 1)[0]) > manner.width * FULL_LINE_SHARE
    return (manner.gaps_part_paragraphs and not ends_sentence) or is_full


def _goes_on_over_gap(before: str, text: str, *, ends_sentence: bool, ends_open: bool) -> bool:
    """Over an empty line or page end only what cannot be two paragraphs is joined."""
    is_cut_open = ends_open and not before.endswith((",", "-", "–"))
    return not ends_sentence and not before.isupper() and (_begins_low(text) or is_cut_open)


def _begins_low(text: str) -> bool:
    return text[:1].islower() or text[:1] in ",;.)”%"


def _is_wrapped_number(before: str, text: str) -> bool:
    """ "… Thông tư số" / "01-2020 …", "khoản 3" / "Điều 16 Nghị định …": a number that the line end cut from its word."""
    marker = read_marker(text)
    is_cut_number = text[:1].isdigit() and bool(_CUT_FROM_NUMBER.search(before))
    return is_cut_number or (marker is not None and is_citation(marker, text))


def _is_marker_alone(so_far: str) -> bool:
    """ "1." or "Điều 2." alone on its line, the words on the next. "Chương II" stands alone by custom."""
    marker = read_marker(so_far)
    return marker is not None and marker.end >= len(so_far) and bool(marker.closer) and marker.style > Style.SUBSECTION
