"""Tasks in texts that lay down rules: whose duty is said outright, dated, or under a heading of responsibilities."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.model import Task

ReadTasks = Callable[..., tuple[Task, ...]]
Shown = list[tuple[str, str]]


@pytest.fixture
def rules_of(tasks_of: ReadTasks) -> Callable[[str], tuple[Task, ...]]:
    """Tasks of a circular whose articles are given."""

    def read(body: str) -> tuple[Task, ...]:
        return tasks_of(body, title="THÔNG TƯ\nQuy định về quản lý đồng muối", number="9/2026/TT-BNNMT")

    return read


def shown(tasks: tuple[Task, ...]) -> Shown:
    """Where and who leads."""
    return [(task.where, "; ".join(task.lead)) for task in tasks]


def test_the_mark_of_a_note_hides_no_subject_and_belongs_to_no_task(
    rules_of: Callable[[str], tuple[Task, ...]],
) -> None:
    tasks = rules_of(
        """
Điều 4. Trách nhiệm của cơ quan quản lý

1. [12] Chi cục Thủy lợi cấp tỉnh có trách nhiệm kiểm tra độ mặn.

2. [13][14] Lưu trữ kết quả đo.
"""
    )
    assert [(task.where, task.lead[0], task.text[:20]) for task in tasks] == [
        ("Điều 4/1", "Chi cục Thủy lợi cấp tỉnh", "Chi cục Thủy lợi cấp"),
        ("Điều 4/2", "cơ quan quản lý", "Lưu trữ kết quả đo."),
    ]


def test_duties_by_a_day_or_in_turns_are_tasks_anywhere(rules_of: Callable[[str], tuple[Task, ...]]) -> None:
    tasks = rules_of(
        """
Điều 4. Lập kế hoạch sản xuất muối

1. Ủy ban nhân dân cấp tỉnh gửi Bộ kế hoạch sản xuất muối trước ngày 20 tháng 7 hằng năm.

2. Trung tâm Khảo nghiệm muối quốc gia chịu trách nhiệm lập, trình Bộ chương trình khảo nghiệm trước ngày 10 tháng 6.

3. Định kỳ hằng quý, Hội đồng thẩm định họp, đánh giá chất lượng muối.

4. Hộ làm muối nộp bản kê diện tích trước ngày 30 tháng 6 hằng năm.

5. Muối thu hoạch trước ngày 01 tháng 7 năm 2026 được mua theo giá cũ.

Điều 5. Phí kiểm nghiệm

1. Người nộp phí nộp phí bằng một trong các cách sau:

a) Nộp vào tài khoản của tổ chức khác. Trong thời hạn 24 giờ, cơ quan, tổ chức nhận tiền phải chuyển toàn bộ tiền phí.

b) Nộp bằng tiền mặt.
"""
    )
    assert shown(tasks) == [
        ("Điều 4/1", "Ủy ban nhân dân cấp tỉnh"),
        ("Điều 4/2", "Trung tâm Khảo nghiệm muối quốc gia"),
        ("Điều 4/3", "Hội đồng thẩm định"),
    ]
    assert [task.recurrence.value if task.recurrence else None for task in tasks] == ["yearly", None, "quarterly"]


def test_a_time_within_a_procedure_binds_whom_the_words_order(rules_of: Callable[[str], tuple[Task, ...]]) -> None:
    tasks = rules_of(
        """
Điều 6. Trình tự cấp giấy chứng nhận

1. Trong thời hạn 03 ngày kể từ ngày nhận được hồ sơ, Ủy ban nhân dân cấp tỉnh có trách nhiệm kiểm tra hồ sơ.

Trong thời hạn 05 ngày kể từ ngày nhận được thông báo, Sở Tài chính bổ sung hồ sơ.

2. Trong thời hạn 07 ngày kể từ ngày nhận được hồ sơ, Hội đồng thẩm định tiến hành thẩm định.

3. Trong thời hạn 07 ngày kể từ ngày nhận được hồ sơ, tổ chức, cá nhân phải nộp phí.

