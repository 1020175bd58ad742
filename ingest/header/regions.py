"""The regions of a document, which follow each other and cover its whole text."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.header.frame import Attached, Frame
from ingest.header.lines import KIT, RECIPIENTS, RULE, is_signature_start
from ingest.header.stamps import arrival_span
from ingest.model import Region, RegionKind


def read_regions(frame: Frame, length: int) -> tuple[Region, ...]:
    kinds = [_kind_of(frame, index) for index in range(len(frame.lines))]
    labels = _labels(frame)
    regions: list[Region] = []
    for index, kind in enumerate(kinds):
        start = frame.lines[index].start if index else 0
        if regions and regions[-1].kind is kind and index not in labels:
            continue
        if regions:
            last = regions[-1]
            regions[-1] = Region(last.kind, last.start, start, last.label, last.title)
        attached = labels.get(index)
        title = _attached_title(frame, attached) if attached else None
        regions.append(Region(kind, start, length, attached.label if attached else None, title))
    return tuple(regions)


def _labels(frame: Frame) -> dict[int, Attached]:
    return {attached.first: attached for attached in frame.attached}


def _kind_of(frame: Frame, index: int) -> RegionKind:
    if index >= frame.main_end:
        return RegionKind.ATTACHMENT
    if frame.copy and index >= frame.copy[0]:
        return RegionKind.COPY
    if index >= frame.closing:
        return _kind_of_closing(frame, index)
    if index >= frame.body:
        return RegionKind.BODY
    return _kind_of_head(frame, index)


def _kind_of_head(frame: Frame, index: int) -> RegionKind:
    text = frame.lines[index].text
    stamp = arrival_span(frame)
    if (stamp and stamp[0] <= index < stamp[1]) or KIT.match(text):
        return RegionKind.STAMP
    first, last = frame.title
    if frame.kind is not None and (index == frame.kind or frame.kind <= index < max(first, last) or index > frame.kind):
        return RegionKind.TITLE
    return RegionKind.LETTERHEAD


def _kind_of_closing(frame: Frame, index: int) -> RegionKind:
    for place in range(index, frame.closing - 1, -1):
        text = frame.lines[place].text
        if RECIPIENTS.match(text):
            return RegionKind.RECIPIENTS
        if is_signature_start(text):
            return RegionKind.SIGNATURE
    return RegionKind.SIGNATURE if not RULE.match(frame.lines[index].text) else RegionKind.CHROME


def _attached_title(frame: Frame, attached: Attached) -> str | None:
    """The lines in capitals under the heading of an attachment."""
    return " ".join(_title_lines(frame, attached)) or None


def _title_lines(frame: Frame, attached: Attached) -> Iterator[str]:
    for line in frame.lines[attached.heading + 1 : attached.heading + 6]:
        if not line.text.isupper() or line.in_table:
            return
        yield line.text
