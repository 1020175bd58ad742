"""Building blocks of the patterns by which citations are found."""

from __future__ import annotations

import re


def any_of(*words: str) -> str:
    """A pattern for any of the words, whole, with any white space between their parts."""
    return "(?:" + "|".join(word.replace(" ", r"\s+") for word in words) + r")(?!\w)"


def within_line(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """The pattern with white space that does not reach over a paragraph's end: no citation does."""
    return re.compile(pattern.replace(r"\s", r"[^\S\n]"), flags)
