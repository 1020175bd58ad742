"""Numbers damaged by printing, typing or OCR: what they may have been, with a confidence for each reading.

The symbol ("QĐ-TTg") is found first, for it is hard to mistake; ordinal and year are read backwards from it.
Confidences rank the readings of one number: they are estimates from OCR texts of scanned decisions, not frequencies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice, product

from kb.model import Reading
from kb.number.grammar import DASH, GAP, SLASH, is_state_body, make_number
from kb.number.symbols import PARTY_BODIES, STATE_BODIES, canonical_body, canonical_kind
from kb.number.value import DocumentNumber
from kb.text import fold

_DIGITS: dict[str, tuple[tuple[str, float], ...]] = {
    "O": (("0", 0.9),),
    "o": (("0", 0.9),),
    "Q": (("0", 0.8), ("9", 0.1)),
    "D": (("0", 0.8),),
    "Ø": (("0", 0.5), ("9", 0.2), ("8", 0.2)),
    "I": (("1", 0.9), ("7", 0.05)),
    "l": (("1", 0.9), ("7", 0.05)),
    "|": (("1", 0.8),),
    "i": (("1", 0.8),),
    "S": (("5", 0.85), ("8", 0.1)),
    "s": (("5", 0.85), ("8", 0.1)),
    "B": (("8", 0.85), ("6", 0.05), ("3", 0.05)),
    "b": (("6", 0.85), ("8", 0.05)),
    "G": (("6", 0.8), ("0", 0.1)),
    "Z": (("2", 0.85), ("7", 0.1)),
    "z": (("2", 0.85), ("7", 0.1)),
    "g": (("9", 0.85), ("8", 0.05), ("6", 0.05)),
    "q": (("9", 0.85), ("4", 0.05)),
    "A": (("4", 0.8),),
    "T": (("7", 0.8), ("1", 0.1)),
}
_DIGIT_LIKE = "0-9" + re.escape("".join(_DIGITS))
_ANY_SEPARATOR = rf"[{DASH}{SLASH}~_=.,:|\\]"
_BETWEEN = rf"{GAP}{_ANY_SEPARATOR}{GAP}(?:{_ANY_SEPARATOR}{GAP})?"
_KIND_SLIP = (
    r"[QOo0Ọq] ?[ĐÐDđdB]|[Nn] ?[QĐÐDđdO0q]|[T1Il]{2}(?=.{1,3}B)|C[TĐÐDV]|T[TB]|TTr|K[HL]|H[DĐ]|B[CS]|VBHN|PL|CTr|TTLT"
)
_SYMBOL = re.compile(
    rf"(?P<kind>{_KIND_SLIP})(?P<between>{_BETWEEN}|[lI|!](?=TW|CP|TTg|TU)|(?=TTg|CP|TW|UBND))"
    r"(?P<body>[A-ZĐÐƯ01T][A-Za-zĐÐƯđ0-9\\&]{0,12}(?:[-/][A-ZĐÐƯ&]{2,10})*)(?![^\W\d_])"
)
_LAW = re.compile(rf"(?<=[{DASH}{SLASH}| ])[QO0] ?H ?(?P<term>[{_DIGIT_LIKE}]{{1,2}})(?!\w)")
# A stroke is also read as "l", "I", "|" or "!".
_SEP_BACK = rf"{GAP}(?:[{DASH}{SLASH}|\\~_lI!]{GAP}){{1,2}}"
_LEFT = re.compile(
    rf"(?<![\w/.,{DASH}])(?<![%@#]\s)(?P<ordinal>[{_DIGIT_LIKE}]{{1,6}})"
    rf"(?:{_SEP_BACK}(?P<year>[12Iil|Zz][{_DIGIT_LIKE}]{{3}}))?(?P<joint>{_SEP_BACK}|(?<=\d))\Z"
)
_SPACED = re.compile(rf"(?:[Ss]ố|SỐ)\s*:?\s*(?P<ordinal>\d(?: ?\d){{1,4}})(?P<joint>{_SEP_BACK})\Z")
_LOOK_BACK = 28
_MOST_READINGS = 4
_BODY_SLIPS = {
    "cf": "CP", "gp": "CP", "cpp": "CP", "cp": "CP", "c0": "CP", "op": "CP",
    "tvv": "TW", "t\\v": "TW", "tv": "TW", "tw": "TW", "tu": "TU",
    "ttp": "TTg", "ttq": "TTg", "tig": "TTg", "iw": "TW", "1w": "TW", "1tg": "TTg",
    "t1g": "TTg", "tt9": "TTg", "ttc": "TTg", "tlg": "TTg", "itg": "TTg",
}  # fmt: skip
_BODIES = sorted(PARTY_BODIES | STATE_BODIES)


def find_damaged(
    text: str, is_free: Callable[[int, int], bool]
) -> Iterator[tuple[int, int, DocumentNumber, tuple[Reading, ...]]]:
    """Damaged numbers with their readings, where `is_free` says that no other number has been read."""
    for match in _SYMBOL.finditer(text):
        if not is_free(match.start(), match.end()):
            continue
        body, body_confidence = _read_body(match["body"])
        kind = _read_kind(match["kind"])
        if body is None or kind is None:
            continue
        symbol = f"{kind}{_one_separator(match['between'])}{body}"
        yield from _with_left(text, match.start(), match.end(), symbol, body_confidence)
    for match in _LAW.finditer(text):
        if not is_free(match.start(), match.end()):
            continue
        term = "".join(_likeliest(sign)[0] for sign in match["term"])
        yield from _with_left(text, match.start(), match.end(), f"QH{term}", 0.9, needs_year=True)


def _with_left(
    text: str, start: int, end: int, symbol: str, confidence: float, needs_year: bool = False
) -> Iterator[tuple[int, int, DocumentNumber, tuple[Reading, ...]]]:
    """The number that ends with `symbol`, its ordinal read to the left of `start`."""
    lowest = max(0, start - _LOOK_BACK)
    left = _LEFT.search(text, lowest, start) or _SPACED.search(text, lowest, start)
    if left is None:
        return
    groups = left.groupdict()
    ordinal = left["ordinal"].replace(" ", "")
    year = groups.get("year")
    is_readable = any(sign.isdigit() for sign in ordinal) and (year is not None or not needs_year)
    if not is_readable:
        return
    joint = "-" if re.search(f"[{DASH}]", left["joint"]) or ("/" in symbol and not year) else "/"
    readings = _readings(ordinal, joint, year, symbol, confidence)
    if readings:
        first = readings[0][0]
        yield left.start("ordinal"), end, first, tuple(Reading(str(number), value) for number, value in readings)


def _readings(
    ordinal: str, joint: str, year: str | None, symbol: str, confidence: float
) -> list[tuple[DocumentNumber, float]]:
    likely_year = "".join(_likeliest(sign)[0] for sign in year) if year else None
    if likely_year and not 1945 <= int(likely_year) <= 2099:
        return []
    choices = [_DIGITS.get(sign, ((sign, 1.0),)) for sign in ordinal]
    readings: list[tuple[DocumentNumber, float]] = []
    for signs in islice(product(*choices), _MOST_READINGS * _MOST_READINGS):
        number = make_number("".join(sign for sign, _ in signs), joint, likely_year, symbol)
        if number is not None:
            value = confidence
            for _, chance in signs:
                value *= chance
            readings.append((number, round(value, 3)))
    return sorted(readings, key=lambda reading: -reading[1])[:_MOST_READINGS]


def _likeliest(sign: str) -> tuple[str, float]:
    return _DIGITS.get(sign, ((sign, 1.0),))[0]


def _one_separator(between: str) -> str:
    return "/" if re.search(f"[{SLASH}|\\\\]", between) else "-"


def _read_kind(printed: str) -> str | None:
    tidy = re.sub(r"[\s]", "", printed).replace("0", "O")
    if re.fullmatch("[T1Il]{2}", tidy):
        return "TT"
    slip = {"OD": "QĐ", "OĐ": "QĐ", "OÐ": "QĐ", "ỌĐ": "QĐ", "QB": "QĐ", "OB": "QĐ", "NO": "NQ"}
    return slip.get(tidy) or slip.get(tidy.upper()) or canonical_kind(tidy)


def _read_body(printed: str) -> tuple[str | None, float]:
    """The body's abbreviation with a confidence; None where it resembles no body."""
    first, *units = re.split(r"(?=[-/])", printed, maxsplit=1)
    unit = units[0] if units else ""
    known = canonical_body(first.replace("lW", "TW").replace("|W", "TW"))
    if known in STATE_BODIES or known in PARTY_BODIES or is_state_body(known):
        return known + unit, 0.95
    slip = _BODY_SLIPS.get(fold(first))
    if slip:
        return slip + unit, 0.85
    near = [body for body in _BODIES if len(body) >= 4 and _is_near(fold(first), fold(body))]
    return (near[0] + unit, 0.7) if len(near) == 1 else (None, 0.0)


