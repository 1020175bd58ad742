"""Small Word documents made from the XML inside their parts."""

from __future__ import annotations

from reader_files import make_zip

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_PARTS = {"document": "document.main", "numbering": "numbering", "styles": "styles", "header1": "header"}


def make_docx(body: str, numbering: str = "", styles: str = "", header: str = "") -> bytes:
    """A Word document from the XML inside its body, numbering, styles and page header."""
    entries = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations(
            {"numbering": "numbering.xml", "styles": "styles.xml", "header": "header1.xml"}
        ),
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        "word/numbering.xml": _part("numbering", numbering),
        "word/styles.xml": _part("styles", styles),
        "word/header1.xml": _part("hdr", header),
    }
    return make_zip(entries)


def p(text: str, properties: str = "", run: str = "") -> str:
    """The XML of a paragraph with one run."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def _part(name: str, inner: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NAMESPACES}>{inner}</w:{name}>'.encode()


def _content_types() -> bytes:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in _PARTS.items()
    )
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{parts}</Types>'.encode()


def _relations(targets: dict[str, str]) -> bytes:
    items = "".join(
        f'<Relationship Id="r{order}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for order, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'.encode()
