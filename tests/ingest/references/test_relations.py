"""What a document does to the ones it cites: cues and the traps among them, in the words of such documents."""

from __future__ import annotations

import pytest

from kb.model import Relation
from tests.ingest.references.drafted import draft

R = Relation

PREAMBLE = [
    # a paragraph of the preamble, the relations of its citations in order
    ("Căn cứ Nghị định số 15/2031/NĐ-CP ngày 01/02/2031 của Chính phủ;", [R.BASED_ON]),
    ("- Căn cứ Điều lệ Đảng;", [R.BASED_ON]),
    ("Căn cứ Luật Lưu trữ ngày 21/6/2024; Luật Giá ngày 19/6/2023; Nghị định số 1/2031/NĐ-CP;", [R.BASED_ON] * 3),
    ("Thực hiện Nghị quyết số 9-NQ/TW ngày 01/02/2031 của Bộ Chính trị, Tỉnh ủy yêu cầu:", [R.IMPLEMENTS]),
    ("Để tiếp tục triển khai có hiệu quả Chỉ thị số 3-CT/TW; Kết luận số 4-KL/TW,", [R.IMPLEMENTS] * 2),
    ("Triển khai Kế hoạch số 5/KH-UBND ngày 1/2/2031 của UBND tỉnh,", [R.IMPLEMENTS]),
    ("Theo đề nghị của Sở Nội vụ tại Tờ trình số 6/TTr-SNV ngày 02/3/2031.", [R.PROPOSAL]),
    ("Xét Tờ trình số 7/TTr-UBND; Báo cáo thẩm tra số 8/BC-HĐND;", [R.PROPOSAL] * 2),
    ("Thời gian qua, các xã chưa làm đúng quy định của Nghị định số 15/2031/NĐ-CP.", [R.MENTIONS]),
    (
        "Thực hiện Công văn số 5/UBND-NC của UBND tỉnh về việc nâng các chỉ số thấp theo Quyết định số 6/QĐ-BNV của Bộ "
        "Nội vụ; tiếp theo Công văn số 7/SNV-CCHC của Sở, Sở Nội vụ đề nghị:",
        [R.IMPLEMENTS, R.MENTIONS, R.MENTIONS],
    ),
    ("Phúc đáp Công văn số 7/SNV-CCHC ngày 01/02/2031 của Sở Nội vụ,", [R.MENTIONS]),
    ("Qua 3 năm thực hiện Chỉ thị số 3-CT/TW, kết quả còn hạn chế.", [R.MENTIONS]),
    (
        "UBND tỉnh ban hành Quyết định sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo "
        "Quyết định số 12/2030/QĐ-UBND ngày 01/02/2030.",
        [R.AMENDS],
    ),
]


@pytest.mark.parametrize(("line", "relations"), PREAMBLE)
def test_the_preamble_says_what_the_document_rests_on(line: str, relations: list[Relation]) -> None:
    assert [one.relation for one in draft(preamble=[line]).references()] == relations


def test_a_list_of_bases_goes_on_over_paragraphs() -> None:
    lines = ["Căn cứ các Nghị định của Chính phủ:", "Nghị định số 1/2031/NĐ-CP;", "Nghị định số 2/2031/NĐ-CP;"]
    assert [one.relation for one in draft(preamble=lines).references()] == [R.BASED_ON] * 2


TITLES = [
    ("Về việc ban hành Kế hoạch thực hiện Nghị quyết số 9/NQ-CP ngày 01/02/2031", R.IMPLEMENTS),
    ("SỬA ĐỔI MỘT SỐ ĐIỀU CỦA QUY CHẾ BAN HÀNH KÈM THEO QUYẾT ĐỊNH SỐ 12/2030/QĐ-UBND", R.AMENDS),
    ("Về việc bãi bỏ Quyết định số 12/2030/QĐ-UBND", R.REPEALS),
    ("Về việc triển khai Nghị quyết số 9/NQ-CP ngày 01/02/2031", R.IMPLEMENTS),
    ("Về kết quả của việc triển khai Nghị quyết số 9/NQ-CP ngày 01/02/2031", R.MENTIONS),
    ("Quy định chi tiết và hướng dẫn thi hành một số điều của Luật Lưu trữ", R.IMPLEMENTS),
    ("(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 01/02/2030 của UBND tỉnh)", R.CONTAINS),
    ("Về tình hình cấp phép theo Nghị định số 15/2031/NĐ-CP", R.MENTIONS),
]


