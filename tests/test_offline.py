"""The suite runs with the network blocked, also for the processes that it starts."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from builders import decision
from command import environment
from pytest_socket import SocketConnectBlockedError

# An address set aside for documentation (RFC 5737): nobody answers there, and nothing must try.
ELSEWHERE = ("192.0.2.1", 80)


def test_this_process_reaches_no_other_machine() -> None:
    with socket.socket() as client, pytest.raises(SocketConnectBlockedError):
        client.connect(ELSEWHERE)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="cần Linux và quyền root để tách mạng")
def test_a_process_started_by_a_test_has_no_network() -> None:
    code = f"import socket; socket.create_connection({ELSEWHERE!r}, timeout=5)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "Network is unreachable" in result.stderr


def test_a_search_reports_to_nobody(tmp_path: Path, encoder_folder: Path) -> None:
    """Haystack's telemetry would start a client that sends; in a process of its own nothing of it may live."""
    (tmp_path / "encoder").symlink_to(encoder_folder)
    (tmp_path / "van-ban.txt").write_text(decision(), encoding="utf-8")
    code = (
        "import sys, threading; from kb.cli import main\n"
        "main(['add', sys.argv[1]]); main(['search', 'số hóa hồ sơ'])\n"
        "import haystack.telemetry._telemetry as telemetry\n"
        "assert telemetry.telemetry is None\n"
        "assert not [thread for thread in threading.enumerate() if 'posthog' in type(thread).__module__]\n"
        "print('silent')"
    )
    bare = {name: value for name, value in environment(tmp_path).items() if name != "HAYSTACK_TELEMETRY_ENABLED"}
    command = [sys.executable, "-c", code, str(tmp_path / "van-ban.txt")]
    result = subprocess.run(command, env=bare, capture_output=True, text=True, check=False)
    assert result.stdout.endswith("silent\n"), result.stderr
