"""Readers: a file in, its text out, one format each."""

from ingest.readers.choose import SUFFIXES, read

__all__ = ["SUFFIXES", "read"]
