"""A file that lacks pages says so where its text shows it."""

from __future__ import annotations

import pytest
from laid import laid, lines_of, table_of

from ingest.model import SourceLine, SourceTable

CUT = "Không sử dụng các công cụ rà quét có thể dẫn đến hỏng hoặc treo hệ"
WHOLE = "Không sử dụng các công cụ rà quét có thể dẫn đến hỏng hoặc treo hệ thống."
FIRST = "1. Mục đích của đợt diễn tập\n2. Yêu cầu"


def said(*blocks: SourceLine | SourceTable) -> list[int | None]:
    text = laid(*blocks, form="ocr")
    return [notice.page for notice in text.notices if notice.code == "pages-missing"]


def pages(first: str, second: str) -> list[SourceLine]:
    return [*lines_of(first, page=1), *lines_of(second, page=2)]


@pytest.mark.parametrize(
    ("first", "second", "missing"),
    [
        (f"{FIRST}\n{CUT}", "5. Kinh phí thực hiện", True),
        (f"{FIRST}\n{CUT}", "III. TỔ CHỨC THỰC HIỆN", True),
        (f"{FIRST}\n{CUT}\n- 1 -", "5. Kinh phí thực hiện", True),
        (f"{FIRST}\n{CUT}", "thống. Các đơn vị báo cáo.", False),
        (f"{FIRST}\n{CUT}", "3. Kinh phí thực hiện", False),
        (f"{FIRST}\n{WHOLE}", "5. Kinh phí thực hiện", False),
        (f"{FIRST}\n2. TỔ CHỨC DIỄN TẬP VÀ ĐÁNH GIÁ KẾT QUẢ CỦA CÁC ĐỘI", "5. Kinh phí thực hiện", False),
        (f"{FIRST}\n{CUT}", "2026 là năm bản lề", False),
    ],
)
def test_a_page_that_begins_in_the_middle_of_a_count(first: str, second: str, missing: bool) -> None:
    assert said(*pages(first, second)) == ([2] if missing else [])


ROWS = (" | Lên phương án | Sở A", "6 | Chạy thử | Sở B", "7 | Triển khai | Sở C")


def test_a_table_that_begins_in_the_middle_of_its_rows() -> None:
    assert said(*lines_of(f"{FIRST}\n{CUT}", page=2), table_of(*ROWS, page=3)) == [3]


def test_a_table_whose_rows_go_on() -> None:
    first = table_of("4 | Họp | Sở A", "5 | Soạn | Sở B", page=2)
    assert said(*lines_of(FIRST, page=2), first, *lines_of(CUT, page=2), table_of(*ROWS, page=3)) == []


def test_a_text_without_pages_lacks_none() -> None:
    assert said(*lines_of(f"{FIRST}\n{CUT}\n\n5. Kinh phí thực hiện")) == []
