"""Words and phrases by which the place of a citation in its sentence is told, as patterns over folded text.

Folded text (lower case, no diacritics) is as long as the printed one, and reads scans that lost a mark ("triên khai").
"""

from __future__ import annotations

import re

from kb.text import fold


def folded(text: str) -> str:
    """The text folded letter by letter, so that offsets stay."""
    plain = fold(text)
    return plain if len(plain) == len(text) else "".join(fold(sign)[:1] or " " for sign in text)


_ESCAPE = re.compile(r"(\\.)")


def pattern(printed: str) -> re.Pattern[str]:
    """A pattern written with diacritics, over folded text; a space in it is any white space."""
    parts = _ESCAPE.split(printed)
    return re.compile("".join(part if part.startswith("\\") else fold(part).replace(" ", r"\s+") for part in parts))


def words(*printed: str) -> str:
    """One of the words, whole."""
    return rf"(?<!\w)(?:{'|'.join(printed)})(?!\w)"


KINDS = (
    "bộ luật", "luật", "pháp lệnh", "hiến pháp", "nghị quyết", "nghị định", "quyết định", "chỉ thị", "thông tư",
    "kết luận", "quy định", "quy chế", "hướng dẫn", "kế hoạch", "chương trình", "đề án", "chiến lược", "công điện",
    "thông báo", "công văn", "văn bản", "tờ trình", "báo cáo", "quy hoạch", "tiêu chuẩn", "quy chuẩn",
)  # fmt: skip
# Norms bind by themselves: that work is done under one does not make the work part of it.
NORMS = frozenset({
    "luật", "bộ luật", "pháp lệnh", "hiến pháp", "nghị định", "thông tư", "thông tư liên tịch", "lệnh", "tiêu chuẩn",
    "quy chuẩn", "văn bản hợp nhất", "điều lệ",
})  # fmt: skip

# What of a document is carried out or followed: "các nhiệm vụ tại …", "lộ trình của …".
_CONTENTS = (
    "nội dung", "nhiệm vụ", "giải pháp", "quy định", "chỉ tiêu", "mục tiêu", "yêu cầu", "tinh thần", "chỉ đạo",
    "quan điểm", "định hướng", "chủ trương", "chính sách", "lộ trình", "tiến độ", "kế hoạch", "danh mục",
    "trách nhiệm", "cam kết", "kết luận", "kiến nghị", "ý kiến", "hướng dẫn", "nguyên tắc", "tiêu chí", "tiêu chuẩn",
    "dự án", "tiểu dự án", "đề án", "chương trình", "hoạt động", "hợp phần", "phân công", "thời hạn", "thời gian",
    "trình tự", "thủ tục", "định mức", "chế độ", "biểu mẫu", "mẫu", "phương án", "kịch bản", "khung", "kiến trúc",
    "mô hình", "điều", "quyền", "biện pháp", "công việc", "phần việc", "chủ đề", "phong trào", "mức", "đơn giá",
    "nhóm nhiệm vụ", "hạng mục", "chức năng", "thông điệp", "sự chỉ đạo", "ý kiến chỉ đạo", "cơ cấu", "quy trình",
    "tỷ lệ", "chỉ số", "nguồn vốn", "kinh phí", "chiến lược", "quy hoạch", "phương pháp", "hình thức",
)  # fmt: skip
_COUNT = r"(?:các|những|toàn bộ|tất cả|đầy đủ|một số|đúng|từng|\d{1,3}|nhóm|hệ thống|tốt) "
_SET_DOWN = (
    r"(?:(?:đã |cần |phải )?(?:được )?(?:nêu|đề ra|giao|xác định|quy định|phê duyệt|ban hành|thông qua|đặt ra|ghi|phân công"
    r"|nhấn mạnh|chỉ ra|yêu cầu) )"
)
# From what is carried out to the document that says it.
_LINK = (
    rf"(?:{_SET_DOWN}?(?:của|tại|trong|ở|theo|thuộc|kèm theo|ban hành kèm theo|đính kèm|về thực hiện|nêu trên tại)|nêu"
    r"|ban hành)"
)
_ADVERB = (
    "có hiệu quả", "hiệu quả", "nghiêm túc", "nghiêm", "tốt", "đồng bộ", "đầy đủ", "kịp thời", "quyết liệt",
    "toàn diện", "thành công", "thắng lợi", "sâu rộng", "thường xuyên", "ngay", "hằng năm", "hàng năm", "triệt để",
    "cụ thể", "sâu sắc", "rộng rãi", "đúng", "các", "những", "và", "có chất lượng", "chất lượng", "hiệu quả hơn",
    "thực chất", "bài bản", "khẩn trương", "chặt chẽ", "vượt", "cơ bản", "tiến độ", "đúng tiến độ", "đúng đắn",
    "thống nhất", "nghiêm chỉnh", "với", "được", "là", "số", "văn bản", "tiếp", "mạnh mẽ", "nhanh", "bước đầu",
)  # fmt: skip
_FREE = r"[^;:.|()]{0,90}?"
ADVERBS = rf"(?:\s*(?:,|{'|'.join(_ADVERB)})(?!\w))*"
# The object between a verb (or "theo") and the citation; nothing where the citation is itself the object.
OBJECT = pattern(
    rf"{ADVERBS}\s*(?:(?:{_COUNT})*(?:{'|'.join(_CONTENTS)})(?!\w)(?:{_FREE} {_LINK}| của| trong| tại)?)?\s*"
)
# "triển khai các nền tảng được giao tại Quyết định …": whatever is done, the document orders it.
SET_OBJECT = pattern(rf"{_FREE} {_SET_DOWN}(?:tại|trong|theo|kèm theo)\s*")

