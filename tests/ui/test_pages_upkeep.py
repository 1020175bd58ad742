"""The pages of maintainers: uploads read in the background, corrections, removal, the state of the knowledge base."""

from __future__ import annotations

from pathlib import Path

from builders import decision
from library import Library, Open, no_faults, page_html
from streamlit.testing.v1 import AppTest

from kb.settings import Settings
from kb.staging import Staged, StagedStatus, Worker
from ui.address import PageName

NEW = decision(number="21/QĐ-UBND", day="ngày 08 tháng 4 năm 2024", title="Về việc cấp nước sạch vùng cao")


def staged(home: Path, name: str, content: str | bytes) -> Staged:
    """A file that was uploaded and has been read."""
    worker = Worker(Settings(home=home))
    item = worker.area.put(name, content if isinstance(content, bytes) else content.encode())
    worker.wake()
    worker.wait(120)
    return worker.area.get(item.id)


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if label in button.label).click().run()


def box(app: AppTest, label: str) -> str:
    """The key of the box with that label."""
    return next(item.key for item in [*app.text_input, *app.text_area] if item.label.startswith(label)) or ""


def test_the_page_waits_for_files(open_page: Open, library: Library) -> None:
    app = open_page(PageName.INTAKE, home=library.home)
    no_faults(app)
    assert "Không có tệp nào chờ duyệt" in page_html(app)


def test_a_dropped_file_is_kept_and_read_without_entering_the_catalogue(open_page: Open, library: Library) -> None:
    app = open_page(PageName.INTAKE, home=library.home)
    app.file_uploader[0].upload("cap-nuoc.txt", NEW.encode(), "text/plain").run()
    no_faults(app)
    assert "cap-nuoc.txt" in page_html(app)
    kb = library.open()
    assert all(item.number != "21/QĐ-UBND" for item in kb.documents())
    kb.close()


def test_a_read_file_is_seen_corrected_and_accepted(open_page: Open, library: Library) -> None:
    item = staged(library.home, "cap-nuoc.txt", NEW)
    assert item.status is StagedStatus.READY
    app = open_page(PageName.INTAKE, home=library.home, tep=item.id)
    no_faults(app)
    app.text_input(key=box(app, "Số, ký hiệu")).set_value("22/QĐ-UBND")
    press(app, "Nhận vào kho")
    assert "cần ghi tên người đính chính" in app.error[0].value
    app.text_input(key=box(app, "Người thực hiện")).set_value("Nguyễn Thị Thử")
    app.text_input(key=box(app, "Lý do")).set_value("số in mờ")
    press(app, "Nhận vào kho")
    no_faults(app)
    assert "Đã nhận vào kho" in page_html(app)
    kb = library.open()
    document = kb.document("22/QĐ-UBND").document
    assert document.corrections[0].reason == "số in mờ"
    assert document.corrections[0].by == "Nguyễn Thị Thử"
    kb.close()


def test_every_view_of_a_preview(open_page: Open, library: Library) -> None:
    item = staged(library.home, "cap-nuoc.txt", NEW)
    for view, said in (("muc-luc", "Sở Nội vụ"), ("vien-dan", "88/QĐ-TTg"), ("nhiem-vu", "Sở Nội vụ")):
        app = open_page(PageName.INTAKE, home=library.home, tep=item.id, muc=view)
        no_faults(app)
        assert said in page_html(app)


def test_a_preview_tells_of_lines_that_were_not_read(open_page: Open, library: Library) -> None:
    item = staged(library.home, "cap-nuoc.txt", NEW.replace("- Lưu: VT.", "- Lưu: VT.\nBiểu mẫu số 1a"))
    app = open_page(PageName.INTAKE, home=library.home, tep=item.id)
    no_faults(app)
    assert "1 dòng chưa đọc được</summary><ul><li>Biểu mẫu số 1a</li>" in page_html(app)


def test_a_second_copy_is_said_to_be_one(open_page: Open, library: Library) -> None:
    item = staged(library.home, "ban-khac.txt", decision() + "\n")
    app = open_page(PageName.INTAKE, home=library.home, tep=item.id)
    no_faults(app)
    assert "Trùng với văn bản đang giữ" in page_html(app)
    press(app, "Bỏ tệp này")
    no_faults(app)
    assert "Không có tệp nào chờ duyệt" in page_html(app)


