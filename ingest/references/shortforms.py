"""Short forms, each with its antecedent: "(sau đây gọi là Nghị quyết 57)", "Nghị quyết 57", "Quyết định nêu trên"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.references.citation import Citation
from ingest.references.kinds import KIND_PATTERN, plain_kind
from ingest.references.patterns import within_line
from kb.number import parse

_DEFINITION = within_line(
    r"(?:gọi|viết)\s+(?:chung\s+|tắt\s+)*là\s*:?\s*[“\"]?"
    rf"(?P<form>(?i:{KIND_PATTERN})(?!\w)[^()“”\".;:\n|]{{0,60}}?)[”\"]?\s*(?=[).;,:\n|]|$)"
)
# "… phê duyệt Đề án phát triển … (Đề án 06)": what offices call it from then on.
_NICKNAME = (
    r"(?P<kind>Đề\s+án|Chương\s+trình|Kế\s+hoạch|Chỉ\s+thị|Nghị\s+quyết|Dự\s+án)\s+(?:số\s+)?(?P<ordinal>\d{1,3})"
)
_NICKNAMED = within_line(rf"\(\s*{_NICKNAME}\s*\)")
_TRACE_BACK = within_line(r"(?<!\w)(?:(?:nêu|nói|kể|dẫn)\s+trên|trên\s+đây|(?:trên|đó)(?=\s*[.,;)]))(?!\w)")
_KIND_BEFORE = within_line(rf"(?<!\w)(?P<kind>{KIND_PATTERN})\s+\Z")
_LONGEST_KIND = 28
_NOT_A_NUMBER = r"(?![\w/]|\s?[-–/]\s?\w|[.,]\d|\s+(?:năm|tháng|ngày)(?!\w))"
# After a form that is a kind alone ("sau đây gọi là Chương trình"), what shows that no longer name follows.
_FORM_ENDS = r"(?=\s*[.,;:)]|\s+(?:tại|trên|và|của|là|được|theo|phù hợp|thuộc|đến)(?!\w))"
# A definition stands after the title of what it defines: no farther from the citation than this (characters).
_LONGEST_TITLE = 600
# The closing of a title and the bracket of a definition lie between the two (characters).
_BRACKET = len(" (sau đây được gọi tắt là ")


def add_short_forms(text: str, citations: list[Citation]) -> list[Citation]:
    """The citations with those by a short form, in order; `antecedent` is the place where the antecedent begins."""
    starts = [citation.start for citation in citations]
    found = [*_defined(text, citations), *_nicknamed(text, citations)]
    found += [*_above(text, citations, starts), *_by_ordinal(text, citations)]
    merged = list(citations)
    taken = {place for citation in citations for place in range(citation.start, citation.end)}
    for short in found:
        if taken.isdisjoint(range(short.start, short.end)):
            taken.update(range(short.start, short.end))
            merged.append(short)
    return sorted(merged, key=lambda citation: citation.start)


def _defined(text: str, citations: list[Citation]) -> Iterator[Citation]:
    for definition in _DEFINITION.finditer(text):
        form = " ".join(definition["form"].split())
        antecedent = _described_before(definition.start(), citations)
        if antecedent is None or parse(form.rsplit(" ", 1)[-1]):
            continue
        is_kind_alone = plain_kind(form) != form or form.lower() == plain_kind(form).lower()
        ending = _FORM_ENDS if is_kind_alone else r"(?!\s+này)"
        for use in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w){ending}", text[definition.end() :]):
            start = definition.end() + use.start()
            yield _short(start, start + len(form), form, antecedent, "defined-short-form")


def _nicknamed(text: str, citations: list[Citation]) -> Iterator[Citation]:
    """Later uses of a short name that the text puts in brackets after a title: "Đề án 06", "Đề án số 06"."""
    seen: set[tuple[str, str]] = set()
    for bracket in _NICKNAMED.finditer(text):
        kind, ordinal = " ".join(bracket["kind"].split()), bracket["ordinal"].lstrip("0")
        antecedent = _described_before(bracket.start(), citations) or _named_with(bracket, citations)
        if antecedent is None or (kind, ordinal) in seen:
            continue
        seen.add((kind, ordinal))
        use = within_line(rf"(?<!\w){kind}\s+(?:số\s+)?0*{ordinal}{_NOT_A_NUMBER}".replace(" ", r"\s+"))
        for match in use.finditer(text, bracket.end()):
            yield _short(match.start(), match.end(), " ".join(match[0].split()), antecedent, "nickname")


def _named_with(bracket: re.Match[str], citations: list[Citation]) -> Citation | None:
    """The citation whose own title ends with the bracket."""
    return next((citation for citation in citations if citation.start < bracket.start() < citation.end), None)


def _described_before(offset: int, citations: list[Citation]) -> Citation | None:
    """The citation whose title a definition at `offset` follows: the outermost one that reaches it."""
    near = (citation for citation in citations if citation.end <= offset <= citation.end + _LONGEST_TITLE)
    return next((citation for citation in near if citation.described_to + _BRACKET >= offset), None)


def _above(text: str, citations: list[Citation], starts: list[int]) -> Iterator[Citation]:
    for match in _TRACE_BACK.finditer(text):
        named = _KIND_BEFORE.search(text, max(0, match.start() - _LONGEST_KIND), match.start())
        if named is None:
            continue
        kind = plain_kind(named["kind"])
        earlier = reversed(citations[: bisect_right(starts, named.start())])
        antecedent = next((one for one in earlier if one.kind == kind), None)
        if antecedent:
            name = " ".join(text[named.start() : match.end()].split())
            yield _short(named.start(), match.end(), name, antecedent, "named-above")


def _by_ordinal(text: str, citations: list[Citation]) -> Iterator[Citation]:
    """ "Nghị quyết 57" after the text has cited a document of that kind and ordinal in full."""
    known: dict[tuple[str, str], Citation] = {}
    for citation in citations:
        number = parse(citation.number) if citation.number else None
        if number and citation.kind:
            known.setdefault((citation.kind, number.ordinal.lstrip("0")), citation)
    if not known:
        return
    for match in _ordinals_pattern(known).finditer(text):
        antecedent = known.get((match["kind"], match["ordinal"].lstrip("0")))
        if antecedent and antecedent.start < match.start():
            yield _short(match.start(), match.end(), " ".join(match[0].split()), antecedent, "ordinal-alone")


def _ordinals_pattern(known: dict[tuple[str, str], Citation]) -> re.Pattern[str]:
    """The kinds and ordinals that the text cites, as they stand when the symbol is left out."""
    kinds = "|".join(sorted({re.escape(kind) for kind, _ in known}))
    ordinals = "|".join(sorted({re.escape(ordinal) for _, ordinal in known}))
    return within_line(rf"(?<!\w)(?P<kind>{kinds})\s+(?:số\s+)?0?(?P<ordinal>{ordinals}){_NOT_A_NUMBER}")


def _short(start: int, end: int, name: str, antecedent: Citation, rule: str) -> Citation:
    return Citation(
        start=start,
        end=end,
        kind=antecedent.kind,
        rule=rule,
        name=name,
        confidence=0.8,
        described_to=end,
        antecedent=antecedent.start,
    )
