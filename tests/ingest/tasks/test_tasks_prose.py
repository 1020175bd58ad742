"""Tasks in plans, directives, decisions, letters and resolutions, by how they are written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.model import Recurrence, Task

ReadTasks = Callable[..., tuple[Task, ...]]


def shown(tasks: tuple[Task, ...]) -> list[tuple[str, str, str]]:
    """Where, who leads, and how the text begins."""
    return [(task.where, "; ".join(task.lead), task.text[:24]) for task in tasks]


def test_bullets_under_the_name_of_a_body(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
I. TỔ CHỨC THỰC HIỆN

1. Sở Nông nghiệp và Môi trường

- Chủ trì, phối hợp với Sở Tài chính và Ủy ban nhân dân các xã, phường tổ chức thực hiện Kế hoạch này.

- Định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh.

2. Trách nhiệm của các chủ đầu tư xây dựng hồ chứa:

- Vận hành hồ chứa đúng quy trình.
"""
    )
    assert shown(tasks) == [
        ("I/1/-1", "Sở Nông nghiệp và Môi trường", "Chủ trì, phối hợp với Sở"),
        ("I/1/-2", "Sở Nông nghiệp và Môi trường", "Định kỳ hằng quý báo cáo"),
        ("I/2/-1", "các chủ đầu tư xây dựng hồ chứa", "Vận hành hồ chứa đúng qu"),
    ]
    assert tasks[0].cooperate == ("Sở Tài chính", "Ủy ban nhân dân các xã, phường")
    assert tasks[0].lead_from == "I/1"
    assert (tasks[1].deadline, tasks[1].recurrence) == ("Định kỳ hằng quý", Recurrence.QUARTERLY)


def test_a_sentence_with_a_colon_gives_its_lead_to_its_parts(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
1. Các sở, ban, ngành, Ủy ban nhân dân các xã, phường cần tập trung thực hiện tốt các nhiệm vụ sau:

1.1. Nạo vét kênh mương trước mùa mưa.

1.2. Người đứng đầu trạm bơm trực tiếp chỉ đạo việc vận hành máy bơm.

1.3. Máy bơm phải được bảo dưỡng.

2. Giao Sở Tài chính:

a) Bố trí kinh phí.

