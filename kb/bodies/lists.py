"""Lists of bodies as printed: "Sở Tài chính, Sở Văn hóa, Thể thao và Du lịch và các Sở, ban, ngành tỉnh" is three.

Names hold commas and "và" themselves; a separator divides only where the next words can begin the name of a body.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from kb.bodies.identity import identify
from kb.bodies.spelling import bare_name
from kb.text import collapse

# Words that begin the name of a body, a group of bodies or a person in office; not "Báo cáo", "Xã hội", "Hội nhập".
_HEAD_NOUNS = (
    r"Bộ|Sở|Ban(?!\s+hành)|Cục|Vụ|Viện|Văn\s+phòng|[UỦ][ỷỶyY]\s+ban|Uỷ\s+ban|Ủy\s+ban|UBND|HĐND|UBMTTQ\w*|MTTQ\w*|BCĐ|"
    r"Hội\s+đồng|Hội(?!\s+(?:nhập|nghị|thảo))|Đoàn(?!\s+kết)|Liên\s+đoàn|Liên\s+minh|Liên\s+hiệp|Mặt\s+trận|Công\s+an|Thanh\s+tra|"
    r"Trường(?!\s+hợp)|Học\s+viện|Đại\s+học|Trung\s+tâm|Chi\s+cục|Tổng\s+cục|Tổng\s+công\s+ty|Tập\s+đoàn|Công\s+ty|Ngân\s+hàng|"
    r"Kho\s+bạc|Bảo\s+hiểm\s+xã|Thuế|Hải\s+quan|Quân\s+khu|(?:Đảng|Tỉnh|Thành|Huyện|Quận)\s+(?:ủy|uỷ)|Đảng\s+đoàn|Đảng\s+bộ|"
    r"cấp\s+(?:ủy|uỷ)|chi\s+bộ|chính\s+quyền|Chủ\s+tịch|Giám\s+đốc|Thủ\s+trưởng|Chánh|Trưởng|Tổng\s+Giám\s+đốc|Chủ\s+nhiệm|"
    r"Thống\s+đốc|(?:Ủy|Uỷ)\s+viên|Tổng\s+Thanh\s+tra|Hiệu\s+trưởng|Cục\s+trưởng|Vụ\s+trưởng|Viện\s+trưởng|Người\s+đứng\s+đầu|"
    r"Chỉ\s+huy\s+trưởng|Bí\s+thư|Phó|Thủ\s+tướng|Chính\s+phủ|Quốc\s+hội|Thường\s+trực|Tòa\s+án|Toà\s+án|Kiểm\s+toán|Thống\s+kê|Thông\s+tấn\s+xã|"
    r"Đài(?!\s+thọ)|Báo(?!\s+(?:cáo|chí|đảm))|Tạp\s+chí|Phòng(?!\s*,|\s+(?:chống|ngừa))|Tổ(?!\s+chức\s+(?:thực|triển))|Đội(?!\s+ngũ)|"
    r"Đơn\s+vị|Cơ\s+quan|Các(?!\s+Khu)|Những|Nhà\s+đầu\s+tư|Chủ\s+đầu\s+tư|Nhà\s+thầu|Đối\s+tượng|Lực\s+lượng|Doanh\s+nghiệp|"
    r"Tổ\s+chức|Địa\s+phương|Đồng\s+chí|Lãnh\s+đạo|Thành\s+viên|Hiệp\s+hội|Hợp\s+tác\s+xã|Bệnh\s+viện|Nhân\s+dân|từng|mỗi|"
    r"toàn\s+thể|Tỉnh|Thành\s+phố|Xã(?!\s+hội)|Phường"
)
_HEAD = re.compile(rf"(?:{_HEAD_NOUNS})(?!\w)", re.IGNORECASE)
# "VNPT", "BQL các dự án", but not "NTTS thương phẩm", where the short form is of work.
_ACRONYM = re.compile(
    r"[A-ZĐ]{3,}(?![\wÀ-ỹ])(?!\s+(?!(?:tỉnh|thành|huyện|xã|phường|đặc|cấp|các|khu|dự|và|của|thuộc|trực|có|liên)(?!\w))[a-zà-ỹđ])"
)
# In a group ("các sở, ban, ngành, địa phương …") these go on with it.
_GROUP_START = re.compile(
    r"(?:^|\s)(?:các|những|từng|mỗi)\s+\S+|^(?:Sở|Bộ|Ban)(?:,|$)|\bcấp\s+(?:tỉnh|huyện|xã)\s*$", re.IGNORECASE
)
_GROUP_MEMBER = re.compile(
    r"^(?:sở|ban|ngành|bộ|hội|đoàn\s+thể|địa\s+phương|đơn\s+vị|cơ\s+quan|tổ\s+chức|doanh\s+nghiệp|cá\s+nhân|hộ|xã|phường|"
    r"(?:huyện|thị|thành|tỉnh|quận|đảng|chi|cấp)\s+(?:ủy|uỷ)|chi\s+bộ|đảng\s+bộ|"
    r"đặc\s+khu|thị\s+trấn|huyện|quận|thị\s+xã|thành\s+phố|tỉnh|nhà\s+đầu\s+tư|nhà\s+thầu|chủ\s+đầu\s+tư)(?:\s+(?![A-ZĐ]).*)?$",
    re.DOTALL,
)
# "người đứng đầu cơ quan, tổ chức", "Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương"
_GROUP_NOUN_LAST = re.compile(
    r"(?<!\w)(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|sở|ban|ngành|bộ|xã|phường|tỉnh|huyện|quận|thị\s+xã|đặc\s+khu)\s*$"
)
# "Ủy ban nhân dân các cấp" names its members, and what follows is no more of them.
_OF_ALL_LEVELS = re.compile(
    r"^(?:UBND|HĐND|(?:Ủy|Uỷ)\s+ban|Hội\s+đồng)\s.*(?<!\w)các\s+cấp$|^(?:UBND|HĐND)\s+các\s+cấp$"
)
# After "các tỉnh: A, B" these begin anew.
_NOT_LISTED = re.compile(
    r"(?:các|UBND|Ủy|Uỷ|(?:lãnh\s+đạo|thủ\s+trưởng|người\s+đứng\s+đầu|chủ\s+tịch|giám\s+đốc|bí\s+thư|bộ\s+trưởng))\s",
    re.IGNORECASE,
)
# "Văn phòng HĐND và UBND phường" is one office (Law 72/2025/QH15 on local government).
_OFFICE = re.compile(r"(?<!\w)Văn\s+phòng\s+(?:HĐND|Hội\s+đồng\s+nhân\s+dân|Đoàn\s+(?:ĐBQH|đại\s+biểu\s+Quốc\s+hội))$")
_SERVED = re.compile(r"(?:UBND|HĐND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân|Hội\s+đồng\s+nhân\s+dân)(?!\w)")
_GROUP_CAPITAL = re.compile(r"^(?:Sở|Ban|Ngành|Bộ|Ban\s+ngành|Phường|Xã|Đặc\s+khu)$")
_SEPARATOR = re.compile(
    r"\s*[;\n•]\s*|\s*,\s*(?:nhất\s+là\s+)?(?:và\s+)?|\s+(?:và|cùng\s+với|cùng)\s+|\s+nhất\s+là\s+|\s*/\s*"
)
_HARD = re.compile(r"^\s*[;\n•]")
# Cells lose their line breaks: "Bộ A Bộ B", "Bộ A các tỉnh …".
_RUN_TOGETHER = re.compile(
    r"(?<=[\wÀ-ỹ])\s+(?=Bộ\s+[A-ZĐ](?!ộ\s)|Sở\s+[A-ZĐ]|các\s+(?:tỉnh|thành\s+phố|bộ|địa\s+phương)(?!\w))"
)
_PLAIN_BODY = re.compile(r"^(?:Bộ|Sở)\s+(?!trưởng)[A-ZĐ]")
_OF = re.compile(
    r"(?:của|thuộc|với|cho|và|Bộ\s+trưởng|Giám\s+đốc|Văn\s+phòng|Đảng\s+ủy|Đảng\s+uỷ|Thanh\s+tra)$", re.IGNORECASE
)
# A cell that lost its line breaks: "- Sở Tài chính - Sở Xây dựng". Without the first hyphen it is part of a name.
_BULLET = re.compile(r"\s*[-–•+*]\s*")
_NEXT_BULLET = re.compile(rf"\s+[-–•+*]\s+(?=(?:{_HEAD_NOUNS})(?!\w))", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;]+")
# The longest names in the data file have about so many words.
_LONGEST_NAME = 14
_EDGE = " \t\r\n.,;:-–•+"


def split_bodies(printed: str) -> tuple[str, ...]:
    """The bodies of a printed list, each as printed (white space collapsed), in order."""
    items: list[str] = []
    is_bulleted = bool(_BULLET.match(printed))
    for piece in _pieces(_NEXT_BULLET.sub("\n", printed) if is_bulleted else printed):
        items.extend(_run_apart(piece))
    return tuple(item for item in (collapse(item).strip(_EDGE) for item in items) if item)


def begins_body(text: str) -> bool:
    """Whether the text begins as the name of a body, a group of bodies or a person in office does."""
    return bool(_HEAD.match(text) or _ACRONYM.match(text))


def _pieces(printed: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    # A heading in capitals tells groups from names no longer; in small letters groups at least are seen.
    lowered = printed.lower()
    form = lowered if printed.isupper() and len(lowered) == len(printed) else printed
    for match in _SEPARATOR.finditer(form):
        if _depth(printed, match.start()) or match.start() < start:
            continue
        before, after = form[start : match.start()], form[match.end() :]
        is_name = before.strip() and not _HARD.match(match[0]) and _inside_known_name(printed, start, match.end())
        if before.strip() and not is_name and _divides(before, match[0], after):
            pieces.append(printed[start : match.start()])
            start = match.end()
    return [*pieces, printed[start:]]


def _inside_known_name(printed: str, start: int, separator_end: int) -> bool:
    """Whether the words from `start` on are the name of a known body that reaches beyond a separator ("Văn phòng Đoàn
    đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "Bộ Lao động - Thương binh và Xã hội")."""
    ends = [match.end() for match in islice(_WORD.finditer(printed, start), _LONGEST_NAME)]
    longest = next((end for end in reversed(ends) if _is_known(printed[start:end])), start)
    return longest > separator_end


@lru_cache(maxsize=16_384)
def _is_known(name: str) -> bool:
    return bare_name(name) == name and identify(name).entry is not None


def _depth(text: str, offset: int) -> int:
    return text.count("(", 0, offset) - text.count(")", 0, offset)


def _divides(before: str, separator: str, after: str) -> bool:
    if not after.strip():
        return True
    if not begins_body(after):
        return False
    member = re.split(r"\s*[,;:\n]\s*|\s+(?:và)\s+", after, maxsplit=1)[0].strip()
    if _GROUP_NOUN_LAST.search(before) and _GROUP_MEMBER.match(member) and not _HARD.match(separator):
        return False
    if _OFFICE.search(before) and _SERVED.match(after):
        return False
    is_group = bool(_GROUP_START.search(before.strip())) and not _OF_ALL_LEVELS.search(before.strip())
    continues_group = is_group and bool(_GROUP_MEMBER.match(member) or _GROUP_CAPITAL.match(member))
    if continues_group and not _HARD.match(separator):
        return False
    # "các Sở: Xây dựng, …", "các tỉnh, thành phố: …": what follows the colon belongs to the group.
    opens_list = ":" in before and not _HARD.match(separator)
    return not (opens_list and not _NOT_LISTED.match(after))


def _run_apart(piece: str) -> list[str]:
    if not _PLAIN_BODY.match(piece.strip()):
        return [piece]
    parts, start = [], 0
    for match in _RUN_TOGETHER.finditer(piece):
        if not _OF.search(piece[start : match.start()].rstrip()):
            parts.append(piece[start : match.start()])
            start = match.end()
    return [*parts, piece[start:]]
