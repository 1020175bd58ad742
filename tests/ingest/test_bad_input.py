"""Hostile and damaged files: a named error or a right text, and the other files of the batch are read."""

from __future__ import annotations

import random
import time
import zipfile
from pathlib import Path

import pytest
from hostile import faults_of, mutated_file, random_file
from pdf_files import Sheet, Text, make_pdf
from reader_files import lines_of, make_zip, read_bytes, tables_of
from word_files import make_docx, p

from ingest.readers import SUFFIXES, read
from kb.errors import KbError, UnreadableFile
from kb.settings import Settings

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A hang is 60 s; what is tested here takes milliseconds on any machine.
HANG = 60.0


def encrypted_pdf() -> bytes:
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([Sheet([Text(85, 100, "bí mật")])]))))
    writer.encrypt("mat-khau", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def bomb() -> bytes:
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(120):
            part.write(b" " * 1_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "rỗng"),
        ("a.docx", b"", "rỗng"),
        ("a.pdf", encrypted_pdf(), "mật khẩu"),
        ("a.docx", bomb(), "bom nén"),
        ("a.docx", make_zip({"anh.txt": b"x"}), "không phải tệp Word"),
        ("a.xlsx", make_zip({"anh.txt": b"x"}), "không phải tệp Excel"),
        ("a.docx", b"PK\x03\x04" + b"\x00" * 200, "hỏng"),
        ("a.docx", make_docx(p("chữ"))[:400], "hỏng"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("a.doc", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("a.docx", OLE + b"\x00" * 100, "định dạng cũ"),
        ("a.docx", make_zip({"word/document.xml": b"<w:document>", "[Content_Types].xml": b"<a/>"}), "hỏng"),
        ("a.pdf", b"%PDF-1.7\nkhong co gi", "hỏng"),
        ("a.pdf", b"GIF89a" + b"\x00" * 2000, "không phải tệp PDF"),
        ("a.pdf", make_pdf([Sheet()]), "không có chữ"),
        ("a.txt", bytes(range(256)) * 30, "không phải tệp văn bản"),
        ("a.md", b"***\n---\n|\n|\n", "không có chữ"),
        ("a.html", b"<script>alert(1)</script>", "không có chữ"),
        ("a.exe", b"MZ", "chưa đọc được"),
        ("khong-duoi", b"x", "chưa đọc được"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said) as error:
        read_bytes(tmp_path, name, data)
    assert error.value.where is not None
    assert name in error.value.where
    assert error.value.remedy


def test_a_file_larger_than_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="giới hạn"):
        read_bytes(tmp_path, "a.txt", b"a" * 2_000_000, Settings(max_file_mb=1))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "thu-muc.txt").mkdir()
    for path in (tmp_path / "khong-co.txt", tmp_path / "thu-muc.txt"):
        with pytest.raises(UnreadableFile, match="không mở được"):
            read(path, Settings())


def test_a_batch_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    files = {"a.txt": b"", "b.txt": "Điều 1. Giao việc".encode(), "c.pdf": b"%PDF", "d.docx": make_docx(p("Điều 2"))}
    read_ones, refused = [], []
    for name, data in files.items():
        try:
            read_ones += lines_of(read_bytes(tmp_path, name, data))
        except KbError:
            refused.append(name)
    assert read_ones == ["Điều 1. Giao việc", "Điều 2"]
    assert refused == ["a.txt", "c.pdf"]


@pytest.mark.parametrize("depth", [200, 5_000])
def test_deep_nesting_of_a_web_page_is_read(tmp_path: Path, depth: int) -> None:
    data = "<div>" * depth + "<table><tr><td>" * depth + "Điều 1" + "</td></tr></table>" * depth
    assert lines_of(read_bytes(tmp_path, "a.html", data.encode())) == ["Điều 1"]


def test_nesting_200_deep_in_word_is_read_or_refused(tmp_path: Path) -> None:
    inner = "<w:tbl><w:tr><w:tc>" * 200 + p("Điều 1") + "</w:tc></w:tr></w:tbl>" * 200
    try:
        source = read_bytes(tmp_path, "a.docx", make_docx(p("đầu") + inner))
    except UnreadableFile:
        return
    assert "Điều 1" in str(tables_of(source))


def test_entities_of_xml_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "rieng.txt"
    secret.write_text("bí mật")
    body = make_docx(p("&x;"))
    hostile = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]><w:document'.encode()
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as out, zipfile.ZipFile(_saved(tmp_path, body)) as parts:
        for entry in parts.infolist():
            data = parts.read(entry)
            out.writestr(
                entry.filename, data.replace(b"<w:document", hostile, 1) if "document.xml" in entry.filename else data
            )
    try:
        source = read(tmp_path / "b.docx", Settings())
    except UnreadableFile:
        return
    assert "bí mật" not in str(source.blocks)


