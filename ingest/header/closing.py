"""The closing part: recipients and signature behind the last words of the body, and a certified copy behind them."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.header.head import is_appendix_heading
from ingest.header.kinds import kind_of_line
from ingest.header.lines import (
    COPY_KIND,
    FOOTNOTE,
    KIT,
    MOTTO,
    NUMBER_WORD,
    PLACE_AND_DATE,
    RECIPIENTS,
    RULE,
    is_authority,
    is_signature_start,
)
from ingest.header.noisy import noisy_appendix
from ingest.header.paragraphs import Line
from ingest.header.signature import ends_with_name, is_name_line, is_signed_mark
from ingest.markers import Marker, Style, read_bullet, read_marker

# Recipients and signature together are rarely longer than this many lines.
CLOSING_LINES = 120
# How far behind a candidate the next number of each series is looked for.
_LOOK_AHEAD = 400
# Between the authority that is signed for and the name stand an office, "Đã ký", an electronic signature.
_NAME_WITHIN = 8
# A line of recipients or of a signature is no longer than this; a longer one is text.
_LONGEST_LINE = 160
_SERIES = (Style.CHAPTER, Style.ROMAN, Style.ARTICLE, Style.NUMBER, Style.DOTTED)


@dataclass(frozen=True, slots=True)
class Closing:
    """Lines [first, end) of recipients and signature, `copy` of a certified copy, footnotes from `notes` on."""

    first: int
    end: int
    copy: tuple[int, int] | None
    notes: int | None


def find_closing(lines: tuple[Line, ...], body: int) -> Closing:
    """The first signature (or recipients) behind which the numbers of the body do not go on."""
    markers = [None if line.in_table else read_marker(line.text) for line in lines]
    notes = next((i for i in range(len(lines) - 1, body, -1) if FOOTNOTE.match(lines[i].text)), None)
    copy_at = next((i for i in range(body + 1, len(lines)) if COPY_KIND.match(lines[i].text)), None)
    last: dict[tuple[Style, str], int] = {}
    for index in range(body, len(lines)):
        marker = markers[index]
        if marker is not None:
            last[marker.style, marker.prefix] = marker.order
        elif index > body and _is_candidate(lines, index) and not _goes_on_behind(markers, last, index):
            return _closing_from(lines, body, index, notes, copy_at)
    end = notes if notes is not None else len(lines)
    return Closing(end, end, None, notes)


def _is_candidate(lines: tuple[Line, ...], index: int) -> bool:
    """Recipients, or an authority or office with a name below (the name of an authority alone opens nothing)."""
    line = lines[index]
    if line.in_table:
        return False
    if RECIPIENTS.match(line.text):
        return True
    behind = lines[index : index + _NAME_WITHIN]
    has_name = any(is_name_line(near.text) or ends_with_name(near.text) for near in behind)
    is_last = index + _NAME_WITHIN >= len(lines)
    return is_signature_start(line.text) and (has_name or is_last)


def _goes_on_behind(markers: list[Marker | None], last: dict[tuple[Style, str], int], index: int) -> bool:
    """Whether a series of the body (`last` numbers before the candidate) continues behind it: it stands within a text
    about form, as a sample."""
    seen: set[tuple[Style, str]] = set()
    for marker in markers[index : index + _LOOK_AHEAD]:
        if marker is None or marker.style not in _SERIES or (marker.style, marker.prefix) in seen:
            continue
        seen.add((marker.style, marker.prefix))
        if marker.order > 1 and last.get((marker.style, marker.prefix)) == marker.order - 1:
            return True
        if marker.order == 1:
            return False
    return False


def _closing_from(
    lines: tuple[Line, ...], body: int, candidate: int, notes: int | None, copy_at: int | None
) -> Closing:
    first = _with_recipients_before(lines, body, candidate)
    limit = min(notes if notes is not None else len(lines), len(lines))
    copy: tuple[int, int] | None = None
    if copy_at is not None and candidate < copy_at < limit:
        copy = (_letterhead_of_copy(lines, candidate, copy_at), limit)
        limit = copy[0]
    end = _signature_end(lines, candidate, limit)
    return Closing(first, end, copy, notes)


def _with_recipients_before(lines: tuple[Line, ...], body: int, candidate: int) -> int:
    """Recipients that lost their heading ("- Thủ tướng …; - Lưu: VT") stand before the signature."""
    first = candidate - 1 if _names_second_signer(lines, candidate - 1) and candidate - 1 > body else candidate
    while first - 1 > body and RULE.match(lines[first - 1].text):
        first -= 1
    index = first
    while index - 1 > body and read_bullet(lines[index - 1].text):
        index -= 1
    has_file_copy = any("Lưu:" in line.text or "Lưu VT" in line.text for line in lines[index:first])
    return index if has_file_copy else first


def _letterhead_of_copy(lines: tuple[Line, ...], candidate: int, copy_at: int) -> int:
    first = copy_at
    while first - 1 > candidate and _is_of_letterhead(lines[first - 1].text):
        first -= 1
    return first


def _is_of_letterhead(text: str) -> bool:
    is_frame = bool(MOTTO.search(text) or NUMBER_WORD.match(text) or RULE.match(text) or PLACE_AND_DATE.match(text))
    return is_frame or (text.isupper() and not is_signature_start(text))


def _signature_end(lines: tuple[Line, ...], candidate: int, limit: int) -> int:
    """Past the last signer's name and the recipients, whichever stands behind."""
    has_name = False
    for index in range(candidate, min(limit, candidate + CLOSING_LINES)):
        line = lines[index]
        is_second = has_name and _names_second_signer(lines, index)
        ends = _ends_closing(line, has_name=has_name) or noisy_appendix(lines, index) is not None
        if index > candidate and not is_second and ends:
            return index
        has_name = has_name or (index > candidate and (is_name_line(line.text) or ends_with_name(line.text)))
    return min(limit, candidate + CLOSING_LINES)


def _names_second_signer(lines: tuple[Line, ...], index: int) -> bool:
    """The other body of a joint document, its office below it."""
    is_office_below = index + 1 < len(lines) and is_signature_start(lines[index + 1].text)
    return is_office_below and is_authority(lines[index].text)


def _ends_closing(line: Line, *, has_name: bool) -> bool:
    text = line.text
    if line.in_table or MOTTO.search(text) or is_appendix_heading(line) or kind_of_line(text):
        return True
    marker = read_marker(text)
    is_unit = marker is not None and marker.style in (*_SERIES, Style.PART) and marker.order == 1
    is_listed = bool(RECIPIENTS.match(text) or read_bullet(text) or RULE.match(text) or KIT.match(text))
    is_signing = is_signature_start(text) or is_name_line(text) or is_signed_mark(text)
    if is_unit and not is_listed:
        return True
    if has_name:
        return not is_listed and not is_signing
    return len(text) > _LONGEST_LINE and not is_listed
