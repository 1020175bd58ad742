"""All of Qdrant: the index of passages, embedded by default, on a server by URL. A cache of the catalogue."""

from __future__ import annotations

import re
from pathlib import Path

from kb.encoder import Encoder
from kb.index.index import SearchIndex
from kb.index.values import Engine, Found, PassageSource, Scored, Vector, Weights
from kb.settings import Settings

__all__ = ["Engine", "Found", "PassageSource", "Scored", "SearchIndex", "Vector", "Weights", "open_index"]


def open_index(settings: Settings, source: PassageSource, encoder: Encoder) -> SearchIndex:
    """Opens the index of the settings and brings it to the catalogue's version. Raises StorageFault, WrongSetting."""
    name = re.sub(r"[^\w.-]+", "-", encoder.name)
    folder = settings.home / "index" / (f"server-{name}" if settings.qdrant_url else name)
    return SearchIndex(folder, source, encoder, lambda shard, dimension: _open(settings, name, shard, dimension))


def _open(settings: Settings, name: str, shard: Path, dimension: int) -> Engine:
    if settings.qdrant_url:
        from kb.index.server import ServerEngine, connect

        client = connect(settings.qdrant_url, settings.qdrant_api_key)
        return ServerEngine(client, f"kb-{name}", dimension)
    from kb.index.embedded import EmbeddedEngine

    return EmbeddedEngine(shard, dimension)
