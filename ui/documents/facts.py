"""What is known of a document: what was read and how, what a person corrected and why, stamps and copies. Pure text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kb.model import ArrivalStamp, CertifiedCopy, Document, Field, Level, StoredDocument
from ui.address import document_link
from ui.markup import Html, badge, joined, link, tag
from ui.parts import notice, table
from ui.words import FIELDS, LEVELS, day, file_name

# A fact read with less confidence than this (0 to 1) is shown as doubtful.
DOUBTFUL = 0.7


def facts_html(stored: StoredDocument) -> Html:
    document = stored.document
    return joined(
        [
            tag("h2", "Dữ kiện của văn bản"),
            table(
                ("Dữ kiện", "Giá trị", "Cách có được"),
                [_row(document, field) for field in Field],
                "Dữ kiện đọc được và đính chính",
            ),
            _corrections(document),
            _stamp(document, document.arrival_stamp),
            _copy(document, document.copy),
            _recipients(document),
            _file(stored),
            _notices(document),
        ]
    )


def shown_value(field: Field, value: str | None) -> str:
    """A value as the interface writes it."""
    if not value:
        return "không in trong văn bản"
    if field is Field.LEVEL:
        return LEVELS[Level(value)]
    if field in (Field.ISSUED_ON, Field.EFFECTIVE_ON):
        return day(date.fromisoformat(value))
    return value


def _row(document: Document, field: Field) -> tuple[str | Html, str | Html, str | Html]:
    value = document.value(field)
    shown = shown_value(field, value)
    return FIELDS[field], tag("span", shown, class_=None if value else "kb-quiet"), _origin(document, field)


def _origin(document: Document, field: Field) -> Html:
    fact = document.facts.get(field)
    if document.is_corrected(field):
        was = f"máy đọc: {shown_value(field, fact.value)}" if fact else "máy không đọc thấy"
        return joined([badge("đính chính", "warn"), f" {was}"])
    if fact is None:
        return Html("")
    doubt = badge("cần kiểm tra", "warn") if fact.confidence < DOUBTFUL else None
    if fact.start is None or fact.end is None:
        return joined(["suy ra ", tag("code", fact.rule), " ", doubt])
    goal = document_link(document.id, at=(fact.start, fact.end))
    return joined([link(goal, "xem chỗ in"), " ", tag("code", fact.rule), " ", doubt])


def _corrections(document: Document) -> Html | None:
    if not document.corrections:
        return None
    rows = [
        (
            FIELDS[item.field],
            shown_value(item.field, item.value),
            item.reason,
            joined([item.by, tag("div", day(item.at))]),
        )
        for item in document.corrections
    ]
    return joined(
        [tag("h3", "Đính chính"), table(("Dữ kiện", "Giá trị đúng", "Lý do", "Người ghi"), rows, "Đính chính")]
    )


def _stamp(document: Document, stamp: ArrivalStamp | None) -> Html | None:
    if stamp is None:
        return None
    pairs = (
        ("Nơi nhận", stamp.issuer),
        ("Số đến", stamp.number),
        ("Ngày đến", day(stamp.arrived_on)),
        ("Chuyển", stamp.forwarded_to),
    )
    return _card(document, "Dấu “Đến”", pairs, (stamp.start, stamp.end))


def _copy(document: Document, copy: CertifiedCopy | None) -> Html | None:
    if copy is None:
        return None
    pairs = (
        ("Hình thức", copy.kind),
        ("Số", copy.number),
        ("Cơ quan", copy.issuer),
        ("Nơi, ngày", ", ".join(part for part in (copy.place, day(copy.issued_on)) if part)),
        ("Người ký", " – ".join(part for part in (copy.signer_title, copy.signer) if part)),
        ("Nơi nhận", "; ".join(copy.recipients)),
    )
    return _card(document, "Bản sao có chứng thực", pairs, (copy.start, copy.end))


def _card(document: Document, title: str, pairs: Iterable[tuple[str, str | None]], span: tuple[int, int]) -> Html:
    items = joined(joined([tag("dt", name), tag("dd", value)]) for name, value in pairs if value)
    goal = link(document_link(document.id, at=span), "xem chỗ in")
    return tag("section", tag("h3", title), tag("dl", items), goal, class_="kb-card")


def _recipients(document: Document) -> Html | None:
    if not document.recipients:
        return None
    items = joined(tag("li", recipient) for recipient in document.recipients)
    return joined([tag("h3", "Nơi nhận"), tag("ul", items)])


def _file(stored: StoredDocument) -> Html:
    document = stored.document
    others = [file_name(source) for source in stored.sources if source != document.source]
    pairs = (
        ("Tệp", file_name(document.source)),
        ("Định dạng", document.format),
        ("Số trang", str(document.page_count) if document.page_count else None),
        ("Bảng mã", document.encoding),
        ("Thêm vào kho", day(stored.added_at.date())),
        ("Mã văn bản", document.id),
        ("Cùng văn bản này ở tệp", "; ".join(others)),
    )
    items = joined(joined([tag("dt", name), tag("dd", value)]) for name, value in pairs if value)
    return tag("section", tag("h3", "Tệp gốc"), tag("dl", items), class_="kb-card")


def _notices(document: Document) -> Html | None:
    if not document.notices:
        return None
    shown = [notice(f"{item.message} (trang {item.page})" if item.page else item.message) for item in document.notices]
    return joined([tag("h3", "Lưu ý khi đọc văn bản"), *shown])
