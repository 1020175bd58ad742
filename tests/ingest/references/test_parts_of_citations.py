"""The parts that are printed around a number: dates, issuers and titles, units, sentences."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.model import Paragraph
from ingest.references.dates import date_after, date_within, year_after
from ingest.references.described import describe
from ingest.references.kinds import plain_kind
from ingest.references.sentences import Paragraphs, sentence_around
from ingest.references.units import unit_before

DATES = [
    # what follows the number, the date, how much of it belongs to the citation
    (" ngày 03/6/2020 của", date(2020, 6, 3), " ngày 03/6/2020"),
    (", ngày 22 tháng 12 năm 2024 của", date(2024, 12, 22), ", ngày 22 tháng 12 năm 2024"),
    (" ngày 27-9-2019;", date(2019, 9, 27), " ngày 27-9-2019"),
    (" ngày 27.9.2019", date(2019, 9, 27), " ngày 27.9.2019"),
    (" ngày 3 / 6 / 2020", date(2020, 6, 3), " ngày 3 / 6 / 2020"),
    (" NGÀY 09 THÁNG 01 NĂM 2025", date(2025, 1, 9), " NGÀY 09 THÁNG 01 NĂM 2025"),
    (" ngày13 tháng 5 năm 1998", date(1998, 5, 13), " ngày13 tháng 5 năm 1998"),
    (" 7gày 17 tháng 4 năm 2020", date(2020, 4, 17), " 7gày 17 tháng 4 năm 2020"),
    (" cùng ngày 11/12/2019 của", date(2019, 12, 11), " cùng ngày 11/12/2019"),
    (" ngày    tháng 11 năm 2025", None, ""),
    (" ngày 31/02/2020", None, ""),
    (" ngày 03/6", None, ""),
    (" trước ngày 03/6/2020", None, ""),
    (" của Chính phủ", None, ""),
    ("\nngày 03/6/2020", None, ""),
]


@pytest.mark.parametrize(("after", "day", "consumed"), DATES)
def test_the_date_after_a_number(after: str, day: date | None, consumed: str) -> None:
    found, end = date_after(after, 0)
    assert (found, after[:end]) == (day, consumed)


def test_the_date_between_a_kind_and_its_number() -> None:
    words = "văn bản đề ngày 29 tháng 10 năm 2025 số"
    assert date_within(words, 0, len(words)) == date(2025, 10, 29)
    assert date_within("văn bản số", 0, 10) is None


@pytest.mark.parametrize(
    ("after", "consumed"),
    [(" năm 2019 và", " năm 2019"), (" 2024;", " 2024"), (" 2021-2025", ""), (" năm nay", ""), (" 20245", "")],
)
def test_the_year_after_a_name(after: str, consumed: str) -> None:
    assert after[: year_after(after, 0)] == consumed


DESCRIBED = [
    # what follows a citation, its issuer, its title
    (" của Bộ Chính trị về chuyển đổi số;", "Bộ Chính trị", "về chuyển đổi số"),
    (" của Thủ tướng Chính phủ phê duyệt Đề án.", "Thủ tướng Chính phủ", "phê duyệt Đề án"),
    (" của Bộ Khoa học và Công nghệ về an toàn;", "Bộ Khoa học và Công nghệ", "về an toàn"),
    (" của Chính phủ và Nghị định số 2/2031/NĐ-CP", "Chính phủ", None),
    (" của Chính phủ, Quyết định số 3/QĐ-TTg", "Chính phủ", None),
    (" của Tỉnh ủy;", "Tỉnh ủy", None),
    (" của Bộ Nông nghiệp (nay là Bộ Môi trường) về đê điều;", "Bộ Nông nghiệp", "về đê điều"),
    (" ngà 1Z thấng 4 của Chính phủ ban hành Chương trình;", None, None),
    (" về phí (sau đây gọi là Nghị định phí)", None, "về phí"),
    (" về phí, các xã thực hiện", None, "về phí"),
    (" và Quy định 37-QĐ/TW", None, None),
    (" Quy định 37-QĐ/TW", None, None),
    (" CỦA CHÍNH PHỦ BAN HÀNH CHƯƠNG TRÌNH", "CHÍNH PHỦ", "BAN HÀNH CHƯƠNG TRÌNH"),
    ("", None, None),
]


@pytest.mark.parametrize(("after", "issuer", "title"), DESCRIBED)
def test_issuer_and_title(after: str, issuer: str | None, title: str | None) -> None:
    described = describe(after, 0)
    assert (described.issuer, described.title) == (issuer, title)
    assert 0 <= described.end <= len(after)


def test_a_blurred_date_does_not_hide_the_title() -> None:
    described = describe(" ngày 1Z thấng 4 năm 2O của Chính phủ ban hành Chương trình;", 0)
    assert described.issuer == "Chính phủ"


def test_a_description_ends_with_its_line() -> None:
    assert describe(" về phí\nvà lệ phí", 0).title == "về phí"


UNITS = [
    ("theo khoản 2 Điều 5 ", "khoản 2 Điều 5"),
    (
        "tại điểm a khoản 5 Điều 17 trong nội dung khoản 4 Điều 1 ",
        "điểm a khoản 5 Điều 17 trong nội dung khoản 4 Điều 1",
    ),
    ("tại khoản 2, khoản 3 Điều 6 ", "khoản 2, khoản 3 Điều 6"),
    ("tại Điều 58 và Điều 59 của ", "Điều 58 và Điều 59"),
    ("tại Mục A Phụ lục II ban hành kèm theo ", "Mục A Phụ lục II"),
    ("tại Điều 12, 13, 14 của ", "Điều 12, 13, 14"),
    ("theo đúng ", None),
    ("Điều 5. Hiệu lực. ", None),
]


@pytest.mark.parametrize(("before", "unit"), UNITS)
def test_the_provision_that_is_cited(before: str, unit: str | None) -> None:
    assert unit_before(before, len(before), 0) == unit


SENTENCES = [
    # a paragraph with the citation X, the sentence that holds it
    ("Việc một. Việc X hai. Việc ba.", "Việc X hai."),
    ("Theo X, các xã làm.", "Theo X, các xã làm."),
    ("Do TP. Huế làm theo X.", "Do TP. Huế làm theo X."),
    ("1. Việc theo X; việc khác.", "1. Việc theo X; việc khác."),
    ("Đạt 1.245 hồ sơ theo X.", "Đạt 1.245 hồ sơ theo X."),
]


@pytest.mark.parametrize(("paragraph", "sentence"), SENTENCES)
def test_the_sentence_is_the_evidence(paragraph: str, sentence: str) -> None:
    place = paragraph.index("X")
    start, end = sentence_around(paragraph, place, place + 1, (0, len(paragraph)))
    assert paragraph[start:end] == sentence


def test_paragraphs_by_place() -> None:
    text = "Căn cứ A;\nB;\nC."
    paragraphs = Paragraphs(text, (Paragraph(0, 9), Paragraph(10, 12), Paragraph(13, 15)))
    assert paragraphs.span_at(11) == (10, 12)
    assert paragraphs.list_head(13) == "Căn cứ A;"
    assert paragraphs.list_head(1) == ""


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("NGHỊ QUYẾT", "Nghị quyết"),
        ("kế hoạch hành động", "Kế hoạch"),
        ("Thông tư liên tịch", "Thông tư liên tịch"),
        ("Bộ  luật", "Bộ luật"),
        ("Tờ trình liên ngành", "Tờ trình"),
    ],
)
def test_words_for_kinds(printed: str, kind: str) -> None:
    assert plain_kind(printed) == kind
