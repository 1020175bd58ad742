"""The words by which Vietnamese offices assign work: who is addressed, what orders, what only describes."""

from __future__ import annotations

import re

# Capital letters of Vietnamese, for character classes (ranges of accented letters hold small ones too).
UPPER = "".join(chr(code) for code in range(0x41, 0x1EFA) if chr(code).isupper() and chr(code).lower() != chr(code))
# "Giao Sở Tài chính …", "yêu cầu các bộ, ngành …"; a person in office may be called "đồng chí".
ASSIGN = re.compile(
    r"(?:(?:Trước\s+mắt|Đồng\s+thời|Riêng|(?:thống\s+nhất|nhất\s+trí|đồng\s+ý)(?:\s+chủ\s+trương)?)\s*,?\s+)?(?:giao|yêu\s+cầu|đề\s+nghị|phân\s+công|ủy\s+quyền\s+cho|uỷ\s+quyền\s+cho|đồng\s+ý\s+giao|"
    r"giao\s+trách\s+nhiệm\s+cho|giao\s+cho)\s+(?:đồng\s+chí\s+|đ/c\s+|cho\s+)?",
    re.IGNORECASE,
)

_PLURAL_NOUNS = (
    r"cơ\s+quan|đơn\s+vị|sở|ban|bộ|ngành|địa\s+phương|cấp|chính\s+quyền|tổ\s+chức|doanh\s+nghiệp|huyện|xã|phường|"
    r"đặc\s+khu|thị\s+xã|thị\s+trấn|tỉnh|thành\s+phố|quận|trường|cơ\s+sở(?!\s+(?:dữ\s+liệu|vật\s+chất|hạ\s+tầng|pháp\s+lý))|hội|đoàn|cục|vụ|viện|học\s+viện|"
    r"trung\s+tâm|chủ\s+(?:đầu\s+tư|dự\s+án|rừng|hồ|cơ\s+sở|sở\s+hữu|quản\s+lý|trang\s+trại|tàu|doanh\s+nghiệp)|nhà\s+đầu\s+tư|nhà\s+thầu|nhà\s+mạng|thành\s+viên|đồng\s+chí|tập\s+đoàn|"
    r"tổng\s+công\s+ty|công\s+ty|chi\s+bộ|chi\s+ủy|chi\s+uỷ|đảng\s+ủy|đảng\s+uỷ|đảng\s+bộ|tỉnh\s+ủy|tỉnh\s+uỷ|huyện\s+ủy|huyện\s+uỷ|"
    r"thành\s+ủy|thành\s+uỷ|tổ\s+đảng|đối\s+tượng|lực\s+lượng|báo|đài|hợp\s+tác\s+xã|hiệp\s+hội|ngân\s+hàng|tổ|phòng|"
    r"ủy\s+viên|uỷ\s+viên|ủy\s+ban|uỷ\s+ban|đoàn\s+thể|chủ\s+thể|chi\s+cục|ban\s+quản\s+lý|nhà\s+trường|"
    r"bệnh\s+viện|trạm\s+y\s+tế|thôn|bản(?=\s+[^\W\d_])(?!\s+(?:đồ|vẽ|án|sao|tin|ghi|cam|kê|khai|mẫu|in))|khu\s+phố|xóm|buôn|khu\s+dân\s+cư"
)
# What begins the name of a body, a group of bodies or a person in office. Looks alike and is none of them:
# "Ban hành", "Tổ chức triển khai", "Báo cáo", "Trường hợp", "Phòng, chống", "Trung tâm dữ liệu".
BODY_START = re.compile(
    rf"(?:(?:tất\s+cả\s+các|các|mọi|từng|mỗi|toàn\s+thể(?:\s+các)?|những)\s+(?:{_PLURAL_NOUNS})(?!\w)"
    r"|Bộ,\s+ngành|Bộ\s+(?!chỉ\s+số|chỉ\s+tiêu|tiêu\s+chí|tiêu\s+chuẩn|máy|phận|đội|quy|thủ\s+tục|câu)|Sở\s+(?!hữu)|"
    r"Ban\s+(?!hành|đầu)|Tiểu\s+ban|Cục\s+(?!bộ|diện)|Tổng\s+cục|Chi\s+cục|Vụ\s+(?!việc|án|mùa)|Viện\s+(?!dẫn|trợ|phí)|"
    r"Văn\s+phòng|Văn\s+thư\s+(?:cơ\s+quan|các)|[UỦ][ỷỶyY]\s+ban|Uỷ\s+ban|Ủy\s+ban|UBND|HĐND|UBMTTQ\w*|UB\s+MTTQ|MTTQ|Hội\s+đồng|Hội\s+(?!nghị|nhập|thảo|tụ|đủ|thi|họp|chứng|chợ)|"
    r"Đoàn\s+(?!kết)|Liên\s+đoàn|Liên\s+minh|Mặt\s+trận|Công\s+an|(?:Quân\s+(?:khu|đoàn|chủng)|Binh\s+chủng)|Bộ\s+đội\s+(?!Cụ)|Thanh\s+tra\s+(?!,|việc|kiểm)|"
    r"Trường\s+(?!hợp)|Học\s+viện|Đại\s+học|Trung\s+tâm\s+(?!dữ\s+liệu(?!\s+[Qq]uốc)|đổi\s+mới)|Tổng\s+công\s+ty|Tập\s+đoàn|Công\s+ty|Ngân\s+hàng|"
    r"Kho\s+bạc|Bảo\s+hiểm\s+xã\s+hội|Thuế\s+(?:tỉnh|thành\s+phố|cơ\s+sở|khu\s+vực)|Hải\s+quan|Đảng\s+(?:ủy|uỷ|đoàn|bộ)|(?:Tỉnh|Thành|Huyện|Quận|Thị)\s+(?:ủy|uỷ)|"
    r"Thường\s+(?:trực|vụ)|Tỉnh\s+đoàn|Thành\s+đoàn|Bưu\s+điện|Điện\s+lực|Viễn\s+thông\s+(?=(?-i:[A-ZĐ]))|Hạt\s+Kiểm|Cảng\s+vụ|Chi\s+nhánh|Trạm\s+|Quỹ\s+(?=(?-i:[A-ZĐ]))|Cấp\s+(?:ủy|uỷ)|Chính\s+quyền\s+(?!số|điện\s+tử)|Chủ\s+tịch|Phó\s+(?:Chủ|Thủ|Giám|Trưởng|Bí)|Giám\s+đốc|Tổng\s+Giám\s+đốc|"
    r"Thủ\s+(?:trưởng|tướng)|Bộ\s+trưởng|Chánh\s+|Trưởng\s+(?:thôn|bản|xóm|khu|ban|các|đoàn|phòng|tiểu|ngành|công)|Cục\s+trưởng|Vụ\s+trưởng|Viện\s+trưởng|Hiệu\s+trưởng|"
    r"Thống\s+đốc|Tổng\s+Thanh\s+tra|Chủ\s+nhiệm|Bí\s+thư|Người\s+đứng\s+đầu|Lãnh\s+đạo\s+(?:các|Ban|Bộ|Sở|Ủy|Uỷ|UBND|Văn|đơn)|"
    r"Tòa\s+án|Toà\s+án|Viện\s+kiểm\s+sát|Kiểm\s+toán\s+[Nn]hà|Thống\s+kê\s+tỉnh|Đài\s+|Báo\s+(?!cáo|đảm|hiệu|chí)|Tạp\s+chí|"
    r"Phòng\s+(?!,|chống|ngừa|bệnh|cháy|thủ|tránh)|Tổ\s+(?:trưởng|công\s+tác|đảng|giúp(?!\s+việc)|chuyên|thư)|Đội\s+(?!ngũ)|(?:Cơ\s+quan|Đơn\s+vị)(?!\s+tính)|"
    r"Quốc\s+hội|Chính\s+phủ\s+(?!số|điện|kiến)|Nhà\s+đầu\s+tư|Chủ\s+đầu\s+tư|Nhà\s+thầu|Đối\s+tượng\s+thực|Tổ\s+chức\s+(?:đảng|chủ\s+trì|thu\s+phí(?=\s+(?:nộp|khai|kê|thực|có|phải|lập|quyết|công)))|Tổ\s+chức,\s+đơn\s+vị\s|Địa\s+phương|"
    r"Các\s+(?-i:[A-ZĐ]\w+)|Doanh\s+nghiệp\s+(?:viễn|bưu|nhà\s+nước)|Hiệp\s+hội|Bệnh\s+viện|(?:Thành\s+phố|Tỉnh)\s+(?=(?-i:[A-ZĐ]))|Đồng\s+chí\s+|Hợp\s+tác\s+xã|Liên\s+hiệp|"
    r"Thông\s+tấn|(?:Thành|Ủy|Uỷ)\s+viên\s|Chỉ\s+huy\s+trưởng|Cổng\s+Thông\s+tin|(?-i:[A-ZĐ]{3,}(?=\s*[,;:(]|\s+[a-zđ])))",
    re.IGNORECASE,
)

