"""`kb serve`: starts the app and, on a desktop, opens it in the browser once it answers."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import tomllib
import webbrowser
from math import ceil
from pathlib import Path

from kb.errors import KbError
from kb.settings import Settings

APP = Path(__file__).resolve().parents[2] / "app.py"

# Seconds that the app may take to answer before no page is opened for it.
_PATIENCE_S = 30.0


def serve(address: str, port: int, settings: Settings) -> int:
    """Runs the app until it is stopped and gives its exit status. Raises KbError when the installation has no app."""
    if not APP.is_file():
        raise KbError(
            "bản cài đặt không có ứng dụng", where=str(APP), remedy="cài từ thư mục mã nguồn: pip install -e ."
        )
    if _port_is_taken(port):
        raise KbError(f"cổng {port} đang có chương trình khác dùng", remedy=f"kb serve --port {port + 1}")
    if _is_on_a_desktop():
        threading.Thread(target=_open_when_ready, args=(port,), daemon=True).start()
    print(f"Ứng dụng: http://localhost:{port} (dừng bằng Ctrl+C)", flush=True)
    try:
        return subprocess.call(serving_command(address, port, settings))
    except KeyboardInterrupt:
        return 0


def serving_command(address: str, port: int, settings: Settings) -> list[str]:
    """Streamlit with the app, its looks and its silence: options, which win over any file or variable in the way.

    Lists have no form as an option: Streamlit takes them from the file, which lies beside the app.
    """
    file = tomllib.loads((APP.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    options = {f"{section}.{name}": value for section, values in file.items() for name, value in values.items()}
    options = {name: value for name, value in options.items() if not isinstance(value, list)}
    # Streamlit's own start-up asks for an e-mail address on a desktop; headless it does not.
    options |= {
        "server.port": port,
        "server.address": address,
        "server.headless": True,
        "server.maxUploadSize": ceil(settings.max_file_mb),
    }
    said = {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in options.items()}
    parts = [part for name, value in said.items() for part in (f"--{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", str(APP), *parts]


def _port_is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _is_on_a_desktop() -> bool:
    has_screen = sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return has_screen and sys.stdout.isatty()


def _open_when_ready(port: int) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        if _port_is_taken(port):
            webbrowser.open(f"http://localhost:{port}")
            return
        time.sleep(0.3)
