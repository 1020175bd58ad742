"""The page of the knowledge base's state: figures that are true, filters and pages in the address, slow work shown."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest
from builders import decision
from library import Library, Open, no_faults, page_html

from kb.errors import StorageFault
from kb.model import DocumentSummary, Field
from kb.upkeep import DocumentHealth, HealthBook, Unread, UnreadLine
from ui import background
from ui.address import PageName
from ui.background import Background, Progress
from ui.health.listing import FILTERS, filtered

# A decision whose end prints a scrap, and whose article three has an item out of its series.
SCRAPPY = decision(number="31/QĐ-UBND", title="Về việc sửa chữa trường học").replace(
    "- Lưu: VT.", "- Lưu: VT.\nBiểu mẫu số 1a"
)


def health(document_id: str, **trouble: object) -> DocumentHealth:
    values = {"absent": (), "doubtful": (), "notices": (), "missing_count": 0, "ambiguous_count": 0, **trouble}
    return DocumentHealth(document_id, "txt", "utf-8", None, reference_count=2, unit_count=3, **values)  # type: ignore[arg-type]


def summary(document_id: str, title: str) -> DocumentSummary:
    return DocumentSummary(document_id, "a.txt", "", "1/QĐ", None, None, None, None, None, title, datetime.min)


PAIRS = [
    (summary("a", "Trồng rừng"), health("a", blank_pages=(2,))),
    (summary("b", "Cấp nước"), health("b", unread=(UnreadLine(0, 3, Unread.FRAME),), missing_count=1)),
    (summary("c", "Sửa trường"), health("c", absent=(Field.NUMBER,))),
    (summary("d", "Trồng cây"), health("d")),
]


@pytest.mark.parametrize(
    ("kind", "words", "ids"),
    [
        (None, "", "abcd"),
        ("can-xem", "", "abc"),
        ("trang", "", "a"),
        ("dong", "", "b"),
        ("du-kien", "", "c"),
        ("vien-dan", "", "b"),
        ("luu-y", "", ""),
        (None, "trong", "ad"),
        ("can-xem", "trong", "a"),
    ],
)
def test_documents_by_what_ails_them(kind: str | None, words: str, ids: str) -> None:
    assert "".join(item.id for item, _ in filtered(PAIRS, kind, words)) == ids


def test_the_figures_of_a_document_are_true(open_page: Open, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "sua-truong.txt"
    file.write_text(SCRAPPY, encoding="utf-8")
    kb = library.open()
    document_id = next(iter(kb.add([file]))).document_id or ""
    kb.close()
    app = open_page(PageName.HEALTH, home=library.home, muc="van-ban", loc="dong")
    no_faults(app)
    row = re.search(rf'<tr><td><a href="van-ban\?doc={document_id}".*?</tr>', page_html(app))
    assert row is not None
    assert re.findall(r"<td>(.*?)</td>", row[0])[1:4] == ["văn bản thuần, bảng mã UTF-8", "0", "<b>1</b>"]
    one = open_page(PageName.HEALTH, home=library.home, muc="van-ban", vb=document_id)
    no_faults(one)
    assert re.search(rf'href="van-ban\?doc={document_id}&amp;at=\d+-\d+"[^>]*>Biểu mẫu số 1a</a>', page_html(one))


def test_a_filter_is_in_the_address(open_page: Open) -> None:
    app = open_page(PageName.HEALTH, muc="van-ban")
    app.selectbox(key="kb-loc").set_value("vien-dan").run()
    app.text_input(key="kb-tim").set_value("luu tru").run()
    no_faults(app)
    assert (app.query_params["loc"], app.query_params["tim"]) == ("vien-dan", "luu tru")
    assert set(FILTERS) == {"can-xem", "trang", "dong", "du-kien", "vien-dan", "luu-y"}


def test_a_document_that_is_gone_has_no_state(open_page: Open) -> None:
    app = open_page(PageName.HEALTH, muc="van-ban", vb="0123456789ab")
    no_faults(app)
    assert "Kho không có văn bản này" in page_html(app)


def test_a_long_look_shows_how_far_it_is(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()

    def slow(self: HealthBook, progress: Progress) -> tuple[DocumentHealth, ...]:
        progress(3, 4, "văn bản")
        go_on.wait(30)
        return ()

    monkeypatch.setattr(background, "AT_ONCE_S", 0.05)
    monkeypatch.setattr(HealthBook, "follow", lambda self, tell: slow(self, lambda done, total, _: tell(done, total)))
    app = open_page(PageName.HEALTH)
    no_faults(app)
    assert "Đang xem lại từng văn bản: 3/4 văn bản" in app.get("progress")[0].proto.text
    other = open_page(PageName.DOCUMENTS)
    no_faults(other)
    go_on.set()


def test_work_in_the_background_gives_its_result_or_what_it_raised() -> None:
    assert Background(lambda progress: 7).result() == 7

    def fail(progress: Progress) -> int:
        raise StorageFault("đĩa đầy")

    with pytest.raises(StorageFault):
        Background(fail).result()
