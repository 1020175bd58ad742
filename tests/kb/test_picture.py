"""The picture of a trace: well-formed, escaped, told apart without colour, readable when it is large."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from kb.model import Derivation, Evidence, NodeRef, Reason, Relation, Trace, TraceNode
from kb.picture import MOST_LABELS, draw_trace
from kb.picture.layout import BOX_HEIGHT, BOX_WIDTH, MOST_PER_ROW, Layout, lay_out

SVG = "{http://www.w3.org/2000/svg}"


def node(ref: NodeRef, **values: object) -> TraceNode:
    made = TraceNode(
        ref, f"{ref.document_id}/QĐ-TTg", "về rừng ven biển", "Thủ tướng Chính phủ", date(2031, 5, 1), True, None
    )
    return replace(made, **values)  # type: ignore[arg-type]


def edge(
    lower: str, upper: str, reason: Reason = Reason.EXPLICIT, relation: Relation = Relation.BASED_ON
) -> Derivation:
    evidence = Evidence(lower, "mở đầu", "Căn cứ Quyết định …", 0, 19, 1)
    return Derivation(NodeRef(lower), NodeRef(upper), relation, reason, 0.9, (evidence,))


def traced(up: list[Derivation], down: list[Derivation], start: str = "0", **values: object) -> Trace:
    refs = dict.fromkeys([NodeRef(start), *(end for e in (*up, *down) for end in (e.lower, e.upper))])
    return Trace(NodeRef(start), {ref: node(ref, **values) for ref in refs}, tuple(up), tuple(down))


def parsed(trace: Trace) -> ElementTree.Element:
    return ElementTree.fromstring(draw_trace(trace))


def words(trace: Trace) -> str:
    return " ".join(text.text or "" for text in parsed(trace).iter(f"{SVG}text"))


def test_what_is_above_stands_above_and_what_is_below_below() -> None:
    boxes = lay_out(traced([edge("0", "1"), edge("1", "2")], [edge("3", "0"), edge("4", "3")])).boxes
    order = [boxes[NodeRef(name)].y for name in ("2", "1", "0", "3", "4")]
    assert order == sorted(order)
    assert len(set(order)) == 5


def test_a_successor_stands_beyond_what_it_replaced() -> None:
    boxes = lay_out(traced([edge("0", "1"), edge("5", "1", relation=Relation.REPLACES)], [])).boxes
    assert boxes[NodeRef("5")].y < boxes[NodeRef("1")].y < boxes[NodeRef("0")].y


def overlapping(layout: Layout) -> list[tuple[NodeRef, NodeRef]]:
    placed = list(layout.boxes.items())
    return [
        (one, other)
        for index, (one, a) in enumerate(placed)
        for other, b in placed[index + 1 :]
        if abs(a.x - b.x) < BOX_WIDTH and abs(a.y - b.y) < BOX_HEIGHT
    ]


def test_two_hundred_nodes_stand_apart_within_the_picture() -> None:
    down = [edge(str(n), str(n // 9)) for n in range(1, 201)]
    layout = lay_out(traced([], down))
    assert len(layout.boxes) == 201
    assert not overlapping(layout)
    assert all(box.x >= 0 and box.x + BOX_WIDTH <= layout.width for box in layout.boxes.values())
    assert all(box.y >= 0 and box.y + BOX_HEIGHT <= layout.height for box in layout.boxes.values())
    assert layout.width <= (MOST_PER_ROW + 1) * (BOX_WIDTH + 40)


def test_the_words_of_a_document_cannot_become_markup() -> None:
    title = "<script>alert('x')</script> & \"ngoặc\" ]]>"
    svg = draw_trace(traced([edge("0", "1")], [], title=title, number='1<2&"3"'))
    assert "<script" not in svg
    assert 'aria-label="Nguồn gốc của 1&lt;2&amp;&quot;3&quot;' in svg
    assert title in [
        text.text.split("\n")[1]
        for text in ElementTree.fromstring(svg).iter(f"{SVG}title")
        if "\n" in (text.text or "")
    ]


def test_reasons_are_told_apart_by_dashes_and_width_and_named_in_the_legend() -> None:
    reasons = list(Reason)
    trace = traced([edge("0", str(n), reason) for n, reason in enumerate(reasons, start=1)], [])
    lines = [path for path in parsed(trace).iter(f"{SVG}path") if path.get("data-reason")]
    styles = {(path.get("stroke-dasharray"), path.get("stroke-width")) for path in lines}
    assert len(styles) == len(reasons)
    for name in ("viện dẫn trực tiếp", "viện dẫn bằng tên", "thừa hưởng", "sổ văn bản", "tương tự", "người dùng"):
        assert name in words(trace)


def test_the_legend_names_only_what_occurs() -> None:
    assert "sổ văn bản" not in words(traced([edge("0", "1")], []))


def test_a_document_that_is_not_held_is_dashed_and_says_so() -> None:
    trace = traced([edge("0", "1")], [], held=False)
    assert "chưa có toàn văn" in words(trace)
    assert all("absent" in (box.get("class") or "") for box in parsed(trace).iter(f"{SVG}rect") if box.get("rx"))


def test_a_replaced_document_bears_its_warning() -> None:
    warning = "Quyết định số 1/QĐ-TTg đã được thay thế bởi Quyết định số 2/QĐ-TTg"
    assert "⚠ đã được thay thế bởi Quyết định" in words(traced([edge("0", "1")], [], warnings=(warning,)))


@pytest.mark.parametrize(("count", "is_labelled"), [(3, True), (MOST_LABELS + 1, False)])
def test_lines_are_labelled_while_there_is_room(count: int, is_labelled: bool) -> None:
    trace = traced([], [edge(str(n), "0") for n in range(1, count + 1)])
    assert ("căn cứ" in words(trace)) is is_labelled
    titles = [title.text or "" for title in parsed(trace).iter(f"{SVG}title")]
    assert sum("căn cứ – viện dẫn trực tiếp (90%)" in title for title in titles) == count


def test_a_start_alone_is_a_picture() -> None:
    assert len(re.findall("<g>", draw_trace(traced([], [])))) == 1


def test_documents_that_cite_each_other_are_drawn() -> None:
    trace = traced([edge("0", "1"), edge("1", "0")], [edge("1", "0"), edge("0", "1")])
    assert len(lay_out(trace).boxes) == 2
    assert len([p for p in parsed(trace).iter(f"{SVG}path") if p.get("data-reason")]) == 2


def test_a_box_with_an_address_is_a_link_to_it() -> None:
    trace = traced([edge("0", "1")], [])
    links = {NodeRef("1"): 'truy-vet?doc=1&path="Điều <1>"'}
    drawn = list(ElementTree.fromstring(draw_trace(trace, links)).iter(f"{SVG}a"))
    assert [link.get("href") for link in drawn] == [links[NodeRef("1")]]
    assert "1/QĐ-TTg" in " ".join(text.text or "" for text in drawn[0].iter(f"{SVG}text"))
    assert not list(parsed(trace).iter(f"{SVG}a"))


def test_in_a_crowded_picture_one_line_of_each_box_stands_out() -> None:
    """Everything rests on the start and on the document before it: the nearest line is plain, the other faint."""
    down = [edge("1", "0")]
    for number in range(2, MOST_LABELS):
        down += [edge(str(number), str(number - 1)), edge(str(number), "0")]
    drawn = draw_trace(traced([], down))
    assert drawn.count('class="edge" data-reason') == MOST_LABELS - 1
    assert drawn.count('class="edge faint"') == len(down) - (MOST_LABELS - 1)


def test_a_small_picture_has_no_faint_lines() -> None:
    assert "edge faint" not in draw_trace(traced([], [edge("1", "0"), edge("2", "1"), edge("2", "0")]))
