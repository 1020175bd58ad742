"""What is asked for by other words than a plain "bao nhiêu": sorts, people, shares, holders of offices, meanings."""

import pytest

from kb.answer.question import Ask, understand
from kb.answer.signals import cites_number, defines, satisfied


@pytest.mark.parametrize(
    ("question", "sentence", "is_answered"),
    [
        ("Kho tư liệu chia thành mấy loại?", "1. Kho tư liệu được chia thành các loại sau:", True),
        ("Kho tư liệu chia thành mấy loại?", "1. Kho tư liệu có nhiều loại khác nhau.", False),
        ("Tổ thẩm định gồm mấy người?", "Tổ thẩm định có 05 hoặc 07 thành viên.", True),
        ("Tổ thẩm định gồm mấy người?", "Tổ thẩm định họp 02 phiên mỗi quý.", False),
        ("Có bao nhiêu người dân dùng thẻ?", "Tỷ lệ dân số có thẻ đạt trên 70%.", True),
        ("Có bao nhiêu trạm quan trắc?", "Tỷ lệ khu vực được quan trắc đạt 70%.", False),
    ],
)
def test_a_number_may_be_told_otherwise(question: str, sentence: str, is_answered: bool) -> None:
    assert satisfied(understand(question), sentence)[Ask.QUANTITY] is is_answered


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Ai là Giám đốc Sở Xây dựng tỉnh Hương Sơn?", "giám đốc"),
        ("Trưởng ban chỉ đạo cải cách là ai?", "trưởng ban"),
        ("Ai là người chịu trách nhiệm báo cáo?", None),
        ("Giám đốc sở phải làm gì?", None),
    ],
)
def test_the_office_whose_holder_is_asked_for(question: str, office: str | None) -> None:
    assert understand(question).office == office


@pytest.mark.parametrize(
    ("sentence", "names_holder"),
    [
        ("Đồng chí Trần Văn Lãng, Giám đốc Sở Xây dựng, chủ trì cuộc họp.", True),
        ("Phó Chủ tịch tỉnh làm Giám đốc dự án.", True),
        ("Giám đốc Sở Xây dựng chịu trách nhiệm thi hành.", False),
        ("Đồng chí Giám đốc Sở Xây dựng chủ trì.", False),
    ],
)
def test_an_office_is_answered_by_a_name_alone(sentence: str, names_holder: bool) -> None:
    asked = understand("Ai là Giám đốc Sở Xây dựng?")
    assert satisfied(asked, sentence)[Ask.WHO] is names_holder


@pytest.mark.parametrize(
    ("question", "defined"),
    [
        ("Dữ liệu mở là gì?", ("dữ", "liệu", "mở")),
        ("Thông điệp dữ liệu được hiểu thế nào?", ("thông", "điệp", "dữ", "liệu")),
        ("khái niệm chữ ký số", ("chữ", "ký", "số")),
        ("Ai chủ trì việc này?", ()),
    ],
)
def test_the_term_whose_meaning_is_asked_for(question: str, defined: tuple[str, ...]) -> None:
    assert understand(question).defined == defined


@pytest.mark.parametrize(
    ("sentence", "is_definition"),
    [
        ("4. Dữ liệu mở là dữ liệu mà ai cũng dùng được.", True),
        ("Cổng dữ liệu mở là nơi công khai dữ liệu.", False),
        ("Bộ phải công bố danh mục dữ liệu mở trước ngày 31/12.", False),
        ("Dữ liệu mở được công bố hằng năm.", False),
    ],
)
def test_a_definition_begins_with_its_term(sentence: str, is_definition: bool) -> None:
    assert defines(("dữ", "liệu", "mở"), sentence) is is_definition


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("Hồ sơ gồm những gì?", True),
        ("Trường hợp nào phải đền bù?", True),
        ("Kho chia thành mấy loại?", True),
        ("Ai chủ trì việc này?", False),
        ("Hạn nộp là ngày nào?", False),
    ],
)
def test_whether_a_list_is_asked_for(question: str, several: bool) -> None:
    assert understand(question).wants_several is several


@pytest.mark.parametrize(
    ("sentence", "is_cited"),
    [
        ("thay thế Hướng dẫn số 11-HD/VPTW, ngày 28/5/2004", True),
        ("thay thế Quyết định 12/2020/QĐ-UBND", True),
        ("đề xuất sửa đổi, bổ sung hoặc thay thế khi cần thiết", False),
        ("trước ngày 15/12/2025", False),
    ],
)
def test_a_document_named_by_its_number(sentence: str, is_cited: bool) -> None:
    assert cites_number(sentence) is is_cited
