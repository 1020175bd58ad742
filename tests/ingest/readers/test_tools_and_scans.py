"""Programs outside: recognition of scans, old Word files, what is said where they are missing."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from pdf_files import Sheet, Text, make_pdf
from reader_files import lines_of, read_bytes

from ingest.model import SourceLine
from ingest.readers.ocr import words_of
from ingest.readers.tools import run_tool
from kb.errors import MissingTool, UnreadableFile
from kb.settings import Settings

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
RTF = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}\f0 Quy\u7871?t \u273?\u7883?nh c\u7911?a t\u7881?nh\par}"

TSV_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
TSV = TSV_HEAD + "\n".join(
    "\t".join(row)
    for row in [
        ["4", "1", "1", "1", "1", "0", "100", "200", "400", "40", "-1", ""],
        ["5", "1", "1", "1", "1", "1", "100", "210", "80", "20", "96.1", "Điều"],
        ["5", "1", "1", "1", "1", "2", "200", "205", "60", "30", "91.0", "|1."],
        ["5", "1", "1", "1", "1", "3", "300", "205", "60", "30", "3.0", "rác"],
        ["5", "1", "1", "1", "1", "4", "380", "205", "60", "30", "50", '"'],
        ["5", "1", "1", "1", "1", "5", "450", "205", "60", "30", "90", "„"],
        ["5", "1", "1", "1", "1", "6", "520", "205", "60", "30", "90", "2__"],
    ]
)


def scan(*lines: str) -> bytes:
    """A PDF that holds only the picture of these lines."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(str(FONT), 34)
    for at, line in enumerate(lines):
        draw.text((150, 200 + 70 * at), line, font=font, fill=0)
    out = io.BytesIO()
    image.save(out, "PDF", resolution=150)
    return out.getvalue()


def test_words_of_tesseract_are_as_high_as_their_line_and_borders_are_dropped() -> None:
    found = [(word.text, word.left, word.top, word.bottom) for word in words_of(TSV, scale=2.0)]
    assert found == [("Điều", 50, 100, 120), ("1.", 100, 100, 120), ('"', 190, 100, 120), ("2", 260, 100, 120)]


@pytest.mark.ocr
@pytest.mark.skipif(not FONT.exists(), reason="cần phông DejaVu: apt-get install fonts-dejavu-core")
def test_a_scan_is_recognised_and_says_so(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    path = tmp_path / "a.pdf"
    path.write_bytes(scan("ỦY BAN NHÂN DÂN TỈNH HỒNG GIANG", "Điều 1. Giao Sở Nội vụ chủ trì thực hiện."))
    from ingest.readers import read

    source = read(path, Settings(), lambda *progress: told.append(progress))
    assert source.format == "ocr"
    assert "Điều 1. Giao Sở Nội vụ chủ trì thực hiện." in lines_of(source)
    assert told == [(1, 1, "trang")]
    assert [notice.code for notice in source.notices] == ["ocr"]
    assert all(block.page == 1 for block in source.blocks if isinstance(block, SourceLine))


def test_a_scan_without_tesseract_is_an_error_that_names_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingTool, match="tesseract-ocr-vie"):
        read_bytes(tmp_path, "a.pdf", _picture_alone())


def _picture_alone() -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (200, 300), 128).save(out, "PDF")
    return out.getvalue()


@pytest.mark.ocr
def test_a_language_that_tesseract_lacks_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MissingTool, match="xyz"):
        read_bytes(tmp_path, "a.pdf", _picture_alone(), Settings(ocr_language="xyz"))


def test_a_text_layer_without_marks_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    bare = ["Can cu Luat To chuc chinh quyen dia phuong ngay", "16 thang 6 nam 2025; theo de nghi cua Giam doc So"]
    data = make_pdf([Sheet([Text(85, 100 + 20 * at, line) for at, line in enumerate(bare * 3)])])
    with pytest.raises(MissingTool, match="tesseract-ocr-vie"):
        read_bytes(tmp_path, "a.pdf", data)


def test_a_page_with_text_needs_no_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert lines_of(read_bytes(tmp_path, "a.pdf", make_pdf([Sheet([Text(85, 100, "Điều 1.")]), Sheet()]))) == [
        "Điều 1."
    ]


@pytest.mark.office
@pytest.mark.parametrize("name", ["a.rtf", "a.doc"])
def test_rtf_is_read_under_either_ending(tmp_path: Path, name: str) -> None:
    source = read_bytes(tmp_path, name, RTF)
    assert lines_of(source) == ["Quyết định của tỉnh"]
    assert source.format == "rtf"


@pytest.mark.parametrize("suffix", [".doc", ".rtf", ".odt", ".xls"])
def test_a_file_that_has_no_sign_of_its_format_never_reaches_libreoffice(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(UnreadableFile, match="không phải tệp"):
        read_bytes(tmp_path, f"a{suffix}", b"chi la chu thuong")


def test_an_old_file_without_libreoffice_is_an_error_that_names_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingTool, match="libreoffice"):
        read_bytes(tmp_path, "a.rtf", RTF)


def test_a_program_that_hangs_is_ended(tmp_path: Path) -> None:
    begun = time.monotonic()
    with pytest.raises(UnreadableFile, match="quá 1 giây"):
        run_tool(["sh", "-c", "sleep 30 & sleep 30"], path=tmp_path / "a", seconds=1)
    assert time.monotonic() - begun < 20


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="hỏng rồi"):
        run_tool(["sh", "-c", "echo hỏng rồi >&2; exit 3"], path=tmp_path / "a", seconds=10)


@pytest.mark.office
@pytest.mark.parametrize("name", ["2003-02120.doc", "2003-A04.rtf", "2004-0328NDCP.doc", "2006-quydinhkiemtra02.doc"])
def test_marks_of_old_documents_are_right(shared: Path, name: str) -> None:
    """Diacritic accuracy against transcripts: letters of aligned words that bear the mark they should."""
    assert _accuracy(shared / "documents" / "tcvn3" / name) >= 0.98


def test_marks_of_an_old_pdf_are_right(shared: Path) -> None:
    assert _accuracy(shared / "documents" / "tcvn3" / "2006-16EZE_TT01.06GopvonDNNVV.pdf") >= 0.98


def _accuracy(path: Path) -> float:
    import re
    from difflib import SequenceMatcher

    from ingest.readers import read
    from kb.text import fold, nfc

    source = read(path, Settings())
    text = " ".join(
        block.text if isinstance(block, SourceLine) else " ".join(cell.text for row in block.rows for cell in row)
        for block in source.blocks
    )
    got = re.findall(r"[^\W\d_]+", nfc(text).lower())
    wanted = re.findall(r"[^\W\d_]+", nfc(path.with_suffix(".txt").read_text()).lower())
    matcher = SequenceMatcher(None, [fold(word) for word in wanted], [fold(word) for word in got], autojunk=False)
    pairs = [
        (wanted[block.a + at], got[block.b + at]) for block in matcher.get_matching_blocks() for at in range(block.size)
    ]
    letters = [(a, b) for one, other in pairs for a, b in zip(one, other, strict=False)]
    aligned = len(pairs) / len(wanted)
    return min(aligned + 0.03, 1.0) * sum(a == b for a, b in letters) / len(letters)