@pytest.mark.parametrize(("line", "relation"), TITLES)
def test_the_title_says_what_the_document_is_for(line: str, relation: Relation) -> None:
    assert [one.relation for one in draft(title=[line]).references()] == [relation]


BODY = [
    # the words of an article, the relation of its citation
    ("Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 12/QĐ-UBND.", R.REPLACES),
    ("Nghị định này thay thế Phụ lục II ban hành kèm theo Nghị định số 15/2030/NĐ-CP.", R.AMENDS),
    ("Nghị định này bãi bỏ các quy định về phí tại Nghị định số 15/2030/NĐ-CP.", R.REPEALS),
    ("Hiệu lực thi hành. Bãi bỏ khoản 2 Điều 5 Nghị định số 15/2030/NĐ-CP.", R.REPEALS),
    ("Quyết định số 12/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", R.REPEALS),
    (
        "Thủ tục số 1 ban hành kèm theo Quyết định số 12/QĐ-BVH của Bộ trưởng hết hiệu lực từ ngày Quyết định này có "
        "hiệu lực.",
        R.REPEALS,
    ),
    ("Quyết định này có hiệu lực từ ngày 01/8/2031; Chỉ thị số 2/CT-UBND về chợ hết hiệu lực.", R.REPEALS),
    ("Sửa đổi khoản 1 Điều 2 Quyết định số 12/2030/QĐ-UBND như sau:", R.AMENDS),
    ("Việc bãi bỏ văn bản thực hiện theo quy định tại Nghị định số 15/2030/NĐ-CP.", R.MENTIONS),
    ("Quyết định này bãi bỏ một số mẫu theo quy định tại Nghị định số 15/2030/NĐ-CP.", R.MENTIONS),
    ("Tiếp tục triển khai thực hiện Kế hoạch số 5/KH-UBND của UBND tỉnh.", R.MENTIONS),
    ("Rà soát, sửa đổi, bổ sung Quyết định số 12/2030/QĐ-UBND cho phù hợp.", R.MENTIONS),
    ("Ban hành kèm theo Quyết định này Kế hoạch thực hiện Nghị quyết số 9/NQ-CP.", R.IMPLEMENTS),
    ("Giám sát việc ban hành kế hoạch và việc thực hiện Nghị quyết số 9/NQ-CP.", R.MENTIONS),
    ("Trước ngày Nghị định số 15/2030/NĐ-CP hết hiệu lực, hồ sơ được giải quyết tiếp.", R.MENTIONS),
]


@pytest.mark.parametrize(("words", "relation"), BODY)
def test_cues_of_the_body_are_read_with_their_surroundings(words: str, relation: Relation) -> None:
    references = draft(units=[("Điều 1", f"Điều 1. {words}")]).references()
    assert [one.relation for one in references] == [relation]


def test_one_sentence_may_change_several_in_several_ways() -> None:
    words = (
        "1. Thông tư này có hiệu lực từ ngày 15/02/2031 và thay thế Thông tư số 1/2020/TT-BXD; bãi bỏ Điều 3 Thông tư "
        "số 2/2021/TT-BXD; việc khác theo Thông tư số 3/2021/TT-BXD."
    )
    found = draft(units=[("Điều 3", "Điều 3. Tổ chức"), ("Điều 3/1", words)]).references()
    assert [one.relation for one in found] == [R.REPLACES, R.REPEALS, R.MENTIONS]


def test_a_list_in_one_paragraph_expires() -> None:
    words = "2. Các văn bản sau hết hiệu lực: Thông tư số 3/2021/TT-BXD; Thông tư số 4/2022/TT-BXD."
    assert [one.relation for one in draft(units=[("2", words)]).references()] == [R.REPEALS] * 2


def test_several_expire_together() -> None:
    words = (
        "Điều 2. Nghị quyết số 1/2012/QH13 của Quốc hội về án năm 2013, Nghị quyết số 2/2013/QH13 của Quốc hội về tội "
        "phạm và Nghị quyết số 3/2015/QH13 hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực."
    )
    assert [one.relation for one in draft(units=[("Điều 2", words)]).references()] == [R.REPEALS] * 3


