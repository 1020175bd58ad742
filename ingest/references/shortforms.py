"""Short forms: a name that the text itself defines ("sau đây gọi là Nghị quyết 57") and "Quyết định nêu trên"."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.references.citation import Citation
from ingest.references.kinds import KIND_PATTERN, plain_kind

_DEFINITION = re.compile(
    r"(?:sau\s+đây|dưới\s+đây|trong\s+[^().;]{2,40}\s+này)?\s*(?:được\s+)?(?:gọi|viết)\s+(?:chung\s+|tắt\s+)*là\s*:?\s*[“\"]?"
    rf"(?P<form>(?:{KIND_PATTERN})(?!\w)[^()“”\".;:\n|]{{0,60}}?)[”\"]?\s*(?=[).;,:\n|]|$)",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    rf"(?<!\w)(?P<kind>{KIND_PATTERN})\s+(?:nêu\s+trên|nói\s+trên|trên\s+đây|kể\s+trên|trên(?=\s*[.,;)])|đó(?=\s*[.,;)]))(?!\w)"
)
# A definition stands after the title of what it defines: no farther from the citation than this (characters).
_LONGEST_TITLE = 600


def add_short_forms(text: str, citations: list[Citation]) -> list[Citation]:
    """The citations with those by a defined short form or "nêu trên", each pointing at its antecedent."""
    found = [*_defined(text, citations), *_above(text, citations)]
    free = [short for short in found if not _overlaps(short, citations)]
    merged = sorted([*citations, *free], key=lambda citation: citation.start)
    return _with_indices(merged)


def _with_indices(citations: list[Citation]) -> list[Citation]:
    """Antecedents, given as the place where they begin, as indices into the final order."""
    index_of = {citation.start: index for index, citation in enumerate(citations)}
    return [
        citation if citation.antecedent is None else replace(citation, antecedent=index_of[citation.antecedent])
        for citation in citations
    ]


def _defined(text: str, citations: list[Citation]) -> list[Citation]:
    shorts: list[Citation] = []
    for definition in _DEFINITION.finditer(text):
        form = " ".join(definition["form"].split())
        antecedent = _described_before(definition.start(), citations)
        if antecedent is None or len(form.split()) < 2 or any(sign.isdigit() for sign in form[-1:]) and "/" in form:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)(?!\s+(?:này|số\s))")
        for use in pattern.finditer(text, definition.end()):
            shorts.append(_short(use.start(), use.end(), form, antecedent, "defined-short-form"))
    return shorts


def _described_before(offset: int, citations: list[Citation]) -> Citation | None:
    """The citation whose title a definition at `offset` follows: the outermost one that reaches it."""
    near = [citation for citation in citations if citation.end <= offset <= citation.end + _LONGEST_TITLE]
    reaching = [citation for citation in near if citation.described_to + 4 >= offset]
    return reaching[0] if reaching else None


def _above(text: str, citations: list[Citation]) -> list[Citation]:
    shorts: list[Citation] = []
    for match in _ABOVE.finditer(text):
        kind = plain_kind(match["kind"])
        before = [citation for citation in citations if citation.end <= match.start() and citation.kind == kind]
        if before:
            name = " ".join(match[0].split())
            shorts.append(_short(match.start(), match.end(), name, before[-1], "named-above"))
    return shorts


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


def _overlaps(short: Citation, citations: list[Citation]) -> bool:
    return any(citation.start < short.end and short.start < citation.end for citation in citations)
