"""Files are written whole or not at all: to a temporary file beside the target, which then takes its name."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from kb.errors import StorageFault


def write_whole(target: Path, write: Callable[[Path], None]) -> Path:
    """Calls `write` with a temporary file and renames it to `target`. Raises StorageFault when the folder does not
    exist or cannot be written; the target is then as it was."""
    target = Path(target)
    if target.is_dir():
        raise StorageFault("đây là một thư mục", where=str(target), remedy="cho một tên tệp")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=target.suffix, dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise _fault(target, error) from error
    temporary = Path(name)
    try:
        write(temporary)
        temporary.chmod(0o644)
        temporary.replace(target)
    except OSError as error:
        raise _fault(target, error) from error
    finally:
        temporary.unlink(missing_ok=True)
    return target


def write_bytes(target: Path, content: bytes) -> Path:
    return write_whole(target, lambda temporary: _put(temporary, content))


def _put(temporary: Path, content: bytes) -> None:
    temporary.write_bytes(content)


def _fault(target: Path, error: OSError) -> StorageFault:
    return StorageFault(
        f"không ghi được tệp: {error.strerror or error}",
        where=str(target),
        remedy="kiểm tra thư mục, quyền ghi và chỗ trống trên đĩa",
    )
