"""The register as an Excel workbook: days are dates, the heading stays in sight, no text becomes a formula."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from kb.exports.atomic import write_whole
from kb.exports.rows import COLUMNS, Value, task_rows
from kb.tasks import RegisteredTask

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SHEET = "Sổ nhiệm vụ"
_DATE_FORMAT = "dd/mm/yyyy"
_HEADING_ROW = 1
# Points: a line of the font of a new workbook (11), and the tallest row that Excel shows.
_LINE_HEIGHT, _TALLEST_ROW = 16.5, 409.0
# A cell of Excel holds no more characters than this.
_CELL_LIMIT = 32_767


def write_workbook(entries: Iterable[RegisteredTask], target: Path) -> Path:
    """Writes the tasks to an .xlsx file, whole or not at all. Raises StorageFault when it cannot be written."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    if sheet is None:
        sheet = book.create_sheet()
    sheet.title = _SHEET
    _heading(sheet)
    last = _HEADING_ROW
    for last, values in enumerate(task_rows(entries), start=_HEADING_ROW + 1):
        _row(sheet, last, values)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{sheet.cell(row=last, column=len(COLUMNS)).coordinate}"
    _for_printing(sheet)
    return write_whole(target, lambda temporary: book.save(temporary))


def _heading(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(row=_HEADING_ROW, column=number, value=column.heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE7F0")
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.border = Border(left=Side("thin"), right=Side("thin"), top=Side("thin"), bottom=Side("thin"))
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[_HEADING_ROW].height = 2 * _LINE_HEIGHT


def _row(sheet: Worksheet, row: int, values: tuple[Value, ...]) -> None:
    from openpyxl.styles import Alignment, Border, Side

    line = Side("thin", color="999999")
    border = Border(left=line, right=line, top=line, bottom=line)
    for number, value in enumerate(values, start=1):
        cell = sheet.cell(row=row, column=number)
        if isinstance(value, str):
            # Typed as text: "=…", "+…", "-…" and "@…" stay what they are, also when the cell is edited later.
            cell.value = _printable(value)[:_CELL_LIMIT]
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(("=", "+", "-", "@", "\t", "\r"))
        else:
            cell.value = value
        if isinstance(value, date):
            cell.number_format = _DATE_FORMAT
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = border
    sheet.row_dimensions[row].height = _height(values)


def _height(values: tuple[Value, ...]) -> float:
    """The height, in points, that shows the longest cell whole; a file says it, since not every program finds it."""
    lines = max(
        ceil(len(value) / column.width) if isinstance(value, str) else 1
        for value, column in zip(values, COLUMNS, strict=True)
    )
    return min(lines * _LINE_HEIGHT, _TALLEST_ROW)


def _printable(text: str) -> str:
    """Without the control characters that a workbook may not hold."""
    return "".join(character for character in text if character >= " " or character in "\t\n")


def _for_printing(sheet: Worksheet) -> None:
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    # Fourteen columns are read on A3; a printer of A4 makes them smaller.
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, footer=0.3)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="&P/&N"))
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"
