"""Which part of a document is replaced or repealed, as the text says it; and whether a document may change another."""

from __future__ import annotations

import re

from kb.catalogue.chains import Pointing
from kb.model import Relation
from kb.number import parse
from kb.resolve.places import is_local_number
from kb.text import collapse
from kb.trace.cards import Card

_VERBS = {
    Relation.REPLACES: re.compile(r"thay thế(?: cho)?(?!\w)", re.IGNORECASE),
    Relation.REPEALS: re.compile(r"(?:bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực(?: thi hành)?)(?!\w)", re.IGNORECASE),
}
# What names a part of a document: a unit of it, the rules on something, what was issued with it.
_PART = re.compile(
    r"(?<!\w)(?:điểm|khoản|điều|chương|mục|phần|phụ lục|tiết|một số điều|các quy định|quy định về|nội dung|cụm từ|"
    r"tiêu chuẩn, định mức|ban hành kèm theo|chương trình|quy chế|đề án|danh mục)(?!\w)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:/\d{4})?[/-][A-ZĐ][\w/-]*|ngày \d[\d/]*(?: tháng \d+ năm \d+)?")
_TAIL = re.compile(
    r"(?<!kèm)[\s,;:*_]+(?:của|tại|theo|thuộc|trong|ở|quy định tại|được quy định tại|và)$", re.IGNORECASE
)
_OF_ALL = re.compile(r"(?<!\w)(?:các quy định|những quy định)(?!\w)[^;]*(?:tại|của|trong)\s", re.IGNORECASE)
_LONGEST_SCOPE = 200


def scope_of(pointing: Pointing) -> str | None:
    """The part that is named between the verb and the citation; None where the whole document is meant."""
    verb = _VERBS.get(pointing.reference.relation)
    if verb is None or pointing.quote is None or pointing.quote_start is None:
        return None
    before = pointing.quote[: max(0, pointing.reference.start - pointing.quote_start)]
    verbs = list(verb.finditer(before))
    words = before[verbs[-1].end() :] if verbs else before
    listed = list(_NUMBER.finditer(words))
    if listed:
        # In a list of documents, what follows the one before belongs to this one, from the last comma or "và" on;
        # "các quy định về … tại A và B" is said of both.
        own = re.split(r"[,;]|\svà\s", words[listed[-1].end() :])[-1]
        shared = words[: listed[0].start()]
        words = shared if _OF_ALL.search(shared) and not _part(own) else own
    return _part(words) or _part(pointing.reference.provision or "")


def _part(words: str) -> str | None:
    text = collapse(words).strip(" ,;:*_-.")
    if not _PART.search(text):
        return None
    text = _without_kind(text)
    while match := _TAIL.search(text):
        text = text[: match.start()]
    return text[:_LONGEST_SCOPE].strip(" ,;:*_") or None


def _without_kind(text: str) -> str:
    """Without the words that begin the citation itself ("… của Nghị định số")."""
    match = re.search(
        r"\s(?:bộ luật|luật|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|pháp lệnh|quy định|hướng dẫn)"
        r"(?:\s+số)?\s*:?$",
        text,
        re.IGNORECASE,
    )
    return text[: match.start()] if match else text


def may_change(lower: Card, upper: Card) -> bool:
    """A document is changed by its own body or one above it: no plan amends a law, no province a decree.

    Law on the Promulgation of Legal Documents: a text is amended, replaced or repealed only by a text of the body
    that issued it, or suspended and annulled by a competent higher one.
    """
    is_law = _is_of_assembly(upper)
    is_changed_from_below = is_law and not _is_of_assembly(lower) and lower.number is not None
    is_plan = is_law and lower.number is None
    is_local = is_local_number(lower.number) and not is_local_number(upper.number) and upper.number is not None
    return not (is_changed_from_below or is_plan or is_local)


def _is_of_assembly(card: Card) -> bool:
    number = parse(card.number) if card.number else None
    is_named_law = (card.kind or card.title or "").lower().startswith(("luật", "bộ luật", "hiến pháp"))
    return is_named_law or bool(number and number.body and "QH" in number.body)
