"""Each finder alone: laws, known names, programmes, what is still to be written, examples, places."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.references.drafting import is_being_written
from ingest.references.laws import find_laws
from ingest.references.party_names import find_party_names
from ingest.references.places import Places
from ingest.references.programmes import find_programmes
from ingest.references.specimens import Specimens
from tests.ingest.references.drafted import draft

LAWS = [
    ("Luật Hoà giải ở cơ sở", "Luật Hoà giải ở cơ sở"),
    ("Luật Phòng, chống ma túy và phòng", "Luật Phòng, chống ma túy"),
    ("Luật Khoa học và công nghệ và các", "Luật Khoa học và công nghệ"),
    ("Luật Đầu tư công được", "Luật Đầu tư công"),
    ("Bộ Luật Tố tụng hình sự.", "Bộ Luật Tố tụng hình sự"),
    ("Luật Chăn bò sữa có quy định", "Luật Chăn bò sữa"),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Giá năm 2031;",
        "Luật sửa đổi, bổ sung một số điều của Luật Giá năm 2031",
    ),
    ("Luật sửa đổi một số điều của Luật Giá và Nghị định này", "Luật sửa đổi một số điều của Luật Giá"),
]


@pytest.mark.parametrize(("words", "name"), LAWS)
def test_the_name_of_a_law_ends_where_the_sentence_goes_on(words: str, name: str) -> None:
    assert [law.name for law in find_laws(words)] == [name]


@pytest.mark.parametrize(
    "words", ["Luật", "Luật này", "Luật sư", "LUẬT CHƠI MỚI", "Luật 5", "đúng luật", "Luật Đất đai (sửa đổi);"]
)
def test_words_that_name_no_law_in_force(words: str) -> None:
    assert list(find_laws(words)) == []


def test_the_day_on_which_a_law_was_passed_is_its_day() -> None:
    words = "Căn cứ Luật Biên phòng đã được Quốc hội khóa IX, kỳ họp thứ 11 thông qua ngày 10 tháng 5 năm 1997;"
    (law,) = find_laws(words)
    assert (law.name, law.issued_on) == ("Luật Biên phòng", date(1997, 5, 10))
    (other,) = find_laws("Luật Biên phòng do Quốc hội ban hành; Quyết định ngày 10 tháng 5 năm 1997")
    assert other.issued_on is None


NAMES = [
    ("Hiến pháp", "Hiến pháp"),
    ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Hiến pháp"),
    ("Điều lệ Đảng Cộng sản Việt Nam", "Điều lệ"),
    ("Nghị quyết Đại hội đại biểu lần thứ XIX Đảng bộ tỉnh Thanh Bình", "Nghị quyết"),
    ("Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII", "Nghị quyết"),
    ("Kết luận Hội nghị Trung ương 10 khóa XIII", "Kết luận"),
    ("Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khoá XII", "Nghị quyết"),
]


@pytest.mark.parametrize(("words", "kind"), NAMES)
def test_documents_known_by_name(words: str, kind: str) -> None:
    (found,) = find_party_names(f"theo {words}; và")
    assert (found.name, found.kind) == (words, kind)


@pytest.mark.parametrize(
    "words", ["Điều lệ Công đoàn", "Nghị quyết Đại hội cổ đông", "Hiến pháp này", "Đại hội lần thứ XIII"]
)
def test_names_of_others_are_none(words: str) -> None:
    assert list(find_party_names(words)) == []


PROGRAMMES = [
    "Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030",
    "Chiến lược phát triển nghề muối thời kỳ 2021 - 2030, tầm nhìn đến năm 2050",
    "Đề án phát triển dữ liệu về dân cư giai đoạn 2022-2025, tầm nhìn đến năm 2030 (Đề án 06)",
    "Kế hoạch tổng thể phát triển thương mại điện tử giai đoạn 2026 - 2030",
    "Chiến lược phát triển kinh tế - xã hội 10 năm 2021-2030",
    "Đề án “Mỗi xã một nghề”",
    "Chiến lược dữ liệu nghề muối quốc gia",
]


@pytest.mark.parametrize("title", PROGRAMMES)
def test_programmes_are_known_by_their_title(title: str) -> None:
    assert [found.name for found in find_programmes(f"- Thực hiện {title}.")] == [title]


NOT_CITED = [
    "Kế hoạch phát triển giai đoạn 2026 - 2030",
    "Chương trình này đến năm 2030",
    "Chương trình phối hợp và báo cáo kết quả trước ngày 30/6 đến năm 2030",
    "Chiến lược phát triển nghề muối",
    "Đề án phát triển nghề muối giai đoạn 2021 - 2025 tại Quyết định số 12/QĐ-TTg",
    "xây dựng Đề án phát triển nghề muối giai đoạn 2021 - 2025",
    "xây dựng Chiến lược dữ liệu nghề muối quốc gia",
    "Thực hiện các Chương trình nghề muối quốc gia",
    "Thực hiện Chương trình khoa học nghề muối quốc gia",
    "Thực hiện Quy hoạch và nhiệm vụ được giao tại Quyết định phê duyệt dự án quốc gia",
]


@pytest.mark.parametrize("words", NOT_CITED)
def test_plans_and_titles_of_numbered_ones_are_no_programmes(words: str) -> None:
    assert list(find_programmes(words)) == []


def test_a_programme_after_a_false_beginning_is_found() -> None:
    words = "Chương trình hành động thực hiện Nghị quyết số 1-NQ/TW, Chiến lược nghề muối đến năm 2030;"
    assert [found.name for found in find_programmes(words)] == ["Chiến lược nghề muối đến năm 2030"]


DRAFTS = [
    ("xây dựng ", True),
    ("Hoàn thiện, trình cấp có thẩm quyền ban hành ", True),
    ("trình Quốc hội xem xét, thông qua ", True),
    ("dự thảo ", True),
    ("hồ sơ ", True),
    ("tham mưu ban hành “", True),
    ("thực hiện ", False),
    ("theo quy định của ", False),
    ("xây dựng Nghị định hướng dẫn ", False),
    ("", False),
]


@pytest.mark.parametrize(("before", "is_draft"), DRAFTS)
def test_what_is_still_to_be_written(before: str, is_draft: bool) -> None:
    assert is_being_written(before, len(before)) is is_draft


def test_examples_end_with_the_next_unit() -> None:
    document = draft(
        units=[
            ("1", "1. Số và ký hiệu. Ví dụ:"),
            ("1/x", "Công văn của Tỉnh ủy số 15-CV/TU"),
            ("2", "2. Thay thế Hướng dẫn số 11-HD/VPTW."),
        ]
    )
    specimens = Specimens(document.laid)
    assert specimens.holds(document.text.index("15-CV"))
    assert not specimens.holds(document.text.index("11-HD"))
    assert [one.number for one in document.references()] == ["11-HD/VPTW"]


def test_places_of_a_document() -> None:
    document = draft(
        title=["QUYẾT ĐỊNH"],
        preamble=["Căn cứ A;"],
        units=[("Điều 1", "Điều 1. Một"), ("Điều 1/a", "a) hai"), ("Phụ lục I", "PHỤ LỤC I")],
        rows=["1 | ba"],
    )
    places = Places(document.provisions, document.header)
    found = [places.where(document.text.index(word)) for word in ("QUYẾT", "Căn cứ", "Một", "hai", "PHỤ", "ba")]
    assert found == ["title", "preamble", "Điều 1", "Điều 1/a", "Phụ lục I", "table"]
    assert places.introduction(document.text.index("hai"), document.text) == "Điều 1. Một"
    assert places.article_heading(document.text.index("hai"), document.text) == "Điều 1. Một\n"
    assert places.is_attachment_head(document.text.index("PHỤ"))
