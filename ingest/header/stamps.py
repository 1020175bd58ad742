"""What other offices put on a document: the arrival stamp and the certified copy."""

from __future__ import annotations

import re
from datetime import date

from ingest.header.frame import Frame, Line
from ingest.header.kinds import kind_of_line
from ingest.header.lines import COPY_KIND, NUMBER_WORD, PLACE_AND_DATE, STAMP_DATE
from ingest.header.signature import read_recipients, read_signature
from kb.model import ArrivalStamp, CertifiedCopy
from kb.number import find_numbers
from kb.text import collapse

_FORWARDED = re.compile(r"Chuyển\s*:\s*(?P<to>.*)")


def arrival_span(frame: Frame) -> tuple[int, int] | None:
    """Lines of the arrival stamp in the head: around a line "Ngày: d/m/yyyy"."""
    for index, line in enumerate(frame.lines[: frame.body]):
        if STAMP_DATE.match(line.text):
            first, last = index, index + 1
            while first > 0 and _is_stamp(frame, first - 1, index):
                first -= 1
            while last < frame.body and _is_stamp(frame, last, index):
                last += 1
            return first, last
    return None


def _is_stamp(frame: Frame, index: int, date_index: int) -> bool:
    title_first, title_last = frame.title
    text = frame.lines[index].text
    in_title = title_first <= index < title_last
    is_near = abs(index - date_index) <= 3 and len(text) < 60
    return is_near and not in_title and index != frame.kind and not kind_of_line(text)


def read_arrival_stamp(frame: Frame) -> ArrivalStamp | None:
    span = arrival_span(frame)
    if span is None:
        return None
    lines = frame.lines[span[0] : span[1]]
    numbers = (line.text[match.end() :].strip() for line in lines if (match := NUMBER_WORD.match(line.text)))
    forwarded = (match["to"].strip() for line in lines if (match := _FORWARDED.match(line.text)))
    offices = [line.text for line in lines if line.text.isupper() and not NUMBER_WORD.match(line.text)]
    return ArrivalStamp(
        issuer=_office_name(offices[0]) if offices else None,
        number=collapse(next(numbers, "")) or None,
        arrived_on=_stamp_date(lines),
        forwarded_to=next(forwarded, "") or None,
        start=lines[0].start,
        end=lines[-1].end,
    )


def _stamp_date(lines: tuple[Line, ...]) -> date | None:
    for line in lines:
        match = STAMP_DATE.match(line.text)
        if match:
            try:
                return date(int(match[3]), int(match[2]), int(match[1]))
            except ValueError:
                return None
    return None


def _office_name(printed: str) -> str:
    from ingest.header.casing import in_running_case

    return in_running_case(collapse(printed), "")


def read_copy(frame: Frame) -> CertifiedCopy | None:
    if frame.copy is None:
        return None
    lines = frame.lines[frame.copy[0] : frame.copy[1]]
    kind = next(collapse(line.text.strip(" *")) for line in lines if COPY_KIND.match(line.text))
    number = next((str(f.number) for line in lines if NUMBER_WORD.match(line.text) for f in find_numbers(line.text)), None)
    dated = next((match for line in lines if (match := PLACE_AND_DATE.search(line.text))), None)
    signature = read_signature(list(lines))
    offices = [line.text for line in lines[:3] if line.text.isupper() and not COPY_KIND.match(line.text)]
    return CertifiedCopy(
        kind=kind.capitalize(),
        number=number,
        issued_on=_date_of(dated),
        issuer=_office_name(_issuing(offices)) if offices else None,
        place=dated["place"].strip() if dated else None,
        signer=signature.signer if signature else None,
        signer_title=_office_name(signature.office) if signature and signature.office else None,
        recipients=read_recipients(list(lines)),
        start=lines[0].start,
        end=lines[-1].end,
    )


def _issuing(offices: list[str]) -> str:
    """The office that copies stands under its parent ("ĐẢNG BỘ TỈNH … / HUYỆN ỦY …"), perhaps on one line with it."""
    joined = " ".join(offices)
    match = re.search(r"(?:HUYỆN|TỈNH|THÀNH|QUẬN|THỊ|ĐẢNG) ỦY\b.*$|VĂN PHÒNG.*$|ỦY BAN NHÂN DÂN.*$|SỞ .*$", joined)
    return match[0] if match else offices[-1]


def _date_of(match: re.Match[str] | None) -> date | None:
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
