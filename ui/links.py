"""Links inside the app are followed in the running session, so that nothing is loaded anew and the history stays.

A link keeps its real address: it can be copied, opened in another tab, and works without this script.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.address import PageName, read_href
from ui.routes import page_of

# What is followed, and the words of the library's own boxes in Vietnamese: one script, there on every page.
_SCRIPTS = (Path(__file__).with_name("vietnamese.js"), Path(__file__).with_name("links.js"))


def follow_links() -> None:
    """Goes to the page of a link that was clicked. Called once in each run, before the page."""
    script = "\n".join(file.read_text(encoding="utf-8") for file in _SCRIPTS)
    component = st.components.v2.component("policy-kb-links", js=script)
    result = component(key="kb-links", data={"address": address_now()}, on_followed_change=lambda: None)
    link = getattr(result, "followed", None)
    goal = read_href(link) if link else None
    if goal:
        go(*goal)


def go(page: PageName, parameters: dict[str, list[str]]) -> None:
    """Shows a page in the state of these parameters; ends this run."""
    st.switch_page(page_of(page), query_params=parameters)


def address_now() -> str:
    """The parameters of this state, as one text."""
    return "&".join(f"{name}={value}" for name in st.query_params for value in st.query_params.get_all(name))
