"""Printed deadlines and what they mean. The document of every row is of 20/11/2025 where nothing else is said."""

from __future__ import annotations

import random
from datetime import date

import pytest

from kb.deadline import find_deadlines, governing_deadline, read_deadline
from kb.model import Recurrence

ISSUED = date(2025, 11, 20)


@pytest.mark.parametrize(
    ("printed", "due"),
    [
        ("quý IV/2025", "2025-12-31"),
        ("Quý I năm 2026", "2026-03-31"),
        ("Quý 2/2026", "2026-06-30"),
        ("Quý II, III/2026", "2026-09-30"),
        ("Quý III - IV năm 2026", "2026-12-31"),
        ("Quý I", "2026-03-31"),
        ("Trong quý IV", "2025-12-31"),
        ("Q4/2025", "2025-12-31"),
        ("nửa đầu năm 2026", "2026-06-30"),
        ("cuối năm 2026", "2026-12-31"),
        ("T6/2026", "2026-06-30"),
        ("ngày mùng 5 tháng 3 năm 2026", "2026-03-05"),
        ("Tháng 10-11/2026", "2026-11-30"),
        ("Năm 2025 và 2026", "2026-12-31"),
        ("trước ngày 15/11/2025", "2025-11-14"),
        ("Trước 30/6/2026", "2026-06-29"),
        ("trước ngày 15 tháng 12 năm 2025", "2025-12-14"),
        ("trước ngày 15/12", "2025-12-14"),
        ("trước ngày 15/01", "2026-01-14"),
        ("trước 17 giờ 00 ngày 25/11/2025", "2025-11-25"),
        ("trước 16h30 ngày 25/11/2025", "2025-11-25"),
        ("trước tháng 6/2026", "2026-05-31"),
        ("Trước năm 2030", "2029-12-31"),
        ("chậm nhất ngày 31/12/2025", "2025-12-31"),
        ("ngày 05-12-2025", "2025-12-05"),
        ("05.12.2025", "2025-12-05"),
        ("trong tháng 6/2026", "2026-06-30"),
        ("Tháng 12/2025", "2025-12-31"),
        ("Tháng 02/2028", "2028-02-29"),
        ("12/2025", "2025-12-31"),
        ("Tháng 11 - 12/2025", "2025-12-31"),
        ("Tháng 11/2025 đến tháng 3/2026", "2026-03-31"),
        ("tháng 6 năm 2026", "2026-06-30"),
        ("Tháng 12", "2025-12-31"),
        ("Năm 2025-2030", "2030-12-31"),
        ("Giai đoạn 2026 – 2030", "2030-12-31"),
        ("2025, 2026", "2026-12-31"),
        ("2026", "2026-12-31"),
        ("đến hết năm 2025", "2025-12-31"),
        ("6 tháng đầu năm 2026", "2026-06-30"),
        ("06 tháng cuối năm 2026", "2026-12-31"),
        ("Từ ngày 01/01/2026 đến ngày 31/3/2026", "2026-03-31"),
        ("Tháng 6/2026; hoàn chỉnh tháng 12/2026", "2026-12-31"),
        ("trong vòng 30 ngày kể từ ngày ký", "2025-12-20"),
        ("30 (ba mươi) ngày, kể từ ngày ban hành Kế hoạch", "2025-12-20"),
        ("3 tháng kể từ ngày Quyết định này được ban hành", "2026-02-20"),
        ("15 ngày kể từ ngày 01/12/2025", "2025-12-16"),
    ],
)
def test_last_day_allowed(printed: str, due: str) -> None:
    deadline = read_deadline(printed, ISSUED)
    assert deadline is not None
    assert (deadline.due, deadline.recurrence) == (date.fromisoformat(due), None)


@pytest.mark.parametrize(
    ("printed", "recurrence"),
    [
        ("hằng năm", Recurrence.YEARLY),
        ("Hàng năm", Recurrence.YEARLY),
        ("định kỳ hằng năm", Recurrence.YEARLY),
        ("Hằng năm hoặc khi có yêu cầu", Recurrence.YEARLY),
        ("Trước ngày 15/12 hàng năm", Recurrence.YEARLY),
        ("định kỳ hằng quý", Recurrence.QUARTERLY),
        ("Hàng quý", Recurrence.QUARTERLY),
        ("mỗi quý một lần", Recurrence.QUARTERLY),
        ("trước ngày 20 hằng tháng", Recurrence.MONTHLY),
        ("ngày 25 của tháng", Recurrence.MONTHLY),
        ("ngày 20 tháng cuối quý", Recurrence.QUARTERLY),
        ("Quý II hằng năm", Recurrence.YEARLY),
        ("trước ngày 30 tháng 01 hằng năm", Recurrence.YEARLY),
        ("hàng tháng", Recurrence.MONTHLY),
        ("định kỳ hàng tuần", Recurrence.WEEKLY),
        ("Định kỳ 6 tháng", Recurrence.HALF_YEARLY),
        ("định kỳ hàng 6 tháng", Recurrence.HALF_YEARLY),
        ("06 tháng/lần", Recurrence.HALF_YEARLY),
        ("Định kỳ 6 tháng, trước ngày 05/6 và ngày 20/11", Recurrence.HALF_YEARLY),
        ("Thường xuyên", Recurrence.REGULAR),
        ("Nhiệm vụ thường xuyên", Recurrence.REGULAR),
        ("Định kỳ", Recurrence.REGULAR),
    ],
)
def test_recurrence(printed: str, recurrence: Recurrence) -> None:
    deadline = read_deadline(printed, ISSUED)
    assert deadline is not None
    assert (deadline.due, deadline.recurrence) == (None, recurrence)


