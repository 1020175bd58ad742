"""Corrections beside a document: read, checked, applied over what was read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.corrections import checked_correction, is_corrections_file, load_corrections, with_corrections
from kb.errors import UnreadableFile
from kb.model import Document, Fact, Field

GOOD = """
corrections:
  - {field: number, value: 19-CT/TU, reason: bản chụp không in số, by: Văn thư, at: 2026-01-02}
  - {field: issued_on, value: 2022-05-18, reason: theo sổ văn bản, by: Văn thư, at: 2026-01-02}
"""


@pytest.fixture
def document_file(tmp_path: Path) -> Path:
    file = tmp_path / "van-ban.txt"
    file.write_text("nội dung", encoding="utf-8")
    return file


def beside(document: Path, text: str) -> Path:
    path = document.with_name(document.name + ".yaml")
    path.write_text(text, encoding="utf-8")
    return path


def test_none_without_a_file(document_file: Path) -> None:
    assert load_corrections(document_file) == ()


def test_values_dates_and_reasons_are_read(document_file: Path) -> None:
    path = beside(document_file, GOOD)
    number, issued_on = load_corrections(document_file)
    assert (number.field, number.value, number.reason) == (Field.NUMBER, "19-CT/TU", "bản chụp không in số")
    assert (issued_on.value, issued_on.at) == ("2022-05-18", date(2026, 1, 2))
    assert is_corrections_file(path)
    assert not is_corrections_file(document_file)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("corrections: [", "không đọc được"),
        ("- một", "danh sách"),
        (GOOD.replace("field: number", "field: so"), "mục 1"),
        (GOOD.replace("2022-05-18", "18/5/2022"), "mục 2"),
        (GOOD.replace("by: Văn thư, ", ""), "đúng các khóa"),
    ],
)
def test_a_wrong_file_is_named_with_the_entry(document_file: Path, text: str, fault: str) -> None:
    path = beside(document_file, text)
    with pytest.raises(UnreadableFile, match=fault) as caught:
        load_corrections(document_file)
    assert str(path) in str(caught.value)


def test_a_correction_wins_and_the_reading_stays() -> None:
    document = Document("d", "f", "0", "txt", "", {Field.KIND: Fact("Quyết định", "title-line")})
    corrected = with_corrections(
        document, [checked_correction(Field.KIND, "Quy định", "nhầm loại", "Văn thư", date(2026, 1, 2))]
    )
    assert corrected.kind == "Quy định"
    assert corrected.is_corrected(Field.KIND)
    assert corrected.facts[Field.KIND].value == "Quyết định"
    assert not corrected.is_corrected(Field.NUMBER)


def test_a_correction_can_say_that_there_is_no_such_fact() -> None:
    document = Document("d", "f", "0", "txt", "", {Field.NUMBER: Fact("563", "header")})
    corrected = with_corrections(
        document, [checked_correction(Field.NUMBER, None, "là số đến", "Văn thư", date(2026, 1, 2))]
    )
    assert corrected.number is None


def test_a_reason_is_owed() -> None:
    with pytest.raises(ValueError, match="lý do"):
        checked_correction(Field.NUMBER, "1/QĐ", "  ", "Văn thư", date(2026, 1, 2))