b) Hướng dẫn quyết toán trước ngày 15/12 hằng năm.
""",
        title="CHỈ THỊ\nvề việc phòng chống úng ngập",
        number="02/CT-UBND",
    )
    assert shown(tasks) == [
        ("1/1.1", "Các sở, ban, ngành; Ủy ban nhân dân các xã, phường", "Nạo vét kênh mương trước"),
        ("1/1.2", "Người đứng đầu trạm bơm", "Người đứng đầu trạm bơm "),
        ("1/1.3", "Các sở, ban, ngành; Ủy ban nhân dân các xã, phường", "Máy bơm phải được bảo dư"),
        ("2/a", "Sở Tài chính", "Bố trí kinh phí."),
        ("2/b", "Sở Tài chính", "Hướng dẫn quyết toán trư"),
    ]
    assert [task.lead_from for task in tasks] == ["1", None, "1", "2", "2"]
    assert tasks[4].recurrence is Recurrence.YEARLY


@pytest.mark.parametrize(
    ("sentence", "lead", "cooperate"),
    [
        ("Sở Xây dựng chủ trì, phối hợp với Công an tỉnh cắm biển báo.", "Sở Xây dựng", "Công an tỉnh"),
        ("Giao Sở Tài chính theo dõi, tổng hợp, báo cáo Ủy ban nhân dân tỉnh.", "Sở Tài chính", ""),
        ("Giám đốc Sở Y tế chịu trách nhiệm về việc tiêm chủng.", "Giám đốc Sở Y tế", ""),
        ("Sở Văn hóa, Thể thao và Du lịch tổ chức hội thi hát đồng dao.", "Sở Văn hóa, Thể thao và Du lịch", ""),
        ("Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các xã, phường căn cứ nhiệm vụ được giao triển khai.",
         "Thủ trưởng các sở, ban, ngành|Chủ tịch Ủy ban nhân dân các xã, phường", ""),
        ("Sở Xây dựng: hướng dẫn các xã lập quy hoạch.", "Sở Xây dựng", ""),
        ("Công an tỉnh: Chủ trì bảo đảm trật tự.", "Công an tỉnh", ""),
        ("Ủy ban nhân dân các xã: Bình Mơ, Suối Mơ quyết liệt chỉ đạo di dời dân.",
         "Ủy ban nhân dân các xã: Bình Mơ, Suối Mơ", ""),
        ("Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo Ủy ban nhân dân tỉnh cụ thể hóa Kế hoạch.",
         "Đảng ủy Ủy ban nhân dân tỉnh", ""),
        ("Cơ quan đăng ký đầu tư có trách nhiệm lấy ý kiến.", "Cơ quan đăng ký đầu tư", ""),
        ("Tổ trưởng Tổ công tác có trách nhiệm phân công nhiệm vụ.", "Tổ trưởng Tổ công tác", ""),
        ("Trong quá trình thực hiện, nếu có vướng mắc, các sở, ban, ngành phản ánh về Sở Tài chính.",
         "các sở, ban, ngành", ""),
        ("Ủy ban nhân dân tỉnh giao Sở Nội vụ tham mưu sắp xếp tổ chức.", "Sở Nội vụ", ""),
        ("Thống nhất giao Sở Xây dựng làm chủ đầu tư.", "Sở Xây dựng", ""),
        ("Về công tác quy hoạch: giao Sở Xây dựng khẩn trương hoàn thiện hồ sơ.", "Sở Xây dựng", ""),
        ("Định kỳ hằng quý, các sở, ban, ngành báo cáo kết quả.", "các sở, ban, ngành", ""),
        ("Bộ Y tế Chủ trì triển khai tiêm chủng.", "Bộ Y tế", ""),
        ("Tình hình hạn hán còn phức tạp. Sở Công Thương chủ động bảo đảm điện.", "Sở Công Thương", ""),
        ("Với ý nghĩa đó, yêu cầu các chủ đầu tư, nhất là BQL cần đẩy nhanh tiến độ.", "các chủ đầu tư|BQL", ""),
        ("Yêu cầu Ủy ban nhân dân các xã, phường đắp đập tạm.", "Ủy ban nhân dân các xã, phường", ""),
        ("Sở Y tế phun thuốc muỗi.", "Sở Y tế", ""),
        ("Chế độ báo cáo: Các sở, ban, ngành; Ủy ban nhân dân các xã báo cáo kết quả trước ngày 10/12 hằng năm.",
         "Các sở, ban, ngành|Ủy ban nhân dân các xã", ""),
        ("Công chức Trung tâm Phục vụ hành chính công xã có trách nhiệm niêm yết thủ tục; không yêu cầu giấy tờ.",
         "Công chức Trung tâm Phục vụ hành chính công xã", ""),
        ("Chủ cơ sở có trách nhiệm giám sát chất lượng nước.", "Chủ cơ sở", ""),
        ("Hai ngành luân phiên chủ trì họp giao ban hằng quý.", "Hai ngành", ""),
        ("Người đứng đầu cơ quan, tổ chức trong phạm vi quyền hạn của mình có trách nhiệm quản lý tài liệu.",
         "Người đứng đầu cơ quan, tổ chức", ""),
        ("Người đứng đầu đơn vị trong cơ quan, tổ chức chịu trách nhiệm về việc lập hồ sơ.",
         "Người đứng đầu đơn vị trong cơ quan, tổ chức", ""),
        ("Đảng ở Thường trực Hội đồng, các Ủy ban của Hội đồng trong phạm vi nhiệm vụ của mình tổ chức quán triệt.",
         "Đảng ở Thường trực Hội đồng|các Ủy ban của Hội đồng", ""),
        ("Các bệnh viện, trung tâm y tế tự kiểm tra, gửi báo cáo.", "Các bệnh viện|trung tâm y tế", ""),
        ("Các thôn kiện toàn Tổ công nghệ số.", "Các thôn", ""),
        ("Văn phòng HĐND và UBND xã tổng hợp, báo cáo kết quả.", "Văn phòng HĐND và UBND xã", ""),
        ("Công an phường làm sạch dữ liệu.", "Công an phường", ""),
        ("Định kỳ 06 tháng các cơ quan liên quan báo cáo kết quả.", "các cơ quan liên quan", ""),
        ("Các doanh nghiệp, cơ sở giáo dục, đào tạo bố trí kinh phí.", "Các doanh nghiệp, cơ sở giáo dục, đào tạo", ""),
        ("Các cơ sở đào tạo, bồi dưỡng đang tổ chức thực hiện lớp có trách nhiệm cấp chứng chỉ.",
         "Các cơ sở đào tạo, bồi dưỡng đang tổ chức thực hiện lớp", ""),
        ("Sở Nội vụ phối hợp với doanh nghiệp phát triển phần mềm.", "Sở Nội vụ", "doanh nghiệp"),
        ("Sở Nội vụ phối hợp với đầu mối các sở, ngành, các trường cao đẳng xây dựng giáo trình.",
         "Sở Nội vụ", "đầu mối các sở, ngành|các trường cao đẳng"),
        ("Sở Nội vụ phối hợp với các Viện nghiên cứu, phát triển công nghệ.", "Sở Nội vụ", "các Viện nghiên cứu"),
        ("Sở Nội vụ rà soát các văn bản có hiệu lực về muối.", "Sở Nội vụ", ""),
        ("Thực hiện chỉ đạo của Thủ tướng Chính phủ, Sở Y tế tiêm chủng bổ sung.", "Sở Y tế", ""),
        ("Các cơ quan, đơn vị rà soát, báo cáo và có trách nhiệm sửa chữa.", "Các cơ quan, đơn vị", ""),
        ("Các cơ quan, đơn vị kiểm tra kho, khi mất muối có trách nhiệm báo ngay.", "Các cơ quan, đơn vị", ""),
        ("Các cơ sở đào tạo ở các lĩnh vực, ngành nghề mở thêm lớp làm muối.",
         "Các cơ sở đào tạo ở các lĩnh vực, ngành nghề", ""),
        ("Kế hoạch này có hiệu lực từ ngày ký. Giao Phòng Nội vụ làm đầu mối tham mưu.", "Phòng Nội vụ", ""),
        ("Niêm yết thủ tục (chủ trì: Phòng Nội vụ; phối hợp: Công an xã; hoàn thành trước ngày 28/02/2027).",
         "Phòng Nội vụ", "Công an xã"),
        ("Khảo sát mức độ hài lòng (Phòng Nội vụ thực hiện trong tháng 3/2027).", "Phòng Nội vụ", ""),
        ("Các Bộ, Ủy ban nhân dân các cấp phối hợp với các cấp Mặt trận Tổ quốc Việt Nam tổ chức, tuyên truyền.",
         "Các Bộ|Ủy ban nhân dân các cấp", "các cấp Mặt trận Tổ quốc Việt Nam"),
        ("Sở Nội vụ (cơ quan thường trực) phối hợp chặt chẽ với các cơ quan liên quan trong việc tuyển chọn.",
         "Sở Nội vụ (cơ quan thường trực)", "các cơ quan liên quan"),
    ],
)  # fmt: skip
def test_who_is_addressed(tasks_of: ReadTasks, sentence: str, lead: str, cooperate: str) -> None:
    tasks = tasks_of(f"I. NHIỆM VỤ\n\n1. {sentence}\n\n2. Sở Khoa học và Công nghệ xây dựng phần mềm.")
    assert [task.where for task in tasks] == ["I/1", "I/2"]
    assert tasks[0].lead == tuple(lead.split("|"))
    assert tasks[0].cooperate == tuple(filter(None, cooperate.split("|")))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ban hành kèm theo Kế hoạch này danh mục hồ chứa.",
        "Báo cáo kết quả thực hiện đạt yêu cầu.",
        "Các cơ sở dữ liệu chuyên ngành gồm có: dữ liệu đất, dữ liệu nước.",
        "Sở Tài chính đã bố trí đủ kinh phí trong năm qua.",
        "Trường hợp mưa lớn thì xả lũ.",
        "Công chức chăm ngoan được khen.",
        "3",
        "Quá trình thực hiện, nếu có vướng mắc, liên hệ Phòng Nội vụ, điện thoại 0299 để được hướng dẫn.",
        "Sở Xây dựng đề nghị các cơ quan, đơn vị quan tâm phối hợp./.",
        "Phát triển vùng lúa theo hướng hữu cơ.",
        "Quyết định này có hiệu lực thi hành kể từ ngày ký.",
        "Giám đốc Sở Tài chính và Thủ trưởng các cơ quan liên quan chịu trách nhiệm thi hành Kế hoạch này.",
        "Người đứng đầu ....... (tên cơ quan) chịu trách nhiệm lập hồ sơ.",
    ],
)
def test_no_task(tasks_of: ReadTasks, sentence: str) -> None:
    tasks = tasks_of(f"I. NỘI DUNG\n\n1. {sentence}\n\n2. Sở Khoa học và Công nghệ xây dựng phần mềm.")
    assert [task.where for task in tasks] == ["I/2"]


def test_goals_viewpoints_and_evaluations_hold_no_tasks(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
I. ĐÁNH GIÁ TÌNH HÌNH

1. Các sở, ban, ngành phải rút kinh nghiệm.

II. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

a) Sở Tài chính có trách nhiệm hiểu rõ mục đích.

2. Yêu cầu

- Sở Nội vụ chủ động thực hiện.

III. KINH PHÍ THỰC HIỆN

Sở Tài chính có trách nhiệm bố trí kinh phí.

IV. PHÂN CÔNG

1. Sở Y tế tổ chức khám bệnh.
"""
    )
    assert [task.where for task in tasks] == ["IV/1"]


