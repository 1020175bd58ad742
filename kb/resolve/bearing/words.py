"""Words that order, that say how work is done, and that make a citation no order; over folded text."""

from __future__ import annotations

from kb.resolve.bearing.folding import any_of, pattern
from kb.resolve.bearing.objects import CONTENTS

# fmt: off
ORDER = pattern(any_of(
    "thực hiện", "triển khai", "thi hành", "chấp hành", "quán triệt", "cụ thể h[oó][aá]", "thể chế h[oó][aá]",
    "thực thi", "hoàn thành", "hưởng ứng", "bám sát", "đạt được", "đạt", "tham gia", "đẩy nhanh", "đẩy mạnh",
    "phục vụ", "duy trì", "quy định chi tiết", "hướng dẫn", "tuân thủ",
))
FOLLOW = pattern(any_of(
    "theo", "căn cứ vào", "căn cứ", "trên cơ sở", "phù hợp", rf"đúng(?= (?:{'|'.join(CONTENTS)})(?!\w))", "đáp ứng",
    "bảo đảm", "đảm bảo", "tuân thủ", "chiếu theo", "dựa trên", "áp dụng", "vận dụng", "đồng bộ với",
    "thống nhất với", "tuân theo",
))
# Words that look at what is carried out instead of carrying it out.
WATCH = pattern(any_of(
    "giám sát", "kiểm tra", "thanh tra", "theo dõi", "đôn đốc", "đánh giá", "báo cáo", "tổng hợp", "sơ kết",
    "tổng kết", "kiểm điểm", "thống kê", "rà soát", "khảo sát", "kiểm toán", "thẩm tra", "giải trình", "chất vấn",
    "khen thưởng", "biểu dương", "công khai", "thông tin", "tuyên truyền", "phổ biến", "truyền thông", "giới thiệu",
    "nghiên cứu", "góp ý", "tham gia ý kiến", "cho ý kiến", "đề xuất", "tập huấn", "học tập", "tìm hiểu",
))
# fmt: on
# Verbs that order only through what follows them ("đẩy nhanh tiến độ Đề án"), not with the citation as their object.
NEEDS_OBJECT = frozenset({"dat", "tham gia", "duy tri", "day nhanh", "bao dam", "dam bao"})
# Bases: the work rests on the document, whatever its kind.
BASES = frozenset({"can cu", "can cu vao", "tren co so", "chieu theo", "dua tren"})

# Words of manner that may also be what is looked at: "kiểm tra việc áp dụng Luật …".
DEEDS = frozenset({"ap dung", "van dung", "tuan thu"})

