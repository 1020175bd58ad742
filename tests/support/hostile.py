"""Inputs that no office ever sends: random and mutated files, each from its seed alone."""

from __future__ import annotations

import io
import random
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from pdf_files import Sheet, Text, make_pdf, ruled
from reader_files import make_zip
from word_files import make_docx

from ingest.model import SourceCell, SourceLine, SourceTable, SourceText

_WORDS = [
    "Điều 1.",
    "Căn cứ",
    "Số:",
    "12/QĐ-UBND",
    "Sở Nội vụ",
    "1.",
    "a)",
    "đ)",
    "I",
    "II.",
    "-",
    "+",
    "2025",
    "…",
    "Ð",
]
_MARKUP = [
    "|",
    "\n|\n",
    "|\n|",
    "**",
    "*",
    "***",
    "\n",
    "\n\n",
    " ",
    "\\",
    "\\-",
    "[[trang 2]]\n",
    "#",
    "---",
    "|---|---|\n",
    "<br>",
    "```",
    "> ",
    "[a](b)",
    "(",
    ")",
    "\t",
]
_TAGS = [
    "<p>",
    "</p>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td colspan=3>",
    "</td>",
    "<td rowspan=0>",
    "<b>",
    "</b>",
    "<i>",
    "<br>",
    "<div align=center>",
    "</div>",
    "<script>",
    "</script>",
    "<h1>",
    "</h1>",
    "<font face='.VnTime'>",
    "&nbsp;",
    "&#0;",
    "&#xD800;",
    "<!--",
    "-->",
    "<![CDATA[",
    "<li>",
    "<",
]
_ODD = [
    "\x00",
    "\u202e",
    "\u200f",
    "\ufeff",
    "\u0301",
    "\ud800",
    "\x0b",
    "\x0c",
    "\x1c",
    "\u2028",
    "\U0001f600",
    "\ufdfa",
    "\xad",
    "Z" * 300,
]
_WORD_XML = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>chữ</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    '<w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr>',
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    "<w:br/>",
    "<w:sdt><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<mc:AlternateContent><mc:Choice>",
    "</mc:Choice></mc:AlternateContent>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    '<w:tcPr><w:gridSpan w:val="-7"/></w:tcPr>',
    "<w:drawing>",
    "</w:drawing>",
]


def random_file(seed: int) -> tuple[str, bytes]:
    """A name and its bytes, of any format."""
    dice = random.Random(seed)
    name, make = dice.choice(_MAKERS)
    return name, make(dice)


def _noise(dice: random.Random) -> bytes:
    return dice.randbytes(dice.choice((0, 1, 10, 500, 5_000, 40_000)))


def _text(dice: random.Random) -> bytes:
    pool = [_WORDS, _MARKUP, _ODD] if dice.random() < 0.5 else [_WORDS, _MARKUP]
    text = "".join(dice.choice(dice.choice(pool)) for _ in range(dice.choice((5, 60, 400, 2_000))))
    codec = dice.choice(("utf-8", "utf-8", "utf-8", "utf-16", "utf-16-le", "cp1258"))
    return text.encode(codec, "ignore" if codec == "cp1258" else "surrogatepass")


def _html(dice: random.Random) -> bytes:
    pool = [_WORDS, _TAGS, _TAGS]
    text = "".join(dice.choice(dice.choice(pool)) for _ in range(dice.choice((5, 60, 400, 2_000))))
    return text.encode("utf-8", "ignore")


def _nested(dice: random.Random) -> bytes:
    depth = dice.choice((50, 200, 3_000))
    return ("<table><tr><td>" * depth + "chữ" + "</td></tr></table>" * dice.choice((0, depth))).encode()


def _docx(dice: random.Random) -> bytes:
    inner = "".join(dice.choice(_WORD_XML) for _ in range(dice.choice((3, 30, 200))))
    if dice.random() < 0.7:
        inner = _balanced(inner)
    return make_docx(inner, numbering=_balanced("".join(dice.choice(_WORD_XML) for _ in range(10))))


def _balanced(inner: str) -> str:
    """The same tags, with those that end nothing left out and those left open ended."""
    import re

    out, open_tags = [], []
    for part in re.findall(r"<[^>]+>|[^<]+", inner):
        if part.startswith("</"):
            if part[2:-1] not in open_tags:
                continue
            while (tag := open_tags.pop()) != part[2:-1]:
                out.append(f"</{tag}>")
        elif part.startswith("<") and not part.endswith("/>"):
            open_tags.append(part[1:-1].split()[0])
        out.append(part)
    return "".join(out) + "".join(f"</{tag}>" for tag in reversed(open_tags))


