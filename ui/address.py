"""Addresses: every state of a page is a link that can be sent to a colleague. Pure text, no Streamlit.

A link is relative ("van-ban?doc=…&path=…"), so that the app may be served under any prefix.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from urllib.parse import parse_qs, urlencode, urlsplit

Value = str | int | date | Iterable[str] | None


class PageName(StrEnum):
    """The last part of a page's address; the search page is the root."""

    SEARCH = ""
    DOCUMENTS = "van-ban"
    TASKS = "nhiem-vu"
    TRACE = "truy-vet"
    INTAKE = "bo-sung"
    HEALTH = "tinh-trang"


def href(page: PageName, **parameters: Value) -> str:
    """The relative link to a page in a state; parameters without a value are left out."""
    query = urlencode(given(parameters), doseq=True)
    path = page.value or "./"
    return f"{path}?{query}" if query else path


def given(parameters: dict[str, Value]) -> dict[str, list[str]]:
    """The parameters that have a value, as lists of text."""
    found = {name: _texts(value) for name, value in parameters.items()}
    return {name: texts for name, texts in found.items() if texts}


def _texts(value: Value) -> list[str]:
    if value is None or value == "":
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, date):
        return [value.isoformat()]
    if isinstance(value, int):
        return [str(value)]
    return [str(item) for item in value]


def read_href(link: str) -> tuple[PageName, dict[str, list[str]]] | None:
    """The page and parameters of a link that `href` made; None for any other text."""
    parts = urlsplit(link)
    is_elsewhere = bool(parts.scheme or parts.netloc or parts.fragment)
    name = parts.path.removeprefix("./")
    if is_elsewhere or name not in set(PageName):
        return None
    return PageName(name), parse_qs(parts.query)


def document_link(document_id: str, path: str | None = None, at: tuple[int, int] | None = None, **more: Value) -> str:
    """The link that opens a document at a provision, with the quotation `at` marked."""
    return href(PageName.DOCUMENTS, doc=document_id, path=path, at=span_text(at), **more)


def span_text(span: tuple[int, int] | None) -> str | None:
    return f"{span[0]}-{span[1]}" if span else None


def read_span(text: str | None) -> tuple[int, int] | None:
    """The span that an address names; None where it names none or nonsense."""
    first, _, last = (text or "").partition("-")
    if not (first.isascii() and first.isdigit() and last.isascii() and last.isdigit()) or len(first + last) > 20:
        return None
    start, end = int(first), int(last)
    return (start, end) if start < end else None


def read_day(text: str | None) -> date | None:
    """The day that an address names; None where it names none or nonsense."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def read_number(text: str | None) -> int | None:
    """The whole number (up to six digits) that an address names; None where it names none or nonsense."""
    is_number = bool(text) and str(text).isascii() and str(text).isdigit() and len(str(text)) <= 6
    return int(str(text)) if is_number else None
