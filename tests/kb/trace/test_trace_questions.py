"""What is missing, who carries a document out, what is covered, what has drifted; tasks that say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from chain import DIRECTIVE, PROGRAMME, REGISTRY, RESOLUTION, TASK_NAMED
from linked import Cite, Work, Written, a_catalogue, put, register, remove

from kb.catalogue import Catalogue
from kb.errors import NotFound
from kb.model import Decision, Level, NodeRef, Reason, Relation, Verdict
from kb.trace import Changed, Tracer
from kb.trace.indicators import indicators
from kb.trace.likeness import alike


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with a_catalogue(tmp_path) as opened:
        yield opened


def test_missing_documents_come_ranked_by_what_rests_on_them_with_where_to_get_them(catalogue: Catalogue) -> None:
    register(catalogue, *REGISTRY)
    put(catalogue, DIRECTIVE)
    found = Tracer(catalogue).missing()
    assert [item.number for item in found] == ["49/QĐ-TTg", "7-NQ/TW", "42/QĐ-TTg", "71-KH/TU"]
    programme = found[0]
    assert (programme.citation_count, programme.cited_by) == (2, ("directive",))
    assert programme.full_text_at == "https://example.org/49"
    assert programme.title == PROGRAMME.title
    assert found[-1].issued_on == date(2031, 3, 27)


def test_a_number_cited_with_and_without_its_date_is_one_missing_document(catalogue: Catalogue) -> None:
    dated = Cite("số 9/QĐ-BTC ngày 01/02/2031", "9/QĐ-BTC", "2031-02-01", Relation.BASED_ON)
    bare = Cite("số 9/QĐ-BTC", "9/QĐ-BTC", relation=Relation.BASED_ON)
    put(
        catalogue,
        Written("one", dated.surface, "1/KH-BTC", "2032-01-01", cites=(dated,)),
        Written("two", bare.surface, "2/KH-BTC", "2032-01-01", cites=(bare,)),
    )
    (found,) = Tracer(catalogue).missing()
    assert (found.issued_on, found.citation_count, found.cited_by) == (date(2031, 2, 1), 2, ("one", "two"))


def test_what_comes_is_missing_no_more(catalogue: Catalogue) -> None:
    register(catalogue, *REGISTRY)
    put(catalogue, DIRECTIVE)
    put(catalogue, Written("plan", "…", "71-KH/TU", "2031-03-27", level=Level.PROVINCE, locality="Sơn Hà"))
    assert "71-KH/TU" not in {item.number for item in Tracer(catalogue).missing()}
    remove(catalogue, "plan")
    assert "71-KH/TU" in {item.number for item in Tracer(catalogue).missing()}


def test_tasks_that_carry_a_document_out_with_their_chains(catalogue: Catalogue) -> None:
    register(catalogue, *REGISTRY)
    put(catalogue, DIRECTIVE)
    below = {str(item.task_ref): item for item in Tracer(catalogue).tasks_below(NodeRef(RESOLUTION.id))}
    plan = below["directive#1/1.1"]
    assert (plan.reason, [str(edge.upper) for edge in plan.chain]) == (
        Reason.EXPLICIT,
        ["71-kh-tu-son-ha-2031-03-27", RESOLUTION.id],
    )
    assert below["directive#1/1.2"].reason is Reason.BY_NAME
    assert below["directive#1/1.3"].reason is Reason.INHERITED
    assert below["directive#1/1.3"].confidence < plan.confidence


UPPER_TASKS = {
    "1": "Xây dựng chương trình trồng rừng ngập mặn ven biển, hoàn thành trước năm 2035.",
    "2": "Tổ chức đào tạo nghề cho ngư dân chuyển đổi sang nuôi trồng thủy sản bền vững.",
    "3": "Lập bản đồ số hệ sinh thái san hô của các vùng biển.",
}
LOCAL_TASKS = {
    "1": "Sở Nông nghiệp xây dựng chương trình trồng rừng ngập mặn ven biển của tỉnh, hoàn thành trước năm 2035.",
    "2": "Báo cáo định kỳ hằng quý.",
}


def with_tasks(name: str, tasks: dict[str, str], lead: str, cites: tuple[Cite, ...] = (), **values: object) -> Written:
    text = "\n".join((*(cite.surface for cite in cites), *tasks.values()))
    works = tuple(Work(where, words, (lead,)) for where, words in tasks.items())
    return Written(name, text, cites=cites, works=works, **values)  # type: ignore[arg-type]


UPPER = with_tasks(
    "upper", UPPER_TASKS, "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương",
    number="49/QĐ-TTg", on="2031-06-03", kind="Quyết định",
)  # fmt: skip
BASIS = Cite("Thực hiện Quyết định số 49/QĐ-TTg ngày 03/6/2031;", "49/QĐ-TTg", "2031-06-03", Relation.IMPLEMENTS)
LOCAL = with_tasks(
    "local", LOCAL_TASKS, "Sở Nông nghiệp", (BASIS,),
    number="5/KH-UBND", on="2031-09-01", kind="Kế hoạch", level=Level.PROVINCE, locality="Sơn Hà",
)  # fmt: skip


def test_coverage_tells_which_tasks_of_provinces_have_none_yet(catalogue: Catalogue) -> None:
    put(catalogue, UPPER, LOCAL)
    coverage = Tracer(catalogue).coverage("upper")
    assert coverage.local_documents == ("local",)
    assert {str(item.ref): [str(edge.lower) for edge in item.by] for item in coverage.tasks} == {
        "upper#1": ["local#1"],
        "upper#2": [],
        "upper#3": [],
    }
    assert [item.ref.path for item in coverage.uncovered] == ["2", "3"]
    assert coverage.unfounded == ()


def test_coverage_of_one_province_alone(catalogue: Catalogue) -> None:
    put(catalogue, UPPER, LOCAL, replace(LOCAL, id="far", number="6/KH-UBND", locality="Biển Đông"))
    assert Tracer(catalogue).coverage("upper", "Biển Đông").local_documents == ("far",)


def test_tasks_given_to_ministries_are_no_gap_of_provinces(catalogue: Catalogue) -> None:
    works = tuple(replace(work, lead=("Bộ Nông nghiệp",)) for work in UPPER.works)
    put(catalogue, replace(UPPER, works=works), LOCAL)
    assert Tracer(catalogue).coverage("upper").tasks == ()


def test_a_person_may_say_that_a_task_is_covered_or_that_it_is_not(catalogue: Catalogue) -> None:
    put(catalogue, UPPER, LOCAL)
    added = Decision(
        NodeRef("local", "2"), NodeRef("upper", "3"), Relation.IMPLEMENTS, Verdict.ADDED, "A", date(2032, 1, 1), "x"
    )
    rejected = replace(added, lower=NodeRef("local", "1"), upper=NodeRef("upper", "1"), verdict=Verdict.REJECTED)
    with catalogue.writing() as writer:
        writer.add_decision(added)
        writer.add_decision(rejected)
    assert [item.ref.path for item in Tracer(catalogue).coverage("upper").uncovered] == ["1", "2"]


def test_coverage_needs_the_text(catalogue: Catalogue) -> None:
    register(catalogue, *REGISTRY)
    with pytest.raises(NotFound):
        Tracer(catalogue).coverage(PROGRAMME.id)


def test_a_similar_task_above_is_a_suggestion_with_both_texts(catalogue: Catalogue) -> None:
    put(catalogue, UPPER, LOCAL)
    up = Tracer(catalogue).trace(NodeRef("local", "1")).up
    (similar,) = [edge for edge in up if edge.reason is Reason.SIMILAR]
    assert str(similar.upper) == "upper#1"
    assert [evidence.quote for evidence in similar.evidence] == [LOCAL_TASKS["1"], UPPER_TASKS["1"]]
    down = Tracer(catalogue).trace(NodeRef("upper", "1")).down
    assert similar in down


def test_without_a_link_nothing_is_suggested(catalogue: Catalogue) -> None:
    put(catalogue, UPPER, replace(LOCAL, cites=()))
    assert Tracer(catalogue).trace(NodeRef("local", "1")).up == ()


ALIKE = [
    ("Triển khai nền tảng số quản lý rừng ven biển", "Triển khai nền tảng số quản lý rừng ven biển của tỉnh", True),
    ("Triển khai nền tảng số quản lý rừng ven biển", "Bố trí kinh phí sửa chữa trường học hằng năm", False),
    ("Xây dựng Đề án số hóa trong lĩnh vực y tế", "Xây dựng Đề án trong lĩnh vực giáo dục", False),
    ("", "Bố trí kinh phí", False),
]


@pytest.mark.parametrize(("lower", "upper", "expected"), ALIKE)
def test_tasks_that_say_the_same(lower: str, upper: str, expected: bool) -> None:
    others = ["Kiểm tra, đôn đốc thực hiện", "Tuyên truyền trên báo chí về biển đảo", "Lập dự toán kinh phí hằng năm"]
    pairs = alike([lower, *others], [upper, "Đào tạo nghề cho lao động nông thôn"])
    assert any((pair.lower, pair.upper) == (0, 0) for pair in pairs) is expected


def test_nothing_is_alike_nothing() -> None:
    assert alike([], ["một việc"]) == alike(["một việc"], []) == []


def stating(name: str, number: str, text: str, cites: tuple[Cite, ...] = ()) -> Written:
    whole = "\n".join((*(cite.surface for cite in cites), text))
    return Written(name, whole, number, "2031-06-03", cites=cites, units=(("I", text[:6], text[-6:]),))


DRIFTS = {
    "another value": (
        "Đến năm 2035, 80% hộ dân ven biển được cấp nước sạch.",
        "Đến năm 2035, tỷ lệ hộ dân ven biển được cấp nước sạch đạt 70%.",
        [(Changed.VALUE, 70.0, 80.0)],
    ),
    "another year": (
        "Đến năm 2035, 80% hộ dân ven biển được cấp nước sạch.",
        "Đến năm 2037, 80% hộ dân ven biển được cấp nước sạch.",
        [(Changed.YEAR, 80.0, 80.0)],
    ),
    "the same": (
        "Đến năm 2035, 80% hộ dân ven biển được cấp nước sạch.",
        "Tỷ lệ hộ dân ven biển được cấp nước sạch đạt tối thiểu 80% đến năm 2035.",
        [],
    ),
    "a step on the way": (
        "Đến năm 2035, 80% hộ dân ven biển được cấp nước sạch.",
        "Đến năm 2033, 60% hộ dân ven biển được cấp nước sạch.",
        [],
    ),
    "more asked below": (
        "Đến năm 2035, tỷ lệ cơ quan nhà nước dùng chữ ký số đạt tối thiểu 95%.",
        "100% cơ quan nhà nước dùng chữ ký số vào năm 2035.",
        [(Changed.VALUE, 100.0, 95.0)],
    ),
    "at least here, at most there": (
        "Đến năm 2035, tỷ lệ hộ dân ven biển thiếu nước sạch đạt 8%.",
        "Đến năm 2035, tỷ lệ hộ dân ven biển thiếu nước sạch không quá 5%.",
        [],
    ),
    "a count of one level": (
        "Đến năm 2035, ít nhất 2 triệu doanh nghiệp dùng nền tảng số quản lý nước sạch.",
        "Đến năm 2035, ít nhất 1,5 triệu doanh nghiệp dùng nền tảng số quản lý nước sạch.",
        [(Changed.VALUE, 1_500_000.0, 2_000_000.0)],
    ),
    "another unit": (
        "Đến năm 2035, kinh phí trồng rừng ngập mặn ven biển đạt 2% GDP.",
        "Đến năm 2035, kinh phí trồng rừng ngập mặn ven biển đạt 3%.",
        [],
    ),
    "two numbers in one clause": (
        "Kinh phí chi cho nghiên cứu nguồn nước đạt 2% GDP, trong đó kinh phí từ xã hội chiếm hơn 60%.",
        "Tỷ trọng kinh phí từ xã hội trên kinh phí chi cho nghiên cứu nguồn nước đạt 60%.",
        [],
    ),
    "another indicator": (
        "Đến năm 2035, 80% hộ dân ven biển được cấp nước sạch.",
        "Đến năm 2035, 70% tàu cá lắp thiết bị giám sát hành trình.",
        [],
    ),
}


@pytest.mark.parametrize(("above", "below", "expected"), DRIFTS.values(), ids=DRIFTS.keys())
def test_drift_of_an_indicator(
    catalogue: Catalogue, above: str, below: str, expected: list[tuple[Changed, float, float]]
) -> None:
    put(catalogue, stating("above", "49/QĐ-TTg", above), stating("below", "5/KH-UBND", below, (BASIS,)))
    found = Tracer(catalogue).drift("below")
    assert [(drift.changed, drift.lower.value, drift.upper.value) for drift in found] == expected
    for drift in found:
        assert drift.lower.evidence.quote == below
        assert drift.upper.evidence.quote == above


ROWS = [
    ("8 | Tỷ lệ hộ dân có nước sạch | % | ≥ 95 | Bộ Y tế", [95.0]),
    ("8 | Tỷ lệ hộ dân có nước sạch | 95% | 2035", [95.0]),
    ("8 | Số trạm cấp nước sạch của xã | trạm | 95 | 5% dự phòng", []),
    ("Tỷ lệ hộ dân có nước sạch đạt 32,5%; diện tích rừng che phủ đạt 40%.", [32.5, 40.0]),
    ("Giảm 5%.", []),
    ("Theo khoản 5 Điều 7 Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.", []),
    ("Bố trí ít nhất 1.500 tỷ đồng để sửa chữa cảng cá vùng ven biển.", [1.5e12]),
    ("Ít nhất 12 xã hoàn thành cấp nước sạch tập trung.", [12.0]),
]


@pytest.mark.parametrize(("text", "values"), ROWS)
def test_indicators_of_prose_and_of_rows(text: str, values: list[float]) -> None:
    parsed = Written("x", text, units=(("I", text[:4], text[-3:]),)).parsed()
    found = indicators(parsed.document, parsed.provisions)
    assert [indicator.value for indicator in found] == values
    for indicator in found:
        assert text[indicator.start : indicator.end] == indicator.quote


def test_what_a_province_counts_is_no_drift_from_the_nation(catalogue: Catalogue) -> None:
    upper = "Đến năm 2035, ít nhất 2.000 trạm cấp nước sạch ven biển được số hóa."
    lower = replace(stating("below", "5/KH-UBND", upper.replace("2.000", "40"), (BASIS,)), level=Level.PROVINCE)
    put(catalogue, stating("above", "49/QĐ-TTg", upper), lower)
    assert Tracer(catalogue).drift("below") == ()


@pytest.mark.parametrize(("name", "expected"), [("another value", False), ("more asked below", True)])
def test_who_asks_for_more(catalogue: Catalogue, name: str, expected: bool) -> None:
    above, below, _ = DRIFTS[name]
    put(catalogue, stating("above", "49/QĐ-TTg", above), stating("below", "5/KH-UBND", below, (BASIS,)))
    assert [drift.is_stricter for drift in Tracer(catalogue).drift("below")] == [expected]


def test_a_named_task_is_found_from_the_programme_down(catalogue: Catalogue) -> None:
    register(catalogue, *REGISTRY)
    put(catalogue, DIRECTIVE)
    down = Tracer(catalogue).trace(NodeRef(PROGRAMME.id)).down
    named = next(edge for edge in down if edge.lower == NodeRef("directive", "1/1.2"))
    assert (named.reason, named.evidence[0].quote) == (Reason.BY_NAME, TASK_NAMED)
