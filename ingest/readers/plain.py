"""Plain text: its encoding, its lines, the page marks of recognised text."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.model import Progress, SourceLine, SourceText
from ingest.readers.clean import clean, split_lines
from ingest.readers.emphasis import Emphasis, MarkedLine
from ingest.readers.encodings import Decoded, decode
from kb.model import Notice
from kb.settings import Settings

_BOLD_MARK = "**"
# One pair of marks.
_LEAST_MARKS = 2
_PAGE_MARK = re.compile(r"\[\[trang (\d{1,5})\]\]")


def read(data: bytes, path: Path, settings: Settings, progress: Progress | None = None) -> SourceText:
    """Printed lines; a line `[[trang 3]]` begins a page and the format is then "ocr".

    A text that was copied from a page with marks of emphasis ("**TM. ỦY BAN …**") is freed of them.
    """
    decoded = decode(data, path)
    emphasis = Emphasis() if decoded.text.count(_BOLD_MARK) >= _LEAST_MARKS else None
    blocks: list[SourceLine] = []
    page: int | None = None
    blank = False
    for number, raw in enumerate(split_lines(decoded.text), start=1):
        mark = _PAGE_MARK.fullmatch(raw.strip())
        marked = emphasis.read(raw) if emphasis is not None and mark is None else MarkedLine(clean(raw))
        if mark:
            page, blank = int(mark[1]), True
        elif marked.text:
            blocks.append(
                SourceLine(
                    marked.text,
                    page=page,
                    line=number,
                    blank_before=blank,
                    bold=marked.bold,
                    italic=marked.italic,
                )
            )
            blank = False
        else:
            blank = True
    return SourceText(
        "ocr" if page else "txt",
        tuple(blocks),
        page_count=page,
        encoding=decoded.encoding,
        notices=slip_notices(decoded),
    )


def slip_notices(decoded: Decoded) -> tuple[Notice, ...]:
    """Says how many bytes of a file made no sense."""
    if not decoded.slips:
        return ()
    return (Notice("bad-bytes", f"{decoded.slips} ký tự của tệp bị hỏng và được bỏ qua"),)
