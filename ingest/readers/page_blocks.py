"""A page's words and drawn lines as blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ingest.model import SourceLine, SourceTable
from ingest.readers.page_chrome import without_chrome, without_signature_lines
from ingest.readers.page_frames import find_frames, read_frame
from ingest.readers.page_grid import Grid, find_grids, read_grid
from ingest.readers.page_words import Page, PrintedLine, Word, printed_lines

# Of the usual distance between lines: a larger one is a gap that the author left.
_GAP = 1.35
# Points: a line is centred where its middle is this near to that of the text, and it leaves more white at both sides.
_CENTRE = 12.0
_LEAST_INDENT = 25.0
# Points: the first line of a paragraph is set in by more (Decree 30/2020/NĐ-CP, Appendix I: 1 cm or 1.27 cm).
_LEAST_FIRST_INDENT = 8.0
# Of the line height: the narrowest space between words.
_SPACE = 0.2
_SENTENCE_ENDS = ".;:!?/”"


def page_blocks(pages: Sequence[Page]) -> Iterator[SourceLine | SourceTable]:
    """Printed lines, ruled tables and the two-column frames of all pages, without what the printer added."""
    grids = [find_grids(page.rules, from_picture=page.recognised) for page in pages]
    held = [
        [[word for word in page.words if grid.holds(word)] for grid in found]
        for page, found in zip(pages, grids, strict=True)
    ]
    lines = [
        printed_lines([word for word in page.words if not any(grid.holds(word) for grid in found)], page.number)
        for page, found in zip(pages, grids, strict=True)
    ]
    kept = without_chrome(
        [without_signature_lines(page_lines) for page_lines in lines], [page.height for page in pages]
    )
    for page, found, words, page_lines in zip(pages, grids, held, kept, strict=True):
        yield from _blocks(page, found, words, page_lines)


def _blocks(
    page: Page, grids: Sequence[Grid], held: Sequence[Sequence[Word]], lines: Sequence[PrintedLine]
) -> Iterator[SourceLine | SourceTable]:
    done = 0
    for grid, words in zip(grids, held, strict=True):
        end = done
        while end < len(lines) and lines[end].top < grid.top:
            end += 1
        yield from _text(lines[done:end], page)
        done = end
        if (table := read_grid(grid, words, page.number)) is not None:
            yield table
    yield from _text(lines[done:], page)


def _text(lines: Sequence[PrintedLine], page: Page) -> Iterator[SourceLine | SourceTable]:
    done = 0
    for frame in find_frames(lines):
        yield from _source_lines(lines[done : frame.start], page)
        yield read_frame(lines, frame)
        done = frame.end
    yield from _source_lines(lines[done:], page)


def _source_lines(lines: Sequence[PrintedLine], page: Page) -> Iterator[SourceLine]:
    if not lines:
        return
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    middle = (left + right) / 2 if right - left > page.width / 2 else page.width / 2
    steps = [after.middle - before.middle for before, after in pairwise(lines)]
    usual = median(steps) if steps else 0.0
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        yield SourceLine(
            line.text,
            page=line.page,
            blank_before=at > 0 and steps[at - 1] > usual * _GAP,
            bold=line.bold,
            italic=line.italic,
            centred=_is_centred(line, left, right, middle),
            runs_on=following is not None and steps[at] <= usual * _GAP and _runs_on(line, following, left, right),
        )


def _is_centred(line: PrintedLine, left: float, right: float, middle: float) -> bool:
    is_indented = line.left - left > _LEAST_INDENT and right - line.right > _LEAST_INDENT
    return is_indented and abs((line.left + line.right) / 2 - middle) < _CENTRE


def _runs_on(line: PrintedLine, following: PrintedLine, left: float, right: float) -> bool:
    """Whether the line was broken off at the margin: the next begins without indent with a word that had no room.

    A sentence that ends there tells nothing, for the next paragraph may begin without indent as well.
    """
    first = following.words[0]
    had_no_room = line.right + line.height * _SPACE + (first.right - first.left) > right
    begins_at_margin = following.left - left < _LEAST_FIRST_INDENT
    return had_no_room and begins_at_margin and line.text[-1] not in _SENTENCE_ENDS
