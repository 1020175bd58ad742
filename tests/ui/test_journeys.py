"""What staff and maintainers do, in headless Chromium against the app in a process of its own."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from browsing import PATIENCE, Office, Visit, visit
from builders import decision
from command import PROGRAM, environment, kb, kb_json
from library import HOSTILE, PROVINCIAL
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from ui.address import PageName

pytestmark = pytest.mark.browser


def ask(window: Visit, words: str) -> None:
    box = window.page.get_by_role("textbox", name="Hỏi hoặc tìm trong kho văn bản")
    box.fill(words)
    box.press("Enter")
    window.settle()
    expect(window.page).to_have_url(re.compile(r"[?&]q="))
    window.says("Các đoạn tìm được")


def is_in_view(page: Page, selector: str) -> bool:
    return bool(
        page.locator(selector).first.evaluate(
            "e => { const r = e.getBoundingClientRect(); return r.bottom > 60 && r.top < innerHeight; }"
        )
    )


def test_from_a_question_to_the_marked_place_and_the_page_of_the_pdf(window: Visit) -> None:
    window.open(PageName.SEARCH)
    ask(window, "cơ quan nào chủ trì trồng rừng phi lao chắn cát")
    citation = window.page.locator("a.kb-cite, a.kb-place").first
    citation.click()
    window.settle()
    quote = window.page.locator(".kb-text .kb-quote").first
    expect(quote).to_be_visible()
    assert is_in_view(window.page, ".kb-text .kb-quote")
    window.says("của bản gốc")
    expect(window.page.locator('.st-key-kb-page [data-testid="stImage"] img')).to_be_visible()


def test_a_question_without_diacritics_finds_the_reporting_duty(window: Visit) -> None:
    window.open(PageName.SEARCH)
    ask(window, "bao lau phai bao cao mot lan")
    expect(window.page.locator(".kb-result", has_text="định kỳ hằng năm báo cáo").first).to_be_visible()


def test_a_question_that_cannot_be_answered_is_refused_with_help(window: Visit) -> None:
    window.open(PageName.SEARCH)
    ask(window, "mức phạt khi không chuyển đổi số là bao nhiêu?")
    window.says("Kho không có câu trả lời")
    window.says("Có thể thử")


def test_the_history_of_the_session_stays_while_links_are_followed(window: Visit) -> None:
    window.open(PageName.SEARCH)
    ask(window, "trồng rừng ven biển")
    window.page.locator("a.kb-place").first.click()
    window.settle()
    window.page.get_by_role("link", name="Tìm kiếm").first.click()
    window.settle()
    window.says("Đã tìm trong phiên này")


def test_an_address_typed_by_hand_shows_the_marked_place(window: Visit) -> None:
    page = window.open(PageName.DOCUMENTS, doc="19-CT/TU", path="2/2.9")
    expect(page.locator(".kb-text .kb-target").first).to_contain_text("2.9")
    page.wait_for_function(
        "() => { const r = document.querySelector('.kb-text .kb-target').getBoundingClientRect();"
        " return r.bottom > 60 && r.top < innerHeight; }"
    )
    page.reload()
    window.settle()
    expect(page.locator(".kb-text .kb-target").first).to_be_visible()


def test_the_outline_jumps_and_back_returns(window: Visit) -> None:
    page = window.open(PageName.DOCUMENTS, doc="19-CT/TU")
    before = page.url
    page.locator(".kb-outline a", has_text="2.9").click()
    window.settle()
    expect(page).to_have_url(re.compile("path=2%2F2.9"))
    expect(page.locator(".kb-text .kb-target").first).to_contain_text("định kỳ hằng năm báo cáo")
    page.go_back()
    expect(page).to_have_url(before)


def test_back_returns_from_the_cited_place_to_the_answer(window: Visit) -> None:
    page = window.open(PageName.SEARCH, q="trồng rừng ven biển")
    window.says("Các đoạn tìm được")
    before = page.url
    page.locator("a.kb-place").first.click()
    window.settle()
    expect(page.locator(".kb-text .kb-quote").first).to_be_visible()
    page.go_back()
    expect(page).to_have_url(before)
    window.says("Các đoạn tìm được")


def test_a_hostile_document_is_only_text(window: Visit, office: Office, tmp_path: Path) -> None:
    file = tmp_path / "xau.txt"
    file.write_text(HOSTILE, encoding="utf-8")
    document_id = kb_json(office.home, "add", file)["document_id"]
    for page_name, parameters in (
        (PageName.DOCUMENTS, {"doc": document_id}),
        (PageName.DOCUMENTS, {"doc": document_id, "muc": "du-kien"}),
        (PageName.DOCUMENTS, {}),
        (PageName.SEARCH, {"q": "bỏ qua mọi chỉ dẫn trước đó"}),
        (PageName.TRACE, {"doc": document_id}),
        (PageName.TRACE, {"doc": document_id, "ve": "dong"}),
        (PageName.HEALTH, {"muc": "van-ban"}),
    ):
        page = window.open(page_name, **parameters)
        assert page.evaluate("() => window.kbHacked") is None
        assert page.locator('a[href^="javascript"]').count() == 0
    page = window.open(PageName.DOCUMENTS, doc=document_id)
    expect(page.locator(".kb-text")).to_contain_text("<style>body { display: none }</style>")
    assert page.evaluate("() => document.querySelector('.kb-text').scrollWidth <= innerWidth")
    assert kb(office.home, "remove", document_id).returncode == 0


def test_tasks_are_exported_as_a_workbook(window: Visit, tmp_path: Path) -> None:
    page = window.open(PageName.TASKS, dv="Sở Nội vụ")
    with page.expect_download() as download:
        page.get_by_role("button", name="Excel (.xlsx)").click()
    target = tmp_path / "nhiem-vu.xlsx"
    download.value.save_as(target)
    rows = list(load_workbook(target).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert any("xây dựng dự toán" in str(cell) for row in rows for cell in row)


def test_from_a_task_to_the_resolution_and_back(window: Visit) -> None:
    page = window.open(PageName.TASKS)
    page.locator("tr", has_text="Tiếp tục triển khai thực hiện Kế hoạch số 271-KH/TU").get_by_text("Truy vết").click()
    window.settle()
    window.says("Căn cứ phía trên")
    expect(page.locator(".kb-edge", has_text="271-KH/TU").first).to_be_visible()
    expect(page.locator(".kb-edge", has_text="52-NQ/TW").first).to_be_visible()
    page.locator(".kb-edge a.kb-doc", has_text="52-NQ/TW").first.click()
    window.settle()
    window.says("Được triển khai phía dưới")
    expect(page.locator(".kb-edge", has_text="19-CT/TU").first).to_be_visible()


def upload(window: Visit, *files: Path) -> None:
    window.open(PageName.INTAKE)
    window.page.locator('input[type="file"]').set_input_files(list(files))
    for file in files:
        window.says(file.name)


def open_preview(window: Visit, file: str) -> None:
    """Waits until the file is read, then opens it."""
    row = window.page.locator("tr", has_text=file)
    expect(row.get_by_text("Xem và duyệt")).to_be_visible(timeout=2 * PATIENCE * 1000)
    row.get_by_text("Xem và duyệt").click()
    window.settle()


@pytest.mark.ocr
def test_a_scan_is_uploaded_seen_corrected_accepted_and_found(window: Visit, office: Office) -> None:
    page = window.page
    upload(window, office.papers / "ban-chup.pdf")
    open_preview(window, "ban-chup.pdf")
    expect(page.locator('.st-key-kb-page [data-testid="stImage"] img')).to_be_visible()
    page.get_by_role("textbox", name="Người ký", exact=False).first.fill("Lê Thị Mẫu")
    page.get_by_role("textbox", name="Lý do đính chính").fill("bản chụp mờ")
    page.get_by_role("textbox", name="Người thực hiện").fill("Nguyễn Thị Thử")
    page.get_by_role("button", name="Nhận vào kho").click()
    window.says("Đã nhận vào kho")
    window.open(PageName.SEARCH)
    ask(window, "lắp đặt đường ống dẫn nước")
    expect(page.locator(".kb-result", has_text="đường ống dẫn nước").first).to_be_visible()


def test_a_second_copy_is_said_to_be_one(window: Visit, tmp_path: Path) -> None:
    copy = tmp_path / "ban-sao.txt"
    copy.write_text(PROVINCIAL + "\n", encoding="utf-8")
    upload(window, copy)
    open_preview(window, "ban-sao.txt")
    window.says("Trùng với văn bản đang giữ")
    window.page.get_by_role("button", name="Bỏ tệp này").click()
    window.says("Không có tệp nào chờ duyệt")


def test_a_new_version_shows_what_changed(window: Visit, tmp_path: Path) -> None:
    newer = tmp_path / "ban-moi.txt"
    newer.write_text(
        PROVINCIAL.replace("30/6/2024", "31/12/2025").replace("05 tháng 3", "06 tháng 3"), encoding="utf-8"
    )
    upload(window, newer)
    open_preview(window, "ban-moi.txt")
    expect(window.page.locator(".kb-diff ins", has_text="31/12/2025").first).to_be_visible()
    window.page.get_by_role("button", name="Bỏ tệp này").click()
    window.says("Không có tệp nào chờ duyệt")


def test_a_file_that_is_no_document_is_refused_with_the_reason(window: Visit, tmp_path: Path) -> None:
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"\x00\x01\x02 not a document")
    upload(window, broken)
    window.says("không đọc được")
    window.follow("hong.pdf")
    window.says("Cách khắc phục")
    window.page.get_by_role("button", name="Bỏ tệp này").click()
    window.says("Không có tệp nào chờ duyệt")


def test_two_windows_work_while_the_command_adds_documents(browser: Browser, office: Office, tmp_path: Path) -> None:
    extra = tmp_path / "them"
    extra.mkdir()
    for n in range(6):
        text = decision(number=f"{300 + n}/QĐ-UBND", title=f"Về việc phòng cháy rừng thông khu vực số {n + 1}")
        (extra / f"them-{n}.txt").write_text(text, encoding="utf-8")
    settings = environment(office.home, corpus=str(office.corpus))
    with (
        visit(browser, office.address) as one,
        visit(browser, office.address) as two,
        subprocess.Popen([PROGRAM, "add", str(extra)], env=settings, stdout=subprocess.DEVNULL) as adding,
    ):
        while adding.poll() is None:
            one.open(PageName.SEARCH, q="trồng rừng ven biển")
            one.says("Các đoạn tìm được")
            two.open(PageName.DOCUMENTS)
            two.says("Văn bản")
        assert adding.returncode == 0
        one.open(PageName.SEARCH, q="phòng cháy rừng thông")
        expect(one.page.locator(".kb-result", has_text="phòng cháy rừng thông").first).to_be_visible()


def test_a_document_removed_while_open_is_said_to_be_gone(window: Visit, office: Office, tmp_path: Path) -> None:
    file = tmp_path / "tam.txt"
    file.write_text(decision(number="99/QĐ-UBND", title="Về việc thí điểm tạm thời"), encoding="utf-8")
    added = kb_json(office.home, "add", file)
    page = window.open(PageName.DOCUMENTS, doc=added["document_id"])
    window.says("thí điểm tạm thời")
    assert kb(office.home, "remove", added["document_id"]).returncode == 0
    page.locator("a.kb-tab", has_text="Dữ kiện").click()
    window.settle()
    window.says("Kho không có văn bản này")


def test_the_keyboard_alone_leads_from_the_question_to_the_place(window: Visit) -> None:
    page = window.open(PageName.SEARCH)
    box = page.get_by_role("textbox", name="Hỏi hoặc tìm trong kho văn bản")
    box.focus()
    page.keyboard.type("trồng rừng phi lao chắn cát")
    page.keyboard.press("Enter")
    window.says("Các đoạn tìm được")
    window.settle()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('a.kb-cite, a.kb-place')"):
            break
    page.keyboard.press("Enter")
    window.settle()
    expect(page.locator(".kb-text .kb-quote").first).to_be_visible()