def test_labelled_lines_say_who_when_and_what(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
I. NỘI DUNG

1. Công tác tuyên truyền

- Nội dung: Xây dựng chuyên mục về vùng lúa.

- Đơn vị chủ trì: Sở Văn hóa, Thể thao và Du lịch.

- Đơn vị phối hợp: Các sở, ban, ngành; Ủy ban nhân dân các xã, phường.

- Thời gian thực hiện: Quý III/2026.

- Sản phẩm: Chuyên mục được phát sóng.

2. Rà soát diện tích lúa (Đơn vị chủ trì: Sở Nông nghiệp và Môi trường; thời gian hoàn thành: trước ngày 30/6/2026).

3. Mua giống lúa mới.
"""
    )
    first, second = tasks
    assert first.text.startswith("Công tác tuyên truyền")
    assert first.lead == ("Sở Văn hóa, Thể thao và Du lịch",)
    assert first.cooperate == ("Các sở, ban, ngành", "Ủy ban nhân dân các xã, phường")
    assert (first.deadline, str(first.due)) == ("Quý III/2026", "2026-09-30")
    assert first.result == "Chuyên mục được phát sóng"
    assert (first.where, second.where) == ("I/1", "I/2")
    assert second.lead == ("Sở Nông nghiệp và Môi trường",)
    assert str(second.due) == "2026-06-29"


def test_a_deadline_line_speaks_of_the_bullet_before_it_and_of_all_its_parts(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
I. NHIỆM VỤ CỤ THỂ

1. Các cơ quan tham mưu

- Phối hợp hướng dẫn kiểm kê. Trong đó:

+ Sở Xây dựng: hướng dẫn kiểm kê đường sá.

+ Sở Công Thương: hướng dẫn kiểm kê chợ.

Thời gian hoàn thành: Tháng 11 - 12/2026.

- Cử công chức tham gia tổ công tác.

Thời gian thực hiện: Từ tháng 12/2026 đến khi kết thúc kiểm kê.
"""
    )
    assert [("; ".join(task.lead), task.deadline, str(task.due)) for task in tasks] == [
        ("Sở Xây dựng", "Tháng 11 - 12/2026", "2026-12-31"),
        ("Sở Công Thương", "Tháng 11 - 12/2026", "2026-12-31"),
        ("Các cơ quan tham mưu", "Từ tháng 12/2026 đến khi kết thúc kiểm kê", "None"),
    ]


