"""The references of one document, in order: what each points to, short forms after what they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kb.catalogue.links import KnownDocument
from kb.lawnames import is_law_name, plain_law_name
from kb.model import Reference, Resolution, ResolutionStatus
from kb.number import number_key
from kb.registry import entry_id
from kb.resolve.full import Full, Pointed, full_keys, short_key
from kb.resolve.known import Known
from kb.resolve.matching import CERTAIN, UNDATED, Match, bears_year, matches_by_number
from kb.resolve.names import key_of, resemblance_of_names
from kb.resolve.places import is_central_number, place_of
from kb.resolve.wanted import Wanted, wanted_by_reference

# A short form is as sure as what it stands for, less the chance that it stands for something else.
ANTECEDENT_FACTOR = 0.95
# A law cited by name and date, or by a name that one document alone bears.
NAME_AND_DATE = 0.97
NAME_ALONE = 0.9
# A held document that prints no number stands for the entry of the registry that bears its title.
INFERRED = 0.95
# Several laws bear the name: the one in force when the citing document was issued.
LAW_IN_FORCE = 0.8


def point(references: Sequence[Reference], citing: KnownDocument, known: Known) -> list[Pointed]:
    """What each reference of the document `citing` points to.

    A title or a first line may call by name or bare number what the preamble cites in full: where nothing above a
    short citation settles it, the one full citation below does.
    """
    completed = _with_issuers(references)
    below, above = _full_of_short(completed, citing, known), Full()
    pointed: list[Pointed] = []
    for position, reference in enumerate(completed):
        if reference.antecedent is not None and reference.antecedent < position:
            found = _short_form(pointed[reference.antecedent])
        else:
            found = _of_laws(reference, above, below, citing) or _point_one(
                reference, above.of(reference) or below.of(reference), citing, known
            )
        pointed.append(found)
        above.note(reference, found)
    return pointed


def _of_laws(reference: Reference, above: Full, below: Full, citing: KnownDocument) -> Pointed | None:
    """The law in force, where the document cites several laws of one name in full: the new one and the old."""
    law = below.in_force(reference, citing.issued_on) or above.in_force(reference, citing.issued_on)
    if law is None:
        return None
    resolution = replace(law.resolution, confidence=min(LAW_IN_FORCE, law.resolution.confidence), rule="law in force")
    return Pointed(resolution, law.node)


def _full_of_short(references: Sequence[Reference], citing: KnownDocument, known: Known) -> Full:
    """The full citations of what the document also cites shortly; numbers first, which tell more than days."""
    short = {short_key(reference) for reference in references}
    full = Full()
    for reference in sorted(references, key=lambda reference: reference.number is None):
        if reference.antecedent is None and not short.isdisjoint(full_keys(reference)):
            full.note(reference, _point_one(reference, full.of(reference), citing, known))
    return full


def _with_issuers(references: Sequence[Reference]) -> list[Reference]:
    """References with the issuer that the same citation (number and date) bears elsewhere in the document."""
    printed: dict[tuple[str | None, date], set[str]] = {}
    for reference in references:
        if reference.number and reference.issued_on and reference.issuer and place_of(reference.issuer).name:
            printed.setdefault((number_key(reference.number), reference.issued_on), set()).add(reference.issuer)
    completed = []
    for reference in references:
        found = printed.get((number_key(reference.number), reference.issued_on)) if reference.issued_on else None
        is_unplaced = place_of(reference.issuer).name is None
        completed.append(
            replace(reference, issuer=min(found)) if found and len(found) == 1 and is_unplaced else reference
        )
    return completed


def _point_one(reference: Reference, in_full: Sequence[Pointed], citing: KnownDocument, known: Known) -> Pointed:
    """What a citation points to; `in_full` are the full citations of the document that it may stand for."""
    wanted = wanted_by_reference(reference, citing)
    if len(in_full) == 1 and not _is_other_place(wanted, reference):
        return _short_form(in_full[0])
    matches = _one_of_each(_matches(wanted, reference, known), citing)
    if len(matches) > 1 and is_law_name(wanted.name or "") and wanted.before:
        matches = _law_in_force(matches)
    if len(in_full) > 1:
        nodes = {found.node for found in in_full}
        matches = [match for match in matches if match.known.id in nodes] or matches
    return _decided(matches, wanted)


def _one_of_each(matches: list[Match], citing: KnownDocument) -> list[Match]:
    """Of one document held in two files, one; the citing document itself where it is among them."""
    best: dict[tuple[object, ...], Match] = {}
    for match in sorted(matches, key=lambda match: (match.known.id != citing.id, match.known.id)):
        known = match.known
        is_told_apart = known.number_key is None or known.issued_on is None
        key = (known.id,) if is_told_apart else (known.number_key, known.issued_on, known.locality, known.kind)
        best.setdefault(key, match)
    return list(best.values())


def _matches(wanted: Wanted, reference: Reference, known: Known) -> list[Match]:
    if wanted.number_key:
        found = matches_by_number(wanted, known.bearing(wanted.number_key))
        return found or _matches_by_reading(wanted, known)
    return matches_by_name(wanted, known) if wanted.name else []


def _matches_by_reading(wanted: Wanted, known: Known) -> list[Match]:
    """Other ways to read a damaged number, each less sure than its reading."""
    return [
        replace(match, confidence=min(match.confidence, sureness) * 0.9, rule="damaged number")
        for key, sureness in wanted.readings
        for match in matches_by_number(replace(wanted, number_key=key), known.bearing(key))
    ]


def matches_by_name(wanted: Wanted, known: Known) -> list[Match]:
    """Documents that bear the name best."""
    best: dict[str, Match] = {}
    for name, candidate in known.named_like(wanted.name or ""):
        likeness = resemblance_of_names(wanted.name or "", name.name)
        if likeness and not _is_other_time(wanted, candidate):
            is_dated = wanted.issued_on is not None and wanted.issued_on == candidate.issued_on
            confidence = (NAME_AND_DATE if is_dated else NAME_ALONE) * likeness
            rule = "name+date" if is_dated else "name"
            if candidate.id not in best or best[candidate.id].confidence < confidence:
                best[candidate.id] = Match(candidate, confidence, rule)
    top = max((match.confidence for match in best.values()), default=0.0)
    return [match for match in best.values() if match.confidence == top]


def _law_in_force(found: list[Match]) -> list[Match]:
    """A law takes the place of the older one of its name; `found` holds none later than the citing document."""
    dated = [match for match in found if match.known.issued_on]
    if len(dated) < len(found):
        return found
    newest = max(dated, key=lambda match: str(match.known.issued_on))
    return [replace(newest, confidence=LAW_IN_FORCE, rule="law in force")]


def _is_other_time(wanted: Wanted, candidate: KnownDocument) -> bool:
    if candidate.issued_on is None:
        return False
    is_other_day = wanted.issued_on is not None and wanted.issued_on != candidate.issued_on
    is_other_year = wanted.year is not None and wanted.year != candidate.issued_on.year
    is_later = wanted.issued_on is None and wanted.before is not None and candidate.issued_on > wanted.before
    return is_other_day or is_other_year or is_later


def _is_other_place(wanted: Wanted, reference: Reference) -> bool:
    """A number of another body, as its printed place shows, is no short form of the earlier one."""
    return wanted.place_is_printed and reference.issuer is not None


def _short_form(antecedent: Pointed) -> Pointed:
    resolution = antecedent.resolution
    return Pointed(
        replace(resolution, rule=f"short form: {resolution.rule.removeprefix('short form: ')}",
                confidence=resolution.confidence * ANTECEDENT_FACTOR),
        antecedent.node,
    )  # fmt: skip


def _decided(matches: list[Match], wanted: Wanted) -> Pointed:
    if len(matches) == 1:
        match = matches[0]
        status = ResolutionStatus.HELD if match.known.held else ResolutionStatus.REGISTERED
        # "number+date; by the registry": the held text prints no number, its title is that of the entry.
        is_inferred, rule = match.known.is_inferred, match.rule
        confidence = min(match.confidence, INFERRED) if is_inferred else match.confidence
        resolution = Resolution(
            status, (match.known.id,), f"{rule}; by the registry" if is_inferred else rule, confidence
        )
        return Pointed(resolution, match.known.id)
    if matches:
        targets = tuple(sorted(match.known.id for match in matches))
        return Pointed(Resolution(ResolutionStatus.AMBIGUOUS, targets, "several candidates", 0.0), None)
    sureness = CERTAIN if wanted.issued_on else UNDATED
    return Pointed(Resolution(ResolutionStatus.MISSING, (), "no candidate", sureness), missing_node(wanted))


def missing_node(wanted: Wanted) -> str | None:
    """An id for a document that nobody holds: the one that an entry of the registry for it would have.

    A law named with its year or its day is one law: only one of its name is made in a year. A number of a central body
    that bears its year is one document, with its date or without.
    """
    if wanted.number is None and (wanted.name is None or not key_of(wanted.name)):
        return None
    if wanted.number is None and is_law_name(wanted.name or ""):
        year = wanted.year or (wanted.issued_on.year if wanted.issued_on else None)
        plain = plain_law_name(wanted.name or "")
        return entry_id(None, None, None, f"{plain} {year}" if year else plain)
    is_whole = bears_year(wanted.number) and is_central_number(wanted.number)
    return entry_id(wanted.number, wanted.place.name, None if is_whole else wanted.issued_on, wanted.name)
