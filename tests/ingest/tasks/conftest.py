"""Documents of a province that does not exist, read by the real steps up to the tasks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.header import read_header
from ingest.layout import lay_out
from ingest.readers import read
from ingest.structure import read_structure
from ingest.tasks import find_tasks
from kb.model import Task
from kb.settings import Settings

STATE_HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG MƠ

Số: {number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Sông Mơ, ngày 06 tháng 5 năm 2026

"""
STATE_FOOT = """

Nơi nhận:
- Như trên;
- Sở Tài chính;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH


Lê Văn Mơ
"""
PARTY_HEAD = """TỈNH ỦY SÔNG MƠ
*
Số 21-NQ/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Sông Mơ, ngày 10 tháng 3 năm 2026

"""
PARTY_FOOT = """

T/M TỈNH ỦY
BÍ THƯ

Trần Thị Muối
"""

ReadTasks = Callable[..., tuple[Task, ...]]


def tasks_of_file(path: Path) -> tuple[Task, ...]:
    laid = lay_out(read(path, Settings()))
    header = read_header(laid)
    tasks = find_tasks(laid, header, read_structure(laid, header), ())
    for task in tasks:
        assert laid.text[task.start : task.end] == task.text
        for span in (task.lead_span, task.deadline_span, task.result_span):
            assert span is None or 0 <= span[0] < span[1] <= len(laid.text)
    return tasks


@pytest.fixture
def tasks_of(tmp_path: Path) -> ReadTasks:
    """Tasks of a plan (or of another State document) whose body is given."""

    def read_body(
        body: str, title: str = "KẾ HOẠCH\nPhát triển vùng lúa năm 2026", number: str = "15/KH-UBND"
    ) -> tuple[Task, ...]:
        path = tmp_path / "van-ban.txt"
        path.write_text(f"{STATE_HEAD.format(number=number)}{title}\n\n{body.strip()}{STATE_FOOT}", encoding="utf-8")
        return tasks_of_file(path)

    return read_body


@pytest.fixture
def party_tasks_of(tmp_path: Path) -> ReadTasks:
    """Tasks of a resolution of a provincial Party committee whose body is given."""

    def read_body(body: str) -> tuple[Task, ...]:
        path = tmp_path / "nghi-quyet.txt"
        title = "NGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nvề phát triển nghề muối"
        path.write_text(f"{PARTY_HEAD}{title}\n\n{body.strip()}{PARTY_FOOT}", encoding="utf-8")
        return tasks_of_file(path)

    return read_body


@pytest.fixture
def table_tasks_of(tmp_path: Path) -> ReadTasks:
    """Tasks of an appendix with one table, given as rows of cells; a cell None goes on with the one above."""

    def read_rows(rows: list[list[str | None]]) -> tuple[Task, ...]:
        import docx

        word = docx.Document()
        word.add_paragraph("PHỤ LỤC")
        word.add_paragraph("DANH MỤC NHIỆM VỤ")
        word.add_paragraph("(Kèm theo Kế hoạch số 15/KH-UBND ngày 06/5/2026 của Ủy ban nhân dân tỉnh Sông Mơ)")
        table = word.add_table(rows=len(rows), cols=len(rows[0]))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text is None:
                    table.cell(row - 1, column).merge(table.cell(row, column))
                else:
                    table.cell(row, column).text = text
        path = tmp_path / "phu-luc.docx"
        word.save(str(path))
        return tasks_of_file(path)

    return read_rows
