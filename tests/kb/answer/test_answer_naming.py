"""How an answer calls a place and a document."""

from __future__ import annotations

import pytest

from kb.answer.book import Book
from kb.answer.naming import document_name, place_name
from kb.model import Document, Fact, Field, Provision, ProvisionKind

Step = tuple[ProvisionKind, str | None]


def book(*steps: Step, **facts: str) -> Book:
    """A document whose provisions lie in each other, the innermost last; each holds one more character."""
    length = len(steps)
    provisions = tuple(
        Provision(
            path="/".join(label or "-" for _, label in steps[: depth + 1]),
            kind=kind,
            label=label,
            heading=None,
            start=depth,
            own_end=depth + 1,
            end=length,
            parent=depth - 1 if depth else None,
            numbered=label is not None,
        )
        for depth, (kind, label) in enumerate(steps)
    )
    stated = {Field(name): Fact(value, "viết tay") for name, value in facts.items()}
    document = Document("d", "thu-muc/tep.txt", "0", "txt", "x" * max(length, 1), stated)
    return Book(document, provisions, (), ())


K = ProvisionKind
PLACES: list[tuple[list[Step], str]] = [
    ([(K.ARTICLE, "Điều 5")], "Điều 5"),
    (
        [(K.CHAPTER, "Chương II"), (K.ARTICLE, "Điều 5"), (K.CLAUSE, "2"), (K.POINT, "a")],
        "điểm a khoản 2 Điều 5 Chương II",
    ),
    ([(K.ROMAN, "III"), (K.CLAUSE, "2")], "mục 2 mục III"),
    ([(K.CLAUSE, "1"), (K.CLAUSE, "1.2")], "điểm 1.2 mục 1"),
    ([(K.PREAMBLE, None)], "phần mở đầu"),
    ([(K.ARTICLE, "Điều 1"), (K.BULLET, None)], "Điều 1"),
]


@pytest.mark.parametrize(("steps", "expected"), PLACES)
def test_places(steps: list[Step], expected: str) -> None:
    opened = book(*steps)
    assert place_name(opened, opened.place(len(steps) - 1)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"kind": "Chỉ thị", "number": "7-CT/TU"}, "Chỉ thị 7-CT/TU"),
        ({"kind": "Chỉ thị", "title": "về nghề muối"}, "Chỉ thị “về nghề muối”"),
        ({"title": "từ " * 60}, "Văn bản “" + ("từ " * 30).strip() + "…”"),
        ({}, "Văn bản (tep.txt)"),
    ],
)
def test_documents(facts: dict[str, str], expected: str) -> None:
    assert document_name(book(**facts).document) == expected
