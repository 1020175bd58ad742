"""A PDF page as a grey picture for recognition."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ingest.readers.image_rules import image_rules
from ingest.readers.ocr import DPI, POINTS_PER_INCH, Scan

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# Pixels: an A3 page at DPI has 9 million; a page that claims to be a wall poster is drawn coarser.
_MOST_PIXELS = 16_000_000


def scan_page(document: PdfDocument, number: int) -> Scan:
    """The `number`th page (1-based) drawn at DPI, or coarser where it is very large."""
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(DPI / POINTS_PER_INCH, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=False)
    try:
        pixels = bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width].copy()
    finally:
        bitmap.close()
        page.close()
    pgm = b"P5 %d %d 255\n" % (pixels.shape[1], pixels.shape[0]) + pixels.tobytes()
    return Scan(number, width, height, scale, pgm, image_rules(pixels, scale))
