"""What other offices put on a document: the arrival stamp and the certified copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ingest.header.casing import in_running_case
from ingest.header.frame import Frame
from ingest.header.kinds import kind_of_line
from ingest.header.lines import COPY_KIND, MOTTO, NUMBER_WORD, PLACE_AND_DATE, STAMP_DATE, STAMP_WORD, is_authority
from ingest.header.numbers import to_date
from ingest.header.organs import is_bare, split_organs
from ingest.header.paragraphs import Line
from ingest.header.signature import read_recipients, read_signatures
from kb.model import ArrivalStamp, CertifiedCopy
from kb.number import find_numbers
from kb.text import collapse

_FORWARDED = re.compile(r"Chuyển\s*:\s*(?P<to>.*)")
# Lines of a stamp stand within this distance of its date, each short.
_STAMP_LINES = 3
_STAMP_WIDTH = 60


def arrival_span(frame: Frame) -> tuple[int, int] | None:
    """Lines of the arrival stamp in the head: around a line "Ngày: d/m/yyyy"."""
    for index, line in enumerate(frame.head_lines):
        if STAMP_DATE.match(line.text):
            first, last = index, index + 1
            while first > 0 and _is_stamp(frame, first - 1, index):
                first -= 1
            while last < frame.head.body and _is_stamp(frame, last, index) and not _is_below_stamp(frame, last):
                last += 1
            return first, last
    return None


def _is_stamp(frame: Frame, index: int, date_index: int) -> bool:
    text = frame.lines[index].text
    is_of_head = index in frame.head.title or index == frame.head.kind or kind_of_line(text) or MOTTO.search(text)
    is_near = abs(index - date_index) <= _STAMP_LINES and len(text) < _STAMP_WIDTH
    return is_near and not is_of_head and not PLACE_AND_DATE.match(text)


def _is_below_stamp(frame: Frame, index: int) -> bool:
    """The stamp names its office above its number; an authority below the date begins the letterhead."""
    return is_authority(frame.lines[index].text)


def read_arrival_stamp(frame: Frame, text: str) -> ArrivalStamp | None:
    span = arrival_span(frame)
    if span is None:
        return None
    lines = frame.lines[span[0] : span[1]]
    numbers = (line.text[match.end() :].strip() for line in lines if (match := NUMBER_WORD.match(line.text)))
    forwarded = (match["to"].strip(" .…_") for line in lines if (match := _FORWARDED.match(line.text)))
    offices = [line.text for line in lines if _names_office(line.text)]
    return ArrivalStamp(
        issuer=in_running_case(collapse(offices[0]), text) if offices else None,
        number=collapse(next(numbers, "")) or None,
        arrived_on=_stamp_date(lines),
        forwarded_to=next(forwarded, "") or None,
        start=lines[0].start,
        end=lines[-1].end,
    )


def _names_office(text: str) -> bool:
    """Whose stamp it is; the word "ĐẾN" says what it is."""
    return text.isupper() and not NUMBER_WORD.match(text) and not STAMP_WORD.match(text)


def _stamp_date(lines: Sequence[Line]) -> date | None:
    return next((to_date(*match.groups()) for line in lines if (match := STAMP_DATE.match(line.text))), None)


def read_copy(frame: Frame, text: str) -> CertifiedCopy | None:
    """The certified copy behind the signature, with its own number, date, signer and recipients."""
    if frame.closing.copy is None:
        return None
    lines = frame.lines[frame.closing.copy[0] : frame.closing.copy[1]]
    kind_at = next(index for index, line in enumerate(lines) if COPY_KIND.match(line.text))
    dated = next((match for line in lines if (match := PLACE_AND_DATE.search(line.text))), None)
    signatures = read_signatures(lines[kind_at + 1 :])
    signature = signatures[0] if signatures else None
    organs = split_organs(" ".join(line.text for line in lines[:kind_at] if line.text.isupper()))
    return CertifiedCopy(
        kind=collapse(lines[kind_at].text.strip(" *")).capitalize(),
        number=_copy_number(lines),
        issued_on=to_date(dated["day"], dated["month"], dated["year"]) if dated else None,
        issuer=_copying_organ(organs, text),
        place=dated["place"].strip() if dated else None,
        signer=signature.signer if signature else None,
        signer_title=in_running_case(signature.office, text) if signature and signature.office else None,
        recipients=read_recipients(lines),
        start=lines[0].start,
        end=lines[-1].end,
    )


def _copying_organ(organs: Sequence[str], text: str) -> str | None:
    """The last body of the copy's letterhead; one that its parent alone names, with the parent."""
    if not organs:
        return None
    own = in_running_case(organs[-1], text)
    is_named_by_parent = len(organs) > 1 and is_bare(organs[-1])
    return f"{own} {in_running_case(organs[-2], text)}" if is_named_by_parent else own


def _copy_number(lines: Sequence[Line]) -> str | None:
    for line in lines:
        found = find_numbers(line.text) if NUMBER_WORD.match(line.text) else []
        if found:
            return str(found[0].number)
    return None
