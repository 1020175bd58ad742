"""Plain text: its encoding, its lines, the page marks of recognised text."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.model import Progress, SourceLine, SourceText
from ingest.readers.clean import clean, split_lines
from kb.errors import UnreadableFile
from kb.settings import Settings

_PAGE_MARK = re.compile(r"\[\[trang (\d{1,5})\]\]")


def read(data: bytes, path: Path, settings: Settings, progress: Progress | None = None) -> SourceText:
    """Printed lines; a line `[[trang 3]]` begins a page and the format is then "ocr"."""
    text, encoding = decode(data, path)
    blocks: list[SourceLine] = []
    page: int | None = None
    blank = False
    for number, raw in enumerate(split_lines(text), start=1):
        if mark := _PAGE_MARK.fullmatch(raw.strip()):
            page, blank = int(mark[1]), True
        elif line := clean(raw):
            blocks.append(SourceLine(line, page=page, line=number, blank_before=blank))
            blank = False
        else:
            blank = True
    return SourceText("ocr" if page else "txt", tuple(blocks), page_count=page, encoding=encoding)


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """The text and the name of its encoding. Raises UnreadableFile for what is no text."""
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        raise UnreadableFile("không phải văn bản UTF-8", where=str(path)) from error
