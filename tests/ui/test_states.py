"""Whatever is changed on a page is in its address: a colleague who opens the address sees the same."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import PATIENCE, Office, Visit, print_pdf, serving, visit
from command import kb
from crowd import LONG_NUMBER, write_crowd
from library import FOREST, NATIONAL, PROVINCIAL
from playwright.sync_api import Browser, expect

from ui.address import PageName

pytestmark = pytest.mark.browser

Act = Callable[[Visit], None]

# What a reader sees: words, values of boxes, what is current or marked, pictures. How long a
# search took and how much room the disk has are no state.
_SEEN = """
() => {
    const main = document.querySelector('[data-testid="stMain"]');
    const all = (selector, of) => [...main.querySelectorAll(selector)].map(of);
    const words = (element) => element.innerText.replace(/[\\d.,]+ (ms|MB)/g, "").replace(/\\s+/g, " ").trim();
    return {
        words: words(main),
        values: all("input:not([type=file]), textarea", (box) => box.value),
        current: all("[aria-current]", words),
        marked: all(".kb-quote, .kb-target", words),
        pictures: all("img", (image) => image.alt),
        drawn: all(".frame", () => 1).length,
    };
}
"""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path, browser: Browser) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("crowded")
    home, corpus, papers = folder / "home", folder / "corpus", folder / "papers"
    for made in (home, corpus, papers):
        made.mkdir()
    (home / "encoder").symlink_to(encoder_folder)
    write_crowd(corpus)
    for name, text in {"quoc-gia.txt": NATIONAL, "tinh.txt": PROVINCIAL}.items():
        (corpus / name).write_text(text, encoding="utf-8")
    print_pdf(browser, FOREST * 3, corpus / "trong-rung.pdf")
    shutil.copy(corpus / "trong-rung.pdf", papers / "cho-duyet.pdf")
    (papers / "cho-duyet.pdf").open("ab").write(b"\n% another copy\n")
    synced = kb(home, "sync", corpus=str(corpus))
    assert synced.returncode == 0, synced.stderr
    with serving(home, corpus) as address:
        yield Office(address, home, corpus, papers)


def link(words: str) -> Act:
    return lambda window: window.follow(words)


def tab(words: str) -> Act:
    def act(window: Visit) -> None:
        window.page.locator("a.kb-tab", has_text=words).first.click()

    return act


def fill(label: str, words: str) -> Act:
    def act(window: Visit) -> None:
        box = window.page.get_by_role("textbox", name=label)
        box.fill(words)
        box.press("Enter")

    return act


def choose(label: str, option: str) -> Act:
    def act(window: Visit) -> None:
        box = window.page.get_by_role("combobox", name=label)
        box.click()
        box.fill(option)
        window.page.get_by_role("option", name=option).last.click()
        # The list of a box that takes several stays open; Escape in one that takes one would let the choice go.
        window.page.locator("h1").first.click()

    return act


def clear(label: str) -> Act:
    def act(window: Visit) -> None:
        box = window.page.locator('[data-testid="stSelectbox"]', has_text=label)
        box.get_by_role("button", name="Bỏ chọn").click()

    return act


def day(label: str, digits: str) -> Act:
    def act(window: Visit) -> None:
        window.page.get_by_role("group", name=label).get_by_role("spinbutton").first.click()
        window.page.keyboard.type(digits)
        window.page.keyboard.press("Enter")

    return act


def turn_to(number: int) -> Act:
    def act(window: Visit) -> None:
        window.page.locator(f'[data-testid="stPagination"] button[aria-label$=" {number}"]').click()

    return act


def opened_dates(act: Act) -> Act:
    """The act inside the folded dates of the search."""

    def both(window: Visit) -> None:
        window.page.get_by_text("Ngày ban hành", exact=True).last.click()
        act(window)

    return both


ASKED = {"q": "trồng rừng ven biển"}
PAPER = {"doc": "77/QĐ-UBND"}
TRACED = {"doc": "15/QĐ-UBND"}
# The page, the state that it is opened in, what is done, and the parameter that the address then holds.
STATES: list[tuple[PageName, dict[str, str], Act, str]] = [
    (PageName.SEARCH, {}, fill("Hỏi hoặc tìm", "trồng rừng ven biển"), "q"),
    (PageName.SEARCH, ASKED, fill("Hỏi hoặc tìm", "cấp nước sạch"), "q"),
    (PageName.SEARCH, ASKED, link("Quyết định"), ""),
    (PageName.SEARCH, ASKED, lambda w: w.page.locator("a.kb-facet", has_text="Cấp tỉnh").click(), "cap"),
    (PageName.SEARCH, ASKED, lambda w: w.page.locator("a.kb-facet", has_text="Hòa Khánh Sơn").first.click(), "noi"),
    (PageName.SEARCH, ASKED, link("Chỉ văn bản còn hiệu lực"), "hieuluc"),
    (PageName.SEARCH, ASKED, link("Xem thêm kết quả"), "so"),
    (PageName.SEARCH, ASKED, opened_dates(day("Từ ngày", "01062024")), "tu"),
    (PageName.SEARCH, ASKED, opened_dates(day("Đến ngày", "01062024")), "den"),
    (PageName.SEARCH, {**ASKED, "cap": "province", "tu": "2024-06-01"}, link("Bỏ mọi bộ lọc"), "q"),
    (PageName.SEARCH, ASKED, lambda w: w.page.locator("a.kb-place").first.click(), "at"),
    (PageName.DOCUMENTS, {}, fill("Lọc theo số", "truong hoc"), "tim"),
    (PageName.DOCUMENTS, {}, choose("Sắp xếp", "Số, ký hiệu"), "sap"),
    (PageName.DOCUMENTS, {}, choose("Loại văn bản", "Quyết định"), "loai"),
    (PageName.DOCUMENTS, {}, choose("Cấp", "Trung ương"), "cap"),
    (PageName.DOCUMENTS, {}, choose("Địa phương", "Hòa Khánh Sơn"), "noi"),
    (PageName.DOCUMENTS, {}, choose("Cơ quan ban hành", "Thủ tướng Chính phủ"), "cq"),
    (PageName.DOCUMENTS, {}, turn_to(2), "trang"),
    (PageName.DOCUMENTS, {"noi": "Hòa Khánh Sơn"}, choose("Sắp xếp", "Mới thêm vào kho"), "noi"),
    (PageName.DOCUMENTS, {}, link("Quyết định 558/QĐ-UBND"), "doc"),
    (PageName.DOCUMENTS, PAPER, tab("Dữ kiện"), "muc"),
    (PageName.DOCUMENTS, PAPER, tab("Viện dẫn"), "muc"),
    (PageName.DOCUMENTS, PAPER, tab("Nhiệm vụ"), "muc"),
    (PageName.DOCUMENTS, PAPER, tab("Nguồn gốc"), "muc"),
    (PageName.DOCUMENTS, PAPER, lambda w: w.page.locator(".kb-outline a").nth(1).click(), "path"),
    (PageName.DOCUMENTS, PAPER, lambda w: w.page.get_by_title("Trang sau").click(), "trang"),
    (PageName.DOCUMENTS, PAPER, lambda w: w.page.get_by_title("Ẩn trang PDF").click(), "goc"),
    (PageName.DOCUMENTS, {**PAPER, "path": "Điều 2"}, lambda w: w.page.get_by_title("Trang sau").click(), "path"),
    (PageName.DOCUMENTS, {"doc": LONG_NUMBER}, link("Phần sau"), "phan"),
    (PageName.DOCUMENTS, {**PAPER, "muc": "vien-dan"}, tab("Chưa rõ"), "loc"),
    (PageName.DOCUMENTS, {**PAPER, "muc": "du-kien"}, tab("Đính chính dữ kiện"), "mo"),
    (PageName.DOCUMENTS, {**PAPER, "muc": "du-kien"}, tab("Bỏ văn bản khỏi kho"), "mo"),
    (PageName.DOCUMENTS, {**PAPER, "muc": "du-kien"}, link("xem chỗ in"), "at"),
    (PageName.TASKS, {}, choose("Đơn vị của tôi", "Sở Xây dựng"), "dv"),
    (PageName.TASKS, {"dv": "Sở Tài chính"}, choose("Vai trò", "Phối hợp"), "vai"),
    (PageName.TASKS, {"dv": "Sở Xây dựng"}, clear("Đơn vị của tôi"), ""),
    (PageName.TASKS, {}, day("Đến hạn trước ngày", "01062024"), "truoc"),
    (PageName.TASKS, {}, tab("Quá hạn"), "qua"),
    (PageName.TASKS, {}, tab("Sắp đến hạn"), "sap"),
    (PageName.TASKS, {"dv": "Sở Xây dựng"}, tab("Lịch"), "xem"),
    (PageName.TASKS, {"xem": "lich", "thang": "2024-05"}, link("Tháng sau"), "thang"),
    (PageName.TASKS, {}, turn_to(2), "trang"),
    (PageName.TASKS, {}, lambda w: w.page.locator("td a", has_text="Truy vết").first.click(), "path"),
    (PageName.TRACE, {}, choose("Văn bản", "15/QĐ-UBND"), "doc"),
    (PageName.TRACE, TRACED, choose("Nhiệm vụ hoặc điều khoản", "Điều 2"), "path"),
    (PageName.TRACE, TRACED, tab("Sơ đồ kéo"), "ve"),
    (PageName.TRACE, TRACED, tab("Độ phủ"), "muc"),
    (PageName.TRACE, TRACED, tab("Sai lệch"), "muc"),
    (PageName.TRACE, TRACED, tab("Ảnh hưởng"), "muc"),
    (PageName.TRACE, TRACED, tab("Văn bản còn thiếu"), "muc"),
    (PageName.TRACE, TRACED, tab("Xác nhận, bác bỏ"), "mo"),
    (PageName.TRACE, TRACED, tab("Thêm một căn cứ"), "mo"),
    (PageName.TRACE, TRACED, lambda w: w.page.get_by_text("Xét bước này").last.click(), "buoc"),
    (PageName.TRACE, {"doc": "88/QĐ-TTg", "muc": "do-phu"}, choose("Địa phương", "Thanh Bình Nguyên"), "noi"),
    (PageName.TRACE, {"muc": "thieu"}, turn_to(2), "trang"),
    (PageName.HEALTH, {}, turn_to(2), "trang"),
    (PageName.HEALTH, {}, tab("Từng văn bản"), "muc"),
    (PageName.HEALTH, {}, tab("Các bộ phận"), "muc"),
    (PageName.HEALTH, {}, tab("Văn bản đã bỏ"), "muc"),
    (PageName.HEALTH, {"muc": "van-ban"}, choose("Chỉ hiện", "Có viện dẫn chưa rõ"), "loc"),
    (PageName.HEALTH, {"muc": "van-ban"}, fill("Lọc theo số", "88/QĐ"), "tim"),
    (PageName.HEALTH, {"muc": "van-ban"}, turn_to(2), "trang"),
    (PageName.HEALTH, {"muc": "van-ban"}, lambda w: w.page.locator("td a .kb-badge").first.click(), "vb"),
]


def seen(window: Visit) -> dict[str, Any]:
    """What the page shows once it has come to rest: two looks, half a second apart, see the same."""
    window.settle()
    for waiting in ("stSpinner", "stProgress"):
        expect(window.page.locator(f'[data-testid="{waiting}"]')).to_have_count(0, timeout=PATIENCE * 1000)
    # A box that is written in shows how many characters are left.
    window.page.evaluate("() => document.activeElement && document.activeElement.blur()")
    found: dict[str, Any] = {}
    for _ in range(2 * PATIENCE):
        before, found = found, window.page.evaluate(_SEEN)
        if found == before:
            break
        window.page.wait_for_timeout(500)
        window.settle()
    return found


@pytest.mark.parametrize(
    ("page", "state", "act", "name"), STATES, ids=[f"{n}-{s[0].name.lower()}-{s[3]}" for n, s in enumerate(STATES)]
)
def test_a_state_is_its_address(
    browser: Browser, crowded: Office, page: PageName, state: dict[str, str], act: Act, name: str
) -> None:
    with visit(browser, crowded.address) as mine, visit(browser, crowded.address) as colleague:
        mine.open(page, **state)
        before = mine.page.url
        act(mine)
        mine.page.wait_for_function("before => location.href !== before", arg=before, timeout=PATIENCE * 1000)
        here = seen(mine)
        address = mine.page.url
        assert not name or re.search(rf"[?&]{name}=", address)
        colleague.page.goto(address)
        assert seen(colleague) == here
        mine.page.go_back()
        mine.page.wait_for_function("before => location.href === before", arg=before, timeout=PATIENCE * 1000)
        mine.settle()
        assert mine.page.url == before


def test_the_state_of_a_waiting_file_is_its_address(browser: Browser, crowded: Office) -> None:
    with visit(browser, crowded.address) as mine, visit(browser, crowded.address) as colleague:
        mine.open(PageName.INTAKE)
        mine.page.locator('input[type="file"]').set_input_files([crowded.papers / "cho-duyet.pdf"])
        expect(mine.page.get_by_text("Xem và duyệt")).to_be_visible(timeout=2 * PATIENCE * 1000)
        mine.follow("Xem và duyệt")
        for act in (tab("Nội dung"), lambda w: w.page.get_by_title("Trang sau").click(), tab("Viện dẫn")):
            act(mine)
            here = seen(mine)
            colleague.page.goto(mine.page.url)
            assert seen(colleague) == here
        assert re.search(r"tep=\w+&muc=vien-dan&trang=2", mine.page.url)
