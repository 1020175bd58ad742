"""Seeded noise as optical character recognition makes it, for measuring how reading stands it.

Confusions are such as OCR texts of scanned decisions show: figures and letters alike in shape, lost strokes and
tones, dashes and strokes changed, spaces put in beside separators.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

CONFUSIONS: Mapping[str, tuple[str, ...]] = {
    "0": ("O", "o"),
    "1": ("l", "I"),
    "2": ("Z",),
    "5": ("S", "s"),
    "6": ("b", "G"),
    "8": ("B",),
    "9": ("g", "q"),
    "Đ": ("Ð", "D"),
    "Q": ("O", "0"),
    "T": ("I", "1"),
    "C": ("G",),
    "P": ("F",),
    "U": ("Ư",),
    "W": ("VV",),
    "g": ("p", "q", "9"),
    "-": ("–", "- ", " -", ""),
    "/": ("\u2044", "/ ", " /", "l"),
}
# Of the signs of a word that can lose its tone or circumflex, the part that does where noise falls on it.
TONE_LOSS = 0.5


@dataclass
class OcrNoise:
    """Damages each sign with probability `rate`; the same seed damages the same text in the same way."""

    rate: float
    seed: int
    random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    def damage(self, text: str) -> str:
        return "".join(self._sign(sign) if self.random.random() < self.rate else sign for sign in text)

    def _sign(self, sign: str) -> str:
        if sign in CONFUSIONS:
            return self.random.choice(CONFUSIONS[sign])
        bare = unicodedata.normalize("NFD", sign)[0]
        if bare != sign and self.random.random() < TONE_LOSS:
            return bare
        return sign
