"""All citations of a text, by number and by name, each place once."""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.model import Header, LaidText
from ingest.references.citation import Citation
from ingest.references.drafting import is_being_written
from ingest.references.laws import find_laws
from ingest.references.numbered import find_numbered
from ingest.references.party_names import find_party_names
from ingest.references.places import Places
from ingest.references.programmes import PROGRAMME_RULES, find_programmes
from ingest.references.specimens import Specimens
from kb.model import Field
from kb.number import number_key
from kb.text import fold, squeeze

# Letters and digits that a title must have before it is compared with the document's own.
_SHORTEST_TITLE = 12
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_LISTED = re.compile(r"\s*(?:,|và|hoặc)\s*\Z")


def collect(laid: LaidText, header: Header, places: Places) -> list[Citation]:
    """Citations in order of place. What the frame of the document prints (its own number, stamps) is none."""
    text = laid.text
    specimens = Specimens(laid)
    numbered = [
        citation
        for citation in find_numbered(text)
        if not places.is_frame(citation.start) and not specimens.holds(citation.start)
    ]
    taken = _Spans([(citation.start, citation.end) for citation in numbered])
    titles = _Spans([(citation.end, citation.described_to) for citation in numbered])
    own = _own_names(header)
    named = [*find_party_names(text), *_existing_laws(text)]
    named += [
        law for citation in named if _is_own(citation, header, own, places) for law in _amended_laws(text, citation)
    ]
    for citation in named:
        taken.add(citation.start, citation.end)
    named += [citation for citation in find_programmes(text) if not titles.touches(citation.start, citation.start + 1)]
    kept = [
        citation
        for citation in named
        if not places.is_frame(citation.start)
        and not specimens.holds(citation.start)
        and not _is_own(citation, header, own, places)
    ]
    return _without_overlap([*numbered, *kept])


def is_own_number(citation: Citation, header: Header) -> bool:
    """Whether the citation is of the document itself; one of the same number and another date is not."""
    own, issued_on = header.facts.get(Field.NUMBER), header.facts.get(Field.ISSUED_ON)
    same_number = (
        own is not None and citation.number is not None and number_key(own.value) == number_key(citation.number)
    )
    other_date = issued_on is not None and citation.issued_on is not None and issued_on.value != str(citation.issued_on)
    return same_number and not other_date


def _existing_laws(text: str) -> list[Citation]:
    """Laws cited by name but for those still to be written, alone or in a list with such a one."""
    existing: list[Citation] = []
    drafted_end = -1
    for citation in find_laws(text):
        goes_on = drafted_end >= 0 and bool(_LISTED.fullmatch(text[drafted_end : citation.start]))
        if goes_on or is_being_written(text, citation.start):
            drafted_end = citation.end
        else:
            existing.append(citation)
    return existing


def _amended_laws(text: str, citation: Citation) -> list[Citation]:
    """The laws in the name of an amending law that is the document itself: "Luật sửa đổi … của Luật Quy hoạch"."""
    return list(find_laws(text, citation.start + len(citation.kind or ""), citation.end))


def _own_names(header: Header) -> str:
    """The document's own title and its attachments', squeezed: a programme named in them is the document itself."""
    title = header.facts.get(Field.TITLE)
    attached = " ".join(region.title or "" for region in header.regions)
    return fold(squeeze(f"{title.value if title else ''} {attached}"))


def _is_own(citation: Citation, header: Header, own: str, places: Places) -> bool:
    words = (citation.name or "").split()
    name = fold(squeeze(" ".join(words)))
    bare = fold(squeeze(" ".join(words[len((citation.kind or "").split()) :])))
    if citation.kind in _LAWS:
        kind, title = header.facts.get(Field.KIND), header.facts.get(Field.TITLE)
        is_law = kind is not None and kind.value in _LAWS
        return is_law and title is not None and fold(squeeze(title.value)) in (name, bare)
    is_programme = citation.kind not in _LAWS and citation.rule in PROGRAMME_RULES
    named_by_title = len(name) >= _SHORTEST_TITLE and (name in own or bare in own)
    return is_programme and (named_by_title or places.is_title(citation.start))


class _Spans:
    """Spans by place, for asking whether another touches one."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def add(self, start: int, end: int) -> None:
        index = bisect_right(self._starts, start)
        self._starts.insert(index, start)
        self._spans.insert(index, (start, end))

    def touches(self, start: int, end: int) -> bool:
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._spans[index][1] > start


def _without_overlap(citations: list[Citation]) -> list[Citation]:
    """In order; of two that overlap the one that begins first, of those the longer."""
    kept: list[Citation] = []
    for citation in sorted(citations, key=lambda one: (one.start, -one.end)):
        if not kept or citation.start >= kept[-1].end:
            kept.append(citation)
        elif citation.number and not kept[-1].number:
            kept[-1] = citation
    return kept
