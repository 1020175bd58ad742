"""How the number of a unit is printed at the beginning of a paragraph.

The layouts are those of Decree 30/2020/NĐ-CP (Appendix I: Phần, Chương, Mục, Tiểu mục, Điều, khoản "1.", điểm "a)") and
of the Party's guidance on document form ("I-", "1-", "1.1-"). Shared by the steps that join lines and build the tree:
what begins here is a candidate; only the order of numbers in its surroundings makes it a unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from ingest.letters import LOWER, UPPER


class Style(IntEnum):
    """The kind of numbering; smaller stands above larger unless the document nests them otherwise."""

    FORM = -1
    PART = 0
    CHAPTER = 1
    SECTION = 2
    SUBSECTION = 3
    CAPITAL = 4
    ROMAN = 5
    ARTICLE = 6
    NUMBER = 7
    DOTTED = 8
    LETTER = 9
    BRACKET = 10


@dataclass(frozen=True, slots=True)
class Marker:
    """A printed number: `label` as a path shows it ("Chương II", "1.1", "đ"), `order` for comparing neighbours.

    `order` is the position in the series (for "1.2" the last number, for "6a" the number alone), `suffix` the letter of
    an inserted unit ("6a"). `closer` is what ends it (".", ")", "-", "/" or ""). `end` is where the words begin.
    """

    style: Style
    label: str
    order: int
    closer: str
    end: int
    suffix: str = ""
    prefix: str = ""


VIETNAMESE_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LETTER_ORDER = {letter: order for order, letter in enumerate(VIETNAMESE_LETTERS, start=1)}
# Letters that the Vietnamese alphabet lacks and some lists use all the same: as if inserted behind the one before.
_FOREIGN_LETTERS = {"f": "e", "j": "i", "w": "v", "z": "y"}
_ORDINALS = {
    "nhất": 1, "một": 1, "hai": 2, "nhì": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip

# The letters of "Điều", "Chương" … as scanners and keyboards confuse them (Đ/Ð/D, ề/ê/è/ể, ư/u, ơ/o).
_WORDS = (
    (Style.FORM, "Mẫu số", r"(?:M[Ẫẫ][Uu]|Mẫu) +[Ss][Ốố] *:?"),
    (Style.PART, "Phần", r"[Pp][Hh][ẦầÀàÂâẨẩ][Nn]"),
    (Style.CHAPTER, "Chương", r"[Cc][Hh][ƯưUuÙù][ƠơOoÓó][Nn][Gg]"),
    (Style.SUBSECTION, "Tiểu mục", r"[Tt][Ii][ỂểÊêỀề][Uu] +[Mm][ỤụUuÚú][Cc]"),
    (Style.SECTION, "Mục", r"[Mm][ỤụÚú][Cc]"),
    (Style.ARTICLE, "Điều", r"[ĐđÐD][IiÍíìl][ỀềÊêÈèỂểẺẾế][Uu]"),
)
_WORD = re.compile(
    r"(?:" + "|".join(f"(?P<w{i}>{pattern})" for i, (_, _, pattern) in enumerate(_WORDS)) + r")[ \u00a0]+"
    r"(?:(?P<number>\d{1,4})(?P<suffix>[a-zđ]\d?)?|(?P<roman>[IVXLCivxlc]{1,7})(?P<inserted>[a-hđ]?)"
    r"|(?:[Tt][Hh][ỨứUu] +)?(?P<ordinal>[^\W\d_]{2,5}))(?![\w/])(?!\.\d)\s*(?P<closer>[.:)\-–]?)\s*"
)
_NUMBER = re.compile(
    r"(?P<number>\d{1,3})(?P<suffix>(?:[a-zđ]\d?)?)\s?(?P<closer>[.)]|[-–—/](?![\dA-ZĐ]{2}|\d))\s*(?![\d,])"
)
_NUMBER_BEFORE_DIGIT = re.compile(r"(?P<number>\d{1,3})(?P<suffix>[a-zđ]?)(?P<closer>[.)]|[-–](?= ))\s+(?=\d)")
_THOUSANDS = re.compile(r"\d{1,3}\. ?\d{3}(?![\d%/])")
_DOTTED = re.compile(
    r"(?P<prefix>\d{1,2}(?:\.\d{1,2}){0,4})\.(?P<number>\d{1,2})(?P<suffix>[a-zđ]?)(?P<closer>[.)\-–]?)(?=[\s*“\"]|[^\W\d]|$)\s*(?!\d)"
)
_DOTTED_BEFORE_DIGIT = re.compile(
    r"(?P<prefix>\d{1,2}(?:\.\d{1,2}){0,4})\.(?P<number>\d{1,2})(?P<suffix>)(?P<closer>[.)])\s+(?=\d)"
)
_ROMAN = re.compile(r"(?P<roman>[IVXLC]{1,7})\s?(?P<closer>[.)/:]|[-–—])\s*(?=\S|$)")
# "C." and "L." stand in a series of capitals; no document has a hundred Roman parts.
_RATHER_CAPITALS = frozenset({"C", "L"})
_CAPITAL = re.compile(r"(?P<letter>[A-ZĐ])(?P<closer>[.)/]|\s?[-–](?= ))\s+(?=\S)")
_LETTER = re.compile(r"(?P<letter>[a-zđ])(?P<suffix>\d?)\s?(?:(?P<closer>\))|(?P<dot>[./])(?=\s))\s*(?=\S|$)")
_BRACKET = re.compile(r"\((?P<number>\d{1,2})\)\s*(?![\s:.;,)])(?=\S)")
# The last ones are the dot, square and dash of the fonts Symbol and Wingdings, which keep a private code.
_BULLET = re.compile(r"(?P<sign>[-–—+•●○▪■►·✓\uf0b7\uf0a7\uf02d])\s*(?![-–—_])(?=\S)|(?P<star>[*~])\s+(?=\S)")
_CITED = re.compile(
    rf"[{LOWER},;)]|(?:Nghị|Luật|Bộ luật|Quyết|Thông|Hiến|Pháp lệnh|Quy (?:định|chế|chuẩn)|Kế hoạch|Chương|Phần|Mục|"
    rf"Điều(?! khoản)|Phụ lục|Văn bản|Điều lệ|Đề án)\b"
)
# A letter that a hasty hand closes with a comma: a unit only within a series, but never the end of a line before it.
_TYPED_LETTER = re.compile(rf"[a-eđ], +[{UPPER}]")
# "©)", "ø)": what a scanner makes of the letter of a point.
_STRANGE_LETTER = re.compile(rf"[^\s()\[\]“”\"'‘’«»]{{1,3}}\)\s+(?=[{UPPER}])")
# What no marker begins with is most of a text: asked first, for speed.
_MAY_BEGIN = re.compile(r"\d|\(\d|[A-Za-zđĐ]{1,7}\s?[.)/:\-–—]|[a-zđ]\d[).]|[PpCcTtMmĐđÐD][^\W\d_]{1,5}[ \u00a0]")
_QUOTES = "“\"«'‘”"
_ROMAN_VALUE = re.compile(r"(X{0,3})(IX|IV|V?I{0,4})$|(XL|L)?(X{0,3})(IX|IV|V?I{0,3})$|(C{1,3})(X{0,3})(V?I{0,3})$")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_value(numeral: str) -> int | None:
    """The value of a Roman numeral ("XIV" → 14), None when it is none."""
    numeral = numeral.upper()
    if not numeral or not _ROMAN_VALUE.match(numeral):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in numeral]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))


def roman_numeral(value: int) -> str:
    """The Roman numeral of a value from 1 to 89."""
    tens, ones = divmod(value, 10)
    numeral_of_tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")[tens]
    return numeral_of_tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def opening_quote(text: str) -> int:
    """How many characters of quotation mark (and space) stand before the first word."""
    return len(text) - len(text.lstrip(_QUOTES + " "))


def read_marker(text: str) -> Marker | None:
    """The marker that a paragraph begins with, or None. `text` begins at the paragraph, without quotation mark."""
    if not _MAY_BEGIN.match(text):
        return None
    return _word_marker(text) or _dotted(text) or _number(text) or _letters(text) or _bracket(text)


def is_citation(marker: Marker, text: str) -> bool:
    """ "Điều 16 Nghị định số …", "Chương II của …" at the beginning of a line: words about a unit, not its heading."""
    has_word = marker.style in (Style.FORM, Style.PART, Style.CHAPTER, Style.SECTION, Style.SUBSECTION, Style.ARTICLE)
    return has_word and not marker.closer and bool(_CITED.match(text, marker.end))


def read_bullet(text: str) -> str | None:
    """The sign of a bullet ("-", "+", …), None when the paragraph is none."""
    match = _BULLET.match(text)
    return match["sign"] or match["star"] if match else None


def begins_unit(text: str) -> bool:
    """Whether a line may begin a numbered unit or a bullet: such a line is never joined to the one before it."""
    text = text[opening_quote(text) :]
    return bool(read_marker(text) or read_bullet(text) or _TYPED_LETTER.match(text))


def begins_strange_point(text: str) -> bool:
    """A sign in the place of a point's letter ("©) Rà soát"): a unit only in a list that lacks this letter."""
    return bool(_STRANGE_LETTER.match(text))


