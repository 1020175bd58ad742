"""The process that reads one uploaded file: `python -m kb.staging.child FILE RESULT`.

Prints one JSON object a line: progress {done, total, unit}, at last {message, remedy} when the file is refused
(exit status 1). What was read is written to RESULT, whole or not at all.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kb.catalogue.codec import encode
from kb.errors import KbError
from kb.knowledge_base import installed_reader
from kb.model import Parsed
from kb.settings import Settings


def main(file: Path, result: Path) -> int:
    try:
        parsed = installed_reader()(file, Settings.from_environment(), _say_progress)
    except KbError as error:
        _say(message=error.message, remedy=error.remedy)
        return 1
    part = result.with_suffix(".part")
    part.write_text(encode(parsed, Parsed), encoding="utf-8")
    part.replace(result)
    return 0


def _say_progress(done: int, total: int, unit: str) -> None:
    _say(done=done, total=total, unit=unit)


def _say(**values: str | int | None) -> None:
    print(json.dumps(values, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
