"""Values that the steps of reading hand to each other. Steps import these and `kb`, never one another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kb.model import Anchor, ArrivalStamp, CertifiedCopy, Fact, Field, Notice

# Called with (done, total, unit) while a long file is read: (3, 24, "trang").
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line or paragraph as the file has it, NFC, without line breaks.

    `whole` is True when the file says that this is a whole paragraph (a Word paragraph); False for a printed line
    that may go on in the next. `blank_before` says that the file leaves a gap before it. Marks (bold …) as the file
    tells; a format that does not tell leaves them False. `line` is the 1-based line of a text file. `runs_on` is True
    when the file says that the next line belongs to this one (an emphasis that is still open at the line's end).
    """

    text: str
    page: int | None = None
    line: int | None = None
    whole: bool = False
    blank_before: bool = False
    bold: bool = False
    italic: bool = False
    centred: bool = False
    heading_level: int | None = None
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell; `text` keeps paragraph breaks as newlines. A merged cell is given once, with its spans."""

    text: str
    column_span: int = 1
    row_span: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as the file has it: rows of cells, with the page and line where each row begins."""

    rows: tuple[tuple[SourceCell, ...], ...]
    row_pages: tuple[int | None, ...] = ()
    row_lines: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a reader gives: blocks in reading order. `format` is "txt", "md", "docx", "pdf", "ocr", …"""

    format: str
    blocks: tuple[SourceLine | SourceTable, ...]
    page_count: int | None = None
    encoding: str | None = None
    notices: tuple[Notice, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the laid-out text, `text[start:end]`, joined over line and page ends; no newline inside.

    Paragraphs are separated by one newline each. A table row is one paragraph (`table`, `row` say which), its cells
    joined by " | ".
    """

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    centred: bool = False
    heading_level: int | None = None
    table: int | None = None
    row: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a laid-out row: its span in the text and the columns it covers, [first, last]."""

    start: int
    end: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Row:
    start: int
    end: int
    cells: tuple[Cell, ...]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the laid-out text. `columns` are the names that its header row prints (empty: it has none);
    `header_rows` counts the rows, from the first, that are headers. A table that goes on over a page end is one."""

    start: int
    end: int
    columns: tuple[str, ...]
    header_rows: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class LaidText:
    """The one text of a document with its paragraphs, tables and the map back to the file."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    anchors: tuple[Anchor, ...]
    notices: tuple[Notice, ...] = ()

    def page_at(self, offset: int) -> int | None:
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor.offset) - 1
        return self.anchors[index].page if index >= 0 else None


class RegionKind(StrEnum):
    """What a stretch of the text is. Regions follow each other and together cover the whole text."""

    CHROME = "chrome"
    LETTERHEAD = "letterhead"
    STAMP = "stamp"
    TITLE = "title"
    BODY = "body"
    SIGNATURE = "signature"
    RECIPIENTS = "recipients"
    COPY = "copy"
    ATTACHMENT = "attachment"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch [start, end) of the text. An attachment has the `label` that its path begins with ("Phụ lục I",
    "Kèm theo") and the `title` it prints."""

    kind: RegionKind
    start: int
    end: int
    label: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What the frame of a document says: facts, stamps, and which stretch of the text is what."""

    facts: Mapping[Field, Fact]
    regions: tuple[Region, ...]
    copy: CertifiedCopy | None = None
    arrival_stamp: ArrivalStamp | None = None
    recipients: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
