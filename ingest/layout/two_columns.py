"""Recipients and signature set side by side with spaces, as a plain text keeps them: read column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.markers import read_bullet
from ingest.model import SourceLine, SourceTable

_BEGINS = re.compile(r"\s*N[ơo]i\s+nh[ậa]n\s*:?\s{3,}\S")
_GAP = re.compile(r"(?<=\S)\s{3,}(?=\S)")
# Recipients beside a signature are no more lines than this, each short.
MOST_LINES = 40
LONGEST_LINE = 120

Blocks = list[SourceLine | SourceTable]


def part_columns(blocks: Sequence[SourceLine | SourceTable]) -> Blocks:
    """The blocks, with the left column of such a closing part before the right one."""
    parted: Blocks = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, SourceLine) and not block.whole and _BEGINS.match(block.text):
            left, right, index = _columns(blocks, index)
            parted += [*left, *right]
        else:
            parted.append(block)
            index += 1
    return parted


def _columns(blocks: Sequence[SourceLine | SourceTable], first: int) -> tuple[Blocks, Blocks, int]:
    left: Blocks = []
    right: Blocks = []
    index = first
    while index < min(len(blocks), first + MOST_LINES):
        line = blocks[index]
        if not isinstance(line, SourceLine) or len(line.text) > LONGEST_LINE:
            break
        parts = _GAP.split(line.text.strip(), maxsplit=1)
        if len(parts) == 2:
            left.append(replace(line, text=parts[0]))
            right.append(replace(line, text=parts[1], blank_before=True))
        else:
            column = left if read_bullet(line.text.strip()) else right
            column.append(line)
        index += 1
    return left, right, index