def test_two_bodies_addressed_in_one_unit_are_two_tasks(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
I. NHIỆM VỤ

1. Giao Sở Xây dựng kiểm tra cầu yếu. Yêu cầu Nhà thầu (Công ty Cầu Mơ) sửa cầu trước ngày 30/9/2026.

2. Yêu cầu các bộ, ngành, địa phương vào cuộc. Yêu cầu từng bộ, ngành, địa phương không được chủ quan.
"""
    )
    assert shown(tasks) == [
        ("I/1", "Sở Xây dựng", "Giao Sở Xây dựng kiểm tr"),
        ("I/1", "Nhà thầu (Công ty Cầu Mơ)", "Yêu cầu Nhà thầu (Công t"),
        ("I/2", "các bộ, ngành, địa phương", "Yêu cầu các bộ, ngành, đ"),
    ]
    assert [str(task.due) for task in tasks] == ["None", "2026-09-29", "None"]


def test_a_section_addressed_to_everybody(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
I. NHIỆM VỤ TRỌNG TÂM

Thời gian còn lại rất ngắn; do vậy, yêu cầu các sở, ban, ngành, địa phương:

1. Sửa đê

a) Khẩn trương hàn khẩu đê Mơ.

b) Hiện nay đê còn yếu. Giao Sở Xây dựng gia cố trong tháng 6/2026.
"""
    )
    assert [("; ".join(task.lead), task.rule, task.text[:13]) for task in tasks] == [
        ("các sở, ban, ngành, địa phương", "order", "Khẩn trương h"),
        ("Sở Xây dựng", "clause", "Giao Sở Xây d"),
    ]


