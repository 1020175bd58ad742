"""Questions that ask what a term means ("… là gì?", "thế nào là …"), and passages that say it.

A Vietnamese legal text explains its terms in a unit of that name ("Giải thích từ ngữ"), one after another in the form
"… là …". Such a question shares few words with it beside the term, which many other passages use as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from kb.model import Passage

LONGEST_TERM = 12  # words; what is longer asks for content ("Trách nhiệm của … khi … là gì?")

_OPENING = r"(?:(?:theo|trong) (?:quy định(?: của)? )?(?:pháp )?luật )?"
_ASKED_BEFORE = re.compile(
    rf"{_OPENING}(?:thế nào là|khái niệm(?: về)?|định nghĩa(?: về)?) (?P<term>.+?)"
    r"(?: (?:là gì|là như thế nào|được (?:hiểu|quy định|định nghĩa)\b.*))?"
)
_ASKED_BEHIND = re.compile(
    rf"{_OPENING}(?P<term>.+?) (?:(?:có )?nghĩa là gì|là gì|là sao|là (?:như )?thế nào"
    r"|(?:được )?hiểu (?:là gì|(?:là )?(?:như )?thế nào)|được (?:định nghĩa|giải thích) (?:là gì|(?:như )?thế nào))"
)
_EXPLAINING = re.compile(r"giải thích (?:từ ngữ|thuật ngữ)|định nghĩa", re.IGNORECASE)


def asked_term(asked: Sequence[str]) -> tuple[str, ...]:
    """The words of the term of which a question asks the meaning, from the words of the question; () where it does not.

    >>> asked_term("thông điệp dữ liệu được hiểu như thế nào".split())
    ('thông', 'điệp', 'dữ', 'liệu')
    """
    text = " ".join(asked)
    match = _ASKED_BEFORE.fullmatch(text) or _ASKED_BEHIND.fullmatch(text)
    term = tuple(match["term"].split()) if match else ()
    return term if len(term) <= LONGEST_TERM else ()


def explains_terms(passage: Passage) -> bool:
    """Whether a passage stands where its document explains its terms."""
    return _is_explaining(passage.heading or passage.context.rpartition("›")[2])


@lru_cache(maxsize=4096)
def _is_explaining(heading: str) -> bool:
    return _EXPLAINING.search(heading) is not None


def share_of_term(term: Sequence[str], text: Sequence[str]) -> float:
    """The share of the term's pairs of words that a text has (of its one word where it has no more)."""
    if len(term) < 2:
        return float(all(word in text for word in term))
    pairs = set(pairwise(term))
    return len(pairs.intersection(pairwise(text))) / len(pairs)


def says_what_it_is(term: Sequence[str], text: Sequence[str]) -> bool:
    """Whether a text has the whole term followed by "là"."""
    return f" {' '.join(term)} là " in f" {' '.join(text)} "
