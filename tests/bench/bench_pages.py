"""How long the pages of the app take with many passages, in headless Chromium:

    python tests/bench/bench_pages.py [--passages 100000] [--home DIR] [--encoder .kb] [--server]

`--home` keeps the made-up knowledge base for the next time. Texts are made up, vectors random (embedding 100,000
passages would take hours). A page is timed from the click on a link to it until its content stands in the browser,
cold (the first time in a process) and warm (the median of the next five); the bound for a warm page is 300 ms.
`--server` tells instead what a page costs the server alone, in processor time: other work on the machine does not
bend it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bench_search import PASSAGES_IN_DOCUMENT, texts
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

from browsing import Visit, open_chromium, serving, visit
from builders import decision

from kb import KnowledgeBase
from kb.cli.serving import APP
from kb.encoder import open_encoder
from kb.settings import Settings
from ui.address import PageName, href, read_href

REPEATS = 5
WORDS = 60  # of an article: a passage each

# Clicks a link that is put on the page for this, and waits until `wanted` stands there and the app rests.
_FOLLOW = """
([address, wanted]) => new Promise((done) => {
    const link = document.createElement("a");
    link.className = "kb-link";
    link.setAttribute("href", address);
    document.body.appendChild(link);
    const started = performance.now();
    const isThere = () => location.href.endsWith(address.replace("./", ""))
        && document.querySelector('[data-testid="stMain"]').innerText.includes(wanted)
        && document.querySelector('[data-test-script-state="notRunning"]');
    const look = () => (isThere() ? done(performance.now() - started) : setTimeout(look, 4));
    link.click();
    link.remove();
    setTimeout(look, 0);
})
"""


class RandomEncoder:
    """Vectors of length 1 under the packaged encoder's name, so that the app takes them for its own."""

    def __init__(self, name: str, dimension: int) -> None:
        self.name, self.dimension = name, dimension
        self._chance = np.random.default_rng(7)

    def encode_passages(self, passages: list[str]) -> NDArray[np.float32]:
        made = self._chance.normal(size=(len(passages), self.dimension)).astype(np.float32)
        unit: NDArray[np.float32] = made / np.linalg.norm(made, axis=1, keepdims=True)
        return unit

    def encode_query(self, text: str) -> NDArray[np.float32]:
        return self.encode_passages([text])[0]


