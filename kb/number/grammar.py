"""How a document number is printed: the pattern of its parts, and the value that the parts make."""

from __future__ import annotations

import re

from kb.number.symbols import (
    KINDS,
    LONG_BODIES,
    PARTY_BODIES,
    STATE_BODIES,
    canonical_body,
    canonical_kind,
)
from kb.number.value import DocumentNumber, System

UPPER = "A-ZĐÐƯ"
GAP = "[ \u00a0\t]{0,2}"
DASH = "-\u2010\u2011\u2012\u2013\u2014\u2212"
SLASH = "/\u2044\u2215"
NOT_LETTER = r"(?![^\W\d_])"
YEAR = r"(?:19[4-9]\d|20\d\d)"
# An abbreviation: capitals with few small letters at known places, then the number of a term or a unit.
_MIXED = r"TTg|TTr|CTr|Ctr|QyĐ|QĐi|TrS|TBo|ThU|Th\.U"
PIECE = rf"(?:{_MIXED}|[{UPPER}]{{2,}}(?:[&.][{UPPER}]+)*\d{{0,3}}|L(?=[{DASH}]CTN)){NOT_LETTER}"
UNIT = rf"(?:{PIECE}|[{UPPER}]\d{{0,2}}{NOT_LETTER}|nb{NOT_LETTER})"
LONG_BODY = r"(?:Thủ tướng(?: Chính phủ)?|Chính phủ)(?!\w)"
_SEPARATOR = rf"{GAP}[{DASH}{SLASH}]{GAP}"
SYMBOL = rf"{PIECE}(?:{_SEPARATOR}(?:{PIECE}|{LONG_BODY})(?:[{DASH}{SLASH}&]{GAP}{UNIT})*)?"
NUMBER = re.compile(
    rf"(?<![\w/.,{DASH}])(?<![%@#]\s)(?P<ordinal>\d{{1,6}}[a-eđ]?){GAP}(?P<joint>[{DASH}{SLASH}]){GAP}"
    rf"(?:(?P<year>{YEAR}){GAP}[{DASH}{SLASH}]{GAP})?(?P<symbol>{SYMBOL})(?!\d|{GAP}[{SLASH}]\d|[{DASH}]\d|[.,]\d)"
)
_OLD_BODY = rf"[{UPPER}]{{2,5}}/(?:QĐ|TT|NQ|CT|CV|TB)(?:/[{UPPER}]{{2,}})?"
OLD = re.compile(rf"(?<![\w/.,{DASH}])(?P<ordinal>\d{{1,5}})[ \u00a0{DASH}]?(?P<body>{_OLD_BODY})(?!\w)")
STANDARD = re.compile(
    r"(?<!\w)(?P<kind>TCVN(?: ISO(?:/IEC)?)?|QCVN|TCCS|QCĐP) ?(?P<ordinal>\d{1,5}(?:-\d{1,3})*)"
    rf"(?: ?: ?(?P<year>{YEAR}))?(?:/(?P<body>[{UPPER}]{{2,}}))?(?!\w)"
)
_SEPARATORS = re.compile(rf"{GAP}([{DASH}{SLASH}]){GAP}")
_STATE_BODY = re.compile(
    rf"B[{UPPER}]{{1,8}}|S[{UPPER}&]{{2,8}}|UBND|TC[{UPPER}]+|(?:UBTV)?QH\d{{1,2}}|VP[{UPPER}]+|C[{UPPER}]{{2,6}}"
)
_TERM_BODY = re.compile(r"(?:UBTV|ĐĐ)?QH\d{1,2}")
_DASHES = re.compile(f"[{DASH}]")
_SLASHES = re.compile(f"[{SLASH}]")


def tidy_symbol(symbol: str) -> str:
    """One kind of dash and slash, no spaces around them, Đ for Ð."""
    tidy = _SEPARATORS.sub(r"\1", symbol.replace("Ð", "Đ").replace("\u00a0", " "))
    return _SLASHES.sub("/", _DASHES.sub("-", tidy))


