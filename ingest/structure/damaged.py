"""Numbers that a scanner damaged ("HI." for "III.", "2," for "2."): read only where the series needs them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.letters import UPPER
from ingest.markers import VIETNAMESE_LETTERS, Marker, Style, roman_numeral, roman_value

# A Roman heading is printed in capitals; before other text these letters are words.
_ROMAN = re.compile(
    rf"[\W_]{{0,3}}(?P<roman>[IVXLHTJ1l|!]{{1,6}})\s?[.,:\-]?\s+(?=[{UPPER}]{{2,}}[^a-z]{{0,12}}(?:\s|$))"
)
_ROMAN_LETTERS = str.maketrans({"H": "II", "T": "I", "L": "I", "J": "I", "1": "I", "l": "I", "|": "I", "!": "I"})
_NUMBER = re.compile(rf"[\W_]{{0,4}}(?P<number>\d{{1,2}})\s?(?P<closer>[.,:])\s+(?=[{UPPER}])")
_LETTER = re.compile(r"[\W_]{0,3}(?P<letter>[a-zđ])\s?(?P<closer>[),.])\s+(?=\S)")
# Letters that a scanner takes for each other.
_LOOK_ALIKE = frozenset(
    {("e", "c"), ("c", "e"), ("l", "i"), ("i", "l"), ("o", "c"), ("q", "g"), ("g", "q"), ("đ", "d"), ("n", "h")}
)
# A sign where a letter should stand: "©)", "_ 8)", "J)"; without bracket ("¬ Triển khai") only a gap makes it one.
_LOST = re.compile(
    rf"[\W_]{{0,3}}?(?P<sign>[^\s()\[\]“”\"'‘’«»]{{1,2}})\s?(?P<bracket>\))\s*(?=[{UPPER}])|"
    rf"(?P<bare>[^\w\s()\[\]“”\"'‘’«»\-–—+*•●○▪■►·✓~…\uf0b7\uf0a7\uf02d])\s+(?=[{UPPER}])"
)
_LETTERS = frozenset((*VIETNAMESE_LETTERS, "f", "j", "w", "z"))
# Figures stand in brackets by right ("2)"): they are letters only where they look like the one that is missing.
_FIGURES_LIKE = {
    "a": "48",
    "b": "86",
    "d": "0",
    "đ": "06",
    "e": "0",
    "g": "896",
    "i": "1",
    "l": "1",
    "o": "0",
    "q": "9",
}


@dataclass(frozen=True, slots=True)
class Lost:
    """A sign at the beginning of a paragraph; the words begin at `end`."""

    sign: str
    has_bracket: bool
    end: int

    def may_be(self, letter: str) -> bool:
        return not self.sign.isdigit() or self.sign in _FIGURES_LIKE.get(letter, "")


def read_lost(text: str) -> Lost | None:
    """The strange sign that a paragraph begins with, where the letter of a list might have stood."""
    match = _LOST.match(text)
    if match is None or (match["sign"] or "") in _LETTERS:
        return None
    return Lost(match["sign"] or match["bare"], bool(match["bracket"]), match.end())


def read_damaged(text: str) -> Marker | None:
    """What a paragraph without a clean marker may begin with; the caller takes it only as the next of a series."""
    roman = _ROMAN.match(text)
    if roman:
        value = roman_value(roman["roman"].translate(_ROMAN_LETTERS))
        return Marker(Style.ROMAN, roman_numeral(value), value, ".", roman.end()) if value else None
    number = _NUMBER.match(text)
    if number:
        return Marker(Style.NUMBER, str(int(number["number"])), int(number["number"]), ".", number.end())
    letter = _LETTER.match(text)
    if letter:
        order = VIETNAMESE_LETTERS.find(letter["letter"]) + 1
        return Marker(Style.LETTER, letter["letter"], order, ")", letter.end()) if order else None
    return None


def figure_for_letter(marker: Marker, last: Marker | None) -> Marker:
    """ "1)" right after "h)" or "k)" is the letter "i)" or "l)"."""
    is_figure = marker.style is Style.NUMBER and marker.label == "1" and marker.closer == ")"
    if not is_figure or last is None or last.style is not Style.LETTER or last.label not in ("h", "k"):
        return marker
    letter = "i" if last.label == "h" else "l"
    return Marker(Style.LETTER, letter, last.order + 1, ")", marker.end)


def repaired(marker: Marker, before: Marker | None, after: Marker | None) -> Marker:
    """The marker as its neighbours say: "I." between "I." and "III." is "II.", "e)" after "b)" is "c)"."""
    if before is None or marker.order == before.order + 1:
        return marker
    expected = before.order + 1
    is_confirmed = after is not None and after.order == expected + 1
    if marker.style is Style.ROMAN and marker.order <= before.order and is_confirmed:
        return replace(marker, order=expected, label=roman_numeral(expected))
    if marker.style is Style.LETTER and expected <= len(VIETNAMESE_LETTERS) and not marker.suffix:
        wanted = VIETNAMESE_LETTERS[expected - 1]
        if (marker.label, wanted) in _LOOK_ALIKE and (is_confirmed or marker.order != expected + 1):
            return replace(marker, order=expected, label=wanted)
    return marker
