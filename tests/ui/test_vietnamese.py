"""No word of English anywhere outside of the documents: what is seen, what is read aloud, what opens on a press."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browsing import PATIENCE, PHONE, SCREEN, Office, Visit
from playwright.sync_api import Browser

from ui.address import PageName

pytestmark = pytest.mark.browser

# Every word and every name that is read aloud, outside of the app's own HTML, where documents speak.
_SAID = """
() => {
    const said = new Set();
    const names = ["aria-label", "placeholder", "title", "alt", "aria-valuetext", "aria-roledescription"];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
        if (element.closest(".stHtml, script, style, noscript, [data-testid='stIconMaterial']")) continue;
        if (node.nodeType === Node.TEXT_NODE) said.add(node.nodeValue.trim());
        else for (const name of names) said.add(element.getAttribute(name) || "");
    }
    return [...said].filter(Boolean);
}
"""
# Words of the library's boxes that no Vietnamese syllable is written like.
_ENGLISH = re.compile(
    r"(?i)\b(choose|options?|select(ed)?|results?|clear|pages?|press|enter to|apply|submit|upload|browse|drag|drop|"
    r"files?|remove|previous|next|month|year|day|empty|running|stop|deploy|fullscreen|sidebar|expand|collapse|available|"
    r"dismiss|heading|smaller|error|loading|connect\w*|password|show|hide|close|open|today|"
    r"(sun|mon|tues|wednes|thurs|fri|satur)day|january|february|march|april|june|july|august|september|october|"
    r"november|december)\b"
)


def english(window: Visit) -> list[str]:
    window.page.wait_for_function("() => window.kbSpeaks", timeout=PATIENCE * 1000)
    window.page.wait_for_timeout(300)
    said: list[str] = window.page.evaluate(_SAID)
    # File names are the user's own words.
    return [words for words in said if _ENGLISH.search(re.sub(r"\S+\.(pdf|txt)\b", "", words))]


@contextmanager
def looking(browser: Browser, office: Office, locale: str, size: tuple[int, int] = SCREEN) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale=locale)
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    try:
        yield Visit(page, office.address)
    finally:
        context.close()


PAGES: list[tuple[PageName, dict[str, str]]] = [
    (PageName.SEARCH, {"q": "trồng rừng ven biển"}),
    (PageName.DOCUMENTS, {"doc": "77/QĐ-UBND"}),
    (PageName.DOCUMENTS, {"doc": "77/QĐ-UBND", "muc": "du-kien", "mo": "dinh-chinh"}),
    (PageName.TRACE, {"doc": "19-CT/TU", "mo": "xet"}),
    (PageName.TRACE, {"doc": "19-CT/TU", "mo": "them", "ve": "dong"}),
    (PageName.HEALTH, {}),
    (PageName.HEALTH, {"muc": "van-ban"}),
]


@pytest.mark.parametrize("locale", ["vi-VN", "en-US"])
def test_pages_at_rest(browser: Browser, office: Office, locale: str) -> None:
    with looking(browser, office, locale) as window:
        for page, state in PAGES:
            window.open(page, **state)
            assert not english(window), (page, state)


@pytest.mark.parametrize("locale", ["vi-VN", "en-US"])
def test_boxes_that_open(browser: Browser, office: Office, locale: str) -> None:
    with looking(browser, office, locale) as window:
        page = window.open(PageName.DOCUMENTS)
        page.get_by_role("combobox", name="Loại văn bản").click()
        assert not english(window)
        page.keyboard.type("zzzz")
        assert not english(window)
        page = window.open(PageName.TASKS, dv="Sở Nội vụ")
        page.get_by_role("combobox", name="Đơn vị của tôi").click()
        page.keyboard.type("Sở Lạ")
        assert not english(window)
        page = window.open(PageName.TASKS)
        page.locator('[data-testid="stDateInputField"]').first.click()
        page.keyboard.press("Alt+ArrowDown")
        page.get_by_role("grid").wait_for()
        assert not english(window)


def test_a_file_that_is_too_large(browser: Browser, office: Office, tmp_path: Path) -> None:
    large = tmp_path / "lon.pdf"
    large.write_bytes(b"0" * 51 * 1024 * 1024)
    with looking(browser, office, "vi-VN") as window:
        page = window.open(PageName.INTAKE)
        assert not english(window)
        page.locator('input[type="file"]').set_input_files([large])
        page.get_by_text("Tệp lớn quá").first.wait_for(state="attached")
        assert not english(window)


def test_the_pages_behind_the_button_of_a_phone(browser: Browser, office: Office) -> None:
    with looking(browser, office, "vi-VN", PHONE) as window:
        page = window.open(PageName.DOCUMENTS)
        page.get_by_role("button", name="Mở danh sách trang").click()
        page.get_by_role("link", name="Truy vết").first.wait_for()
        assert not english(window)
