"""Files of the register, made when they are asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st

from kb.tasks import RegisteredTask

_Write = Callable[[Sequence[RegisteredTask], Path], Path]


def render_exports(entries: Sequence[RegisteredTask], today: date) -> None:
    """Buttons that download the tasks shown, as Excel, CSV and calendar."""
    from kb.exports import write_calendar, write_csv, write_workbook

    def write_ics(tasks: Sequence[RegisteredTask], target: Path) -> Path:
        return write_calendar(tasks, target, today)

    writers: dict[str, tuple[str, _Write]] = {
        "xlsx": ("Excel (.xlsx)", write_workbook),
        "csv": ("CSV", write_csv),
        "ics": ("Lịch (.ics)", write_ics),
    }
    with st.container(horizontal=True, gap="small"):
        for suffix, (title, write) in writers.items():
            st.download_button(
                title,
                partial(_content, write, entries, suffix),
                file_name=f"nhiem-vu.{suffix}",
                icon=":material/download:",
                on_click="ignore",
                key=f"kb-export-{suffix}",
            )


def _content(write: _Write, entries: Sequence[RegisteredTask], suffix: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return write(entries, Path(folder) / f"nhiem-vu.{suffix}").read_bytes()
