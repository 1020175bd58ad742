"""The pages, their addresses and titles. A page is imported when it is first shown."""

from __future__ import annotations

from importlib import import_module

import streamlit as st
from streamlit.navigation.page import Page

from ui.address import PageName

TITLES = {
    PageName.SEARCH: "Tìm kiếm",
    PageName.DOCUMENTS: "Văn bản",
    PageName.TASKS: "Nhiệm vụ",
    PageName.TRACE: "Truy vết",
    PageName.INTAKE: "Bổ sung văn bản",
    PageName.HEALTH: "Tình trạng kho",
}

_ICONS = {
    PageName.SEARCH: ":material/search:",
    PageName.DOCUMENTS: ":material/description:",
    PageName.TASKS: ":material/task_alt:",
    PageName.TRACE: ":material/account_tree:",
    PageName.INTAKE: ":material/upload_file:",
    PageName.HEALTH: ":material/monitor_heart:",
}

_MODULES = {
    PageName.SEARCH: "ui.search.page",
    PageName.DOCUMENTS: "ui.documents.page",
    PageName.TASKS: "ui.tasks.page",
    PageName.TRACE: "ui.trace.page",
    PageName.INTAKE: "ui.intake.page",
    PageName.HEALTH: "ui.health.page",
}


def page_of(name: PageName) -> Page:
    """The page of that name; equal names give equal pages."""

    def show() -> None:
        import_module(_MODULES[name]).render()

    is_home = name is PageName.SEARCH
    return st.Page(
        show,
        title=TITLES[name],
        icon=_ICONS[name],
        url_path=None if is_home else name.value,
        default=is_home,
    )


def all_pages() -> list[Page]:
    return [page_of(name) for name in PageName]
