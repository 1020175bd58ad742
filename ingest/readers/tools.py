"""Programs outside Python (Tesseract, LibreOffice): found, run with a time limit, and missed by name."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from kb.errors import MissingTool, UnreadableFile


def find_tool(names: Sequence[str], *, path: Path, purpose: str, package: str) -> str:
    """The first of these programs that is installed. Raises MissingTool that names the package to install."""
    for name in names:
        if found := shutil.which(name):
            return found
    raise MissingTool(
        f"{purpose} cần chương trình {names[0]}, máy này chưa có", where=str(path), remedy=f"cài gói {package}"
    )


def run_tool(
    command: Sequence[str],
    *,
    path: Path,
    seconds: float,
    given: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """What the program prints. Raises UnreadableFile where it fails or takes longer than `seconds`; it and all that
    it started are ended then."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, **(environment or {})},
    )
    name = Path(command[0]).name
    try:
        printed, complaint = process.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(
            f"{name} chạy quá {seconds:g} giây", where=str(path), remedy="kiểm tra tệp gốc có hỏng không"
        ) from error
    finally:
        _end(process)
    if process.returncode != 0:
        reason = complaint.decode("utf-8", "replace").strip().splitlines()[-1:] or [f"mã {process.returncode}"]
        raise UnreadableFile(f"{name} không đọc được: {reason[0][:200]}", where=str(path), remedy="lấy lại tệp gốc")
    return printed


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
