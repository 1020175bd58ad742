"""The suite runs with the network blocked, also for the processes that it starts."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest
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
