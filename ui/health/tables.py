"""Tables of the state of the knowledge base. Pure text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kb.model import DocumentSummary, HealthCheck
from kb.upkeep import DocumentHealth, Work, WorkKind
from ui.address import PageName, document_link, href
from ui.markup import Html, badge, joined, link, tag
from ui.parts import document_heading, empty_state, table
from ui.words import FIELDS, document_name

# Works on one page of the list.
WORKS = 50

_KINDS = {
    WorkKind.FETCH: ("Bổ sung văn bản", "viện dẫn"),
    WorkKind.CORRECT: ("Đính chính", "dữ kiện"),
    WorkKind.READ_AGAIN: ("Đọc lại", "trang"),
    WorkKind.LOOK_AT_LINES: ("Xem lại dòng", "dòng"),
    WorkKind.DISAMBIGUATE: ("Làm rõ viện dẫn", "viện dẫn"),
}

# How the format of a file is called.
FORMATS = {
    "md": "Markdown",
    "txt": "văn bản thuần",
    "docx": "Word (.docx)",
    "doc": "Word cũ (.doc)",
    "rtf": "RTF",
    "xlsx": "Excel (.xlsx)",
    "html": "trang web",
    "pdf": "PDF",
    "ocr": "bản quét, nhận dạng chữ",
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


def work_html(work: Sequence[Work], page: int, names: Mapping[str, DocumentSummary]) -> Html:
    """One page (from 1) of the work list."""
    if not work:
        return empty_state("Không có việc gì cần làm")
    first = (page - 1) * WORKS
    shown = work[first : first + WORKS]
    rows = [
        (str(n), _KINDS[item.kind][0], _what(item, names), f"{item.gain} {_KINDS[item.kind][1]}")
        for n, item in enumerate(shown, first + 1)
    ]
    columns = ("#", "Loại việc", "Việc", "Được lợi")
    caption = f"{len(work)} việc, việc có ích nhất trước; hiện {first + 1}–{first + len(shown)}"
    return table(columns, rows, caption, class_="kb-works")


def _what(item: Work, names: Mapping[str, DocumentSummary]) -> Html:
    summary = names.get(item.document_id or "")
    if item.kind is WorkKind.FETCH:
        where = f" – lấy ở {item.where}" if item.where else ""
        return joined([link(href(PageName.INTAKE), item.what), tag("span", where, class_="kb-quiet")])
    return joined([link(_goal(item), item.what), tag("span", f" – {document_name(summary)}" if summary else "")])


def _goal(item: Work) -> str:
    """Where the work is done."""
    document_id = item.document_id or ""
    if item.kind is WorkKind.CORRECT:
        return document_link(document_id, muc="du-kien")
    if item.kind is WorkKind.DISAMBIGUATE:
        return document_link(document_id, muc="vien-dan", loc="chua-ro")
    return health_link(document_id)


def health_link(document_id: str) -> str:
    """The address of the state of one document."""
    return href(PageName.HEALTH, muc="van-ban", vb=document_id)


def healths_html(pairs: Iterable[tuple[DocumentSummary, DocumentHealth]], caption: str) -> Html:
    rows = [_health(summary, health) for summary, health in pairs]
    columns = (
        "Văn bản",
        "Tệp",
        "Trang không chữ",
        "Dòng chưa đọc",
        "Dữ kiện cần kiểm tra",
        "Viện dẫn chưa rõ",
        "Lưu ý",
        "",
    )
    return table(columns, rows, caption)


def _health(summary: DocumentSummary, health: DocumentHealth) -> tuple[str | Html | None, ...]:
    unclear = health.missing_count + health.ambiguous_count
    state = badge("✓ tốt", "good") if health.is_sound else badge(f"{health.trouble} chỗ cần xem", "warn")
    return (
        document_heading(summary),
        file_words(health),
        _number(len(health.blank_pages)),
        _number(len(health.unread)),
        "; ".join(FIELDS[field] for field in (*health.absent, *health.doubtful)) or "0",
        f"{unclear}/{health.reference_count}",
        _number(len(health.notices)),
        link(health_link(summary.id), state),
    )


def file_words(health: DocumentHealth) -> str:
    """Format, pages and encoding of a file."""
    pages = f"{health.page_count} trang" if health.page_count else None
    encoding = f"bảng mã {health.encoding.upper()}" if health.encoding else None
    return ", ".join(part for part in (FORMATS.get(health.format, health.format), pages, encoding) if part)


def _number(count: int) -> Html:
    return tag("b", str(count)) if count else Html("0")
