"""The whole of reading on one screen: from a file to a document with its layers. A pure function of the file."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from ingest.header import read_header
from ingest.layout import lay_out
from ingest.model import Header, LaidText, Progress, SourceText
from ingest.passages import make_passages
from ingest.readers import SUFFIXES, read
from ingest.references import find_references
from ingest.structure import read_structure
from ingest.tasks import find_tasks
from kb.model import Document, Parsed
from kb.settings import Settings

# Hexadecimal digits of a document's id: 48 bits, so that a million documents meet with a chance of 1 in 500.
_ID_LENGTH = 12

# Raise it when the same file is read otherwise than before: `kb reread` then reads what is held again.
EDITION = "2"


def read_document(path: Path, settings: Settings, progress: Progress | None = None) -> Parsed:
    """Reads one file. Raises UnreadableFile (or MissingTool) with the file, the reason and the remedy."""
    source = read(path, settings, progress)
    laid = lay_out(source)
    header = read_header(laid)
    provisions = read_structure(laid, header)
    references = find_references(laid, header, provisions)
    tasks = find_tasks(laid, header, provisions, references)
    document = _document(path, source, laid, header)
    passages = make_passages(document, provisions)
    return Parsed(document, provisions, references, tasks, passages)


def _document(path: Path, source: SourceText, laid: LaidText, header: Header) -> Document:
    digest = sha256(path.read_bytes()).hexdigest()
    return Document(
        id=digest[:_ID_LENGTH],
        source=str(path),
        sha256=digest,
        format=source.format,
        text=laid.text,
        facts=header.facts,
        copy=header.copy,
        arrival_stamp=header.arrival_stamp,
        recipients=header.recipients,
        anchors=laid.anchors,
        page_count=source.page_count,
        notices=(*laid.notices, *header.notices),
        encoding=source.encoding,
        attributes=source.attributes,
        edition=EDITION,
    )


class DocumentReader:
    """`read_document` with the endings it takes: what the package declares to `kb` as its reader."""

    suffixes = SUFFIXES
    edition = EDITION

    def __call__(self, path: Path, settings: Settings, progress: Progress | None = None) -> Parsed:
        return read_document(path, settings, progress)


reader = DocumentReader()
