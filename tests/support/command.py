"""Runs the command `kb` as a user does: a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PROGRAM = str(Path(sys.executable).parent / "kb")


def environment(home: Path, **settings: str) -> dict[str, str]:
    """The environment of a command that keeps its data in `home`."""
    return {**os.environ, "KB_HOME": str(home), **{f"KB_{name.upper()}": value for name, value in settings.items()}}


def kb(home: Path, *arguments: object, stdin: str | None = None, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs `kb` with these arguments and gives what it printed; never raises for an exit status."""
    return subprocess.run(
        [PROGRAM, *map(str, arguments)],
        env=environment(home, **settings),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def kb_json(home: Path, *arguments: object, **settings: str) -> Any:  # noqa: ANN401 - any JSON value
    """The JSON object that a command prints; the command must succeed."""
    result = kb(home, *arguments, "--json", **settings)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
