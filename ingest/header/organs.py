"""Names of bodies in a letterhead: one under the other, broken over lines, or run together on one."""

from __future__ import annotations

import re

from kb.text import collapse, fold

_HEAD = re.compile(
    r"\b(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|HỘI ĐỒNG|(?<!CƠ )SỞ|"
    r"(?<!CÁN )(?<!NỘI )(?<!TIẾN )(?<!ĐƯỜNG )BỘ|CHI CỤC|TỔNG CỤC|CỤC|(?<!NỘI )(?<!DỊCH )(?<!NGHĨA )(?<!NGHIỆP )VỤ|"
    r"VĂN PHÒNG|"
    r"BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BAN CHỈ ĐẠO|BAN QUẢN LÝ|BAN CÁN SỰ ĐẢNG|BAN TỔ CHỨC|BAN TUYÊN GIÁO|BAN DÂN VẬN|"
    r"BAN NỘI CHÍNH|"
    r"BAN KINH TẾ|(?<!TRƯỞNG )BAN|ĐẢNG BỘ|ĐẢNG ỦY|ĐẢNG UỶ|ĐẢNG ĐOÀN|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|"
    r"HUYỆN UỶ|QUẬN ỦY|THỊ ỦY|"
    r"ỦY BAN|UỶ BAN|CHI BỘ|TRUNG TÂM|(?<!BỆNH )VIỆN|(?<!MÔI )(?<!THỊ )TRƯỜNG|THANH TRA|NGÂN HÀNG|KIỂM TOÁN|TÒA ÁN|"
    r"CÔNG AN|"
    r"(?<!TRUNG ƯƠNG )(?<!ỦY BAN )(?<!UỶ BAN )MẶT TRẬN|LIÊN ĐOÀN|ĐOÀN ĐẠI BIỂU|ĐOÀN THANH NIÊN)\b"
)
# Behind the word of an administrative unit stands its name, even one that begins like a body ("TỈNH TRƯỜNG …"); schools
# and institutes of a unit print their sort behind the word.
_UNIT_BEFORE = re.compile(r"\b(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) $")
_NAME_LIKE_BODY = re.compile(
    r"(?:TRƯỜNG(?! (?:ĐẠI HỌC|CAO ĐẲNG|CHÍNH TRỊ|TRUNG|THPT|THCS|TIỂU HỌC|MẦM NON|BỒI DƯỠNG|ĐÀO TẠO|NGHIỆP VỤ)\b)|"
    r"VIỆN(?! (?:NGHIÊN CỨU|KIỂM SÁT|QUY HOẠCH|KHOA HỌC|CÔNG NGHỆ)\b)|BỘ(?! CHỈ HUY)|VỤ)\b"
)
# Heads that are no body alone: a name or a domain must follow.
_BARE = frozenset(
    {
        "van phong", "ban", "ban to chuc", "ban tuyen giao", "ban dan van", "ban noi chinh", "ban kinh te",
        "uy ban", "hoi dong",
        "uy ban kiem tra", "ban thuong vu", "ban quan ly", "phong", "so", "bo", "cuc", "vu", "vien", "truong",
        "thanh tra",
        "trung tam", "uy ban nhan dan", "hoi dong nhan dan", "ban chap hanh", "ban chi dao", "dang uy",
        "chi cuc", "tong cuc",
        "cong an", "kiem toan", "ngan hang", "doan", "dang doan", "dang bo", "ban can su dang", "mat tran", "chi bo",
    }
)  # fmt: skip


def split_organs(printed: str) -> list[str]:
    """ "ỦY BAN NHÂN DÂN TỈNH A SỞ TÀI CHÍNH" → both bodies; "VĂN PHÒNG CHÍNH PHỦ" stays one."""
    printed = collapse(printed).strip(" *-–_.|")
    starts: list[int] = []
    for match in _HEAD.finditer(printed):
        if _NAME_LIKE_BODY.match(printed, match.start()) and _UNIT_BEFORE.search(printed[: match.start()]):
            continue
        before = printed[starts[-1] : match.start()].strip(" -–*") if starts else printed[: match.start()].strip(" -–*")
        is_complete = (
            bool(before) and fold(before) not in _BARE and not fold(before).endswith((" va", " cua", ",", " ve"))
        )
        if not starts or is_complete:
            starts.append(match.start() if starts else 0)
    if not starts:
        return [printed] if printed else []
    ends = [*starts[1:], len(printed)]
    return [printed[start:end].strip(" -–*_.") for start, end in zip(starts, ends, strict=True)]


def begins_organ(printed: str) -> bool:
    return bool(_HEAD.match(printed)) and fold(printed) not in _BARE


def is_parent(organ: str) -> bool:
    """A body that is printed above the body that issues, not beside it."""
    return fold(organ).startswith(("uy ban nhan dan", "ubnd", "dang bo", "ban chap hanh"))


def is_bare(organ: str) -> bool:
    """A body that is named by its parent alone: "VĂN PHÒNG" under "TỈNH ỦY …"."""
    folded = fold(organ)
    is_party_board = folded.startswith("ban ") and not folded.startswith(
        ("ban quan ly", "ban chi dao", "ban chap hanh")
    )
    return folded in _BARE or is_party_board or folded.startswith("uy ban kiem tra")
