"""Vietnamese text for comparison and search: forms that are equal for a reader become equal strings.

Nothing here is applied to a stored text beyond NFC: tone placement, case and diacritics stay as printed.
"""

from __future__ import annotations

import re
import unicodedata

# The letter of Faroese and Old Norse that keyboards put in place of the Vietnamese Đ.
_ETH = str.maketrans({"Ð": "Đ", "ð": "đ"})
_D = str.maketrans({"Đ": "D", "đ": "d"})
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Old placement puts the tone on the first vowel of open "oa, oe, uy" (hòa, ủy); the new on the second (hoà, uỷ).
_OLD_TONE = re.compile(rf"(?<![qQ])(?:([oO])([{_TONES}])([aAeE])|([uU])([{_TONES}])([yY]))(?![\w\u0300-\u036f])")


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def normalise_tones(text: str) -> str:
    """NFC with Đ for Ð, the tone of oa, oe, uy on the second vowel ("hòa" as "hoà", "ủy" as "uỷ")."""
    decomposed = unicodedata.normalize("NFD", text.translate(_ETH))
    moved = _OLD_TONE.sub(lambda m: (m[1] or m[4]) + (m[3] or m[6]) + (m[2] or m[5]), decomposed)
    return nfc(moved)


def fold(text: str) -> str:
    """Lower case without diacritics ("Quyết định" → "quyet dinh"); offsets are not kept."""
    decomposed = unicodedata.normalize("NFD", text.translate(_ETH).translate(_D))
    return nfc("".join(ch for ch in decomposed if not unicodedata.combining(ch))).lower()


def squeeze(text: str) -> str:
    """Letters and digits alone, lower case, tones normalised: for asking whether two printings say the same."""
    return re.sub(r"[\W_]+", "", normalise_tones(text).lower())


def collapse(text: str) -> str:
    """White space, with the invisible kinds, to single spaces; stripped."""
    return re.sub(r"[\s\u00a0\u200b-\u200f\ufeff]+", " ", text).strip()


def has_diacritics(text: str) -> bool:
    """Whether any letter bears a Vietnamese mark."""
    return fold(text) != text.lower()
