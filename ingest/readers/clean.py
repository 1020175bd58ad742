"""Characters: what every reader takes out of a line before it is handed on."""

from __future__ import annotations

import re
import unicodedata

# Never text: controls (but tab), lone surrogates, zero-width marks, direction marks, soft hyphen, replacement objects.
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff"
    "\ue000-\uf8ff]"
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def clean(text: str) -> str:
    """One line: NFC, without what is no text, every kind of space an ordinary one; stripped. Tabs stay."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return unicodedata.normalize("NFC", _NOT_TEXT.sub("", _SPACES.sub(" ", text))).strip()


def clean_lines(text: str) -> str:
    """Several lines: each cleaned, empty ones dropped, joined by newlines (the text of a cell)."""
    lines = (clean(line) for line in split_lines(text))
    return "\n".join(line for line in lines if line)


def split_lines(text: str) -> list[str]:
    return _LINE_ENDS.split(text)
