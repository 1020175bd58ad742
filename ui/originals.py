"""Pages of a PDF as pictures, with the quotation marked on them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

import streamlit as st

from kb.errors import UnreadableFile

# PDFium serves one thread at a time.
_PDFIUM = Lock()
# Picture points per PDF point: a page of A4 is about 990 points wide, legible on the widest column.
_SCALE = 1.66
# Words at either end of a quotation that are looked for on the page.
_PROBE_WORDS = 5
_MARK = (255, 226, 110)

Box = tuple[float, float, float, float]


@st.cache_data(show_spinner=False, max_entries=200)
def page_picture(file: str, sha256: str, page: int, quote: str = "") -> bytes:
    """The page (from 1) as PNG; `quote` is marked where the text layer has it.

    `sha256` names the content for the cache. Raises UnreadableFile for a page that does not exist or a broken file.
    """
    import pypdfium2

    with _PDFIUM:
        try:
            with pypdfium2.PdfDocument(Path(file)) as pdf:
                return _drawn(pdf[page - 1], quote)
        except (pypdfium2.PdfiumError, IndexError, OSError) as error:
            raise UnreadableFile(f"không vẽ được trang {page}", where=file, remedy="tải tệp gốc về để xem") from error


def page_words(page: int, count: int) -> str:
    """What is said of a page's picture to who cannot see it; the text stands beside it."""
    return f"Ảnh trang {page}/{count} của bản gốc"


def _drawn(page: Any, quote: str) -> bytes:  # noqa: ANN401 - pypdfium2 has no types and is imported where used
    from PIL import Image, ImageChops, ImageDraw

    picture = page.render(scale=_SCALE).to_pil().convert("RGB")
    boxes = _boxes(page, quote)
    if boxes:
        layer = Image.new("RGB", picture.size, "white")
        draw = ImageDraw.Draw(layer)
        height = page.get_height()
        for left, bottom, right, top in boxes:
            corners = [
                left * _SCALE - 2,
                (height - top) * _SCALE - 2,
                right * _SCALE + 2,
                (height - bottom) * _SCALE + 2,
            ]
            draw.rectangle(corners, fill=_MARK)
        picture = ImageChops.multiply(picture, layer)
    out = BytesIO()
    picture.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _boxes(page: Any, quote: str) -> list[Box]:  # noqa: ANN401
    """Where the quotation stands on the page, in PDF points: a box a line. None found: the page shows unmarked."""
    words = quote.split()
    if not words:
        return []
    text = page.get_textpage()
    first = text.search(" ".join(words[:_PROBE_WORDS])).get_next()
    if first is None:
        return []
    start, length = first
    last = text.search(" ".join(words[-_PROBE_WORDS:]), index=start).get_next()
    end = last[0] + last[1] if last else start + length
    return [text.get_rect(i) for i in range(text.count_rects(start, end - start))]
