"""Old formats of word processors and spreadsheets, turned by LibreOffice into those of today."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ingest.readers.tools import find_tool, run_tool
from kb.errors import UnreadableFile

_PROGRAMS = ("soffice", "libreoffice")
_PACKAGE = "libreoffice-writer và libreoffice-calc"
# Seconds: the longest measured file took 6.
_SECONDS = 55.0


def converted(data: bytes, path: Path, suffix: str, target: str) -> bytes:
    """The file in the format `target` ("docx", "xlsx"); `suffix` (".doc") says what it is now.

    Each run has a profile of its own: LibreOffice refuses a second one in the same.
    Raises MissingTool where LibreOffice is not installed, UnreadableFile where it cannot read the file.
    """
    program = find_tool(_PROGRAMS, path=path, purpose=f"đọc tệp {suffix}", package=_PACKAGE)
    with tempfile.TemporaryDirectory(prefix="kb-office-") as folder:
        source = Path(folder, f"source{suffix}")
        source.write_bytes(data)
        run_tool(
            [
                program,
                f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                target,
                "--outdir",
                folder,
                str(source),
            ],
            path=path,
            seconds=_SECONDS,
            environment={"HOME": folder},
        )
        result = source.with_suffix(f".{target}")
        if not result.exists():
            raise UnreadableFile(
                f"LibreOffice không mở được tệp {suffix}", where=str(path), remedy="mở bằng Word rồi lưu thành .docx"
            )
        return result.read_bytes()
