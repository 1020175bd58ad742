"""What a question names and an answer must be about: documents by number or as a law by its title, and provinces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kb.answer.words import words
from kb.bodies import body_of_head, body_table, province_key
from kb.model import DocumentSummary, Linked
from kb.number import TypedNumber, find_typed, parse
from kb.text import collapse, fold, has_diacritics, normalise_tones, squeeze

# Words of a law's name that must agree before the name counts as that of a held law.
LAW_NAME_WORDS = 2
LONGEST_LAW_NAME = 9

# Names of provinces that are common words too; they count only in capitals or after "tỉnh".
_COMMON_WORDS = frozenset({"hoà bình", "thái bình"})
_LAW = re.compile(r"(?<!\w)(?:bộ luật|luật|pháp lệnh|bo luat|luat|phap lenh)\s+(?=[^\W\d])", re.IGNORECASE)
# Before the name of a law that another document carries out: "nghị định hướng dẫn", "thông tư quy định chi tiết".
_OF_LAW = re.compile(
    r"(?<!\w)(?:nghi dinh|thong tu|quyet dinh|nghi quyet|van ban)(?: \w+){0,4}?"
    r" (?:huong dan|chi tiet|thi hanh|thuc hien)(?: \w+){0,5} $"
)
_NO_NAME = frozenset(
    normalise_tones(
        "này số nào gì sư việt quy có do của và về phải năm là mới cũ trên để được thì khi theo bảo cho hiện mà nói đã"
        " ở tại"
    ).split()
)


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document that the question names as `said`; `held` are the ids that this may mean, () when none is held.

    `is_topic`: it is named as what another one is about ("nghị định hướng dẫn Luật X").
    """

    said: str
    typed: TypedNumber | None
    name: str | None
    held: tuple[str, ...]
    issuers: frozenset[str] = frozenset()
    is_topic: bool = False

    def is_cited_by(self, linked: Linked) -> bool:
        """Whether a reference of some document means the one named."""
        reference = linked.reference
        if linked.resolution is not None and set(linked.resolution.targets) & set(self.held):
            return True
        number = parse(reference.number) if reference.number else None
        if self.typed is not None:
            return number is not None and self.typed.matches(number)
        return self.name is not None and squeeze(self.name) in squeeze(reference.surface)


@dataclass(frozen=True, slots=True)
class Place:
    """A province that the question names, with the key that stays through mergers."""

    said: str
    key: str


def named_documents(
    typed: str, held: Sequence[DocumentSummary], understood: str | None = None
) -> tuple[NamedDocument, ...]:
    """Documents that a question names by number, and laws by name; else those of a kind and province it names.

    Numbers are read as typed, names in the question as understood (with its diacritics).
    """
    question = understood or typed
    by_number = [_by_number(typed, number, held) for number in find_typed(typed)]
    named = (*by_number, *_laws(question, held)) or _by_kind_and_place(question, held)
    return tuple(replace(item, issuers=_issuers(item, held)) for item in named)


def _issuers(named: NamedDocument, held: Sequence[DocumentSummary]) -> frozenset[str]:
    return frozenset(item.issuer for item in held if item.id in named.held and item.issuer)


def _by_kind_and_place(question: str, held: Sequence[DocumentSummary]) -> tuple[NamedDocument, ...]:
    """ "Theo chỉ thị của Tỉnh ủy Quảng Ngãi": the held documents of that kind and province, if there are any."""
    places = named_places(question)
    asked = fold(question)
    found = tuple(
        summary.id
        for summary in held
        if summary.kind
        and re.search(rf"(?<!\w){fold(summary.kind)}(?!\w)(?!(?: so)?(?: \w+)? (?:nao|gi)(?!\w))", asked)
        and any(is_of_place(place, summary.locality) for place in places)
    )
    kinds = {summary.kind for summary in held if summary.id in found and summary.kind}
    return (NamedDocument(", ".join(sorted(kinds)), None, None, found),) if found else ()