def is_state_body(piece: str) -> bool:
    """Whether an abbreviation is that of a State body: known, or formed as ministries and departments are."""
    return piece in STATE_BODIES or bool(_STATE_BODY.fullmatch(piece))


def is_party_body(piece: str) -> bool:
    return piece in PARTY_BODIES or piece.startswith("ĐĐQH")


def make_number(ordinal: str, joint: str, year: str | None, symbol: str) -> DocumentNumber | None:
    """The number of these parts; None when they make none ("20/CN", "02/GTGT")."""
    tidy = tidy_symbol(symbol)
    head, separator, rest = _split(tidy)
    kind = canonical_kind(head)
    if rest is None:
        return _without_kind(ordinal, year, head)
    rest = LONG_BODIES.get(rest.lower()) or _canonical_rest(rest)
    first = re.split(r"[-/&]", rest)[0]
    is_official_letter = kind is None or (head not in KINDS and is_state_body(head))
    if is_official_letter:
        return _letter(ordinal, joint, year, head, separator, rest)
    is_party_shape = joint in DASH and separator == "/" and year is None
    is_party = is_party_body(first) or (is_party_shape and not is_state_body(first))
    is_state = year is not None or (not is_party_shape and joint in SLASH and not is_certain_party(first))
    if is_party and not is_state:
        return DocumentNumber(ordinal, None, kind, rest, System.PARTY)
    return DocumentNumber(ordinal, int(year) if year else None, kind, rest, System.STATE)


def make_cited_number(ordinal: str, year: str | None, symbol: str) -> DocumentNumber | None:
    """The number of a symbol that we do not know, where the words before it say that it is one ("Giấy phép số …")."""
    body = tidy_symbol(symbol)
    return DocumentNumber(ordinal, int(year) if year else None, None, body, System.STATE) if "-" in body else None


def is_certain_party(piece: str) -> bool:
    """Bodies that the Party alone has, whatever the separators say ("57/NQ-TW")."""
    return piece in {"TW", "TU", "HU", "VPTW"}


def _split(tidy: str) -> tuple[str, str, str | None]:
    found = re.search(r"[-/]", tidy)
    if found is None:
        return tidy, "", None
    return tidy[: found.start()], found[0], tidy[found.end() :]


# After a kind "GP" is what OCR makes of CP; alone it is a licence (giấy phép).
_AFTER_A_KIND = {"GP": "CP", "GF": "CP"}


def _canonical_rest(rest: str) -> str:
    pieces = re.split(r"([-/&])", rest)
    return "".join(piece if piece in "-/&" else _AFTER_A_KIND.get(piece) or canonical_body(piece) for piece in pieces)


def _without_kind(ordinal: str, year: str | None, body: str) -> DocumentNumber | None:
    """148/2025/QH15 and the old 90/CP."""
    body = canonical_body(body)
    is_law = year is not None and bool(_TERM_BODY.fullmatch(body))
    is_old_state = year is None and body in {"CP", "TTg", "HĐBT", "HĐNN", "CTN", "BTC", "NHNN", "HĐCP"}
    if not is_law and not is_old_state:
        return None
    return DocumentNumber(ordinal, int(year) if year else None, None, body, System.STATE)


def _letter(ordinal: str, joint: str, year: str | None, head: str, separator: str, rest: str) -> DocumentNumber | None:
    """An official letter: the body that writes, then the unit that drafted ("2390/BTTTT-THH"; Decree 30/2020/NĐ-CP)."""
    if joint in SLASH and separator == "-" and is_state_body(canonical_body(head)):
        return DocumentNumber(
            ordinal, int(year) if year else None, None, f"{canonical_body(head)}-{rest}", System.STATE
        )
    if joint in DASH and separator == "/" and is_party_body(re.split(r"[-/]", rest)[0]) and len(head) <= 4:
        return DocumentNumber(ordinal, None, head, rest, System.PARTY)
    return None
