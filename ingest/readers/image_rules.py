"""Drawn lines of a scanned page: long dark runs across or down the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.readers.page_words import Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Points, and the share of them that is ink: across, longer than a word and closer than a line of letters; down, longer
# than the tallest letter of a title and shorter than the lowest row of a table. Breaks of a worn print are let pass.
_ACROSS = (40.0, 0.92)
_DOWN = (16.0, 0.85)
# Of 255: ink is darker.
_INK = 180
# Points: longer than the tallest letter of a title, shorter than the lowest row of a table.
# Points: what a slightly turned page moves one line aside over its length.
_DRIFT = 10.0
# Points: gaps between pieces of one line.
_LARGEST_BREAK = 10.0
_MOST_RUNS = 4_000


def image_rules(pixels: NDArray[np.uint8], scale: float) -> tuple[Rule, ...]:
    """The lines of a grey picture, in points; `scale` is pixels a point."""
    ink = pixels < _INK
    across = list(_runs(ink, scale, *_ACROSS))
    down = list(_runs(ink.T, scale, *_DOWN))
    lines = [Rule(start, place, end, place) for place, start, end in _straightened(across)]
    lines += [Rule(place, start, place, end) for place, start, end in _straightened(down)]
    return tuple(lines)


def _runs(
    ink: NDArray[np.bool_], scale: float, shortest: float, least_ink: float
) -> Iterator[tuple[float, float, float]]:
    """(place, start, end) in points of dark runs along the rows."""
    import numpy as np

    length = int(shortest * scale)
    height, width = ink.shape
    if width <= length or height < 3:
        return
    thick = ink.copy()
    thick[1:] |= ink[:-1]
    thick[:-1] |= ink[1:]
    sums = np.zeros((height, width + 1), dtype=np.int32)
    np.cumsum(thick, axis=1, out=sums[:, 1:])
    windows = (sums[:, length:] - sums[:, :-length]) >= least_ink * length
    found = 0
    for row in np.flatnonzero(windows.any(axis=1)):
        starts = np.flatnonzero(windows[row])
        for part in np.split(starts, np.flatnonzero(np.diff(starts) > length) + 1):
            yield float(row) / scale, float(part[0]) / scale, float(part[-1] + length) / scale
            found += 1
            if found >= _MOST_RUNS:
                return


def _straightened(runs: list[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """Runs of one drawn line, which is several pixels thick and may lean, as one straight line."""
    open_lines: list[list[float]] = []
    for place, start, end in sorted(runs):
        line = next((line for line in reversed(open_lines) if _belongs(line, place, start, end)), None)
        if line is None:
            open_lines.append([place, start, end, place])
        else:
            line[1], line[2], line[3] = min(line[1], start), max(line[2], end), place
    for first, start, end, last in open_lines:
        yield (first + last) / 2, start, end


def _belongs(line: list[float], place: float, start: float, end: float) -> bool:
    is_near = place - line[3] <= 1.5 and place - line[0] <= _DRIFT
    return is_near and start <= line[2] + _LARGEST_BREAK and end >= line[1] - _LARGEST_BREAK
