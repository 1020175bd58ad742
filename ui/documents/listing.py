"""The list of documents with its filters and sort; every choice is in the address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial

import streamlit as st

from kb.model import DocumentSummary
from kb.text import fold
from ui.address import PageName, href
from ui.base import bound, page_of_many, parameter, parameters, show
from ui.documents.store import documents
from ui.markup import Html, joined, link, tag
from ui.parts import document_heading, empty_state, facts_line
from ui.words import LEVELS, file_name

# Documents on one page of the list.
PAGE_SIZE = 25
# Documents whose folded words are kept: all of a large province.
_REMEMBERED = 50_000

SORTS: dict[str, str] = {
    "moi": "Ngày ban hành, mới trước",
    "cu": "Ngày ban hành, cũ trước",
    "so": "Số, ký hiệu",
    "them": "Mới thêm vào kho",
}

_FACETS: dict[str, tuple[str, Callable[[DocumentSummary], str | None]]] = {
    "loai": ("Loại văn bản", lambda item: item.kind),
    "cap": ("Cấp", lambda item: LEVELS[item.level] if item.level else None),
    "noi": ("Địa phương", lambda item: item.locality),
    "cq": ("Cơ quan ban hành", lambda item: item.issuer),
}


def render_list() -> None:
    held = documents()
    st.title("Văn bản")
    if not held:
        show(_nothing_held())
        return
    found = filtered(held, parameter("tim") or "", {name: parameters(name) for name in _FACETS})
    _filters(held)
    ordered = sort_documents(found, parameter("sap") or "moi")
    if not ordered:
        show(empty_state("Không văn bản nào khớp bộ lọc", link(href(PageName.DOCUMENTS), "Bỏ mọi bộ lọc")))
        return
    with page_of_many(len(ordered), PAGE_SIZE) as (first, last):
        show(tag("p", f"{len(ordered)} văn bản, hiện {first + 1}–{last}", class_="kb-quiet", role="status"))
        show(tag("ul", joined(_line(item) for item in ordered[first:last]), class_="kb-list"))


def filtered(held: Iterable[DocumentSummary], words: str, chosen: dict[str, tuple[str, ...]]) -> list[DocumentSummary]:
    """The documents that bear all of the words (without regard to diacritics) and one of each facet's values."""
    return [item for item in held if bears(item, words) and _is_chosen(item, chosen)]


def bears(item: DocumentSummary, words: str) -> bool:
    """Whether number, title, issuer or file have all of the words, without regard to diacritics."""
    return not words or all(word in _said(item) for word in fold(words).split())


@lru_cache(maxsize=_REMEMBERED)
def _said(item: DocumentSummary) -> str:
    """What the words typed are looked for in."""
    return fold(" ".join(part for part in (item.number, item.kind, item.title, item.issuer, item.source) if part))


def _is_chosen(item: DocumentSummary, chosen: dict[str, tuple[str, ...]]) -> bool:
    return all(not values or (_FACETS[name][1](item) or "") in values for name, values in chosen.items())


def sort_documents(items: Sequence[DocumentSummary], sort: str) -> list[DocumentSummary]:
    """In one of the orders of SORTS; documents without the value come last."""
    if sort == "so":
        return sorted(items, key=lambda item: (item.number is None, item.number or ""))
    if sort == "them":
        return sorted(items, key=lambda item: item.added_at, reverse=True)
    dated = sorted((item for item in items if item.issued_on), key=lambda item: str(item.issued_on))
    undated = [item for item in items if not item.issued_on]
    return [*(dated if sort == "cu" else reversed(dated)), *undated]


def _filters(held: Sequence[DocumentSummary]) -> None:
    words, order = st.columns([3, 1.2])
    key, changed = bound("tim", parameter("tim") or "", "trang")
    words.text_input("Lọc theo số, trích yếu, cơ quan", key=key, on_change=changed, placeholder="vd. chuyển đổi số")
    key, changed = bound("sap", parameter("sap") if parameter("sap") in SORTS else "moi", "trang")
    order.selectbox("Sắp xếp", list(SORTS), key=key, on_change=changed, format_func=SORTS.__getitem__)
    for column, name in zip(st.columns(len(_FACETS)), _FACETS, strict=True):
        title, value_of = _FACETS[name]
        counts = Counter(value for item in held if (value := value_of(item)))
        chosen = [value for value in parameters(name) if value in counts]
        key, changed = bound(name, chosen, "trang")
        column.multiselect(
            title,
            [value for value, _ in counts.most_common()],
            key=key,
            on_change=changed,
            format_func=partial(_counted, counts),
            placeholder="Tất cả",
        )


def _counted(counts: Counter[str], value: str) -> str:
    return f"{value} ({counts[value]})"


def _line(item: DocumentSummary) -> Html:
    source = tag("span", file_name(item.source), class_="kb-file")
    return tag("li", document_heading(item), facts_line(item), source)


def _nothing_held() -> Html:
    return empty_state(
        "Kho chưa có văn bản nào",
        joined(["Mở trang ", link(href(PageName.INTAKE), "Bổ sung văn bản"), " để tải tệp lên,"]),
        joined(["hoặc chạy lệnh ", tag("code", "kb add THƯ_MỤC"), " trên máy chủ."]),
    )
