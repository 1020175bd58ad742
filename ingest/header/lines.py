"""What a single line of the frame is: motto, number, date, rule, authority, signature, recipients."""

from __future__ import annotations

import re

from ingest.letters import UPPER
from kb.text import fold

MOTTO = re.compile(
    r"C[ỘO]NG H\S{1,3} X\S H\S{1,2}I\s*CH\S NGH\S{1,3} VI\S{1,2}T NAM|"
    r"^\W*(?i:C[ộo]ng h\S{1,2} x\S h\S{1,2}i ch\S ngh\S{1,2} vi\S{1,2}t nam)\W*$"
    r"|Đ[ộo]c l[ậa]p\s*[-–—]\s*T\S{1,2} do\s*[-–—]\s*H\S{1,2}nh\s*ph\S{1,2}c|"
    r"^\W*Đ[ẢA]NG C[ỘO]NG S[ẢA]N VI[ỆE]T NAM\W*$",
)
NUMBER_WORD = re.compile(
    r"(?:(?:LUẬT|Luật|PHÁP LỆNH|Pháp lệnh|NGHỊ QUYẾT|Nghị quyết)\s+(?=[Ss]ố))?[SsŠ][ốôỐÔỎổóo]\s*:?\s*(?=[\d.…_/ -])"
)
PLACE_AND_DATE = re.compile(
    rf"(?P<place>[{UPPER}][^\n,;:|*]{{1,40}}?)\s*,\s*ng[àa]y\s*(?P<day>[\d.…_\s]{{0,8}}?)\s*th[áa]ng"
    r"\s*(?P<month>[\d.…_\s]{0,8}?)\s*n[ăa]m\s*(?P<year>(?:\d\s?){4}|[\d.…_]{1,4})"
)
RULE = re.compile(r"^[\s\-–—_*=.•~|]+$")
RECIPIENTS = re.compile(r"^\W*N[ơoờ]i\s*[-–.]?\s*nh[ậaâạ]n\s*(?:[:;.]|$)", re.IGNORECASE)
SIGNED_FOR = re.compile(
    rf"^\W*(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|T\s?/\s?UQ|TM|KT|TL|TUQ|[Tt]m|[Kk]t|[Tt]l)[./\s]+(?=[{UPPER}]{{2}})|"
    rf"^\W*Q\. ?(?=[{UPPER}]{{3}})"
)
OFFICE = re.compile(
    r"^(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|TỔNG BÍ THƯ|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỦ TƯỚNG|THỨ TRƯỞNG|GIÁM ĐỐC|"
    r"TỔNG GIÁM ĐỐC|"
    r"CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|CHỦ NHIỆM|THỐNG ĐỐC|TỔNG THANH TRA|HIỆU TRƯỞNG|"
    r"VIỆN TRƯỞNG|CHÁNH ÁN|CHÁNH THANH TRA|TỔNG KIỂM TOÁN|TRƯỞNG ĐOÀN|THƯỜNG TRỰC|CHI CỤC TRƯỞNG)"
    r"(?: QUỐC HỘI| NƯỚC| THƯỜNG TRỰC| NHÀ NƯỚC| VĂN PHÒNG| CHÍNH PHỦ| (?:PHÓ )?CHỦ TỊCH.*| ỦY BAN.*| BỘ .*| BAN .*|"
    r" HỘI ĐỒNG.*)?\W*$"
)
ADDRESSEE = re.compile(r"^\W*K[íi]nh g[ửuứ]i\b", re.IGNORECASE)
SUBJECT = re.compile(r"^\W*V/\s?v\b\.?:?\s*|^\W*Về việc\b:?\s*", re.IGNORECASE)
BASIS = re.compile(r"^[\W_]*(?:Căn\s+cứ|Theo\s+(?:đề|đè)\s+nghị|Xét\s+(?:đề\s+nghị|tờ\s+trình|thấy))\b")
# Words that open the running text of a preamble; a title may begin with the same words ("Thực hiện Nghị quyết …").
OPENING = re.compile(
    r"^[\W_]*(?:Thực hiện|Triển khai|Thi hành|Để|Nhằm|Trên cơ sở|Thời gian qua|Trong thời gian|Trong những năm|"
    r"Ngày \d|Những năm|"
    r"Tiếp tục|Sau \d|Hiện nay|Vừa qua|Ủy ban nhân dân|UBND)\b"
)
ENACTING = re.compile(
    r"^\W*(?:QUY[ẾÉEÊ]T [ĐÐD][ỊI]NH|QUY[ẾÉEÊ]T NGH[ỊI]|CH[ỈI] TH[ỊI]|BAN H[ÀA]NH|NGH[ỊI] QUY[ẾÉ]T|YÊU CẦU|"
    r"[ĐÐD]I[ỆE]N)\s*:\W*$"
)
KIT = re.compile(r"^\W*(?:Ký bởi|Người ký|Cơ quan|Thời gian ký|Email|Ký số|Ngày ký)\s*:")
STAMP_DATE = re.compile(
    r"(?:Đ[ẾE]N\s*)?[Nn]g[àa]y\s*(?:[đĐ][ếe]n)?\s*:\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})"
)
STAMP_WORD = re.compile(r"^\W*(?:C[ÔO]NG V[ĂA]N\s+)?[ĐD][ẾE]N\W*$|^\W*(?:Chuyển|Lưu hồ sơ số|Số đến)\s*:")
COPY_KIND = re.compile(r"^\W*(SAO Y(?: BẢN CHÍNH)?|SAO LỤC|TRÍCH SAO|BẢN SAO)\b\W*$")
SESSION = re.compile(r"^\W*KH[ÓO]A\b.{1,40}K[ỲY] H[ỌO]P\b", re.IGNORECASE)
ADOPTED = re.compile(r"được .{3,80}(?:khóa|khoá|Khóa) .{1,80}thông qua ngày\b")
FOOTNOTE = re.compile(r"^\W{0,2}\[1\]\s*\S")

