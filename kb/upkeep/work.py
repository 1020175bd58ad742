"""What a maintainer can do for the knowledge base, in order of what helps most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kb.model import MissingDocument
from kb.upkeep.health import DocumentHealth


class WorkKind(StrEnum):
    FETCH = "fetch"
    CORRECT = "correct"
    READ_AGAIN = "read-again"
    LOOK_AT_LINES = "look-at-lines"
    DISAMBIGUATE = "disambiguate"


# What one place made good is worth, in citations that lead somewhere: a document without number or date is not found by
# them, a page holds some thirty lines, and most lines that were not read are marks of a scan or blanks of a form.
_WORTH = {
    WorkKind.FETCH: 1.0,
    WorkKind.CORRECT: 5.0,
    WorkKind.READ_AGAIN: 10.0,
    WorkKind.LOOK_AT_LINES: 0.5,
    WorkKind.DISAMBIGUATE: 1.0,
}


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to do. `gain` is how many citations, facts, pages or lines it makes good; `document_id` where."""

    kind: WorkKind
    gain: int
    what: str
    document_id: str | None = None
    where: str | None = None

    @property
    def worth(self) -> float:
        """How much it helps, by which works are put in order."""
        return self.gain * _WORTH[self.kind]


def work_list(healths: Iterable[DocumentHealth], missing: Sequence[MissingDocument]) -> tuple[Work, ...]:
    """Everything worth doing, what helps most first."""
    found = [work for health in healths for work in _work_on(health)]
    found += [_fetch(item) for item in missing]
    return tuple(sorted(found, key=lambda work: (-work.worth, work.kind.value, work.what)))


def _work_on(health: DocumentHealth) -> Iterable[Work]:
    wanting = len(health.absent) + len(health.doubtful)
    if wanting:
        yield Work(WorkKind.CORRECT, wanting, f"kiểm tra {wanting} dữ kiện", health.document_id)
    pages = len(health.blank_pages)
    if pages:
        yield Work(WorkKind.READ_AGAIN, pages, f"xin bản rõ hơn cho {pages} trang không có chữ", health.document_id)
    lines = len(health.unread)
    if lines:
        yield Work(WorkKind.LOOK_AT_LINES, lines, f"xem {lines} dòng chưa đọc được", health.document_id)
    if health.ambiguous_count:
        what = f"làm rõ {health.ambiguous_count} viện dẫn chỉ đến nhiều văn bản"
        yield Work(WorkKind.DISAMBIGUATE, health.ambiguous_count, what, health.document_id)


def _fetch(item: MissingDocument) -> Work:
    return Work(
        WorkKind.FETCH,
        item.citation_count,
        f"bổ sung {item.number or item.name}, được viện dẫn {item.citation_count} lần",
        where=item.full_text_at,
    )