def _deep_docx(dice: random.Random) -> bytes:
    depth = dice.choice((50, 200, 2_000))
    return make_docx(
        "<w:tbl><w:tr><w:tc>" * depth + "<w:p><w:r><w:t>chữ</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * depth
    )


def _pdf(dice: random.Random) -> bytes:
    items = [
        Text(
            dice.uniform(-50, 600),
            dice.uniform(-50, 900),
            dice.choice(_WORDS) * dice.randint(1, 8),
            dice.uniform(0.1, 60),
        )
        for _ in range(dice.choice((0, 3, 40, 300)))
    ]
    places = sorted(dice.uniform(0, 600) for _ in range(dice.randint(2, 30)))
    data = make_pdf([Sheet([*items, *(ruled(places, places) if dice.random() < 0.5 else [])])] * dice.randint(1, 3))
    return mutated(dice, data) if dice.random() < 0.7 else data


def _zip(dice: random.Random) -> bytes:
    names = ["word/document.xml", "xl/workbook.xml", "[Content_Types].xml", "../../x", "a" * 200]
    return make_zip({dice.choice(names): _noise(dice) for _ in range(dice.randint(0, 5))})


_MAKERS: list[tuple[str, Callable[[random.Random], bytes]]] = [
    *(
        (f"x{suffix}", _noise)
        for suffix in (".txt", ".md", ".html", ".docx", ".pdf", ".xlsx", ".doc", ".rtf", ".xls", ".odt")
    ),
    *((f"x{suffix}", _text) for suffix in (".txt", ".md", ".md", ".html", ".rtf")),
    ("x.html", _html),
    ("x.html", _nested),
    ("x.docx", _docx),
    ("x.docx", _deep_docx),
    ("x.pdf", _pdf),
    ("x.docx", _zip),
    ("x.xlsx", _zip),
]


def mutated_file(seed: int, files: Sequence[Path]) -> tuple[str, bytes]:
    """One of these files with a few of its bytes, or those of one of its parts, changed, lost or doubled."""
    dice = random.Random(seed)
    path = dice.choice(files)
    data = path.read_bytes()
    if data.startswith(b"PK") and dice.random() < 0.7:
        return path.name, _mutated_part(dice, data)
    return path.name, mutated(dice, data)


def mutated(dice: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 3, 20, 200))):
        at = dice.randrange(len(changed) + 1)
        length = dice.choice((1, 4, 100, 4_000))
        kind = dice.randrange(4)
        if kind == 0 and changed:
            changed[min(at, len(changed) - 1)] = dice.randrange(256)
        elif kind == 1:
            del changed[at : at + length]
        elif kind == 2:
            changed[at:at] = changed[at : at + length]
        else:
            changed[at:at] = dice.randbytes(min(length, 50))
    return bytes(changed[: dice.randrange(len(changed) + 1)] if dice.random() < 0.2 else changed)


def _mutated_part(dice: random.Random, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    name = dice.choice(sorted(entries))
    entries[name] = mutated(dice, entries[name])
    return make_zip(entries)


def faults_of(source: SourceText) -> list[str]:
    """What is wrong with a text that a reader gave; nothing, it is hoped."""
    faults = [] if source.blocks else ["no block"]
    for block in source.blocks:
        if isinstance(block, SourceLine):
            faults.extend(_text_faults(block.text, lines=1))
        else:
            faults.extend(_table_faults(block))
    return faults


def _table_faults(table: SourceTable) -> list[str]:
    faults = [] if table.rows and all(table.rows) else ["empty table or row"]
    if not len(table.rows) == len(table.row_pages) == len(table.row_lines):
        faults.append("rows without place")
    cells: list[SourceCell] = [cell for row in table.rows for cell in row]
    faults.extend("span" for cell in cells if cell.column_span < 1 or cell.row_span < 1)
    return faults + [fault for cell in cells if cell.text for fault in _text_faults(cell.text, lines=10_000)]


def _text_faults(text: str, lines: int) -> list[str]:
    faults = []
    if not text.strip() or text != text.strip():
        faults.append(f"white space {text[:20]!r}")
    if len(text.split("\n")) > lines or "\r" in text:
        faults.append("line break")
    if not unicodedata.is_normalized("NFC", text):
        faults.append("not NFC")
    if any("\ud800" <= ch <= "\udfff" or ch < "\t" or ch == "\u202e" for ch in text):
        faults.append(f"character {text[:20]!r}")
    return faults
