"""Which reader takes a file: by its extension, after its first bytes have been looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ingest.model import Progress, SourceText
from ingest.readers import docx, markdown, pdf, plain
from ingest.readers.joined_tables import join_tables
from ingest.readers.limits import load
from kb.errors import UnreadableFile
from kb.settings import Settings

Reader = Callable[[bytes, Path, Settings, Progress | None], SourceText]

_READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".md": markdown.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
}

SUFFIXES = frozenset(_READERS)


def read(path: Path, settings: Settings, progress: Progress | None = None) -> SourceText:
    """The text of a file in reading order.

    Raises UnreadableFile (empty, too large, damaged, encrypted, of an unknown kind) or MissingTool (a program that
    this format needs is not installed); never gives a text without a letter.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(_READERS))
        raise UnreadableFile("loại tệp này chưa đọc được", where=str(path), remedy=f"dùng một trong các loại {known}")
    data = load(path, settings)
    source = reader(data, path, settings, progress)
    if not source.blocks:
        raise UnreadableFile("tệp không có chữ nào", where=str(path), remedy="kiểm tra lại tệp gốc")
    return replace(source, blocks=join_tables(source.blocks))