ORDER = pattern(
    words(
        "thực hiện", "triển khai", "thi hành", "chấp hành", "quán triệt", "cụ thể h[oó][aá]", "thể chế h[oó][aá]",
        "thực thi", "hoàn thành", "hưởng ứng", "bám sát", "đạt được", "đạt", "tham gia", "đẩy nhanh", "đẩy mạnh",
        "phục vụ", "tổ chức", "duy trì", "quy định chi tiết", "hướng dẫn", "tuân thủ",
    )  # fmt: skip
)
FOLLOW = pattern(
    words(
        "theo", "căn cứ vào", "căn cứ", "trên cơ sở", "phù hợp", "đúng", "đáp ứng", "bảo đảm", "đảm bảo", "tuân thủ",
        "chiếu theo", "dựa trên", "áp dụng", "vận dụng", "đồng bộ với", "thống nhất với", "tuân theo",
    )  # fmt: skip
)
# Verbs that order only through what follows them ("đẩy nhanh tiến độ Đề án"), not with the citation as their object.
NEEDS_OBJECT = frozenset({"dat", "tham gia", "to chuc", "duy tri", "day nhanh", "bao dam", "dam bao"})
# Bases: the work rests on the document, whatever its kind.
BASES = frozenset({"can cu", "can cu vao", "tren co so", "chieu theo", "dua tren"})

GUIDES = frozenset({"huong dan", "quy dinh chi tiet", "thi hanh"})
GUIDING = pattern(
    r"(?:nghị định|thông tư|văn bản|quy định|nghị quyết)(?: [^,;:.]{0,60}?)?\s*(?:,|và|quy định chi tiết|hướng dẫn|\s)*\Z"
)
DRAFTED = pattern(words("xây dựng", "ban hành", "soạn thảo", "tham mưu", "trình", "hoàn thiện", "dự thảo"))

