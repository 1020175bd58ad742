"""Rows of tables read as cells under the names of their columns; the quotation stays as it is printed."""

from __future__ import annotations

import pytest

from kb.answer.book import Book
from kb.answer.cells import shown
from kb.answer.composing import Composer
from kb.model import Document, Provision, ProvisionKind

NAMES = "TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn\n"
ROW = "7. | Trồng 12 ha rừng ngập mặn. | Sở Mẫu |  \n"


def table(*rows: tuple[str, str], kind: ProvisionKind = ProvisionKind.ROW) -> Book:
    """A document whose text is these rows, each with its label."""
    text, provisions = "", []
    for label, row in rows:
        start, text = len(text), text + row
        path = f"Phụ lục I row {label}"
        provisions.append(Provision(path, kind, label, None, start, len(text), len(text), None, False))
    return Book(Document("d", "bang.txt", "0", "txt", text, {}), tuple(provisions), (), ())


def test_cells_stand_under_the_names_of_their_columns() -> None:
    book = table(("đầu 1", NAMES), ("7", ROW))
    assert shown(book, len(NAMES), len(book.text)) == "Nhiệm vụ: Trồng 12 ha rừng ngập mặn; Đơn vị chủ trì: Sở Mẫu"


def test_without_names_of_columns_the_cells_alone() -> None:
    book = table(("7", ROW))
    assert shown(book, 0, len(ROW)) == "Trồng 12 ha rừng ngập mặn; Sở Mẫu"


def test_names_of_another_number_of_columns_name_nothing() -> None:
    book = table(("đầu 1", "TT | Chỉ tiêu\n"), ("7", ROW))
    assert shown(book, 14, len(book.text)) == "Trồng 12 ha rừng ngập mặn; Sở Mẫu"


@pytest.mark.parametrize(
    "book",
    [
        pytest.param(table(("1", "Sở Mẫu chủ trì.")), id="no cells"),
        pytest.param(table(("1", "|a| = 5"), kind=ProvisionKind.CLAUSE), id="no row"),
        pytest.param(table(("1", "7 | |")), id="nothing but its number"),
    ],
)
def test_what_is_no_row_of_cells_stays_as_it_is(book: Book) -> None:
    assert shown(book, 0, len(book.text)) == book.text


def test_a_sentence_shows_the_cells_and_its_citation_quotes_the_row() -> None:
    book = table(("đầu 1", NAMES), ("7", ROW))
    composer = Composer("câu hỏi")
    composer.quote(book, len(NAMES), len(book.text) - 1)
    answer = composer.answer(1.0)
    assert "Đơn vị chủ trì: Sở Mẫu" in answer.sentences[0].text
    assert "|" not in answer.sentences[0].text
    assert answer.citations[0].quote == ROW[:-1]
