"""Questions to a small archive: what is answered, from where, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.knowledge_base import KnowledgeBase
from kb.model import Answer, Filters
from kb.settings import Settings
from kb.text import fold

ANSWERED = [
    ("Ai chịu trách nhiệm chính về công tác lưu trữ số?", "chi-thi.txt", "Người đứng đầu cấp ủy trực tiếp lãnh đạo"),
    ("Bao lâu phải báo cáo Ban Thường vụ Tỉnh ủy một lần?", "chi-thi.txt", "định kỳ hằng năm báo cáo"),
    ("Kho lưu trữ số dùng chung phải đưa vào sử dụng khi nào?", "chi-thi.txt", "trước ngày 31 tháng 12 năm 2025"),
    ("Cơ quan nào hướng dẫn công tác tuyên truyền Chỉ thị?", "chi-thi.txt", "Ban Tuyên giáo Tỉnh ủy hướng dẫn"),
    ("Mức thu phí khai thác tài liệu lưu trữ là bao nhiêu?", "muc-phi.txt", "15.000 đồng một trang"),
    ("Bao nhiêu phần trăm hồ sơ phải cho khai thác trực tuyến?", "muc-phi.txt", "85% hồ sơ"),
    ("Quyết định 18/2019/QĐ-UBND bị văn bản nào thay thế?", "muc-phi.txt", "thay thế Quyết định số 18/2019/QĐ-UBND"),
    ("phòng đọc mở cửa mấy giờ?", "phong-doc.txt", "từ 8 giờ đến 16 giờ"),
]
REFUSED = [
    "Mức phạt khi không nộp hồ sơ vào lưu trữ là bao nhiêu?",
    "Theo Chỉ thị 07-CT/TU, mức phạt tiền khi chậm lưu trữ số là bao nhiêu?",
    "Luật Lưu trữ có hiệu lực từ ngày nào?",
    "Tỉnh Bắc Ninh thu phí khai thác tài liệu lưu trữ bao nhiêu?",
    "Giá vé xem bóng đá ở sân vận động là bao nhiêu?",
    "Nghị định 250/2031/NĐ-CP quy định những gì về lưu trữ?",
    "Ai là Giám đốc Sở Nội vụ?",
    "Theo Chỉ thị 07-CT/TU, Sở Y tế phải báo cáo hằng quý vào ngày nào?",
    "Quyết định 40/2024/QĐ-UBND quy định phí thuyền du lịch là bao nhiêu?",
    "Phòng đọc Suối Đá mở cửa từ mấy giờ?",
    "Kho lưu trữ số dùng chung giai đoạn 2 xong năm 2049 hay khi nào?",
]


def quotes(answer: Answer) -> str:
    return "\n".join(citation.quote for citation in answer.citations)


@pytest.mark.parametrize(("question", "file", "quoted"), ANSWERED)
def test_answered_from_the_place_that_says_it(archive: KnowledgeBase, question: str, file: str, quoted: str) -> None:
    answer = archive.ask(question)
    assert not answer.refused, answer.reason
    assert any(quoted in citation.quote and citation.source.endswith(file) for citation in answer.citations), (
        answer.text
    )


@pytest.mark.parametrize(("question", "file", "quoted"), ANSWERED)
def test_the_same_without_diacritics(archive: KnowledgeBase, question: str, file: str, quoted: str) -> None:
    answer = archive.ask(fold(question))
    assert quoted in quotes(answer), answer.reason


@pytest.mark.parametrize("question", REFUSED)
def test_refused_with_what_was_searched(archive: KnowledgeBase, question: str) -> None:
    answer = archive.ask(question)
    assert answer.refused, answer.text
    assert not answer.sentences
    assert not answer.citations
    assert answer.reason is not None
    assert "Đã tìm trong 4 văn bản" in answer.reason


@pytest.mark.parametrize(
    "question", [*(case[0] for case in ANSWERED), "những nhiệm vụ nào của Sở Nội vụ?", "40/2024/QĐ-UBND"]
)
def test_every_sentence_carries_a_verbatim_quotation(archive: KnowledgeBase, question: str) -> None:
    answer = archive.ask(question)
    by_number = {citation.n: citation for citation in answer.citations}
    assert answer.sentences
    for citation in answer.citations:
        document = archive.document(citation.document_id).document
        assert document.text[citation.start : citation.end] == citation.quote
    for sentence in answer.sentences:
        assert any(by_number[n].quote in sentence.text for n in sentence.citations)


def test_who_is_quoted_from_the_lead_in_where_the_duty_does_not_name_it(archive: KnowledgeBase) -> None:
    answer = archive.ask("Ai phải xây dựng kho lưu trữ số dùng chung của tỉnh?")
    assert "Xây dựng kho lưu trữ số dùng chung" in quotes(answer)
    assert "Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo" in quotes(answer)


def test_tasks_of_a_body_are_listed_all(archive: KnowledgeBase) -> None:
    answer = archive.ask("Những nhiệm vụ nào của Sở Nội vụ?")
    assert "xây dựng dự toán" in quotes(answer)
    assert "quyết toán phí" in quotes(answer)
    assert "bố trí kinh phí số hóa" not in quotes(answer)


def test_a_number_alone_tells_what_the_document_is(archive: KnowledgeBase) -> None:
    answer = archive.ask("40/2024/QĐ-UBND")
    assert not answer.refused
    assert {citation.number for citation in answer.citations} == {"40/2024/QĐ-UBND"}


def test_who_signed(archive: KnowledgeBase) -> None:
    assert "Trần Thị Mẫu" in quotes(archive.ask("Ai ký Chỉ thị 07-CT/TU?"))


def test_filters_narrow_what_may_answer(archive: KnowledgeBase) -> None:
    question = "Mức thu phí khai thác tài liệu lưu trữ là bao nhiêu?"
    assert archive.ask(question, Filters(kinds=("Chỉ thị",))).refused


def test_an_empty_catalogue_refuses(home: Path, tmp_path: Path) -> None:
    base = KnowledgeBase(Settings(home=home, corpus=tmp_path))
    answer = base.ask("Ai chịu trách nhiệm chính?")
    assert answer.refused
    assert answer.reason is not None
    assert "0 văn bản" in answer.reason


DIRECTIVE_ANSWERS = [
    ("ai chịu trách nhiệm chính về chuyển đổi số", "1/1.2"),
    ("bao lâu phải báo cáo một lần", "2/2.9"),
    ("bao lau phai bao cao mot lan", "2/2.9"),
]


@pytest.fixture(scope="module")
def first_document(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Iterator[KnowledgeBase]:
    home = tmp_path_factory.mktemp("first")
    (home / "encoder").symlink_to(encoder_folder)
    corpus = Path(__file__).resolve().parents[3] / "corpus"
    base = KnowledgeBase(Settings(home=home, corpus=corpus))
    for outcome in base.add([corpus]):
        assert outcome.document_id, outcome.message
    yield base
    base.close()


@pytest.mark.parametrize(("question", "path"), DIRECTIVE_ANSWERS)
def test_the_directive_answers(first_document: KnowledgeBase, question: str, path: str) -> None:
    answer = first_document.ask(question)
    assert not answer.refused, answer.reason
    assert answer.citations[0].path == path


@pytest.mark.parametrize(
    "question",
    ["mức phạt khi không chuyển đổi số là bao nhiêu?", "Mức phạt chậm chuyển đổi số theo Chỉ thị 19 là bao nhiêu?"],
)
def test_the_directive_knows_no_fines(first_document: KnowledgeBase, question: str) -> None:
    answer = first_document.ask(question)
    assert answer.refused
    assert answer.reason is not None
    assert "mức phạt" in answer.reason


WIRE = """\
THỦ TƯỚNG CHÍNH PHỦ
Số: 31/CĐ-TTg
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 02 tháng 9 năm 2024

CÔNG ĐIỆN
Về việc ứng phó sự cố vỡ đê

THỦ TƯỚNG CHÍNH PHỦ điện:
- Các Bộ: Quốc phòng, Công an, Y tế;

1. Bộ Y tế chỉ đạo cơ sở y tế cấp cứu, phòng chống dịch bệnh sau khi nước rút.

2. Lãnh đạo các Bộ, ngành theo chức năng, nhiệm vụ chủ động triển khai các biện pháp cấp bách.

KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG

Lê Văn Mẫu
"""


@pytest.mark.parametrize(
    ("question", "is_refused"),
    [("Công điện 31 giao Bộ Y tế việc gì?", False), ("Công điện 31 giao Bộ Ngoại giao việc gì?", True)],
)
def test_who_is_counted_out_leaves_out_the_others(home: Path, tmp_path: Path, question: str, is_refused: bool) -> None:
    (tmp_path / "cong-dien.txt").write_text(WIRE, encoding="utf-8")
    base = KnowledgeBase(Settings(home=home))
    assert all(outcome.document_id for outcome in base.add([tmp_path / "cong-dien.txt"]))
    assert base.ask(question).refused is is_refused
    base.close()