# Words that look at what is carried out instead of carrying it out.
WATCH = pattern(
    words(
        "giám sát", "kiểm tra", "thanh tra", "theo dõi", "đôn đốc", "đánh giá", "báo cáo", "tổng hợp", "sơ kết",
        "tổng kết", "kiểm điểm", "thống kê", "rà soát", "khảo sát", "kiểm toán", "thẩm tra", "giải trình", "chất vấn",
        "khen thưởng", "biểu dương", "công khai", "thông tin", "tuyên truyền", "phổ biến", "truyền thông", "giới thiệu",
        "nghiên cứu", "góp ý", "tham gia ý kiến", "cho ý kiến", "đề xuất", "tập huấn", "học tập", "tìm hiểu",
    )  # fmt: skip
)
RESULT_OF = pattern(
    r"(?:kết quả|tình hình|quá trình|thực trạng|số liệu|thông tin|tài liệu)(?: về| của| công tác| việc)*"
    r"(?:\s*(?:,|(?<!\w)và(?!\w)|(?<=\s))\s*(?:tổ chức|triển khai|chỉ đạo|lãnh đạo|quán triệt|thực hiện|,))*\s*\Z"
)
DEED_OF = pattern(
    r"(?:việc|công tác|tiến độ|hiệu quả|chất lượng|năng lực)(?:\s*(?:,|(?<!\w)và(?!\w)|(?<=\s))\s*(?:tổ chức|triển khai|chỉ đạo|lãnh đạo|quán triệt|chấp hành|,))*\s*\Z"
)
SUMMED_UP = pattern(
    r"(?:sơ kết|tổng kết|đánh giá|báo cáo|kiểm điểm|kỷ niệm)(?: giữa kỳ| cuối kỳ)?"
    r"(?: \d{1,2} (?:năm|tháng)| một năm| hai năm| ba năm| năm năm| mười năm| giai đoạn [\d\s–-]+)?(?: triển khai| tổ chức)?\s*\Z"
)
HINDERED = pattern(
    r"(?:khó khăn|vướng mắc|bất cập|hạn chế|tồn tại|sai phạm|vi phạm)[^;:.]{0,50}?(?:trong|khi|của|từ)(?: quá trình| việc)?"
    r"(?: tổ chức| triển khai| thực hiện|,)*\s*\Z"
)
BESIDE = pattern(
    r"(?:gắn(?: chặt)?(?: liền)? với|song song với|đồng thời với|cùng với|lồng ghép(?: với| trong| vào)?|kết hợp với|liên quan(?: đến| tới)?"
    r"|liên quan trực tiếp đến|bên cạnh|ngoài|so với|khác với|giữa)(?: việc| nguồn lực| nội dung| các)*(?: tổ chức| triển khai| thực hiện)*\s*\Z"
)
BODY_NAME = pattern(
    r"(?:ban chỉ đạo|tổ công tác|tổ giúp việc|tổ chỉ đạo|ban điều hành|ban quản lý|văn phòng điều phối|hội đồng|tiểu ban|cơ quan thường trực)"
    r"(?: [^,;:.]{0,40})?(?: về)?(?: tổ chức| triển khai)*\s*\Z"
)
REFUSED = pattern(r"(?:không|chưa|chậm|tạm dừng|dừng|ngừng|chấm dứt|vi phạm|trái|trái với|kết thúc)(?: việc| phải| còn)?(?: tổ chức| triển khai)*\s*\Z")
PAST = pattern(r"(?:đã|đang|trong khi|trong quá trình|sau khi|trước khi|khi)(?: được)?(?: tổ chức| triển khai)*\s*\Z")
PURPOSE = pattern(words("để", "nhằm", "góp phần", "phục vụ"))
HELPED = pattern(words("đẩy nhanh", "nâng cao", "bảo đảm", "đảm bảo", "tăng cường", "cải thiện"))

