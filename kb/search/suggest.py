"""What to say when little or nothing is found: what was searched, and what to try."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from kb.index import SearchIndex
from kb.lexicon.vocabulary import Vocabulary
from kb.model import Filters
from kb.search.values import Understood
from kb.text import fold

LEAST_LIKENESS = 0.7  # of a known word to a typed, unknown one (ratio of common letters)
SAME_START = 1  # letters that a misspelt word is taken to have right
MOST_COMPARED = 5_000


def searched(understood: Understood, filters: Filters, index: SearchIndex, encoders: str = "") -> str:
    """ "Đã tìm trong 12 văn bản, 340 đoạn; câu hỏi đọc là “…”; điều kiện: …" """
    parts = [f"Đã tìm trong {len(index.documents)} văn bản, {index.engine.count()} đoạn"]
    if understood.was_restored:
        parts.append(f"câu hỏi đọc là “{understood.text}”")
    if understood.spelled_out:
        parts.append("viết đủ: " + ", ".join(f"{short.upper()} là {full}" for short, full in understood.spelled_out))
    conditions = list(named_filters(filters))
    if conditions:
        parts.append("chỉ trong: " + "; ".join(conditions))
    if encoders:
        parts.append(encoders)
    return "; ".join(parts) + "."


def named_filters(filters: Filters) -> Iterator[str]:
    lists = (
        ("loại", filters.kinds),
        ("cấp", filters.levels),
        ("địa phương", filters.localities),
        ("cơ quan", filters.issuers),
        ("văn bản", filters.document_ids),
    )
    yield from (f"{name} {', '.join(values)}" for name, values in lists if values)
    if filters.issued_from:
        yield f"từ ngày {filters.issued_from:%d/%m/%Y}"
    if filters.issued_to:
        yield f"đến ngày {filters.issued_to:%d/%m/%Y}"
    if filters.in_force:
        yield "còn hiệu lực"


def suggestions(understood: Understood, filters: Filters, vocabulary: Vocabulary) -> tuple[str, ...]:
    found = []
    respelled = _respelled(understood, vocabulary)
    if respelled != understood.text:
        found.append(f"có phải ý là “{respelled}”?")
    if list(named_filters(filters)):
        found.append("bỏ bớt điều kiện lọc")
    if not found:
        found.append("thử từ khác, hoặc số, ký hiệu của văn bản")
    return tuple(found)


def _respelled(understood: Understood, vocabulary: Vocabulary) -> str:
    """The query with each unknown word replaced by the known one most like it."""
    words = [
        word if vocabulary.weight(word) or word.isdigit() else _nearest_known(word, vocabulary)
        for word in understood.words
    ]
    return " ".join(words) if words != understood.words else understood.text


def _nearest_known(word: str, vocabulary: Vocabulary) -> str:
    known = {fold(item): item for item in reversed(vocabulary.beginning_with(word[:SAME_START], MOST_COMPARED))}
    near = get_close_matches(fold(word), list(known), n=1, cutoff=LEAST_LIKENESS)
    return known[near[0]] if near else word