4. Cơ quan tiếp nhận hồ sơ có trách nhiệm gửi bản sao cho Chi cục Thủy lợi.
"""
    )
    assert shown(tasks) == [
        ("Điều 6/1", "Ủy ban nhân dân cấp tỉnh"),
        ("Điều 6/1/đoạn 1", "Sở Tài chính"),
        ("Điều 6/4", "Cơ quan tiếp nhận hồ sơ"),
    ]


@pytest.mark.parametrize("ending", ["sau.", "sau:", "như sau:", "sau đây:"])
def test_what_a_body_has_to_do_follows(rules_of: Callable[[str], tuple[Task, ...]], ending: str) -> None:
    tasks = rules_of(
        f"""
Điều 8. Đội kiểm tra muối các cấp có nhiệm vụ {ending}

1. Kiểm tra kho muối.

2. Báo cáo kết quả.

Điều 9. Đội kiểm tra muối có các quyền hạn {ending}

1. Tạm giữ muối bẩn.
"""
    )
    assert shown(tasks) == [("Điều 8/1", "Đội kiểm tra muối các cấp"), ("Điều 8/2", "Đội kiểm tra muối các cấp")]


def test_a_clause_headed_by_responsibilities(rules_of: Callable[[str], tuple[Task, ...]]) -> None:
    tasks = rules_of(
        """
Điều 10. Thẩm định muối

1. Hồ sơ gồm đơn và mẫu muối.

2. Trách nhiệm thẩm định

a) Binh chủng Công binh thẩm định kho muối dưới hầm;

b) Cục Thủy lợi thẩm định kênh dẫn.

3. Trách nhiệm của tổ chức, đơn vị khai thác muối

a) Thu gom muối rơi vãi;

b) Tổ chức rửa muối.

4. Trách nhiệm của người mua muối

a) Trả tiền.
"""
    )
    assert shown(tasks) == [
        ("Điều 10/2/a", "Binh chủng Công binh"),
        ("Điều 10/2/b", "Cục Thủy lợi"),
        ("Điều 10/3/a", "tổ chức, đơn vị khai thác muối"),
        ("Điều 10/3/b", "tổ chức, đơn vị khai thác muối"),
    ]


def test_parts_of_one_form_are_treated_alike(rules_of: Callable[[str], tuple[Task, ...]]) -> None:
    tasks = rules_of(
        """
Điều 11. Giao việc

1. Bộ Quốc phòng giao nhiệm vụ canh đồng muối cho các đơn vị trực thuộc.

2. Hội đồng muối, Bộ đội Biên phòng giao nhiệm vụ canh đồng muối ven biển cho các đơn vị thuộc quyền.

3. Ủy ban nhân dân cấp xã được bồi thường khi mất muối.

Điều 12. Màu muối

1. Hội đồng muối giao nhiệm vụ canh đồng muối theo màu.
"""
    )
    assert shown(tasks) == [
        ("Điều 11/1", "Bộ Quốc phòng"),
        ("Điều 11/2", "Hội đồng muối; Bộ đội Biên phòng"),
    ]


def test_a_report_with_its_contents_is_one_task(rules_of: Callable[[str], tuple[Task, ...]]) -> None:
    tasks = rules_of(
        """
Điều 13. Chế độ báo cáo

1. Bộ Chỉ huy quân sự tỉnh gửi báo cáo về Quân khu trước ngày 25 tháng 6 hằng năm như sau:

a) Số kho muối;

