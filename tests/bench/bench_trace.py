"""Time and memory of resolution, trace and coverage on a large catalogue that is made up.

    python tests/bench/bench_trace.py [--documents 5000] [--references 200000] [--home FOLDER]

Documents rest upwards as real ones do, within 40 fields of policy: 10 national ones a field, plans of 34 provinces
below them; they mention any older document, and a tenth of the citations go to documents that nobody holds. One
document is the basis of all (as the law on local government is). Limits: trace 100 ms, coverage 2 s. Times are of the
process (cpu) and of the clock (p50, max): on a busy machine the former tells more.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import numpy as np
from linked import Cite, Work, Written

from kb.catalogue import Catalogue
from kb.model import Level, NodeRef, Relation
from kb.resolve import resolve_after_change
from kb.trace import Tracer

SEED = 20260101
NATIONAL = 400
FIELDS = 40
PROVINCES = 34
TASKS = 20
SUBJECTS = (
    "trồng rừng ngập mặn", "cấp nước sạch nông thôn", "số hóa hồ sơ đất đai", "đào tạo nghề cho ngư dân",
    "sửa chữa cảng cá", "quan trắc môi trường biển", "khám bệnh từ xa", "thanh toán học phí trực tuyến",
    "bảo tồn rạn san hô", "xử lý rác thải nhựa", "phòng chống thiên tai", "phát triển du lịch cộng đồng",
)  # fmt: skip
VERBS = ("Xây dựng", "Triển khai", "Rà soát, hoàn thiện", "Tổ chức", "Đẩy mạnh", "Kiểm tra, giám sát")
MISSING_SHARE = 0.1


def make_documents(count: int, references: int) -> Iterator[Written]:
    chance = random.Random(SEED)
    each = references // count
    for index in range(count):
        yield _document(index, each, chance)


def _document(index: int, citations: int, chance: random.Random) -> Written:
    is_national = index < NATIONAL
    works = [_work(place, index, chance) for place in range(TASKS)]
    cites = [_cite(index, place, chance) for place in range(citations)]
    text = "\n".join(_sentences(cites, works))
    return Written(
        f"{index:012x}",
        text,
        number=_number(index),
        on=_day(index),
        kind="Quyết định" if is_national else "Kế hoạch",
        issuer="Thủ tướng Chính phủ" if is_national else f"Ủy ban nhân dân tỉnh {_province(index)}",
        level=Level.CENTRAL if is_national else Level.PROVINCE,
        locality=None if is_national else _province(index),
        title=f"về {SUBJECTS[index % len(SUBJECTS)]} giai đoạn {index}",
        cites=tuple(cites),
        works=tuple(works),
    )


def _sentences(cites: list[Cite], works: list[Work]) -> Iterator[str]:
    for place, cite in enumerate(cites):
        lead = "Căn cứ" if cite.relation is Relation.BASED_ON else "Theo quy định tại"
        yield f"{lead} {cite.surface} của cơ quan có thẩm quyền về việc tổ chức thực hiện nhiệm vụ số {place};"
    yield from (work.text for work in works)


def _cite(index: int, place: int, chance: random.Random) -> Cite:
    """The first citations are the basis, upwards; the others mention anything older."""
    is_basis = place < 4
    target = _basis(index, place, chance) if is_basis else chance.randrange(max(1, index))
    number = f"{target + 50_000}/QĐ-BTC" if chance.random() < MISSING_SHARE else _number(target)
    is_dated = is_basis or chance.random() < 0.5
    day = _day(target) if is_dated else None
    relation = Relation.BASED_ON if is_basis else Relation.MENTIONS
    surface = f"văn bản số {number}" + (f" ngày {day}" if day else "") + f" [{place}]"
    issuer = None if target < NATIONAL else f"UBND tỉnh {_province(target)}"
    return Cite(surface, number, day, relation, where="mở đầu" if is_basis else "Điều 1", issuer=issuer)


def _basis(index: int, place: int, chance: random.Random) -> int:
    """An older national document of the field; for the first citation, the one that all rest on."""
    if place == 0:
        return 0
    older = [other for other in range(index % FIELDS, min(index, NATIONAL), FIELDS) if other]
    return chance.choice(older) if older else 0


def _work(place: int, index: int, chance: random.Random) -> Work:
    subject = SUBJECTS[chance.randrange(len(SUBJECTS))]
    words = f"{place + 1}. {VERBS[chance.randrange(len(VERBS))]} {subject} trên địa bàn đợt {index % 50} mục {place}."
    lead = ("Ủy ban nhân dân các tỉnh",) if index < NATIONAL else ("Sở Nông nghiệp",)
    return Work(f"II/{place + 1}", words, lead)


def _number(index: int) -> str:
    return f"{index + 1}/QĐ-TTg" if index < NATIONAL else f"{index + 1}/KH-UBND"


def _day(index: int) -> str:
    return f"{2000 + index // 400}-{index % 12 + 1:02d}-{index % 28 + 1:02d}"


def _province(index: int) -> str:
    return f"Miền {'ABCDEFGHIKLMNOPQ'[index % 16]}{'abc'[index % PROVINCES % 3]}"


def build(catalogue: Catalogue, count: int, references: int) -> None:
    with catalogue.writing() as writer:
        for document in make_documents(count, references):
            writer.put(document.parsed(), np.zeros(4, dtype=np.uint32), {}, "none")
    _timed("resolve all", lambda: _resolve_all(catalogue))


def _resolve_all(catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        resolve_after_change(writer, None)


def _resolve_one(catalogue: Catalogue, document: Written) -> None:
    with catalogue.writing() as writer:
        writer.put(document.parsed(), np.zeros(4, dtype=np.uint32), {}, "none")
        resolve_after_change(writer, [document.id])


def _resolve_again(catalogue: Catalogue, document_id: str) -> None:
    with catalogue.writing() as writer:
        resolve_after_change(writer, [document_id])


def _timed(name: str, work: Callable[[], object], times: int = 1) -> float:
    took, used = [], []
    for _ in range(times):
        started, begun = time.perf_counter(), time.process_time()
        work()
        took.append((time.perf_counter() - started) * 1000)
        used.append((time.process_time() - begun) * 1000)
    middle, cpu = sorted(took)[len(took) // 2], sorted(used)[len(used) // 2]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:34} cpu {cpu:8.1f} ms  p50 {middle:8.1f} ms  max {max(took):8.1f} ms  memory {memory:4.0f} MB")
    return middle


def measure(catalogue: Catalogue, count: int) -> None:
    tracer = Tracer(catalogue)
    chance = random.Random(SEED)
    tasks = [NodeRef(f"{chance.randrange(NATIONAL, count):012x}", "II/3") for _ in range(20)]
    plans = [NodeRef(f"{chance.randrange(NATIONAL, count):012x}") for _ in range(20)]
    hubs = [NodeRef(f"{index:012x}") for index in range(40, 60)]
    root = f"{0:012x}"
    tracer.trace(hubs[0])
    for name, refs in (("trace of a task", tasks), ("trace of a plan", plans), ("trace of a hub", hubs)):
        rest = iter(refs)
        _timed(name, lambda rest=rest: tracer.trace(next(rest)), len(refs))  # type: ignore[misc]
    _timed("warnings of a plan", lambda: tracer.document_warnings(plans[0].document_id), 10)
    _timed("missing", tracer.missing)
    _timed("coverage of a hub", lambda: tracer.coverage(hubs[0].document_id), 3)
    _timed("trace of what all rest on", lambda: tracer.trace(NodeRef(root)), 3)
    _timed("coverage of what all rest on", lambda: tracer.coverage(root))
    _timed("impact of a hub", lambda: tracer.impact(hubs[0].document_id))
    _timed("drift of a plan", lambda: tracer.drift(plans[0].document_id))
    new = _document(count + 1, 40, chance)
    _timed("add and resolve one document", lambda: _resolve_one(catalogue, new), 3)
    _timed("resolve again what cites a hub", lambda: _resolve_again(catalogue, hubs[0].document_id))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=5_000)
    options.add_argument("--references", type=int, default=200_000)
    options.add_argument("--home", type=Path)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = (chosen.home or Path(folder)) / "catalogue.sqlite"
        is_new = not file.exists()
        catalogue = Catalogue(f"sqlite:///{file}")
        if is_new:
            _timed("build", lambda: build(catalogue, chosen.documents, chosen.references))
        print(f"{catalogue.count()}  {file.stat().st_size / 1e6:.0f} MB on disk")
        measure(catalogue, chosen.documents)


if __name__ == "__main__":
    main()