def test_a_new_version_shows_what_changed(open_page: Open, library: Library) -> None:
    changed = decision(
        articles=(
            "Ban hành kèm theo Quyết định này Kế hoạch số hóa hồ sơ lưu trữ của tỉnh.",
            "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng dự toán, hoàn thành trước ngày 31/12/2025.",
            "Quyết định này có hiệu lực kể từ ngày ký.",
            "Quyết định này thay thế quy định trước đây của tỉnh về lưu trữ.",
        ),
        number="15/QĐ-UBND",
        day="ngày 09 tháng 9 năm 2025",
    )
    item = staged(library.home, "ban-moi.txt", changed)
    app = open_page(PageName.INTAKE, home=library.home, tep=item.id)
    no_faults(app)
    shown = page_html(app)
    assert "bản khác của văn bản đang giữ" in shown
    assert "<ins>" in shown
    press(app, "Nhận vào kho")
    no_faults(app)
    kb = library.open()
    assert kb.document(library.provincial).document.issued_on.isoformat() == "2025-09-09"  # type: ignore[union-attr]
    kb.close()


def test_a_refused_file_says_why_and_what_to_do(open_page: Open, library: Library) -> None:
    item = staged(library.home, "hong.pdf", b"\x00\x01 not a document")
    assert item.status is StagedStatus.REFUSED
    app = open_page(PageName.INTAKE, home=library.home, tep=item.id)
    no_faults(app)
    assert "Cách khắc phục" in page_html(app)


def test_an_upload_with_a_hostile_name_is_text(open_page: Open, library: Library) -> None:
    staged(library.home, "<img src=x onerror=alert(1)>.txt", "không phải văn bản")
    app = open_page(PageName.INTAKE, home=library.home)
    no_faults(app)
    assert "<img" not in page_html(app)


def test_a_gone_upload_is_said_so(open_page: Open, library: Library) -> None:
    app = open_page(PageName.INTAKE, home=library.home, tep="0123456789abcdef")
    no_faults(app)
    assert "Tệp không còn ở đây" in page_html(app)


def test_a_fact_is_corrected_on_the_page_of_the_document(open_page: Open, library: Library) -> None:
    app = open_page(PageName.DOCUMENTS, home=library.home, doc=library.provincial, muc="du-kien", mo="dinh-chinh")
    app.text_input(key=box(app, "Người ký")).set_value("Lê Văn Đúng")
    app.text_input(key=box(app, "Người thực hiện")).set_value("Nguyễn Thị Thử")
    app.text_input(key=box(app, "Lý do")).set_value("đọc nhầm tên")
    press(app, "Ghi đính chính")
    no_faults(app)
    shown = page_html(app)
    assert "Lê Văn Đúng" in shown
    assert "đọc nhầm tên" in shown
    assert "máy đọc: Lê Văn Mẫu" in shown


def test_a_document_is_removed_and_put_back(open_page: Open, library: Library) -> None:
    app = open_page(PageName.DOCUMENTS, home=library.home, doc=library.provincial, muc="du-kien", mo="bo")
    next(item for item in app.checkbox if "Tôi muốn bỏ" in item.label).check().run()
    press(app, "Bỏ khỏi kho")
    no_faults(app)
    gone = open_page(PageName.DOCUMENTS, home=library.home, doc=library.provincial)
    assert "Kho không có văn bản này" in page_html(gone)
    app = open_page(PageName.HEALTH, home=library.home, muc="da-bo")
    press(app, "Đưa lại vào kho")
    no_faults(app)
    assert "Giao Sở Nội vụ chủ trì" in page_html(app)


def test_each_view_of_the_state(open_page: Open, library: Library) -> None:
    for view, said in (
        ("", "việc có ích nhất trước"),
        ("van-ban", "Dòng chưa đọc"),
        ("thieu", "chưa có"),
        ("bo-phan", "Danh mục"),
        ("da-bo", "Chưa bỏ văn bản nào"),
    ):
        app = open_page(PageName.HEALTH, home=library.home, muc=view)
        no_faults(app)
        assert said in page_html(app)
