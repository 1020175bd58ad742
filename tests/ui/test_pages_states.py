"""States that are rarely met: two documents of one number, one document's tasks, a stated basis, a file being read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from builders import decision
from library import Library, Open, no_faults, page_html

from kb.settings import Settings
from kb.staging import StagedStatus, Worker
from ui.address import PageName


def test_two_documents_of_one_number_are_offered(open_page: Open, library: Library, tmp_path: Path) -> None:
    other = tmp_path / "khac.txt"
    other.write_text(decision(title="Về việc đào tạo nghề cho ngư dân", province="Hòa Khánh Sơn"), encoding="utf-8")
    kb = library.open()
    second = next(iter(kb.add([other]))).document_id
    kb.close()
    app = open_page(PageName.DOCUMENTS, home=library.home, doc="15/QĐ-UBND")
    assert "nhiều văn bản cùng tên" in app.error[0].value
    assert f"van-ban?doc={library.provincial}" in page_html(app)
    assert f"van-ban?doc={second}" in page_html(app)


def test_the_tasks_of_one_document(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.TASKS, vb=filled.provincial)
    no_faults(app)
    shown = page_html(app)
    assert "Chỉ nhiệm vụ của" in shown
    assert f"doc={filled.national}&" not in shown


def test_a_reference_that_the_text_links_to_is_marked_in_the_list(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.DOCUMENTS, doc=filled.provincial, muc="vien-dan", vd="1")
    no_faults(app)
    assert re.search(r'class="kb-target">1</span>', page_html(app))


@pytest.mark.parametrize(("state", "count"), [({}, 1), ({"loc": "chua-ro"}, 0)])
def test_references_that_lead_nowhere_alone(
    open_page: Open, filled: Library, state: dict[str, str], count: int
) -> None:
    app = open_page(PageName.DOCUMENTS, doc=filled.provincial, muc="vien-dan", **state)
    no_faults(app)
    assert page_html(app).split("Viện dẫn đến")[0].count("có trong kho") == count


def test_the_movable_picture_of_a_trace(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.TRACE, doc=filled.provincial, ve="dong")
    no_faults(app)
    assert "Sơ đồ kéo, phóng được" in page_html(app)
    assert any("Kéo để dời" in caption.value for caption in app.caption)


def test_each_step_of_a_trace_leads_to_its_judgement(open_page: Open, filled: Library) -> None:
    app = open_page(PageName.TRACE, doc=filled.provincial)
    step = re.search(r"truy-vet\?doc=\w+&amp;mo=xet&amp;buoc=(\w+)", page_html(app))
    assert step is not None
    judged = open_page(PageName.TRACE, doc=filled.provincial, mo="xet", buoc=step[1])
    no_faults(judged)
    assert judged.selectbox(key="kb-buoc").value == step[1]
    lost = open_page(PageName.TRACE, doc=filled.provincial, mo="xet", buoc="0123456789")
    no_faults(lost)


def test_a_basis_that_the_machine_did_not_see_is_stated(open_page: Open, library: Library) -> None:
    app = open_page(PageName.TRACE, home=library.home, doc=library.paged, mo="them")
    add = next(button for button in app.button if button.label == "Thêm căn cứ")
    add.click().run()
    assert "Chưa chọn văn bản cấp trên" in app.error[0].value
    next(box for box in app.selectbox if box.label == "Văn bản cấp trên").set_value(library.provincial)
    app.text_input(key="kb-add-edge-reason").set_value("theo kết luận cuộc họp")
    app.text_input(key="kb-add-edge-by").set_value("Nguyễn Thị Thử")
    next(button for button in app.button if button.label == "Thêm căn cứ").click().run()
    no_faults(app)
    assert "thêm tay" in page_html(app)


def test_a_file_that_is_still_read_says_so(open_page: Open, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker(Settings(home=library.home))
    item = worker.area.put("cho-doc.txt", decision(number="41/QĐ-UBND").encode())
    worker.area.save(replace(item, status=StagedStatus.READING, done=2, total=9, unit="trang"))
    monkeypatch.setattr(Worker, "wake", lambda self: None)
    listed = open_page(PageName.INTAKE, home=library.home)
    no_faults(listed)
    assert "2/9 trang" in page_html(listed)
    opened = open_page(PageName.INTAKE, home=library.home, tep=item.id)
    no_faults(opened)
    assert "Đang đọc … 2/9 trang" in page_html(opened)


def test_a_correction_without_a_change_says_so(open_page: Open, library: Library) -> None:
    app = open_page(PageName.DOCUMENTS, home=library.home, doc=library.provincial, muc="du-kien", mo="dinh-chinh")
    next(button for button in app.button if button.label == "Ghi đính chính").click().run()
    assert "Không có dữ kiện nào thay đổi" in app.info[0].value
