"""Markdown in its two forms: pages written as Markdown, and pages saved from legal sites (see `flattened`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from ingest.model import Progress, SourceCell, SourceLine, SourceTable, SourceText
from ingest.readers.clean import clean, split_lines
from ingest.readers.emphasis import Emphasis
from ingest.readers.encodings import decode
from ingest.readers.flattened import is_flattened, read_flattened
from ingest.readers.plain import slip_notices
from kb.settings import Settings

_HEADING = re.compile(r"\s{0,8}(#{1,6})\s+(.*?)(?:\s+#+)?\s*")
_RULE_ROW = re.compile(r"\s*\|?(?:\s*:?-{1,}:?\s*\|)+\s*:?-*:?\s*")
_CELL_END = re.compile(r"(?<!\\)\|")
_BULLET = re.compile(r"^(\s*)[*+]\s+(?=\S)")
_FENCE = re.compile(r"\s*(?:```|~~~)\S*\s*")
_QUOTE = re.compile(r"^\s{0,3}>\s?")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(data: bytes, path: Path, settings: Settings, progress: Progress | None = None) -> SourceText:
    decoded = decode(data, path)
    lines = split_lines(decoded.text)
    blocks = read_flattened(lines) if is_flattened(lines) else read_markdown(lines)
    return SourceText("md", tuple(blocks), encoding=decoded.encoding, notices=slip_notices(decoded))


def read_markdown(lines: Sequence[str]) -> list[SourceLine | SourceTable]:
    """Blocks of ordinary Markdown. Lines stay printed lines; a heading is a whole paragraph."""
    blocks: list[SourceLine | SourceTable] = []
    emphasis = Emphasis()
    blank = False
    at = 0
    while at < len(lines):
        if end := _table_end(lines, at):
            blocks.append(_table(lines, at, end))
            emphasis.reset()
            at, blank = end, True
            continue
        raw = lines[at]
        at += 1
        if _FENCE.fullmatch(raw):
            continue
        if not raw.strip():
            blank = True
            emphasis.reset()
            continue
        if line := _line(raw, at, blank, emphasis):
            blocks.append(line)
            blank = False
    return blocks


def _line(raw: str, number: int, blank: bool, emphasis: Emphasis) -> SourceLine | None:
    heading = _HEADING.fullmatch(raw)
    raw = _QUOTE.sub("", heading[2] if heading else _BULLET.sub(r"\1- ", raw, count=1), count=1)
    marked = emphasis.read(_BREAK.sub(" ", raw))
    if not marked.text:
        return None
    level = len(heading[1]) if heading else None
    return SourceLine(
        marked.text,
        line=number,
        whole=heading is not None,
        blank_before=blank or heading is not None,
        bold=marked.bold,
        italic=marked.italic,
        heading_level=level,
        runs_on=marked.runs_on and heading is None,
    )


def _table_end(lines: Sequence[str], at: int) -> int | None:
    """Where the pipe table ends that begins at this line; None where none begins."""
    if "|" not in lines[at] or at + 1 >= len(lines) or not _RULE_ROW.fullmatch(lines[at + 1]):
        return None
    end = at + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip():
        end += 1
    return end


def _table(lines: Sequence[str], start: int, end: int) -> SourceTable:
    numbers = [start, *range(start + 2, end)]
    rows = tuple(_row(lines[number]) for number in numbers)
    return SourceTable(rows, (None,) * len(rows), tuple(number + 1 for number in numbers))


def _row(raw: str) -> tuple[SourceCell, ...]:
    inner = raw.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(_cell(part) for part in _CELL_END.split(inner))


def _cell(raw: str) -> SourceCell:
    emphasis = Emphasis()
    marked = [emphasis.read(part) for part in _BREAK.split(raw)]
    lines = [line for line in marked if line.text]
    return SourceCell(
        clean_join(lines_text=[line.text for line in lines]), bold=bool(lines) and all(x.bold for x in lines)
    )


def clean_join(lines_text: Sequence[str]) -> str:
    return "\n".join(clean(text) for text in lines_text)
