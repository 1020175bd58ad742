"""Work too long for one page: it goes on in a thread, the page shows how far it is and can be left."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any, Generic, TypeVar, cast

import streamlit as st

from kb.errors import KbError

# Told how much of how much is done, in a unit ("văn bản").
Progress = Callable[[int, int, str], None]
Result = TypeVar("Result")

_LOG = logging.getLogger("ui")
# Seconds that a page waits before it shows the progress instead: what is done within them never flickers.
AT_ONCE_S = 0.8
# Seconds between two looks at the progress.
_LOOK_S = 1.0


@dataclass
class _Step:
    done: int = 0
    total: int = 0
    unit: str = ""


class Background(Generic[Result]):
    """A computation in a thread of its own, begun at once. What it computes with must not be Streamlit's."""

    def __init__(self, compute: Callable[[Progress], Result]) -> None:
        self.step = _Step()
        self.began = time.monotonic()
        self._compute = compute
        self._ended = Event()
        self._result: Result | None = None
        self._error: Exception | None = None
        Thread(target=self._run, name="kb-background", daemon=True).start()

    def _run(self) -> None:
        try:
            self._result = self._compute(self._report)
        # The edge of a thread: whatever it is, the page that asks is told.
        except Exception as error:  # noqa: BLE001
            self._error = error
            if not isinstance(error, KbError):
                _LOG.exception("work in the background failed")
        finally:
            settle_memory()
            self._ended.set()

    def _report(self, done: int, total: int, unit: str) -> None:
        self.step = _Step(done, total, unit)

    @property
    def has_ended(self) -> bool:
        return self._ended.is_set()

    def wait(self, seconds: float) -> bool:
        """Whether it has ended within this time."""
        return self._ended.wait(seconds)

    def result(self) -> Result:
        """Waits for the end. Raises what the computation raised."""
        self._ended.wait()
        if self._error is not None:
            raise self._error
        return cast(Result, self._result)


def settle_memory() -> None:
    """Lets the garbage collector pass over what is held now.

    Streamlit collects after every run of a page; with 100,000 passages held, each took a quarter of a second. What was
    held the last time and is garbage since is collected here, since nothing else looks at it.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def in_background(name: str, key: Hashable, said: str, compute: Callable[[Progress], Result]) -> Result | None:
    """The result, kept for this name and key; None while it is computed, and the page then shows the progress.

    `said` is what goes on ("Đang xem lại từng văn bản"). Raises what the computation raised; the next run tries again.
    """
    job: Background[Result] = _job(name, key, compute)
    if not job.wait(AT_ONCE_S):
        _show_progress(job, said)
        return None
    try:
        return job.result()
    except Exception:
        _job.clear(name, key)
        raise


def begin_in_background(name: str, key: Hashable, compute: Callable[[Progress], Any]) -> None:
    """Begins the work that a page will soon ask for by `in_background`; does not wait."""
    _job(name, key, compute)


@st.cache_resource(show_spinner=False, max_entries=12)
def _job(name: str, key: Hashable, _compute: Callable[[Progress], Any]) -> Background[Any]:
    return Background(_compute)


def _show_progress(job: Background[Any], said: str) -> None:
    @st.fragment(run_every=_LOOK_S)
    def look() -> None:
        if job.has_ended:
            st.rerun()
        step, passed = job.step, time.monotonic() - job.began
        share = min(1.0, step.done / step.total) if step.total else 0.0
        count = f": {step.done}/{step.total} {step.unit}" if step.total else ""
        st.progress(share, text=f"{said}{count} ({passed:.0f} giây)")
        st.caption("Việc này vẫn chạy tiếp khi sang trang khác.")

    look()
