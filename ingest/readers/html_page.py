"""The tags of a web page turned into blocks as they come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ingest.model import SourceCell, SourceLine, SourceTable
from ingest.readers.clean import clean
from ingest.readers.legacy_fonts import LegacyFont, decoded, legacy_font

_SKIPPED = frozenset(
    {"script", "style", "head", "noscript", "template", "svg", "iframe", "select", "textarea", "button", "nav"}
)
_PARAGRAPHS = frozenset(
    {
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "section",
        "article",
        "blockquote",
        "pre",
        "center",
        "dd",
        "dt",
        "dl",
        "hr",
        "form",
        "header",
        "footer",
        "main",
        "aside",
        "figure",
        "figcaption",
        "address",
        "caption",
        "body",
        "html",
        "fieldset",
    }
)
_HEADING = re.compile(r"h([1-6])")
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source"})
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;\"',]+)", re.IGNORECASE)
_WHITE = re.compile(r"\s+")
# Tables nested deeper than this, and tags, are a hostile page.
_DEEPEST = 400
# Lines: a cell with more is the layout of the page, not a table's.
_MOST_LINES_IN_CELL = 40
_MOST_SPAN = 500


@dataclass(slots=True)
class _Look:
    """What a tag changes for the text inside it."""

    tag: str
    bold: bool = False
    italic: bool = False
    centred: bool = False
    heading: int | None = None
    font: LegacyFont | None = None


@dataclass(slots=True)
class _Cell:
    blocks: list[SourceLine | SourceTable] = field(default_factory=list)
    column_span: int = 1
    row_span: int = 1


@dataclass(slots=True)
class _Table:
    rows: list[list[_Cell]] = field(default_factory=list)


class PageReader(HTMLParser):
    """Reads one page: `feed`, `close`, then `blocks`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._looks: list[_Look] = [_Look("")]
        self._skipping: list[str] = []
        self._tables: list[_Table] = []
        self._outside = _Cell()
        self._pieces: list[tuple[str, _Look]] = []
        self._gap = False

    def blocks(self) -> list[SourceLine | SourceTable]:
        self._end_line()
        while self._tables:
            self._end_table()
        return self._outside.blocks

    # --- what HTMLParser calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipping.append(tag)
        if self._skipping:
            return
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._end_line()
        elif tag in _PARAGRAPHS or tag in ("table", "tr", "td", "th") or _HEADING.fullmatch(tag):
            self._end_line()
            self._begin_block(tag, given)
        if tag not in _VOID and len(self._looks) < _DEEPEST:
            self._looks.append(self._look(tag, given))

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.pop()
            return
        if tag in _PARAGRAPHS or tag in ("table", "tr", "td", "th") or _HEADING.fullmatch(tag):
            self._end_line()
            self._gap = self._gap or tag == "p"
        if tag == "table" and self._tables:
            self._end_table()
        for at in range(len(self._looks) - 1, 0, -1):
            if self._looks[at].tag == tag:
                del self._looks[at:]
                break

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            look = self._looks[-1]
            self._pieces.append((decoded(data, look.font) if look.font else data, look))

    # --- lines, cells, tables

    def _begin_block(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table":
            if len(self._tables) < _DEEPEST:
                self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            if not self._tables[-1].rows:
                self._tables[-1].rows.append([])
            spans = (_span(given.get("colspan")), _span(given.get("rowspan")))
            self._tables[-1].rows[-1].append(_Cell([], *spans))

    def _place(self) -> _Cell:
        for table in reversed(self._tables):
            if table.rows and table.rows[-1]:
                return table.rows[-1][-1]
        return self._outside

    def _look(self, tag: str, given: dict[str, str]) -> _Look:
        outer = self._looks[-1]
        style = given.get("style", "")
        face = _FONT.search(style)
        heading = _HEADING.fullmatch(tag)
        name = given.get("face", "").split(",")[0] or (face[1] if face else "")
        return _Look(
            tag,
            bold=outer.bold or tag in ("b", "strong", "th") or heading is not None or bool(_BOLD.search(style)),
            italic=outer.italic or tag in ("i", "em") or bool(_ITALIC.search(style)),
            centred=(
                outer.centred
                or tag == "center"
                or given.get("align", "").lower() == "center"
                or bool(_CENTRED.search(style))
            )
            and given.get("align", "center").lower() in ("center", "middle"),
            heading=int(heading[1]) if heading else outer.heading,
            font=legacy_font(name) if name else outer.font,
        )

    def _end_line(self) -> None:
        pieces, self._pieces = self._pieces, []
        text = clean(_WHITE.sub(" ", "".join(piece for piece, _ in pieces)))
        if not text:
            return
        printed = [look for piece, look in pieces if piece.strip()]
        self._place().blocks.append(
            SourceLine(
                text,
                whole=True,
                blank_before=self._gap,
                bold=all(look.bold for look in printed),
                italic=all(look.italic for look in printed),
                centred=all(look.centred for look in printed),
                heading_level=printed[0].heading,
            )
        )
        self._gap = False

    def _end_table(self) -> None:
        table = self._tables.pop()
        self._place().blocks.extend(_table_blocks(table.rows))


def _span(given: str | None) -> int:
    return (
        min(max(int(given), 1), _MOST_SPAN) if given and given.isascii() and given.isdigit() and len(given) < 5 else 1
    )


def _table_blocks(rows: Sequence[Sequence[_Cell]]) -> list[SourceLine | SourceTable]:
    """A table as such; one that only lays out the page as what its cells hold."""
    cells = [cell for row in rows for cell in row]
    is_layout = max((len(row) for row in rows), default=0) < 2 or any(
        len(cell.blocks) > _MOST_LINES_IN_CELL or any(isinstance(block, SourceTable) for block in cell.blocks)
        for cell in cells
    )
    if is_layout:
        return [block for cell in cells for block in cell.blocks]
    filled = tuple(tuple(_source_cell(cell) for cell in row) for row in rows if any(cell.blocks for cell in row))
    return [SourceTable(filled, (None,) * len(filled), (None,) * len(filled))] if filled else []


def _source_cell(cell: _Cell) -> SourceCell:
    lines = [block for block in cell.blocks if isinstance(block, SourceLine)]
    text = "\n".join(line.text for line in lines)
    return SourceCell(text, cell.column_span, cell.row_span, bold=bool(lines) and all(line.bold for line in lines))
