"""Finds every citation of another document: what is cited, where, by which relation, through what, with evidence."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.model import Header, LaidText, RegionKind
from ingest.references.collect import collect
from ingest.references.judge import Judge, Judged
from ingest.references.places import Places
from ingest.references.shortforms import add_short_forms
from ingest.references.units import unit_before
from kb.model import Provision, Reference

__all__ = ["find_references"]

_BREAKS_BEFORE_NUMBER = re.compile(r"(?<=[sS]ố)\n(?=\d)")


def find_references(laid: LaidText, header: Header, provisions: tuple[Provision, ...]) -> tuple[Reference, ...]:
    """Citations in order of place; found in the document alone, resolved against others elsewhere.

    `text[start:end]` is the surface; the sentence is the evidence. The document itself ("Nghị quyết này") is no
    citation, but its number in the head of its own attachment is (relation contains).
    """
    places = Places(provisions, header)
    text = _with_unfinished_lines_joined(_with_titles_in_one_line(laid.text, header))
    reading = replace(laid, text=text)
    citations = add_short_forms(text, collect(reading, header, places))
    judged = [one for one in Judge(reading, header, places).judge(citations) if not one.is_of_itself]
    index_of = {one.citation.start: index for index, one in enumerate(judged)}
    return tuple(_reference(laid.text, one, index_of) for one in judged)


def _with_titles_in_one_line(text: str, header: Header) -> str:
    """The text, as long as before, with the lines of each title joined: a title is one sentence over its lines."""
    for region in header.regions:
        if region.kind is RegionKind.TITLE:
            title = text[region.start : region.end].rstrip("\n")
            text = text[: region.start] + title.replace("\n", " ") + text[region.start + len(title) :]
    return text


def _with_unfinished_lines_joined(text: str) -> str:
    """The text, as long as before, where a line that breaks between "số" and the number goes on in the next."""
    return _BREAKS_BEFORE_NUMBER.sub(" ", text)


def _reference(text: str, judged: Judged, index_of: dict[int, int]) -> Reference:
    """The finding as handed on; `index_of` gives the index of the reference that begins at a place."""
    citation, nested = judged.citation, judged.nested
    return Reference(
        start=citation.start,
        end=citation.end,
        surface=text[citation.start : citation.end],
        kind=citation.kind,
        number=citation.number,
        name=citation.name,
        issued_on=citation.issued_on,
        issuer=citation.issuer,
        title=citation.title,
        provision=unit_before(text, citation.start, judged.sentence[0]),
        relation=judged.relation,
        where=judged.where,
        evidence_start=judged.sentence[0],
        evidence_end=judged.sentence[1],
        rule=f"{citation.rule}/{judged.rule}",
        via=nested.host.label if nested else None,
        via_relation=nested.relation if nested else None,
        antecedent=None if citation.antecedent is None else index_of.get(citation.antecedent),
        readings=citation.readings if citation.number else (),
        confidence=citation.confidence,
    )