def test_items_of_a_list_inherit_what_introduces_them() -> None:
    units = [
        ("Điều 5", "Điều 5. Điều khoản thi hành"),
        ("Điều 5/2", "2. Các quyết định sau đây hết hiệu lực thi hành:"),
        ("Điều 5/2/a", "a) Quyết định số 1/2021/QĐ-UBND ngày 01/02/2021 của UBND tỉnh về phí;"),
        ("Điều 5/2/b", "b) Quyết định số 2/2022/QĐ-UBND sửa đổi Quyết định số 1/2021/QĐ-UBND ngày 01/02/2021."),
    ]
    found = [(one.number, one.relation, one.via) for one in draft(units=units).references()]
    assert found == [
        ("1/2021/QĐ-UBND", R.REPEALS, None),
        ("2/2022/QĐ-UBND", R.REPEALS, None),
        ("1/2021/QĐ-UBND", R.MENTIONS, "2/2022/QĐ-UBND"),
    ]


def test_a_purpose_is_carried_out_and_a_task_only_mentions() -> None:
    units = [
        ("I", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("I/1", "1. Tổ chức thực hiện đầy đủ các nhiệm vụ đề ra trong Nghị quyết số 9/NQ-CP."),
        ("II", "II. NHIỆM VỤ"),
        ("II/1", "1. Sở Nội vụ thực hiện Nghị quyết số 9/NQ-CP."),
        ("II/2", "2. Sửa đổi Quyết định số 12/2030/QĐ-UBND để tháo gỡ vướng mắc."),
    ]
    assert [one.relation for one in draft(units=units).references()] == [R.IMPLEMENTS, R.MENTIONS, R.MENTIONS]


NESTED = [
    # a sentence, (number, via, relation to it) of each citation
    (
        "Thực hiện Kế hoạch số 5-KH/TU của Tỉnh ủy thực hiện Nghị quyết số 9-NQ/TW của Bộ Chính trị.",
        [("5-KH/TU", None, None), ("9-NQ/TW", "5-KH/TU", R.IMPLEMENTS)],
    ),
    (
        "Căn cứ Luật Giá số 1/2023/QH15 đã được sửa đổi, bổ sung theo Luật số 2/2024/QH15, Luật số 3/2025/QH15;",
        [
            ("1/2023/QH15", None, None),
            ("2/2024/QH15", "1/2023/QH15", R.AMENDED_BY),
            ("3/2025/QH15", "1/2023/QH15", R.AMENDED_BY),
        ],
    ),
    (
        "theo Nghị định số 1/2031/NĐ-CP (được sửa đổi tại Nghị định số 2/2032/NĐ-CP) và Nghị định số 3/2033/NĐ-CP.",
        [
            ("1/2031/NĐ-CP", None, None),
            ("2/2032/NĐ-CP", "1/2031/NĐ-CP", R.AMENDED_BY),
            ("3/2033/NĐ-CP", None, None),
        ],
    ),
    (
        "Nghị định số 2/2032/NĐ-CP của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 1/2031/NĐ-CP.",
        [("2/2032/NĐ-CP", None, None), ("1/2031/NĐ-CP", "2/2032/NĐ-CP", R.AMENDS)],
    ),
    (
        "Văn bản số 6/CV-HTS về việc tháo gỡ khó khăn trong việc triển khai Nghị định số 1/2031/NĐ-CP.",
        [("6/CV-HTS", None, None), ("1/2031/NĐ-CP", None, None)],
    ),
    (
        "quy định của Nghị định số 1/2031/NĐ-CP và các văn bản hướng dẫn Nghị định số 2/2032/NĐ-CP.",
        [("1/2031/NĐ-CP", None, None), ("2/2032/NĐ-CP", None, None)],
    ),
    (
        "Căn cứ Nghị định số 4/2031/NĐ-CP quy định chi tiết Luật Giá được sửa đổi bởi Nghị định số 5/2032/NĐ-CP;",
        [
            ("4/2031/NĐ-CP", None, None),
            (None, "4/2031/NĐ-CP", R.IMPLEMENTS),
            ("5/2032/NĐ-CP", "4/2031/NĐ-CP", R.AMENDED_BY),
        ],
    ),
]


def test_what_stands_beside_the_host_is_not_nested() -> None:
    words = (
        "Điều 9. Nghị định này thay thế Nghị định số 1/2010/NĐ-CP quy định chi tiết Luật Giá và Nghị định số "
        "2/2016/NĐ-CP của Chính phủ về phí."
    )
    found = draft(units=[("Điều 9", words)]).references()
    assert [(one.number, one.relation, one.via) for one in found] == [
        ("1/2010/NĐ-CP", R.REPLACES, None),
        (None, R.MENTIONS, "1/2010/NĐ-CP"),
        ("2/2016/NĐ-CP", R.REPLACES, None),
    ]


def test_a_consolidated_text_lists_what_amended_it_in_paragraphs() -> None:
    lines = [
        "Thông tư số 1/2031/TT-BTC của Bộ Tài chính về lệ phí, được sửa đổi, bổ sung bởi:",
        "1. Thông tư số 2/2032/TT-BTC của Bộ Tài chính sửa đổi Thông tư số 1/2031/TT-BTC, có hiệu lực từ ngày ký.",
        "2. Thông tư số 3/2033/TT-BTC của Bộ Tài chính.",
        "Căn cứ Luật Giá ngày 19/6/2023;",
    ]
    found = draft(preamble=lines).references()
    assert [(one.number, one.via, one.via_relation) for one in found] == [
        ("1/2031/TT-BTC", None, None),
        ("2/2032/TT-BTC", "1/2031/TT-BTC", R.AMENDED_BY),
        ("1/2031/TT-BTC", "2/2032/TT-BTC", R.AMENDS),
        ("3/2033/TT-BTC", "1/2031/TT-BTC", R.AMENDED_BY),
        (None, None, None),
    ]
    assert found[-1].relation is R.BASED_ON


def test_what_goes_beside_or_is_the_rule_of_a_change_is_only_mentioned() -> None:
    beside = "Mục đích. Triển khai Chỉ thị số 5-CT/TW của Bộ Chính trị gắn với Kết luận số 4-KL/TW."
    ruled = "Bãi bỏ Chỉ thị số 9/2014/CT-UBND của UBND tỉnh theo quy định tại khoản 2 Điều 8 Nghị định số 7/2025/NĐ-CP."
    assert [one.relation for one in draft(units=[("I", "I. MỤC ĐÍCH"), ("I/1", beside)]).references()][1] is R.MENTIONS
    found = draft(units=[("Điều 1", "Điều 1. Bãi bỏ văn bản"), ("Điều 1/2", f"2. {ruled}")]).references()
    assert [one.relation for one in found] == [R.REPEALS, R.MENTIONS]


def test_what_a_sentence_says_of_its_subject_counts_before_the_heading() -> None:
    units = [
        ("Điều 3", "Điều 3. Sửa đổi, thay thế, bãi bỏ"),
        ("Điều 3/3", "3. Nghị quyết số 3/2020/NQ-HĐND hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực."),
    ]
    assert [one.relation for one in draft(units=units).references()] == [R.REPEALS]


@pytest.mark.parametrize(("sentence", "expected"), NESTED)
def test_nested_citations_say_through_which_document(
    sentence: str, expected: list[tuple[str | None, str | None, Relation | None]]
) -> None:
    found = draft(preamble=[sentence]).references()
    assert [(one.number, one.via, one.via_relation) for one in found] == expected
    assert all(one.relation is R.MENTIONS for one in found if one.via)


def test_a_form_has_no_bases_of_its_own() -> None:
    units = [
        ("Phụ lục I", "PHỤ LỤC I Căn cứ Luật Giá;"),
        ("Phụ lục I/Mẫu số 2", "Mẫu số 2 THÔNG BÁO Kính gửi: ....; Căn cứ Luật Đất đai;"),
    ]
    rows = ["1 | theo quy định tại Điều 21 Luật Lưu trữ | Căn cứ Luật Thú y"]
    found = draft(units=units, rows=rows).references()
    assert [one.relation for one in found][1:] == [R.MENTIONS] * 3
