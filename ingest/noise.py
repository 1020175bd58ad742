"""Headings behind the noise of a scanner: specks and stamps read as signs before "Phụ lục". Shared by the steps that
join lines and find attachments."""

from __future__ import annotations

import re

from ingest.letters import UPPER

# Signs, figures and single letters, none of them a word; dashes are what a scanner makes of a drawn line.
_NOISY_APPENDIX = re.compile(
    r"^(?:[\W\d_]{1,4}|\w[\s\W]+)(?:[\W\d_]{1,4}|\w[\s\W]+){0,3}(?<!\w)"
    rf"(?:PHỤ LỤC|Phụ lục)(?:\s+(?P<label>[IVX]{{1,4}}|\d{{1,2}}))?[\s.:\-–—]*(?=$|\s[{UPPER}]{{3}})"
)
_BULLET_OR_UNIT = re.compile(r"[-–+•*]\s|\d{1,3}[.)]\s")
_LONGEST_HEADING = 40


def noisy_appendix_label(text: str) -> str | None:
    """ "@ =0 Phụ lục II" → "Phụ lục II"; None for a line without noise, which is read as it stands."""
    match = _NOISY_APPENDIX.match(text) if len(text) <= _LONGEST_HEADING else None
    if match is None or _BULLET_OR_UNIT.match(text):
        return None
    return f"Phụ lục {match['label']}" if match["label"] else "Phụ lục"
