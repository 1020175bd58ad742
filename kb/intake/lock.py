"""One process writes at a time; reading and searching go on meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kb.errors import Busy, StorageFault


@contextmanager
def writing_alone(home: Path, wait_s: float = 0.0) -> Iterator[None]:
    """Holds the writer's lock of the data folder; the system frees it when the process dies.

    Raises Busy when another process still holds it after `wait_s` seconds, StorageFault when the folder cannot be
    written.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = FileLock(home / "writing.lock", timeout=wait_s)
        lock.acquire()
    except Timeout as error:
        raise Busy("một lệnh khác đang ghi vào kho", where=str(home), remedy="đợi lệnh đó xong rồi chạy lại") from error
    except OSError as error:
        raise StorageFault(
            f"không ghi được vào thư mục dữ liệu: {error.strerror or error}",
            where=str(home),
            remedy="kiểm tra quyền ghi và chỗ trống của KB_HOME",
        ) from error
    try:
        yield
    finally:
        lock.release()
