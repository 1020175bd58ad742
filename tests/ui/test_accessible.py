"""Every page passes the checks of axe-core (contrast, labels, order) and fits the width of a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import PHONE, Office, Visit, visit
from playwright.sync_api import Browser

from ui.address import PageName

pytestmark = pytest.mark.browser


PAGES: list[tuple[PageName, dict[str, str]]] = [
    (PageName.SEARCH, {}),
    (PageName.SEARCH, {"q": "ai chịu trách nhiệm chính về chuyển đổi số"}),
    (PageName.DOCUMENTS, {}),
    (PageName.DOCUMENTS, {"doc": "19-CT/TU", "path": "2/2.9"}),
    (PageName.DOCUMENTS, {"doc": "77/QĐ-UBND"}),
    (PageName.DOCUMENTS, {"doc": "19-CT/TU", "muc": "du-kien"}),
    (PageName.DOCUMENTS, {"doc": "19-CT/TU", "muc": "du-kien", "mo": "dinh-chinh"}),
    (PageName.DOCUMENTS, {"doc": "19-CT/TU", "muc": "vien-dan"}),
    (PageName.TASKS, {}),
    (PageName.TASKS, {"xem": "lich", "thang": "2024-06"}),
    (PageName.TRACE, {"doc": "19-CT/TU", "path": "1/1.1"}),
    (PageName.TRACE, {"doc": "19-CT/TU", "ve": "dong"}),
    (PageName.TRACE, {"doc": "19-CT/TU", "mo": "xet"}),
    (PageName.TRACE, {"doc": "19-CT/TU", "mo": "them"}),
    (PageName.TRACE, {"muc": "thieu"}),
    (PageName.INTAKE, {}),
    (PageName.HEALTH, {}),
    (PageName.HEALTH, {"muc": "van-ban"}),
    (PageName.HEALTH, {"muc": "van-ban", "vb": "19-CT/TU"}),
    (PageName.HEALTH, {"muc": "bo-phan"}),
]


@pytest.mark.parametrize(("name", "parameters"), PAGES, ids=lambda value: str(value))
def test_a_page_is_accessible(window: Visit, name: PageName, parameters: dict[str, str]) -> None:
    page = window.open(name, **parameters)
    script = Path(pytest.importorskip("axe_playwright_python").__file__).with_name("axe.min.js")
    page.evaluate(script.read_text(encoding="utf-8"))
    found = page.evaluate(
        "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})).violations"
    )
    said = [f"{item['id']}: {item['help']} {[node['html'][:200] for node in item['nodes'][:3]]}" for item in found]
    assert not said, "\n".join(said)


@pytest.mark.parametrize(("name", "parameters"), PAGES, ids=lambda value: str(value))
def test_a_page_fits_a_phone(browser: Browser, office: Office, name: PageName, parameters: dict[str, str]) -> None:
    with visit(browser, office.address, PHONE) as window:
        page = window.open(name, **parameters)
        wide = page.evaluate(
            "() => { const main = document.querySelector('[data-testid=\"stMain\"]');"
            " return main.scrollWidth - main.clientWidth; }"
        )
        assert wide <= 0
