"""The state of one document: everything of it that a person should look at, each with the link to its place."""

from __future__ import annotations

from collections.abc import Iterable

from kb.errors import NotFound
from kb.model import Document, Field
from kb.upkeep import DocumentHealth, Unread, health_of
from ui.address import PageName, document_link, href
from ui.base import show
from ui.documents.store import opened
from ui.health.tables import file_words
from ui.markup import Html, joined, link, shortened, tag
from ui.parts import document_heading, empty_state, notice, table
from ui.words import FIELDS

# Unread lines that are listed; more are counted.
_LINES = 200
# Characters of a line.
_WORDS = 200
_WHY = {
    Unread.FRAME: "ở đầu hoặc cuối văn bản, không rõ là gì",
    Unread.NUMBER: "có số thứ tự nhưng không khớp dãy nào",
}


def render_one(document_id: str) -> None:
    show(tag("p", link(href(PageName.HEALTH, muc="van-ban"), "← Mọi văn bản"), class_="kb-back"))
    try:
        found = opened(document_id)
    except NotFound:
        show(empty_state("Kho không có văn bản này", "Văn bản có thể đã bị bỏ khỏi kho."))
        return
    heading = tag("h2", document_heading(found.summary))
    show(joined([heading, health_html(found.stored.document, health_of(found.stored))]))


def health_html(document: Document, health: DocumentHealth) -> Html:
    unclear = f"{health.missing_count} chưa có trong kho, {health.ambiguous_count} chỉ đến nhiều văn bản"
    references = link(document_link(document.id, muc="vien-dan", loc="chua-ro"), f"{unclear}")
    pairs = (
        ("Tệp", tag("span", file_words(health))),
        ("Điều khoản đánh số", str(health.unit_count)),
        ("Trang không có chữ", _pages(document, health.blank_pages)),
        ("Dòng chưa đọc được", str(len(health.unread))),
        ("Dữ kiện không đọc thấy", _facts(document, health.absent)),
        ("Dữ kiện đọc chưa chắc", _facts(document, health.doubtful)),
        ("Viện dẫn chưa rõ", joined([references, f" trong {health.reference_count} viện dẫn"])),
    )
    items = joined(joined([tag("dt", name), tag("dd", value)]) for name, value in pairs)
    return joined([tag("section", tag("dl", items), class_="kb-card"), _notices(health), _lines(document, health)])


def _pages(document: Document, pages: Iterable[int]) -> Html:
    """The numbers, each a link to the page where the file has pictures of them."""
    if document.format != "pdf":
        return tag("span", ", ".join(str(page) for page in pages) or "0")
    return joined([link(document_link(document.id, trang=page), str(page)) for page in pages], ", ") or Html("0")


def _facts(document: Document, fields: Iterable[Field]) -> Html:
    names = "; ".join(FIELDS[field] for field in fields)
    return link(document_link(document.id, muc="du-kien"), names) if names else Html("0")


def _notices(health: DocumentHealth) -> Html | None:
    if not health.notices:
        return None
    return joined([tag("h3", "Lưu ý khi đọc"), *(notice(item.message, "plain") for item in health.notices)])


def _lines(document: Document, health: DocumentHealth) -> Html | None:
    if not health.unread:
        return None
    rows = [
        (
            link(
                document_link(document.id, at=(line.start, line.end)),
                shortened(document.text[line.start : line.end], _WORDS),
            ),
            str(document.page_at(line.start) or ""),
            _WHY[line.why],
        )
        for line in health.unread[:_LINES]
    ]
    caption = f"Dòng chưa đọc được: {len(health.unread)}, hiện {len(rows)}"
    return joined([tag("h3", "Dòng chưa đọc được"), table(("Dòng", "Trang", "Vì sao"), rows, caption)])
