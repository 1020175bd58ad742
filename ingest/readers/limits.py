"""What is refused before a reader sees it."""

from __future__ import annotations

from pathlib import Path

from kb.errors import UnreadableFile
from kb.settings import Settings

BYTES_PER_MB = 1_000_000


def load(path: Path, settings: Settings) -> bytes:
    """The bytes of a file. Raises UnreadableFile where it is missing, empty or larger than `max_file_mb`."""
    try:
        size = path.stat().st_size
        if size > settings.max_file_mb * BYTES_PER_MB:
            raise UnreadableFile(
                f"tệp lớn {size / BYTES_PER_MB:.1f} MB, quá giới hạn {settings.max_file_mb:g} MB",
                where=str(path),
                remedy="chia nhỏ tệp hoặc tăng KB_MAX_FILE_MB",
            )
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableFile(
            f"không mở được tệp ({reason})", where=str(path), remedy="kiểm tra đường dẫn và quyền đọc"
        ) from error
    if not data:
        raise UnreadableFile("tệp rỗng (0 byte)", where=str(path), remedy="lấy lại tệp gốc")
    return data
