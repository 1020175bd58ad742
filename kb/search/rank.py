"""From candidates to results: named documents first, the same words once, with the reason for each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kb.index import Found
from kb.index.values import Unchanging
from kb.lexicon.words import is_phrase, terms
from kb.model import DocumentSummary
from kb.search.closeness import Asked, closeness
from kb.search.values import Candidate, Ranked, Understood

SAME_WORDS = 0.8  # share of words in common from which two passages of different documents are one text
LEAST_LENGTH_RATIO = 0.7  # of the shorter to the longer of such two
MOST_SHOWN_WORDS = 3  # matching phrases named in a reason
SCORE_SPREAD = 1.5  # standard deviations that bring a score from 1/2 to 3/4
BY_MEANING = "gần nghĩa với câu hỏi"


@dataclass(frozen=True, slots=True)
class Read(Unchanging):
    """A candidate with its passage and the different words of it."""

    candidate: Candidate
    found: Found
    words: frozenset[str]


def read_candidates(candidates: Sequence[Candidate], found: Mapping[int, Found], query: Asked) -> list[Read]:
    """Candidates with their passages, best first after what answering closely to the query's words adds."""
    read = [
        Read(
            replace(candidate, score=candidate.score + closeness(query, found[candidate.key])),
            found[candidate.key],
            frozenset(found[candidate.key].words),
        )
        for candidate in candidates
        if candidate.key in found
    ]
    return in_order(read)


def in_order(read: Iterable[Read]) -> list[Read]:
    return sorted(read, key=lambda item: (-item.candidate.score, item.candidate.key))


def ranked(
    read: Iterable[Read], understood: Understood, documents: Mapping[str, DocumentSummary], limit: int
) -> list[Ranked]:
    """The first `limit` different texts, best first, each with the sources that print the same."""
    kept: list[Read] = []
    sources: list[list[str]] = []
    for item in read:
        original = next((place for place, other in enumerate(kept) if _prints_the_same(item, other)), None)
        if original is not None:
            sources[original].append(_source(item, documents))
        elif len(kept) < limit:
            kept.append(item)
            sources.append([])
    asked = _telling_terms(understood)
    return [
        Ranked(item.found, share_of(item.candidate.score), _reason(item, asked), tuple(dict.fromkeys(also)))
        for item, also in zip(kept, sources, strict=True)
    ]


def share_of(score: float) -> float:
    """A score in [0, 1] from a fused one."""
    return 0.5 + 0.5 * score / (SCORE_SPREAD + abs(score))


def _prints_the_same(one: Read, other: Read) -> bool:
    if one.found.document_id == other.found.document_id:
        return False
    shorter, longer = sorted((len(one.words), len(other.words)))
    if not longer or shorter < LEAST_LENGTH_RATIO * longer:
        return False
    common = len(one.words & other.words)
    return common >= SAME_WORDS * (shorter + longer - common)


def _source(item: Read, documents: Mapping[str, DocumentSummary]) -> str:
    document = documents.get(item.found.document_id)
    return document.source if document else item.found.document_id


def _telling_terms(understood: Understood) -> list[str]:
    """Phrases of the query, then its words, with those of the full forms of abbreviations."""
    typed = [reading.form for reading in understood.readings]
    texts = [" ".join(typed), *(full for _, full in understood.spelled_out)]
    found = list(dict.fromkeys(term for text in texts for term in terms(text)))
    return sorted(found, key=lambda term: not is_phrase(term))


def _reason(item: Read, asked: Sequence[str]) -> str:
    if item.candidate.words is None:
        return BY_MEANING
    present = frozenset(terms(f"{item.found.passage.context}\n{item.found.passage.text}"))
    shown = _joined_phrases(term for term in asked if term in present)
    if not shown:
        return BY_MEANING
    named = ", ".join(f"“{phrase}”" for phrase in shown[:MOST_SHOWN_WORDS])
    return f"có {named}" if item.candidate.cosine is None else f"có {named}; {BY_MEANING}"


def _joined_phrases(matched: Iterable[str]) -> list[str]:
    """Phrases that overlap become one ("chuyển đổi", "đổi số" → "chuyển đổi số"); words inside them fall away."""
    joined: list[str] = []
    for term in matched:
        if joined and is_phrase(term) and joined[-1].endswith(" " + term.split()[0]):
            joined[-1] += " " + term.split()[1]
        elif not any(f" {term} " in f" {phrase} " for phrase in joined):
            joined.append(term)
    return sorted(joined, key=lambda phrase: -phrase.count(" "))


def counted(read: Iterable[Read], documents: Mapping[str, DocumentSummary]) -> dict[str, dict[str, int]]:
    """Facets: of the documents among the candidates, how many have each kind, level, locality, issuer and year."""
    ids = dict.fromkeys(item.found.document_id for item in read)
    facets: dict[str, dict[str, int]] = {}
    for name, value in (pair for document_id in ids for pair in _facet_values(documents.get(document_id))):
        values = facets.setdefault(name, {})
        values[value] = values.get(value, 0) + 1
    return {name: dict(sorted(values.items(), key=lambda pair: (-pair[1], pair[0]))) for name, values in facets.items()}


def _facet_values(document: DocumentSummary | None) -> Iterator[tuple[str, str]]:
    if document is None:
        return
    year = str(document.issued_on.year) if document.issued_on else None
    level = document.level.value if document.level else None
    pairs = (
        ("kind", document.kind),
        ("level", level),
        ("locality", document.locality),
        ("issuer", document.issuer),
        ("year", year),
    )
    yield from ((name, value) for name, value in pairs if value)


def boosted(read: Sequence[Read], ids: Collection[str], gain: float) -> list[Read]:
    """The passages with `gain` added for those of the documents `ids`, best first again."""
    if not ids:
        return list(read)
    return in_order(
        replace(item, candidate=replace(item.candidate, score=item.candidate.score + gain))
        if item.found.document_id in ids
        else item
        for item in read
    )
