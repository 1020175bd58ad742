"""What every page stands on: the knowledge base, its version, errors in words, the state in the address."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import streamlit as st

from kb import KnowledgeBase
from kb.errors import KbError
from kb.settings import Settings
from ui.address import read_number
from ui.markup import Html, markdown_safe, quoted_commands

_LOG = logging.getLogger("ui")
_VERSION = "kb-version"
_STYLE = Path(__file__).with_name("style.css")


def settings() -> Settings:
    """The settings of this process (KB_…)."""
    return Settings.from_environment()


class Told:
    """Passes on what the knowledge base tells of long work to whoever listens at that moment."""

    def __init__(self) -> None:
        self.listener: Callable[[int, int, str], None] | None = None

    def __call__(self, source: str, done: int, total: int, unit: str) -> None:
        if self.listener:
            self.listener(done, total, unit)


def knowledge_base() -> KnowledgeBase:
    """One for all sessions with the same settings; it follows the catalogue by itself."""
    return told_of()[0]


def told_of() -> tuple[KnowledgeBase, Told]:
    """The knowledge base, and what it tells of long work."""
    now = settings()
    return _opened(tuple(sorted((name, str(value)) for name, value in asdict(now).items())), now)


@st.cache_resource(show_spinner="Đang mở kho văn bản …", max_entries=4)
def _opened(key: tuple[tuple[str, str], ...], _settings: Settings) -> tuple[KnowledgeBase, Told]:
    told = Told()
    return KnowledgeBase(_settings, progress=told), told


def begin_run() -> None:
    """Called once at the start of each run: the catalogue is asked anew for its version, then not again."""
    st.session_state[_VERSION] = None


def version() -> tuple[str, int]:
    """What cached values hang on: which catalogue, in which version. The same all through a run."""
    known: tuple[str, int] | None = st.session_state.get(_VERSION)
    if known is None:
        kb = knowledge_base()
        known = kb.settings.catalogue_url, kb.version()
        st.session_state[_VERSION] = known
    return known


@contextmanager
def errors_in_words() -> Iterator[None]:
    """Shows what the knowledge base refuses, with the remedy, in place of the page."""
    try:
        yield
    except KbError as error:
        show_error(error)
    # The edge of the app: an unforeseen fault is logged whole and told in words; the other pages go on working.
    except Exception:  # noqa: BLE001
        _LOG.exception("a page failed")
        st.error(
            "**Trang này gặp lỗi ngoài dự kiến.** Các trang khác vẫn dùng được.\n\n"
            "**Cách khắc phục:** tải lại trang; nếu lỗi lặp lại, gửi nhật ký của máy chủ cho người phụ trách.",
            icon=":material/error:",
        )


def show_error(error: KbError) -> None:
    where = f"\n\n{markdown_safe(error.where)}" if error.where else ""
    remedy = f"\n\n**Cách khắc phục:** {markdown_safe(quoted_commands(error.remedy))}" if error.remedy else ""
    st.error(f"**{markdown_safe(quoted_commands(error.message))}**{where}{remedy}", icon=":material/error:")


def show(content: Html) -> None:
    """Puts HTML on the page; only escaped text can be of this type (see ui/markup.py)."""
    st.html(str(content))


def use_style() -> None:
    st.html(_STYLE)


def parameter(name: str) -> str | None:
    """A parameter of the address, None where it is absent or empty."""
    return st.query_params.get(name) or None


def parameters(name: str) -> tuple[str, ...]:
    return tuple(value for value in st.query_params.get_all(name) if value)


def set_parameters(**values: str | Sequence[str] | None) -> None:
    """Changes the address; None, "" and empty lists take a parameter out."""
    for name, value in values.items():
        if value:
            st.query_params[name] = value if isinstance(value, str) else list(value)
        elif name in st.query_params:
            del st.query_params[name]


def bound(name: str, value: Any, *forgotten: str) -> tuple[str, Callable[[], None]]:  # noqa: ANN401 - any widget value
    """Ties a widget to a parameter: the address is the truth, a change of the widget goes there first.

    Returns the widget's key, already holding `value`, and its `on_change`. `forgotten` are parameters that lose
    their meaning with the change (the number of a page of results).
    """
    key = f"kb-{name}"
    st.session_state[key] = value

    def changed() -> None:
        set_parameters(**{name: _as_parameter(st.session_state[key])}, **dict.fromkeys(forgotten))

    return key, changed


@contextmanager
def page_of_many(count: int, size: int) -> Iterator[tuple[int, int]]:
    """The span of items on the page that the address names; after them the numbers of the other pages."""
    pages = max(1, (count - 1) // size + 1)
    page = min(max(1, read_number(parameter("trang")) or 1), pages)
    yield (page - 1) * size, min(page * size, count)
    if pages > 1:
        key, changed = bound("trang", page)
        st.pagination(pages, key=key, on_change=changed)


def _as_parameter(value: Any) -> str | list[str] | None:  # noqa: ANN401 - any widget value
    if value is None or value is False or value == "":
        return None
    if value is True:
        return "1"
    if isinstance(value, (list, tuple)):
        return [str(item) for item in value]
    return str(value)
