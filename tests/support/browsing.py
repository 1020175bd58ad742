"""The app in a process of its own and headless Chromium in front of it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from command import PROGRAM, environment
from PIL import Image
from playwright.sync_api import Browser, Page, Playwright, expect

from ui.address import PageName

_SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Seconds within which the app must answer, and a page be whole, on a busy machine.
PATIENCE = 90
# A small office screen, and a phone.
SCREEN = (1366, 768)
PHONE = (390, 844)


def open_chromium(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_SWITCHES))


@dataclass
class Visit:
    """One browser window before the app; `outside` are addresses that are not the app's own."""

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)

    def open(self, page: PageName, **parameters: str) -> Page:
        """Types an address and waits until the page is whole."""
        query = f"?{urlencode(parameters)}" if parameters else ""
        self.page.goto(f"{self.address}/{page.value}{query}")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Waits until the app has nothing more to show."""
        self.page.wait_for_selector('[data-test-script-state="notRunning"]', timeout=PATIENCE * 1000)
        self.page.wait_for_timeout(250)
        self.page.wait_for_function(
            "() => document.querySelector('[data-test-script-state=\"notRunning\"]')"
            " && !document.querySelector('[data-testid=\"stSkeleton\"]')",
            timeout=PATIENCE * 1000,
        )

    def follow(self, words: str) -> None:
        """Follows the first link of the app's own with these words."""
        self.page.locator("a.kb-link", has_text=words).first.click()
        self.settle()

    def says(self, words: str) -> None:
        expect(self.page.get_by_text(words).first).to_be_visible(timeout=PATIENCE * 1000)


@contextmanager
def visit(browser: Browser, address: str, size: tuple[int, int] = SCREEN) -> Iterator[Visit]:
    """A window of its own; it fails when anything outside of this computer was asked for."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, accept_downloads=True, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    window = Visit(page, address)
    inside = (f"{address}/", f"{address.replace('http', 'ws', 1)}/", "data:", "blob:", "about:")
    page.on(
        "request", lambda request: window.outside.append(request.url) if not request.url.startswith(inside) else None
    )
    try:
        yield window
        assert not window.outside, window.outside
    finally:
        context.close()


@contextmanager
def serving(home: Path, corpus: Path, folder: Path | None = None, **more: str) -> Iterator[str]:
    """The app on a free port of this computer, started from `folder` with more settings; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = environment(home, corpus=str(corpus), **more)
    command = [PROGRAM, "serve", "--port", str(port), "--address", "127.0.0.1"]
    silent = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=settings, cwd=folder, stdout=silent, stderr=silent, start_new_session=True
    ) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address, process)
            yield address
        finally:
            os.killpg(process.pid, 15)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError("the app ended before it answered")
        try:
            with urlopen(f"{address}/_stcore/health", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the app did not answer at {address}")


def paper(text: str) -> str:
    """An HTML page that prints a text as an office would, for PDFs and scans made by the browser."""
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n") if line.strip())
    return (
        "<html lang='vi'><body style='font:16pt/1.5 \"DejaVu Serif\",serif;margin:40px;width:760px'>"
        f"{lines}</body></html>"
    )


def print_pdf(browser: Browser, text: str, target: Path) -> None:
    page = browser.new_page()
    page.set_content(paper(text))
    page.pdf(path=target, format="A4")
    page.close()


def scan(browser: Browser, text: str, target: Path) -> None:
    """A PDF that holds a picture of the text alone, as a scanner makes one."""
    page = browser.new_page(viewport={"width": 860, "height": 1200}, device_scale_factor=2)
    page.set_content(paper(text))
    sheet = Image.open(BytesIO(page.screenshot(full_page=True))).convert("L")
    sheet.save(target, "PDF", resolution=150)
    page.close()


@dataclass(frozen=True)
class Office:
    """A running app with its data."""

    address: str
    home: Path
    corpus: Path
    papers: Path
