"""Plain text: its encoding, its lines, the page marks of recognised text."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.model import Progress, SourceLine, SourceText
from ingest.readers.clean import clean, split_lines
from ingest.readers.encodings import Decoded, decode
from kb.model import Notice
from kb.settings import Settings

_PAGE_MARK = re.compile(r"\[\[trang (\d{1,5})\]\]")


def read(data: bytes, path: Path, settings: Settings, progress: Progress | None = None) -> SourceText:
    """Printed lines; a line `[[trang 3]]` begins a page and the format is then "ocr"."""
    decoded = decode(data, path)
    blocks: list[SourceLine] = []
    page: int | None = None
    blank = False
    for number, raw in enumerate(split_lines(decoded.text), start=1):
        if mark := _PAGE_MARK.fullmatch(raw.strip()):
            page, blank = int(mark[1]), True
        elif line := clean(raw):
            blocks.append(SourceLine(line, page=page, line=number, blank_before=blank))
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
