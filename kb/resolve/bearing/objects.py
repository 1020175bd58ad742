"""What stands between a word of order ("thực hiện", "theo") and the citation: "các nhiệm vụ được giao tại"."""

from __future__ import annotations

from kb.resolve.bearing.folding import pattern

KINDS = (
    "bộ luật", "(?<!pháp )luật", "pháp lệnh", "hiến pháp", "nghị quyết", "nghị định", "quyết định", "chỉ thị",
    "thông tư", "kết luận", "quy định", "quy chế", "hướng dẫn", "kế hoạch", "chương trình", "đề án", "chiến lược",
    "công điện", "thông báo", "công văn", "văn bản", "tờ trình", "báo cáo", "quy hoạch", "tiêu chuẩn", "quy chuẩn",
)  # fmt: skip
# Norms bind by themselves: that work is done under one does not make the work part of it.
NORMS = (
    "luật", "bộ luật", "pháp lệnh", "hiến pháp", "nghị định", "thông tư", "lệnh", "tiêu chuẩn", "quy chuẩn",
    "văn bản hợp nhất", "điều lệ", "tcvn", "qcvn",
)  # fmt: skip

# What of a document is carried out or followed: "các nhiệm vụ tại …", "lộ trình của …".
CONTENTS = (
    "nội dung", "nhiệm vụ", "giải pháp", "quy định", "chỉ tiêu", "mục tiêu", "yêu cầu", "tinh thần", "chỉ đạo",
    "quan điểm", "định hướng", "chủ trương", "chính sách", "lộ trình", "tiến độ", "kế hoạch", "danh mục",
    "trách nhiệm", "cam kết", "kết luận", "kiến nghị", "ý kiến", "hướng dẫn", "nguyên tắc", "tiêu chí", "tiêu chuẩn",
    "phân công", "thời hạn", "thời gian", "trình tự", "thủ tục", "định mức", "chế độ", "biểu mẫu", "mẫu", "phương án",
    "phương thức", "điều khoản", "quyền", "biện pháp", "công việc", "phần việc", "mức", "đơn giá", "nhóm nhiệm vụ",
    "chức năng", "sự chỉ đạo", "ý kiến chỉ đạo", "quy trình", "tỷ lệ", "chỉ số", "phương pháp", "hình thức",
    "phương châm",
)  # fmt: skip
# Parts that a plan or programme has and a norm has not: "dự án … quy định tại Luật" is only a project that it means.
_PARTS = (
    "dự án", "tiểu dự án", "đề án", "chương trình", "hoạt động", "hợp phần", "kịch bản", "khung", "kiến trúc",
    "mô hình", "chủ đề", "phong trào", "hạng mục", "thông điệp", "cơ cấu", "nguồn vốn", "kinh phí", "chiến lược",
    "quy hoạch", "hiệu quả", "kết quả", "tác động",
)  # fmt: skip
_MANNER = (
    "có hiệu quả", "hiệu quả", "nghiêm túc", "nghiêm", "tốt", "đồng bộ", "đầy đủ", "kịp thời", "quyết liệt",
    "toàn diện", "thành công", "thắng lợi", "sâu rộng", "thường xuyên", "ngay", "hằng năm", "hàng năm", "triệt để",
    "cụ thể", "sâu sắc", "rộng rãi", "đúng", "các", "những", "và", "có chất lượng", "chất lượng", "hiệu quả hơn",
    "thực chất", "bài bản", "khẩn trương", "chặt chẽ", "vượt", "cơ bản", "tiến độ", "đúng tiến độ", "đúng đắn",
    "thống nhất", "nghiêm chỉnh", "với", "được", "là", "số", "văn bản", "tiếp", "mạnh mẽ", "nhanh", "bước đầu",
)  # fmt: skip
_COUNT = r"(?:các|những|toàn bộ|tất cả|đầy đủ|một số|đúng|từng|\d{1,3}|nhóm|hệ thống|tốt) "
_SET_DOWN = (
    "(?:(?:đã |cần |phải )?(?:được )?(?:nêu|đề ra|giao|xác định|quy định|phê duyệt|ban hành|thông qua|đặt ra|ghi|"
    "phân công|nhấn mạnh|chỉ ra|yêu cầu) )"
)
# From what is carried out to the document that says it.
_LINK = f"(?:{_SET_DOWN}?(?:của|tại|trong|ở|theo|thuộc|kèm theo|ban hành kèm theo|đính kèm|về thực hiện)|nêu|ban hành)"
_FREE = r"[^;:.|()]{0,90}?"
# "quán triệt đến cán bộ, đảng viên các nội dung của …"
_TO_WHOM = "(?:(?:đến|tới|cho) [^;:.|()]{1,60}? )?"
_ADVERBS = rf"(?:\s*(?:,|{'|'.join(_MANNER)})(?!\w))*"


def _object(contents: tuple[str, ...]) -> str:
    """Nothing but manner, where the citation is itself the object; or some of the contents with a link to it."""
    named = rf"(?:{_COUNT})*(?:{'|'.join(contents)})(?!\w)(?:{_FREE} (?:{_LINK}|và)| của| trong| tại)?"
    return rf"{_ADVERBS}\s*(?:{_TO_WHOM}{named})?\s*"


OBJECT = pattern(_object((*CONTENTS, *_PARTS)))
OBJECT_OF_NORM = pattern(_object(CONTENTS))
# "triển khai các nền tảng được giao tại Quyết định …": whatever is done, the document orders it.
SET_OBJECT = pattern(_FREE, " ", _SET_DOWN, r"(?:tại|trong|theo|kèm theo)\s*")

_LABEL = r"(?:[ivxlc\d]+[a-zđ]?(?:[.]\d+)*|[a-zđ])(?!\w)"
# Places of the document that is cited: "khoản 2, khoản 3 Điều 6 của".
UNITS = pattern(
    r"(?<!\w)(?:(?:điểm|khoản|điều|mục|phần|chương|phụ lục|tiết|tiểu mục|nhóm|mẫu|biểu|bảng)\s+(?:số )?",
    rf"{_LABEL}(?:\s*(?:,|và|;|đến)\s*{_LABEL})*",
    r"\s*,?\s*(?:(?:của|tại|thuộc|và|ban hành kèm theo|kèm theo|trong)(?!\w))?|số|văn bản)\s*:?\s*\Z",
)
