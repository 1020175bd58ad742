"""What a task orders about the document that it cites: sentences as offices write them, each with its one answer.

«…» marks the citation. Tasks are invented; so are the numbers.
"""

from __future__ import annotations

import pytest

from kb.model import Reference, Relation
from kb.resolve.bearing import Bearing, bearing_of

CARRIED_OUT = (
    "Tiếp tục triển khai thực hiện «Kế hoạch số 71-KH/TU» của Ban Thường vụ Tỉnh ủy.",
    "Tổ chức quán triệt, triển khai nghiêm túc «Chỉ thị số 45/CT-TTg» đến toàn thể cán bộ, công chức.",
    "Hoàn thành các chỉ tiêu của «Chương trình Phát triển nghề muối đến năm 2035» trước ngày 30/6/2032.",
    "Bố trí kinh phí thực hiện «Đề án 93» theo phân cấp ngân sách.",
    "Xây dựng kế hoạch triển khai «Nghị quyết số 88-NQ/TW» của đơn vị.",
    "Tham mưu UBND tỉnh ban hành Kế hoạch thực hiện «Quyết định số 401/QĐ-TTg».",
    "Cụ thể hóa các nhiệm vụ, giải pháp nêu tại «Nghị quyết số 88-NQ/TW» thành chương trình công tác năm.",
    "Rà soát, bổ sung quy hoạch cảng cá để triển khai «Chiến lược phát triển cảng cá đến năm 2040».",
    "Số hóa hồ sơ lưu trữ theo lộ trình tại «Kế hoạch số 12/KH-UBND» của UBND tỉnh.",
    "Vận hành trung tâm dữ liệu theo «Quyết định số 402/QĐ-TTg» của Thủ tướng Chính phủ.",
    "Nâng cấp hạ tầng mạng đáp ứng yêu cầu tại «văn bản số 1200/BKHCN-CNS».",
    "Đẩy nhanh tiến độ các dự án thành phần thuộc «Chương trình mục tiêu quốc gia về nước sạch».",
    "Thực hiện các nội dung được giao tại «Thông báo số 33/TB-VPCP».",
    "Xây dựng các Nghị định quy định chi tiết, hướng dẫn thi hành «Luật Nghề muối».",
    "Tham mưu ban hành thông tư hướng dẫn «Luật Nghề muối».",
    "Phối hợp với Sở Muối trong việc tổ chức thực hiện «Kế hoạch số 12/KH-UBND».",
    "Triển khai Đề án phát triển làng nghề đã được phê duyệt tại «Quyết định số 403/QĐ-UBND».",
    "Triển khai các nền tảng dùng chung được giao tại «Quyết định số 404/QĐ-TTg».",
    "Sở Muối chủ trì thực hiện Quyết định số 405/QĐ-TTg, Chỉ thị số 6/CT-TTg và «Công điện số 7/CĐ-TTg».",
    "Hỗ trợ diêm dân chuyển đổi nghề (theo «Quyết định số 406/QĐ-UBND»).",
    "Nâng cao hiệu quả thực hiện «Chương trình Phát triển nghề muối đến năm 2035».",
    "Kiểm tra, đôn đốc, hướng dẫn các xã thực hiện «Chỉ thị số 45/CT-TTg».",
    "Thẩm tra, giám sát việc thực hiện chính sách nghề muối nhằm thực hiện «Nghị quyết số 88-NQ/TW».",
    "Căn chỉnh tiêu chí đầu vào bảo đảm phù hợp với «Nghị quyết số 88-NQ/TW».",
    "Xử lý kiến nghị của Hội Nghề muối theo đúng chỉ đạo của Phó Thủ tướng tại «văn bản số 902/VPCP-NN».",
    "Làm rõ các khái niệm mới trong «Nghị quyết số 88-NQ/TW» để thống nhất nhận thức và tổ chức thực hiện.",
    "Triên khai thưc hiện các nhiệm vụ tại «Quyết định số 407/QĐ-TTg» bản quét mất dấu.",
    "Đối với các xã ven biển: thực hiện theo hướng dẫn tại «Công văn số 15/SNM-KH».",
    "Quán triệt đến cán bộ, đảng viên các nội dung của «Kết luận số 21-KL/TW».",
    "Chịu trách nhiệm về việc thực hiện «Quyết định số 11/QĐ-UBND».",
    "Căn chỉnh tiến độ giải ngân theo chỉ đạo của Chính phủ tại «Nghị quyết số 124/NQ-CP».",
    "Rà soát, cắt giảm thủ tục hành chính theo «Nghị quyết số 66-NQ/TW».",
    "Tổ chức sơ kết, tổng kết và tiếp tục triển khai «Đề án 93» giai đoạn mới.",
    "Rà soát chức năng, nhiệm vụ để sắp xếp lại bộ máy theo tinh thần «Nghị quyết số 88-NQ/TW».",
    "Sơ kết công tác năm; triển khai «Chỉ thị số 45/CT-TTg» trong quý IV.",
)  # fmt: skip

