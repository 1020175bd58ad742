"""Pages that a file may lack: a sentence breaks off at the end of one, and the next begins in the middle of a count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.layout.litter import is_page_number_text
from ingest.markers import Marker, Style, read_bullet, read_marker
from ingest.model import SourceLine, SourceTable
from kb.model import Notice

_ENDS = re.compile(r"[.;:!?…”\"»)\]/]\W*$")
_ROW_NUMBER = re.compile(r"\(?(\d{1,3})[.)]?$")
# Rows of a table, from the first of a page, that are asked for their number (a scan loses some).
_FIRST_ROWS = 3
# A shorter line is a heading, which ends without a mark.
_SHORTEST_SENTENCE = 40

Block = SourceLine | SourceTable


def missing_pages(blocks: Sequence[Block]) -> Iterator[Notice]:
    """A notice for each page before which one may be missing."""
    seen_rows: set[int] = set()
    seen_units: set[tuple[Style, int]] = set()
    before: Block | None = None
    for block in blocks:
        if isinstance(block, SourceLine) and is_page_number_text(block.text):
            continue
        marker = read_marker(block.text) if isinstance(block, SourceLine) else None
        if before is not None and _page(block) != _page(before) and _breaks_off(before):
            number = _first_number(block, marker)
            seen = seen_rows if marker is None else {n for style, n in seen_units if style is marker.style}
            if number is not None and number > 1 and not seen & {number - 1, number}:
                yield _notice(before, block, number)
        if isinstance(block, SourceTable):
            seen_rows.update(number for row in block.rows if row and (number := _row_number(row[0].text)))
        elif marker:
            seen_units.add((marker.style, marker.order))
        before = block


def _notice(before: Block, block: Block, number: int) -> Notice:
    message = (
        f"Có thể thiếu trang: câu cuối trang {_last_page(before)} bỏ dở và trang {_page(block)} bắt đầu ở số {number}. "
        "Hãy đối chiếu với bản gốc và thêm lại tệp đủ trang."
    )
    return Notice("pages-missing", message, page=_page(block))


def _breaks_off(block: Block) -> bool:
    """Whether a line of running text ends in the middle of a sentence."""
    if isinstance(block, SourceTable):
        return False
    text = block.text.strip()
    return len(text) >= _SHORTEST_SENTENCE and not text.isupper() and not _ENDS.search(text)


def _first_number(block: Block, marker: Marker | None) -> int | None:
    """The number with which a page begins: of its first unit, or of the first numbered row of its table."""
    if isinstance(block, SourceTable):
        return next((n for row in block.rows[:_FIRST_ROWS] if row and (n := _row_number(row[0].text))), None)
    is_counted = marker is not None and not read_bullet(block.text) and marker.style is not Style.DOTTED
    return marker.order if marker is not None and is_counted else None


def _row_number(text: str) -> int | None:
    match = _ROW_NUMBER.match(text.strip())
    return int(match[1]) if match else None


def _page(block: Block) -> int | None:
    return block.page if isinstance(block, SourceLine) else next(iter(block.row_pages), None)


def _last_page(block: Block) -> int | None:
    return block.page if isinstance(block, SourceLine) else next(iter(reversed(block.row_pages)), None)
