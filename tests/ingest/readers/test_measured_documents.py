"""The readers on real documents of all kinds; skipped where the measuring material is not at hand."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hostile import faults_of
from pdf_files import Sheet, Text, make_pdf
from reader_files import lines_of, tables_of

from ingest.model import SourceLine, SourceText
from ingest.readers import read
from kb.settings import Settings

IN_PYTHON = (".txt", ".md", ".docx")


def words_of(source: SourceText) -> list[str]:
    parts = [
        block.text if isinstance(block, SourceLine) else " ".join(cell.text for row in block.rows for cell in row)
        for block in source.blocks
    ]
    return re.findall(r"\w+", " ".join(parts).lower())


def test_every_text_of_the_measured_documents_is_sound(shared: Path) -> None:
    files = [path for path in sorted((shared / "documents").rglob("*")) if path.suffix in IN_PYTHON]
    assert len(files) > 30
    assert [(path.name, fault) for path in files for fault in faults_of(read(path, Settings()))] == []


def test_a_saved_page_loses_no_word_of_the_file(shared: Path) -> None:
    """Bars, stars and escapes apart, what the file holds is what the reader gives, in its order."""
    for path in sorted((shared / "documents").rglob("*.md")):
        raw = re.sub(r"\]\([^)]*\)|<br>|[*|\\_]", " ", path.read_text(encoding="utf-8"))
        wanted = re.findall(r"\w+", re.sub(r"[\u00ad\u200b\ufeff]", "", raw).lower())
        got = words_of(read(path, Settings()))
        lost = len(wanted) - len(got)
        assert abs(lost) <= max(4, len(wanted) * 0.004), (path.name, lost)


def test_two_printings_of_one_law_have_the_same_words(shared: Path) -> None:
    family = shared / "documents" / "family"
    one = set(words_of(read(family / "60-2024-QH15.md", Settings())))
    other = set(words_of(read(family / "60-2024-QH15-Luat-Du-lieu.docx", Settings())))
    assert len(one & other) / len(one | other) > 0.97


@pytest.mark.parametrize("name", ["2629-QD-TTg.md", "179-KH-UBND.md"])
def test_numbered_rows_of_a_flattened_task_table_have_all_its_columns(shared: Path, name: str) -> None:
    table = max(tables_of(read(shared / "documents" / "family" / name, Settings())), key=len)
    numbered = [row for row in table if re.fullmatch(r"\d+(?:\.\d+)*", row[0]) and len(row) > 2]
    assert len(numbered) > 60
    assert sum(len(row) == len(table[0]) for row in numbered) / len(numbered) > 0.97


def test_a_gazette_comes_without_its_running_headers(shared: Path) -> None:
    source = read(shared / "documents" / "family" / "20-2023-QH15-Luat-GDDT-congbao.pdf", Settings())
    assert not [line for line in lines_of(source) if "CÔNG BÁO" in line]
    assert sum(bool(re.match(r"Điều \d+\. ", line)) for line in lines_of(source)) == 53
    assert source.page_count == 30


def test_stamped_numbers_and_lost_spaces_of_real_pdfs_are_right(shared: Path) -> None:
    family = shared / "documents" / "family"
    stamped = tables_of(read(family / "3090-QD-BKHCN-2025.pdf", Settings()))[0][0]
    assert "Số: 3090 /QĐ-BKHCN" in stamped[0]
    assert "ngày 08 tháng 10 năm 2025" in stamped[1]
    spaced = tables_of(read(family / "877-QD-BTP-2025.pdf", Settings()))[0][0]
    assert spaced[0].split("\n") == ["BỘ TƯ PHÁP", "Số: 877/QĐ-BTP"]


def test_pdfs_that_are_read_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    paths = []
    for number in range(6):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(make_pdf([Sheet([Text(85, 100, f"Văn bản {number}")])] * 20))
        paths.append(path)
    with ThreadPoolExecutor(max_workers=6) as pool:
        texts = list(pool.map(lambda path: lines_of(read(path, Settings())), paths))
    assert texts == [[f"Văn bản {number}"] * 20 for number in range(6)]
