"""Names: what a document may be called by, and whether a name cited is one of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from kb.catalogue.links import KnownDocument, Name
from kb.catalogue.schema import NAME_HEAD_LENGTH
from kb.lawnames import comparison_key, is_law_name
from kb.text import collapse, nfc, squeeze

# Width of the catalogue's columns for the key of a name.
KEY_LENGTH = 200
# A shortened name must keep so many words, or it could be another programme's beginning.
LEAST_WORDS = 5

NUMBER_MARK = "#"

_ISSUING = re.compile(
    r"^(?:v/v|về việc|việc|ban hành(?: kèm theo)?|phê duyệt|thông qua|công bố|về)(?!\w)[\s:]*", re.IGNORECASE
)
# What may follow a programme's name without making it another one: a period or an outlook.
_PERIOD = re.compile(
    r"^[\s,;:(–-]*(?:đến năm|từ năm|năm \d|giai đoạn|thời kỳ|nhiệm kỳ|tầm nhìn|định hướng)(?!\w)", re.IGNORECASE
)
_PROGRAMMES = re.compile(
    r"^(?:chương trình|chiến lược|kế hoạch|đề án|quy hoạch|quy chế|quy định|khung|danh mục|bộ chỉ số|dự án|"
    r"luật|bộ luật|pháp lệnh|điều lệ|nội quy|hướng dẫn)(?!\w)",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[\"“”„«»'‘’]")


def names_of(known: KnownDocument) -> list[Name]:
    """The names of a document by its kind and title: "Luật Dữ liệu", "Chương trình …", "Quyết định phê duyệt …"."""
    return [Name(known.id, key, name) for name in _names(known.kind, known.title) if (key := key_of(name))]


def designations_of(known: KnownDocument) -> list[Name]:
    """The names of a document, and its number as one more (its key begins with a mark that no name's has)."""
    number = [Name(known.id, f"{NUMBER_MARK}{known.number_key}", known.number or "")] if known.number_key else []
    return [*number, *names_of(known)]


def number_keys(designations: Iterable[Name]) -> set[str]:
    return {name.key.removeprefix(NUMBER_MARK) for name in designations if name.key.startswith(NUMBER_MARK)}


def name_keys(designations: Iterable[Name]) -> set[str]:
    return {name.key for name in designations if not name.key.startswith(NUMBER_MARK)}


class Kindred:
    """Keys of names, asked whether another name could be one of them, shortened or drawn out."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = sorted(set(keys))
        self._known = frozenset(self._keys)
        self._lengths = sorted({len(key) for key in self._keys})

    @property
    def heads(self) -> set[str]:
        return {key[:NAME_HEAD_LENGTH] for key in self._keys}

    def may_be(self, key: str) -> bool:
        """Whether a key begins this one or is begun by it: what `resemblance_of_names` asks for at least."""
        place = bisect_left(self._keys, key)
        is_beginning = place < len(self._keys) and self._keys[place].startswith(key)
        return is_beginning or any(key[:length] in self._known for length in self._lengths if length <= len(key))


def key_of(name: str) -> str:
    """The comparison key of a name, as wide as the catalogue's columns."""
    return comparison_key(name)[:KEY_LENGTH]


def resemblance_of_names(cited: str, held: str) -> float:
    """1 the same name; .85 the one is the other without its period; 0 another name."""
    if key_of(cited) == key_of(held):
        return 1.0
    if is_law_name(cited) or is_law_name(held):
        return 0.0
    short, long = sorted((clean(cited), clean(held)), key=len)
    rest = _rest_after(short, long)
    is_shortened = rest is not None and len(short.split()) >= LEAST_WORDS and bool(_PERIOD.match(rest))
    return 0.85 if is_shortened else 0.0


def clean(name: str) -> str:
    return collapse(_QUOTES.sub(" ", nfc(name)))


def titles_agree(one: str | None, other: str | None) -> bool | None:
    """Whether two titles say the same; None where one is not known."""
    if not one or not other:
        return None
    first, second = key_of(_without_issuing(one)), key_of(_without_issuing(other))
    return first.startswith(second) or second.startswith(first) or _shared_words(one, other) >= 0.6


def _names(kind: str | None, title: str | None) -> Iterable[str]:
    if not title:
        return
    plain = clean(title).rstrip(".;:, ")
    issued = _without_issuing(plain)
    if _PROGRAMMES.match(issued):
        yield issued
    if kind:
        starts_with_kind = squeeze(plain).startswith(squeeze(kind))
        yield plain if starts_with_kind else f"{kind} {plain}"
        if issued != plain and not is_law_name(kind):
            yield f"{kind} {issued}"


def _without_issuing(title: str) -> str:
    rest = clean(title)
    while match := _ISSUING.match(rest):
        rest = rest[match.end() :]
    return rest


def _rest_after(short: str, long: str) -> str | None:
    """What follows `short` in `long`, compared without case and tone placement; None when it does not begin so."""
    words_short, words_long = short.split(), long.split()
    head = words_long[: len(words_short)]
    if key_of(" ".join(head)) != key_of(short):
        return None
    return " ".join(words_long[len(words_short) :])


def _shared_words(one: str, other: str) -> float:
    first, second = set(clean(one).lower().split()), set(clean(other).lower().split())
    return len(first & second) / max(1, min(len(first), len(second)))
