"""A small knowledge base of invented documents, read by the real reader, and the app run against it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from browsing import Office, Visit, open_chromium, print_pdf, scan, serving, visit
from builders import decision
from command import kb
from library import FOREST, HOSTILE, NATIONAL, PROVINCIAL, WATER, Library, Open, picture_pdf
from playwright.sync_api import Browser, sync_playwright
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from kb import KnowledgeBase
from kb.settings import Settings
from ui import background
from ui.address import PageName

ROOT = Path(__file__).resolve().parents[2]
# Seconds that one run of a page may take before the test gives up; the first run opens the encoder.
_PATIENCE = 60


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Library:
    """The library as first filled; tests that write take a copy (`library`)."""
    folder = tmp_path_factory.mktemp("library")
    home, corpus = folder / "home", folder / "corpus"
    home.mkdir()
    corpus.mkdir()
    (home / "encoder").symlink_to(encoder_folder)
    texts = {"quoc-gia.txt": NATIONAL, "tinh.txt": PROVINCIAL, "xau.txt": HOSTILE}
    for name, text in texts.items():
        (corpus / name).write_text(text, encoding="utf-8")
    kb = KnowledgeBase(Settings(home=home, corpus=corpus))
    ids = {Path(outcome.source).name: outcome.document_id or "" for outcome in kb.sync()}
    paged = _with_pages(kb, folder)
    kb.close()
    return Library(home, corpus, ids["quoc-gia.txt"], ids["tinh.txt"], ids["xau.txt"], paged)


def _with_pages(kb: KnowledgeBase, folder: Path) -> str:
    """A document whose original is a PDF of two pages, its text spread over both."""
    text = folder / "van-ban-giay.txt"
    text.write_text(decision(number="77/QĐ-UBND", title="Về việc trồng rừng ven biển"), encoding="utf-8")
    pdf = folder / "van-ban-giay.pdf"
    picture_pdf(pdf, pages=2)
    parsed = kb.parse(text)
    anchors = tuple(replace(anchor, page=1 if anchor.offset < 300 else 2) for anchor in parsed.document.anchors)
    document = replace(parsed.document, format="pdf", page_count=2, anchors=anchors)
    return kb.intake.accept(pdf, "van-ban-giay.pdf", replace(parsed, document=document)).document_id or ""


@pytest.fixture
def library(filled: Library, tmp_path: Path) -> Library:
    """A copy of the library that the test may change."""
    home = tmp_path / "home"
    shutil.copytree(filled.home, home, symlinks=True)
    return replace(filled, home=home)


@pytest.fixture
def open_page(filled: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens a page of the app as its address does: `open_page(PageName.DOCUMENTS, doc=…, path=…)`.

    `home` and `corpus` choose another data folder than the shared one, which pages must not change.
    """

    def run(page: PageName, *, home: Path | None = None, corpus: Path | None = None, **parameters: object) -> AppTest:
        monkeypatch.setenv("KB_HOME", str(home or filled.home))
        monkeypatch.setenv("KB_CORPUS", str(corpus or filled.corpus))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=_PATIENCE)
        for name, value in parameters.items():
            app.query_params[name] = value if isinstance(value, list) else str(value)
        if page.value:
            app._page_hash = calc_hash(page.value)
        return app.run()

    # Nobody looks at the progress here: each page is run once and must be whole.
    monkeypatch.setattr(background, "AT_ONCE_S", _PATIENCE)
    st.cache_data.clear()
    st.cache_resource.clear()
    yield run
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = open_chromium(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path, browser: Browser) -> Iterator[Office]:
    """The directive, documents of an invented province, one of them a PDF with a text layer."""
    folder = tmp_path_factory.mktemp("office")
    home, corpus, papers = folder / "home", folder / "corpus", folder / "papers"
    home.mkdir()
    papers.mkdir()
    (home / "encoder").symlink_to(encoder_folder)
    shutil.copytree(ROOT / "corpus", corpus)
    for name, text in {"quoc-gia.txt": NATIONAL, "tinh.txt": PROVINCIAL}.items():
        (corpus / name).write_text(text, encoding="utf-8")
    print_pdf(browser, FOREST, corpus / "trong-rung.pdf")
    scan(browser, WATER, papers / "ban-chup.pdf")
    synced = kb(home, "sync", corpus=str(corpus))
    assert synced.returncode == 0, synced.stderr
    with serving(home, corpus) as address:
        yield Office(address, home, corpus, papers)


@pytest.fixture
def window(browser: Browser, office: Office) -> Iterator[Visit]:
    with visit(browser, office.address) as opened:
        yield opened
