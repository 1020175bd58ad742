"""Which words of a text cite another document, and what is read of each citation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ingest.model import Region, RegionKind
from kb.model import Fact, Field, Relation
from tests.ingest.references.drafted import draft

FOUND = [
    # words, the surfaces of the citations in them
    ("theo Quyết định số 12/QĐ-UBND ngày 01/02/2030 của UBND tỉnh.", ["Quyết định số 12/QĐ-UBND ngày 01/02/2030"]),
    ("QUYẾT ĐỊNH SỐ 12/QĐ-UBND NGÀY 01 THÁNG 02 NĂM 2030", ["QUYẾT ĐỊNH SỐ 12/QĐ-UBND NGÀY 01 THÁNG 02 NĂM 2030"]),
    ("theo Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư", ["Quy định số 66-QĐ/TW, ngày 06/02/2017"]),
    ("Kế hoạch hành động số 5-KH/TU của Tỉnh ủy", ["Kế hoạch hành động số 5-KH/TU"]),
    ("văn bản số 1552/BTTTT-TTH và 708/BTTTT-CATTT;", ["văn bản số 1552/BTTTT-TTH", "708/BTTTT-CATTT"]),
    ("các Công điện số 1/CĐ-TTg, 2/CĐ-TTg và 3/CĐ-TTg", ["Công điện số 1/CĐ-TTg", "2/CĐ-TTg", "3/CĐ-TTg"]),
    ("theo Luật Đầu tư số 61/2020/QH14.", ["Luật Đầu tư số 61/2020/QH14"]),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật số 87/2025/QH15;",
        ["Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật số 87/2025/QH15"],
    ),
    ("bảo đảm quy định của Luật Đầu tư về việc lấy ý kiến", ["Luật Đầu tư"]),
    ("theo Luật Doanh nghiệp, Luật Kế toán.", ["Luật Doanh nghiệp", "Luật Kế toán"]),
    ("theo Điều 40 Luật Kế toán năm 2015.", ["Luật Kế toán năm 2015"]),
    ("thi hành Luật ban Ban hành văn bản quy phạm pháp luật.", ["Luật ban Ban hành văn bản quy phạm pháp luật"]),
    ("theo Bộ luật Dân sự 2015 và Luật Đất đai 2024.", ["Bộ luật Dân sự 2015", "Luật Đất đai 2024"]),
    ("theo Bộ luật Lao động ngày 20 tháng 11 năm 2019.", ["Bộ luật Lao động ngày 20 tháng 11 năm 2019"]),
    ("theo Luật Nuôi ong và thú y quy định tại đây.", ["Luật Nuôi ong và thú y"]),
    ("theo Pháp lệnh Ưu đãi người có công với cách mạng;", ["Pháp lệnh Ưu đãi người có công với cách mạng"]),
    ("quy định của Hiến pháp năm 2013 và Điều lệ Đảng.", ["Hiến pháp năm 2013", "Điều lệ Đảng"]),
    (
        "thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng;",
        ["Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"],
    ),
    ("Nghị quyết Đại hội XIII của Đảng và các chủ trương", ["Nghị quyết Đại hội XIII của Đảng"]),
    (
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Thanh Bình lần thứ XX, nhiệm kỳ 2030 - 2035;",
        ["Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Thanh Bình lần thứ XX, nhiệm kỳ 2030 - 2035"],
    ),
    ("Nghị quyết Trung ương 6 khóa XII", ["Nghị quyết Trung ương 6 khóa XII"]),
    (
        "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII về xây dựng Đảng",
        ["Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII"],
    ),
    (
        "triển khai Chiến lược quốc gia phát triển nghề muối đến năm 2030, tầm nhìn đến năm 2045;",
        ["Chiến lược quốc gia phát triển nghề muối đến năm 2030, tầm nhìn đến năm 2045"],
    ),
    ("triển khai Đề án “Truyền thông về biển đảo”; việc khác", ["Đề án “Truyền thông về biển đảo”"]),
    (
        "Chương trình mục tiêu quốc gia xây dựng nông thôn mới và các chương trình khác",
        ["Chương trình mục tiêu quốc gia xây dựng nông thôn mới"],
    ),
    ("theo Giấy phép số 12/GP-UBND của tỉnh", ["Giấy phép số 12/GP-UBND"]),
    (
        "Nghị định của Chính phủ số 31/2021/NĐ-CP, số 35/2021/NĐ-CP",
        ["Nghị định của Chính phủ số 31/2021/NĐ-CP", "35/2021/NĐ-CP"],
    ),
    ("Thông số 17/2031/TT-BTC ngày 01/02/2031 của Bộ", ["Thông số 17/2031/TT-BTC ngày 01/02/2031"]),
    ("và Quyết định số 12 4/QĐ- UBND ngày 19/01/2030", ["Quyết định số 12 4/QĐ- UBND ngày 19/01/2030"]),
    ("Kế hoạch liên tịch số 12/KHLT-SXD-CAT", ["Kế hoạch liên tịch số 12/KHLT-SXD-CAT"]),
    (
        "Quyết định số 44/QĐ-UBND và Quyết định số 45/QĐ-UBND cùng ngày 11/12/2029",
        ["Quyết định số 44/QĐ-UBND", "Quyết định số 45/QĐ-UBND cùng ngày 11/12/2029"],
    ),
    ("quy định chi tiết một số điều của luật an toàn thực phẩm;", ["luật an toàn thực phẩm"]),
    ("theo Luật Quy hoạch số 21/2017/QH14", ["Luật Quy hoạch số 21/2017/QH14"]),
    ("theo Tiêu chuẩn TCVN 6909:2001 (mẫu 1)", ["Tiêu chuẩn TCVN 6909:2001"]),
]


@pytest.mark.parametrize(("words", "surfaces"), FOUND)
def test_citations_are_found_in_their_shortest_form(words: str, surfaces: list[str]) -> None:
    document = draft(units=[("1", f"1. Việc này làm {words}")])
    assert [one.surface for one in document.references()] == surfaces


NONE = [
    "Nghị quyết này có hiệu lực từ ngày ký.",
    "theo quy định của pháp luật về đất đai và các luật khác",
    "ông A là Luật sư, Luật gia của Trường Đại học Luật Hà Nội",
    "Luật này quy định",
    "quy định chi tiết một số điều của luật chuyên ngành",
    "sửa đổi một số điều của luật trên",
    "các nghị quyết, chỉ thị, kết luận của Trung ương",
    "xây dựng, trình ban hành Chiến lược chuyển đổi số tỉnh Thanh Bình đến năm 2030",
    "Xây dựng Luật Trí tuệ nhân tạo, Luật Chuyển đổi số",
    "trình Quốc hội thông qua dự án Luật Nhà giáo",
    "Pursuant to the Decree No. 120/2016/ND-CP dated August 23, 2016",
    "đẩy mạnh Đề án 06",
    "Xây dựng Đề án “Tăng cường năng lực của Viện”",
    "các chương trình mục tiêu quốc gia",
    "lồng ghép Chương trình mục tiêu quốc gia",
    "Nghị quyết Đại hội đại biểu Đảng bộ các cấp",
    "giai đoạn 2021-2025, họp 24/7, ngày 05/9/2026",
    "ghi vào Mẫu số 01/QĐ-XPHC",
    "Số: 15-HD/TU",
    "Ví dụ: Công văn số 15/UBND-NC ngày 01/02/2030",
    "Số     /QĐ-UBND",
]


@pytest.mark.parametrize("words", NONE)
def test_what_names_no_other_document_is_no_citation(words: str) -> None:
    assert draft(units=[("1", words)]).references() == ()


def test_all_of_a_citation_is_read() -> None:
    cited = "Nghị định số 30/2031/NĐ-CP ngày 05 tháng 3 năm 2031 của Chính phủ về lưu trữ"
    words = f"1. Sở làm theo điểm a khoản 2 Điều 5 {cited}."
    document = draft(units=[("1", words)])
    (one,) = document.references()
    assert (one.kind, one.number, one.issued_on) == ("Nghị định", "30/2031/NĐ-CP", date(2031, 3, 5))
    assert (one.issuer, one.title) == ("Chính phủ", "về lưu trữ")
    assert one.provision == "điểm a khoản 2 Điều 5"
    assert one.where == "1"
    assert document.text[one.evidence_start : one.evidence_end] == words
    assert document.text[one.start : one.end] == one.surface
    assert one.rule.startswith("number/")


def test_an_issuer_may_have_a_long_name() -> None:
    board = "Ban Chỉ đạo phát triển khoa học, công nghệ, chuyển đổi số"
    words = f"Kế hoạch số 1-KH/BCĐ của {board} về thực hiện Nghị quyết số 2-NQ/TW"
    first = draft(units=[("1", words)]).references()[0]
    assert first.issuer == board


@pytest.mark.parametrize(
    "printed",
    [
        "ngày 05/3/2031",
        ", ngày 5-3-2031",
        "ngày05 tháng 3 năm 2031",
        "7gày O5 thắng 3 năm 203l",
        "NGÀY 05 THÁNG 3 NĂM 2031",
    ],
)
def test_dates_are_read_in_all_their_printings(printed: str) -> None:
    (one,) = draft(units=[("1", f"Quyết định số 12/QĐ-UBND {printed} của tỉnh")]).references()
    assert one.issued_on == date(2031, 3, 5)


@pytest.mark.parametrize("printed", ["31/2/2031", "31 tháng 4 năm 2031", "00/00/2031"])
def test_a_day_that_no_calendar_has_is_no_date(printed: str) -> None:
    (one,) = draft(units=[("1", f"Quyết định số 12/QĐ-UBND ngày {printed}")]).references()
    assert one.issued_on is None


def test_a_line_may_break_between_the_word_and_the_number() -> None:
    document = draft(preamble=["Căn cứ Luật Đất đai số", "31/2024/QH15;", "Căn cứ Nghị định số", "12/2031/NĐ-CP;"])
    found = document.references()
    assert [(one.number, one.relation.value) for one in found] == [
        ("31/2024/QH15", "based-on"),
        ("12/2031/NĐ-CP", "based-on"),
    ]
    assert all(document.text[one.start : one.end] == one.surface for one in found)


def test_a_damaged_number_keeps_its_readings() -> None:
    (one,) = draft(units=[("1", "theo Quyết định số 74g/QĐ-TTg ngày 03/6/2020.")]).references()
    assert one.number == one.readings[0].number == "749/QĐ-TTg"
    assert one.confidence < 0.9
    assert one.rule.startswith("damaged-number/")


def test_where_says_the_part_of_the_document() -> None:
    document = draft(
        title=["Về việc thực hiện Nghị quyết số 1/NQ-CP"],
        preamble=["Căn cứ Nghị quyết số 2/NQ-CP;"],
        units=[("Điều 1", "Điều 1. Quy định"), ("Điều 1/a", "a) theo Nghị quyết số 3/NQ-CP.")],
        rows=["1 | Làm theo Nghị quyết số 4/NQ-CP | Sở Nội vụ"],
    )
    assert [one.where for one in document.references()] == ["title", "preamble", "Điều 1/a", "table"]


def test_the_title_of_a_letter_stands_in_the_letterhead() -> None:
    line = "V/v tháo gỡ khó khăn trong việc triển khai Nghị định 13/2031/NĐ-CP"
    document = draft(title=["Số: 5/SXD-QH", line], units=[("1", "1. Sở báo cáo.")])
    start = document.text.index("tháo gỡ")
    facts = {**document.header.facts, Field.TITLE: Fact(line[4:], "test", start, start + len(line) - 4)}
    letterhead = Region(RegionKind.LETTERHEAD, 0, document.text.index("1. Sở"))
    header = replace(document.header, facts=facts, regions=(letterhead, document.header.regions[-1]))
    found = replace(document, header=header).references()
    assert [(one.surface, one.where, one.relation) for one in found] == [
        ("Nghị định 13/2031/NĐ-CP", "title", Relation.MENTIONS)
    ]


def test_its_own_number_is_cited_only_by_its_attachment() -> None:
    document = draft(
        number="12/QĐ-UBND",
        units=[
            ("Điều 1", "Điều 1. Quyết định số 12/QĐ-UBND này gồm hai phần."),
            ("Phụ lục I", "PHỤ LỤC I (Kèm theo Quyết định số 12/QĐ-UBND ngày 01/02/2030)"),
        ],
    )
    assert [(one.where, one.relation.value) for one in document.references()] == [("Phụ lục I", "contains")]


def test_a_law_does_not_cite_itself() -> None:
    document = draft(
        kind="Luật",
        title=["LUẬT", "NUÔI ONG"],
        preamble=["Quốc hội ban hành Luật Nuôi ong."],
        units=[("Điều 1", "Điều 1. Áp dụng Luật Nuôi ong và Luật Thú y")],
    )
    assert [one.name for one in document.references()] == ["Luật Thú y"]


def test_an_amending_law_cites_the_laws_of_its_title() -> None:
    document = draft(
        kind="Luật",
        title=["LUẬT", "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT QUY HOẠCH, LUẬT ĐẤU THẦU"],
        preamble=["Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch số 21/2017/QH14."],
    )
    found = document.references()
    assert [one.surface for one in found] == ["LUẬT QUY HOẠCH", "LUẬT ĐẤU THẦU", "Luật Quy hoạch số 21/2017/QH14"]
    assert {one.relation.value for one in found} == {"amends"}


def test_a_title_of_a_numbered_citation_is_no_second_one() -> None:
    words = "Quyết định số 12/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Chương trình nghề muối đến năm 2030;"
    assert len(draft(preamble=[words]).references()) == 1


def test_a_defined_short_form_points_at_what_it_stands_for() -> None:
    document = draft(
        units=[
            ("1", "1. Nghị quyết số 57-NQ/TW của Bộ Chính trị về khoa học (sau đây gọi tắt là Nghị quyết 57)."),
            ("2", "2. Các xã thực hiện Nghị quyết 57 và Nghị quyết số 9/NQ-CP."),
            ("3", "3. Sở Nội vụ theo dõi việc thực hiện Nghị quyết nêu trên."),
        ]
    )
    found = document.references()
    assert [(one.number or one.name, one.antecedent) for one in found] == [
        ("57-NQ/TW", None),
        ("Nghị quyết 57", 0),
        ("Nghị quyết 57", 0),
        ("9/NQ-CP", None),
        ("Nghị quyết nêu trên", 3),
    ]


def test_an_ordinal_alone_needs_its_full_citation() -> None:
    alone = draft(units=[("1", "1. Các xã thực hiện Nghị quyết 57.")])
    after = draft(units=[("1", "1. Theo Nghị quyết số 57-NQ/TW, các xã thực hiện Nghị quyết 57.")])
    assert alone.references() == ()
    assert [one.antecedent for one in after.references()] == [None, 0]