def _is_near(printed: str, body: str) -> bool:
    """One sign of difference at the same length."""
    return len(printed) == len(body) and sum(a != b for a, b in zip(printed, body, strict=True)) == 1


def ordinal_readings(number: DocumentNumber, printed: str) -> tuple[Reading, ...]:
    """Readings of a well-formed number: one, unless the printing leaves a doubt."""
    text = str(number)
    is_suffixed = not number.ordinal.isdigit()
    doubtful = _DIGITS.get(number.ordinal[-1]) if is_suffixed else None
    if doubtful:
        other = text.replace(number.ordinal, number.ordinal[:-1] + doubtful[0][0], 1)
        is_zero_and_letter = not number.ordinal[:-1].strip("0")
        readings = (Reading(text, 0.7), Reading(other, 0.3))
        return (Reading(other, 0.85), Reading(text, 0.1)) if is_zero_and_letter else readings
    single = _with_single_letter(number)
    if single:
        return Reading(single, 0.85), Reading(text, 0.15)
    full_term = _likely_term(number)
    if full_term:
        return Reading(text, 0.6), Reading(text[: text.rfind("QH")] + full_term, 0.4)
    return (Reading(text, 1.0 if fold(printed) == fold(text) else 0.97),)


def _with_single_letter(number: DocumentNumber) -> str | None:
    """The number whose kind was typed or read with its last letter twice ("1468/QĐĐ-BTP" → 1468/QĐ-BTP)."""
    head, dash, rest = (number.body or "").partition("-")
    kind, letter = head[:-1], head[-1:]
    is_doubled = len(kind) > 1 and letter.upper() == kind[-1].upper() and canonical_kind(kind) is not None
    issuer = re.split("[-/]", rest)[0]
    is_of_body = issuer in STATE_BODIES or is_state_body(issuer)
    if number.kind is not None or not dash or not is_doubled or not is_of_body or head in STATE_BODIES:
        return None
    year = f"/{number.year}" if number.year else ""
    return f"{number.ordinal}{year}/{canonical_kind(kind)}-{rest}"


