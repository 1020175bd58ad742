"""From the blocks of a file to the one text: paragraphs one a line, tables as rows, anchors back to the file."""

from ingest.layout.laying import lay_out

__all__ = ["lay_out"]
