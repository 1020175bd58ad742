"""Numbers as people type them into a search box: "749/qd-ttg", "quyết định 749", "749 qd ttg", "nghị quyết 57"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.number.grammar import tidy_symbol
from kb.number.symbols import KINDS, PARTY_KINDS, STATE_KINDS, canonical_body, canonical_kind
from kb.number.value import DocumentNumber
from kb.text import fold


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """What a person typed of a number, query[start:end]; None where they left it out."""

    start: int
    end: int
    ordinal: str
    year: int | None
    kind_name: str | None
    kind: str | None
    body: str | None

    def matches(self, number: DocumentNumber) -> bool:
        """Whether the number is one that this may mean: what was typed agrees, what was left out is free."""
        same_ordinal = self.ordinal.lstrip("0").lower() == number.ordinal.lstrip("0").lower()
        same_year = self.year is None or number.year in (None, self.year)
        same_body = self.body is None or _squeezed(number.body).startswith(_squeezed(self.body))
        return same_ordinal and same_year and same_body and self._same_kind(number)

    def _same_kind(self, number: DocumentNumber) -> bool:
        by_symbol = self.kind is None or _squeezed(self.kind) == _squeezed(number.kind)
        by_name = self.kind_name is None or not number.kinds or self.kind_name in number.kinds
        return by_symbol and by_name


def _squeezed(part: str | None) -> str:
    return re.sub(r"[\W_]+", "", fold(part or ""))


_NAMES = {fold(name): name for names in (STATE_KINDS, PARTY_KINDS) for group in names.values() for name in group}
_NAMES |= {"luat": "Luật", "bo luat": "Bộ luật", "quy dinh": "Quy định", "cong van": "Công văn"}
_NAME = "|".join(sorted((re.escape(name) for name in _NAMES), key=len, reverse=True))
_SYMBOLS = sorted((fold(kind) for kind in KINDS if len(kind) > 1), key=len, reverse=True)
_SYMBOL_NAME = "|".join(re.escape(symbol) for symbol in _SYMBOLS)
# Before the ordinal ("NQ 57", "NQ57"), where "da" is more likely "đã" without its marks.
_SYMBOL_BEFORE = "|".join(re.escape(symbol) for symbol in _SYMBOLS if symbol != "da")
_KNOWN_BODY = "tw|ttg|cp|ubnd|hdnd|tu|hu|btc|bkhcn|btttt"
_SEP = r"\s*[-/\s]\s*"
_BEFORE = (
    rf"(?:(?:(?P<name>{_NAME})\s+|(?P<short>{_SYMBOL_BEFORE})(?:\s*[-/]\s*(?P<short_body>{_KNOWN_BODY})(?=\s))?\s*)"
    r"(?:so\s*:?\s*)?)?"
)
_TYPED = re.compile(
    rf"(?<![\w/.,-]){_BEFORE}(?P<ordinal>\d{{1,6}}[a-z]?)"
    rf"(?:\s*/\s*(?P<year>(?:19|20)\d\d)(?!\d))?"
    rf"(?:{_SEP}(?:(?P<kind>{_SYMBOL_NAME})(?![a-z])(?:{_SEP}(?P<body>[a-z&]{{2,}}\d{{0,2}}(?:-[a-z&]+)*))?"
    rf"|(?P<law>(?:ubtv)?qh\d{{1,2}})|(?P<body_alone>{_KNOWN_BODY})(?![a-z])))?(?!\w)"
)


def find_typed(query: str) -> list[TypedNumber]:
    """Numbers that a query names. A bare ordinal ("749") counts only after a kind's name or before a symbol."""
    folded = _fold_in_place(query)
    return [typed for match in _TYPED.finditer(folded) if (typed := _typed(match)) is not None]


def _fold_in_place(query: str) -> str:
    """The query folded sign by sign, so that offsets stay."""
    return "".join(folded if len(folded := fold(sign)) == 1 else sign for sign in tidy_dashes(query))


def tidy_dashes(query: str) -> str:
    return re.sub("[\u2010-\u2014\u2212]", "-", query)


def _typed(match: re.Match[str]) -> TypedNumber | None:
    name, kind, law = match["name"], match["kind"] or match["short"], match["law"]
    if not (name or kind or law):
        return None
    printed = match["body"] or match["short_body"] or (match["body_alone"] if match["short"] or match["name"] else None)
    body = _body(printed) if printed else None
    return TypedNumber(
        start=match.start(),
        end=match.end(),
        ordinal=match["ordinal"],
        year=int(match["year"]) if match["year"] else None,
        kind_name=_NAMES[name] if name else None,
        kind=canonical_kind(kind) if kind else None,
        body=law.upper() if law else body,
    )


def _body(typed: str) -> str:
    return "-".join(canonical_body(piece.upper()) for piece in tidy_symbol(typed).split("-"))
