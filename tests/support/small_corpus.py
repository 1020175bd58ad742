"""Six small documents of places that do not exist, for tests of search."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from shelf import Shelf, summary

from kb.encoder import Encoder
from kb.model import Hit, Level, RegistryEntry

DIRECTIVE = summary(
    "chi-thi",
    "về tăng cường sự lãnh đạo đối với chuyển đổi số của tỉnh",
    number="19-CT/TU",
    kind="Chỉ thị",
    issuer="Ban Thường vụ Tỉnh ủy",
    issued_on=date(2022, 5, 18),
)
STRATEGY = summary(
    "chien-luoc",
    "Phê duyệt Chiến lược phát triển kinh tế biển và đảo",
    number="411/QĐ-TTg",
    issuer="Thủ tướng Chính phủ",
    level=Level.CENTRAL,
    locality=None,
    issued_on=date(2022, 3, 31),
)
FIRST_97 = summary("97-a", "Quy định hỗ trợ tái định cư", number="97/2025/QĐ-UBND", issued_on=date(2025, 10, 1))
SECOND_97 = summary(
    "97-b",
    "Quy định hỗ trợ tư vấn pháp luật cho doanh nghiệp nhỏ",
    number="97/2025/QĐ-UBND",
    issuer="Ủy ban nhân dân tỉnh Nam Hà Trung",
    locality="Nam Hà Trung",
    issued_on=date(2025, 12, 2),
)
PLAN = summary("ke-hoach", "Trồng rừng ven biển", number="55/KH-UBND", kind="Kế hoạch", issued_on=date(2023, 7, 1))
PLAN_COPY = summary("ke-hoach-sao", "Trồng rừng ven bờ", number=None, kind="Kế hoạch", issued_on=date(2023, 7, 1))

HARVEST = (
    "Chi cục Kiểm lâm chủ trì trồng mới 200 ha rừng phi lao chắn cát dọc bờ biển, hoàn thành trước ngày 30/9/2024."
)
TEXTS = {
    DIRECTIVE: [
        "Người đứng đầu cấp ủy trực tiếp chủ trì, chịu trách nhiệm chính về chuyển đổi số (CĐS) trên địa bàn.",
        "Định kỳ hằng năm báo cáo Ban Thường vụ Tỉnh ủy kết quả thực hiện Chỉ thị này.",
        "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ về chương trình quốc gia.",
    ],
    STRATEGY: [
        "Phê duyệt Chiến lược phát triển kinh tế biển và đảo đến năm 2030.",
        "Phát triển cảng nước sâu, nuôi trồng thủy sản xa bờ, du lịch sinh thái.",
    ],
    FIRST_97: ["Hộ gia đình được hỗ trợ chi phí di chuyển khi tái định cư; hòa giải ở cơ sở."],
    SECOND_97: ["Doanh nghiệp nhỏ được chi trả tiền tư vấn pháp luật trong 05 ngày làm việc."],
    PLAN: [HARVEST, "Kinh phí do ngân sách tỉnh bảo đảm."],
    PLAN_COPY: [HARVEST + " ", "Thủy lợi nội đồng được nạo vét hằng quý."],
}
REGISTERED = RegistryEntry(
    id="749-qd-ttg",
    number="749/QĐ-TTg",
    issued_on=date(2020, 6, 3),
    kind="Quyết định",
    issuer="Thủ tướng Chính phủ",
    level=Level.CENTRAL,
    locality=None,
    title="Phê duyệt Chương trình chuyển đổi số quốc gia",
    full_text_at="https://vanban.example.vn/749",
)


class Standing:
    """One document has been replaced."""

    def warnings(self, document_id: str) -> Sequence[str]:
        return ["đã được thay thế bởi 60/KH-UBND"] if document_id == PLAN.id else []

    def not_in_force(self) -> Sequence[str]:
        return [PLAN.id]


def shelf_of_all(*encoders: Encoder) -> Shelf:
    shelf = Shelf(entries=(REGISTERED,), encoders=encoders)
    for document, texts in TEXTS.items():
        shelf.put(document, texts)
    return shelf


def places(hits: Sequence[Hit]) -> list[tuple[str | None, str]]:
    return [(hit.document_id, hit.path) for hit in hits]
