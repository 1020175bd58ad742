"""Which known documents a citation may mean, and how sure that is. Never by number alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kb.bodies import has_merged
from kb.catalogue.links import KnownDocument
from kb.model import Level
from kb.number import parse
from kb.resolve.names import titles_agree
from kb.resolve.places import is_local_number, same_place
from kb.resolve.wanted import Wanted, place_of_known

# Confidences. From CERTAIN on, a wrong target is a fault of the program; below, the reader is shown how it was found.
CERTAIN = 1.0
NUMBER_OF_THE_YEAR = 0.97  # the number bears its year; no date is printed, none contradicts
TITLE_AGREES = 0.95  # an undated number, and the title printed after it is the document's
UNDATED = 0.8  # an undated number of the right body; the same number of another year may be meant
PREDECESSOR = 0.7  # "của Tỉnh ủy", and the province that this one took in issued such a number before that
PLACE_UNSURE = 0.6  # a local number, and neither text nor document tells the place
DATE_SLIP = 0.6  # number, body and year agree, day or month does not: one of the two is misprinted
_KINDS_OF_ONE_SERIES = frozenset({"luật", "bộ luật", "nghị quyết", "pháp lệnh"})


@dataclass(frozen=True, slots=True)
class Match:
    known: KnownDocument
    confidence: float
    rule: str


def matches_by_number(wanted: Wanted, candidates: Iterable[KnownDocument]) -> list[Match]:
    """The candidates that may be meant, the best kind of match alone: a date that agrees outweighs one that slips."""
    found = [match for known in candidates if (match := _match(wanted, known))]
    best = max((match.confidence for match in found), default=0.0)
    return [match for match in found if match.confidence >= min(best, UNDATED) and (best < CERTAIN or _is_best(match))]


def _is_best(match: Match) -> bool:
    return match.confidence >= CERTAIN


def _match(wanted: Wanted, known: KnownDocument) -> Match | None:
    if _is_of_another_kind(wanted, known) or _is_elsewhere(wanted, known) or _is_later(wanted, known):
        return None
    placed = _place_confidence(wanted, known)
    if wanted.issued_on and known.issued_on:
        if wanted.issued_on == known.issued_on:
            return Match(known, min(CERTAIN, placed), "number+date")
        is_same_year = wanted.issued_on.year == known.issued_on.year
        return Match(known, min(DATE_SLIP, placed), "number+year") if is_same_year else None
    if bears_year(wanted.number):
        return Match(known, min(NUMBER_OF_THE_YEAR, placed), "number of the year")
    agrees = titles_agree(wanted.title, known.title)
    if agrees:
        return Match(known, min(TITLE_AGREES, placed), "number+title")
    doubt = 0.5 if agrees is False else 1.0
    return Match(known, min(UNDATED, placed) * doubt, "number+issuer")


@lru_cache(maxsize=4_096)
def bears_year(number: str | None) -> bool:
    parsed = parse(number) if number else None
    return parsed is not None and parsed.year is not None


def _is_of_another_kind(wanted: Wanted, known: KnownDocument) -> bool:
    """Where the symbol names no kind (QH15), the word before the number tells a law from a resolution."""
    if not wanted.kind or not known.kind:
        return False
    cited, held = wanted.kind.lower(), known.kind.lower()
    return cited != held and {cited, held} <= _KINDS_OF_ONE_SERIES


def _is_elsewhere(wanted: Wanted, known: KnownDocument) -> bool:
    place = place_of_known(known)
    is_other_place = bool(wanted.place.name and place.name) and not same_place(wanted.place.name, place.name)
    is_other_level = bool(wanted.place.level and place.level) and wanted.place.level != place.level
    # A document of a district may be filed under its province: the name of its body then still names the district.
    names_the_place = bool(wanted.place.name and known.issuer and wanted.place.name.lower() in known.issuer.lower())
    return is_other_level or (is_other_place and not names_the_place and not _is_predecessor(wanted, known))


def _is_predecessor(wanted: Wanted, known: KnownDocument) -> bool:
    """Whether an unnamed place may be the former province of the document: "của Tỉnh ủy" after a merger."""
    place = place_of_known(known).name
    if (
        wanted.place_is_printed
        or not wanted.place.name
        or not place
        or wanted.place.level not in (None, Level.PROVINCE)
    ):
        return False
    is_older = known.issued_on is None or not has_merged(place, wanted.place.name, known.issued_on)
    return is_older and has_merged(place, wanted.place.name, wanted.before)


def _is_later(wanted: Wanted, known: KnownDocument) -> bool:
    if wanted.issued_on or wanted.before is None or known.issued_on is None:
        return False
    return known.issued_on > wanted.before


def _place_confidence(wanted: Wanted, known: KnownDocument) -> float:
    if not is_local_number(wanted.number):
        return CERTAIN
    if same_place(wanted.place.name, place_of_known(known).name):
        return CERTAIN
    return PREDECESSOR if _is_predecessor(wanted, known) else PLACE_UNSURE
