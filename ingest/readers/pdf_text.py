"""The text of a PDF that PDFium cannot open, from pypdf: printed lines, without places."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path

from ingest.model import SourceLine, SourceText
from ingest.readers.clean import clean, split_lines
from ingest.readers.text_quality import has_lost_marks
from kb.errors import UnreadableFile

_MOST_PAGES = 300


def read_with_pypdf(data: bytes, path: Path) -> SourceText:
    """Raises UnreadableFile where pypdf cannot read it either, or its text is no good: it has no picture to turn to."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    # What pypdf finds wrong with a file is told by the error, not on the console.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableFile("PDF được đặt mật khẩu", where=str(path), remedy="bỏ mật khẩu rồi thử lại")
        texts = [page.extract_text() for page in reader.pages[:_MOST_PAGES]]
    # pypdf meets damaged files with these, and with its own errors.
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
        NotImplementedError,
        ArithmeticError,
        AssertionError,
    ) as error:
        raise UnreadableFile("PDF hỏng, không mở được", where=str(path), remedy="lấy lại tệp gốc") from error
    blocks = tuple(line for number, text in enumerate(texts, start=1) for line in _lines(text, number))
    if has_lost_marks(" ".join(block.text for block in blocks)):
        raise UnreadableFile("lớp chữ của PDF mất dấu", where=str(path), remedy="in lại ra PDF rồi thử lại")
    return SourceText("pdf", blocks, page_count=len(texts))


def _lines(text: str, number: int) -> Iterator[SourceLine]:
    for raw in split_lines(text):
        if line := clean(raw):
            yield SourceLine(line, page=number)
