"""Where an index lives: the shared folder for the process that gets it, a temporary one for any other.

The stamp says which version of the catalogue the folder holds. It is taken away before anything is written and put
back after everything is on the disk, so that a killed process leaves a folder without a stamp, which is built anew.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

LAYOUT = 5  # raise it when points, weights or vocabulary change their form
_STAMP, _LOCK = "stamp.json", "lock"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a folder holds; `bare`: documents of which passages lack their vector."""

    layout: int
    encoder: str
    version: int
    bare: list[str] = field(default_factory=list)


class Home:
    """A folder for one index. `is_shared` is False for a temporary one, which goes when it is closed."""

    def __init__(self, folder: Path, lock: FileLock | None) -> None:
        self.folder = folder
        self.is_shared = lock is not None
        self._lock = lock

    @property
    def shard(self) -> Path:
        return self.folder / "shard"

    @property
    def vocabulary(self) -> Path:
        return self.folder / "vocabulary.npz"

    @property
    def abbreviations(self) -> Path:
        return self.folder / "abbreviations.json"

    def stamp(self) -> Stamp | None:
        """None where the folder holds nothing whole."""
        try:
            return Stamp(**json.loads((self.folder / _STAMP).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def unstamp(self) -> None:
        (self.folder / _STAMP).unlink(missing_ok=True)

    def put_stamp(self, stamp: Stamp) -> None:
        """Raises OSError."""
        part = self.folder / f"{_STAMP}.part"
        with part.open("w", encoding="utf-8") as file:
            file.write(json.dumps(asdict(stamp)))
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.folder / _STAMP)

    def empty(self) -> None:
        self.unstamp()
        shutil.rmtree(self.shard, ignore_errors=True)
        for file in (self.vocabulary, self.abbreviations):
            file.unlink(missing_ok=True)

    def close(self) -> None:
        if self._lock is not None:
            self._lock.release()
        else:
            shutil.rmtree(self.folder, ignore_errors=True)


def open_home(folder: Path) -> Home:
    """The folder itself where no other process holds it, else (or where it cannot be written) a temporary copy."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK, timeout=0, thread_local=False)
        lock.acquire()
    except (Timeout, OSError):
        return _temporary(folder)
    return Home(folder, lock)


def _temporary(shared: Path) -> Home:
    home = Home(Path(tempfile.mkdtemp(prefix="kb-index-")), None)
    source = Home(shared, None)
    before = source.stamp()
    if before is not None and _copy(source, home) and source.stamp() == before:
        home.put_stamp(before)
    else:
        home.empty()
    return home


def _copy(source: Home, target: Home) -> bool:
    """Whether the whole could be copied; the owner may be writing meanwhile, which its stamp shows."""
    try:
        shutil.copytree(source.shard, target.shard)
        for name in ("vocabulary", "abbreviations"):
            shutil.copyfile(getattr(source, name), getattr(target, name))
    except (OSError, shutil.Error):
        return False
    return True
