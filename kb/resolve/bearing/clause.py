"""The clause that leads to a citation: what stands before it, without the citations listed beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.resolve.bearing.folding import any_of, folded, pattern
from kb.resolve.bearing.objects import KINDS, UNITS
from kb.resolve.bearing.words import CONDITION, EXCEPTED, SECOND_CLAUSE

# Characters of a sentence that are read back from a citation; what governs it stands nearer.
_LOOK_BACK = 700
_KIND = pattern(any_of(*KINDS))
_NEXT = r"\s*(?:,|;|và|hoặc|cùng với|cùng)\s*(?:các |những )?\s*\Z"
_NUMBERED_BESIDE = pattern(rf"(?:[^\W\d]+ ){{0,3}}(?:số\s*:?\s*)?\d[^;()|\n]{{0,260}}?{_NEXT}")
_NAMED_BESIDE = pattern(rf"[^\W\d][^;:()|\n.]{{1,160}}?{_NEXT}")
_BOUNDARY = re.compile(r"[;|]|[.!?]\s+(?=[^\W\d_])")
_BRACKET = re.compile(r"[()]")


@dataclass(frozen=True, slots=True)
class Clause:
    """Folded words from the beginning of the clause to the citation; of a list, to its first citation.

    `inside` are the words of a bracket that is open at the citation (None: none is open).
    `whole` is everything before the citation in its sentence, folded.
    """

    words: str
    inside: str | None
    whole: str

    @property
    def is_exception(self) -> bool:
        return bool(EXCEPTED.search(self.words))

    @property
    def is_condition(self) -> bool:
        """Whether the clause only says when or for whom: "Đối với dự án thuộc nhóm A theo Luật …"."""
        begins = CONDITION.match(self.words)
        return begins is not None and not SECOND_CLAUSE.search(self.words, begins.end())


def clause_before(before: str) -> Clause:
    whole = folded(before[-_LOOK_BACK:])
    listed = _without_listed(whole)
    boundary = max((match.end() for match in _BOUNDARY.finditer(listed)), default=0)
    clause = _without_units(listed[boundary:])
    opened = _open_bracket(clause)
    if opened is None:
        return Clause(clause, None, whole)
    return Clause(clause[:opened].rstrip(), clause[opened + 1 :], whole)


def _without_listed(text: str) -> str:
    """Without the citations that stand before this one in the same list: "Luật A, Luật B và" goes."""
    while True:
        kinds = list(_KIND.finditer(text))
        starts = [kind.start() for kind in reversed(kinds[-3:]) if _is_beside(text, kind.start())]
        if not starts:
            return text
        text = text[: starts[0]]


def _is_beside(text: str, start: int) -> bool:
    """Whether the words from `start` to the end are a citation and the comma or "và" after it."""
    return bool(_NUMBERED_BESIDE.fullmatch(text, start) or _NAMED_BESIDE.fullmatch(text, start))


def _without_units(clause: str) -> str:
    """Without the places of the document that are cited: "khoản 2 Điều 6 của"."""
    while match := UNITS.search(clause):
        clause = clause[: match.start()]
    return clause


def _open_bracket(clause: str) -> int | None:
    opened: list[int] = []
    for match in _BRACKET.finditer(clause):
        if match[0] == "(":
            opened.append(match.start())
        elif opened:
            opened.pop()
    return opened[0] if opened else None
