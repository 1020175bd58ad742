"""A PostgreSQL server of the tests' own: a fresh cluster in a temporary folder, reached through a local socket."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Debian keeps the server's programs out of the path.
_BINARIES = Path("/usr/lib/postgresql")


def server_program(name: str) -> str | None:
    """The path of a server program such as initdb, None where PostgreSQL is not installed."""
    found = sorted(_BINARIES.glob(f"*/bin/{name}"))
    return str(found[-1]) if found else shutil.which(name)


@contextmanager
def running_server(folder: Path) -> Iterator[str]:
    """Starts a server and gives the URL of its database; stops it at the end. Root starts it as user postgres."""
    data = folder / "data"
    data.mkdir()
    as_user = []
    if os.geteuid() == 0:
        for path in (folder, data):
            shutil.chown(path, "postgres", "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]

    def call(program: str, *arguments: str) -> None:
        path = server_program(program)
        assert path is not None
        subprocess.run([*as_user, path, *arguments], check=True, stdout=subprocess.DEVNULL, timeout=120)

    call("initdb", "-D", str(data), "-U", "kb", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    call("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://kb@/postgres?host={folder}"
    finally:
        call("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
