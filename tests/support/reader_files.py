"""Reading bytes as a file, and what came of it in short."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from ingest.model import SourceCell, SourceLine, SourceTable, SourceText
from ingest.readers import read
from kb.settings import Settings


def read_bytes(folder: Path, name: str, data: bytes, settings: Settings | None = None) -> SourceText:
    path = folder / name
    path.write_bytes(data)
    return read(path, settings or Settings())


def lines_of(source: SourceText) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, SourceLine)]


def tables_of(source: SourceText) -> list[list[list[str]]]:
    """The tables as rows of texts."""
    return [
        [[cell.text for cell in row] for row in block.rows] for block in source.blocks if isinstance(block, SourceTable)
    ]


def cells(*texts: str) -> tuple[SourceCell, ...]:
    return tuple(SourceCell(text) for text in texts)


def make_zip(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()
