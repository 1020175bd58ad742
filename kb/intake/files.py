"""Files as they are given: which of a folder are documents, what their content is, where a copy is kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from kb.errors import NotFound, StorageFault, UnreadableFile
from kb.model import Document, DocumentSummary, Parsed
from kb.settings import Settings

_BLOCK = 1 << 20


class Reader(Protocol):
    """What reads one file; `suffixes` are the endings it knows (".pdf"), `edition` tells its versions apart."""

    @property
    def suffixes(self) -> frozenset[str]: ...

    @property
    def edition(self) -> str: ...

    def __call__(
        self, path: Path, settings: Settings, progress: Callable[[int, int, str], None] | None = None
    ) -> Parsed: ...


def documents_below(path: Path, suffixes: frozenset[str]) -> list[Path]:
    """The file itself, or the documents of a folder in order of their names.

    Raises NotFound where there is nothing, with what could have been.
    """
    if not path.exists():
        raise NotFound("không có tệp hoặc thư mục này", where=str(path), remedy="kiểm tra lại đường dẫn")
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*") if _is_document(file, path, suffixes))
    if not files:
        known = ", ".join(sorted(suffixes))
        raise NotFound("thư mục không có văn bản nào", where=str(path), remedy=f"các loại tệp đọc được: {known}")
    return files


def _is_document(file: Path, root: Path, suffixes: frozenset[str]) -> bool:
    is_hidden = any(part.startswith((".", "~$")) for part in file.relative_to(root).parts)
    return file.suffix.lower() in suffixes and not is_hidden and file.is_file()


def digest_of(file: Path) -> str:
    """The SHA-256 of a file's content. Raises UnreadableFile."""
    try:
        with file.open("rb") as stream:
            hasher = sha256()
            while block := stream.read(_BLOCK):
                hasher.update(block)
            return hasher.hexdigest()
    except OSError as error:
        raise UnreadableFile(
            f"không mở được tệp: {error.strerror}", where=str(file), remedy="kiểm tra đường dẫn và quyền đọc tệp"
        ) from error


def original_path(home: Path, document: Document | DocumentSummary) -> Path:
    """Where the copy of a document's file is kept, as it was received."""
    return home / "originals" / f"{document.sha256}{Path(document.source).suffix.lower()}"


def keep_original(home: Path, file: Path, document: Document) -> None:
    """Copies the file among the originals, whole or not at all. Raises StorageFault."""
    kept = original_path(home, document)
    part = kept.with_suffix(f".{os.getpid()}.part")
    try:
        # The name is that of the content: a copy of another size was cut off, by a power failure for instance.
        if kept.exists() and kept.stat().st_size == file.stat().st_size:
            return
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, part)
        _to_disk(part)
        part.replace(kept)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StorageFault(
            f"không giữ được bản gốc: {error.strerror}", where=str(kept), remedy="giải phóng chỗ trống rồi chạy lại"
        ) from error


def _to_disk(file: Path) -> None:
    """Waits until the content lies on the disk: the catalogue must not name what a power failure takes away."""
    with file.open("rb") as stream:
        os.fsync(stream.fileno())


def forget_parts(home: Path) -> None:
    """Clears half copies that a killed process left behind; call while writing alone."""
    for part in (home / "originals").glob("*.part"):
        part.unlink(missing_ok=True)


def removed_original(home: Path, sha256_hex: str, names: Sequence[str] = ()) -> Path:
    """The kept file of a document that was taken out. Raises NotFound."""
    found = sorted((home / "originals").glob(f"{sha256_hex}.*"))
    if not found:
        raise NotFound(
            "không còn tệp gốc của văn bản đã bỏ",
            where=", ".join(names) or sha256_hex,
            remedy="thêm lại tệp bằng `kb add`",
        )
    return found[0]
