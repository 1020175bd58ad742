"""Which reader takes a file: by its extension, corrected by what its first bytes say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ingest.model import Progress, SourceLine, SourceTable, SourceText
from ingest.readers import docx, html, markdown, pdf, plain, xlsx
from ingest.readers.archive import is_encrypted_office, is_old_office, is_old_word
from ingest.readers.joined_tables import join_tables
from ingest.readers.limits import load
from ingest.readers.office import converted
from kb.errors import UnreadableFile
from kb.settings import Settings

Reader = Callable[[bytes, Path, Settings, Progress | None], SourceText]


def _through_word(suffix: str) -> Reader:
    def read_old(data: bytes, path: Path, settings: Settings, progress: Progress | None) -> SourceText:
        if is_encrypted_office(data):
            raise UnreadableFile("tệp được đặt mật khẩu", where=str(path), remedy="bỏ mật khẩu rồi thử lại")
        source = docx.read(converted(data, path, suffix, "docx"), path, settings, progress)
        return replace(source, format=suffix.removeprefix("."))

    return read_old


def _through_excel(data: bytes, path: Path, settings: Settings, progress: Progress | None) -> SourceText:
    return replace(xlsx.read(converted(data, path, ".xls", "xlsx"), path, settings, progress), format="xls")


_READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
    ".xlsx": xlsx.read,
    ".xls": _through_excel,
    ".doc": _through_word(".doc"),
    ".rtf": _through_word(".rtf"),
    ".odt": _through_word(".odt"),
}
SUFFIXES = frozenset(_READERS)
_OFFICE = frozenset({".doc", ".docx", ".rtf", ".odt", ".xls", ".xlsx"})


def read(path: Path, settings: Settings, progress: Progress | None = None) -> SourceText:
    """The text of a file in reading order.

    Raises UnreadableFile (empty, too large, damaged, encrypted, of an unknown kind) or MissingTool (a program that
    this format needs is not installed); never gives a text without a letter.
    """
    if path.suffix.lower() not in _READERS:
        known = ", ".join(sorted(_READERS))
        raise UnreadableFile("loại tệp này chưa đọc được", where=str(path), remedy=f"dùng một trong các loại {known}")
    data = load(path, settings)
    source = _READERS[_suffix(path, data)](data, path, settings, progress)
    if not any(_has_letter(block) for block in source.blocks):
        raise UnreadableFile("tệp không có chữ nào", where=str(path), remedy="kiểm tra lại tệp gốc")
    return replace(source, blocks=join_tables(source.blocks))


def _suffix(path: Path, data: bytes) -> str:
    """The extension that a file should have: offices often rename old Word files, and Word opens them all the same.

    Raises UnreadableFile where a file of an old format has none of its signs: LibreOffice would take it for a text.
    """
    suffix = path.suffix.lower()
    if suffix not in _OFFICE:
        return suffix
    is_sheet = suffix in (".xls", ".xlsx")
    head = data[:512].lstrip().lower()
    if data.startswith(b"PK\x03\x04"):
        return suffix if suffix == ".odt" else ".xlsx" if is_sheet else ".docx"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith((b"<html", b"<!doctype html")):
        return ".html"
    if is_old_office(data):
        return ".doc" if is_old_word(data) and not is_sheet else suffix
    raise UnreadableFile(
        f"không phải tệp {suffix}, hoặc tệp hỏng", where=str(path), remedy="kiểm tra lại phần mở rộng, lấy lại tệp gốc"
    )


def _has_letter(block: SourceLine | SourceTable) -> bool:
    if isinstance(block, SourceLine):
        return any(map(str.isalnum, block.text))
    return any(any(map(str.isalnum, cell.text)) for row in block.rows for cell in row)
