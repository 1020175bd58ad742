"""Texts that a document issues with itself: appendices, and plans or regulations "ban hành kèm theo"."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.header.closing import Closing
from ingest.header.head import APPENDIX, ATTACHED_TO, is_appendix_heading, is_enacting
from ingest.header.kinds import kind_at_start, kind_of_line
from ingest.header.lines import MOTTO, RULE, is_authority, is_signature_start
from ingest.header.noisy import noisy_appendix
from ingest.header.paragraphs import Line

# Between the heading of an attachment and its "(Kèm theo …)" stand a title of a few lines and a letterhead.
ATTACHED_WITHIN = 10
_LETTERHEAD_LINES = 8


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment from line `first` on (its letterhead), its heading at `heading`, the `label` of its path."""

    first: int
    heading: int
    label: str


def find_attachments(lines: tuple[Line, ...], body: int, closing: Closing) -> tuple[Attached, ...]:
    """In order. Behind the signature where there is one; a heading inside the body is none then."""
    has_signature = closing.first < closing.end
    start = closing.end if has_signature else body + 1
    limit = closing.notes if closing.notes is not None else len(lines)
    found: list[Attached] = []
    for index in range(start, limit):
        line = lines[index]
        in_copy = closing.copy is not None and index >= closing.copy[0]
        if line.in_table or in_copy or (found and index <= found[-1].heading):
            continue
        label = _attachment_label(lines, index, within_appendix=bool(found) and found[-1].label != "Kèm theo")
        if label:
            found.append(Attached(_with_letterhead(lines, index, start), index, label))
    return tuple(found)


def label_of(text: str) -> str | None:
    """The label of an appendix as its path shows it ("Phụ lục II"); None when the line is no heading of one."""
    match = APPENDIX.match(text)
    if match is None:
        return None
    return f"Phụ lục {match['label']}" if match["label"] else "Phụ lục"


def _attachment_label(lines: tuple[Line, ...], index: int, *, within_appendix: bool) -> str | None:
    line = lines[index]
    if is_appendix_heading(line):
        return label_of(line.text)
    if noisy := noisy_appendix(lines, index):
        return noisy
    if within_appendix or is_enacting(lines, index):
        return None
    is_kind = kind_of_line(line.text) is not None or (line.text.isupper() and kind_at_start(line.text) is not None)
    following = lines[index + 1 : index + ATTACHED_WITHIN]
    return "Kèm theo" if is_kind and any(ATTACHED_TO.match(near.text) for near in following) else None


def _with_letterhead(lines: tuple[Line, ...], index: int, start: int) -> int:
    """The letterhead printed above the heading of an attachment belongs to it."""
    first = index
    while first > start and index - first < _LETTERHEAD_LINES:
        text = lines[first - 1].text
        is_letterhead = MOTTO.search(text) or (is_authority(text) and not is_signature_start(text)) or RULE.match(text)
        if not is_letterhead:
            break
        first -= 1
    return first
