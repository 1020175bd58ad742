"""Two columns that frame a document (letterhead, signature): lines side by side without drawn borders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.model import SourceCell, SourceTable
from ingest.readers.page_words import PrintedLine

# Points: the white between the columns of a letterhead is at least this wide.
_LEAST_GUTTER = 9.0
# Points: what stands left of the gutter is a column, not the numbers of a list.
_LEAST_COLUMN = 50.0
# Letters in each column.
_LEAST_LETTERS = 6
# Lines with both columns, or lines in all: a single wide gap is a badly justified line.
_LEAST_BESIDE = 2
_LEAST_LINES = 3
# Of the line height: a larger gap between lines ends the frame.
_LARGEST_GAP = 5.0
_LARGEST_GAP_IN_PARAGRAPH = 0.75
# Of the line height: what begins the text stands apart from a letterhead by more.
_GAP_ABOVE_TEXT = 2.0
# Points: a line begins at the margin when it is this near to it.
_MARGIN = 5.0
# Points: a lone line whose middle is this near to that of the text is a title below the letterhead.
_CENTRE = 25.0
# A line with more wide gaps is letters set apart or the row of a table, not two columns.
_MOST_GAPS = 6
# Of the longest line.
_LONG_LINE = 0.8


@dataclass(frozen=True, slots=True)
class Frame:
    """Lines [start, end) that a gutter parts."""

    start: int
    end: int
    gutter: tuple[float, float]


def find_frames(lines: Sequence[PrintedLine]) -> list[Frame]:
    frames: list[Frame] = []
    middle = _middle(lines) if lines else 0.0
    at = 0
    while at < len(lines):
        frame = _frame_from(lines, at, frames[-1].end if frames else 0, middle)
        if frame is None:
            at += 1
        else:
            frames.append(frame)
            at = frame.end
    return frames


def _frame_from(lines: Sequence[PrintedLine], at: int, earliest: int, middle: float) -> Frame | None:
    """The frame whose first line with both columns is this one."""
    best: Frame | None = None
    wide = [gap for gap in lines[at].gaps() if gap[1] - gap[0] >= _LEAST_GUTTER]
    for gap in wide if len(wide) <= _MOST_GAPS else ():
        frame = _widened(lines, at, gap, earliest, middle)
        is_better = best is None or frame.end - frame.start > best.end - best.start
        if is_better and _is_frame(lines, frame):
            best = frame
    return best


def _widened(lines: Sequence[PrintedLine], at: int, gap: tuple[float, float], earliest: int, middle: float) -> Frame:
    start, end, gutter = at, at + 1, gap
    while end < len(lines) and (narrowed := _narrowed(lines[end - 1], lines[end], gutter, middle)) is not None:
        if _begins_text(lines, at, end):
            break
        gutter = narrowed
        end += 1
    while start > earliest and (narrowed := _narrowed(lines[start], lines[start - 1], gutter, middle)) is not None:
        gutter = narrowed
        start -= 1
    while start < at and start > 0 and _goes_on(lines[start - 1], lines[start]):
        start += 1
    return Frame(start, end, gutter)


def _begins_text(lines: Sequence[PrintedLine], first: int, at: int) -> bool:
    """A lone line behind a gap that begins at the margin of the text, where no line of the columns began."""
    line, margin = lines[at], min(line.left for line in lines)
    is_apart = line.top - lines[at - 1].bottom > _GAP_ABOVE_TEXT * line.height
    is_alone = len(line.segments(_LEAST_GUTTER)) == 1
    begins_at_margin = line.left - margin < _MARGIN
    is_set_in = all(before.left - margin >= _MARGIN for before in lines[first:at])
    return is_apart and is_alone and begins_at_margin and is_set_in


def _middle(lines: Sequence[PrintedLine]) -> float:
    """The middle of the printed area: that of its long lines, for specks at the edges widen the others."""
    widest = max(line.right - line.left for line in lines)
    long_ones = [line for line in lines if line.right - line.left >= widest * _LONG_LINE]
    return median((line.left + line.right) / 2 for line in long_ones)


def _goes_on(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether a line stands so near under another that it is the end of its paragraph."""
    return following.top - line.bottom < _LARGEST_GAP_IN_PARAGRAPH * line.height


def _narrowed(
    line: PrintedLine, following: PrintedLine, gutter: tuple[float, float], middle: float
) -> tuple[float, float] | None:
    """The gutter that both lines leave white; None where the second runs over it, stands in the middle of the text
    (a title) or too far away."""
    distance = max(following.top - line.bottom, line.top - following.bottom)
    if distance > _LARGEST_GAP * line.height:
        return None
    segments = following.segments(_LEAST_GUTTER)
    is_title = len(segments) == 1 and abs(sum(segments[0]) / 2 - middle) < _CENTRE
    left, right = gutter
    for start, end in segments:
        if end <= left or start >= right:
            continue
        if start > left and end < right:
            return None
        left, right = (end, right) if start <= left else (left, start)
    return None if is_title or right - left < _LEAST_GUTTER else (left, right)


def _is_frame(lines: Sequence[PrintedLine], frame: Frame) -> bool:
    chosen = lines[frame.start : frame.end]
    left, right = list(_side(chosen, frame, True)), list(_side(chosen, frame, False))
    beside = len(left) + len(right) - len(chosen)
    is_long_enough = beside >= _LEAST_BESIDE or len(chosen) >= _LEAST_LINES
    return is_long_enough and _is_column(left) and _is_column(right)


def _is_column(lines: Sequence[PrintedLine]) -> bool:
    if not lines or lines[0].words[0].text[0].islower():
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    return width >= _LEAST_COLUMN and sum(map(str.isalpha, "".join(line.text for line in lines))) >= _LEAST_LETTERS


def read_frame(lines: Sequence[PrintedLine], frame: Frame) -> SourceTable:
    """One row of two cells, each with its lines."""
    chosen = lines[frame.start : frame.end]
    cells = tuple(_cell(list(_side(chosen, frame, is_left))) for is_left in (True, False))
    return SourceTable((cells,), (chosen[0].page,), (None,))


def _side(lines: Sequence[PrintedLine], frame: Frame, is_left: bool) -> Iterator[PrintedLine]:
    middle = sum(frame.gutter) / 2
    for line in lines:
        words = tuple(word for word in line.words if (word.right <= middle) is is_left)
        if words:
            yield PrintedLine(words, line.page)


def _cell(lines: Sequence[PrintedLine]) -> SourceCell:
    return SourceCell("\n".join(line.text for line in lines), bold=all(line.bold for line in lines))
