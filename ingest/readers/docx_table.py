"""A Word table: rows of cells with their spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.model import SourceCell, SourceLine, SourceTable
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_paragraph import read_paragraph
from ingest.readers.docx_style import Styles
from ingest.readers.ooxml import Element, child, number, value, w

_MOST_COLUMNS = 200


@dataclass(slots=True)
class _Cell:
    """A cell while its table is read: `column` is where it begins; `goes_on` continues the cell above."""

    cell: SourceCell
    column: int
    goes_on: bool


def read_table(element: Element, styles: Styles, numbering: Numbering) -> SourceTable | None:
    """The table, or None where no cell has text. Tables inside cells give their text to the cell."""
    rows = [list(_row(row, styles, numbering)) for row in _children(element, "tr")]
    rows = [row for row in rows if row]
    if not any(cell.cell.text for row in rows for cell in row):
        return None
    _join_downward(rows)
    cells = tuple(tuple(cell.cell for cell in row if not cell.goes_on) for row in rows)
    return SourceTable(cells, (None,) * len(cells), (None,) * len(cells))


def _children(element: Element, name: str) -> Iterator[Element]:
    for item in element:
        if item.tag == w(name):
            yield item
        elif item.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("ins")):
            yield from _children(item, name)


def _row(element: Element, styles: Styles, numbering: Numbering) -> Iterator[_Cell]:
    properties = child(element, "trPr")
    if child(properties, "del") is not None:
        return
    column = min(number(child(properties, "gridBefore")), _MOST_COLUMNS)
    if column:
        yield _Cell(SourceCell("", column_span=column), 0, False)
    for item in _children(element, "tc"):
        cell_properties = child(item, "tcPr")
        span = min(max(number(child(cell_properties, "gridSpan"), default=1), 1), _MOST_COLUMNS)
        merge = child(cell_properties, "vMerge")
        goes_on = merge is not None and (value(merge) or "continue") == "continue"
        lines = [] if goes_on else list(_lines(item, styles, numbering))
        text = "\n".join(line.text for line in lines)
        cell = SourceCell(text, column_span=span, bold=bool(lines) and all(line.bold for line in lines))
        yield _Cell(cell, column, goes_on)
        column += span


def _lines(element: Element, styles: Styles, numbering: Numbering) -> Iterator[SourceLine]:
    for item in element:
        if item.tag == w("p"):
            yield from read_paragraph(item, styles, numbering)
        elif item.tag == w("tbl"):
            for row in _children(item, "tr"):
                for cell in _children(row, "tc"):
                    yield from _lines(cell, styles, numbering)
        elif item.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("ins")):
            yield from _lines(item, styles, numbering)


def _join_downward(rows: list[list[_Cell]]) -> None:
    """Adds the rows that go on below a cell to its row span."""
    open_cells: dict[int, _Cell] = {}
    for row in rows:
        for cell in row:
            above = open_cells.get(cell.column)
            if cell.goes_on and above is not None and above.cell.column_span == cell.cell.column_span:
                above.cell = replace(above.cell, row_span=above.cell.row_span + 1)
            else:
                cell.goes_on = False
                open_cells[cell.column] = cell
        reached = {cell.column for cell in row}
        open_cells = {column: cell for column, cell in open_cells.items() if column in reached}
