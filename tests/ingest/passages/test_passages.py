"""Passages of a document: verbatim spans under their headings, with ids that stay."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ingest.passages import JOINED, SMALL, make_passages
from kb.model import Anchor, Document, Fact, Field, Passage, Provision, ProvisionKind
from kb.windows import WINDOW

LONG = "Sở Nội vụ rà soát, thống kê hồ sơ lưu trữ của các cơ quan, đơn vị và báo cáo kết quả theo quy định. "


def document(text: str, document_id: str = "d1", **facts: str) -> Document:
    given = {"kind": "Kế hoạch", "title": "Số hóa hồ sơ lưu trữ", "issuer": "Ủy ban nhân dân tỉnh", **facts}
    return Document(
        id=document_id,
        source="kho/ke-hoach.txt",
        sha256="",
        format="txt",
        text=text,
        facts={Field(name): Fact(value, "thử") for name, value in given.items()},
        anchors=(Anchor(0, 1, 1), Anchor(len(text) // 2, 2, 9)),
    )


class Outline:
    """Builds text and provisions together: each unit is added with its own words, below an earlier one."""

    def __init__(self) -> None:
        self.text = ""
        self.rows: list[tuple[str, ProvisionKind, str | None, str | None, int, int | None]] = []

    def add(
        self,
        path: str,
        own: str,
        kind: ProvisionKind = ProvisionKind.CLAUSE,
        parent: int | None = None,
        heading: str | None = None,
        label: str | None = None,
    ) -> int:
        self.rows.append((path, kind, label or path.rsplit("/", 1)[-1], heading, len(self.text), parent))
        self.text += own + "\n"
        return len(self.rows) - 1

    def provisions(self) -> tuple[Provision, ...]:
        starts = [row[4] for row in self.rows] + [len(self.text)]
        return tuple(
            Provision(path, kind, label, heading, start, starts[index + 1], self._end(index), parent, True)
            for index, (path, kind, label, heading, start, parent) in enumerate(self.rows)
        )

    def _end(self, index: int) -> int:
        below = {index}
        for later in range(index + 1, len(self.rows)):
            if self.rows[later][5] not in below:
                return self.rows[later][4]
            below.add(later)
        return len(self.text)

    def passages(self, **facts: str) -> tuple[Passage, ...]:
        return make_passages(document(self.text, **facts), self.provisions())


@pytest.fixture
def plan() -> Outline:
    outline = Outline()
    first = outline.add("I", "I. NHIỆM VỤ", ProvisionKind.ROMAN, heading="NHIỆM VỤ")
    lead = outline.add("I/1", "1. Giao Sở Nội vụ chủ trì các việc sau đây trong năm nay:", parent=first)
    outline.add("I/1/a", "a) " + LONG * 3, ProvisionKind.POINT, lead)
    outline.add("I/1/b", "b) " + LONG * 4, ProvisionKind.POINT, lead)
    outline.add("I/2", "2. " + LONG * 30, parent=first)
    return outline


def test_each_passage_is_a_verbatim_span(plan: Outline) -> None:
    for passage in plan.passages():
        assert plan.text[passage.start : passage.end] == passage.text
        assert passage.text == passage.text.strip() != ""


def test_units_have_passages_of_their_own_in_order(plan: Outline) -> None:
    passages = plan.passages()
    assert list(dict.fromkeys(passage.path for passage in passages)) == ["I/1", "I/1/a", "I/1/b", "I/2"]
    assert all(before.start < after.start for before, after in pairwise(passages))


def test_words_that_lead_to_a_list_are_shown_with_as_much_of_it_as_fits(plan: Outline) -> None:
    lead = next(passage for passage in plan.passages() if passage.path == "I/1")
    assert lead.text.startswith("1. Giao Sở Nội vụ")
    assert lead.text.endswith("theo quy định.")
    assert "b) " not in lead.text
    assert len(lead.text) <= JOINED


def test_the_bases_of_a_document_are_shown_together() -> None:
    outline = Outline()
    preamble = outline.add("mở đầu", "", ProvisionKind.PREAMBLE)
    for number in range(1, 6):
        basis = f"Căn cứ Nghị định số {number}/2024/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật Lưu trữ;"
        outline.add(f"mở đầu/đoạn {number}", basis, ProvisionKind.PARAGRAPH, preamble)
    outline.add("1", "1. " + LONG * 5)
    assert [passage.path for passage in outline.passages()] == ["mở đầu/đoạn 1", "1"]


def test_a_heading_alone_is_no_passage_and_stands_in_the_context(plan: Outline) -> None:
    passages = plan.passages()
    assert all(passage.path != "I" for passage in passages)
    assert passages[0].context == "Kế hoạch Ủy ban nhân dân tỉnh: Số hóa hồ sơ lưu trữ › I. NHIỆM VỤ"
    assert passages[0].heading == "NHIỆM VỤ"


def test_opening_words_stand_in_the_context_of_what_is_below(plan: Outline) -> None:
    point = next(passage for passage in plan.passages() if passage.path == "I/1/a")
    assert "Giao Sở Nội vụ chủ trì các việc sau đây" in point.context


def test_a_long_unit_is_cut_into_windows_of_its_path(plan: Outline) -> None:
    windows = [passage for passage in plan.passages() if passage.path == "I/2"]
    assert len(windows) > 2
    assert all(len(passage.text) <= WINDOW for passage in windows)
    assert len({passage.id for passage in windows}) == len(windows)


def test_small_units_that_follow_each_other_are_joined() -> None:
    outline = Outline()
    parent = outline.add("1", "1. " + LONG * 3)
    for letter in "abcdefghij":
        outline.add(
            f"1/{letter}", f"{letter}) Nộp hồ sơ loại {letter} cho kho lưu trữ của tỉnh;", ProvisionKind.POINT, parent
        )
    joined = [passage for passage in outline.passages() if passage.path != "1"]
    assert len(joined) < 10
    assert joined[0].path == "1/a"
    assert all(SMALL < len(passage.text) <= JOINED for passage in joined[:-1])


def test_units_of_other_kinds_or_parents_are_not_joined() -> None:
    outline = Outline()
    first = outline.add("1", "1. " + LONG * 4)
    outline.add("1/a", "a) Việc nhỏ.", ProvisionKind.POINT, first)
    second = outline.add("2", "2. " + LONG * 4)
    outline.add("2/a", "a) Việc khác.", ProvisionKind.POINT, second)
    outline.add("2/-1", "- Một gạch.", ProvisionKind.BULLET, second)
    assert [passage.path for passage in outline.passages()] == ["1", "1/a", "2", "2/a", "2/-1"]


def test_a_short_unit_stays_whole_with_what_is_below() -> None:
    outline = Outline()
    parent = outline.add(
        "1", "1. Giao Sở Nội vụ xây dựng kế hoạch trong quý I, gồm các việc chuẩn bị hồ sơ sau đây của năm:"
    )
    outline.add("1/a", "a) thống kê hồ sơ của các cơ quan;", ProvisionKind.POINT, parent)
    outline.add("1/b", "b) lập dự toán.", ProvisionKind.POINT, parent)
    (passage,) = outline.passages()
    assert passage.path == "1"
    assert passage.text.endswith("lập dự toán.")


def test_rows_have_the_names_of_their_columns() -> None:
    outline = Outline()
    parent = outline.add("Phụ lục", "PHỤ LỤC", ProvisionKind.APPENDIX, heading="PHỤ LỤC")
    outline.add("Phụ lục row đầu 1", "TT | Nhiệm vụ | Chủ trì", ProvisionKind.ROW, parent, label="đầu 1")
    outline.add("Phụ lục row 1", "1 | " + LONG * 2 + "| Sở Nội vụ", ProvisionKind.ROW, parent, label="1")
    outline.add("Phụ lục row 2", "2 | " + LONG * 2 + "| Sở Tài chính", ProvisionKind.ROW, parent, label="2")
    rows = outline.passages()
    assert [passage.path for passage in rows] == ["Phụ lục row 1", "Phụ lục row 2"]
    assert all(passage.context.endswith("TT | Nhiệm vụ | Chủ trì") for passage in rows)


def test_ids_stay_while_path_and_text_stay(plan: Outline) -> None:
    before = {passage.path: passage.id for passage in plan.passages()}
    changed = Outline()
    changed.text, changed.rows = plan.text, plan.rows
    changed.add("II", "II. " + LONG * 5, ProvisionKind.ROMAN)
    after = {passage.path: passage.id for passage in changed.passages(title="Tên khác")}
    assert all(after[path] == passage_id for path, passage_id in before.items())
    assert all(passage_id.startswith("d1-") for passage_id in after.values())


def test_equal_texts_under_one_path_have_different_ids() -> None:
    outline = Outline()
    outline.add("1", ("1. " + LONG * 7 + "\n") * 3)
    passages = outline.passages()
    assert len({passage.id for passage in passages}) == len(passages)


def test_the_page_is_that_of_the_beginning(plan: Outline) -> None:
    pages = [passage.page for passage in plan.passages()]
    assert pages[0] == 1
    assert pages[-1] == 2


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"number": "12/KH-UBND"}, "Kế hoạch 12/KH-UBND Ủy ban nhân dân tỉnh: Số hóa"),
        ({"locality": "Nam Hà Trung"}, "Kế hoạch Ủy ban nhân dân tỉnh Nam Hà Trung: Số hóa"),
        (
            {"issuer": "Ủy ban nhân dân tỉnh Nam Hà Trung", "locality": "Nam Hà Trung"},
            "Ủy ban nhân dân tỉnh Nam Hà Trung: Số",
        ),
    ],
)
def test_the_document_is_named_with_its_place_once(facts: dict[str, str], name: str, plan: Outline) -> None:
    assert name in plan.passages(**facts)[0].context


def test_a_document_without_units_has_no_passages() -> None:
    assert make_passages(document("Một dòng."), ()) == ()
