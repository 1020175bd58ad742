"""What the pages say of answers, results, tasks, deadlines and traces, from values alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from library import picture_pdf

from kb.errors import UnreadableFile
from kb.model import (
    Answer,
    Citation,
    Derivation,
    Evidence,
    Hit,
    NodeRef,
    Reason,
    Recurrence,
    Relation,
    Sentence,
    Task,
    Trace,
    TraceNode,
    Verdict,
)
from kb.tasks import RegisteredTask, Role
from ui.originals import page_picture
from ui.search.answer import answer_html
from ui.search.facets import facets_html
from ui.search.query import Query
from ui.search.results import grouped, results_html
from ui.tasks.calendar import calendar_html, month_to_show
from ui.tasks.query import TaskQuery
from ui.tasks.table import tasks_table_html, urgency
from ui.trace.listing import trace_html
from ui.trace.picture import moving_links

TODAY = date(2024, 6, 20)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


# --- answers and results

CITATION = Citation(1, "ab12", "15/QĐ-UBND", "Số hóa <hồ sơ>", "a.txt", "Điều 2", 3, "giao Sở Nội vụ", 10, 24)


def answer(text: str = "Theo Điều 2: “giao Sở Nội vụ”") -> Answer:
    return Answer("ai làm", False, None, (Sentence(text, (1,)),), (CITATION,), 0.9, ("đã được thay thế",))


def test_an_answer_links_each_sentence_to_its_place() -> None:
    html = answer_html(answer())
    assert html.count("van-ban?doc=ab12&amp;path=%C4%90i%E1%BB%81u+2&amp;at=10-24") == 2
    assert "trang 3" in html
    assert "đã được thay thế" in html
    assert "Số hóa &lt;hồ sơ&gt;" in html


def test_a_quotation_is_not_said_twice() -> None:
    assert "<blockquote" not in answer_html(answer())
    assert "<blockquote" in answer_html(answer("Sở Nội vụ làm việc này."))


def test_a_refusal_says_why_and_what_to_try() -> None:
    html = answer_html(Answer("x", True, "đã tìm trong 3 văn bản", (), (), 0.1), ("số hóa",))
    assert "đã tìm trong 3 văn bản" in html
    assert 'href="./?q=s%E1%BB%91+h%C3%B3a"' in html


def hit(rank: int, document_id: str | None, path: str = "Điều 1") -> Hit:
    registry_id = None if document_id else "r1"
    return Hit(
        rank, document_id, registry_id, "1/NQ", "Tên", None, path, None, "chữ", 0, 3, None, 0.5, "khớp chữ", ("⚠ cũ",)
    )


def test_hits_are_grouped_by_document_in_order_of_the_best() -> None:
    groups = grouped([hit(1, "b"), hit(2, "a"), hit(3, "b", "Điều 2"), hit(4, None)])
    assert [[item.rank for item in group] for group in groups] == [[1, 3], [2], [4]]


def test_a_registered_document_says_that_there_is_no_text() -> None:
    html = results_html([hit(1, None)], "chữ", {})
    assert "kho chưa có toàn văn" in html
    assert 'href="truy-vet?doc=r1"' in html


def test_further_passages_of_a_document_open_on_demand() -> None:
    html = results_html([hit(n, "a", f"Điều {n}") for n in range(1, 6)], "chữ", {})
    assert "Thêm 2 đoạn" in html
    assert html.count("cũ</p>") == 1


def test_facets_show_counts_and_keep_what_is_chosen() -> None:
    query = Query("x", {"kind": ("Luật",)})
    html = facets_html(query, {"kind": {"Chỉ thị": 4, "Quyết định": 9}, "level": {"province": 2}})
    said = words(html)
    assert said.index("Luật") < said.index("Quyết định 9") < said.index("Chỉ thị 4")
    assert "☑ Luật (đang chọn)" in said
    assert "Cấp tỉnh 2" in said
    assert "Bỏ mọi bộ lọc" in said


# --- tasks

TASK = Task(
    "Điều 2", 10, 40, "xây dựng <dự toán>", ("Sở Nội vụ",), (), "trước 30/6", date(2024, 6, 29), None, None, "r"
)


def registered(**changes: object) -> RegisteredTask:
    task = replace(TASK, **changes)  # type: ignore[arg-type]
    return RegisteredTask("ab12", "15/QĐ-UBND", "Số hóa", None, None, None, "a.txt", task, Role.LEAD)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2024, 6, 10), "quá hạn 10 ngày"),
        (TODAY, "hạn hôm nay"),
        (date(2024, 6, 29), "còn 9 ngày"),
        (date(2025, 6, 29), None),
        (None, None),
    ],
)
def test_how_far_the_last_day_is(due: date | None, said: str | None) -> None:
    shown = urgency(registered(due=due), TODAY)
    assert (words(shown) if shown else None) == said


def test_the_table_shows_the_role_and_escapes_the_task() -> None:
    html = tasks_table_html([registered()], 1, TODAY)
    assert "xây dựng &lt;dự toán&gt;" in html
    assert "chủ trì" in html
    assert "29/6/2024" in html


def test_the_calendar_puts_a_task_on_its_last_day() -> None:
    again = registered(due=None, recurrence=Recurrence.QUARTERLY)
    html = calendar_html(TaskQuery(), [registered(), again], TODAY)
    cell = re.search(r"<td[^>]*><span class=\"kb-day\">29</span>(.*?)</td>", html)
    assert cell is not None
    assert "Sở Nội vụ" in cell[1]
    assert "20 (hôm nay)" in html
    assert "hằng quý" in html


@pytest.mark.parametrize(
    ("month", "days", "shown"),
    [
        (date(2023, 1, 1), [date(2024, 6, 29)], date(2023, 1, 1)),
        (None, [date(2024, 9, 2), date(2024, 8, 2), date(2020, 1, 1)], date(2024, 8, 1)),
        (None, [date(2020, 1, 9)], date(2020, 1, 1)),
        (None, [], date(2024, 6, 1)),
    ],
)
def test_the_month_that_opens(month: date | None, days: list[date], shown: date) -> None:
    entries = [registered(due=day) for day in days]
    assert month_to_show(TaskQuery(month=month), entries, TODAY) == shown


# --- traces

START, UPPER, GONE = NodeRef("ab12", "Điều 2"), NodeRef("cd34"), NodeRef("ef56")
QUOTE = Evidence("ab12", "preamble", "Căn cứ <88/QĐ-TTg>", 0, 18, 1)
TRACE = Trace(
    START,
    {
        START: TraceNode(START, "15/QĐ-UBND", "Số hóa", None, None, True, "xây dựng dự toán"),
        UPPER: TraceNode(
            UPPER, "88/QĐ-TTg", "Chương trình", "Thủ tướng", date(2024, 1, 10), True, None, ("đã bị thay",)
        ),
        GONE: TraceNode(GONE, "52-NQ/TW", None, None, None, False, None, (), "trang của Đảng"),
    },
    (
        Derivation(START, UPPER, Relation.BASED_ON, Reason.INHERITED, 0.8, (QUOTE,)),
        Derivation(UPPER, GONE, Relation.IMPLEMENTS, Reason.SIMILAR, 0.5, ()),
    ),
    (),
)


def test_a_trace_says_relation_reason_certainty_and_evidence() -> None:
    said = words(trace_html(TRACE))
    for part in ("căn cứ", "thừa hưởng", "độ chắc 80%", "Căn cứ &lt;88/QĐ-TTg&gt;", "đã bị thay", "chưa có toàn văn"):
        assert part in said
    assert "Toàn văn: trang của Đảng" in said
    assert "Kho chưa có gì triển khai tiếp" in said


def test_a_judged_step_says_so() -> None:
    judged = replace(TRACE.up[1], verdict=Verdict.ACCEPTED)
    assert "đã xác nhận" in trace_html(replace(TRACE, up=(judged,)))


def test_the_moving_picture_leads_to_the_trace_from_each_other_step() -> None:
    assert moving_links(TRACE) == {
        str(UPPER): "truy-vet?doc=cd34&ve=dong",
        str(GONE): "truy-vet?doc=ef56&ve=dong",
    }


# --- pages of an original


def test_a_page_is_drawn_and_a_missing_one_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    picture_pdf(file, pages=2)
    assert page_picture(str(file), "x", 2).startswith(b"\x89PNG")
    assert page_picture(str(file), "x", 1, "chữ không có ở đây").startswith(b"\x89PNG")
    with pytest.raises(UnreadableFile):
        page_picture(str(file), "x", 3)
    (tmp_path / "b.pdf").write_bytes(b"x")
    with pytest.raises(UnreadableFile):
        page_picture(str(tmp_path / "b.pdf"), "y", 1)
