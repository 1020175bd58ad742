"""What is laid over a PDF page when a document is issued: its number and date, and the boxes of digital signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.readers.page_words import Word

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

Box = tuple[float, float, float, float]

# The words of a signature's appearance (Decree 30/2020/NĐ-CP, Appendix I: name, e-mail, unit, time of signing).
_SIGNATURE = re.compile(
    r"(?:Được\s+)?K[ýy]\s+(?:số\s+)?(?:bởi|b[oở]i|ngày)|Người\s+k[ýy]\s*:|Thời\s+gian\s+k[ýy]|Ngày\s+k[ýy]\s*:|"
    r"Digitally\s+signed|Signature\s+(?:Not\s+Verified|Valid)|Signed\s+by",
    re.IGNORECASE,
)
# Points round a box in which its words may stick out.
_SLACK = 2.0
_MOST_ANNOTATIONS = 500


def stamp_boxes(page: PdfPage) -> list[Box]:
    """The boxes (left, bottom, right, top) of fields and stamps that lie over a page; links and notes are none."""
    import pypdfium2.raw as raw

    kinds = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT)
    boxes: list[Box] = []
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        rectangle = raw.FS_RECTF()
        if raw.FPDFAnnot_GetSubtype(annotation) in kinds and raw.FPDFAnnot_GetRect(annotation, rectangle):
            box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            if box[2] > box[0] and box[3] > box[1]:
                boxes.append(box)
        raw.FPDFPage_CloseAnnot(annotation)
    return boxes


def is_signature(text: str) -> bool:
    """Whether a text is what a digital signature shows of itself."""
    return bool(_SIGNATURE.search(text))


def without_signatures(words: Sequence[Word], boxes: Sequence[Box]) -> tuple[Word, ...]:
    """The words without those of signature boxes; `boxes` as (left, top, right, bottom)."""
    kept = list(words)
    for box in boxes:
        inside = [word for word in kept if _lies_in(word, box)]
        if is_signature(" ".join(word.text for word in inside)):
            kept = [word for word in kept if not _lies_in(word, box)]
    return tuple(kept)


def _lies_in(word: Word, box: Box) -> bool:
    return (
        box[0] - _SLACK <= word.left
        and word.right <= box[2] + _SLACK
        and box[1] - _SLACK <= word.middle <= box[3] + _SLACK
    )