def _likely_term(number: DocumentNumber) -> str | None:
    """The National Assembly's term where the printed one cannot be of that year ("43/2024/QH1" → QH15)."""
    found = re.search(r"QH(\d{1,2})$", number.body or "")
    if found is None or number.year is None:
        return None
    terms = _terms_of(number.year)
    return None if not terms or int(found[1]) in terms else f"QH{terms[-1]}"


_LAST_FIGURE = re.compile(r" (\d)(?=\s+ngày|\s*[;,.)])")


def rejoined_term(text: str, end: int, number: DocumentNumber) -> tuple[int, DocumentNumber] | None:
    """The end and the number when the term's last figure stands apart ("16/2021/QH1 5 ngày"), else None."""
    if number.body not in ("QH1", "UBTVQH1") or number.year is None:
        return None
    figure = _LAST_FIGURE.match(text, end)
    if figure is None or int(f"1{figure[1]}") not in _terms_of(number.year):
        return None
    return figure.end(), replace(number, body=f"{number.body}{figure[1]}")


_FIRST_YEARS = {9: 1992, 10: 1997, 11: 2002, 12: 2007, 13: 2011, 14: 2016, 15: 2021, 16: 2026}


def _terms_of(year: int) -> list[int]:
    """Terms of the National Assembly that sat in a year (in a year of elections, two)."""
    starts = sorted(_FIRST_YEARS.items())
    return [
        term
        for index, (term, first) in enumerate(starts)
        if first <= year and (index + 1 == len(starts) or year <= starts[index + 1][1])
    ]