def test_details_of_one_task_stay_with_it(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
I. NHIỆM VỤ

1. Sở Xây dựng chủ trì lập quy hoạch đê, trong đó tập trung vào các tuyến:

- Đê hữu sông Mơ;

- Đê tả sông Mơ.

2. Sở Y tế có trách nhiệm:

- Dự trữ thuốc;

- Cử đội cấp cứu.
"""
    )
    assert [(task.where, task.text.count("\n")) for task in tasks] == [("I/1", 2), ("I/2/-1", 0), ("I/2/-2", 0)]


def test_a_decision_assigns_in_its_articles(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

QUYẾT ĐỊNH:

Điều 1. Thành lập Tổ công tác bảo vệ rừng ngập mặn.

Điều 2. Giao Sở Nông nghiệp và Môi trường xây dựng quy chế trong vòng 30 ngày kể từ ngày ký.

Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Giám đốc Sở Tài chính chịu trách nhiệm thi hành Quyết định này./.
""",
        title="QUYẾT ĐỊNH\nVề việc thành lập Tổ công tác",
        number="44/QĐ-UBND",
    )
    assert [(task.where, str(task.due)) for task in tasks] == [("Điều 2", "2026-06-05")]


def test_a_normative_decision_gives_tasks_only_under_its_duties(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
ỦY BAN NHÂN DÂN TỈNH

QUYẾT ĐỊNH:

Điều 1. Phạm vi điều chỉnh

Quyết định này quy định mức thu phí đò. Các bến đò phải niêm yết giá.

Điều 2. Trách nhiệm của Sở Tài chính

1. Kiểm tra việc thu phí.

2. Hằng năm tổng hợp, báo cáo.

Điều 3. Trách nhiệm của người qua đò

1. Trả phí đúng mức.

Điều 4. Sở Nội vụ thu, nộp phí; báo cáo Ủy ban nhân dân tỉnh trước ngày 20 tháng 11 hằng năm.

Điều 5. Ủy ban nhân dân tỉnh quy định mức phí khác khi cần.
""",
        title="QUYẾT ĐỊNH\nQuy định mức thu phí đò",
        number="12/2026/QĐ-UBND",
    )
    assert [(task.where, task.lead) for task in tasks] == [
        ("Điều 2/1", ("Sở Tài chính",)),
        ("Điều 2/2", ("Sở Tài chính",)),
        ("Điều 4", ("Sở Nội vụ",)),
    ]


def test_a_head_bears_a_duty_in_the_last_article(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
Điều 1. Phạm vi điều chỉnh

Nghị định này quy định về công trái.

Điều 2. Hiệu lực thi hành

1. Nghị định này có hiệu lực từ ngày 01/8/2026.

2. Bộ trưởng Bộ Tài chính chịu trách nhiệm hướng dẫn thi hành Nghị định này.

3. Các Bộ trưởng, Chủ tịch Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Nghị định này.
""",
        title="NGHỊ ĐỊNH\nVề công trái",
        number="28/2026/NĐ-CP",
    )
    assert [(task.where, task.lead) for task in tasks] == [("Điều 2/2", ("Bộ trưởng Bộ Tài chính",))]


