"""A path names one place of a document: over all invented documents, and where a document prints a number twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ingest.pipeline import read_document
from kb.model import Parsed, ProvisionKind
from kb.settings import Settings

HERE = Path(__file__).resolve().parent
FILES = sorted([*(HERE.parent / "fixtures" / "documents").iterdir(), *(HERE / "header" / "documents").iterdir()])
# The parts around the units; one of them may be interrupted and go on.
FRAME = {ProvisionKind.HEADER, ProvisionKind.PREAMBLE, ProvisionKind.CLOSING}
REPEATING = """KẾ HOẠCH
Thực hiện chuyển đổi số năm 2027

Ủy ban nhân dân xã Suối Lành ban hành kế hoạch như sau:

1. Sở Nội vụ

a) Trình kế hoạch trước ngày 10 tháng 3 năm 2027.

b) Tổng hợp báo cáo trước ngày 20 tháng 4 năm 2027.

b) Công bố kết quả trước ngày 30 tháng 5 năm 2027.

2. Sở Tài chính

a) Bố trí kinh phí trước ngày 15 tháng 6 năm 2027.
"""


def repeated_paths(parsed: Parsed) -> list[str]:
    counts = Counter(provision.path for provision in parsed.provisions if provision.kind not in FRAME)
    return [path for path, times in counts.items() if times > 1]


def places_of_tasks(parsed: Parsed) -> dict[str, set[int]]:
    """The provisions (by where they begin) in which the tasks of one path lie."""
    places: dict[str, set[int]] = {}
    for task in parsed.tasks:
        holding = [p.start for p in parsed.provisions if p.path == task.where and p.start <= task.start < p.end]
        places.setdefault(task.where, set()).update(holding)
    return places


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_path_names_two_units_nor_tasks_of_two_units(path: Path) -> None:
    parsed = read_document(path, Settings())
    assert repeated_paths(parsed) == []
    assert [where for where, starts in places_of_tasks(parsed).items() if len(starts) > 1] == []


def test_tasks_below_a_number_printed_twice_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(REPEATING, encoding="utf-8")
    parsed = read_document(path, Settings())
    assert [p.path for p in parsed.provisions if p.numbered] == ["1", "1/a", "1/b", "1/b*", "2", "2/a"]
    assert repeated_paths(parsed) == []
    assert [task.where for task in parsed.tasks] == ["1/a", "1/b", "1/b*", "2/a"]
