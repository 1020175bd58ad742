"""What is printed after a citation: the issuer and the title, and not what the sentence goes on to say."""

from __future__ import annotations

import pytest

from ingest.references.described import describe

DESCRIBED = {
    "a title in quotation marks ends with them": (
        "của Thủ tướng Chính phủ phê duyệt Đề án “Chợ nổi” trên địa bàn tỉnh Sơn Hà",
        "Thủ tướng Chính phủ",
        "phê duyệt Đề án “Chợ nổi”",
    ),
    "its time belongs to it": (
        "của Thủ tướng Chính phủ phê duyệt Đề án “Chợ nổi ba miền” giai đoạn 2031 - 2035 của tỉnh",
        "Thủ tướng Chính phủ",
        "phê duyệt Đề án “Chợ nổi ba miền” giai đoạn 2031 - 2035",
    ),
    "another order of the sentence is no issuer": (
        "của Chính phủ và chịu trách nhiệm trước Chủ tịch UBND tỉnh trong trường hợp chậm",
        "Chính phủ",
        None,
    ),
    "a ministry of two names is one": (
        "của Bộ Khoa học và Công nghệ quy định về chợ nổi",
        "Bộ Khoa học và Công nghệ",
        "quy định về chợ nổi",
    ),
    "what becomes of it is no title": (
        "của Chính phủ về công tác văn thư hết hiệu lực từ ngày 01/01/2031",
        "Chính phủ",
        "về công tác văn thư",
    ),
    "the next document is no title": (
        "của Chính phủ quy định về chợ nổi, Nghị định số 70/2031/NĐ-CP ngày 01/01/2031 của Chính phủ",
        "Chính phủ",
        "quy định về chợ nổi",
    ),
    "the amending document is no title": (
        "của Bộ Tài chính quy định về chợ nổi được sửa đổi, bổ sung bởi Thông tư số 5/2031/TT-BTC",
        "Bộ Tài chính",
        "quy định về chợ nổi",
    ),
    "a bracket that the sentence closes is no part": (
        "của Chính phủ phê duyệt Đề án chợ nổi (Đề án 93).",
        "Chính phủ",
        "phê duyệt Đề án chợ nổi",
    ),
    "the nation issues nothing": ("của Việt Nam cho khoản thu nhập", None, None),
    "a colon's words are no title": (
        "của Bộ trưởng Bộ Tài chính về ban hành Kế hoạch chợ nổi như sau:",
        "Bộ trưởng Bộ Tài chính",
        "về ban hành Kế hoạch chợ nổi",
    ),
}


@pytest.mark.parametrize(("after", "issuer", "title"), DESCRIBED.values(), ids=DESCRIBED.keys())
def test_issuer_and_title(after: str, issuer: str | None, title: str | None) -> None:
    found = describe(f"X {after}", 1)
    assert (found.issuer, found.title) == (issuer, title)