EXCEPTED = pattern(
    r"(?<!\w)(?:trừ|ngoại trừ|loại trừ)\s+(?:trường hợp|những|các|nội dung|khi|đối với|quy định|một số|nhiệm vụ|việc)"
    r"|không (?:bao gồm|kể|tính|thuộc|áp dụng|chịu trách nhiệm)(?!\w)"
)
CONDITION = pattern(
    r"\W*(?:[\divx]{1,4}[.)]|[a-zđ]\))?\W*(?:trong )?(?:trường hợp|nếu|khi|trong quá trình|đối với|riêng(?: đối với)?|bên cạnh|ngoài|"
    r"cùng với|sau khi|trước khi|kể từ|các trường hợp)(?!\w)"
)
SECOND_CLAUSE = pattern(r",\s+(?:thì|các|sở|ubnd|uỷ|ủy|bộ|ban|cơ quan|đơn vị|địa phương|yêu cầu|giao|chủ|phải|cần|tiếp|tổ|đề|tập|xây|thực|triển)|:|(?<!\w)thì(?!\w)")

CHANGED = pattern(
    words(
        "sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "hủy bỏ", "huỷ bỏ", "hết hiệu lực", "chấm dứt hiệu lực", "đính chính",
    )  # fmt: skip
    + r"(?:(?!"
    + words("theo(?! phương thức)", "thực hiện", "triển khai", "căn cứ", "thi hành", "phù hợp", "đáp ứng", "quán triệt")
    + r")[\s\S]){0,400}\Z"
)
DRAFT = pattern(r"(?<!\w)(?:dự án|dự thảo|hồ sơ|đề cương)(?: xây dựng| đề nghị)?\s*:?\s*(?:các )?\Z")
DRAFTING = pattern(
    words("xây dựng", "ban hành", "soạn thảo", "trình", "phê duyệt", "hoàn thiện", "thẩm định", "lập", "điều chỉnh", "cập nhật")
    + r"\s*(?:,|và|\s)*\Z"
)

# What makes "theo …" say which things are meant: it belongs to the noun before it.
QUALIFIED = pattern(
    r"(?<!\w)(?:thuộc(?! bộ| sở| tỉnh)|(?:đã |mà |chưa |không )?được(?! giao)|(?:đã |chưa )?bị|khác|đủ điều kiện|có tính chất|có đủ|là|"
    r"liên quan đến|liên quan|đối với|phát sinh|người|đối tượng|trường hợp|hành vi|các loại|những)(?: [^,;:.]{0,70})?\s*\Z"
)
COMPETENCE = pattern(
    r"(?:thẩm quyền|quyền hạn|chức năng|phạm vi|phạm vi nhiệm vụ|quyền|nghĩa vụ|phân cấp|trách nhiệm quản lý)(?: quản lý| được giao)?\s*\Z"
)
APPROVED = pattern(r"(?:đã |mà )?được (?:phê duyệt|giao|ban hành|duyệt|công bố|bàn giao|thông qua|chấp thuận|đầu tư|hỗ trợ|xếp hạng|công nhận)(?: [^,;:.]{0,30})?\s*\Z")
# "gửi … theo quy định của Luật cho cơ quan": the verb's own complement follows, so "theo" belongs to its object.
TRANSFER = pattern(words("gửi", "cung cấp", "chuyển", "báo cáo", "giao", "bàn giao", "phân bổ", "cấp"))
RECIPIENT = pattern(r"\s*(?:cho|tới|đến|về|lên)(?!\w)")
TO_CARRY_OUT = pattern(r"[^;.|]{0,40}?(?:để|nhằm)(?!\w)[^;.|]{0,60}?(?:thực hiện|triển khai|thi hành)(?!\w)")
CONTAINED = pattern(r"(?:trong|của|tại)\s*\Z")

UNITS = pattern(
    r"(?<!\w)(?:(?:điểm|khoản|điều|mục|phần|chương|phụ lục|tiết|tiểu mục|nhóm|mẫu|biểu|bảng)"
    r"\s+(?:số )?(?:[ivxlc\d]+[a-zđ]?(?:[.]\d+)*|[a-zđ])(?!\w)"
    r"(?:\s*(?:,|và|;|đến)\s*(?:[ivxlc\d]+[a-zđ]?|[a-zđ])(?!\w))*"
    r"\s*,?\s*(?:(?:của|tại|thuộc|và|ban hành kèm theo|kèm theo|trong)(?!\w))?|số|văn bản)\s*:?\s*\Z"
)
