"""The catalogue: all SQL of the product. Documents, their layers, vectors, corrections and the registry."""

from kb.catalogue.rows import vector_key
from kb.catalogue.store import Catalogue, StoredPassage
from kb.catalogue.watched import WatchedCatalogue
from kb.catalogue.writer import Writer

__all__ = ["Catalogue", "StoredPassage", "WatchedCatalogue", "Writer", "vector_key"]
