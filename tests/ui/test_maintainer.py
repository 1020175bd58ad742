"""Where a password is set, what changes the knowledge base wants it; what only reads never does."""

from __future__ import annotations

import pytest
from library import Library, Open, no_faults, page_html
from streamlit.testing.v1 import AppTest

from ui import maintainer
from ui.address import PageName

CHANGING: list[tuple[PageName, dict[str, str]]] = [
    (PageName.INTAKE, {}),
    (PageName.INTAKE, {"tep": "0123456789abcdef"}),
    (PageName.HEALTH, {"muc": "da-bo"}),
    (PageName.DOCUMENTS, {"doc": "15/QĐ-UBND", "muc": "du-kien", "mo": "dinh-chinh"}),
    (PageName.DOCUMENTS, {"doc": "15/QĐ-UBND", "muc": "du-kien", "mo": "bo"}),
    (PageName.TRACE, {"doc": "15/QĐ-UBND", "mo": "xet"}),
    (PageName.TRACE, {"doc": "15/QĐ-UBND", "mo": "them"}),
]
READING: list[tuple[PageName, dict[str, str]]] = [
    (PageName.SEARCH, {}),
    (PageName.DOCUMENTS, {"doc": "15/QĐ-UBND", "muc": "du-kien"}),
    (PageName.TASKS, {}),
    (PageName.TRACE, {"doc": "15/QĐ-UBND"}),
    (PageName.HEALTH, {}),
]
# Buttons and boxes by which something would be changed.
DOERS = ("Nhận vào kho", "Bỏ tệp", "Đưa lại", "Ghi đính chính", "Bỏ khỏi kho", "Ghi ý kiến", "Thêm căn cứ")


@pytest.fixture
def password(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("KB_MAINTAINER_PASSWORD", "mật khẩu thử")
    monkeypatch.setattr(maintainer, "_COST_S", 0)
    return "mật khẩu thử"


def asks(app: AppTest) -> bool:
    return any(item.label == "Mật khẩu người phụ trách" for item in app.text_input)


def enter(app: AppTest, typed: str) -> AppTest:
    next(item for item in app.text_input if item.label == "Mật khẩu người phụ trách").set_value(typed)
    return next(button for button in app.button if button.label == "Mở khóa").click().run()


@pytest.mark.parametrize(("page", "state"), CHANGING, ids=str)
def test_what_changes_the_knowledge_base_wants_the_password(
    open_page: Open, password: str, page: PageName, state: dict[str, str]
) -> None:
    app = open_page(page, **state)
    no_faults(app)
    assert asks(app)
    assert not [button.label for button in app.button if button.label.startswith(DOERS)]
    assert not app.get("file_uploader")
    enter(app, password)
    no_faults(app)
    assert not asks(app)


@pytest.mark.parametrize(("page", "state"), READING, ids=str)
def test_what_only_reads_wants_none(open_page: Open, password: str, page: PageName, state: dict[str, str]) -> None:
    app = open_page(page, **state)
    no_faults(app)
    assert not asks(app)


@pytest.mark.parametrize("typed", ["", "mật khẩu", "MẬT KHẨU THỬ", "mật khẩu thử "])
def test_a_wrong_password_opens_nothing(open_page: Open, password: str, typed: str) -> None:
    app = enter(open_page(PageName.INTAKE), typed)
    assert "Mật khẩu không đúng" in app.error[0].value
    assert asks(app)


def test_a_changed_password_locks_the_session_again(
    open_page: Open, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = enter(open_page(PageName.INTAKE), password)
    assert not asks(app)
    monkeypatch.setenv("KB_MAINTAINER_PASSWORD", "mật khẩu mới")
    assert asks(app.run())


def test_the_session_can_be_locked_by_hand(open_page: Open, password: str) -> None:
    app = enter(open_page(PageName.INTAKE), password)
    next(button for button in app.button if button.label == "Khóa lại").click().run()
    assert asks(app)


def test_without_a_password_everybody_maintains(open_page: Open, library: Library) -> None:
    app = open_page(PageName.INTAKE, home=library.home)
    assert not asks(app)
    assert "Không có tệp nào chờ duyệt" in page_html(app)
