"""Text quoted by an amending document: it stays inside the clause that quotes it."""

from __future__ import annotations

import re
from collections.abc import Sequence

# New text of a whole chapter is quoted in one piece; a longer quotation is a quotation mark that was lost.
LONGEST_QUOTATION = 400
_OPENS = re.compile(r"^\s*[“\"«]")
_CLOSES = re.compile(r"[”\"»]\s*[.;,]?\s*$")


def opens_quotation(text: str) -> bool:
    return bool(_OPENS.match(text))


def closing_of(texts: Sequence[str], index: int) -> int | None:
    """The paragraph that closes the quotation which paragraph `index` opens; None when the mark was lost."""
    depth = 0
    for at in range(index, min(len(texts), index + LONGEST_QUOTATION)):
        text = texts[at]
        if at > index and opens_quotation(text) and depth <= 1:
            return None
        depth += _balance(text, first=at == index)
        if depth <= 0 or (_CLOSES.search(text) and depth <= 1):
            return at
    return None


def _balance(text: str, *, first: bool) -> int:
    """Marks opened less marks closed; straight marks open and close in turn."""
    straight = text.count('"') % 2
    balance = text.count("“") + text.count("«") - text.count("”") - text.count("»")
    return balance + straight * (1 if first else -1)
