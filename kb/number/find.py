"""Finds document numbers in a text; look-alikes ("2021-2025", "24/7", "05/9/2026", "20/CN-2") are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from kb.model import Reading
from kb.number.grammar import NUMBER, OLD, SLASH, STANDARD, make_cited_number, make_number
from kb.number.slips import find_damaged, ordinal_readings, rejoined_term
from kb.number.value import DocumentNumber, System

# "Mẫu số 01/QĐ-XPHC", "Biểu 02/BC-ĐT" name forms, not documents.
_FORM_BEFORE = re.compile(r"(?:[Mm]ẫu|MẪU|[Bb]iểu|BIỂU|[Bb]iểu mẫu)(?:\s+(?:số|SỐ))?\s*:?\s*\Z")
_CUE_BEFORE = re.compile(r"(?:[Ss]ố|SỐ|[Cc]ông văn|[Vv]ăn bản|[Nn]ghị định|[Qq]uyết định)\s*:?\s*\Z")
_NAMED_BEFORE = re.compile(
    r"(?:[Qq]uyết định|[Cc]ông văn|[Vv]ăn bản|[Tt]ờ trình|[Tt]hông báo|[Kk]ế hoạch|[Bb]áo cáo|[Gg]iấy phép|[Gg]iấy mời"
    r"|[Hh]ướng dẫn|[Nn]ghị quyết|[Cc]hỉ thị|[Bb]iên bản)\s+số\s*:?\s*\Z"
)
_APART = re.compile(r"(?:[Ss]ố|SỐ)\s*:?\s*(?P<figures>\d(?: ?\d){0,2} )\Z")
_LOOK_BACK = 24


class FoundNumber(NamedTuple):
    """A number at text[start:end] with every way to read it, likeliest (`number`) first."""

    start: int
    end: int
    number: DocumentNumber
    readings: tuple[Reading, ...]

    @property
    def confidence(self) -> float:
        return self.readings[0].confidence


def find_numbers(text: str) -> list[FoundNumber]:
    """Every document number in the text, in order, none overlapping another."""
    found = [*_clean(text), *_standards(text)]
    taken = _Taken((number.start, number.end) for number in found)
    for start, end, number, readings in find_damaged(text, taken.is_free):
        if taken.is_free(start, end) and not _is_form(text, start):
            taken.add(start, end)
            found.append(FoundNumber(start, end, number, readings))
    found += [number for number in _old(text) if taken.is_free(number.start, number.end)]
    return sorted(found, key=lambda number: number.start)


class _Taken:
    """Spans that have been read, by the characters they start and end at (numbers are short)."""

    def __init__(self, spans: Iterator[tuple[int, int]]) -> None:
        self._places: set[int] = set()
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        self._places.update(range(start, end))

    def is_free(self, start: int, end: int) -> bool:
        return self._places.isdisjoint(range(start, end))


def _clean(text: str) -> Iterator[FoundNumber]:
    for match in NUMBER.finditer(text):
        number = make_number(match["ordinal"], match["joint"], match["year"], match["symbol"])
        if number is None and match["joint"] in SLASH and _is_named(text, match.start()):
            number = make_cited_number(match["ordinal"], match["year"], match["symbol"])
        if number is None or _is_form(text, match.start()):
            continue
        apart = _figures_apart(text, match.start(), number)
        if apart:
            yield FoundNumber(apart[0], match.end(), apart[1], (Reading(str(apart[1]), 0.9),))
            continue
        is_bare = number.kind is None and number.year is None and "-" not in (number.body or "")
        if is_bare and not _has_cue(text, match.start()):
            continue
        split = rejoined_term(text, match.end(), number)
        if split:
            yield FoundNumber(match.start(), split[0], split[1], (Reading(str(split[1]), 0.9),))
            continue
        readings = ordinal_readings(number, match[0])
        likeliest = number if readings[0].number == str(number) else _reread(readings[0].number) or number
        yield FoundNumber(match.start(), match.end(), likeliest, readings)


def _figures_apart(text: str, start: int, number: DocumentNumber) -> tuple[int, DocumentNumber] | None:
    """Where the number begins and what it is when its figures stand apart after "số" ("số 12 4/QĐ-UBND"), else None."""
    apart = _APART.search(text, max(0, start - _LOOK_BACK), start)
    if apart is None:
        return None
    return apart.start("figures"), replace(number, ordinal=apart["figures"].replace(" ", "") + number.ordinal)


def _reread(printed: str) -> DocumentNumber | None:
    """The value of a likelier reading than what is printed ("0b/2020/NĐ-CP" → 06/2020/NĐ-CP)."""
    match = NUMBER.fullmatch(printed)
    return make_number(match["ordinal"], match["joint"], match["year"], match["symbol"]) if match else None


def _standards(text: str) -> Iterator[FoundNumber]:
    for match in STANDARD.finditer(text):
        year = int(match["year"]) if match["year"] else None
        number = DocumentNumber(match["ordinal"], year, match["kind"], match["body"], System.STANDARD)
        yield FoundNumber(match.start(), match.end(), number, (Reading(str(number), 1.0),))


def _old(text: str) -> Iterator[FoundNumber]:
    for match in OLD.finditer(text):
        if _has_cue(text, match.start()):
            number = DocumentNumber(match["ordinal"], None, None, match["body"].replace("Ð", "Đ"), System.OLD)
            yield FoundNumber(match.start(), match.end(), number, (Reading(str(number), 0.9),))


def _has_cue(text: str, start: int) -> bool:
    return bool(_CUE_BEFORE.search(text, max(0, start - _LOOK_BACK), start))


def _is_named(text: str, start: int) -> bool:
    return bool(_NAMED_BEFORE.search(text, max(0, start - _LOOK_BACK), start))


def _is_form(text: str, start: int) -> bool:
    return bool(_FORM_BEFORE.search(text, max(0, start - _LOOK_BACK), start))
