"""PDF: the text layer where it is sound, else the page is recognised from its picture.

PDFium is asked first: on the measured documents it is ten times as fast as pypdf, gives places for the words and
parts no words ("áp d ụng"); pypdf reads what PDFium cannot open.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.model import Progress, SourceText
from ingest.readers.ocr import Recogniser, Scan
from ingest.readers.page_blocks import page_blocks
from ingest.readers.page_words import Page
from ingest.readers.pdf_page import read_page
from ingest.readers.pdf_scan import red_free, scan_page
from ingest.readers.pdf_signature import reread_signature, signature_region
from ingest.readers.pdf_text import read_with_pypdf
from ingest.readers.text_quality import needs_recognition
from kb.errors import UnreadableFile
from kb.model import Notice
from kb.settings import Settings

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# PDFium is not made for threads: two files that the app adds at once take turns, page by page.
_PDFIUM = threading.Lock()
# No document of an office has more; a hostile file may claim millions.
_MOST_PAGES = 3_000
_UNIT = "trang"
# Paths on a page whose letters were turned into drawings; borders and underlines are fewer.
_LEAST_PATHS = 100
_MOST_OBJECTS = 5_000


def read(data: bytes, path: Path, settings: Settings, progress: Progress | None = None) -> SourceText:
    """Printed lines, tables and letterheads of all pages.

    Raises UnreadableFile for what is damaged, encrypted or too long; MissingTool where a page must be recognised and
    Tesseract is not installed.
    """
    if b"%PDF" not in data[:1024]:
        raise UnreadableFile("không phải tệp PDF", where=str(path), remedy="kiểm tra lại phần mở rộng của tệp")
    with _opened(data, path) as document:
        if document is None:
            return read_with_pypdf(data, path)
        if not 0 < len(document) <= _MOST_PAGES:
            raise UnreadableFile(f"PDF có {len(document)} trang", where=str(path), remedy="chia nhỏ tệp")
        return _read(document, path, settings, progress)


def _read(document: PdfDocument, path: Path, settings: Settings, progress: Progress | None) -> SourceText:
    pages = [_read_page(document, number, path) for number in range(1, len(document) + 1)]
    scanned = [page.number for page in pages if needs_recognition(page.words) and _can_be_recognised(document, page)]
    if scanned:
        for page in _recognised(document, scanned, path, settings, progress):
            pages[page.number - 1] = page
    is_scan = len(scanned) * 2 > len(pages)
    return SourceText(
        "ocr" if is_scan else "pdf",
        tuple(page_blocks(pages)),
        page_count=len(pages),
        notices=_notices(pages, scanned),
    )


def _read_page(document: PdfDocument, number: int, path: Path) -> Page:
    import pypdfium2 as pdfium

    try:
        with _PDFIUM:
            return read_page(document, number)
    except pdfium.PdfiumError as error:
        raise UnreadableFile(f"trang {number} của PDF hỏng", where=str(path), remedy="lấy lại tệp gốc") from error


def _can_be_recognised(document: PdfDocument, page: Page) -> bool:
    """Whether something is drawn on the page: what only lost its marks is drawn in any case."""
    has_letters = any(map(str.isalpha, "".join(word.text for word in page.words)))
    return has_letters or _has_picture(document, page.number)


def _has_picture(document: PdfDocument, number: int) -> bool:
    """Whether a page holds an image, or so many drawn paths that they may be letters."""
    import pypdfium2.raw as raw

    with _PDFIUM:
        page = document[number - 1]
        kinds = Counter(raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, at)) for at in range(_objects(page)))
        page.close()
    return any(kinds[kind] for kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_SHADING)) or (
        kinds[raw.FPDF_PAGEOBJ_PATH] >= _LEAST_PATHS
    )


def _objects(page: PdfPage) -> int:
    import pypdfium2.raw as raw

    return min(int(raw.FPDFPage_CountObjects(page)), _MOST_OBJECTS)


def _recognised(
    document: PdfDocument, numbers: Sequence[int], path: Path, settings: Settings, progress: Progress | None
) -> Iterator[Page]:
    recogniser = Recogniser(path, settings)
    for done, page in enumerate(recogniser.read(_scans(document, numbers)), start=1):
        if progress is not None:
            progress(done, len(numbers), _UNIT)
        yield _with_signature(document, page, recogniser)


def _with_signature(document: PdfDocument, page: Page, recogniser: Recogniser) -> Page:
    region = signature_region(page)
    if region is None:
        return page
    with _PDFIUM:
        picture = red_free(document, page.number, region)
    return reread_signature(page, region, picture, recogniser) if picture is not None else page


def _scans(document: PdfDocument, numbers: Sequence[int]) -> Iterator[Scan]:
    for number in numbers:
        with _PDFIUM:
            scan = scan_page(document, number)
        yield scan


def _notices(pages: Sequence[Page], scanned: Sequence[int]) -> tuple[Notice, ...]:
    empty = [page.number for page in pages if page.number in set(scanned) and not page.words]
    notices = (
        [Notice("ocr", f"{len(scanned)} trang quét được nhận dạng chữ, cần đối chiếu với bản gốc")] if scanned else []
    )
    notices.extend(
        Notice("page-without-text", f"trang {number} không nhận ra chữ nào", page=number) for number in empty
    )
    return tuple(notices)


@contextmanager
def _opened(data: bytes, path: Path) -> Iterator[PdfDocument | None]:
    """The document, None where PDFium cannot open it. Raises UnreadableFile for an encrypted one."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    try:
        with _PDFIUM:
            document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise UnreadableFile("PDF được đặt mật khẩu", where=str(path), remedy="bỏ mật khẩu rồi thử lại") from error
        yield None
        return
    try:
        yield document
    finally:
        with _PDFIUM:
            document.close()
