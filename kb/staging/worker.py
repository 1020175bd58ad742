"""Reads the waiting files one after the other, each in a process of its own.

A process of its own keeps the app answering while a scan is recognised, and a file that brings a library down harms
nobody else.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from dataclasses import asdict, replace
from threading import Event, Lock, Thread, Timer

from filelock import FileLock, Timeout

from kb.errors import KbError, UnreadableFile
from kb.settings import PREFIX, Settings
from kb.staging.items import Staged, StagedStatus, StagingArea

_LOG = logging.getLogger(__name__)

# A scan of 400 pages at 2 s a page takes a quarter of an hour; after this many seconds a file is given up.
_LONGEST = 3_600.0


class Worker:
    """One thread for all sessions of the app; of several apps on one data folder, one reads at a time."""

    def __init__(self, settings: Settings) -> None:
        self.area = StagingArea(settings.home)
        self._settings = settings
        self._starting = Lock()
        self._thread: Thread | None = None
        self._wanted = Event()

    def wake(self) -> None:
        """Sees to it that waiting files are read; returns at once."""
        self._wanted.set()
        with self._starting:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._run, name="kb-staging", daemon=True)
                self._thread.start()

    def wait(self, seconds: float) -> None:
        """Waits until everything is read (for commands and tests)."""
        thread = self._thread
        if thread:
            thread.join(seconds)

    def _run(self) -> None:
        try:
            with FileLock(self.area.folder / "reading.lock", timeout=0):
                while self._wanted.is_set():
                    self._wanted.clear()
                    for item in self.area.items():
                        self._read_if_waiting(item.id)
        except Timeout:
            _LOG.info("another process reads the uploads")
        except (KbError, OSError):
            _LOG.exception("the reading of uploads stopped")

    def _read_if_waiting(self, item_id: str) -> None:
        item = next((found for found in self.area.items() if found.id == item_id), None)
        # Nobody else reads while this process holds the lock: an item "being read" was left by one that was killed.
        if item is None or item.status not in (StagedStatus.WAITING, StagedStatus.READING):
            return
        try:
            self._read(item)
        except KbError as error:
            self.area.refuse(item, error)

    def _read(self, item: Staged) -> None:
        self.area.save(replace(item, status=StagedStatus.READING))
        command = [sys.executable, "-m", "kb.staging.child", str(self.area.file(item)), str(self.area.result(item.id))]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=_environment(self._settings)
        ) as process:
            timer = Timer(_LONGEST, process.kill)
            timer.start()
            try:
                self._follow(item, process)
            finally:
                timer.cancel()
                process.kill()

    def _follow(self, item: Staged, process: subprocess.Popen[str]) -> None:
        """Passes the progress on until the process ends. Raises UnreadableFile with what it said."""
        said: dict[str, str | int | None] = {}
        for line in process.stdout or ():
            said = json.loads(line)
            if "total" in said:
                self.area.save(replace(item, status=StagedStatus.READING, **said))  # type: ignore[arg-type]
            if not (self.area.folder / item.id).is_dir():
                return
        if process.wait() == 0:
            self.area.save(replace(item, status=StagedStatus.READY))
            return
        message = said.get("message")
        raise UnreadableFile(
            str(message) if message else "chương trình đọc đã dừng giữa chừng vì tệp này",
            remedy=str(said["remedy"]) if said.get("remedy") else "kiểm tra lại tệp, hoặc xin bản khác",
        )


def _environment(settings: Settings) -> dict[str, str]:
    """The settings for the reading process, whatever the environment of this one says."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    given = {PREFIX + name.upper(): str(value) for name, value in asdict(settings).items() if value != ""}
    return {**others, **given}
