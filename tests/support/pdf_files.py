"""Small PDFs with Vietnamese text, drawn lines and stamped fields, made in memory."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

A4 = (595.0, 842.0)


@dataclass(frozen=True)
class Text:
    """A piece of text at (x, y) points from the upper left corner; y is its baseline."""

    x: float
    y: float
    text: str
    size: float = 14.0
    bold: bool = False
    font: str = "TimesNewRoman"


@dataclass(frozen=True)
class Line:
    """A drawn line."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass
class Sheet:
    """A page of a PDF to be made."""

    items: list[Text | Line] = field(default_factory=list)
    stamps: list[Text] = field(default_factory=list)
    size: tuple[float, float] = A4


def make_pdf(sheets: Sequence[Sheet]) -> bytes:
    """A PDF whose fonts are named, not embedded, and map every code to itself: PDFium reads any text from it."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    fonts = _fonts(sheets, add)
    page_numbers = [_page(sheet, fonts, add) for sheet in sheets]
    tree = add(b"")
    for number in page_numbers:
        objects[number - 1] = objects[number - 1].replace(b"@PARENT@", b"%d 0 R" % tree)
    kids = b" ".join(b"%d 0 R" % number for number in page_numbers)
    objects[tree - 1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(page_numbers))
    root = add(b"<< /Type /Catalog /Pages %d 0 R >>" % tree)
    return _written(objects, root)


def _written(objects: Sequence[bytes], root: int) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start))
    return out.getvalue()


_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Self def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


def _stream(data: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), extra, packed)


def _fonts(sheets: Sequence[Sheet], add: Callable[[bytes], int]) -> dict[str, tuple[bytes, int]]:
    names = sorted(
        {_font_name(item) for sheet in sheets for item in [*sheet.items, *sheet.stamps] if isinstance(item, Text)}
    )
    unicode_map = add(_stream(_TO_UNICODE))
    fonts: dict[str, tuple[bytes, int]] = {}
    for order, name in enumerate(names):
        descriptor = add(
            b"<< /Type /FontDescriptor /FontName /%s /Flags 32 /Ascent 900 /Descent -200 /CapHeight 700 /ItalicAngle 0"
            b" /StemV 80 /FontBBox [-200 -200 1000 1000] >>" % name.encode()
        )
        descendant = add(
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /DW 500 /FontDescriptor %d 0 R"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
            % (name.encode(), descriptor)
        )
        fonts[name] = (
            b"F%d" % order,
            add(
                b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R]"
                b" /ToUnicode %d 0 R >>" % (name.encode(), descendant, unicode_map)
            ),
        )
    return fonts


def _font_name(text: Text) -> str:
    return f"{text.font},Bold" if text.bold else text.font


def _page(sheet: Sheet, fonts: dict[str, tuple[bytes, int]], add: Callable[[bytes], int]) -> int:
    content = add(_stream(_drawn(sheet.items, fonts, sheet.size[1])))
    resources = b"<< /Font << %s >> >>" % b" ".join(b"/%s %d 0 R" % font for font in fonts.values())
    stamps = []
    for stamp in sheet.stamps:
        width, height = len(stamp.text) * stamp.size / 2 + 4, stamp.size + 4
        look = add(
            _stream(
                _drawn([Text(2, height - 3, stamp.text, stamp.size, stamp.bold, stamp.font)], fonts, height),
                b"/Type /XObject /Subtype /Form /BBox [0 0 %.1f %.1f] /Resources %s" % (width, height, resources),
            )
        )
        low = sheet.size[1] - stamp.y - 3
        stamps.append(
            add(
                b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (s%d) /F 4"
                b" /Rect [%.1f %.1f %.1f %.1f] /AP << /N %d 0 R >> >>"
                % (len(stamps), stamp.x - 2, low, stamp.x - 2 + width, low + height, look)
            )
        )
    annotations = b" ".join(b"%d 0 R" % number for number in stamps)
    return add(
        b"<< /Type /Page /Parent @PARENT@ /MediaBox [0 0 %.1f %.1f] /Resources %s /Contents %d 0 R /Annots [%s] >>"
        % (*sheet.size, resources, content, annotations)
    )


def _drawn(items: Sequence[Text | Line], fonts: dict[str, tuple[bytes, int]], height: float) -> bytes:
    parts = []
    for item in items:
        if isinstance(item, Line):
            ends = (item.x0, height - item.y0, item.x1, height - item.y1)
            parts.append(b"0.5 w %.2f %.2f m %.2f %.2f l S" % ends)
        else:
            code = item.text.encode("utf-16-be").hex().encode()
            font = fonts[_font_name(item)][0]
            parts.append(b"BT /%s %.1f Tf %.2f %.2f Td <%s> Tj ET" % (font, item.size, item.x, height - item.y, code))
    return b"\n".join(parts)


def ruled(columns: Sequence[float], rows: Sequence[float]) -> list[Text | Line]:
    """The lines of a table."""
    across = [Line(columns[0], row, columns[-1], row) for row in rows]
    down = [Line(column, rows[0], column, rows[-1]) for column in columns]
    return [*across, *down]
