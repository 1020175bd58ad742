"""What a single line of the frame is: motto, number, date, rule, authority, signature, recipients."""

from __future__ import annotations

import re

from ingest.letters import UPPER
from kb.text import fold

MOTTO = re.compile(
    r"C[ỘO]NG H\S{1,3} X\S H\S{1,2}I\s*CH\S NGH\S{1,3} VI\S{1,2}T NAM|Đ[ộo]c l[ậa]p\s*[-–—]\s*T\S{1,2} do\s*[-–—]\s*H\S{1,2}nh\s*ph\S{1,2}c"
    r"|Đ[ẢA]NG C[ỘO]NG S[ẢA]N VI[ỆE]T NAM",
)
NUMBER_WORD = re.compile(r"(?:(?:LUẬT|Luật|PHÁP LỆNH|Pháp lệnh|NGHỊ QUYẾT|Nghị quyết)\s+)?S[ốôỐỎỔo]\s*:?\s*(?=[\d.…_/ ])")
PLACE_AND_DATE = re.compile(
    rf"(?P<place>[{UPPER}][^\n,;:|*]{{1,40}}?)\s*,\s*ng[àa]y\s*(?P<day>[\d.…_\s]{{0,8}}?)\s*th[áa]ng\s*(?P<month>[\d.…_\s]{{0,8}}?)\s*n[ăa]m\s*(?P<year>(?:\d\s?){{4}}|[\d.…_]{{1,4}})"
)
RULE = re.compile(r"^[\s\-–—_*=.•~|]+$")
RECIPIENTS = re.compile(r"^\W*N[ơoƠO]i\s+nh[ậaâ]n\s*[:;.]?", re.IGNORECASE)
SIGNED_FOR = re.compile(
    rf"^\W*(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|T\s?/\s?UQ|TM|KT|TL|TUQ)[./\s]+(?=[{UPPER}]{{2}})|^\W*Q\. ?(?=[{UPPER}]{{3}})"
)
OFFICE = re.compile(
    r"^(?:PHÓ |Q\. ?|QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|TỔNG BÍ THƯ|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỦ TƯỚNG|THỨ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|"
    r"CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|CHỦ NHIỆM|THỐNG ĐỐC|TỔNG THANH TRA|HIỆU TRƯỞNG|VIỆN TRƯỞNG|"
    r"CHÁNH ÁN|CHÁNH THANH TRA|TỔNG KIỂM TOÁN|TRƯỞNG ĐOÀN|THƯỜNG TRỰC)\b"
)
ADDRESSEE = re.compile(r"^\W*K[íi]nh g[ửuứ]i\b", re.IGNORECASE)
SUBJECT = re.compile(r"^\W*V/\s?v\b\.?:?\s*|^\W*Về việc\b:?\s*", re.IGNORECASE)
BASIS = re.compile(
    r"^[\W_]*(?:Căn\s+cứ|Theo\s+(?:đề|đè)\s+nghị|Xét\s+(?:đề\s+nghị|tờ\s+trình)|Thực hiện|Triển khai|Thi hành|Để|Nhằm|Trên cơ sở|"
    r"Thời gian qua|Trong thời gian|Ngày \d)\b"
)
ENACTING = re.compile(r"^\W*(?:QUY[ẾÉEÊ]T [ĐÐD][ỊI]NH|QUY[ẾÉEÊ]T NGH[ỊI]|CH[ỈI] TH[ỊI]|BAN HÀNH|NGH[ỊI] QUY[ẾÉ]T)\s*:\s*\W*$")
KIT = re.compile(r"^\W*(?:Ký bởi|Người ký|Cơ quan|Thời gian ký|Email|Ký số)\s*:")
STAMP_DATE = re.compile(r"Ng[àa]y\s*:?\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
COPY_KIND = re.compile(r"^\W*(SAO Y(?: BẢN CHÍNH)?|SAO LỤC|TRÍCH SAO)\b\W*$")

_AUTHORITY_WORDS = (
    "chinh phu", "thu tuong chinh phu", "bo truong", "bo ", "uy ban", "chu tich", "hoi dong", "quoc hoi", "thong doc",
    "tong thanh tra", "giam doc", "ban ", "chanh an", "vien truong", "tong kiem toan", "cuc truong", "tong cuc truong",
    "thu truong", "thuong truc", "tinh uy", "thanh uy", "huyen uy", "dang uy", "van phong", "so ", "cuc ", "chanh van phong",
    "hieu truong", "dang doan", "tong giam doc", "toa an", "vien kiem sat", "kiem toan", "lien doan", "mat tran", "doan ",
)  # fmt: skip


def is_authority(line: str) -> bool:
    """A line in capitals that names who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …", "THỦ TƯỚNG CHÍNH PHỦ điện:"."""
    bare = re.sub(r"\s*điện\s*:\s*$", "", line.strip(" *:-–,."))
    return bare.isupper() and len(bare) < 160 and fold(bare).startswith(_AUTHORITY_WORDS)


def is_signature_start(line: str) -> bool:
    return bool(SIGNED_FOR.match(line)) or (bool(OFFICE.match(line.strip())) and line.strip()[:12].isupper())