b) Số vụ mất muối.
"""
    )
    assert shown(tasks) == [("Điều 13/1", "Bộ Chỉ huy quân sự tỉnh")]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Cơ quan có thẩm quyền tuyển dụng có trách nhiệm xếp lương.", "Cơ quan có thẩm quyền tuyển dụng"),
        ("Người đứng đầu cơ quan sử dụng công chức chịu trách nhiệm phân công.",
         "Người đứng đầu cơ quan sử dụng công chức"),
        ("Cơ quan quân sự cấp tỉnh hoặc cơ quan khắc phục hậu quả bão lụt cấp tỉnh có trách nhiệm thu thập dữ liệu.",
         "Cơ quan quân sự cấp tỉnh hoặc cơ quan khắc phục hậu quả bão lụt cấp tỉnh"),
        ("Đơn vị tư vấn, điều tra, khảo sát đồng muối có trách nhiệm lập phương án.",
         "Đơn vị tư vấn, điều tra, khảo sát đồng muối"),
        ("Chủ tịch Ủy ban nhân dân cấp tỉnh, Bộ trưởng, người đứng đầu ngành có trách nhiệm báo cáo.",
         "Chủ tịch Ủy ban nhân dân cấp tỉnh|Bộ trưởng|người đứng đầu ngành"),
        ("Chủ tịch UBND các huyện, thành phố và Ban chỉ đạo muối các cấp có trách nhiệm thực hiện.",
         "Chủ tịch UBND các huyện, thành phố|Ban chỉ đạo muối các cấp"),
        ("Cơ quan lập chương trình, kế hoạch sản xuất có trách nhiệm đánh giá.",
         "Cơ quan lập chương trình, kế hoạch sản xuất"),
        ("Bộ Tài chính ủy quyền cho Tổng cục Thuế chịu trách nhiệm in hóa đơn.", "Tổng cục Thuế"),
        ("Cơ quan thuế sau khi nhận hồ sơ, trong vòng 05 ngày phải có trách nhiệm kiểm tra.", "Cơ quan thuế"),
        ("Người đứng đầu cơ quan, tổ chức quyết định việc mua muối trước ngày 05 hằng tháng.",
         "Người đứng đầu cơ quan, tổ chức"),
        ("Ủy ban nhân dân cấp tỉnh được giao lập hồ sơ có trách nhiệm lấy ý kiến.",
         "Ủy ban nhân dân cấp tỉnh được giao lập hồ sơ"),
    ],
)  # fmt: skip
def test_whole_names_of_those_who_bear_a_duty(
    rules_of: Callable[[str], tuple[Task, ...]], sentence: str, lead: str
) -> None:
    tasks = rules_of(f"Điều 14. Việc muối\n\n1. {sentence}\n\n2. Muối phải trắng.")
    assert [task.lead for task in tasks] == [tuple(lead.split("|"))]


def test_the_duties_of_the_members_of_a_team(rules_of: Callable[[str], tuple[Task, ...]]) -> None:
    tasks = rules_of(
        """
Điều 15. Trách nhiệm, quyền hạn của Đội trưởng, Đội phó

1. Trách nhiệm, quyền hạn của Đội trưởng.

- Thực hiện chỉ đạo của UBND, Ban chỉ đạo muối cùng cấp trực tiếp quản lý đội.

- Lập kế hoạch hàng tháng.

2. Trách nhiệm và nghĩa vụ của Đội phó.

- Giúp việc Đội trưởng.

Điều 16. Quan hệ

Đội kiểm tra muối chịu sự chỉ đạo của UBND cùng cấp. Đội kiểm tra cấp dưới định kỳ hàng tháng phải báo cáo cấp trên.

Điều 17. Sở Văn hóa Thông tin tham mưu giúp UBND tỉnh khen thưởng.

Điều 18. Đội kiểm tra muối hoạt động kiêm nhiệm do Chủ tịch UBND cùng cấp quyết định thành lập.
"""
    )
    assert shown(tasks) == [
        ("Điều 15/1/-1", "Đội trưởng"),
        ("Điều 15/1/-2", "Đội trưởng"),
        ("Điều 15/2/-1", "Đội phó"),
        ("Điều 16/đoạn 1", "Đội kiểm tra cấp dưới"),
        ("Điều 17", "Sở Văn hóa Thông tin"),
    ]


def test_a_sentence_broken_before_a_figure_goes_on(rules_of: Callable[[str], tuple[Task, ...]]) -> None:
    tasks = rules_of(
        """
Điều 19. Chế độ báo cáo

1. Các tổ chức, đơn vị khắc phục hậu quả bão lụt thực hiện chế độ báo cáo như sau:

a) Trước khi rửa kho phải báo cáo Bộ Chỉ huy quân sự tỉnh theo Phần

11 của tiêu chuẩn muối;

