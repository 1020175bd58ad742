"""Folded text, and patterns over it that are written as Vietnamese is printed.

Folded text (lower case, no diacritics, single spaces) reads scans that lost a mark ("triên khai"). Words that fold
alike ("để", "đề án") are told apart by what follows them.
"""

from __future__ import annotations

import re

from kb.text import fold

_ESCAPE = re.compile(r"(\\.)")
_ITEM = re.compile(r"\n\s*(?=[-+•*–]|\d{1,2}[.)]\s|[a-zđ]\)\s)")
_SPACE = re.compile(r"\s+")


def folded(text: str) -> str:
    """The text folded, white space single; a line that begins with a mark begins a new item (";")."""
    return _SPACE.sub(" ", fold(_ITEM.sub(" ; ", text)))


def pattern(*printed: str) -> re.Pattern[str]:
    """The parts joined, written with diacritics, as a pattern over folded text."""
    parts = _ESCAPE.split("".join(printed))
    return re.compile("".join(part if part.startswith("\\") else fold(part) for part in parts))


def any_of(*printed: str) -> str:
    """One of the words, whole."""
    return rf"(?<!\w)(?:{'|'.join(printed)})(?!\w)"
