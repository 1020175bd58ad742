"""Markdown inside a line: emphasis marks taken out, escapes undone, links reduced to their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.readers.clean import clean

_RUN = re.compile(r"\\([!-/:-@\[-`{-~])|(\*+)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|span|font|div|p|center|a)(?:\s[^<>]*)?>", re.IGNORECASE)
_FOOTNOTE_STAR = re.compile(r"\(\*+\)")
# A star that stands alone is printed (the separator under a Party letterhead); so are the stars of "(*)".
_PRINTED_STARS = re.compile(r"\s*(?:\*|\* \* \*|\*{5,})\s*")
# An emphasis that no mark closes ends here: longer ones are slips of the page's author.
_LONGEST_EMPHASIS_LINES = 40


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line without its marks. `bold`/`italic`: every letter is; `runs_on`: an emphasis goes over its end."""

    text: str
    bold: bool = False
    italic: bool = False
    runs_on: bool = False


class Emphasis:
    """Takes the marks out of lines in order; an emphasis may begin in one line and end in a later one."""

    def __init__(self) -> None:
        self.bold = False
        self.italic = False
        self._open_lines = 0

    def read(self, raw: str) -> MarkedLine:
        if not raw.strip():
            return MarkedLine("")
        if not (self.bold or self.italic) and "*" not in raw and "\\" not in raw:
            return MarkedLine(clean(_unlink(raw)))
        if _PRINTED_STARS.fullmatch(raw):
            return MarkedLine(raw.strip())
        self._note_length()
        pieces = [piece for piece in self._pieces(_unlink(raw)) if piece[0]]
        text = "".join(piece[0] for piece in pieces)
        lettered = [piece for piece in pieces if not piece[0].isspace()]
        bold = bool(lettered) and all(piece[1] for piece in lettered)
        italic = bool(lettered) and all(piece[2] for piece in lettered)
        return MarkedLine(clean(text), bold, italic, self.bold or self.italic)

    def _note_length(self) -> None:
        self._open_lines = self._open_lines + 1 if self.bold or self.italic else 0
        if self._open_lines > _LONGEST_EMPHASIS_LINES:
            self.reset()

    def reset(self) -> None:
        """A cell or page ended: no emphasis crosses it."""
        self.bold = self.italic = False
        self._open_lines = 0

    def _pieces(self, raw: str) -> Iterator[tuple[str, bool, bool]]:
        printed = [match.span() for match in _FOOTNOTE_STAR.finditer(raw)]
        done = 0
        for match in _RUN.finditer(raw):
            yield raw[done : match.start()], self.bold, self.italic
            done = match.end()
            if match[1]:
                yield match[1], self.bold, self.italic
            elif self._is_printed(raw, match, printed):
                yield match[2], self.bold, self.italic
            else:
                self._turn(len(match[2]))
        yield raw[done:], self.bold, self.italic

    def _is_printed(self, raw: str, match: re.Match[str], printed: list[tuple[int, int]]) -> bool:
        if any(start <= match.start() < end for start, end in printed):
            return True
        before, after = raw[: match.start()][-1:], raw[match.end() :][:1]
        stands_alone = before in ("", " ") and after == " "
        is_open = self.italic if len(match[2]) == 1 else self.bold
        return stands_alone and not is_open and bool(before)

    def _turn(self, stars: int) -> None:
        if stars % 2:
            self.italic = not self.italic
        if stars // 2 % 2:
            self.bold = not self.bold


def _unlink(raw: str) -> str:
    if "](" in raw:
        raw = _LINK.sub(r"\1", raw)
    return _TAG.sub("", raw) if "<" in raw else raw


def mark_lines(lines: Iterable[str]) -> list[MarkedLine]:
    emphasis = Emphasis()
    return [emphasis.read(line) for line in lines]
