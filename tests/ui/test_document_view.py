"""How text and outline of a document are shown: every character, the addressed place marked, long texts in parts."""

from __future__ import annotations

import re
from html import unescape

import pytest

from kb.model import Document, Provision, ProvisionKind
from ui.documents import text as view
from ui.documents.marks import Marks
from ui.documents.outline import outline_html
from ui.documents.text import Part, Target, find_target, part_with, parts_of, text_html
from ui.words import place

NOWHERE = Target(None, None)


def built(*units: tuple[str, ProvisionKind, str, int | None]) -> tuple[Document, tuple[Provision, ...]]:
    """A document of units (path, kind, own words, index of the parent), each ending with a newline."""
    text, starts = "", []
    for _, _, words, _ in units:
        starts.append(len(text))
        text += words + "\n"
    ends = [*starts[1:], len(text)]
    provisions = []
    for i, (path, kind, _, parent) in enumerate(units):
        end = next((starts[j] for j in range(i + 1, len(units)) if not _is_below(units, j, i)), len(text))
        label = path.rsplit("/", 1)[-1] if path else None
        is_numbered = kind not in (ProvisionKind.PREAMBLE, ProvisionKind.ROW, ProvisionKind.PARAGRAPH)
        provisions.append(Provision(path, kind, label, None, starts[i], ends[i], end, parent, is_numbered))
    return Document("ab12", "a.txt", "0" * 64, "txt", text, {}), tuple(provisions)


def _is_below(units: tuple[tuple[str, ProvisionKind, str, int | None], ...], j: int, i: int) -> bool:
    parent = units[j][3]
    return parent is not None and (parent == i or _is_below(units, parent, i))


DOCUMENT, PROVISIONS = built(
    ("preamble", ProvisionKind.PREAMBLE, "Căn cứ luật;", None),
    ("Điều 1", ProvisionKind.ARTICLE, "Điều 1. Phê duyệt:", None),
    ("Điều 1/1", ProvisionKind.CLAUSE, "1. Một <việc>.", 1),
    ("Điều 1/2", ProvisionKind.CLAUSE, "2. Hai việc.", 1),
    ("Điều 2", ProvisionKind.ARTICLE, "Điều 2. Giao việc.", None),
    ("Phụ lục row 1", ProvisionKind.ROW, "1 | Việc | Sở", None),
    ("Phụ lục row 2", ProvisionKind.ROW, "2 |  | Sở", None),
)
WHOLE = Part(1, 1, 0, len(PROVISIONS))


def shown(target: Target = NOWHERE, part: Part = WHOLE) -> str:
    return text_html(DOCUMENT, PROVISIONS, part, Marks(), target)


def words(html: str) -> str:
    return re.sub(r"[\s|]+", "", unescape(re.sub(r"<[^>]+>", "", html)))


def test_every_word_of_the_text_is_shown() -> None:
    assert words(shown()) == re.sub(r"[\s|]+", "", DOCUMENT.text)


def test_rows_that_follow_each_other_are_one_table() -> None:
    assert shown().count("<table") == 1
    assert "<td></td>" in shown()


def test_the_addressed_provision_is_marked_with_what_lies_below() -> None:
    marked = re.findall(r'id="p(\d+)" class="[^"]*kb-target', shown(Target(1, None)))
    assert marked == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("path", "at", "target"),
    [
        ("Điều 1/2", None, Target(3, None)),
        ("Điều 9", None, NOWHERE),
        ("2", None, Target(3, None)),
        (None, (0, 3), Target(0, (0, 3))),
        (None, (0, 99_999), NOWHERE),
        ("Điều 2", (0, 3), Target(4, (0, 3))),
        (None, None, NOWHERE),
    ],
)
def test_what_an_address_points_at(path: str | None, at: tuple[int, int] | None, target: Target) -> None:
    assert find_target(DOCUMENT, PROVISIONS, path, at) == target


def test_a_long_text_is_shown_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "PART_LENGTH", 40)
    parts = parts_of(PROVISIONS)
    assert len(parts) > 2
    assert [part.first for part in parts[1:]] == [part.last for part in parts[:-1]]
    assert "".join(words(shown(part=part)) for part in parts) == words(shown())
    assert part_with(parts, 6, None) == parts[-1]
    assert part_with(parts, None, 2) == parts[1]
    assert part_with(parts, None, 99) == parts[0]


def test_a_document_without_provisions_has_no_parts() -> None:
    assert parts_of(()) == ()
    assert part_with((), None, None) is None


def test_the_outline_links_the_numbered_provisions() -> None:
    html = outline_html(DOCUMENT, PROVISIONS, 3)
    assert html.count("<li") == 4
    assert re.search(r'class="kb-link kb-here"[^>]*><b>2</b>', html)
    assert "&lt;việc&gt;" in html


def test_a_large_outline_opens_the_branch_of_the_addressed_provision() -> None:
    units: list[tuple[str, ProvisionKind, str, int | None]] = []
    for article in range(1, 41):
        units.append((f"Điều {article}", ProvisionKind.ARTICLE, f"Điều {article}. Tên", None))
        parent = len(units) - 1
        units += [(f"Điều {article}/{n}", ProvisionKind.CLAUSE, f"{n}. Việc", parent) for n in range(1, 6)]
    document, provisions = built(*units)
    assert outline_html(document, provisions, None).count("<li") == 40
    assert outline_html(document, provisions, 8).count("<li") == 45


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("Điều 1/II/3", "Điều 1 › II › 3"),
        ("2/2.3", "2.3"),
        ("Phụ lục II/I row 12", "Phụ lục II › I dòng 12"),
        ("row III.70", "dòng III.70"),
        ("preamble", "phần mở đầu"),
    ],
)
def test_a_place_as_a_reader_says_it(path: str, said: str) -> None:
    assert place(path) == said
