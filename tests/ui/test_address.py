"""Addresses are made and read back; nonsense in one is left out, never an error."""

from __future__ import annotations

from datetime import date

import pytest

from kb.model import Level
from kb.tasks import Role
from ui.address import PageName, document_link, href, read_day, read_href, read_number, read_span
from ui.search.query import FIRST_LIMIT, MOST, Query, read_query
from ui.tasks.query import TaskQuery, read_task_query


@pytest.mark.parametrize(
    ("link", "made"),
    [
        ("./", href(PageName.SEARCH)),
        ("./?q=b%C3%A1o+c%C3%A1o", href(PageName.SEARCH, q="báo cáo")),
        ("van-ban?doc=ab12&path=%C4%90i%E1%BB%81u+1%2FII", document_link("ab12", "Điều 1/II")),
        ("van-ban?doc=ab12&at=3-9", document_link("ab12", at=(3, 9))),
        ("nhiem-vu?loai=a&loai=b", href(PageName.TASKS, loai=("a", "b"), trong=None, rong="")),
    ],
)
def test_links_are_relative_and_hold_what_has_a_value(link: str, made: str) -> None:
    assert made == link


def test_a_link_is_read_back() -> None:
    assert read_href(document_link("ab12", "Điều 1/II")) == (
        PageName.DOCUMENTS,
        {"doc": ["ab12"], "path": ["Điều 1/II"]},
    )
    assert read_href("./?q=x") == (PageName.SEARCH, {"q": ["x"]})


@pytest.mark.parametrize(
    "link", ["https://la.vn/van-ban", "//la.vn", "javascript:alert(1)", "trang-la?x=1", "van-ban#x"]
)
def test_a_link_to_elsewhere_is_not_followed(link: str) -> None:
    assert read_href(link) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("3-9", (3, 9)),
        ("9-3", None),
        ("3-3", None),
        ("a-b", None),
        ("-3-9", None),
        ("", None),
        (None, None),
        ("٣-٩", None),
        ("1-" + "9" * 30, None),
    ],
)
def test_spans(text: str | None, span: tuple[int, int] | None) -> None:
    assert read_span(text) == span


def test_days_and_numbers() -> None:
    assert read_day("2024-06-30") == date(2024, 6, 30)
    assert [read_day(text) for text in ("30/6/2024", "2024-13-01", "", None)] == [None] * 4
    assert read_number("12") == 12
    assert [read_number(text) for text in ("-1", "1.5", "9999999", "x", None)] == [None] * 5


SEARCH = Query(
    words="bảo đảm an toàn",
    chosen={"kind": ("Chỉ thị", "Nghị quyết"), "level": ("province",)},
    issued_from=date(2020, 1, 1),
    in_force=True,
    within="ab12",
    limit=40,
)


def test_a_search_is_its_address() -> None:
    goal = read_href(SEARCH.address)
    assert goal is not None
    assert read_query(goal[1]) == SEARCH


def test_a_search_becomes_filters() -> None:
    filters = SEARCH.filters
    assert (filters.kinds, filters.levels, filters.document_ids) == (
        ("Chỉ thị", "Nghị quyết"),
        (Level.PROVINCE,),
        ("ab12",),
    )
    assert filters.in_force
    assert not Query("x").is_filtered


def test_a_value_of_a_facet_is_chosen_and_let_go() -> None:
    chosen = Query("x").toggled("kind", "Chỉ thị")
    assert chosen.chosen == {"kind": ("Chỉ thị",)}
    assert chosen.toggled("kind", "Chỉ thị") == Query("x", {})


@pytest.mark.parametrize(
    ("parameters", "query"),
    [
        ({}, Query(chosen={})),
        ({"q": ["  a   b "]}, Query("a b", {})),
        ({"cap": ["hành tinh"], "tu": ["hôm qua"]}, Query(chosen={})),
        ({"so": ["999999999"]}, Query(chosen={}, limit=MOST)),
        ({"so": ["-5"]}, Query(chosen={}, limit=FIRST_LIMIT)),
        ({"so": ["0"]}, Query(chosen={}, limit=FIRST_LIMIT)),
    ],
    ids=str,
)
def test_what_an_address_cannot_mean_is_left_out(parameters: dict[str, list[str]], query: Query) -> None:
    assert read_query(parameters) == query


def test_a_view_of_tasks_is_its_address() -> None:
    query = TaskQuery("Sở Nội vụ", Role.LEAD, "ab12", date(2025, 1, 1), True, "lich", date(2024, 6, 1), 3)
    goal = read_href(query.address)
    assert goal is not None
    assert read_task_query(goal[1]) == query
    soon = TaskQuery(is_coming_only=True)
    assert read_task_query({"sap": ["1"]}) == soon
    assert soon.address == "nhiem-vu?sap=1"
    assert read_task_query({"vai": ["vua"], "thang": ["2024-99"], "trang": ["0"]}) == TaskQuery()
