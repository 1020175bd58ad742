"""Text that nobody trusts stays text; marks fall exactly on their span."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.changes import ChangeKind, ProvisionChange
from ui.documents.marks import Mark, Marks, apart, marked
from ui.intake.changes import difference_html
from ui.markup import Html, badge, html_of, joined, link, markdown_safe, quoted_commands, shortened, tag, with_cells
from ui.search.results import highlighted


class Reader(HTMLParser):
    """Collects the text and the tags of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", set[str]()
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def test_content_and_attributes_are_escaped_once() -> None:
    made = tag("p", "<b>", tag("i", "&"), class_='x" onclick="y', data_kind="a'b", hidden=True, title=None)
    assert made == ('<p class="x&quot; onclick=&quot;y" data-kind="a&#x27;b" hidden>&lt;b&gt;<i>&amp;</i></p>')
    assert html_of(None) == ""
    assert joined(["<", Html("<br>"), None], "-") == "&lt;-<br>"


def test_commands_in_messages_are_quoted() -> None:
    assert quoted_commands("thêm bằng `kb add`, rồi `kb sync`") == "thêm bằng “kb add”, rồi “kb sync”"


def test_links_stay_inside_the_app() -> None:
    assert link('van-ban?a="', "<x>", class_="c") == (
        '<a href="van-ban?a=&quot;" class="kb-link c" target="_self">&lt;x&gt;</a>'
    )
    assert badge("cũ", "warn") == '<span class="kb-badge kb-warn">cũ</span>'


def test_a_row_of_a_table_stands_as_cells() -> None:
    assert with_cells("I | <b> |  | Sở") == (
        '<span class="kb-cell">I</span> <span class="kb-cell">&lt;b&gt;</span> <span class="kb-cell">Sở</span>'
    )
    assert with_cells("a|b") == "a|b"
    assert with_cells("số | việc", lambda text: highlighted(text, "việc")) == (
        '<span class="kb-cell">số</span> <span class="kb-cell"><em>việc</em></span>'
    )


def test_markdown_loses_its_meaning() -> None:
    assert markdown_safe("**a** [x](y) $z$ :red[w] <b> # 1") == (r"\*\*a\*\* \[x\]\(y\) \$z\$ \:red\[w\] \<b\> \# 1")


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("một hai ba", 20, "một hai ba"),
        ("một hai ba bốn", 9, "một hai…"),
        ("x" * 30, 10, "x" * 10 + "…"),
        (" a \n b ", 9, "a b"),
    ],
)
def test_shortening_between_words(text: str, limit: int, short: str) -> None:
    assert shortened(text, limit) == short


def test_a_quotation_over_a_link_marks_both() -> None:
    text = "Căn cứ Quyết định số 88/QĐ-TTg, giao Sở."
    marks = Marks((Mark(7, 30, "kb-ref", "van-ban?doc=a"),), (Mark(21, 35, "kb-quote"),))
    assert marked(text, 0, len(text), marks) == (
        'Căn cứ <a href="van-ban?doc=a" class="kb-link kb-ref" target="_self">Quyết định số </a>'
        '<a href="van-ban?doc=a" class="kb-link kb-ref" target="_self"><mark class="kb-quote">88/QĐ-TTg</mark></a>'
        '<mark class="kb-quote">, gia</mark>o Sở.'
    )


def test_overlapping_links_keep_the_first() -> None:
    assert [mark.start for mark in apart([Mark(5, 9, "b"), Mark(0, 6, "a"), Mark(9, 12, "c"), Mark(3, 3, "d")])] == [
        0,
        9,
    ]


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(st.text(max_size=60), st.lists(SPANS, max_size=5), SPANS)
def test_whatever_is_marked_the_text_is_whole(text: str, spans: list[list[int]], quote: list[int]) -> None:
    links = apart([Mark(start, min(end, len(text)), "l", "van-ban") for start, end in spans])
    made = marked(text, 0, len(text), Marks(links, (Mark(quote[0], quote[1], "q"),)))
    reader = Reader(made)
    assert unescape(reader.text.replace("\r", "\n")) == unescape(text.replace("\r", "\n"))
    assert reader.tags <= {"a", "mark"}


def test_words_of_the_question_are_marked_with_and_without_diacritics() -> None:
    text = "Báo cáo hằng năm <b>"
    assert highlighted(text, "bao cao") == "<em>Báo</em> <em>cáo</em> hằng năm &lt;b&gt;"
    assert highlighted(text, "báo") == "<em>Báo</em> cáo hằng năm &lt;b&gt;"
    assert highlighted(text, "bão") == "Báo cáo hằng năm &lt;b&gt;"


def test_the_words_that_went_and_came() -> None:
    change = ProvisionChange("Điều 2", ChangeKind.CHANGED, "trước ngày 30/6/2024.", "trước ngày <31/12/2025>.")
    assert difference_html(change) == "trước ngày <del>30/6/2024.</del><ins>&lt;31/12/2025&gt;.</ins>"
