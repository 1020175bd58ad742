"""Text files: encodings of today and before, page marks, characters that are no text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from reader_files import lines_of, read_bytes
from viparse.normalize.encodings import CHARMAPS

from ingest.model import SourceLine
from kb.errors import UnreadableFile

TEXT = """Cộng hòa xã hội chủ nghĩa Việt Nam
Độc lập - Tự do - Hạnh phúc
ủy ban nhân dân tỉnh Hồng Giang quyết định về việc thực hiện nhiệm vụ được giao trong năm 2026
các cơ quan, tổ chức có liên quan phải báo cáo kết quả thực hiện"""


def legacy(name: str) -> bytes:
    """TEXT in an encoding of before Unicode; TCVN3 has no marked capitals."""
    table = {letter: code for code, letter in reversed(CHARMAPS[name].pairs)}
    text = "".join(table.get(ch, table.get(ch.lower(), ch)) for ch in TEXT)
    return b"".join(bytes([ord(ch)]) if ord(ch) < 256 else ch.encode("cp1252") for ch in text)


def cp1258(text: str) -> bytes:
    """The code page of Windows: tones stand as marks of their own after the letter."""
    out = b""
    for ch in text:
        letter, *marks = unicodedata.normalize("NFD", ch)
        shape = unicodedata.normalize("NFC", letter + "".join(mark for mark in marks if mark in "\u0302\u0306\u031b"))
        tone = "".join(mark for mark in marks if mark not in "\u0302\u0306\u031b")
        try:
            out += ch.encode("cp1258")
        except UnicodeEncodeError:
            out += shape.encode("cp1258") + tone.encode("cp1258")
    return out


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (unicodedata.normalize("NFD", TEXT).encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16"),
        (TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
        (cp1258(TEXT), "cp1258"),
        (legacy("tcvn3"), "tcvn3"),
        (legacy("vni"), "vni"),
        (legacy("viscii"), "viscii"),
        (legacy("tcvn3").decode("latin-1").encode(), "tcvn3"),
    ],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, data: bytes, encoding: str) -> None:
    source = read_bytes(tmp_path, "a.txt", data)
    assert source.encoding == encoding
    expected = TEXT.split("\n")
    assert [line.lower() for line in lines_of(source)] == [line.lower() for line in expected]


def test_a_few_bad_bytes_are_left_out_and_told(tmp_path: Path) -> None:
    source = read_bytes(tmp_path, "a.txt", TEXT.encode().replace(b"2026", b"20\xff26"))
    assert [notice.code for notice in source.notices] == ["bad-bytes"]
    assert "2026" in lines_of(source)[2]


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 40, b"\x00" * 500, "légende, société, café".encode("latin-1"), b"\x89PNG\r\n\x1a\n" * 30],
    ids=["binary", "zeros", "another language's code page", "picture"],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_bytes(tmp_path, "a.txt", data)


def test_marks_of_pages_become_pages(tmp_path: Path) -> None:
    source = read_bytes(tmp_path, "a.ocr.txt", "[[trang 1]]\nmột\n\n[[trang 2]]\nhai\n".encode())
    assert source.format == "ocr"
    assert source.page_count == 2
    places = [(block.text, block.page, block.line) for block in source.blocks if isinstance(block, SourceLine)]
    assert places == [("một", 1, 2), ("hai", 2, 5)]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Ð\u00e0 N\u1eb5ng", "Ðà Nẵng"),
        ("Điều\u00a05\u200b.", "Điều 5."),
        ("\u202eĐiều 1\u202c", "Điều 1"),
        ("a\x00b\x01c", "abc"),
        ("cột một\tcột hai", "cột một\tcột hai"),
        ("\ufeffSố: 1", "Số: 1"),
    ],
)
def test_characters_that_are_no_text_are_left_out(tmp_path: Path, raw: str, text: str) -> None:
    assert lines_of(read_bytes(tmp_path, "a.txt", (raw + "\n" + TEXT).encode()))[0] == text


def test_lone_surrogates_of_a_broken_utf_16_are_left_out(tmp_path: Path) -> None:
    data = ("Điều 1 \ud800 hết\n" + TEXT).encode("utf-16", "surrogatepass")
    assert lines_of(read_bytes(tmp_path, "a.txt", data))[0] == "Điều 1  hết"


def test_line_ends_of_all_systems_part_lines(tmp_path: Path) -> None:
    assert lines_of(read_bytes(tmp_path, "a.txt", b"a\r\nb\rc\nd\x0ce\xe2\x80\xa8f")) == list("abcdef")


def test_marks_of_emphasis_in_a_text_are_left_out(tmp_path: Path) -> None:
    text = "**T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ**\n(*sau đây viết tắt là CĐS*) hết\n"
    source = read_bytes(tmp_path, "a.txt", text.encode())
    assert lines_of(source) == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "(sau đây viết tắt là CĐS) hết"]
    assert [block.bold for block in source.blocks if isinstance(block, SourceLine)] == [True, True, False]


def test_a_text_without_marks_keeps_its_stars(tmp_path: Path) -> None:
    assert lines_of(read_bytes(tmp_path, "a.txt", "TỈNH ỦY\n*\n5 * 3 \\- a".encode())) == [
        "TỈNH ỦY",
        "*",
        "5 * 3 \\- a",
    ]
