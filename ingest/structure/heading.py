"""The heading that a unit prints beside its number."""

from __future__ import annotations

import re

# A heading is one line; longer is text.
LONGEST_HEADING = 300
_FINAL_MARKS = ".;:,"
# A longer line that ends in a full stop is a sentence, even in bold.
LONGEST_CLOSED_TITLE = 150
# A title may end in one of these ("IV. Tổ chức thực hiện.", "2. Mục tiêu cụ thể:").
_FINAL_MARKS_OF_TITLE = ".:"
_WITHIN = re.compile(r"[.;:]\s+\S")
_INTRODUCES = re.compile(r"(?:như sau|sau đây|dưới đây|sau|gồm)\s*[:.]$")


def heading_of(words: str, *, is_title: bool) -> str | None:
    """The heading, None where the words are text. `is_title` says that the line is set as one (bold, or right above
    its parts): a final stop or colon does not make a sentence of it then."""
    words = words.strip(" *")
    if not words or len(words) > LONGEST_HEADING:
        return None
    if words[-1] not in _FINAL_MARKS:
        return words
    is_one_phrase = len(words) <= LONGEST_CLOSED_TITLE and not _WITHIN.search(words) and not _INTRODUCES.search(words)
    is_closed_title = is_title and is_one_phrase and words[-1] in _FINAL_MARKS_OF_TITLE
    return words.rstrip(" *" + _FINAL_MARKS_OF_TITLE) or None if is_closed_title else None
