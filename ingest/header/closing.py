"""The closing part: recipients and signature behind the last words of the body, and a certified copy behind them."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.header.lines import ADOPTED, COPY_KIND, FOOTNOTE, KIT, RECIPIENTS, RULE, SIGNED_FOR, is_signature_start
from ingest.header.paragraphs import Line
from ingest.header.signature import is_name_line
from ingest.markers import Marker, Style, read_bullet, read_marker

# Recipients and signature together are rarely longer than this many lines.
CLOSING_LINES = 120
# How far behind a candidate the next number of each series is looked for.
_LOOK_AHEAD = 400
_SERIES = (Style.CHAPTER, Style.ROMAN, Style.ARTICLE, Style.NUMBER, Style.DOTTED)


@dataclass(frozen=True, slots=True)
class Closing:
    """Lines [first, end) of recipients and signature; `copy` [first, end) of a certified copy; footnotes from `notes`."""

    first: int
    end: int
    copy: tuple[int, int] | None
    notes: int | None


def find_closing(lines: tuple[Line, ...], body: int) -> Closing:
    """The first signature (or recipients) behind which the numbers of the body do not go on."""
    markers = [None if line.in_table else read_marker(line.text) for line in lines]
    notes = next((i for i in range(len(lines) - 1, body, -1) if FOOTNOTE.match(lines[i].text)), None)
    copy_at = next((i for i in range(body + 1, len(lines)) if COPY_KIND.match(lines[i].text)), None)
    for index in range(body + 1, len(lines)):
        if markers[index] is None and _is_candidate(lines[index]) and not _goes_on_behind(markers, body, index):
            return _closing_from(lines, body, index, notes, copy_at)
    end = notes if notes is not None else len(lines)
    return Closing(end, end, None, notes)


def _is_candidate(line: Line) -> bool:
    return not line.in_table and bool(RECIPIENTS.match(line.text) or is_signature_start(line.text))


def _goes_on_behind(markers: list[Marker | None], body: int, index: int) -> bool:
    """Whether a series of the body continues behind the candidate (a sample signature within a text about form)."""
    last: dict[tuple[Style, str], int] = {}
    for marker in markers[body:index]:
        if marker and marker.style in _SERIES:
            last[marker.style, marker.prefix] = marker.order
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
    """Recipients that lost their heading ("- Thủ tướng …; - Lưu: VT") and the note of adoption stand before the signature."""
    first = candidate
    while first - 1 > body and (ADOPTED.search(lines[first - 1].text) or RULE.match(lines[first - 1].text)):
        first -= 1
    index = first
    while index - 1 > body and read_bullet(lines[index - 1].text):
        index -= 1
    has_file_copy = any("Lưu:" in line.text or "Lưu VT" in line.text for line in lines[index:first])
    return index if has_file_copy else first


def _letterhead_of_copy(lines: tuple[Line, ...], candidate: int, copy_at: int) -> int:
    first = copy_at
    while first - 1 > candidate and lines[first - 1].text.isupper() and not is_signature_start(lines[first - 1].text):
        first -= 1
    return first


def _signature_end(lines: tuple[Line, ...], candidate: int, limit: int) -> int:
    """Past the last signer's name and the recipients, whichever stands behind."""
    end = candidate + 1
    has_name = False
    for index in range(candidate, min(limit, candidate + CLOSING_LINES)):
        text = lines[index].text
        is_frame = bool(
            RECIPIENTS.match(text) or read_bullet(text) or RULE.match(text) or KIT.match(text) or SIGNED_FOR.match(text)
        )
        is_short = len(text) < 80 and not lines[index].in_table
        if has_name and not is_frame and not is_signature_start(text) and not is_name_line(text):
            break
        if not is_frame and not is_short and has_name:
            break
        has_name = has_name or (is_name_line(text) and index > candidate)
        end = index + 1
    return end