# A text that guides another: an order only where that text is to be written.
GUIDES = frozenset({"huong dan", "quy dinh chi tiet", "thi hanh"})
GUIDING = pattern(
    "(?:nghị định|thông tư|văn bản|quy định|nghị quyết)(?: [^,;:.]{0,60}?)?",
    r"\s*(?:,|và|quy định chi tiết|hướng dẫn|\s)*\Z",
)
DRAFTED = pattern(
    any_of(
        "xây dựng", "ban hành", "soạn thảo", "tham mưu", "(?<!g )(?<!y )(?<!a )(?<!o )trình", "hoàn thiện", "dự thảo"
    )
)
DRAFT = pattern(r"(?<!\w)(?:dự án|dự thảo|hồ sơ|đề cương)(?: xây dựng| đề nghị)?\s*:?\s*(?:các )?\Z")
DRAFTING = pattern(
    any_of("xây dựng", "ban hành", "soạn thảo", "trình", "phê duyệt", "hoàn thiện", "thẩm định", "lập", "điều chỉnh"),
    r"\s*(?:,|và|\s)*\Z",
)
CHANGED = pattern(
    any_of("sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "h[uủ][yỷ] bỏ", "(?:hết|chấm dứt) hiệu lực", "đính chính"),
    "(?:(?!",
    any_of("theo(?! phương thức)", "thực hiện", "triển khai", "căn cứ", "thi hành", "phù hợp", "đáp ứng", "quán triệt"),
    r").){0,400}\Z",
)

_LED = "(?:xây dựng|ban hành|tổ chức|triển khai|chỉ đạo|lãnh đạo|quán triệt|chấp hành|thực hiện|,)"
_DONE = rf"(?:\s*(?:,|(?<!\w)và(?!\w)|(?<=\s))\s*{_LED})*\s*(?:,|(?<!\w)và(?!\w))?\s*\Z"
RESULT_OF = pattern(
    r"(?:(?:\d{1,2}|một|hai|ba|mười) (?:năm|tháng)|kết quả|"
    "tình hình|quá trình|thực trạng|số liệu|thông tin|tài liệu)(?: về| của| công tác| việc)*",
    _DONE,
)
DEED_OF = pattern("(?:việc|công tác|tiến độ|hiệu quả|chất lượng|năng lực|trong)", _DONE)
SUMMED_UP = pattern(
    "(?:sơ kết|tổng kết|đánh giá|báo cáo|kiểm điểm|kỷ niệm)(?: giữa kỳ| cuối kỳ)?",
    r"(?: \d{1,2} (?:năm|tháng)| (?:một|hai|ba|năm|mười) năm| giai đoạn [\d\s–-]+)?(?: triển khai| tổ chức)?\s*\Z",
)
HINDERED = pattern(
    "(?:khó khăn|vướng mắc|bất cập|hạn chế|tồn tại|sai phạm|vi phạm)[^;:.]{0,50}?(?:trong|khi|của|từ)",
    r"(?: quá trình| việc)?(?: tổ chức| triển khai| thực hiện|,)*\s*\Z",
)
BESIDE = pattern(
    "(?:gắn(?: chặt)?(?: liền)? với|song song với|đồng thời với|cùng với|lồng ghép(?: với| trong| vào)?|kết hợp với|",
    "liên quan(?: trực tiếp)?(?: đến| tới)?|bên cạnh|ngoài|so với|khác với|giữa)",
    r"(?: việc| nguồn lực| nội dung| các)*(?: tổ chức| triển khai| thực hiện)*\s*\Z",
)
BODY_NAME = pattern(
    "(?:ban chỉ đạo|tổ công tác|tổ giúp việc|tổ chỉ đạo|ban điều hành|ban quản lý|văn phòng điều phối|hội đồng|",
    r"tiểu ban|cơ quan thường trực)(?: [^,;:.]{0,40})?(?: về)?(?: tổ chức| triển khai)*\s*\Z",
)
REFUSED = pattern(
    r"(?<!\w)(?:không|chưa|chậm|tạm dừng|dừng việc|ngừng|chấm dứt|vi phạm|trái với|kết thúc)",
    r"(?: việc| phải| còn)?(?: tổ chức| triển khai)*\s*\Z",
)
OPPOSED = pattern(
    r"(?<!\w)(?:cản trở|chống đối|né tránh|trốn tránh|đùn đẩy|vi phạm|thiếu trách nhiệm|sai phạm|tiêu cực)",
    r"[^,;:.]{0,40}\Z",
)
PAST = pattern(r"(?:đã|đang|trong khi|trong quá trình|sau khi|trước khi|khi)(?: được)?(?: tổ chức| triển khai)*\s*\Z")
PURPOSE = pattern(any_of("để(?! án| xuất| nghị| tài| cương| ra| cập)", "nhằm", "góp phần", "phục vụ"))
HELPED = pattern(any_of("đẩy nhanh", "nâng cao", "bảo đảm", "đảm bảo", "tăng cường", "cải thiện"))

EXCEPTED = pattern(
    r"(?<!\w)(?:trừ|ngoại trừ|loại trừ)\s+",
    "(?:trường hợp|những|các|nội dung|khi|đối với|quy định|một số|nhiệm vụ|việc)",
    r"|không (?:bao gồm|kể|tính|thuộc|áp dụng|chịu trách nhiệm)(?!\w)",
)
CONDITION = pattern(
    r"\W*(?:[\divx]{1,4}[.)]|[a-zđ]\))?\W*(?:trong )?",
    "(?:trường hợp|nếu(?! cao| rõ| gương)|khi|trong quá trình|đối với|riêng(?: đối với)?|bên cạnh|ngoài|cùng với|",
    r"sau khi|trước khi|kể từ|các trường hợp)(?!\w)",
)
SECOND_CLAUSE = pattern(
    r",\s+(?:thì|các|sở|ubnd|uỷ|bộ|ban|cơ quan|đơn vị|địa phương|yêu cầu|giao|chủ|phải|cần|tiếp|tổ|đề|tập|xây|thực|",
    r"triển)|:|(?<!\w)thì(?!\w)",
)

# What makes "theo …" say which things are meant: it belongs to the noun before it.
QUALIFIED = pattern(
    r"(?<!\w)(?:thuộc(?! bộ| sở| tỉnh)|(?:đã |mà |chưa |không )?được(?! giao| liệu| phẩm)|(?:đã|chưa|mà) bị|",
    "khác(?! phục)|đủ điều kiện|có tính chất|có đủ|liên quan (?:đến|tới)|phát sinh|",
    "người (?:có|được|bị|thuộc|đang|đã)|đối tượng|trường hợp|hành vi|các loại|những|có khả năng)",
    r"(?: [^,;:.]{0,70})?\s*\Z",
)
COMPETENCE = pattern(
    "(?:thẩm quyền|quyền hạn|chức năng|phạm vi|phạm vi nhiệm vụ|quyền|nghĩa vụ|phân cấp|trách nhiệm quản lý)",
    r"(?: quản lý| được giao)?\s*\Z",
)
APPROVED = pattern(
    "(?:đã |mà )?được (?:phê duyệt|giao|ban hành|duyệt|công bố|bàn giao|thông qua|chấp thuận|đầu tư|hỗ trợ|xếp hạng|",
    r"công nhận)(?: [^,;:.]{0,30})?\s*\Z",
    r"|(?:các|những|từng) [^,;:.]{2,40} (?:thành lập|sáp nhập|hình thành|bàn giao|sắp xếp|phê duyệt|công nhận)\s*\Z",
)
# "gửi … theo quy định của Luật cho cơ quan": the verb's own complement follows, so "theo" belongs to its object.
TRANSFER = pattern(any_of("gửi", "cung cấp", "chuyển", "báo cáo", "giao", "bàn giao", "phân bổ", "cấp"))
RECIPIENT = pattern(r"\s*(?:cho|tới|đến|về|lên)(?!\w)")

ABOUT = pattern(r"(?<!\w)(?:về|nội dung|tới)\s*\Z")
CONTAINED = pattern(r"(?:trong|của|tại)\s*\Z")
TO_CARRY_OUT = pattern(r"[^;.|]{0,40}?(?:để|nhằm)(?!\w)[^;.|]{0,60}?(?:thực hiện|triển khai|thi hành)(?!\w)")