_AUTHORITY_WORDS = re.compile(
    r"(?:ubnd |hdnd |chinh phu|thu tuong|bo truong|bo (?!luat)|lien bo|uy ban|chu tich|hoi dong|quoc hoi|thong doc|"
    r"ngan hang|tong thanh tra|giam doc|ban |"
    r"chanh an|vien truong|tong kiem toan|cuc truong|tong cuc|thu truong|thuong truc|tinh uy|thanh uy|huyen uy|"
    r"quan uy|thi uy|dang |"
    r"van phong|so |cuc |chanh van phong|chanh thanh tra|hieu truong|tong giam doc|toa an|vien kiem sat|kiem toan|"
    r"lien doan|mat tran|cong an |"
    r"doan |chi cuc|truong |thanh tra|bi thu|bo chinh tri|doan chu tich|trung uong)"
)
# A title begins with these or holds them; the name of an authority does not.
_NOT_IN_AUTHORITY = re.compile(
    r"\b(?:ban hanh|ve|quy dinh|ke hoach|chuong trinh|thuc hien|nam \d{4}|ngay \d|giai doan|phe duyet)\b|\d{3,}"
)
LONGEST_AUTHORITY = 150


def is_authority(line: str) -> bool:
    """A line in capitals that names who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …", "THỦ TƯỚNG CHÍNH PHỦ điện:"."""
    bare = without_dispatch(line)
    folded = fold(bare)
    is_name = bool(_AUTHORITY_WORDS.match(folded)) and not _NOT_IN_AUTHORITY.search(folded)
    return bare.isupper() and len(bare) < LONGEST_AUTHORITY and is_name


def without_dispatch(line: str) -> str:
    """The name of an authority without the word that opens a telegram ("… điện:") and the marks around it."""
    return re.sub(r"\s*(?:điện|ĐIỆN)\s*:?\s*$", "", line.strip(" *:-–,.;|"))


def is_of_authority(line: str) -> bool:
    """ "CỦA BAN THƯỜNG VỤ TỈNH ỦY": who issues, between kind and title in documents of the Party."""
    return of_authority(line) is not None


def of_authority(line: str) -> str | None:
    """The authority of such a line, without the number and date that may follow it ("CỦA CHÍNH PHỦ SỐ 28/2003 …")."""
    bare = line.strip(" *")
    name = re.split(r"\s+SỐ\s", bare[4:])[0] if bare.startswith("CỦA ") else ""
    return name if is_authority(name) else None


def is_signature_start(line: str) -> bool:
    return bool(SIGNED_FOR.match(line)) or bool(OFFICE.match(line.strip(" *")))


def is_frame_line(line: str) -> bool:
    """A line that stands only in a head: motto, number, date, rule, stamp, electronic signature."""
    return bool(
        MOTTO.search(line) or NUMBER_WORD.match(line) or PLACE_AND_DATE.match(line) or RULE.match(line)
        or KIT.match(line) or STAMP_DATE.match(line) or STAMP_WORD.match(line) or SESSION.match(line)
    )  # fmt: skip
