"""Who may change the knowledge base: everybody, or those who know the password where one is set.

KB_MAINTAINER_PASSWORD keeps staff from accepting, correcting or removing by accident. It is no protection of what is
read, and the office's network must keep strangers out.
"""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable, Mapping
from hashlib import sha256

import streamlit as st

from ui.base import parameter, settings, show
from ui.markup import tag
from ui.parts import Tab, notice, tabs

_UNLOCKED = "kb-maintainer"
# Seconds that a wrong password costs, so that nobody tries thousands.
_COST_S = 1.5


def is_maintainer() -> bool:
    """Whether this session may change the knowledge base."""
    password = settings().maintainer_password
    held = st.session_state.get(_UNLOCKED, "")
    # What is kept is a digest: a password that was changed meanwhile locks the session again.
    return not password or hmac.compare_digest(held, _digest(password))


def maintainers_only() -> bool:
    """Whether this session may go on; where not, the box for the password is shown."""
    if not is_maintainer():
        _ask()
    return is_maintainer()


def chosen_work(choices: Mapping[str, str], address: Callable[[str | None], str]) -> str | None:
    """What a maintainer may do here, as tabs with addresses of their own; the one that is open to this session.

    `choices` are names with their words; `address` gives the address where one is open (None: none is).
    """
    wanted = parameter("mo")
    items = [Tab(words, address(name if name != wanted else None), name == wanted) for name, words in choices.items()]
    show(tag("h2", "Dành cho người phụ trách"))
    show(tabs(items, "Việc của người phụ trách"))
    return wanted if wanted in choices and maintainers_only() else None


def _ask() -> None:
    show(notice("Phần này dành cho người phụ trách kho. Nhập mật khẩu để tiếp tục.", "plain"))
    with st.form("kb-unlock", width=420):
        typed = st.text_input("Mật khẩu người phụ trách", type="password", autocomplete="current-password")
        is_sent = st.form_submit_button("Mở khóa", icon=":material/lock_open:")
    if not is_sent:
        return
    if not hmac.compare_digest(_digest(typed), _digest(settings().maintainer_password)):
        time.sleep(_COST_S)
        st.error("Mật khẩu không đúng. Quên mật khẩu thì hỏi người cài đặt ứng dụng.", icon=":material/error:")
        return
    st.session_state[_UNLOCKED] = _digest(typed)
    st.rerun()


def lock_button() -> None:
    """The button that ends the maintainer's work in this session, where a password is set."""
    if settings().maintainer_password and is_maintainer() and st.button("Khóa lại", icon=":material/lock:"):
        del st.session_state[_UNLOCKED]
        st.rerun()


def _digest(password: str) -> str:
    return sha256(password.encode()).hexdigest()
