"""Texts from before Unicode: the letters that a font of TCVN3 (ABC), VNI or VISCII shows for other characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# A font in a PDF may bear the tag of its subset ("ABCDEE+.VnTime").
_SUBSET_TAG = re.compile(r"^[A-Z]{6}\+")
_FONT_FAMILIES = (
    ("vni", re.compile(r"vni(?![a-z])")),
    ("tcvn3", re.compile(r"\.?vn[a-z]")),
    ("viscii", re.compile(r"vi\s")),
)
# The capitals of TCVN3 are fonts of their own, whose names end so: .VnTimeH.
_CAPITALS = re.compile(r"\.?[Vv]n[A-Za-z ]*[a-z ]H(?![a-z])|\.?VN[A-Z ]+H\b")

# PDF shows the soft hyphen, in whose place TCVN3 has ư, as a minus sign; beside a letter it is none.
_LOST_U_HORN = re.compile(r"(?<=[^\s\d])\u2212|\u2212(?=[^\s\d])")


# Letters that no code page of eight bits holds: where one stands, the text is Unicode whatever its font.
_UNICODE = re.compile("[\u1ea0-\u1ef9]")


@dataclass(frozen=True, slots=True)
class LegacyFont:
    """How the text of a font is read: its encoding ("tcvn3", "vni", "viscii"), and whether it prints capitals only."""

    encoding: str
    capitals: bool


@lru_cache(maxsize=512)
def legacy_font(name: str) -> LegacyFont | None:
    """The legacy encoding that a font name tells; None for fonts of Unicode."""
    plain = _SUBSET_TAG.sub("", name.strip())
    for encoding, family in _FONT_FAMILIES:
        if family.match(plain.lower()):
            return LegacyFont(encoding, encoding == "tcvn3" and bool(_CAPITALS.match(plain)))
    return None


def decoded(text: str, font: LegacyFont) -> str:
    """Unicode for a text in a legacy font; what was typed in Unicode already, and only set in that font, stays."""
    from viparse.normalize.encodings import CHARMAPS
    from viparse.normalize.tables import convert

    if _UNICODE.search(text):
        return text
    if font.encoding == "tcvn3":
        text = _LOST_U_HORN.sub("\u00ad", text)
    unicode_text: str = convert(text, CHARMAPS[font.encoding])
    return unicode_text.upper() if font.capitals else unicode_text
