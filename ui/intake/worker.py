"""The one worker of this process that reads uploads, for all sessions."""

from __future__ import annotations

import streamlit as st

from kb.settings import Settings
from kb.staging import Worker
from ui.base import settings


def worker() -> Worker:
    now = settings()
    return _worker(str(now.home.absolute()), now)


@st.cache_resource(show_spinner=False, max_entries=4)
def _worker(home: str, _settings: Settings) -> Worker:
    return Worker(_settings)
