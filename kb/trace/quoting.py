"""Quotations cut to what a reader can take in, around the words that cite the document."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.model import Derivation, Evidence, Reason, Trace
from kb.text import collapse

# What is kept behind the beginning of the citation: number, day and issuer, as a share of the whole.
_BEHIND = 0.4
# Words of a name by which it is found; the rest may be printed otherwise.
_NAME_WORDS = 4


def quoted(trace: Trace, edge: Derivation, evidence: Evidence, length: int) -> str:
    """The quotation in one line of about `length` characters; of a longer one the part that cites the upper document.

    A suggestion quotes two tasks from their beginnings; they cite nothing.
    """
    node = trace.nodes[edge.upper]
    if edge.reason is Reason.SIMILAR:
        return around(evidence.quote, None, None, length)
    return around(evidence.quote, node.number, node.title, length)


def around(quote: str, number: str | None, name: str | None, length: int) -> str:
    """`quote` in one line, cut at words before and behind the number or name, "…" where it is cut."""
    line = collapse(quote)
    if len(line) <= length:
        return line
    cited = _cited_at(line, number, name)
    start = max(0, min(cited - int(length * (1 - _BEHIND)), len(line) - length))
    start = 0 if start == 0 else line.find(" ", start, max(start + 1, cited)) + 1 or start
    end = start + length
    if end < len(line):
        space = line.rfind(" ", start + 1, end)
        end = space if space > cited else end
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")


def _cited_at(line: str, number: str | None, name: str | None) -> int:
    """Where the citation begins; 0 where it is not found: then the beginning says most."""
    for pattern in (_number_pattern(number) if number else None, _name_pattern(name) if name else None):
        match = pattern.search(line) if pattern else None
        if match:
            return match.start()
    return 0


@lru_cache(maxsize=512)
def _number_pattern(number: str) -> re.Pattern[str]:
    """The number as printed, also with blanks at its marks ("57- NQ/TW")."""
    tokens = [re.escape(token) for token in re.findall(r"\w+|[^\w\s]", number)]
    return re.compile(r"(?<!\w)" + r"\s*".join(tokens), re.IGNORECASE)


@lru_cache(maxsize=512)
def _name_pattern(name: str) -> re.Pattern[str] | None:
    words = re.findall(r"\w+", name)[:_NAME_WORDS]
    return re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE) if len(words) > 1 else None