FOLLOWED = (
    "Bố trí kinh phí thường xuyên theo quy định của «Luật Ngân sách nhà nước».",
    "Quản lý hồ sơ theo quy định tại khoản 2 Điều 9 «Nghị định số 40/2031/NĐ-CP».",
    "Lập dự toán theo quy định của Luật Ngân sách nhà nước, «Luật Đầu tư công» và các văn bản liên quan.",
    "Căn cứ «Kế hoạch số 12/KH-UBND», xây dựng dự toán của đơn vị.",
    "Trên cơ sở nội dung «Nghị quyết số 88-NQ/TW», các sở xây dựng chương trình của ngành.",
    "Tuân thủ thời hạn trả lời theo quy định tại «Nghị định số 40/2031/NĐ-CP».",
    "Rà soát quy trình nội bộ để đáp ứng các quy định của «Luật Giao dịch điện tử».",
    "Báo cáo kết quả theo mẫu tại Phụ lục II «Thông tư số 8/2031/TT-BNM».",
    "Thiết lập biện pháp an toàn phù hợp với Phần 8 «TCVN 10299:2030».",
    "Cung cấp thông tin theo quy định của «Luật Tiếp cận thông tin».",
    "Tổ chức đấu thầu theo quy định của pháp luật về đấu thầu và «Luật Đấu thầu».",
    "Cấp giấy phép xây dựng theo «Luật Xây dựng» và phân cấp của UBND tỉnh.",
    "Công khai dự toán theo đúng quy định tại «Thông tư số 61/2030/TT-BTC».",
)  # fmt: skip

TOPIC = (
    "Giám sát việc thực hiện «Chiến lược phát triển cảng cá đến năm 2040».",
    "Tổ chức kiểm tra, thanh tra việc chấp hành «Chỉ thị số 45/CT-TTg» tại các xã.",
    "Báo cáo kết quả thực hiện «Nghị quyết số 88-NQ/TW» trước ngày 15 tháng 12.",
    "Tổng hợp tình hình triển khai «Kế hoạch số 12/KH-UBND», báo cáo UBND tỉnh.",
    "Sơ kết 03 năm thực hiện «Chỉ thị số 45/CT-TTg».",
    "Tham mưu tổng kết «Chương trình Phát triển nghề muối đến năm 2035».",
    "Tuyên truyền, phổ biến các chủ trương, chính sách có liên quan về «Chương trình Phát triển nghề muối đến 2035».",
    "Tổng hợp khó khăn, vướng mắc trong quá trình thực hiện «Quyết định số 405/QĐ-TTg».",
    "Đánh giá hiệu quả của «Đề án 93».",
    "Tập huấn về «Luật Nghề muối» cho cán bộ xã.",
    "Khen thưởng các tập thể có thành tích xuất sắc trong thực hiện «Nghị quyết số 88-NQ/TW».",
    "Báo cáo Ban Bí thư về 10 năm thực hiện «Chỉ thị số 40-CT/TW».",
    "Sưu tầm tư liệu về quá trình xây dựng và thi hành «Hiến pháp năm 2013».",
    "Kiểm tra việc áp dụng «Luật Giá» tại các cửa hàng.",
    "Tổng hợp vướng mắc khi áp dụng «Luật Đấu thầu».",
    "Kiểm tra, đánh giá kết quả sau 02 năm triển khai «Kế hoạch số 12/KH-UBND».",
)  # fmt: skip

