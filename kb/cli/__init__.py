"""The command `kb`: errors are one line on stderr that says what, where and the remedy; exit 1 (2 for wrong use)."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from kb.cli.arguments import parse_arguments
from kb.errors import KbError, WrongSetting


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit status."""
    options = parse_arguments(arguments)
    try:
        # Imported after the arguments are known to be right, so that `--help` and wrong use answer at once.
        from kb.cli.commands import run

        return run(options)
    except WrongSetting as error:
        print(f"kb: {error}", file=sys.stderr)
        return 2
    except KbError as error:
        print(f"kb: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output (head, less) went away: nothing more to say, and no traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("kb: đã dừng theo yêu cầu; những văn bản đã báo xong đều được lưu", file=sys.stderr)
        return 130
