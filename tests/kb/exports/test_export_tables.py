"""The workbook and the .csv file: typed days, no formulas, Vietnamese that Excel reads."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from kb.errors import StorageFault
from kb.exports import COLUMNS, write_csv, write_workbook
from kb.tasks import RegisteredTask

HEADINGS = [column.heading for column in COLUMNS]


def test_workbook_has_heading_typed_days_and_frozen_panes(entries: list[RegisteredTask], tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write_workbook(entries, tmp_path / "so.xlsx")).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == HEADINGS
    assert len(rows) == 1 + len(entries)
    first = dict(zip(HEADINGS, rows[1], strict=True))
    assert first["Hạn cuối"] == datetime(2025, 12, 30)
    assert first["Ngày ban hành"] == datetime(2025, 5, 6)
    assert first["Nhiệm vụ"] == "Khảo sát đồng ruộng; lập báo cáo, trình duyệt"
    assert first["Thời hạn (nguyên văn)"] == "trước ngày 31/12/2025"
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:N{1 + len(entries)}"
    assert sheet.column_dimensions["B"].width == 50


def test_no_cell_of_the_workbook_is_a_formula(entries: list[RegisteredTask], tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write_workbook(entries, tmp_path / "so.xlsx")).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    dangerous = next(cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith("="))
    assert dangerous.quotePrefix


def test_an_empty_register_is_a_workbook_with_its_heading(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write_workbook([], tmp_path / "rong.xlsx")).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == HEADINGS
    assert sheet.max_row == 1


def test_csv_is_utf8_with_mark_and_keeps_formulas_as_text(entries: list[RegisteredTask], tmp_path: Path) -> None:
    target = write_csv(entries, tmp_path / "so.csv")
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["Hạn cuối"] == "30/12/2025"
    assert rows[1]["Nhiệm vụ"] == '\'=HYPERLINK("http://x")'
    assert rows[1]["Cơ quan phối hợp"] == "'+84; @ai"
    assert rows[2]["Lặp lại"] == "hằng năm"


@pytest.mark.parametrize("write", [write_csv, write_workbook])
def test_a_folder_that_is_not_there_is_named(write: object, entries: list[RegisteredTask], tmp_path: Path) -> None:
    with pytest.raises(StorageFault, match="không ghi được tệp"):
        write(entries, tmp_path / "khong-co" / "so.out")  # type: ignore[operator]


def test_a_failed_write_leaves_the_old_file_and_no_rest(
    entries: list[RegisteredTask], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "so.csv"
    target.write_text("cũ", encoding="utf-8")

    def full_disk(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(StorageFault, match="No space left"):
        write_csv(entries, target)
    assert target.read_text(encoding="utf-8") == "cũ"
    assert [path.name for path in tmp_path.iterdir()] == ["so.csv"]


def test_days_are_dates_not_texts(entries: list[RegisteredTask], tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write_workbook(entries, tmp_path / "so.xlsx")).active
    assert sheet is not None
    cell = sheet["F2"]
    assert isinstance(cell.value, date)
    assert cell.number_format == "dd/mm/yyyy"
