"""The building of an index tells how far it is."""

from __future__ import annotations

from pathlib import Path

from builders import HashEncoder, write_decisions

from ingest.pipeline import reader
from kb.catalogue import WatchedCatalogue
from kb.intake import Intake
from kb.search import Searcher
from kb.settings import Settings


def test_who_watches_is_told_of_every_passage_at_the_end(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    settings.home.mkdir()
    told: list[tuple[int, int]] = []
    catalogue = WatchedCatalogue(settings.catalogue_url, lambda done, total: told.append((done, total)))
    added = list(Intake(settings, catalogue, reader, HashEncoder).add(write_decisions(tmp_path, 3)))
    told.clear()
    searcher = Searcher(settings, catalogue, HashEncoder)
    searcher.follow()
    total = catalogue.count()["passages"]
    assert len(added) == 3
    assert told == [(0, total), (total, total)]
    told.clear()
    assert list(catalogue.passages((added[0].document_id or "",)))
    assert not told
    searcher.close()
