"""Tables of the state of the knowledge base. Pure text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kb.model import DocumentSummary, HealthCheck
from kb.upkeep import DocumentHealth, Work, WorkKind
from ui.address import PageName, document_link, href
from ui.markup import Html, badge, joined, link, tag
from ui.parts import document_heading, empty_state, table
from ui.words import FIELDS, document_name

# Rows of the work list that are shown: what comes after helps little.
_WORK = 60
# Documents shown at once in the table of their health.
DOCUMENTS = 100

_KINDS = {
    WorkKind.FETCH: "Bổ sung văn bản",
    WorkKind.CORRECT: "Đính chính",
    WorkKind.READ_AGAIN: "Đọc lại",
    WorkKind.DISAMBIGUATE: "Làm rõ viện dẫn",
}


def checks_html(checks: Sequence[HealthCheck]) -> Html:
    rows = [
        (
            check.part,
            badge("✓ tốt", "good") if check.ok else badge("✕ cần xử lý", "bad"),
            check.seen,
            tag("code", check.remedy) if check.remedy else "",
        )
        for check in checks
    ]
    return table(("Bộ phận", "Tình trạng", "Thấy gì", "Cách khắc phục"), rows, "Các bộ phận của kho")


def work_html(work: Sequence[Work], names: Mapping[str, DocumentSummary]) -> Html:
    if not work:
        return empty_state("Không có việc gì cần làm")
    rows = [(str(n), _KINDS[item.kind], _what(item, names), str(item.gain)) for n, item in enumerate(work[:_WORK], 1)]
    columns = ("#", "Loại việc", "Việc", "Được lợi (chỗ)")
    return table(columns, rows, f"{len(work)} việc, việc có ích nhất trước")


def _what(item: Work, names: Mapping[str, DocumentSummary]) -> Html:
    summary = names.get(item.document_id or "")
    if item.kind is WorkKind.FETCH:
        where = f" – lấy ở {item.where}" if item.where else ""
        return joined([link(href(PageName.INTAKE), item.what), tag("span", where, class_="kb-quiet")])
    goal = document_link(item.document_id or "", muc="du-kien")
    return joined([link(goal, item.what), tag("span", f" – {document_name(summary)}" if summary else "")])


def healths_html(pairs: Iterable[tuple[DocumentSummary, DocumentHealth]]) -> Html:
    rows = [_health(summary, health) for summary, health in pairs]
    columns = ("Văn bản", "Tệp", "Dữ kiện cần kiểm tra", "Lưu ý khi đọc", "Điều khoản", "Viện dẫn chưa rõ")
    return table(columns, rows, f"{len(rows)} văn bản, văn bản cần xem lại trước")


def _health(summary: DocumentSummary, health: DocumentHealth) -> tuple[str | Html | None, ...]:
    facts = "; ".join(FIELDS[field] for field in (*health.absent, *health.doubtful))
    notices = joined(tag("div", notice.message) for notice in health.notices)
    pages = f", {health.page_count} trang" if health.page_count else ""
    encoding = f", bảng mã {health.encoding}" if health.encoding else ""
    unclear = health.missing_count + health.ambiguous_count
    return (
        document_heading(summary),
        f"{health.format}{pages}{encoding}",
        link(document_link(summary.id, muc="du-kien"), facts) if facts else badge("✓ đủ", "good"),
        notices,
        str(health.unit_count),
        link(document_link(summary.id, muc="vien-dan"), f"{unclear}/{health.reference_count}"),
    )