def _word_marker(text: str) -> Marker | None:
    match = _WORD.match(text)
    if not match:
        return None
    style, word = next((s, w) for i, (s, w, _) in enumerate(_WORDS) if match[f"w{i}"])
    number, suffix = match["number"], match["suffix"] or ""
    if number:
        return Marker(style, f"{word} {number}{suffix}", int(number), match["closer"], match.end(), suffix)
    if match["roman"]:
        value = roman_value(match["roman"])
        is_title_word = style is Style.ARTICLE or match["roman"] != match["roman"].upper()
        if value is None or is_title_word:
            return None
        inserted = match["inserted"]
        return Marker(style, f"{word} {match['roman']}{inserted}", value, match["closer"], match.end(), inserted)
    value = _ORDINALS.get(match["ordinal"].lower())
    is_ordinal = (
        value is not None and style in (Style.PART, Style.CHAPTER) and "hứ" in match[0].lower().replace("ứ", "ứ")
    )
    if not is_ordinal or value is None:
        return None
    return Marker(style, f"{word} thứ {match['ordinal'].lower()}", value, match["closer"], match.end())


def _dotted(text: str) -> Marker | None:
    match = _DOTTED.match(text) or _DOTTED_BEFORE_DIGIT.match(text)
    if not match:
        return None
    prefix, number, suffix = match["prefix"], match["number"], match["suffix"]
    label = f"{prefix}.{number}{suffix}"
    return Marker(Style.DOTTED, label, int(number), match["closer"], match.end(), suffix, prefix)