# Persons and sides who are addressed only where the words order ("Công chức … có trách nhiệm", "Hai bên phải").
ACTOR_START = re.compile(
    r"(?:Công\s+chức|Người\s+(?:ký|soạn|được\s+giao|phụ\s+trách)|Cán\s+bộ|Viên\s+chức|Người\s+lao\s+động|Bộ\s+phận|Chủ\s+(?:cơ\s+sở|dự\s+án|rừng|hồ|tàu|trang\s+trại|nhiệm)|"
    r"(?:Hai|Ba|Các)\s+(?:bên|ngành|cơ\s+quan|đơn\s+vị))(?!\w)"
)
# Words that begin what the addressed body is to do. "Có trách nhiệm", "phải", "chủ trì" order by themselves.
_ORDERS = (
    r"chủ\s+trì|đồng\s+chủ\s+trì|phối\s+hợp|có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|có\s+sứ\s+mệnh|có\s+nghĩa\s+vụ|chịu\s+trách\s+nhiệm|phải|cần|tiếp\s+tục|khẩn\s+trương|"
    r"tập\s+trung|chủ\s+động|nghiêm\s+túc|thường\s+xuyên|trực\s+tiếp|kịp\s+thời|quyết\s+liệt|tích\s+cực|sớm|theo\s+chức\s+năng|căn\s+cứ|"
    r"trên\s+cơ\s+sở|với\s+vai\s+trò|với\s+tư\s+cách|với\s+tinh\s+thần|là\s+(?:đầu\s+mối|cơ\s+quan|đơn\s+vị|các\s+đơn\s+vị)|làm\s+đầu\s+mối|"
    r"trước\s+ngày|định\s+kỳ|hằng\s+(?:năm|quý|tháng)|hàng\s+(?:năm|quý|tháng)|thực\s+hiện\s+(?:tốt|nghiêm|đầy\s+đủ)|đẩy\s+nhanh|theo\s+(?:nhiệm\s+vụ|thẩm\s+quyền|phạm\s+vi|"
    r"thẩm|lĩnh\s+vực)|trong\s+phạm\s+vi|có\s+(?:văn\s+bản|ý\s+kiến|báo\s+cáo)|tùy\s+theo|tuỳ\s+theo|được\s+giao\s+(?:chủ\s+trì|làm)"
)
_ACTIONS = (
    r"tổ\s+chức|xây\s+dựng|triển\s+khai|chỉ\s+đạo|lãnh\s+đạo|tham\s+mưu|thực\s+hiện|đẩy\s+mạnh|tăng\s+cường|rà\s+soát|báo\s+cáo|hướng\s+dẫn|"
    r"kiểm\s+tra|đôn\s+đốc|theo\s+dõi|tổng\s+hợp|phát\s+huy|bố\s+trí|cân\s+đối|nghiên\s+cứu|đề\s+xuất|xem\s+xét|ban\s+hành|trình|phê\s+duyệt|"
    r"quán\s+triệt|tuyên\s+truyền|vận\s+động|phổ\s+biến|giám\s+sát|công\s+bố|công\s+khai|cung\s+cấp|đảm\s+bảo|bảo\s+đảm|hỗ\s+trợ|cử|lập|"
    r"thành\s+lập|phân\s+công|phản\s+ánh|kiến\s+nghị|khắc\s+phục|chuyển|đảm\s+nhận|tiên\s+phong|kêu\s+gọi|di\s+dời|sơ\s+tán|ngăn\s+chặn|đấu\s+tranh|tuần\s+tra|xử\s+phạt|góp\s+ý|cho\s+ý\s+kiến|ký\s|trao\s+đổi|"
    r"thanh\s+toán|giải\s+ngân|thu\s+hồi|bàn\s+giao|nghiệm\s+thu|khảo\s+sát|kiểm\s+kê|kiểm\s+đếm|đào\s+tạo|bồi\s+dưỡng|tập\s+huấn|"
    r"tuyển\s+dụng|khen\s+thưởng|chăm\s+lo|hưởng\s+ứng|tham\s+dự|gắn|mời|phân\s+bổ|cấp\s+(?:phép|phát|giấy|kinh\s+phí|bổ\s+sung)|nhân\s+rộng|"
    r"xúc\s+tiến|quảng\s+bá|giới\s+thiệu|họp(?=\s+(?:định|thường)\s+kỳ|\s*,)|tạm\s+dừng|đình\s+chỉ|thu\s+gom|chấn\s+chỉnh|nắm|ứng\s+phó|phát\s+hiện|cam\s+kết|thực\s+hành|"
    r"trực\s+ban|niêm\s+yết|mở(?=\s+(?:thêm|rộng|lớp|chuyên|đợt|sổ|chiến))|nộp|kê\s+khai|khai(?=\s*,\s*nộp)|báo(?=\s+ngay)|chịu\s+sự|phủ\s+sóng|lắp\s+đặt|duy\s+tu|sửa\s+chữa|tổ\s+chức|yêu\s+cầu|vận\s+hành|giữ\s+vai\s+trò|(?<!Ngoại\s)(?<!chuyển\s)(?<!bàn\s)giao(?!\s+(?:dịch|thông|lưu|ban|nhận))|phản\s+hồi|nâng\s+cao|huy\s+động|ưu\s+tiên|trả\s+lời|đăng\s+ký|quyết\s+định|giúp(?!\s+việc)|thẩm\s+định|"
    r"làm\s+việc|hoàn\s+thiện|hoàn\s+thành|phát\s+động|chuẩn\s+bị|tiến\s+hành|cập\s+nhật|gửi|xác\s+định|đưa|phát\s+triển|khuyến\s+khích|"
    r"tạo\s+điều\s+kiện|đánh\s+giá|hợp\s+tác|tham\s+gia|thẩm\s+tra|lồng\s+ghép|cụ\s+thể\s+hóa|cụ\s+thể\s+hoá|thể\s+chế\s+hóa|thể\s+chế\s+hoá|hiện\s+đại\s+h(?:óa|oá)|luật\s+h(?:óa|oá)|chấp\s+hành|bám\s+sát|"
    r"lựa\s+chọn|thu\s+hút|xử\s+lý|giải\s+quyết|áp\s+dụng|kiện\s+toàn|củng\s+cố|đổi\s+mới|khai\s+thác|"
    r"sử\s+dụng|tiếp\s+nhận|bổ\s+sung|sửa\s+đổi|điều\s+chỉnh|đăng\s+tải|thông\s+báo|quy\s+định|tự\s+(?:kiểm|rà|đánh|chủ|tổ|thu|khắc)|làm\s+sạch|nêu\s+cao|gương\s+mẫu|chú\s+trọng|"
    r"quan\s+tâm|kết\s+nối|tích\s+hợp|số\s+hóa|số\s+hoá|duy\s+trì|phê\s+chuẩn|kiểm\s+soát|quản\s+lý,|xuất\s+cấp|chia\s+sẻ|lấy|cụ\s+thể"
)
PREDICATE = re.compile(rf"(?<!\w)(?:(?P<order>{_ORDERS})|(?P<action>{_ACTIONS}))(?!\w)")
# A verb behind one of these belongs to the name ("các dự án đang triển khai", "đơn vị được giao"); behind one of the
# nouns only a plain verb does ("đối tượng thực hiện kiểm kê", but "Tổ công tác có trách nhiệm").
_PARTICLE_BEFORE = re.compile(
    r"(?<!\w)(?:đang(?:\s+(?:tổ\s+chức|triển\s+khai))?|được(?:\s+giao(?:\s+nhiệm\s+vụ)?)?|đã|do|chưa|sẽ|để|việc|sự|về|không|nhằm|liên\s+quan\s+đến)\s+$",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:công\s+tác|hoạt\s+động|quá\s+trình|đối\s+tượng|người|tổ|đội|ban|cơ\s+sở|kế\s+hoạch|nhiệm\s+vụ|chủ\s+đầu\s+tư|nhà|"
    r"hội\s+đồng|đoàn|tư\s+vấn|bộ\s+phận|tập\s+thể)\s+$",
    re.IGNORECASE,
)
_NOUN_BEFORE_ORGANISATION = re.compile(r"(?:các|,|và|của|;|những|mọi|cơ\s+quan|đứng\s+đầu)\s*$")
_NOUN_AFTER_ORGANISATION = re.compile(
    r"\s*(?:,(?!\s*(?:triển|thực|chỉ|theo|kiểm|tuyên|vận|phổ|quán|hướng|giám|đôn|xây|rà))|chịu\s+trách|chính\s+trị|đảng|Đảng|xã\s+hội|hành\s+nghề|tín\s+dụng|đoàn\s+thể|có|ở|nước\s+ngoài|trong\s+nước|liên\s+quan|kinh\s+tế|nghề|khoa\s+học|phi|quốc)"
)
# "chương trình", "công lập", "cơ sở giáo dục, đào tạo": nouns that end as a verb.
_ENDS_NOUN = {
    "trình": re.compile(r"(?:chương|công|quá|lộ|quy|giáo|tiến|giải|hành|thuyết|địa)\s+$", re.IGNORECASE),
    "lập": re.compile(r"(?:công|độc|đối|trung|quốc|dân)\s+$", re.IGNORECASE),
    "họp": re.compile(r"(?:cuộc|phiên|kỳ|phòng|mời|dự)\s+$", re.IGNORECASE),
    "đào tạo": re.compile(r"giáo\s+dục(?:\s*,|\s+và)\s+$", re.IGNORECASE),
    "bồi dưỡng": re.compile(r"(?:cơ\s+sở|trường|trung\s+tâm)\s+đào\s+tạo(?:\s*,|\s+và)\s+$", re.IGNORECASE),
    "nghiên cứu": re.compile(r"(?:viện|trung\s+tâm|nhóm|cơ\s+sở)\s+$", re.IGNORECASE),
    "nộp": re.compile(r"(?:người|phải|thu|giao)\s+$", re.IGNORECASE),
}
# "người đứng đầu cơ quan, tổ chức trong phạm vi nhiệm vụ của mình …"
_OFFICE_BEFORE_ORGANISATION = re.compile(r"(?:cơ\s+quan|đơn\s+vị)\s*,\s*$", re.IGNORECASE)
_ORDER_AFTER_ORGANISATION = re.compile(
    r"\s+(?:chỉ\s+đạo|quy\s+định|quyết\s+định|phân\s+công|bố\s+trí|chịu|có|phải|cần|trong\s+phạm\s+vi|theo\s+(?:chức|nhiệm)|căn\s+cứ)\s"
)
_ORGANISE = re.compile(r"tổ\s")
# "cơ quan tham mưu, quản lý nhà nước về văn hóa", "bộ phận tham mưu về tổ chức, cán bộ"
_OFFICE_THAT_ADVISES = re.compile(r"(?:cơ\s+quan|bộ\s+phận|đơn\s+vị)\s+$", re.IGNORECASE)
_ADVISES_ON = re.compile(r"\s*(?:,\s*(?:quản\s+lý|giúp\s+việc)|về\s+(?:tổ\s+chức|công\s+tác|quản))")
_LIST_BEFORE = re.compile(r"(?:[,;]|(?<!\w)và)\s*$")
_LEADING_OFFICE = re.compile(r"(?:cơ\s+quan|đơn\s+vị|người|cấp)\s+$", re.IGNORECASE)