@pytest.mark.parametrize(
    "printed",
    [
        "ngay sau khi Nghị quyết được thông qua",
        "Từ tháng 11/2025 đến khi kết thúc Tổng kiểm kê",
        "Bắt đầu triển khai từ năm 2026",
        "Theo Kế hoạch triển khai các nền tảng",
        "10 ngày làm việc kể từ ngày ký",
        "30 ngày kể từ ngày nhận đủ hồ sơ",
        "Năm 2025 và các năm tiếp theo",
        "Năm 2026 trở đi",
        "đầu năm 2026",
        "trước Tết Nguyên đán 2026",
        "Kỳ họp thứ 10",
        "31/6/2025",
    ],
)
def test_printed_but_no_day_can_be_said(printed: str) -> None:
    deadline = read_deadline(printed, ISSUED)
    assert deadline is not None
    assert (deadline.due, deadline.recurrence) == (None, None)
    assert deadline.printed == printed


@pytest.mark.parametrize("printed", ["", "  ", "-", "…"])
def test_empty_cell_is_no_deadline(printed: str) -> None:
    assert read_deadline(printed, ISSUED) is None


def test_year_that_is_not_printed_needs_the_day_of_the_document() -> None:
    deadline = read_deadline("trước ngày 15/12", None)
    assert deadline is not None
    assert deadline.due is None


