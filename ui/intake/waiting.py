"""The list of files that wait to be seen, with their progress. Pure text."""

from __future__ import annotations

from collections.abc import Sequence

from kb.staging import Staged, StagedStatus
from ui.address import PageName, href
from ui.markup import Html, badge, joined, link, tag
from ui.parts import table

_SIGNS = {
    StagedStatus.WAITING: ("đợi đọc", "plain"),
    StagedStatus.READING: ("đang đọc", "plain"),
    StagedStatus.READY: ("chờ duyệt", "good"),
    StagedStatus.REFUSED: ("không đọc được", "bad"),
}


def waiting_html(items: Sequence[Staged]) -> Html:
    if not items:
        return tag("p", "Không có tệp nào chờ duyệt.", class_="kb-quiet")
    rows = [(_name(item), _size(item.size), _state(item)) for item in items]
    return table(("Tệp", "Cỡ", "Tình trạng"), rows, f"{len(items)} tệp chờ duyệt")


def item_link(item: Staged) -> str:
    return href(PageName.INTAKE, tep=item.id)


def _name(item: Staged) -> Html:
    return link(item_link(item), item.name)


def _state(item: Staged) -> Html:
    words, tone = _SIGNS[item.status]
    sign = badge(words, tone)
    if item.status is StagedStatus.READING and item.total:
        bar = tag("progress", "", value=item.done, max=item.total, aria_label=f"Tiến độ đọc {item.name}")
        return joined([sign, " ", bar, f" {item.done}/{item.total} {item.unit}"])
    if item.status is StagedStatus.READY:
        return joined([sign, " ", link(item_link(item), "Xem và duyệt")])
    if item.status is StagedStatus.REFUSED:
        return joined([sign, f" {item.message or ''} ", link(item_link(item), "Xem cách xử lý")])
    return sign


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",") if size >= 100_000 else f"{max(1, size // 1_000)} kB"
