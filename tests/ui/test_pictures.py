"""The pictures of README.md and docs/, taken of the running app so that they cannot go stale.

`PICTURES_INTO=docs/images pytest tests/ui/test_pictures.py` takes them anew; an ordinary run writes them elsewhere.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from browsing import PATIENCE, PHONE, Office, Visit, visit
from playwright.sync_api import Browser, Page, expect

from ui.address import PageName

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]

# The name of a picture, the page with its state, and words that it must show.
PICTURES: list[tuple[str, PageName, dict[str, str], str]] = [
    ("bat-dau", PageName.SEARCH, {}, "Mới thêm vào kho"),
    ("tim-kiem", PageName.SEARCH, {"q": "ai chịu trách nhiệm chính về chuyển đổi số"}, "Trích dẫn"),
    ("tu-choi", PageName.SEARCH, {"q": "mức phạt khi không chuyển đổi số là bao nhiêu?"}, "Kho không có câu trả lời"),
    ("danh-sach", PageName.DOCUMENTS, {}, "19-CT/TU"),
    ("dieu-khoan", PageName.DOCUMENTS, {"doc": "77/QĐ-UBND", "path": "Điều 2"}, "của bản gốc"),
    ("du-kien", PageName.DOCUMENTS, {"doc": "19-CT/TU", "muc": "du-kien"}, "Đính chính"),
    ("vien-dan", PageName.DOCUMENTS, {"doc": "19-CT/TU", "muc": "vien-dan"}, "52-NQ/TW"),
    ("nhiem-vu", PageName.TASKS, {}, "Chủ trì"),
    ("lich", PageName.TASKS, {"xem": "lich", "thang": "2024-10"}, "Tháng 10/2024"),
    ("truy-vet", PageName.TRACE, {"doc": "19-CT/TU", "path": "2/2.9"}, "Căn cứ phía trên"),
    ("so-do", PageName.TRACE, {"doc": "19-CT/TU", "ve": "dong"}, "Vừa khung"),
    ("con-thieu", PageName.TRACE, {"muc": "thieu"}, "Lấy toàn văn ở đâu"),
    ("tinh-trang", PageName.HEALTH, {}, "việc có ích nhất trước"),
    ("tung-van-ban", PageName.HEALTH, {"muc": "van-ban"}, "Dòng chưa đọc"),
    ("bo-phan", PageName.HEALTH, {"muc": "bo-phan"}, "Danh mục"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    into = os.environ.get("PICTURES_INTO")
    folder = ROOT / into if into else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def take(page: Page, folder: Path, name: str) -> None:
    """A picture of the window, with the pointer and the blinking cursor out of it."""
    page.evaluate("() => document.activeElement && document.activeElement.blur()")
    page.mouse.move(5, 300)
    page.wait_for_timeout(400)
    target = folder / f"{name}.png"
    page.screenshot(path=target, animations="disabled")
    assert target.stat().st_size > 10_000


@pytest.mark.parametrize(("name", "page", "state", "said"), PICTURES, ids=[item[0] for item in PICTURES])
def test_a_picture_shows_what_the_guide_tells_of(
    window: Visit, folder: Path, name: str, page: PageName, state: dict[str, str], said: str
) -> None:
    window.open(page, **state)
    window.says(said)
    take(window.page, folder, name)


def test_a_picture_of_a_phone(browser: Browser, office: Office, folder: Path) -> None:
    with visit(browser, office.address, PHONE) as window:
        window.open(PageName.SEARCH, q="bao lau phai bao cao mot lan")
        window.says("Bộ lọc")
        take(window.page, folder, "dien-thoai")


@pytest.mark.ocr
def test_pictures_of_an_upload(window: Visit, office: Office, folder: Path, tmp_path: Path) -> None:
    page = window.page
    broken = tmp_path / "tep-hong.pdf"
    broken.write_bytes(b"\x00\x01 not a document")
    window.open(PageName.INTAKE)
    page.locator('input[type="file"]').set_input_files([office.papers / "ban-chup.pdf", broken])
    expect(page.get_by_text("Xem và duyệt")).to_be_visible(timeout=2 * PATIENCE * 1000)
    expect(page.get_by_text("Xem cách xử lý")).to_be_visible(timeout=2 * PATIENCE * 1000)
    take(page, folder, "bo-sung")
    page.locator("tr", has_text="ban-chup.pdf").get_by_text("Xem và duyệt").click()
    window.settle()
    expect(page.locator('.st-key-kb-page [data-testid="stImage"] img')).to_be_visible()
    take(page, folder, "duyet")
    for name in ("ban-chup.pdf", "tep-hong.pdf"):
        window.open(PageName.INTAKE)
        window.follow(name)
        page.get_by_role("button", name="Bỏ tệp này").click()
        window.settle()


def test_every_picture_of_the_guides_is_taken_here() -> None:
    taken = {item[0] for item in PICTURES} | {"dien-thoai", "bo-sung", "duyet"}
    for guide in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        shown = re.findall(r"images/([\w-]+)\.png", guide.read_text(encoding="utf-8"))
        assert set(shown) <= taken, guide
        assert all((ROOT / "docs" / "images" / f"{name}.png").is_file() for name in shown), guide
