"""The tree of units as offices print them: paths, order, quotations, numbers that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from laid import document_at, laid, outline_of, read_frame_of, table_of

from ingest.model import SourceLine, SourceTable
from kb.model import Provision, ProvisionKind

DOCUMENTS = Path(__file__).parent.parent / "header" / "documents"
HEAD = "KẾ HOẠCH\nvề công tác năm 2025\n\nỦy ban nhân dân tỉnh ban hành kế hoạch như sau:\n\n"


def outline(body: str) -> list[str]:
    return outline_of(laid(HEAD + body))


def provisions(body: str) -> tuple[Provision, ...]:
    return read_frame_of(laid(HEAD + body))[1]


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("I. A\n1. B\na) C\nb) D\n2. E\nII. F", ["I", "I/1", "I/1/a", "I/1/b", "I/2", "II"]),
        ("I- A\n1- B\n1.1- C\n1.2- D\n2- E", ["I", "I/1", "I/1/1.1", "I/1/1.2", "I/2"]),
        ("1. A\n1.1. B\n1.1.1. C\na) D\n1.2. E\n2. F", ["1", "1/1.1", "1/1.1/1.1.1", "1/1.1/1.1.1/a", "1/1.2", "2"]),
        ("I. A\nĐiều 1. B\n1. C\nII. D\nĐiều 2. E", ["I", "I/Điều 1", "I/Điều 1/1", "II", "II/Điều 2"]),
        ("Điều 1. A\nI. B\n1. C\nII. D\nĐiều 2. E", ["Điều 1", "Điều 1/I", "Điều 1/I/1", "Điều 1/II", "Điều 2"]),
        ("PHẦN THỨ NHẤT\nA. B\nI. C\n1. D\nB. E\nPHẦN THỨ HAI\nI. F",
         ["Phần thứ nhất", "Phần thứ nhất/A", "Phần thứ nhất/A/I", "Phần thứ nhất/A/I/1", "Phần thứ nhất/B",
          "Phần thứ hai", "Phần thứ hai/I"]),
        ("Chương I\nCHUNG\nMục 1\nA\nTiểu mục 1\nB\nĐiều 1. C\nMục 2\nD\nĐiều 2. E\nChương II\nF\nĐiều 3. G",
         ["Chương I", "Chương I/Mục 1", "Chương I/Mục 1/Tiểu mục 1", "Chương I/Mục 1/Tiểu mục 1/Điều 1",
          "Chương I/Mục 2", "Chương I/Mục 2/Điều 2", "Chương II", "Chương II/Điều 3"]),
        ("Điều 1. A\n1. B\nc) lẻ\na) C\nb) D\nc) E\nd) F\nđ) G\ne) H\ng) I",
         ["Điều 1", "Điều 1/1", *(f"Điều 1/1/{letter}" for letter in "abcdđeg")]),
        ("1) A\n2) B\na) C\n3) D", ["1", "2", "2/a", "3"]),
        ("1. A\na) B\n1) C\n2) D\nb) E\n2. F", ["1", "1/a", "1/a/1", "1/a/2", "1/b", "2"]),
        ("1. A\n(1) B\n(2) C\n2. D", ["1", "1/1", "1/2", "2"]),
        ("I. A\n2.1. B\n2.2. C", ["I", "I/2.1", "I/2.2"]),
        ("II. A\n2.1. B\n2.2. C", ["2.1", "2.2"]),
        ("II. A\n1. B\nIII. C", ["II", "II/1", "III"]),
        ("I. Z\nII. A\n2.1. B\n2.2. C", ["I", "II", "II/2.1", "II/2.2"]),
        ("1. A\na) B\nb) C\nb) D\nc) E", ["1", "1/a", "1/b", "1/b*", "1/c"]),
        ("1. A\na, Mục đích\nNâng cao.\nb, Yêu cầu\n2. D", ["1", "1/a", "1/b", "2"]),
        ("L NỘI DUNG\n1. A\n2. B\nH. TỔ CHỨC\n1. C", ["I", "I/1", "I/2", "II", "II/1"]),
        ("L NỘI DUNG\n1. A\n2. B\nHỘI NGHỊ", ["1", "2"]),
        ("A. MỘT\nH. TỔ CHỨC", ["A"]),
        ("I. A\n1. B\n2. C\nPhần còn lại\n1. D\n2. E", ["I", "I/1", "I/2", "I/1*", "I/2*"]),
        ("1. A\na) B\nb) C\nPhần còn lại\na) D\n- E\na) F\na) G\na) H",
         ["1", "1/a", "1/b", "1/a*", "1/a**", "1/a***", "1/a*4"]),
        ("1. A\na) B\nb) C\nc) D\nd) E\nđ) F\ne) G\nf) H\ng) I",
         ["1", *(f"1/{letter}" for letter in "abcdđefg")]),
        ("1. A\na) B\nb) C\nc) D\ne) E\nd) F\n2. G", ["1", "1/a", "1/b", "1/c", "1/e", "1/d", "2"]),
        ("1. A\na) B\nb) C\nk) D\n2. E\nk) lẻ", ["1", "1/a", "1/b", "1/k", "2"]),
        ("1. A\na) B\nb) C\nc) D\nb) E\n2. G", ["1", "1/a", "1/b", "1/c", "2"]),
        ("I. A\n1. B\nI. C\n1. D\nII. E\nIV. F", ["I", "I/1", "II", "II/1", "III", "IV"]),
        ("I. A\nII. B\nLời dẫn\nI. C\nII. D\nIII. E", ["I", "II", "I*", "II*", "III"]),
        ("22. A\n23. B", []),
        ("1. A\n2: Các sở .a) Sở Một\nb) Sở Hai\n3. C", ["1", "2", "2/a", "2/b", "3"]),
        ("1. A\n2. Theo điểm a) Điều 5\nb) lẻ\n3. C", ["1", "2", "3"]),
    ],
)  # fmt: skip
def test_paths(body: str, paths: list[str]) -> None:
    assert outline(body) == paths


@pytest.mark.parametrize(
    "line",
    [
        "2025. Năm bản lề của nhiệm kỳ",
        "24/7 trực tiếp nhận phản ánh",
        "1. 000 đồng mỗi lượt",
        "11.000 tài khoản được cấp",
        "05/9/2026 là ngày khai giảng",
        "12. Số này không nối tiếp số nào",
        "3.5 triệu lượt truy cập",
        "Điều 5 Luật Lưu trữ quy định về tài liệu",
        "Mục tiêu đến năm 2030",
        "Chương trình chuyển đổi số",
        "(1) Số tiền bằng chữ không có số hai",
        "- 100% hồ sơ được số hóa",
        "57-NQ/TW là nghị quyết về chuyển đổi số",
        "Mẫu số 01 ban hành kèm theo Thông tư này",
    ],
)
def test_numbers_at_the_beginning_of_a_line_that_are_no_units(line: str) -> None:
    assert outline(f"1. Nhiệm vụ\n\n{line}\n\n2. Giải pháp") == ["1", "2"]


def test_text_quoted_by_an_amending_document_stays_in_its_clause() -> None:
    assert outline_of(document_at(DOCUMENTS / "luat-sua-doi.txt")) == [
        "Điều 1", "Điều 1/1", "Điều 1/1/2", "Điều 1/1/2/a", "Điều 1/1/2/b",
        "Điều 1/2", "Điều 1/2/Điều 6a", "Điều 1/2/Điều 6a/1", "Điều 1/2/Điều 6a/2", "Điều 1/3",
        "Điều 1/4", "Điều 1/4/Chương IIa", "Điều 1/4/Chương IIa/Điều 20a", "Điều 1/4/Chương IIa/Điều 20b",
        "Điều 1/4/Chương IIa/Điều 20b/1", "Điều 2",
    ]  # fmt: skip


def test_a_quotation_that_lost_its_end_mark_ends_where_the_clauses_go_on() -> None:
    body = (
        "Điều 1. Sửa đổi\n1. Sửa đổi khoản 3 như sau:\n“3. Mức hỗ trợ\na) Một\n2. Bổ sung khoản 5 như sau:\n“5. Khác”."
    )
    assert outline(body) == ["Điều 1", "Điều 1/1", "Điều 1/1/3", "Điều 1/1/3/a", "Điều 1/2", "Điều 1/2/5"]


def test_an_inserted_clause_holds_the_numbers_behind_it() -> None:
    body = "Điều 1. Sửa đổi\n4. Bổ sung Điều 14a:\n“14a. Phân cấp\n1. Nội dung\na) Một\n2. Trách nhiệm”."
    body = body.replace("4. Bổ", "1. A\n2. B\n3. C\n4. Bổ")
    assert outline(body)[4:] == [
        "Điều 1/4", "Điều 1/4/14a", "Điều 1/4/14a/1", "Điều 1/4/14a/1/a", "Điều 1/4/14a/2",
    ]  # fmt: skip


def test_damaged_numbers_are_read_where_the_series_needs_them() -> None:
    assert outline_of(document_at(DOCUMENTS / "quyet-dinh-quet.txt")) == [
        "Điều 1", "Điều 1/I", "Điều 1/I/1", "Điều 1/II", "Điều 1/II/1", "Điều 1/II/1/a", "Điều 1/II/1/b",
        "Điều 1/II/1/c", "Điều 1/II/1/d", "Điều 1/III", "Điều 1/III/1", "Điều 1/III/2", "Điều 2", "Điều 3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "letters"),
    [
        ("a) A\nb) B\n©) Rà soát\nd) D", "abcd"),
        ("a) A\nb) B\n_©) Rà soát\n- bước một\nd) D", "abcd"),
        ("a) A\nb) B;\nc©) Rà soát", "abc"),
        (
            "a) A\nb) B\nc) C\nd) D\nđ) Đ\ne) E.\nø) Chủ trì\nh) H;\nï) Xây dựng\nk) K\nJ) Đẩy mạnh\nm) M",
            "abcdđeghiklm",
        ),
        ("a) A\nb) B\nc) C\nd) D\nđ) Đ\ne) E\n8) Nghiên cứu\nh) H", "abcdđegh"),
        ("„ 8) Xây dựng\nb) B\nc) C", "abc"),
        ("a) A\nb) B\nc) C\nd) D\n`) Tổ chức", "abcdđ"),
        ("a) A\nb) B\nc) C\nd) D\nđ) Đ\ne) E\n¬ Triển khai\nh) H", "abcdđegh"),
        ("a) A\nb) B\n7) Triển khai\nc) C", "abc"),
        ("a) A\nb) B\n¬ Triển khai", "ab"),
        ("a) A\nb) B\n©) Rà soát\nc) C", "abc"),
        ("©) Rà soát\nd) D", ""),
    ],
)
def test_a_letter_that_a_scanner_lost_is_the_one_that_the_list_lacks(body: str, letters: str) -> None:
    assert outline(f"1. Nhiệm vụ\n{body}\n2. Khác") == ["1", *(f"1/{letter}" for letter in letters), "2"]


def test_attached_texts_are_trees_of_their_own() -> None:
    assert outline_of(document_at(DOCUMENTS / "quyet-dinh-kem-quy-che.txt"))[:7] == [
        "Điều 1", "Điều 2", "Điều 3", "Kèm theo", "Kèm theo/Chương I", "Kèm theo/Chương I/Điều 1",
        "Kèm theo/Chương I/Điều 2",
    ]  # fmt: skip


def test_forms_of_an_appendix_are_steps_of_their_own() -> None:
    body = (
        "1. Nhiệm vụ\n\nPHỤ LỤC\n(Kèm theo Kế hoạch số 1/KH-UBND)\nMẪU SỐ 01\n1. Họ tên\nMẫu số 02\nĐiều 1. Quyết định"
    )
    assert outline(body) == [
        "1", "Phụ lục", "Phụ lục/Mẫu số 01", "Phụ lục/Mẫu số 01/1", "Phụ lục/Mẫu số 02", "Phụ lục/Mẫu số 02/Điều 1",
    ]  # fmt: skip


def test_capitals_run_past_the_letter_that_is_also_a_roman_numeral() -> None:
    assert outline("A. Một\nB - Hai\nI. Ba\nC - Bốn\nD. Năm") == ["A", "B", "B/I", "C", "D"]


def test_headings_stand_beside_or_below_their_number() -> None:
    found = {p.path: p.heading for p in provisions("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Quy định việc này.")}
    assert found["Chương I"] == "QUY ĐỊNH CHUNG"
    assert found["Chương I/Điều 1"] == "Phạm vi"
    assert found["Chương I/Điều 1/1"] is None


@pytest.mark.parametrize(
    ("body", "heading"),
    [
        ("Điều 1. Loại tiền, kỳ hạn huy động.\n1. Đồng Việt Nam.", "Loại tiền, kỳ hạn huy động"),
        ("Điều 1. Quyết định này có hiệu lực từ ngày ký.\nĐiều 2. Thi hành", None),
        ("Điều 1. Sửa đổi một số điều như sau:\n1. Sửa đổi Điều 2", None),
        ("Điều 1. Phạm vi. Quyết định này quy định việc thi.\n1. Thi tuyển", None),
    ],
)
def test_the_line_above_its_clauses_is_a_title_even_with_a_full_stop(body: str, heading: str | None) -> None:
    assert next(p for p in provisions(body) if p.path == "Điều 1").heading == heading


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("2. Mục tiêu cụ thể:", "Mục tiêu cụ thể"),
        ("2. Sở Nội vụ thực hiện các việc sau:", None),
        ("2. Hoàn thành; báo cáo.", None),
    ],
)
def test_a_line_in_bold_is_a_title_even_with_a_final_mark(line: str, heading: str | None) -> None:
    found = read_frame_of(laid(HEAD + "1. Chung", SourceLine(line, bold=True, blank_before=True), "- Một"))[1]
    assert next(p for p in found if p.path == "2").heading == heading


def test_bullets_and_paragraphs_are_addressed_below_their_unit_and_are_not_numbered() -> None:
    found = provisions("1. Nhiệm vụ\n- Một\n+ Hai\n+ Ba\n- Bốn\nGhi chú thêm.\n- Năm")
    plain = [(p.path, p.kind) for p in found if p.path.startswith("1/")]
    assert plain == [
        ("1/-1", ProvisionKind.BULLET), ("1/-1/+1", ProvisionKind.BULLET), ("1/-1/+2", ProvisionKind.BULLET),
        ("1/-2", ProvisionKind.BULLET), ("1/đoạn 1", ProvisionKind.PARAGRAPH), ("1/-3", ProvisionKind.BULLET),
    ]  # fmt: skip
    assert not any(p.numbered for p in found if p.path.startswith("1/"))


def test_the_goodbye_of_a_document_does_not_belong_to_its_last_unit() -> None:
    found = provisions("1. Nhiệm vụ\n2. Giải pháp\nTrên đây là Kế hoạch công tác năm 2025./.")
    assert (found[-1].kind, found[-1].parent) == (ProvisionKind.CLOSING, None)


TABLE = (
    "TT | Nhiệm vụ | Chủ trì",
    "I | Hạ tầng |",
    "1 | Lắp đặt | Sở A",
    "2. | Đo kiểm | Sở B",
    "II | Dữ liệu |",
    "1 | Số hóa | Sở C",
)


def test_rows_of_an_appendix_are_addressed_by_section_and_number() -> None:
    text = laid(
        HEAD + "1. Nhiệm vụ\n\nPHỤ LỤC II\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 1/KH-UBND)", table_of(*TABLE)
    )
    assert [p.path for p in read_frame_of(text)[1] if p.kind is ProvisionKind.ROW][1:] == [
        "Phụ lục II row I", "Phụ lục II/I row 1", "Phụ lục II/I row 2", "Phụ lục II row II", "Phụ lục II/II row 1",
    ]  # fmt: skip


def test_rows_of_a_file_that_is_the_appendix_need_no_root() -> None:
    text = laid("PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 1/KH-UBND)", table_of(*TABLE))
    rows = [p.path for p in read_frame_of(text)[1] if p.kind is ProvisionKind.ROW][1:]
    assert rows == ["row I", "row I.1", "row I.2", "row II", "row II.1"]
    assert outline_of(text) == []


def rows_of(*tables: SourceTable | str) -> list[str]:
    head = HEAD + "1. Nhiệm vụ\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 1/KH-UBND)"
    rows = [p for p in read_frame_of(laid(head, *tables))[1] if p.kind is ProvisionKind.ROW]
    return [row.path.removeprefix("Phụ lục") for row in rows if "row đầu" not in row.path]


def test_letters_that_part_a_table_stand_above_its_numerals() -> None:
    table = table_of(
        "TT | Nhiệm vụ | Chủ trì", "A | NỀN MÓNG |", "I | Hạ tầng |", "1 | Đo | Sở A", "B | NGÀNH |", "I | Y tế |",
        "1 | Khám | Sở B", "V | Thương mại |", "5.1 | Bán lẻ |", "5.1.1 | Sàn | Sở C", "VI | Du lịch |",
        "1 | Tour | Sở D", "C | GIẢI PHÁP |", "I | Bộ máy |", "1 | Tổ | Sở E",
    )  # fmt: skip
    assert rows_of(table) == [
        " row A", "/A row I", "/A/I row 1", " row B", "/B row I", "/B/I row 1", "/B row V", "/B/V row 5.1",
        "/B/V row 5.1.1", "/B row VI", "/B/VI row 1", " row C", "/C row I", "/C/I row 1",
    ]  # fmt: skip


def test_letters_below_numerals_stay_below_them() -> None:
    table = table_of(
        "TT | Nhiệm vụ | Chủ trì", "I | Hạ tầng |", "A | Mạng |", "1 | Đo | Sở A", "II | Số |", "1 | X | Sở B"
    )
    assert rows_of(table) == [" row I", "/I row A", "/I/A row 1", " row II", "/II row 1"]


def test_a_table_without_header_goes_on_with_the_sections_of_the_one_before() -> None:
    first = table_of("TT | Nhiệm vụ | Chủ trì", "A | NGÀNH |", "I | Y tế |", "1 | Khám | Sở B")
    goes_on = table_of("2 | Trạm y tế xã kết nối với bệnh viện | Sở C", "II | Du lịch |", "1 | Tour | Sở D")
    anew = table_of("TT | Nhiệm vụ | Chủ trì", "1 | Khác | Sở E")
    assert rows_of(first, "Lưu ý:", goes_on, "Bảng hai:", anew) == [
        " row A", "/A row I", "/A/I row 1", "/A/I row 2", "/A row II", "/A/II row 1", " row 1",
    ]  # fmt: skip


def test_a_table_that_prints_its_header_again_on_the_next_page_goes_on_with_its_sections() -> None:
    first = table_of("TT | Nhiệm vụ | Chủ trì", "C | NGÀNH |", "I | Y tế |", "1 | Khám | Sở B", page=3)
    goes_on = table_of(
        "TT | Nhiệm vụ | Chủ trì", "2 | Trạm y tế xã | Sở C", "II | Du lịch |", "1 | Tour | Sở D", page=4
    )
    assert rows_of(first, SourceLine("lãi", page=3), goes_on) == [
        " row C", "/C row I", "/C/I row 1", "/C/I row 2", "/C row II", "/C/II row 1",
    ]  # fmt: skip


def test_rows_whose_number_comes_again_have_paths_of_their_own() -> None:
    table = table_of("TT | Nhiệm vụ | Chủ trì", "1 | Đo | Sở A", "1 | Khám | Sở B")
    assert rows_of(table) == [" row 1", " row 1*"]


def plain_paths(body: str) -> list[str]:
    return [p.path for p in provisions(body) if not p.numbered and p.path[0].isdigit()]


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("1. Mẫu\n- Nước:\n+ Đo nhiệt.\nHai lần mỗi tháng.\n+ Đo mặn.\n- Bùn.",
         ["1/-1", "1/-1/+1", "1/-1/đoạn 1", "1/-1/+2", "1/-2"]),
        ("1. Mẫu\n- Nước:\n+ Đo nhiệt.\nHai lần mỗi tháng.\n- Bùn.", ["1/-1", "1/-1/+1", "1/đoạn 1", "1/-2"]),
        ("1. Mẫu\n- Nước:\n+ Đo nhiệt.\nHai lần mỗi tháng.\n2. Khác\n+ Đo mặn.",
         ["1/-1", "1/-1/+1", "1/đoạn 1", "2/+1"]),
    ],
)  # fmt: skip
def test_a_paragraph_between_bullets_leaves_those_open_whose_list_goes_on(body: str, paths: list[str]) -> None:
    assert plain_paths(body) == paths


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("1. A\na) Thời gian: cả năm b) Địa điểm\n- Xã\nc) Thông số", ["1", "1/a", "1/b", "1/c"]),
        ("1. A\na. Thời gian: cả năm b. Địa điểm\nc. Thông số", ["1", "1/a", "1/b", "1/c"]),
        ("1. A\na) Theo điểm b) Khoản 2\nb) Địa điểm", ["1", "1/a", "1/b"]),
        ("1. A\na) Theo điểm b) của Điều này\nc) Thông số", ["1", "1/a", "1/c"]),
        ("1. A\na) Theo b. Địa điểm\nc) Thông số", ["1", "1/a", "1/c"]),
    ],
)
def test_a_letter_inside_the_line_of_the_one_before(body: str, paths: list[str]) -> None:
    assert outline(body) == paths


@pytest.mark.parametrize(
    ("last", "path"),
    [
        ("Đối tượng quy định tại khoản 1, 2 và 3 của Điều này phải đăng ký.", "Điều 1/đoạn 1"),
        ("Đối tượng quy định tại khoản 1 Điều này phải đăng ký.", "Điều 1/2/đoạn 1"),
    ],
)
def test_what_speaks_of_several_clauses_belongs_to_their_article(last: str, path: str) -> None:
    found = provisions(f"Điều 1. Đối tượng\n1. Tổ chức.\n2. Cá nhân.\n{last}\nĐiều 2. Thi hành")
    assert [p.path for p in found if p.kind is ProvisionKind.PARAGRAPH] == [path]