def _number(text: str) -> Marker | None:
    if _THOUSANDS.match(text):
        return None
    match = _NUMBER.match(text) or _NUMBER_BEFORE_DIGIT.match(text)
    if not match:
        return None
    number, suffix = match["number"], match["suffix"]
    return Marker(Style.NUMBER, number + suffix, int(number), match["closer"], match.end(), suffix)


def _bracket(text: str) -> Marker | None:
    match = _BRACKET.match(text)
    return Marker(Style.BRACKET, match["number"], int(match["number"]), ")", match.end()) if match else None


def _letters(text: str) -> Marker | None:
    roman = _ROMAN.match(text)
    if roman and roman["roman"] not in _RATHER_CAPITALS and (value := roman_value(roman["roman"])):
        return Marker(Style.ROMAN, roman["roman"], value, roman["closer"], roman.end())
    capital = _CAPITAL.match(text)
    if capital and (order := _LETTER_ORDER.get(capital["letter"].lower())):
        return Marker(Style.CAPITAL, capital["letter"], order, capital["closer"].strip(), capital.end())
    letter = _LETTER.match(text)
    if not letter:
        return None
    printed, closer = letter["letter"], letter["closer"] or letter["dot"]
    order = _LETTER_ORDER[_FOREIGN_LETTERS.get(printed, printed)]
    inserted = printed if printed in _FOREIGN_LETTERS else letter["suffix"]
    return Marker(Style.LETTER, printed + letter["suffix"], order, closer, letter.end(), inserted)
