"""What the frame of a document says: facts, stamps and which stretch of the text is what."""

from ingest.header.reading import read_header

__all__ = ["read_header"]
