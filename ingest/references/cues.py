"""Words that show a relation, as patterns. What they mean where they stand is decided in `relations`."""

from __future__ import annotations

import re

from ingest.references.patterns import any_of

_I = re.IGNORECASE
# The beginning of a sentence or of an item of a list, with its mark ("Điều 5.", "a)", "-").
_MARK = (
    r"(?:^|[\n;:]|[.!?]\s)\s*(?:[-–+•*“\"]\s*)?"
    r"(?:(?:Điều\s+)?(?:\d{1,3}[a-zđ]?(?:\.\d{1,2})*|[a-zđ])[.):-]*\s*)?[-–+]?\s*"
)
MARK_ALONE = re.compile(r"\W*(?:Điều\s+)?(?:\d{1,3}(?:\.\d{1,2})*[a-zđ]?|[a-zđ]|[IVXLC]+)?[\W_]*(?:[Cc]ác\s+)?")

DEFINED = re.compile(r"(?:gọi(?:\s+chung|\s+tắt)?|viết\s+tắt)\s+(?:là|chung\s+là)\s*[“\":]?\s*\Z", _I)
HELD_IN = re.compile(r"(?:^|[(\n.])\s*\(?\s*(?:được\s+)?(?:ban\s+hành\s+|đính\s+)?kèm\s+(?:theo\s+)?(?:tại\s+)?\Z", _I)
ATTACHED_TO = re.compile(r"(?:ban\s+hành\s+|đính\s+)?kèm\s+theo\s*\Z", _I)

BASED = re.compile(_MARK + any_of("Căn cứ", "Trên cơ sở", "Chiếu theo"), _I)
_PROPOSING = ("Theo đề nghị", "Xét đề nghị", "Xét Tờ trình", "Theo Tờ trình", "Sau khi xem xét", "Xét")
_OPINIONS = ("theo đề nghị của", "ý kiến thẩm định của", "theo báo cáo của", "xét báo cáo thẩm tra")
PROPOSED = re.compile(_MARK + any_of(*_PROPOSING) + "|" + any_of(*_OPINIONS), _I)

# A letter that goes on with another or answers it carries out neither.
ANSWERING = re.compile(_MARK + any_of("Tiếp theo", "Phúc đáp", "Trả lời", "Tiếp nhận"), _I)

_CARRYING_OUT = ("triển khai", "thực hiện", "thi hành", "quán triệt", "cụ thể hóa", "cụ thể hoá")
IMPLEMENTING = re.compile(any_of(*_CARRYING_OUT, "quy định chi tiết", "hướng dẫn"), _I)
PURSUED = re.compile(
    _MARK + r"(?:Để\s+|Nhằm\s+|Tiếp\s+tục\s+)?"
    r"(?:tiếp\s+tục\s+|tổ\s+chức\s+|kịp\s+thời\s+|chủ\s+động\s+|cụ\s+thể\s+hóa\s+(?:và\s+)?)*"
    + any_of(*_CARRYING_OUT, "chấp hành"),
    _I,
)
_PLANS = ("kế hoạch", "chương trình", "đề án", "hướng dẫn", "quy định", "quy chế")
ISSUED = re.compile(
    _MARK
    + r"(?:[A-ZĐỦ][^.;,]{0,60}\s)?(?<!việc\s)"
    + any_of("ban hành", "phê duyệt", "thông qua")
    + r"[^.;]{0,160}"
    + any_of(*_PLANS),
    _I,
)
# Work that is watched over is not the document's own: "giám sát việc thực hiện Nghị quyết".
WATCHED = re.compile(r"(?:(?<!về\s)việc|kết\s+quả|tình\s+hình|quá\s+trình)\s+(?:tổ\s+chức\s+|triển\s+khai,?\s+)?\Z", _I)
INDIRECT = re.compile(any_of("theo", "quy định tại", "quy định của", "được quy định", "căn cứ", "nêu tại"), _I)

# A citation that only says by what rule, or beside what, something is done.
ASIDE = re.compile(
    r"(?<![Kk]èm\s)(?<!\w)(?:theo(?:\s+(?:đúng\s+)?quy\s+định)?(?:\s+(?:tại|của))?|gắn\s+với(?:\s+(?:việc\s+)?thực\s+hiện)?)"
    r"(?:\s+(?:(?:điểm|khoản|Điều|mục|Mục|Phần|Chương|Phụ\s+lục)\s+[\w.]{1,6}\s*,?\s*)+(?:của)?)?\s*\Z"
)

REPLACE = re.compile(any_of("thay thế", "thay cho"), _I)
REPEAL = re.compile(any_of("bãi bỏ", "hủy bỏ", "huỷ bỏ"), _I)
AMEND = re.compile(any_of("sửa đổi", "bổ sung", "điều chỉnh", "đính chính"), _I)
EXPIRES = re.compile(r"(?:hết|chấm\s+dứt|ngừng)\s+hiệu\s+lực", _I)
EXPIRED_LIST = re.compile(EXPIRES.pattern + r"[^;:]*:\s*(?:các\s+)?\Z", _I)
_CHANGING = any_of(
    "sửa đổi", "bổ sung", "thay thế", "thay cho", "bãi bỏ", "hủy bỏ", "huỷ bỏ", "đính chính", "điều chỉnh"
)
_NORMS = r"(?:Quyết\s+định|Nghị\s+định|Nghị\s+quyết|Thông\s+tư|Luật|Kế\s+hoạch|Quy\s+định|Hướng\s+dẫn)"
CHANGE = re.compile(_CHANGING, _I)
CHANGE_AT_HEAD = re.compile(_MARK + _CHANGING, _I)
CHANGE_BY_THIS = re.compile(
    rf"\snày\s[^;]{{0,120}}?{_CHANGING}|ban\s+hành\s+{_NORMS}\s+(?:về\s+việc\s+)?{_CHANGING}", _I
)
ENACTING = re.compile(r"như\s+sau|sau\s+đây", _I)
# The last articles of a document say what goes out of force with it.
FORCE = re.compile(r"hiệu\s+lực|điều\s+khoản\s+thi\s+hành|điều\s+khoản\s+chuyển\s+tiếp", _I)
PASSIVE = re.compile(
    r"(?:được|bị|đã|(?<!về\s)việc|sau\s+khi|trường\s+hợp|hồ\s+sơ|đề\s+nghị|thủ\s+tục|rà\s+soát,?|nghiên\s+cứu,?)\s*\Z",
    _I,
)
_PARTS = ("phụ lục", "khoản", "điểm", r"điều \d+[a-z]?", "cụm từ", "mẫu số", "mẫu", "chương", "mục", "tiết", "đoạn")
PART = re.compile(any_of(*_PARTS, "một số điều", "một số nội dung", "từ ngữ", "các điều"), _I)
UNDER_RULE = re.compile(any_of("theo quy định", "theo đúng quy định", "theo") + r"[^,;]{0,60}\Z", _I)
ISSUED_WITH = re.compile(r"kèm\s+theo[^,;]{0,40}\Z", _I)
# "Trước ngày Nghị định A hết hiệu lực", "theo Nghị định A": what stands before it makes it no subject.
NOT_THE_SUBJECT = re.compile(
    any_of("trước ngày", "đến ngày", "kể từ khi", "khi", "trường hợp", "quy định tại")
    + r"|(?<!kèm\s)"
    + any_of("theo"),
    _I,
)
OTHER_CLAUSE = re.compile(any_of("thì", "trước ngày", "khi", "trường hợp") + r"[^,;]*\Z", _I)
