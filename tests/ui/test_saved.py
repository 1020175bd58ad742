"""Kept searches: newest first, each once, and a broken file is said to be broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import StorageFault
from ui.search.saved import SavedSearch, drop_search, keep_search, saved_searches

ONE, TWO = SavedSearch("báo cáo", "./?q=b"), SavedSearch("an toàn", "./?q=a")


def test_searches_are_kept_newest_first_and_once(tmp_path: Path) -> None:
    home = tmp_path / "new"
    for search in (ONE, TWO, ONE):
        keep_search(home, search)
    assert saved_searches(home) == (ONE, TWO)
    drop_search(home, ONE.address)
    assert saved_searches(home) == (TWO,)


@pytest.mark.parametrize("content", ["không phải json", "{}}", '[{"name": "x"}]', "3"])
def test_a_broken_file_is_a_fault(tmp_path: Path, content: str) -> None:
    (tmp_path / "saved-searches.json").write_text(content, encoding="utf-8")
    with pytest.raises(StorageFault):
        saved_searches(tmp_path)
