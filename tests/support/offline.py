"""Cuts the test run off from the network: a network namespace of its own, with the loopback device alone (Linux).

Processes that tests start (the command, the app, a browser) inherit it. Where the system does not allow one,
pytest-socket still refuses connections of the test process itself.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import socket
import struct
import sys

# From the kernel's headers: sched.h, sockios.h, if.h.
_CLONE_NEWNET = 0x40000000
_SIOCSIFFLAGS = 0x8914
_IFF_UP = 0x1


def leave_the_network() -> bool:
    """Moves this process into a namespace without a network; False where that is not allowed."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNET) != 0:
        return False
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _IFF_UP))
    return True
