"""The waiting files, each in a folder of its own below the data folder, so that they outlive the app.

staging/<id>/file.pdf      as uploaded
staging/<id>/state.json    its name and what has become of it
staging/<id>/parsed.json   what was read, once it was
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from kb.catalogue.codec import decode
from kb.errors import KbError, NotFound, StorageFault, UnreadableFile
from kb.model import Parsed

# Hexadecimal digits of an item's id: 64 bits of the file's digest.
_ID_LENGTH = 16
_LONGEST_NAME = 120


class StagedStatus(StrEnum):
    WAITING = "waiting"
    READING = "reading"
    READY = "ready"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Staged:
    """A waiting file. `message` and `remedy` say why it was refused; progress is `done` of `total` in `unit`."""

    id: str
    name: str
    sha256: str
    size: int
    added_at: datetime
    status: StagedStatus = StagedStatus.WAITING
    message: str | None = None
    remedy: str | None = None
    done: int = 0
    total: int = 0
    unit: str = ""

    @property
    def source(self) -> str:
        """The name under which the document is held once accepted; two files of one name stay apart."""
        return f"tai-len/{self.id[:8]}/{self.name}"


class StagingArea:
    """Puts, lists and drops waiting files. Safe for several threads and processes: each state is written whole."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "staging"

    def put(self, name: str, content: bytes) -> Staged:
        """Keeps an uploaded file to be read; the same content again is the same item. Raises StorageFault."""
        digest = sha256(content).hexdigest()
        shown = name.replace("\\", "/").rsplit("/", 1)[-1][-_LONGEST_NAME:] or "khong-ten"
        item = Staged(digest[:_ID_LENGTH], shown, digest, len(content), datetime.now(UTC))
        folder = self.folder / item.id
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _write_whole(folder / f"file{Path(shown).suffix.lower()}", content)
        except OSError as error:
            raise _storage_fault(folder, error) from error
        self.save(item)
        return item

    def items(self) -> tuple[Staged, ...]:
        """The waiting files, in order of their arrival."""
        found = [item for folder in sorted(self.folder.glob("*")) if (item := _load(folder))]
        return tuple(sorted(found, key=lambda item: (item.added_at, item.id)))

    def get(self, item_id: str) -> Staged:
        """Raises NotFound when it was accepted or thrown away meanwhile."""
        is_id = len(item_id) == _ID_LENGTH and item_id.isalnum()
        item = _load(self.folder / item_id) if is_id else None
        if item is None:
            raise NotFound("tệp này không còn chờ duyệt", remedy="có thể đã được nhận vào kho hoặc đã bị bỏ")
        return item

    def file(self, item: Staged) -> Path:
        """The uploaded file."""
        return self.folder / item.id / f"file{Path(item.name).suffix.lower()}"

    def result(self, item_id: str) -> Path:
        """Where what was read is written."""
        return self.folder / item_id / "parsed.json"

    def parsed(self, item_id: str) -> Parsed:
        """What was read of the file. Raises NotFound while it is not read."""
        try:
            return decode(self.result(item_id).read_text(encoding="utf-8"), Parsed)
        except FileNotFoundError as error:
            raise NotFound("tệp này chưa đọc xong") from error

    def save(self, item: Staged) -> None:
        """Writes the state; nothing where the item was dropped meanwhile. Raises StorageFault."""
        folder = self.folder / item.id
        if not folder.is_dir():
            return
        values = {**asdict(item), "added_at": item.added_at.isoformat()}
        try:
            _write_whole(folder / "state.json", json.dumps(values, ensure_ascii=False).encode())
        except FileNotFoundError:
            return
        except OSError as error:
            raise _storage_fault(folder, error) from error

    def refuse(self, item: Staged, error: KbError) -> None:
        self.save(replace(item, status=StagedStatus.REFUSED, message=error.message, remedy=error.remedy))

    def read_again(self, item: Staged) -> None:
        """Puts a refused file among the waiting ones, when its remedy has been taken."""
        self.save(replace(item, status=StagedStatus.WAITING, message=None, remedy=None, done=0, total=0))

    def drop(self, item_id: str) -> None:
        """Throws a file away with what was read of it."""
        shutil.rmtree(self.folder / self.get(item_id).id, ignore_errors=True)


def _load(folder: Path) -> Staged | None:
    try:
        values = json.loads((folder / "state.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            "trạng thái của tệp chờ duyệt bị hỏng", where=str(folder), remedy="xóa thư mục này rồi tải tệp lên lại"
        ) from error
    values["added_at"] = datetime.fromisoformat(values["added_at"])
    values["status"] = StagedStatus(values["status"])
    return Staged(**values)


def _write_whole(path: Path, content: bytes) -> None:
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)


def _storage_fault(folder: Path, error: OSError) -> StorageFault:
    return StorageFault(
        f"không giữ được tệp tải lên: {error.strerror or error}",
        where=str(folder),
        remedy="kiểm tra quyền ghi và chỗ trống của KB_HOME",
    )