def test_closing_words_may_assign_beside_the_clause_on_force(tasks_of: ReadTasks) -> None:
    closing = "Kế hoạch này có hiệu lực từ ngày ký và thay thế Kế hoạch số 2/KH-UBND."
    body = f"I. NỘI DUNG\n\n1. Trồng lúa.\n\n{closing} {{}}./."
    assert [task.lead for task in tasks_of(body.format("Giao Phòng Nội vụ làm đầu mối"))] == [("Phòng Nội vụ",)]
    assert not tasks_of(body.format("Việc này là cần thiết"))
    assert tasks_of(body.format("Giao Phòng Nội vụ làm đầu mối"))[0].text == "Giao Phòng Nội vụ làm đầu mối./."


@pytest.mark.parametrize(
    ("closing", "leads"),
    [
        ("Yêu cầu các sở, ban, ngành triển khai thực hiện tốt Kế hoạch này. Định kỳ 06 tháng các cơ quan có liên quan "
         "báo cáo kết quả về Sở Nội vụ. Nếu có vướng mắc, các đơn vị đề xuất Sở Nội vụ.", ["các cơ quan có liên quan"]),
        ("Trên đây là Kế hoạch trồng lúa; Các xã, phường báo cáo kết quả trước ngày 15 tháng 12 năm 2026.",
         ["Các xã, phường"]),
        ("Yêu cầu các sở, ban, ngành triển khai thực hiện tốt Kế hoạch này.", []),
        ("Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Nội vụ.", []),
    ],
)  # fmt: skip
def test_a_report_asked_for_in_closing(tasks_of: ReadTasks, closing: str, leads: list[str]) -> None:
    tasks = tasks_of(f"I. NỘI DUNG\n\n1. Trồng lúa.\n\n{closing}\n")
    assert [task.lead[0] for task in tasks] == leads


def test_a_body_has_others_do_what_follows(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
I. NHIỆM VỤ

1. Sở Giáo dục và Đào tạo, Sở Nội vụ chỉ đạo, giao nhiệm vụ cho các trường cao đẳng, cơ sở giáo dục nghề nghiệp:

a) Mở lớp trồng lúa.

b) Sở Nội vụ cấp kinh phí.

2. Sở Y tế chỉ đạo, giao nhiệm vụ cho bệnh viện khám bệnh.
"""
    )
    assert [(task.where, "; ".join(task.lead)) for task in tasks] == [
        ("I/1/a", "các trường cao đẳng, cơ sở giáo dục nghề nghiệp"),
        ("I/1/b", "Sở Nội vụ"),
        ("I/2", "Sở Y tế"),
    ]


def test_a_report_assigns_nothing(tasks_of: ReadTasks) -> None:
    body = "I. KIẾN NGHỊ\n\nĐề nghị Sở Nội vụ sớm hướng dẫn tiêu chí.\n\n1. Giao Sở Tài chính bố trí kinh phí."
    assert not tasks_of(body, title="BÁO CÁO\nKết quả trồng lúa năm 2026", number="15/BC-UBND")
    assert tasks_of(body)


def test_a_letter_without_numbers(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
Kính gửi:
- Các sở, ban, ngành tỉnh;
- Ủy ban nhân dân các xã, phường.

Trước tình hình hạn mặn, Chủ tịch Ủy ban nhân dân tỉnh có ý kiến chỉ đạo như sau:

Giao Sở Nông nghiệp và Môi trường theo dõi độ mặn, báo cáo trước 16 giờ ngày 10/5/2026.

Văn phòng Ủy ban nhân dân tỉnh thông báo để các cơ quan biết, thực hiện./.
""",
        title="V/v phòng chống hạn mặn",
        number="88/UBND-KT",
    )
    assert [("; ".join(task.lead), str(task.due)) for task in tasks] == [("Sở Nông nghiệp và Môi trường", "2026-05-10")]


