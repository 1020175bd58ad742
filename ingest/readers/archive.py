"""Zip containers (Word, Excel): what is inside, and refusal of bombs before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from kb.errors import UnreadableFile

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Bytes: the XML of the longest decree known (600,000 characters) is under 20 MB unpacked.
_MOST_UNPACKED = 300_000_000
_MOST_PART = 80_000_000
_MOST_ENTRIES = 5_000


def is_old_office(data: bytes) -> bool:
    """Whether these are the bytes of a document of Office of 1997 to 2003, or of an encrypted one of any age."""
    return data.startswith(_OLE_MAGIC)


def is_old_word(data: bytes) -> bool:
    """Whether these are the bytes of a Word document of 1997 to 2003."""
    return data.startswith(_OLE_MAGIC) and "WordDocument".encode("utf-16-le") in data


def is_encrypted_office(data: bytes) -> bool:
    """Whether these are the bytes of a document of Word or Excel that asks for a password to be opened."""
    return data.startswith(_OLE_MAGIC) and "EncryptedPackage".encode("utf-16-le") in data


def check_archive(data: bytes, path: Path, *, needs: str, kind: str, most_part: int = _MOST_PART) -> None:
    """Raises UnreadableFile unless `data` is a sound zip that holds the part `needs` and unpacks to a bearable size."""
    where = str(path)
    if data.startswith(_OLE_MAGIC):
        problem = "được đặt mật khẩu" if is_encrypted_office(data) else "thực ra là định dạng cũ"
        remedy = "bỏ mật khẩu rồi thử lại" if is_encrypted_office(data) else "đổi phần mở rộng thành .doc hoặc .xls"
        raise UnreadableFile(f"tệp {kind} {problem}", where=where, remedy=remedy)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, where, most_part)
            if needs not in {entry.filename for entry in entries}:
                raise UnreadableFile(
                    f"tệp .zip này không phải tệp {kind}", where=where, remedy="giải nén và đưa từng tệp vào"
                )
            if any(entry.flag_bits & 0x1 for entry in entries):
                raise UnreadableFile(f"tệp {kind} được đặt mật khẩu", where=where, remedy="bỏ mật khẩu rồi thử lại")
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile(f"không phải tệp {kind}, hoặc tệp hỏng", where=where, remedy="lấy lại tệp gốc") from error


def _check_sizes(entries: list[zipfile.ZipInfo], where: str, most_part: int) -> None:
    total = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries if _is_parsed(entry)), default=0)
    if total > _MOST_UNPACKED or largest > most_part or len(entries) > _MOST_ENTRIES:
        raise UnreadableFile(
            f"giải nén ra quá lớn ({total // 1_000_000} MB, {len(entries)} phần): có thể là bom nén",
            where=where,
            remedy="không đưa tệp này vào; lấy tệp gốc từ nơi ban hành",
        )


def _is_parsed(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.endswith((".xml", ".rels"))
