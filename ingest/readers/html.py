"""Web pages: paragraphs, headings and tables in order; scripts, styles and forms stay out."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.model import Progress, SourceText
from ingest.readers.encodings import decode
from ingest.readers.html_page import PageReader
from ingest.readers.plain import slip_notices
from kb.settings import Settings

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
# Bytes in which a page names its encoding.
_HEAD = 4_096


def read(data: bytes, path: Path, settings: Settings, progress: Progress | None = None) -> SourceText:
    declared = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, path, declared[1].decode("ascii") if declared else None)
    reader = PageReader()
    reader.feed(decoded.text)
    reader.close()
    return SourceText("html", tuple(reader.blocks()), encoding=decoded.encoding, notices=slip_notices(decoded))