ASIDE = (
    "Thực hiện nội dung quản lý công chức, trừ những nội dung thuộc thẩm quyền của cơ quan sử dụng theo quy định của "
    "«Luật Cán bộ, công chức năm 2030».",
    "Quản lý tài sản công, ngoại trừ các trường hợp quy định tại «Nghị định số 40/2031/NĐ-CP».",
    "Thẩm định dự án, không bao gồm dự án thuộc diện quy định tại «Luật Đầu tư công».",
    "Đánh giá sự phù hợp của dự án với quy hoạch tỉnh (đã được tích hợp theo quy định của «Luật Quy hoạch»).",
    "Gửi các quy hoạch có tính chất kỹ thuật, chuyên ngành theo quy định tại «Luật Quy hoạch» cho cơ quan đăng ký.",
    "Cung cấp bản đồ theo quy định tại «Luật Quy hoạch» cho cơ quan đăng ký đầu tư.",
    "Chịu trách nhiệm về thủ tục đầu tư theo Luật Đầu tư và Nghị định hướng dẫn «Luật Đầu tư».",
    "Niêm yết thủ tục theo các văn bản hướng dẫn thi hành «Luật Nghề muối».",
    "Rà soát các dự án thuộc đối tượng quy định tại khoản 1 Điều 3 «Nghị định số 40/2031/NĐ-CP».",
    "Lập danh sách hộ đủ điều kiện theo quy định của «Luật Nghề muối».",
    "Thẩm định hồ sơ trong phạm vi thẩm quyền theo quy định của «Luật Xây dựng».",
    "Đối với dự án thuộc nhóm A theo quy định của «Luật Đầu tư công», Sở Tài chính thẩm định nguồn vốn.",
    "Trường hợp doanh nghiệp vi phạm quy định tại «Luật Doanh nghiệp», thu hồi giấy phép.",
    "Trình Chính phủ sửa đổi, bổ sung «Nghị định số 40/2031/NĐ-CP».",
    "Rà soát, sửa đổi Luật Rừng; Luật Biển; «Nghị định số 40/2031/NĐ-CP».",
    "Thẩm tra các dự án: Luật Rừng, «Luật Biển».",
    "Kiến nghị bãi bỏ «Quyết định số 408/QĐ-UBND».",
    "Hoàn thiện dự thảo «Luật Nghề muối».",
    "Xây dựng, trình Thủ tướng Chính phủ ban hành «Chiến lược phát triển cảng cá đến năm 2040».",
    "Xử lý các cơ quan không thực hiện «Chỉ thị số 45/CT-TTg».",
    "Mời Ban Chỉ đạo thực hiện «Đề án 93» tham dự hội nghị.",
    "Phát triển làng nghề gắn với thực hiện «Chương trình mục tiêu quốc gia về nước sạch».",
    "Sau khi thực hiện «Quyết định số 408/QĐ-UBND», bàn giao trụ sở cho UBND xã.",
    "Sử dụng trụ sở đã được bàn giao theo «Quyết định số 408/QĐ-UBND» làm nhà văn hóa.",
    "Sắp xếp hồ sơ của người thực hiện chế độ tập sự mà không phù hợp với «Luật Cán bộ, công chức năm 2030».",
    "Thành lập trung tâm với tên gọi nêu trong «Tờ trình số 15/TTr-SNM».",
    "Xử lý nghiêm hành vi cản trở việc thực hiện «Chỉ thị số 45/CT-TTg».",
    "Bố trí chỗ làm việc cho các đơn vị thành lập theo «Quyết định số 11/QĐ-UBND».",
    "Rà soát văn bản do địa phương ban hành trái với «Luật Đất đai».",
    "Lấy ý kiến nhân dân về dự thảo «Luật Thủ đô».",
    "Mua sắm thiết bị ngoài danh mục của «Quyết định số 409/QĐ-UBND».",
    "Bồi dưỡng người làm việc tại đơn vị quy định tại khoản 3 Điều 2 «Luật Viên chức».",
)  # fmt: skip

CASES = [
    *((text, Bearing.CARRIED_OUT) for text in CARRIED_OUT),
    *((text, Bearing.FOLLOWED) for text in FOLLOWED),
    *((text, Bearing.TOPIC) for text in TOPIC),
    *((text, Bearing.ASIDE) for text in ASIDE),
]


def cited(marked: str) -> tuple[Reference, str]:
    """The reference that «…» marks, and the sentence without the marks."""
    start, end = marked.index("«"), marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    surface = text[start:end]
    number = surface.rpartition(" ")[2] if "/" in surface else None
    return Reference(
        start, end, surface, None, number, None if number else surface, None, None, None, None, Relation.MENTIONS, "1",
        0, len(text), "test",
    ), text  # fmt: skip


@pytest.mark.parametrize(("marked", "bearing"), CASES, ids=[text[:70] for text, _ in CASES])
def test_what_the_sentence_orders(marked: str, bearing: Bearing) -> None:
    reference, text = cited(marked)
    assert bearing_of(reference, text, 0) is bearing


def test_positives_and_negatives_are_balanced() -> None:
    derived = sum(bearing in (Bearing.CARRIED_OUT, Bearing.FOLLOWED) for _, bearing in CASES)
    assert len(CASES) >= 40
    assert 0.4 <= derived / len(CASES) <= 0.6
