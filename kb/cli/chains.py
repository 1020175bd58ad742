"""Prints coverage, drift and impact: what a decision has become below, and what has become of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kb.cli.printing import one_line
from kb.model import Derivation, NodeRef
from kb.trace import REASONS, RELATIONS, Changed, Coverage, Drift, Impact

# How a document or place is called: "179/KH-UBND mục VI/1/b [d1cf597db0e8]".
Called = Callable[[NodeRef], str]

_TEXT = 110
# Documents named one by one; of a law thousands may rest on it.
_MOST_LISTED = 50

_CHANGED = {Changed.VALUE: "khác trị số", Changed.YEAR: "khác năm"}


def print_coverage(found: Coverage, called: Called) -> None:
    print(f"Nhiệm vụ giao cho địa phương: {len(found.tasks)}, chưa có nhiệm vụ địa phương: {len(found.uncovered)}")
    for task in found.tasks:
        mark = "có   " if task.is_covered else "CHƯA "
        print(f"  {mark} {task.ref.path}: {one_line(task.task.text, _TEXT)}")
        for edge in task.by:
            print(f"         ← {called(edge.lower)} ({_known_by(edge)})")
        if task.others:
            print(f"         … và khoảng {task.others} nhiệm vụ khác (xem từng nơi bằng --locality)")
    print(f"Văn bản địa phương dựa trên văn bản này: {len(found.local_documents)}")
    for document in found.local_documents[:_MOST_LISTED]:
        print(f"  {called(NodeRef(document))}")
    if len(found.local_documents) > _MOST_LISTED:
        print(f"  … và {len(found.local_documents) - _MOST_LISTED} văn bản khác")
    print(f"Nhiệm vụ địa phương chưa thấy nguồn: {len(found.unfounded)}")
    for ref, work in found.unfounded:
        print(f"  {called(ref)}: {one_line(work.text, _TEXT)}")


def print_drift(found: Sequence[Drift], called: Called) -> None:
    for item in found:
        stricter = "cấp dưới đặt chặt hơn" if item.is_stricter else "cấp dưới đặt THẤP HƠN"
        print(f"{_CHANGED[item.changed]}, {stricter} (giống nhau {item.sameness:.2f})")
        for stated, place in ((item.upper, "trên"), (item.lower, "dưới")):
            print(f"  {place}: {stated.printed}, {called(stated.ref)}: “{one_line(stated.evidence.quote, 2 * _TEXT)}”")
    print(f"{len(found)} chỉ tiêu khác với văn bản cấp trên")


def print_impact(found: Impact, called: Called) -> None:
    if not found.changes:
        print("Chưa thấy văn bản nào thay thế, sửa đổi hoặc bãi bỏ văn bản này.")
    for change in found.changes:
        print(f"⚠ {change.message}")
        for evidence in change.edge.evidence:
            print(f"    “{one_line(evidence.quote, _TEXT)}”")
    print(f"Dựa trực tiếp trên văn bản này: {len(found.rests)}; gián tiếp: {len(found.further)}")
    for edge in (*found.rests, *found.further):
        print(f"  {called(edge.lower)} {RELATIONS[edge.relation]} {called(edge.upper)} ({_known_by(edge)})")
    print(f"Nhiệm vụ bị ảnh hưởng: {len(found.tasks)}")
    for carried in found.tasks:
        print(f"  {called(carried.task_ref)}: {one_line(carried.task.text, _TEXT)}")


def _known_by(edge: Derivation) -> str:
    return f"{REASONS[edge.reason]}, {edge.confidence:.2f}"
