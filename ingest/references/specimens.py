"""Examples and forms: numbers that a document about documents shows, and does not cite."""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.model import LaidText

_EXAMPLE = re.compile(r"\s*(?:[-–+]\s*)?Ví\s+dụ(?:\s+\d{1,2})?\s*[:.]", re.IGNORECASE)
_EXAMPLE_AT_END = re.compile(r"[Vv]í\s+dụ(?:\s+\d{1,2})?\s*:\s*\Z")
# An example of a heading or letterhead is short; a paragraph of running text ends it. In characters.
_LONGEST_SPECIMEN_LINE = 160
_NEW_UNIT = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-–+•]|[IVX]+[.-]|Điều\s+\d)\s")


class Specimens:
    """The stretches of a text that are examples."""

    def __init__(self, laid: LaidText) -> None:
        self._spans = _example_spans(laid)
        self._starts = [start for start, _ in self._spans]

    def holds(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._spans[index][1]


def _example_spans(laid: LaidText) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    inside = False
    for paragraph in laid.paragraphs:
        line = laid.text[paragraph.start : paragraph.end]
        begins = bool(_EXAMPLE.match(line))
        is_long = len(line) > _LONGEST_SPECIMEN_LINE and paragraph.table is None
        inside = begins or (inside and not is_long and not _NEW_UNIT.match(line))
        if inside:
            spans.append((paragraph.start, paragraph.end + 1))
        inside = inside or bool(_EXAMPLE_AT_END.search(line[-24:]))
    return spans