def test_a_party_resolution(party_tasks_of: ReadTasks) -> None:
    tasks = party_tasks_of(
        """
I- QUAN ĐIỂM

1- Các cấp ủy phải coi trọng nghề muối.

II- NHIỆM VỤ, GIẢI PHÁP

1- Quy hoạch đồng muối đến năm 2030.

III- TỔ CHỨC THỰC HIỆN

1- Ban Thường vụ Tỉnh ủy lãnh đạo xây dựng chương trình hành động.

2- Ban Tuyên giáo và Dân vận Tỉnh ủy chủ trì, phối hợp với các cơ quan liên quan hướng dẫn quán triệt Nghị quyết.

3- Các đảng ủy xã, phường tổ chức học tập Nghị quyết; định kỳ 6 tháng báo cáo Ban Thường vụ Tỉnh ủy.

Nghị quyết này phổ biến đến chi bộ.
"""
    )
    assert [(task.where, "; ".join(task.lead)) for task in tasks] == [
        ("III/1", "Ban Thường vụ Tỉnh ủy"),
        ("III/2", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        ("III/3", "Các đảng ủy xã, phường"),
    ]
    assert tasks[2].recurrence is Recurrence.HALF_YEARLY


def test_a_paragraph_that_only_names_a_body_is_a_heading(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
I. TỔ CHỨC THỰC HIỆN

Sở Tài chính

- Bố trí kinh phí.

Sở Y tế

- Dự trữ thuốc.

- Cử đội cấp cứu.
"""
    )
    assert [task.lead for task in tasks] == [("Sở Tài chính",), ("Sở Y tế",), ("Sở Y tế",)]


def test_the_order_of_the_preamble_stands_behind_units_that_name_nobody(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
Để phòng úng, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các sở, ban, ngành tập trung thực hiện các nội dung sau:

1. Nạo vét kênh mương.

2. Sở Xây dựng kiểm tra cống.
""",
        title="CHỈ THỊ\nvề việc phòng chống úng ngập",
        number="02/CT-UBND",
    )
    assert [(task.lead, task.rule) for task in tasks] == [
        (("Thủ trưởng các sở, ban, ngành",), "document"),
        (("Sở Xây dựng",), "subject"),
    ]
    assert tasks[0].confidence < tasks[1].confidence


def test_a_resolution_of_a_meeting(tasks_of: ReadTasks) -> None:
    tasks = tasks_of(
        """
1. Về tình hình mùa màng tháng 9

Ủy ban nhân dân tỉnh thống nhất đánh giá: mùa màng khá. Các sở đã nỗ lực thực hiện nhiệm vụ.

Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành tập trung thực hiện các nội dung sau:

a) Sở Tài chính chủ trì, phối hợp với các cơ quan liên quan:

- Theo dõi giá lúa.

- Trình phương án giá trong tháng 10/2026.

b) Các sở: Ngoại vụ, Công Thương, Nông nghiệp và Môi trường theo chức năng được giao tìm thị trường.

c) Đẩy mạnh chế biến gạo.

2. Về dự thảo Quy chế kho lúa

Ủy ban nhân dân tỉnh cơ bản thống nhất dự thảo; giao Sở Tư pháp chủ trì hoàn thiện.
""",
        title="NGHỊ QUYẾT\\nPhiên họp thường kỳ tháng 9",
        number="31/NQ-UBND",
    )
    assert [(task.where, "; ".join(task.lead), task.cooperate) for task in tasks] == [
        ("1/a/-1", "Sở Tài chính", ("các cơ quan liên quan",)),
        ("1/a/-2", "Sở Tài chính", ("các cơ quan liên quan",)),
        ("1/b", "Các sở: Ngoại vụ, Công Thương, Nông nghiệp và Môi trường", ()),
        ("1/c", "các sở, ban, ngành", ()),
        ("2/đoạn 1", "Sở Tư pháp", ()),
    ]
