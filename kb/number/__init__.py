"""The number and symbol of a document: a value that parses and prints, and the finder that knows the variants."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.number.find import FoundNumber, find_numbers
from kb.number.query import TypedNumber, find_typed
from kb.number.symbols import STATE_KINDS as STATE_KINDS
from kb.number.value import DocumentNumber, System
from kb.text import collapse, nfc, squeeze

__all__ = [
    "DocumentNumber",
    "FoundNumber",
    "System",
    "TypedNumber",
    "find_numbers",
    "find_typed",
    "number_key",
    "parse",
]

# Letters and digits of the longest number that an office gives ("15/QC-BTCTU-BDVTU-UBKTTU").
_LONGEST_NUMBER = 40
_AROUND_SEPARATOR = re.compile(r"\s*([-\u2010-\u2014\u2212/\u2044])\s*")
_LABEL = re.compile(r"^(?:số|so)\s*:?\s*", re.IGNORECASE)


# Numbers of one document, and of one search, come again and again.
_REMEMBERED = 8192


@lru_cache(maxsize=_REMEMBERED)
def parse(text: str) -> DocumentNumber | None:
    """The number that the whole text is, in any of its printings or typed without care; None when it is none."""
    bare = _AROUND_SEPARATOR.sub(r"\1", _LABEL.sub("", collapse(nfc(text))))
    for form in (bare, bare.upper()):
        for found in find_numbers(f"số {form}"):
            if found.start == len("số ") and found.end == len("số ") + len(form):
                return found.number
    return None


@lru_cache(maxsize=_REMEMBERED)
def number_key(number: str | None) -> str | None:
    """The comparison key of a printed number; of one in no known form its letters and digits; None where it is none."""
    if not number:
        return None
    parsed = parse(number)
    if parsed:
        return parsed.key
    signs = squeeze(number)
    is_number = len(signs) <= _LONGEST_NUMBER and any(sign.isdigit() for sign in signs) and not signs.isdigit()
    return signs if is_number else None
