"""The app: `kb serve`, or `streamlit run app.py`."""

from __future__ import annotations

import streamlit as st

from ui.base import begin_run, errors_in_words, use_style
from ui.links import follow_links
from ui.logo import ICON, LOGO
from ui.routes import all_pages
from ui.search.ready import prepare

st.set_page_config(page_title="Kho văn bản", page_icon=ICON, layout="wide")
use_style()
begin_run()
st.logo(LOGO, size="large")
page = st.navigation(all_pages(), position="top")
with errors_in_words():
    # The first search of a large knowledge base takes long to make ready: it begins with the first page of the day.
    if st.runtime.exists():
        prepare()
    follow_links()
    page.run()