def _saved(folder: Path, data: bytes) -> Path:
    path = folder / "goc.docx"
    path.write_bytes(data)
    return path


def test_nul_surrogates_and_direction_marks_do_not_reach_the_text(tmp_path: Path) -> None:
    text = "Điều 1.\u202e\u200f Giao\x00 việc\ud800 cho tỉnh\ufeff\nủy ban nhân dân tỉnh thực hiện quyết định"
    source = read_bytes(tmp_path, "a.txt", text.encode("utf-16", "surrogatepass"))
    assert lines_of(source)[0] == "Điều 1. Giao việc cho tỉnh"


@pytest.mark.parametrize(
    "line",
    [
        "|" * 200_000,
        "*" * 200_000,
        "**a" * 60_000,
        "[" * 100_000,
        "<" * 100_000,
        "\\" * 100_000,
        "a | " * 50_000,
        "(*" * 50_000,
    ],
    ids=["bars", "stars", "bold", "brackets", "less", "escapes", "inline row", "notes"],
)
@pytest.mark.parametrize("suffix", [".md", ".html", ".txt"])
def test_no_line_makes_a_reader_hang(tmp_path: Path, suffix: str, line: str) -> None:
    begun = time.monotonic()
    read_bytes(tmp_path, f"a{suffix}", f"Điều 1\n\n{line}\n\n|\nhết\n|\n|\n".encode())
    assert time.monotonic() - begun < HANG


def test_many_lonely_bars_do_not_make_the_reader_hang(tmp_path: Path) -> None:
    dice = random.Random(1)
    text = "".join(
        "|\n" * dice.choice((1, 1, 1, 2, 3, 9)) + dice.choice(("Sở Nội vụ\n", "1\n", "\n")) for _ in range(20_000)
    )
    begun = time.monotonic()
    read_bytes(tmp_path, "a.md", ("Dẫn\n" + text).encode())
    assert time.monotonic() - begun < HANG


def test_a_decree_of_600_000_characters_is_read(shared: Path) -> None:
    begun = time.monotonic()
    source = read(shared / "documents" / "other" / "308-2025-ND-CP.md", Settings())
    assert len(source.blocks) > 5_000
    assert time.monotonic() - begun < HANG


def outcome(folder: Path, name: str, data: bytes) -> list[str]:
    """The faults of what a reader gave; none where it refused the file by name."""
    try:
        return faults_of(read_bytes(folder, name, data))
    except UnreadableFile:
        return []


@pytest.mark.parametrize("batch", range(8))
def test_random_files_never_crash_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for seed in range(batch * 40, batch * 40 + 40):
        name, data = random_file(seed)
        assert outcome(tmp_path, name, data) == [], seed


@pytest.mark.parametrize("batch", range(4))
def test_mutated_files_never_crash_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    files = _sound_files(tmp_path)
    for seed in range(batch * 25, batch * 25 + 25):
        name, data = mutated_file(seed, files)
        assert outcome(tmp_path, f"m-{name}", data) == [], seed


def _sound_files(folder: Path) -> list[Path]:
    """One sound file of each format that is read without another program."""
    made = {
        "s.txt": "Điều 1. Giao Sở Nội vụ\nthực hiện quyết định của tỉnh\n".encode() * 20,
        "s.md": "|\n**UBND**\n|\n**CỘNG HÒA**\n|\n|\nSố: 1\n|\nngày\n|\n\n**Điều 1.** Giao\n".encode() * 5,
        "s.html": "<table><tr><td>a<td>b</table><p>Điều 1</p>".encode() * 20,
        "s.docx": make_docx("".join(p(f"Điều {n}") for n in range(20))),
        "s.pdf": make_pdf([Sheet([Text(85, 100 + 20 * n, f"Điều {n}") for n in range(20)])]),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in sorted(made)]


def test_every_format_that_is_promised_has_a_reader() -> None:
    promised = {".txt", ".md", ".html", ".docx", ".pdf", ".doc", ".rtf", ".xlsx"}
    assert promised <= SUFFIXES
