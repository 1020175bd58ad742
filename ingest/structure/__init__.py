"""The tree of a document: numbered units, bullets, paragraphs and rows, in reading order."""

from ingest.structure.reading import read_structure

__all__ = ["read_structure"]
