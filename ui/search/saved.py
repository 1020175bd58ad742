"""Searches that staff keep: one small file in the data folder, shared by all who use this app."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from kb.errors import StorageFault

# More than this is no longer looked through.
_MOST = 50


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A name and the link that opens the search."""

    name: str
    address: str


def saved_searches(home: Path) -> tuple[SavedSearch, ...]:
    """The kept searches, newest first. Raises StorageFault for a file that cannot be read."""
    file = _file(home)
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        return tuple(SavedSearch(str(row["name"]), str(row["address"])) for row in rows)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StorageFault(
            "không đọc được các tìm kiếm đã lưu", where=str(file), remedy="xóa tệp này; các tìm kiếm phải lưu lại"
        ) from error


def keep_search(home: Path, search: SavedSearch) -> None:
    """Adds a search; one of the same address is replaced."""
    others = [held for held in saved_searches(home) if held.address != search.address]
    _write(home, [search, *others][:_MOST])


def drop_search(home: Path, address: str) -> None:
    _write(home, [held for held in saved_searches(home) if held.address != address])


def _file(home: Path) -> Path:
    return home / "saved-searches.json"


def _write(home: Path, searches: list[SavedSearch]) -> None:
    file = _file(home)
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        home.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps([asdict(item) for item in searches], ensure_ascii=False), encoding="utf-8")
        part.replace(file)
    except OSError as error:
        raise StorageFault(
            f"không lưu được tìm kiếm: {error.strerror}", where=str(file), remedy="kiểm tra quyền ghi của KB_HOME"
        ) from error
