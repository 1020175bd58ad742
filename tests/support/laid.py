"""Texts and tables as the readers hand them on, laid out: for tests of the steps behind the readers."""

from __future__ import annotations

from pathlib import Path

from ingest.header import read_header
from ingest.layout import lay_out
from ingest.model import Header, LaidText, SourceCell, SourceLine, SourceTable, SourceText
from ingest.structure import read_structure
from kb.model import Provision


def lines_of(text: str, page: int | None = None) -> list[SourceLine]:
    """Printed lines of a plain text; an empty line is a gap before the next."""
    lines: list[SourceLine] = []
    gap = False
    for number, line in enumerate(text.strip("\n").split("\n"), start=1):
        if line.strip():
            lines.append(SourceLine(line.strip(), page=page, line=number, blank_before=gap))
        gap = not line.strip()
    return lines


def table_of(*rows: str, page: int | None = None) -> SourceTable:
    """A table of rows "a | b | c"; "a >2" is a cell over two columns, "a v2" one over two rows."""
    return SourceTable(tuple(tuple(_cell(cell) for cell in row.split("|")) for row in rows), (page,) * len(rows))


def _cell(printed: str) -> SourceCell:
    text, spans = printed.strip(), {">": 1, "v": 1}
    for mark in spans:
        head, _, count = text.rpartition(f" {mark}")
        if head and count.isdigit():
            text, spans[mark] = head, int(count)
    return SourceCell(text, column_span=spans[">"], row_span=spans["v"])


def laid(*blocks: str | SourceLine | SourceTable, form: str = "txt") -> LaidText:
    """Lays texts, lines and tables out as one document."""
    given: list[SourceLine | SourceTable] = []
    for block in blocks:
        given += lines_of(block) if isinstance(block, str) else [block]
    return lay_out(SourceText(form, tuple(given)))


def paragraphs_of(text: LaidText) -> list[str]:
    return text.text.split("\n") if text.text else []


def read_frame_of(text: LaidText) -> tuple[Header, tuple[Provision, ...]]:
    header = read_header(text)
    return header, read_structure(text, header)


def outline_of(text: LaidText) -> list[str]:
    """The paths of the numbered units."""
    return [provision.path for provision in read_frame_of(text)[1] if provision.numbered]


def document_at(path: Path) -> LaidText:
    return laid(path.read_text(encoding="utf-8"))
