"""The register as a .csv file that Excel opens in Vietnamese: UTF-8 with its mark, days as 31/12/2025."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from kb.exports.atomic import write_bytes
from kb.exports.rows import COLUMNS, Value, task_rows
from kb.tasks import RegisteredTask

# A spreadsheet takes a cell that begins so for a formula; an apostrophe keeps it text.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(entries: Iterable[RegisteredTask], target: Path) -> Path:
    """Writes the tasks to a .csv file, whole or not at all. Raises StorageFault when it cannot be written."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(column.heading for column in COLUMNS)
    for values in task_rows(entries):
        writer.writerow(_text(value) for value in values)
    return write_bytes(target, buffer.getvalue().encode("utf-8-sig"))


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    text = str(value).replace("\x00", "")
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
