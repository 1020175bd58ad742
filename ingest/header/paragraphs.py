"""A line of the frame: a paragraph of the laid text with its span."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """`strong` when the file prints it bold or as a heading."""

    text: str
    start: int
    end: int
    strong: bool
    in_table: bool
