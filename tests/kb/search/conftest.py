"""One searcher over the small corpus for all tests of search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_corpus import Standing, shelf_of_all

from kb.encoder import Encoder, open_encoder
from kb.search import Searcher
from kb.settings import Settings


@pytest.fixture(scope="session")
def encoder(encoder_folder: Path) -> Encoder:
    return open_encoder(Settings(home=encoder_folder.parent))


@pytest.fixture(scope="session")
def searcher(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    settings = Settings(home=tmp_path_factory.mktemp("search"))
    opened = Searcher(settings, shelf_of_all(encoder), lambda: encoder, Standing())
    yield opened
    opened.close()
