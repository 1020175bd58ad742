"""Where the parts of a document begin and end, in lines (paragraphs of the laid text)."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.header.attached import Attached, find_attachments, label_of
from ingest.header.closing import Closing, find_closing
from ingest.header.head import Head, find_head, is_appendix_heading
from ingest.header.paragraphs import Line
from ingest.model import LaidText


@dataclass(frozen=True, slots=True)
class Frame:
    """Head, body [head.body, closing.first), closing, then a certified copy, attachments or notes."""

    lines: tuple[Line, ...]
    head: Head
    closing: Closing
    attached: tuple[Attached, ...]

    @property
    def main_end(self) -> int:
        """The line after the main document (its attachments begin there)."""
        return self.attached[0].first if self.attached else len(self.lines)

    @property
    def head_lines(self) -> tuple[Line, ...]:
        return self.lines[: self.head.body]

    @property
    def body_lines(self) -> tuple[Line, ...]:
        return self.lines[self.head.body : self.closing.first]

    @property
    def closing_lines(self) -> tuple[Line, ...]:
        return self.lines[self.closing.first : self.closing.end]


def read_frame(laid: LaidText) -> Frame:
    lines = tuple(
        Line(laid.text[p.start : p.end], p.start, p.end, p.bold or p.heading_level is not None, p.table is not None)
        for p in laid.paragraphs
    )
    head = find_head(lines)
    is_appendix = head.kind is not None and is_appendix_heading(lines[head.kind])
    closing = Closing(len(lines), len(lines), None, None) if is_appendix else find_closing(lines, head.body)
    attached = find_attachments(lines, head.body, closing)
    if attached and closing.first > attached[0].first:
        closing = Closing(attached[0].first, attached[0].first, None, None)
    if is_appendix and attached:
        attached = (_first_appendix(lines, head), *attached)
    return Frame(lines, head, closing, attached)


def _first_appendix(lines: tuple[Line, ...], head: Head) -> Attached:
    """A file of several appendices: each, the first too, is one with a label of its own."""
    assert head.kind is not None
    return Attached(head.body, head.kind, label_of(lines[head.kind].text) or "Phụ lục")
