"""Words and drawn lines of a PDF page, from PDFium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ingest.readers.clean import clean
from ingest.readers.legacy_fonts import LegacyFont, decoded, legacy_font
from ingest.readers.page_words import Page, Rule, Word
from ingest.readers.pdf_stamps import stamp_boxes, without_signatures

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage
    from pypdfium2.raw import FS_RECTF

# PDFium gives a hyphen at a line end as U+FFFE or U+0002: in "57-NQ/TW" it is printed.
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})
_WORD = re.compile(r"\S+")
_INNER_HYPHEN = re.compile(r"(?<=\S)-(?=\S)")
_ITALIC_FLAG = 1 << 6
_BOLD_FLAG = 1 << 18
_BOLD_WEIGHT = 600
# Points: a box thinner than this is a line; shorter ones are dots and underlines of single letters.
_THINNEST_BOX = 3.0
_SHORTEST_RULE = 6.0
# Of 255: lighter fillings cannot be told from paper.
_WHITE = 245
# More drawn objects than this are a drawing or map, not the borders of tables.
_MOST_OBJECTS = 20_000
# More characters on a page than this: no printed page has them.
_MOST_CHARACTERS = 100_000


def read_page(document: PdfDocument, number: int) -> Page:
    """The words and lines of the `number`th page (1-based), turned as the page is shown."""
    page = document[number - 1]
    boxes = stamp_boxes(page)
    if boxes:
        page = _flattened(document, page, number)
    width, height = page.get_size()
    turn = _Turn(page.get_rotation(), width, height, page.get_cropbox())
    words = without_signatures(_read_words(page, turn), [turn.box(*box) for box in boxes])
    rules = tuple(_rules(page, turn)) if words else ()
    page.close()
    return Page(number, width, height, words, rules)


def _flattened(document: PdfDocument, page: PdfPage, number: int) -> PdfPage:
    """The page with what lies over it (number and date are stamped as form fields) made part of it."""
    import pypdfium2.raw as raw

    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    return document[number - 1]


def _read_words(page: PdfPage, turn: _Turn) -> tuple[Word, ...]:
    text_page = page.get_textpage()
    try:
        return tuple(_words(text_page, turn))
    finally:
        text_page.close()


class _Turn:
    """From the coordinates of the file (upwards, before rotation) to places on the page as shown."""

    def __init__(self, rotation: int, width: float, height: float, box: tuple[float, float, float, float]) -> None:
        self._rotation = rotation % 360
        self._width = width
        self._height = height
        self._left, self._bottom = box[0], box[1]

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """(left, top, right, bottom) as shown."""
        left, right, bottom, top = left - self._left, right - self._left, bottom - self._bottom, top - self._bottom
        if self._rotation == 90:
            return bottom, left, top, right
        if self._rotation == 180:
            return self._width - right, bottom, self._width - left, top
        if self._rotation == 270:
            return self._width - top, self._height - right, self._width - bottom, self._height - left
        return left, self._height - top, right, self._height - bottom


def _words(text_page: PdfTextPage, turn: _Turn) -> Iterator[Word]:
    import pypdfium2.raw as raw

    first, last = raw.FS_RECTF(), raw.FS_RECTF()
    fonts = _Fonts(text_page)
    handle, box_of = text_page.raw, raw.FPDFText_GetLooseCharBox
    characters = _characters(text_page)
    for start, end in _word_spans(characters, text_page):
        is_placed = box_of(handle, start, first) and box_of(handle, end - 1, last)
        font = fonts.at(start)
        printed = characters[start:end]
        word = clean(decoded(printed, font.legacy) if font.legacy else printed)
        if not word or not is_placed:
            continue
        left, top, right, bottom = turn.box(
            min(first.left, last.left),
            min(first.bottom, last.bottom),
            max(first.right, last.right),
            max(first.top, last.top),
        )
        yield Word(word, left, top, right, bottom, font.bold, font.italic)


def _word_spans(characters: str, text_page: PdfTextPage) -> Iterator[tuple[int, int]]:
    """Where words begin and end; one that a line end breaks at its hyphen ("57-" / "NQ/TW") is two."""
    import pypdfium2.raw as raw

    before, after = raw.FS_RECTF(), raw.FS_RECTF()
    for match in _WORD.finditer(characters):
        start = match.start()
        for hyphen in _INNER_HYPHEN.finditer(characters, match.start(), match.end()):
            is_placed = raw.FPDFText_GetLooseCharBox(text_page.raw, hyphen.start() - 1, before)
            is_placed = is_placed and raw.FPDFText_GetLooseCharBox(text_page.raw, hyphen.end(), after)
            if is_placed and _is_on_other_line(before, after):
                yield start, hyphen.end()
                start = hyphen.end()
        yield start, match.end()


def _is_on_other_line(before: FS_RECTF, after: FS_RECTF) -> bool:
    return bool(before.bottom >= after.top and after.left < before.left)


def _characters(text_page: PdfTextPage) -> str:
    """The characters of a page, each at its index in PDFium."""
    import pypdfium2.raw as raw

    count = min(text_page.count_chars(), _MOST_CHARACTERS)
    text: str = text_page.get_text_range(0, count) if count else ""
    if len(text) != count:
        # PDFium leaves out characters that it does not know, which moves the others.
        handle = text_page.raw
        text = "".join(chr(raw.FPDFText_GetUnicode(handle, at)) for at in range(count))
    return text.translate(_HYPHENS)


@dataclass(frozen=True, slots=True)
class _Font:
    bold: bool
    italic: bool
    legacy: LegacyFont | None


class _Fonts:
    """The font at a character; each text object is asked once."""

    def __init__(self, text_page: PdfTextPage) -> None:
        self._text_page = text_page
        self._known: dict[int, _Font] = {}

    def at(self, index: int) -> _Font:
        import ctypes

        import pypdfium2.raw as raw

        handle = raw.FPDFText_GetTextObject(self._text_page.raw, index)
        font = raw.FPDFTextObj_GetFont(handle) if handle else None
        key = ctypes.addressof(font.contents) if font else -1
        if key not in self._known:
            self._known[key] = self._ask(index)
        return self._known[key]

    def _ask(self, index: int) -> _Font:
        import ctypes

        import pypdfium2.raw as raw

        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._text_page, index, name, len(name), flags)
        weight = raw.FPDFText_GetFontWeight(self._text_page, index)
        label = name.value.decode("utf-8", "replace")
        lowered = label.lower()
        return _Font(
            bold="bold" in lowered or bool(flags.value & _BOLD_FLAG) or weight >= _BOLD_WEIGHT,
            italic="italic" in lowered or "oblique" in lowered or bool(flags.value & _ITALIC_FLAG),
            legacy=legacy_font(label),
        )


def _rules(page: PdfPage, turn: _Turn) -> Iterator[Rule]:
    import ctypes

    import pypdfium2.raw as raw

    sides = [ctypes.c_float() for _ in range(4)]
    for at in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(item)
        if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        is_image = kind == raw.FPDF_PAGEOBJ_IMAGE
        if (is_image or _is_drawn(item)) and raw.FPDFPageObj_GetBounds(item, *sides):
            left, top, right, bottom = turn.box(*(side.value for side in sides))
            yield from _edges(left, top, right, bottom, is_framed=not is_image and _is_stroked(item))


# A handle of PDFium: ctypes gives it no better type.
PageObject = Any


def _is_stroked(item: PageObject) -> bool:
    import ctypes

    import pypdfium2.raw as raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(stroke.value)


def _is_drawn(item: PageObject) -> bool:
    """Whether a path can be seen: Word lays white boxes under the text of every paragraph."""
    import ctypes

    import pypdfium2.raw as raw

    if _is_stroked(item):
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _WHITE


def _edges(left: float, top: float, right: float, bottom: float, *, is_framed: bool) -> Iterator[Rule]:
    """A thin box is a line; the four sides of a larger one may frame a cell."""
    width, height = right - left, bottom - top
    if height <= _THINNEST_BOX and width >= _SHORTEST_RULE:
        middle = (top + bottom) / 2
        yield Rule(left, middle, right, middle)
    elif width <= _THINNEST_BOX and height >= _SHORTEST_RULE:
        middle = (left + right) / 2
        yield Rule(middle, top, middle, bottom)
    elif is_framed and width >= _SHORTEST_RULE and height >= _SHORTEST_RULE:
        yield Rule(left, top, right, top)
        yield Rule(left, bottom, right, bottom)
        yield Rule(left, top, left, bottom)
        yield Rule(right, top, right, bottom)
