"""The signature of a scanned page beside its recipients, as a second reading without the seal gives it."""

from __future__ import annotations

import io

import pytest

from ingest.readers.page_words import Page, Word
from ingest.readers.pdf_scan import Region, red_free
from ingest.readers.pdf_signature import signature_region, with_signature

WIDTH, HEIGHT = 595.0, 842.0


def word(text: str, left: float, top: float) -> Word:
    return Word(text, left, top, left + 7 * len(text), top + 14)


def line(text: str, left: float, top: float) -> list[Word]:
    words: list[Word] = []
    for part in text.split():
        words.append(word(part, left, top))
        left = words[-1].right + 4
    return words


def page(*lines: list[Word]) -> Page:
    return Page(1, WIDTH, HEIGHT, tuple(word for words in lines for word in words), recognised=True)


RECIPIENTS = line("Nơi nhận:", 80, 500)
LIST = line("- Các xã, phường;", 80, 520)
LONG = line("- Các cơ quan của Đảng và Nhà nước trên địa bàn;", 80, 540)
SEALED = line("cà CỤC TRUÔN G", 380, 505)
TEXT = line("Điều 3. Quyết định này có hiệu lực từ ngày ký.", 80, 400)
FOUND = [*line("KT. CỤC TRƯỞNG", 380, 500), *line("PHÓ CỤC TRƯỞNG", 375, 520), *line("Lê Văn An", 390, 600)]


def texts(page: Page) -> str:
    return " ".join(word.text for word in page.words)


def region_of(page: Page) -> Region:
    region = signature_region(page)
    assert region is not None
    return region


def test_the_second_reading_replaces_what_stands_right_of_the_recipients() -> None:
    first = page(TEXT, RECIPIENTS, SEALED, LIST, LONG)
    read = texts(with_signature(first, region_of(first), FOUND))
    assert "TRUÔN" not in read
    assert read.endswith("KT. CỤC TRƯỞNG PHÓ CỤC TRƯỞNG Lê Văn An")
    assert texts(page(TEXT, RECIPIENTS, LIST, LONG)) in read


def test_the_rest_of_a_long_recipient_is_not_read_twice() -> None:
    first = page(RECIPIENTS, LONG)
    rest = line("Nhà nước trên địa bàn;", 262, 540)
    assert texts(with_signature(first, region_of(first), [*rest, *FOUND])).count("bàn;") == 1


@pytest.mark.parametrize("found", [[], line("/C); ỐQ N", 380, 500), line("Lê Văn An", 390, 600)])
def test_the_first_reading_stays_where_the_second_finds_no_office(found: list[Word]) -> None:
    first = page(TEXT, RECIPIENTS, SEALED)
    assert with_signature(first, region_of(first), found) == first


def test_a_page_without_recipients_has_no_signature() -> None:
    assert signature_region(page(TEXT, line("Nơi nhận hồ sơ", 400, 450))) is None


def coloured(ink: tuple[int, int, int]) -> bytes:
    """A PDF that holds only a picture: a block of this ink upon white."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (595, 842), "white")
    ImageDraw.Draw(image).rectangle((400, 500, 480, 560), fill=ink)
    out = io.BytesIO()
    image.save(out, "PDF", resolution=72)
    return out.getvalue()


def test_red_ink_is_white_paper_to_the_second_reading() -> None:
    import pypdfium2 as pdfium

    region = Region(300, 450, 595, 700)
    picture = red_free(pdfium.PdfDocument(coloured((230, 20, 30))), 1, region)
    assert picture is not None
    pixels = picture.pgm.split(b"255\n", 1)[1]
    dark = sum(pixel < 128 for pixel in pixels)
    assert dark == 0


def test_a_page_without_seal_is_read_once() -> None:
    import pypdfium2 as pdfium

    assert red_free(pdfium.PdfDocument(coloured((20, 20, 20))), 1, Region(300, 450, 595, 700)) is None
