"""PDF: the text layer where it is sound, else the page is recognised."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.model import Progress, SourceText
from ingest.readers.page_blocks import page_blocks
from ingest.readers.pdf_page import read_page
from kb.errors import UnreadableFile
from kb.settings import Settings

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


def read(data: bytes, path: Path, settings: Settings, progress: Progress | None = None) -> SourceText:
    with _opened(data, path) as document:
        pages = [read_page(document, number) for number in range(1, len(document) + 1)]
    return SourceText("pdf", tuple(page_blocks(pages)), page_count=len(pages))


@contextmanager
def _opened(data: bytes, path: Path) -> Iterator[PdfDocument]:
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableFile("PDF hỏng", where=str(path)) from error
    try:
        yield document
    finally:
        document.close()
