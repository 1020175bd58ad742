"""The ways in which keyboards write one Vietnamese text: where the tone stands, NFC or NFD, Ð for Đ, odd spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kb.text import normalise_tones

_NEW_PLACE = re.compile(
    r"(?<![qQ])(?:([oO])([aAeE])|([uU])([yY]))([\u0300\u0301\u0303\u0309\u0323])(?![\w\u0300-\u036f])"
)


def tone_on_the_first_vowel(text: str) -> str:
    """ "uỷ" → "ủy", "hoà" → "hòa" (the old way)."""
    decomposed = unicodedata.normalize("NFD", normalise_tones(text))
    return unicodedata.normalize("NFC", _NEW_PLACE.sub(lambda m: (m[1] or m[3]) + m[5] + (m[2] or m[4]), decomposed))


def spellings(text: str) -> Iterator[tuple[str, str]]:
    """Each way with its name."""
    yield "tone on the second vowel", normalise_tones(text)
    yield "tone on the first vowel", tone_on_the_first_vowel(text)
    yield "NFD", unicodedata.normalize("NFD", text)
    yield "NFD, tone on the first vowel", unicodedata.normalize("NFD", tone_on_the_first_vowel(text))
    yield "eth", text.replace("Đ", "Ð").replace("đ", "ð")
    yield "spaces", "\u00a0" + text.replace(" ", " \u00a0") + " "