def _by_number(question: str, typed: TypedNumber, held: Sequence[DocumentSummary]) -> NamedDocument:
    said = question[typed.start : typed.end]
    numbered = [(summary, number) for summary in held if summary.number and (number := parse(summary.number))]
    alike = [(summary.id, number) for summary, number in numbered if typed.matches(number)]
    whole = parse(said[said.index(typed.ordinal) :])
    same = [held_id for held_id, number in alike if whole is not None and number.key == whole.key]
    found = tuple(same or (held_id for held_id, _ in alike))
    return NamedDocument(said, typed, None, found or _loosely(question, typed, held))


def _loosely(question: str, typed: TypedNumber, held: Sequence[DocumentSummary]) -> tuple[str, ...]:
    """Documents of that ordinal whose kind people call otherwise ("kế hoạch 877" for the plan that 877/QĐ-BTP issues),
    if the question names their issuer or place."""
    asked = fold(question)
    return tuple(
        summary.id
        for summary in held
        if summary.number
        and (number := parse(summary.number)) is not None
        and typed.ordinal.lstrip("0") == number.ordinal.lstrip("0")
        and (typed.kind is None or typed.kind == number.kind)
        and any(fold(name) in asked for name in _called(summary))
    )


def _called(summary: DocumentSummary) -> list[str]:
    """What people call an issuer: its name, the body that it is the head of, its province."""
    issuer = summary.issuer or ""
    return [name for name in (issuer, body_of_head(issuer), summary.locality) if name]


def _laws(question: str, held: Sequence[DocumentSummary]) -> Iterator[NamedDocument]:
    """Laws called by name. The name ends where no held law goes on with it; two words of it must be there."""
    for match in _LAW.finditer(question):
        tokens = words(question[match.end() :])[:LONGEST_LAW_NAME]
        if len(tokens) < LAW_NAME_WORDS or _cannot_begin_a_name(tokens):
            continue
        found = tuple(summary.id for summary in held if _bears_name(summary, match[0], tokens))
        name = " ".join(tokens[:LAW_NAME_WORDS])
        is_topic = _OF_LAW.search(fold(question[: match.start()])) is not None
        yield NamedDocument(collapse(match[0]) + " " + name, None, name, found, is_topic=is_topic)


def _cannot_begin_a_name(tokens: list[str]) -> bool:
    """ "Luật này", "luật quy định" name no law."""
    return tokens[0] in _NO_NAME


def _bears_name(summary: DocumentSummary, kind: str, tokens: list[str]) -> bool:
    if not summary.title or fold(summary.kind or "") != fold(collapse(kind)):
        return False
    title = words(summary.title)
    if title[:1] in (["luật"], ["bộ"], ["pháp"]):
        title = title[len(words(kind)) :]
    compared = [fold(" ".join(part)) for part in (title, tokens)] if not has_diacritics(" ".join(tokens)) else []
    own, asked = (part.split() for part in compared) if compared else (title, tokens)
    own, asked = list(own), list(asked)
    length = min(len(own), len(asked), max(LAW_NAME_WORDS, min(len(own), 4)))
    return length >= LAW_NAME_WORDS and own[:length] == asked[:length]


@lru_cache(maxsize=1)
def _province_finder() -> re.Pattern[str]:
    names = {normalise_tones(name.text) for entry in body_table().provinces.values() for name in entry.names}
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)


def named_places(text: str) -> tuple[Place, ...]:
    """Provinces under any of their names, in order, each once."""
    line = normalise_tones(text)
    found: dict[str, Place] = {}
    for match in _province_finder().finditer(line):
        is_plain_word = match[0].lower() in _COMMON_WORDS and match[0].islower()
        if is_plain_word and not re.search(r"tỉnh\s+$", line[: match.start()]):
            continue
        key = province_key(match[0].title())
        if key:
            found.setdefault(key, Place(match[0], key))
    return tuple(found.values())


def is_of_place(place: Place, locality: str | None) -> bool:
    return locality is not None and province_key(locality) == place.key
