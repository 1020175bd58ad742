"""Readers: a file in, its text out, one format each."""

from ingest.readers.choose import read

__all__ = ["read"]