def documents(count: int) -> Iterator[tuple[int, str]]:
    """Decisions of as many articles as passages; every tenth article gives a task, each rests on an older one."""
    words = texts(count)
    for number in range(count // PASSAGES_IN_DOCUMENT):
        articles = [" ".join(next(words).split()[:WORDS]) for _ in range(PASSAGES_IN_DOCUMENT)]
        for at in range(0, PASSAGES_IN_DOCUMENT, 10):
            due = f"{at % 28 + 1}/{number % 12 + 1}/{2024 + number % 3}"
            articles[at] = f"Giao Sở Nội vụ chủ trì {articles[at]}, hoàn thành trước ngày {due}"
        above = f"{max(0, number - 1 - number % 7)}/QĐ-UBND"
        yield (
            number,
            decision(
                number=f"{number}/QĐ-UBND",
                day=f"ngày {number % 28 + 1:02d} tháng {number % 12 + 1:02d} năm {2020 + number % 5}",
                title=f"Về việc {' '.join(next(texts(1)).split()[:8])} đợt {number}",
                basis=(f"Căn cứ Quyết định số {above} của Ủy ban nhân dân tỉnh Thanh Bình Nguyên;",),
                articles=[f"{article}." for article in articles],
            ),
        )


def fill(home: Path, encoder_home: Path, passages: int) -> None:
    """Reads the made-up documents into `home` as `kb add` does, but for the vectors."""
    real = open_encoder(Settings(home=encoder_home))
    home.mkdir(parents=True, exist_ok=True)
    if not (home / "encoder").exists():
        (home / "encoder").symlink_to((encoder_home / "encoder").absolute())
    kb = KnowledgeBase(Settings(home=home))
    kb.__dict__["encoder"] = RandomEncoder(real.name, real.dimension)
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, text in documents(passages):
            file = Path(folder) / f"van-ban-{number:05d}.txt"
            file.write_text(text, encoding="utf-8")
            files.append(file)
        started = time.perf_counter()
        outcomes = list(kb.add(files))
    counts = kb.catalogue.count()
    print(f"đã đọc {len(outcomes)} văn bản trong {time.perf_counter() - started:.0f} s: {counts}")
    kb.close()


@dataclass(frozen=True)
class Page:
    name: str
    address: str
    wanted: str


def pages(one: str) -> list[Page]:
    """The pages timed; `one` is the id of a document."""
    return [
        Page("Tìm kiếm, trang đầu", href(PageName.SEARCH), "Mới thêm vào kho"),
        Page("Tìm kiếm, câu đã hỏi", href(PageName.SEARCH, q="hoàn thành trước ngày"), "Các đoạn tìm được"),
        Page("Văn bản, danh sách", href(PageName.DOCUMENTS), "văn bản, hiện 1–25"),
        Page("Văn bản, lọc theo chữ", href(PageName.DOCUMENTS, tim="đợt 12"), "văn bản, hiện 1–"),
        Page("Một văn bản", href(PageName.DOCUMENTS, doc=one, path="Điều 50"), "Điều 50"),
        Page("Dữ kiện", href(PageName.DOCUMENTS, doc=one, muc="du-kien"), "Dữ kiện đọc được"),
        Page("Viện dẫn", href(PageName.DOCUMENTS, doc=one, muc="vien-dan"), "Viện dẫn đi"),
        Page("Nhiệm vụ, bảng", href(PageName.TASKS), "nhiệm vụ, hiện 1–50"),
        Page("Nhiệm vụ của một đơn vị", href(PageName.TASKS, dv="Sở Nội vụ"), "nhiệm vụ, hiện 1–50"),
        Page("Nhiệm vụ, lịch", href(PageName.TASKS, xem="lich", thang="2025-06"), "Tháng 6/2025"),
        Page("Truy vết", href(PageName.TRACE, doc=one), "Căn cứ phía trên"),
        Page("Văn bản còn thiếu", href(PageName.TRACE, muc="thieu"), "Lấy toàn văn ở đâu"),
        Page("Tình trạng, việc nên làm", href(PageName.HEALTH), "việc có ích nhất trước"),
        Page("Tình trạng, từng văn bản", href(PageName.HEALTH, muc="van-ban"), "văn bản cần xem lại trước"),
        Page("Bổ sung văn bản", href(PageName.INTAKE), "tệp nào chờ duyệt"),
    ]


def timed(window: Visit, page: Page) -> float:
    """Milliseconds from the click to the page, which is entered from another one."""
    elsewhere = href(PageName.INTAKE) if page.address != href(PageName.INTAKE) else href(PageName.DOCUMENTS)
    window.page.evaluate(_FOLLOW, [elsewhere, ""])
    window.page.wait_for_timeout(300)
    taken: float = window.page.evaluate(_FOLLOW, [page.address, page.wanted])
    return taken


def server_seconds(address: str) -> float:
    """Processor time that the app has taken: told beside the clock, which other work on the machine bends."""
    port = address.rsplit(":", 1)[-1].encode()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            is_app = b"streamlit" in (command := (folder / "cmdline").read_bytes()) and port in command.split(b"\0")
            fields = (folder / "stat").read_text().rsplit(")", 1)[-1].split() if is_app else []
        except OSError:
            continue
        if fields:
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--passages", type=int, default=100_000)
    options.add_argument("--home", type=Path, help="made there where it is not yet")
    options.add_argument("--encoder", type=Path, default=Path(".kb"), help="a data folder with the packaged encoder")
    options.add_argument("--server", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = given.home or Path(folder)
        if not (home / "catalogue.sqlite").is_file():
            fill(home, given.encoder, given.passages)
        (measure_server if given.server else measure)(home)


def measure_server(home: Path) -> None:
    """Runs each page as Streamlit does, without a browser."""
    os.environ |= {"KB_HOME": str(home), "KB_CORPUS": str(home)}
    from streamlit.testing.v1 import AppTest
    from streamlit.util import calc_hash

    from ui import background

    background.AT_ONCE_S = 600
    for page in pages(_middle(home)):
        goal = read_href(page.address)
        assert goal is not None
        app = AppTest.from_file(str(APP), default_timeout=600)
        app._page_hash = calc_hash(goal[0].value) if goal[0].value else ""
        for name, values in goal[1].items():
            app.query_params[name] = values
        taken = [_busy(app.run) for _ in range(REPEATS + 1)]
        print(
            f"{page.name:<28} lần đầu {taken[0]:8.0f} ms   ấm {statistics.median(taken[1:]):6.0f} ms bộ xử lý",
            flush=True,
        )


def _busy(act: Callable[[], object]) -> float:
    started = time.process_time()
    act()
    return (time.process_time() - started) * 1000


def _middle(home: Path) -> str:
    """The id of a document in the middle of the list."""
    kb = KnowledgeBase(Settings(home=home))
    held = kb.documents()
    kb.close()
    return held[len(held) // 2].id


def measure(home: Path) -> None:
    from playwright.sync_api import sync_playwright

    one = _middle(home)
    with (
        sync_playwright() as playwright,
        open_chromium(playwright) as browser,
        serving(home, home) as address,
        visit(browser, address) as window,
    ):
        started = time.perf_counter()
        window.open(PageName.SEARCH, q="trước ngày")
        window.page.get_by_text("Các đoạn tìm được").wait_for(timeout=600_000)
        print(f"câu hỏi đầu tiên của tiến trình, cả mở chỉ mục: {time.perf_counter() - started:.1f} s")
        slow = 0
        for page in pages(one):
            cold = timed(window, page)
            before = server_seconds(address)
            warm = statistics.median(timed(window, page) for _ in range(REPEATS))
            # Each time two pages are shown: the one timed and the one that it is entered from.
            busy = (server_seconds(address) - before) * 1000 / REPEATS
            slow += warm > 300
            said = f"ấm {warm:6.0f} ms   bộ xử lý của máy chủ, cả lượt đi và về {busy:6.0f} ms"
            print(f"{page.name:<28} lần đầu {cold:8.0f} ms   {said}", flush=True)
        print(f"trang ấm chậm hơn 300 ms: {slow}")


if __name__ == "__main__":
    main()
