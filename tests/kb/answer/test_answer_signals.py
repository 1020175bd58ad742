"""Which sentences could answer which kind of question."""

from __future__ import annotations

import pytest

from kb.answer.question import Ask, understand
from kb.answer.signals import satisfied

CASES = [
    ("Ai chủ trì?", Ask.WHO, "Sở Tài chính chủ trì, phối hợp với các xã.", True),
    ("Ai chủ trì?", Ask.WHO, "Người đứng đầu cấp ủy trực tiếp chủ trì.", True),
    ("Ai chủ trì?", Ask.WHO, "Nâng cao chất lượng dữ liệu.", False),
    ("Ai chủ trì?", Ask.WHO, "Xây dựng bộ tiêu chí đánh giá dữ liệu.", False),
    ("Xong khi nào?", Ask.WHEN, "Hoàn thành trước ngày 15 tháng 6 năm 2027.", True),
    ("Xong khi nào?", Ask.WHEN, "Hoàn thành trong quý IV/2027.", True),
    ("Bao lâu báo cáo một lần?", Ask.WHEN, "Định kỳ hằng năm báo cáo kết quả.", True),
    ("Xong khi nào?", Ask.WHEN, "Hoàn thành việc rà soát.", False),
    ("Phạt bao nhiêu tiền?", Ask.QUANTITY, "Phạt tiền từ 5.000.000 đồng đến 10.000.000 đồng.", True),
    ("Phạt bao nhiêu tiền?", Ask.QUANTITY, "Đến năm 2030 có 80% hồ sơ được xử lý.", False),
    ("Đạt bao nhiêu phần trăm?", Ask.QUANTITY, "Tỷ lệ đạt tối thiểu 85%.", True),
    ("Đạt bao nhiêu phần trăm?", Ask.QUANTITY, "Có 12 trạm phát sóng.", False),
    ("Phủ sóng bao nhiêu phần trăm?", Ask.QUANTITY, "3 | Phủ sóng 5G | % dân số | 99 | Sở A", True),
    ("Báo trong bao nhiêu giờ?", Ask.QUANTITY, "Báo cáo trong vòng 24 giờ.", True),
    ("Báo trong bao nhiêu giờ?", Ask.QUANTITY, "Báo cáo trong vòng 05 ngày.", False),
    ("Xây bao nhiêu trạm?", Ask.QUANTITY, "Đầu tư mới 35 trạm.", True),
    ("Xây bao nhiêu trạm?", Ask.QUANTITY, "Đầu tư các trạm ở 12 xã.", False),
    ("Văn bản nào quy định?", Ask.DOCUMENT, "Thực hiện Nghị quyết số 5-NQ/TU.", True),
    ("Văn bản nào quy định?", Ask.DOCUMENT, "Nâng cao nhận thức.", False),
    ("Dữ liệu mở là gì?", Ask.DEFINITION, "Dữ liệu mở là dữ liệu mà ai cũng được dùng.", True),
]


@pytest.mark.parametrize(("question", "ask", "sentence", "expected"), CASES)
def test_signals(question: str, ask: Ask, sentence: str, expected: bool) -> None:
    assert satisfied(understand(question), sentence)[ask] is expected


def test_a_question_of_no_kind_needs_no_signal() -> None:
    assert satisfied(understand("thu hồi văn bản điện tử"), "Bất kỳ câu nào.") == {}
