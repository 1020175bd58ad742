"""Tasks in tables: columns by their names, groups, merged cells, headers in two rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.tasks.columns import Column, read_columns
from kb.model import Recurrence, Task

ReadRows = Callable[[list[list[str | None]]], tuple[Task, ...]]


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        (
            "TT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian hoàn thành|Kết quả",
            "NUMBER WORK LEAD COOPERATE DEADLINE RESULT",
        ),
        (
            "STT|Tên nhiệm vụ|Đơn vị thực hiện|Đơn vị phối hợp thực hiện|Tiến độ|Sản phẩm đầu ra",
            "NUMBER WORK LEAD COOPERATE DEADLINE RESULT",
        ),
        ("Số TT|Nội dung công việc|Đơn vị chủ trì tham mưu|Thời hạn|Ghi chú", "NUMBER WORK LEAD DEADLINE -"),
        ("TT|Nhiệm vụ, giải pháp|Phân công thực hiện|Lộ trình", "NUMBER WORK LEAD DEADLINE"),
        ("TT|Nội dung|Cơ quan chủ trì, phối hợp|Thời gian", "NUMBER WORK LEAD DEADLINE"),
        ("TT|Chỉ tiêu|Đơn vị tính|2026|Cơ quan chủ trì theo dõi", "NUMBER INDICATOR - - LEAD"),
        ("TT|Mục tiêu, nhiệm vụ|Cơ quan chủ trì", "NUMBER WORK LEAD"),
        ("TT|Tên hàng|Số lượng|Đơn giá", "NUMBER - - -"),
        ("TT|Nhóm nhiệm vụ|Nội dung cụ thể|Đơn vị chủ trì", "NUMBER - WORK LEAD"),
        ("TT|Nhiệm vụ|Chủ trì|Thời gian bắt đầu|Thời gian kết thúc", "NUMBER WORK LEAD - DEADLINE"),
        ("TT|Nhiệm vụ|Lãnh đạo chỉ đạo|Cơ quan chủ trì", "NUMBER WORK - LEAD"),
    ],
)
def test_columns_by_their_names(names: str, roles: str) -> None:
    wanted = {Column[role]: index for index, role in enumerate(roles.split()) if role != "-"}
    assert read_columns(names.split("|")).roles == wanted


HEAD: list[str | None] = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm"]


def test_rows_with_groups_and_lists(table_tasks_of: ReadRows) -> None:
    tasks = table_tasks_of(
        [
            HEAD,
            ["I", "Về hạ tầng", "", "", "", ""],
            [
                "1",
                "Làm đường",
                "Sở Xây dựng, Sở Công Thương",
                "Các sở, ban, ngành; UBND các xã",
                "Quý IV/2026",
                "Đường",
            ],
            ["2", "Làm cống", "Sở Nông nghiệp và Môi trường chủ trì tổng hợp", "", "Hằng năm", ""],
            ["II", "Kiện toàn Ban Chỉ đạo", "Sở Nội vụ", "", "Năm 2026", "Quyết định"],
        ]
    )
    assert [(task.lead, task.cooperate) for task in tasks] == [
        (("Sở Xây dựng", "Sở Công Thương"), ("Các sở, ban, ngành", "UBND các xã")),
        (("Sở Nông nghiệp và Môi trường",), ()),
        (("Sở Nội vụ",), ()),
    ]
    assert [str(task.due or task.recurrence) for task in tasks] == ["2026-12-31", "yearly", "2026-12-31"]
    assert [task.result for task in tasks] == ["Đường", None, "Quyết định"]
    assert [task.text for task in tasks] == ["Làm đường", "Làm cống", "Kiện toàn Ban Chỉ đạo"]
    assert all(task.rule == "table" for task in tasks)


def test_a_merged_cell_speaks_for_the_rows_it_covers(table_tasks_of: ReadRows) -> None:
    tasks = table_tasks_of(
        [HEAD, ["1", "Làm đường", "Sở Xây dựng", "", "Quý IV/2026", ""], ["2", "Làm cầu", None, "", None, ""]]
    )
    assert [(task.lead, str(task.due)) for task in tasks] == [(("Sở Xây dựng",), "2026-12-31")] * 2


def test_one_column_may_say_who_leads_and_who_cooperates(table_tasks_of: ReadRows) -> None:
    tasks = table_tasks_of(
        [
            ["TT", "Nội dung", "Đơn vị chủ trì, phối hợp", "Tiến độ"],
            ["1", "Làm đường", "Chủ trì: Sở Xây dựng; Phối hợp: Sở Tài chính, UBND các xã", "6/2026"],
            ["2", "Làm cống", "Sở Tài chính chủ trì, phối hợp với Sở Xây dựng", "Thường xuyên"],
        ]
    )
    assert [(task.lead, task.cooperate) for task in tasks] == [
        (("Sở Xây dựng",), ("Sở Tài chính", "UBND các xã")),
        (("Sở Tài chính",), ("Sở Xây dựng",)),
    ]
    assert (str(tasks[0].due), tasks[1].recurrence) == ("2026-06-30", Recurrence.REGULAR)


def test_header_in_two_rows_and_a_row_of_numbers(table_tasks_of: ReadRows) -> None:
    tasks = table_tasks_of(
        [
            ["TT", "Nhiệm vụ", "Cơ quan thực hiện", "Cơ quan thực hiện", "Thời hạn"],
            [None, None, "Chủ trì", "Phối hợp", None],
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
            ["1", "Làm đường", "Sở Xây dựng", "Sở Tài chính", "2026"],
        ]
    )
    assert [(task.lead, task.cooperate, str(task.due)) for task in tasks] == [
        (("Sở Xây dựng",), ("Sở Tài chính",), "2026-12-31")
    ]


def test_a_header_printed_again_is_no_task(table_tasks_of: ReadRows) -> None:
    tasks = table_tasks_of(
        [HEAD, ["1", "Làm đường", "Sở Xây dựng", "", "2026", ""], HEAD, ["2", "Làm cầu", "Sở Xây dựng", "", "2027", ""]]
    )
    assert [task.text for task in tasks] == ["Làm đường", "Làm cầu"]


@pytest.mark.parametrize(
    "rows",
    [
        [["TT", "Chỉ tiêu", "Đơn vị tính", "Cơ quan chủ trì"], ["1", "Tỷ lệ lúa hữu cơ", "%", "Sở Tài chính"]],
        [["TT", "Tên hàng", "Số lượng", "Đơn giá"], ["1", "Máy bơm", "3", "5.000"]],
        [["TT", "Nội dung", "Ghi chú"], ["1", "Sở Tài chính có trách nhiệm làm đường", ""]],
    ],
)
def test_other_tables_hold_no_tasks(table_tasks_of: ReadRows, rows: list[list[str | None]]) -> None:
    assert table_tasks_of(rows) == ()


NAMELESS: list[list[str | None]] = [
    ["5", "Xây dựng phần mềm đo độ mặn", "Sở Khoa học và Công nghệ", "Sở Tài chính", "Quý IV/2026"],
    ["6", "Tập huấn cho diêm dân các xã", "Sở Nông nghiệp và Môi trường", "UBND các xã", "Hằng năm"],
]


def test_a_table_whose_header_is_missing_is_read_by_what_its_cells_hold(table_tasks_of: ReadRows) -> None:
    tasks = table_tasks_of(NAMELESS)
    assert [(task.lead, task.cooperate, str(task.due or task.recurrence)) for task in tasks] == [
        (("Sở Khoa học và Công nghệ",), ("Sở Tài chính",), "2026-12-31"),
        (("Sở Nông nghiệp và Môi trường",), ("UBND các xã",), "yearly"),
    ]
    assert all(task.confidence < 0.97 for task in tasks)


def test_a_row_without_its_number_and_a_mistaken_number_count_among_others(table_tasks_of: ReadRows) -> None:
    rows = [["", *NAMELESS[0][1:]], ["6", *NAMELESS[1][1:]], ["7", *NAMELESS[0][1:]], ["§", *NAMELESS[1][1:]]]
    rows[1][3] = "- UBND các xã - Các sở, ban, ngành"
    assert len(table_tasks_of(rows)) == 4


@pytest.mark.parametrize(
    "rows",
    [
        NAMELESS[:1],
        [row[:4] for row in NAMELESS],
        [["A", *row[1:]] for row in NAMELESS],
        [[row[0], "Muối", *row[2:]] for row in NAMELESS],
        [
            ["1", "Nguyễn Văn Muối và gia đình", "Chủ hộ", "Sông Mơ", "1970"],
            ["2", "Lê Thị Mặn", "Con", "Sông Mơ", "1999"],
        ],
    ],
)
def test_other_tables_without_names_hold_no_tasks(table_tasks_of: ReadRows, rows: list[list[str | None]]) -> None:
    assert table_tasks_of(rows) == ()