b) Mỗi quý báo cáo một lần.
"""
    )
    lead = "Các tổ chức, đơn vị khắc phục hậu quả bão lụt"
    assert shown(tasks) == [("Điều 19/1/a", lead), ("Điều 19/1/b", lead)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổ chức, cá nhân có trách nhiệm giữ sạch đồng muối.",
        "Doanh nghiệp có trách nhiệm nộp thuế trước ngày 20 hằng tháng.",
        "Các cơ quan, tổ chức có trách nhiệm dùng muối sạch.",
        "Những cơ sở không thực hiện đúng quy định thì bị nhắc nhở.",
        "Đội viên đăng ký làm muối trước ngày 01 tháng 7 năm 2026 được hưởng phụ cấp.",
        "Hội đồng thẩm định có quyền hạn trả lại hồ sơ.",
        "Ủy ban nhân dân cấp tỉnh quy định giá muối.",
        "Giám đốc kho muối chịu trách nhiệm bồi thường theo quy định.",
    ],
)
def test_a_rule_for_everybody_is_no_task(rules_of: Callable[[str], tuple[Task, ...]], sentence: str) -> None:
    assert not rules_of(f"Điều 14. Việc muối\n\n1. {sentence}\n\n2. Muối phải trắng.")


def test_a_form_to_be_filled_in_assigns_nothing(rules_of: Callable[[str], tuple[Task, ...]]) -> None:
    body = """
Điều 1. Mẫu biểu

Ban hành kèm theo Thông tư này mẫu quyết định.

Mẫu số 01

1. Hội đồng thẩm định có trách nhiệm thông báo cho người làm muối.
"""
    assert not [task for task in rules_of(body) if "Mẫu" in task.where]


def test_samples_of_form_assign_nothing(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
1. Tên cơ quan

a) Văn bản của phòng ghi tên phòng và tên sở.

SỞ MUỐI

PHÒNG TỔNG HỢP

Ví dụ 2:

VĂN PHÒNG SỞ MUỐI

* Các cơ quan tham mưu, giúp việc

b) Đối với văn bản của các ban, các đơn vị trực thuộc: Cấp trưởng ký trực tiếp.

2. Trách nhiệm của các cá nhân

- Người ký văn bản là người chịu trách nhiệm về nội dung.

- Chánh văn phòng có trách nhiệm kiểm tra thể thức.
""",
        title="HƯỚNG DẪN\nThể thức văn bản",
        number="36/HD-VP",
    )
    assert shown(tasks) == [("2/-1", "Người ký văn bản"), ("2/-2", "Chánh văn phòng")]


def test_a_later_sentence_of_a_rule_may_bind_a_body(rules_of: Callable[[str], tuple[Task, ...]]) -> None:
    tasks = rules_of(
        """
Điều 20. Thu phí đồng muối

1. Muối phải trắng. Chi cục Thủy lợi và các Sở liên quan chịu trách nhiệm kiểm tra độ mặn.

2. Phó Trưởng đoàn là lãnh đạo đơn vị chịu trách nhiệm về muối.

3. Tổ chức thu phí nộp 100% số phí vào ngân sách. Tổ chức thu phí khai, nộp phí theo quy định.

4. Tổ chức thu phí dự thi và sử dụng phí theo quy định.

5. Hồ sơ gồm đơn. Trường hợp thiếu, Văn thư cơ quan báo ngay người có trách nhiệm giải quyết.
"""
    )
    assert shown(tasks) == [
        ("Điều 20/1", "Chi cục Thủy lợi; các Sở liên quan"),
        ("Điều 20/3", "Tổ chức thu phí"),
        ("Điều 20/5", "Văn thư cơ quan"),
    ]
    assert tasks[0].text.startswith("Chi cục Thủy lợi")


def test_a_body_may_be_called_by_its_short_name(rules_of: Callable[[str], tuple[Task, ...]]) -> None:
    tasks = rules_of(
        """
Điều 21. Khảo nghiệm

1. TTKNM thẩm định giống muối.

2. CSDLQG cung cấp dữ liệu về muối.

3. TTKNM; sử dụng giống muối.

4. Muối trắng.
"""
    )
    assert shown(tasks) == [("Điều 21/1", "TTKNM")]