def is_predicate(text: str, match: re.Match[str]) -> bool:
    """Whether a verb found in the text begins the predicate, and is not a part of the body's name."""
    before, after, word = text[: match.start()], text[match.end() : match.end() + 30], match[0]
    if _PARTICLE_BEFORE.search(before[-40:]) or (match["action"] and _NOUN_BEFORE.search(before[-40:])):
        return False
    if word in _ENDS_NOUN and _ENDS_NOUN[word].search(before[-30:]):
        return False
    if word == "tham mưu" and _OFFICE_THAT_ADVISES.search(before[-15:]) and _ADVISES_ON.match(after):
        return False
    if _ORGANISE.match(word):
        if _OFFICE_BEFORE_ORGANISATION.search(before[-15:]) and _ORDER_AFTER_ORGANISATION.match(after):
            return False
        is_noun = bool(_NOUN_BEFORE_ORGANISATION.search(before[-15:]) and not before.rstrip().endswith(",")) or (
            before.rstrip().endswith((",", "các"))
            and bool(
                re.match(
                    r"\s*(?:,|và|;|chính|có\s+liên|liên\s+quan|hữu\s+quan|cá\s+nhân|khác|thuộc|trực\s+thuộc)", after
                )
            )
        )
        return not (is_noun or _NOUN_AFTER_ORGANISATION.match(after))
    if word == "lãnh đạo" and _LIST_BEFORE.search(before[-10:]):
        return False
    if word in ("chủ trì", "phối hợp") and _LEADING_OFFICE.search(before[-15:]):
        return bool(re.match(r"\s*(?:,|với|chặt|cùng|thực\s+hiện|tham\s+mưu)", after))
    return True


