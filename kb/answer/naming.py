"""How an answer names a document and a place in it: "điểm a khoản 2 Điều 18 Luật 60/2024/QH15"."""

from __future__ import annotations

import re

from kb.answer.book import Book
from kb.model import Document, Provision, ProvisionKind

# Characters of a title that name a document which has no number.
TITLE_LENGTH = 90

# Labels that print their own word ("Chương II", "Điều 5") and need no other.
_OWN_WORD = re.compile(r"(?:phần|chương|mục|tiểu mục|điều|phụ lục|kèm theo)\b", re.IGNORECASE)
_WORDS = {
    ProvisionKind.ROMAN: "mục",
    ProvisionKind.CLAUSE: "khoản",
    ProvisionKind.POINT: "điểm",
}
_UNNAMED = {
    ProvisionKind.HEADER: "phần đầu",
    ProvisionKind.PREAMBLE: "phần mở đầu",
    ProvisionKind.CLOSING: "phần cuối",
}


def document_name(document: Document) -> str:
    """ "Chỉ thị 19-CT/TU"; a document without a number by its title; without either by its file."""
    kind = document.kind or "Văn bản"
    if document.number:
        return f"{kind} {document.number}"
    if document.title:
        title = (
            document.title
            if len(document.title) <= TITLE_LENGTH
            else document.title[:TITLE_LENGTH].rsplit(" ", 1)[0] + "…"
        )
        return f"{kind} “{title}”"
    return f"{kind} ({document.source.rsplit('/', 1)[-1]})"


def place_name(book: Book, provision: Provision | None) -> str:
    """The place from the inside out, "" for a place that no printed label names."""
    if provision is None:
        return ""
    if provision.kind is ProvisionKind.ROW:
        number = provision.path.rpartition("row ")[2]
        above = next((item for item in book.ancestors(provision) if item.label), None)
        return " ".join(filter(None, (f"dòng {number} của bảng", place_name(book, above))))
    chain = [provision, *book.ancestors(provision)]
    has_article = any(item.kind is ProvisionKind.ARTICLE for item in chain)
    named = [name for item in chain if (name := _step_name(item, has_article))]
    return " ".join(named) or _UNNAMED.get(provision.kind, "")


def _step_name(provision: Provision, has_article: bool) -> str:
    label = provision.label
    if not label or not provision.numbered:
        return ""
    if _OWN_WORD.match(label):
        return label
    is_dotted = "." in label
    if provision.kind is ProvisionKind.CLAUSE and (is_dotted or not has_article):
        return f"{'điểm' if is_dotted else 'mục'} {label}"
    return f"{_WORDS.get(provision.kind, 'mục')} {label}"
