"""The regions of a document, which follow each other and cover its whole text."""

from __future__ import annotations

from ingest.header.attached import Attached
from ingest.header.casing import in_running_case
from ingest.header.frame import Frame
from ingest.header.head import APPENDIX
from ingest.header.lines import KIT, RECIPIENTS, RULE, STAMP_WORD, is_signature_start
from ingest.header.stamps import arrival_span
from ingest.markers import read_bullet
from ingest.model import Region, RegionKind

_TITLE_LINES = 6


def read_regions(frame: Frame, text: str) -> tuple[Region, ...]:
    kinds = _Kinds(frame)
    labels = {attached.first: attached for attached in frame.attached}
    regions: list[Region] = []
    for index, line in enumerate(frame.lines):
        kind = kinds.of(index)
        if regions and regions[-1].kind is kind and index not in labels:
            continue
        start = line.start if regions else 0
        if regions:
            last = regions[-1]
            regions[-1] = Region(last.kind, last.start, start, last.label, last.title)
        attached = labels.get(index)
        title = _attached_title(frame, attached, text) if attached else None
        regions.append(Region(kind, start, len(text), attached.label if attached else None, title))
    return tuple(regions)


class _Kinds:
    """The kind of each line's region; asked in order of the lines."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.stamp = arrival_span(frame)
        self.closing = RegionKind.SIGNATURE

    def of(self, index: int) -> RegionKind:
        frame = self.frame
        notes = frame.closing.notes
        copy = frame.closing.copy
        if notes is not None and index >= notes:
            return RegionKind.NOTES
        if copy and copy[0] <= index < copy[1]:
            return RegionKind.COPY
        if index >= frame.main_end:
            return RegionKind.ATTACHMENT
        if index >= frame.closing.end:
            return RegionKind.NOTES if index >= frame.head.body else self._of_head(index)
        if index >= frame.closing.first:
            return self._of_closing(index)
        return RegionKind.BODY if index >= frame.head.body else self._of_head(index)

    def _of_head(self, index: int) -> RegionKind:
        text = self.frame.lines[index].text
        in_stamp = self.stamp is not None and self.stamp[0] <= index < self.stamp[1]
        if in_stamp or KIT.match(text) or STAMP_WORD.match(text):
            return RegionKind.STAMP
        kind = self.frame.head.kind
        return RegionKind.TITLE if kind is not None and index >= kind else RegionKind.LETTERHEAD

    def _of_closing(self, index: int) -> RegionKind:
        text = self.frame.lines[index].text
        if RECIPIENTS.match(text) or (read_bullet(text) and not RULE.match(text)):
            self.closing = RegionKind.RECIPIENTS
        elif is_signature_start(text):
            self.closing = RegionKind.SIGNATURE
        return self.closing


def _attached_title(frame: Frame, attached: Attached, text: str) -> str | None:
    """The lines in capitals (or bold) under the heading of an attachment, or on its own line."""
    heading = frame.lines[attached.heading].text
    match = APPENDIX.match(heading)
    titles = [heading[match.end() :].strip()] if match and heading[match.end() :].strip() else []
    for line in frame.lines[attached.heading + 1 : attached.heading + 1 + _TITLE_LINES]:
        is_rest_of_bracket = not titles and line.text.endswith(")") and "(" not in line.text
        if is_rest_of_bracket:
            continue
        is_title = (line.text.isupper() or line.strong) and not line.in_table and not line.text.startswith("(")
        if not is_title:
            break
        titles.append(line.text)
    return in_running_case(" ".join(titles), text) or None
