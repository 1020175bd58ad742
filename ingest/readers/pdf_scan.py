"""A PDF page as a grey picture for recognition, and a part of one without its red ink."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.readers.image_rules import image_rules
from ingest.readers.ocr import DPI, POINTS_PER_INCH, Scan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pypdfium2 import PdfDocument

# Pixels: an A3 page at DPI has 9 million; a page that claims to be a wall poster is drawn coarser.
_MOST_PIXELS = 16_000_000
# Of 255: between the red and the blue of a pixel that is a seal's ink; of all pixels of a part that has a seal.
_RED_BY = 60
_LEAST_RED = 0.002


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


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
    return Scan(number, width, height, scale, _pgm(pixels), image_rules(pixels, scale))


@dataclass(frozen=True, slots=True)
class RedFree:
    """A part of a page as red light shows it: a grey picture with `scale` pixels a point."""

    pgm: bytes
    scale: float


def red_free(document: PdfDocument, number: int, region: Region) -> RedFree | None:
    """A part of a page without its red ink; None where nothing red is printed there."""
    page = document[number - 1]
    scale = DPI / POINTS_PER_INCH
    width, height = page.get_size()
    margins = (region.left, height - region.bottom, width - region.right, region.top)
    bitmap = page.render(scale=scale, draw_annots=False, crop=tuple(max(0.0, margin) for margin in margins))
    try:
        pixels = bitmap.to_numpy()
        blue, red = (pixels[:, :, channel].astype("int16") for channel in (0, 2))
        has_seal = float((red - blue > _RED_BY).mean()) >= _LEAST_RED
        return RedFree(_pgm(pixels[:, :, 2].copy()), scale) if has_seal else None
    finally:
        bitmap.close()
        page.close()


def _pgm(pixels: NDArray[np.uint8]) -> bytes:
    return b"P5 %d %d 255\n" % (pixels.shape[1], pixels.shape[0]) + pixels.tobytes()