# Sections that say why, what for and with what, and assign nothing to anybody.
NO_TASKS = re.compile(
    r"^(?:(?:một\s+số|các|những)\s+)?(?:mục\s+đích|yêu\s+cầu|quan\s+điểm|mục\s+tiêu|chỉ\s+tiêu|đánh\s+giá|tình\s+hình|thực\s+trạng|hiện\s+trạng|"
    r"kết\s+quả\s+đạt|bối\s+cảnh|sự\s+cần\s+thiết|căn\s+cứ(?:\s+(?:pháp|xây|lập|ban))|cơ\s+sở\s+pháp|phạm\s+vi|đối\s+tượng|nguyên\s+tắc|"
    r"tồn\s+tại|hạn\s+chế|nguyên\s+nhân|bài\s+học|dự\s+báo|tầm\s+nhìn|định\s+hướng|giải\s+thích|kinh\s+phí|nguồn\s+(?:kinh\s+phí|vốn|lực)|"
    r"hiệu\s+lực|khái\s+quát|đặc\s+điểm|ưu\s+điểm|khuyết\s+điểm|hiệu\s+quả)",
    re.IGNORECASE,
)
# Forms to be filled in ("Người đứng đầu ....... (tên cơ quan)") assign nothing.
BLANKS = re.compile(r"\.{4,}|…{2,}|_{3,}|\.\.\.\s*\(")
# Execution clauses and closing sentences of the issuing office (Decree 30/2020/NĐ-CP, the models of Appendix III).
EXECUTION = re.compile(
    r"chịu\s+trách\s+nhiệm\s+(?:tổ\s+chức\s+)?thi\s+hành|căn\s+cứ\s+(?:Quyết\s+định|Nghị\s+quyết)\s+(?:này\s+)?thi\s+hành|"
    r"có\s+hiệu\s+lực\s+(?:thi|kể|từ|sau|ngay|trong|thực|đến|pháp)|này\s+có\s+hiệu\s+lực|hết\s+hiệu\s+lực|(?:Quyết\s+định|Nghị\s+quyết|Quy\s+định|Luật|Nghị\s+định|Thông\s+tư)\s+này\s+thay\s+thế|"
    r"(?:xin\s+)?thông\s+báo\s+để\s.{0,200}biết|chịu\s+trách\s+nhiệm\s+(?:triển\s+khai\s+)?thực\s+hiện\s+(?:Quyết\s+định|Nghị\s+quyết)\s+này|"
    r"đại\s+biểu\s+Hội\s+đồng\s+nhân\s+dân[^.;]{0,80}giám\s+sát\s+việc\s+(?:tổ\s+chức\s+|triển\s+khai\s+)*thực\s+hiện",
    re.IGNORECASE | re.DOTALL,
)
# "Sở Xây dựng đề nghị các cơ quan, đơn vị quan tâm phối hợp./." says thanks, not what to do.
COURTESY = re.compile(
    r"(?:^|[.]\s+)(?:(?:Rất\s+)?(?:mong|kính\s+(?:mong|đề\s+nghị))|[^.;:,]{3,80}\s(?:trân\s+trọng\s+|kính\s+)?đề\s+nghị)\s[^.;:]{3,150}"
    r"quan\s+tâm,?\s+(?:phối\s+hợp|chỉ\s+đạo|thực\s+hiện|triển\s+khai|giúp\s+đỡ|xem\s+xét)[^.;:]{0,30}\./\.?\s*$"
)
CLOSING = re.compile(
    r"^(?:Trên\s+đây\s+là|(?:Trong\s+)?quá\s+trình[^.;]{0,60}nếu\s+có[^.;]{0,80},\s*(?:(?:đề\s+nghị|xin|vui\s+lòng)\s+)?liên\s+hệ(?!\w)|(?:Chỉ\s+thị|Kế\s+hoạch|Nghị\s+quyết)\s+này\s+được\s+phổ\s+biến|Nơi\s+nhận)",
    re.IGNORECASE,
)
