"""The letters of Vietnamese for patterns; listed one by one, since a range such as "Ạ-Ỹ" holds small letters too."""

from __future__ import annotations

import unicodedata

_LATIN = [chr(code) for code in (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA)) if chr(code).isalpha()]
UPPER = "".join(letter for letter in _LATIN if unicodedata.category(letter) == "Lu")
LOWER = "".join(letter for letter in _LATIN if unicodedata.category(letter) == "Ll")
