"""Word documents: paragraphs and tables of the body in order, with the labels that Word's numbering prints."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.model import Progress, SourceLine, SourceTable, SourceText
from ingest.readers.archive import check_archive
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_paragraph import legacy_encodings, read_paragraph
from ingest.readers.docx_style import Styles, font_of
from ingest.readers.docx_table import read_table
from ingest.readers.legacy_fonts import legacy_font
from ingest.readers.ooxml import child, properties_of, w
from kb.errors import UnreadableFile
from kb.settings import Settings

if TYPE_CHECKING:
    from docx.document import Document

_CONTAINERS = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo"), w("smartTag")})
_MAIN_PART = "word/document.xml"


def read(data: bytes, path: Path, settings: Settings, progress: Progress | None = None) -> SourceText:
    """Paragraphs are whole; headers, footers, comments and deleted text stay out; text boxes follow their paragraph.

    Raises UnreadableFile for what is no Word document, encrypted, damaged or far larger unpacked than packed.
    """
    document = _open(data, path)
    styles = Styles(document.styles.element)
    numbering = Numbering(_numbering_element(document), styles)
    body = document.element.body
    blocks = tuple(_blocks(body, styles, numbering))
    names = {font_of(properties_of(properties)) for properties in body.iter(w("rPr"))} | styles.fonts()
    # Asked only of a document that names such a font at all: most name none.
    encodings = legacy_encodings(body, styles) if any(name and legacy_font(name) for name in names) else ()
    return SourceText("docx", blocks, encoding=", ".join(sorted(encodings)) or None)


def _open(data: bytes, path: Path) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    check_archive(data, path, needs=_MAIN_PART, kind="Word (.docx)")
    try:
        return docx.Document(io.BytesIO(data))
    except (
        PackageNotFoundError,
        SyntaxError,
        KeyError,
        ValueError,
        AttributeError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
    ) as error:
        raise UnreadableFile(
            "tệp Word hỏng, không mở được", where=str(path), remedy="mở bằng Word rồi lưu lại thành .docx"
        ) from error


def _numbering_element(document: Document) -> Any | None:  # noqa: ANN401 - lxml elements have no stubs here
    from docx.opc.constants import RELATIONSHIP_TYPE

    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _blocks(parent: Any, styles: Styles, numbering: Numbering) -> Iterator[SourceLine | SourceTable]:  # noqa: ANN401
    for element in parent:
        if element.tag == w("p"):
            yield from read_paragraph(element, styles, numbering)
        elif element.tag == w("tbl"):
            if (table := read_table(element, styles, numbering)) is not None:
                yield table
        elif element.tag in _CONTAINERS:
            inner = child(element, "sdtContent")
            yield from _blocks(element if inner is None else inner, styles, numbering)