@pytest.mark.parametrize(
    ("sentence", "printed", "meaning"),
    [
        ("Sở Nội vụ tổng hợp, báo cáo trước ngày 15/12/2025.", "trước ngày 15/12/2025", "2025-12-14"),
        ("Hoàn thành việc rà soát trong quý I/2026.", "trong quý I/2026", "2026-03-31"),
        ("hoàn thiện báo cáo để trình, hoàn thành trong năm 2025.", "trong năm 2025", "2025-12-31"),
        ("tổ chức lễ khánh thành vào ngày 19 tháng 12 năm 2025.", "vào ngày 19 tháng 12 năm 2025", "2025-12-19"),
        ("kiểm tra, bảo đảm thông xe kỹ thuật năm 2025 góp phần", "năm 2025", "2025-12-31"),
        ("bảo đảm mục tiêu đến hết năm 2025 cả nước có", "đến hết năm 2025", "2025-12-31"),
        ("Gửi báo cáo về Sở Tài chính chậm nhất ngày 25/12.", "chậm nhất ngày 25/12", "2025-12-25"),
        ("Xây dựng kế hoạch. Thời gian hoàn thành: Tháng 12/2025.", "Tháng 12/2025", "2025-12-31"),
        ("và định kỳ hằng năm báo cáo Tỉnh ủy kết quả.", "định kỳ hằng năm", "yearly"),
        ("phân công trách nhiệm; hàng năm, ban hành Kế hoạch", "hàng năm", "yearly"),
        ("Định kỳ báo cáo kết quả về Sở Nội vụ.", "Định kỳ", "regular"),
        ("tháo gỡ; Trước ngày 15/12 hàng năm tổng hợp, báo cáo", "Trước ngày 15/12 hàng năm", "yearly"),
        ("Định kỳ 6 tháng báo cáo (trước ngày 05 tháng 6 và ngày 20 tháng 11)", "Định kỳ 6 tháng", "half-yearly"),
        ("gửi báo cáo trước ngày 30 tháng 01 của năm tiếp theo.", "trước ngày 30 tháng 01 của năm tiếp theo", "yearly"),
        (
            "Số hóa tài liệu giai đoạn 2015 - 2025, hoàn thành trong quý I/2026.",
            "trong quý I/2026",
            "2026-03-31",
        ),
        (
            "Khảo sát (Phòng Nội vụ thực hiện từ tháng 01 đến tháng 3/2026).",
            "từ tháng 01 đến tháng 3/2026",
            "2026-03-31",
        ),
        ("Công khai kết quả trên Trang thông tin điện tử xã hằng quý.", "hằng quý", "quarterly"),
        ("chủ trì họp giao ban hằng quý để đánh giá kết quả.", "hằng quý", "quarterly"),
        ("Tổng hợp, báo cáo về Sở Nội vụ trước ngày 20 hằng tháng.", "trước ngày 20 hằng tháng", "monthly"),
        ("báo cáo chậm nhất ngày 05 của tháng đầu quý sau.", "chậm nhất ngày 05 của tháng đầu quý sau", "quarterly"),
        ("Nâng cấp Hệ thống, hoàn thành trong quý Ill/2026.", "trong quý Ill/2026", "2026-09-30"),
        ("Định kỳ hàng năm hoặc đột xuất báo cáo kết quả.", "Định kỳ hàng năm hoặc đột xuất", "yearly"),
        ("công khai trong thời hạn 30 ngày kể từ ngày ký", "trong thời hạn 30 ngày kể từ ngày ký", "2025-12-20"),
        ("Năm 2027 tổ chức sơ kết và tổng kết vào năm 2030.", "Năm 2027", "2027-12-31"),
        ("và định kỳ trước ngày 15 tháng cuối của quý báo cáo", "trước ngày 15 tháng cuối của quý", "quarterly"),
        ("gửi trước ngày 20 tháng 7 năm cuối đối với chương trình, trước ngày 20 tháng 7 hằng năm đối với kế hoạch.",
         "trước ngày 20 tháng 7 hằng năm", "yearly"),
        ("tuyên truyền thường xuyên, định kỳ hằng ngày, hằng tuần.", "thường xuyên, định kỳ hằng ngày, hằng tuần",
         "regular"),
        ("định kỳ hằng tháng, hằng quý kiểm tra kho", "định kỳ hằng tháng, hằng quý", "monthly"),
    ],
)  # fmt: skip
def test_deadline_of_a_sentence(sentence: str, printed: str, meaning: str) -> None:
    deadline = governing_deadline(sentence, ISSUED)
    assert deadline is not None
    assert sentence[deadline.start : deadline.end] == printed
    assert (deadline.due.isoformat() if deadline.due else deadline.recurrence) == meaning


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("lập, trình Bộ trước ngày 10 tháng 6 năm cuối của chương trình.",
         "trước ngày 10 tháng 6 năm cuối của chương trình"),
        ("Trong vòng 24 giờ tính từ khi nhận tiền, cơ quan phải nộp.", "Trong vòng 24 giờ tính từ khi nhận tiền"),
        ("chậm nhất 30 ngày kể từ ngày nhận đủ hồ sơ.", "chậm nhất 30 ngày kể từ ngày nhận đủ hồ sơ"),
    ],
)  # fmt: skip
def test_a_time_without_a_day(sentence: str, printed: str) -> None:
    deadline = governing_deadline(sentence, ISSUED)
    assert deadline is not None
    assert (deadline.printed, deadline.due, deadline.recurrence) == (printed, None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2027, tỉnh đạt 90% hồ sơ trực tuyến.",
        "kiểm tra thường xuyên, liên tục kho muối",
        "Thực hiện Kế hoạch số 12-KH/TU ngày 27/3/2020 của Ban Thường vụ Tỉnh ủy.",
        "Triển khai Chương trình đến năm 2025, định hướng đến năm 2030.",
        "theo Công điện số 15/CĐ-TTg ngày 04 tháng 9 năm 2025",
        "theo từng giai đoạn và hằng năm; đồng thời tích cực triển khai",
        "đưa nhiệm vụ vào kế hoạch công tác hàng năm của đơn vị",
        "đạt mức trung bình khá trở lên từ năm 2022",
        "giám sát hoặc kiểm tra định kỳ hay đột xuất dự án",
        "đưa nội dung số hóa vào kế hoạch công tác hằng năm.",
        "bảo đảm chỉ tiêu giao hằng năm;",
        "kết quả đạt được từ tháng 01/2020 đến tháng 6/2021",
        "mùa mưa từ tháng 9 đến tháng 12",
        "đẩy nhanh các dự án có kế hoạch hoàn thành năm 2025, đảm bảo chất lượng",
        "vốn đầu tư công trung hạn giai đoạn 2026-2030 theo hướng dẫn",
        "thuộc danh mục hoàn thành 5.000 km vào năm 2030",
        "thực tiễn điều hành ngân sách nhà nước hàng năm",
        "các công trình khởi công dịp 19 tháng 12 năm 2025",
        "phục vụ Tết dương lịch 2026",
    ],
)
def test_sentence_without_a_deadline(sentence: str) -> None:
    assert governing_deadline(sentence, ISSUED) is None


def test_any_text_is_read_without_a_fault_and_spans_stay_inside() -> None:
    words = ["trước", "ngày", "31/02/2025", "99/99", "quý", "IV/2025", "hằng", "năm", "2025-", "30", "tháng", "(", ";"]
    chance = random.Random(7)
    for _ in range(2000):
        text = " ".join(chance.choices(words, k=chance.randint(0, 12)))
        read_deadline(text, ISSUED)
        for deadline in find_deadlines(text, ISSUED):
            assert 0 <= deadline.start < deadline.end <= len(text)
