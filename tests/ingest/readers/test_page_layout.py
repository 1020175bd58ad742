"""Words with places turned into lines, frames, ruled tables and text without what the printer added."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.model import SourceCell, SourceTable
from ingest.readers.image_rules import image_rules
from ingest.readers.joined_tables import join_tables
from ingest.readers.page_blocks import page_blocks
from ingest.readers.page_chrome import without_chrome, without_signature_lines
from ingest.readers.page_frames import find_frames
from ingest.readers.page_grid import find_grids, join_by_width, read_grid
from ingest.readers.page_words import Page, PrintedLine, Rule, Word, printed_lines
from ingest.readers.text_quality import has_lost_marks, needs_recognition


def words(text: str, left: float, top: float, height: float = 14.0) -> list[Word]:
    """Words side by side, half as wide a letter as they are high."""
    found = []
    for part in text.split():
        width = len(part) * height / 2
        found.append(Word(part, left, top, left + width, top + height))
        left += width + height / 3
    return found


def line(text: str, left: float, top: float, height: float = 14.0, page: int = 1) -> PrintedLine:
    return PrintedLine(tuple(words(text, left, top, height)), page)


def texts(lines: list[PrintedLine]) -> list[str]:
    return [one.text for one in lines]


def test_words_are_sorted_into_lines_whatever_their_order() -> None:
    found = words("Điều 1. Giao", 85, 100) + words("việc cho tỉnh", 85, 120)
    assert texts(printed_lines(found[::-1], 1)) == ["Điều 1. Giao", "việc cho tỉnh"]


def test_a_raised_note_joins_the_line_it_stands_on() -> None:
    raised = Word("1", 200, 101, 204, 108)
    assert texts(printed_lines([*words("theo quy định", 85, 100), raised], 1)) == ["theo quy định 1"]


LETTERHEAD = [
    PrintedLine((*words("UBND TỈNH HỒNG GIANG", 90, 60), *words("CỘNG HÒA XÃ HỘI", 330, 60)), 1),
    line("Độc lập - Tự do", 340, 78),
    PrintedLine((*words("Số: 5/QĐ-UBND", 100, 96), *words("Hồng Giang, ngày 5", 330, 96)), 1),
]
BODY = [line("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm", 85, 150 + 18 * n) for n in range(3)]


def test_a_frame_ends_where_a_line_runs_over_the_gutter() -> None:
    [frame] = find_frames([*LETTERHEAD, *BODY])
    assert (frame.start, frame.end) == (0, 3)


def test_a_title_in_the_middle_is_not_part_of_the_letterhead() -> None:
    middle = (BODY[0].left + BODY[0].right) / 2
    title = line("QUYẾT ĐỊNH", middle - 38, 118)
    [frame] = find_frames([*LETTERHEAD, title, *BODY])
    assert frame.end == 3


def test_numbers_of_a_list_are_no_column() -> None:
    items = [
        PrintedLine((*words(f"{n}.", 85, 18.0 * n), *words("Một việc phải làm ngay", 130, 18.0 * n)), 1)
        for n in range(1, 5)
    ]
    assert find_frames(items) == []


def test_one_badly_justified_line_is_no_frame() -> None:
    stretched = PrintedLine((*words("Căn cứ Nghị quyết", 85, 132), *words("Của Chính phủ về việc", 330, 132)), 1)
    assert find_frames([stretched, *BODY]) == []


def test_the_end_of_a_paragraph_above_a_signature_stays_out_of_it() -> None:
    end = line("Quyết định này./.", 85, 186 + 18)
    signature = [
        PrintedLine((*words("Nơi nhận:", 85, 240), *words("CHỦ TỊCH", 380, 240)), 1),
        line("- Như Điều 3;", 85, 256),
        PrintedLine((*words("- Lưu: VT.", 85, 272), *words("Lê Văn Mẫu", 380, 272)), 1),
    ]
    [frame] = find_frames([*BODY, end, *signature])
    assert frame.start == 4


def grid_rules(columns: list[float], rows: list[float]) -> list[Rule]:
    return [Rule(columns[0], y, columns[-1], y) for y in rows] + [Rule(x, rows[0], x, rows[-1]) for x in columns]


def test_lines_that_cross_make_a_grid_and_lone_ones_none() -> None:
    [grid] = find_grids([*grid_rules([50, 150, 300], [100, 120, 140]), Rule(200, 400, 300, 400)])
    assert grid.columns == (50, 150, 300)
    assert grid.rows == (100, 120, 140)


def test_a_frame_of_one_cell_is_no_table() -> None:
    assert find_grids(grid_rules([50, 300], [100, 140])) == []


def test_lines_drawn_in_pieces_and_twice_are_one() -> None:
    pieces = [
        Rule(50, 100, 150, 100),
        Rule(151, 100.5, 300, 100.5),
        Rule(50, 140, 300, 140),
        Rule(50, 140.4, 300, 140.4),
    ]
    [grid] = find_grids([*pieces, Rule(50, 100, 50, 140), Rule(150, 100, 150, 140), Rule(300, 100, 300, 140)])
    assert len(grid.rows) == 2


def test_strokes_of_a_seal_on_a_scan_are_no_table() -> None:
    strokes = grid_rules([400, 420, 450, 480], [600, 615, 640, 660])
    assert find_grids(strokes, from_picture=True) == []


def test_lines_of_a_cell_are_joined_where_the_next_word_had_no_room() -> None:
    lines = [line("Xây dựng đề án số hóa", 60, 100), line("hồ sơ lưu trữ.", 60, 116), line("Báo cáo tỉnh", 60, 132)]
    assert join_by_width(lines, edge=lines[0].right + 12) == "Xây dựng đề án số hóa hồ sơ lưu trữ.\nBáo cáo tỉnh"


def test_a_row_that_goes_on_over_the_page_is_joined_by_its_table() -> None:
    def page(number: int, rows: list[tuple[str, str, str]]) -> Page:
        columns = [60.0, 100.0, 300.0, 400.0]
        found: list[Word] = []
        for at, row in enumerate(rows):
            for column, text in zip(columns, row, strict=False):
                found += words(text, column + 4, 104.0 + 20 * at, 10)
        rules = grid_rules(columns, [100.0 + 20 * at for at in range(len(rows) + 1)])
        return Page(number, 595, 842, tuple(found), tuple(rules))

    pages = [page(1, [("TT", "Việc", "Hạn"), ("1", "Họp", "T1")]), page(2, [("TT", "Việc", "Hạn"), ("2", "Thi", "T2")])]
    [table] = join_tables(page_blocks(pages))
    assert isinstance(table, SourceTable)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["TT", "Việc", "Hạn"],
        ["1", "Họp", "T1"],
        ["2", "Thi", "T2"],
    ]


def test_headers_that_run_through_the_pages_are_left_out() -> None:
    pages = [[line(f"{n} CÔNG BÁO/Số {n + 7}", 85, 30, 10), line("Nội dung lặp lại", 85, 120)] for n in range(1, 6)]
    assert [texts(lines) for lines in without_chrome(pages, [842.0] * 5)] == [["Nội dung lặp lại"]] * 5


@pytest.mark.parametrize("number", ["3", "- 3 -", "Trang 3", "3/12"])
def test_a_page_number_in_the_margin_is_left_out(number: str) -> None:
    [kept] = without_chrome([[line(number, 290, 30, 10), line("Điều 3", 85, 120)]], [842.0])
    assert texts(kept) == ["Điều 3"]


def test_a_number_in_the_text_stays() -> None:
    [kept] = without_chrome([[line("Điều 3", 85, 120), line("2025", 85, 400), line("hết", 85, 500)]], [842.0])
    assert texts(kept) == ["Điều 3", "2025", "hết"]


def test_the_box_of_a_digital_signature_is_left_out_of_a_scan() -> None:
    box = ["Ký bởi: Cổng Thông tin điện tử", "Email: a@b.test", "Cơ quan: Văn phòng", "Thời gian ký: 04.06.2026"]
    lines = [*(line(text, 300, 20 + 10 * n, 8) for n, text in enumerate(box)), line("QUYẾT ĐỊNH", 280, 120)]
    assert texts(without_signature_lines(lines)) == ["QUYẾT ĐỊNH"]
    assert texts(without_signature_lines([line("Cơ quan: Sở Nội vụ", 85, 120)])) == ["Cơ quan: Sở Nội vụ"]


PROSE = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; theo đề nghị của Giám đốc Sở Nội vụ "
    "tại Tờ trình số 12/TTr-SNV về việc ban hành kế hoạch thực hiện nhiệm vụ của tỉnh"
)
BARE = (
    "Can cu Luat To chuc chinh quyen dia phuong ngay 16 thang 6 nam 2025; theo de nghi cua Giam doc So Noi vu "
    "tai To trinh so 12/TTr-SNV ve viec ban hanh ke hoach thuc hien nhiem vu cua tinh"
)
ENGLISH = (
    "Pursuant to the Law on Organization of Local Government dated June 16, 2025; at the request of the Director of "
    "the Department of Home Affairs in the Statement on the issuance of the plan"
)


@pytest.mark.parametrize(
    ("text", "lost"), [(PROSE, False), (BARE, True), (ENGLISH, False), ("12/QD", False), ("", False)]
)
def test_vietnamese_without_marks_is_told_from_other_text(text: str, lost: bool) -> None:
    assert has_lost_marks(text) is lost


@pytest.mark.parametrize(
    ("text", "needed"),
    [("", True), ("— 12 —", True), ("Ký bởi: Văn phòng Thời gian ký: 04.06.2026", True), (PROSE, False), (BARE, True)],
)
def test_a_page_without_a_sound_text_layer_must_be_recognised(text: str, needed: bool) -> None:
    assert needs_recognition(words(text, 85, 100)) is needed


def picture(lean: float = 0.0) -> np.ndarray:
    """A white page with a table of two columns and three lines of small print."""
    pixels = np.full((900, 700), 255, dtype=np.uint8)
    for y in (100, 200, 300):
        for x in range(100, 600):
            pixels[int(y + lean * x) : int(y + lean * x) + 3, x] = 0
    for x in (100, 350, 597):
        for y in range(100, 303):
            pixels[int(y + lean * x), int(x - lean * y) : int(x - lean * y) + 3] = 0
    pixels[150:158, 120:320:3] = 0
    return pixels


@pytest.mark.parametrize("lean", [0.0, 0.012])
def test_lines_drawn_on_a_picture_make_a_grid_though_it_leans(lean: float) -> None:
    [grid] = find_grids(image_rules(picture(lean), scale=2.0), from_picture=True)
    assert (len(grid.columns), len(grid.rows)) == (3, 3)


def parted(*pages: list[tuple[str, ...]]) -> list[list[str]]:
    """Rows of the one table that these tables on pages of their own are."""
    tables = [
        SourceTable(
            tuple(tuple(SourceCell(text) for text in row) for row in rows), (n,) * len(rows), (None,) * len(rows)
        )
        for n, rows in enumerate(pages, start=1)
    ]
    [table] = join_tables(tables)
    assert isinstance(table, SourceTable)
    assert len(table.rows) == len(table.row_pages) == len(table.row_lines)
    return [[cell.text for cell in row] for row in table.rows]


HEADER = ("TT", "Nhiệm vụ", "Chủ trì")


def test_a_row_cut_by_the_page_end_is_one_again() -> None:
    first = [HEADER, ("1", "Xây dựng đề án số hóa hồ", "Sở Nội vụ, Sở")]
    second = [HEADER, ("", "sơ lưu trữ của tỉnh", "Tài chính"), ("2", "Tổng kết", "Sở Nội vụ")]
    assert parted(first, second) == [
        list(HEADER),
        ["1", "Xây dựng đề án số hóa hồ sơ lưu trữ của tỉnh", "Sở Nội vụ, Sở\nTài chính"],
        ["2", "Tổng kết", "Sở Nội vụ"],
    ]


def test_a_row_without_number_that_begins_a_sentence_stays_a_row() -> None:
    rows = parted([HEADER, ("1", "Họp giao ban.", "Sở Y tế")], [("", "Báo cáo kết quả", "Sở Y tế")])
    assert len(rows) == 3


def test_a_header_that_recognition_reads_a_little_differently_is_repeated() -> None:
    rows = parted([HEADER, ("1", "a", "b")], [("_ TT", "Nhiệm vụ", "Chủ tri"), ("2", "c", "d")])
    assert [row[0] for row in rows] == ["TT", "1", "2"]


def test_tables_of_two_columns_and_of_other_widths_stay_apart() -> None:
    narrow = SourceTable(((SourceCell("a"), SourceCell("b")),), (1,), (None,))
    wide = SourceTable((tuple(SourceCell(text) for text in HEADER),), (1,), (None,))
    assert len(join_tables([narrow, narrow, wide, narrow])) == 4


def test_header_rows_that_the_next_page_repeats_are_dropped_though_they_are_two() -> None:
    parts = ("", "Đầu việc", "Cơ quan")
    first = [HEADER, parts, ("1", "Phủ sóng tại các", "Sở Y tế")]
    second = [HEADER, parts, ("", "khu công nghiệp", "")]
    assert parted(first, second)[2:] == [["1", "Phủ sóng tại các khu công nghiệp", "Sở Y tế"]]


def test_a_title_at_the_margin_below_a_letterhead_is_not_part_of_it() -> None:
    title = line("KẾ HOẠCH", BODY[0].left, 142)
    body = [line(printed.text, printed.left, printed.top + 40) for printed in BODY]
    [frame] = find_frames([*LETTERHEAD, title, *body])
    assert frame.end == 3


def cells_of(*printed: Word) -> list[list[str]]:
    """The cells of a table of two columns whose header row is 20 points high, the row below it 80."""
    [grid] = find_grids(grid_rules([50, 150, 300], [100, 120, 200]))
    table = read_grid(grid, printed, 1)
    assert table is not None
    return [[cell.text for cell in row] for row in table.rows]


def test_words_of_a_low_header_that_are_printed_over_the_cell_below_belong_to_the_header() -> None:
    header = [*words("TT", 55, 103), *words("Thời gian", 155, 103), *words("hoàn", 155, 121)]
    below = [*words("1", 55, 121), *words("đoạn", 155, 122), *words("2027", 155, 140)]
    first, second = cells_of(*header, *below)
    assert first[1].split() == ["Thời", "gian", "hoàn"]
    assert second[1].split() == ["đoạn", "2027"]


def test_words_that_cover_no_other_stay_in_their_cell() -> None:
    header = [*words("TT", 55, 103), *words("Thời gian", 155, 103)]
    assert cells_of(*header, *words("Năm", 155, 121), *words("2027", 155, 140))[1][1].split() == ["Năm", "2027"]
