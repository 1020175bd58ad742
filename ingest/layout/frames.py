"""Lines of heads and signatures: they stand alone, whatever the width of the page.

Forms of Decree 30/2020/NĐ-CP, Appendix I, and of the Party's guidance on document form.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.letters import LOWER, UPPER
from ingest.model import SourceLine
from ingest.noise import noisy_appendix_label

_KIND_WORDS = (
    r"QUY[ẾÉEÊ]T [ĐÐD][ỊI]NH|QUY[ẾÉ]T NGH[ỊI]|CH[ỈI] TH[ỊI]|NGH[ỊI] QUY[ẾÉ]T|NGH[ỊI] [ĐD][ỊI]NH|TH[ÔO]NG T[ƯU]|"
    r"TH[ÔO]NG B[ÁA]O|"
    r"K[ẾÉ] HO[ẠA]CH|QUY [ĐD][ỊI]NH|QUY CH[ẾÉ]|H[ƯU][ỚO]NG D[ẪA]N|C[ÔO]NG [ĐD]I[ỆE]N|LU[ẬA]T|B[ÁA]O C[ÁA]O|"
    r"K[ẾÉ]T LU[ẬA]N|"
    r"CH[ƯU][ƠO]NG TR[ÌI]NH(?: H[ÀA]NH [ĐD][ỘO]NG)?|[ĐD][ỀÈE] [ÁA]N|T[ỜO] TR[ÌI]NH"
)
_OPENS = re.compile(
    r"C[ỘO]NG H[ÒO][ÀA]?A? X[ÃA] H[ỘO]I|[ĐD][ộo]c l[ậa]p\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM|S[ốỐ]\s*:|"
    r"S[ốỐ]\s+\d{1,6}\s*[-/]|N[ơo]i\s+nh[ậa]n\s*:|K[íi]nh g[ửu]i|"
    rf"(?:T/M|K/T|T/L|TM|KT|TL|TUQ|Kt|Tm)[./ ]+[{UPPER}]{{2,}}|Q\. ?[{UPPER}]{{3,}}|"
    r"(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|CHỦ NHIỆM|CỤC TRƯỞNG|"
    r"THỐNG ĐỐC)\W*$|"
    rf"(?:{_KIND_WORDS})\s*:?$|PHỤ LỤC\b|SAO LỤC|SAO Y|TRÍCH SAO|Ngày\s*:|Chuyển\s*:|ĐẾN$|KH[ÓO]A [IVX]+\b|(?:Ký bởi|"
    rf"Người ký|Cơ quan|Email|Thời gian ký)\s*:|"
    r"\(\s*(?:[Bb]an hành )?[Kk]èm theo\b|Tại (?:phiên|cuộc|buổi|hội nghị)\b|(?:Trong )?[Tt]hời gian qua\b|Căn cứ\b|"
    r"Theo đề nghị\b|Xét đề nghị\b|\(?Đã ký|"
    r"[^\W\d]+(?: [^\W\d]+){0,3}, ngày\b|[-–—_*=]{3,}$|\*$|\[\d{1,3}\]"
)
_ALONE = re.compile(
    rf"(?:[ĐD][ộo]c l[ậa]p\s*[-–].*|(?:CỘNG H|Cộng h)\S+ \S+ \S+ (?i:chủ nghĩa việt nam)|[Ss]ố\s*:?\s*\S{{1,30}}|"
    rf".{{2,40}}, ngày .{{1,8}} tháng .{{1,8}} năm \d{{4}}|[-–—_*=]{{2,}}|\*|"
    rf"(?:{_KIND_WORDS})\s*:?|(?i:{_KIND_WORDS.lower()}|thông tư|nghị định|quyết định|chỉ thị|nghị quyết)\s*:?)$"
)
_AUTHORITY = re.compile(
    r"(?:THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ(?: - .+)?|QUỐC HỘI|BAN BÍ THƯ|BỘ CHÍNH TRỊ|(?:BỘ TRƯỞNG BỘ|GIÁM ĐỐC SỞ|"
    r"THỐNG ĐỐC NGÂN HÀNG) .{2,60}|"
    r"(?:CHỦ TỊCH )?(?:[ỦU][YỶ] BAN|HỘI ĐỒNG) NHÂN DÂN (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|"
    r"ĐẶC KHU) .{2,30})$"
)
_MOTTO = re.compile(
    r"(?<=\S)\s+(?=CỘNG H[ÒO][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|C[oộ]ng ho?[àa]a? xã hội chủ nghĩa [Vv][Ii]ệt [Nn]am\s*$|"
    r"Độc lập\s*[-–]\s*[Tt]ự do\s*[-–])"
)
_DATE_BESIDE_NUMBER = re.compile(
    rf"(?P<number>S[ốỐôÔ]\s*:?\s*[^,]*?[{UPPER}]{{2}}\S*)\s+(?P<date>[{UPPER}][^,]{{1,40}},\s*ng[àa]y\b.*)$"
)
# A head or signature that a web page has run together: "CHÍNH PHỦ_____ Số: 170/… | CỘNG HÒA …NAMĐộc lập …".
_GLUED = re.compile(r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|(?:TM|KT|TL)\. ?[^\W\d]{2,}|T/M [^\W\d]{2,}")
_GLUE_MARKS = ("|", "__", "(Đã ký)")
_GLUE = re.compile(
    rf"\s+\|\s*|\|\s*$|(?<=[^_\-])(?=_{{3,}})|(?<=_)\s*(?=[^_\s])|(?<=VIỆT NAM)(?=Độc)|(?<=[{UPPER}])(?=KT\.)|"
    rf"(?<=[{UPPER}]{{2}})(?=PHÓ )"
    rf"|(?=\(Đã ký\))|(?<=\))(?=[{UPPER}][{LOWER}])|"
    rf"(?<=[{LOWER}])\s+(?=[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)*, ngày)|;\s+(?=- )"
)
# Motto and date stand within a line of a head; running text that cites them is longer.
_LONGEST_HEAD_LINE = 130


def names_authority(text: str) -> bool:
    """Whether a line in capitals is the whole name of an authority that decides, as it stands below a title."""
    return bool(_AUTHORITY.match(text))


def opens_frame(text: str) -> bool:
    """Whether a line begins something of a head, preamble or signature."""
    return bool(_OPENS.match(text))


def is_alone(text: str) -> bool:
    """Whether a paragraph is a whole line of a head that nothing continues."""
    is_line_of_head = len(text) < _LONGEST_HEAD_LINE and bool(_ALONE.match(text))
    return is_line_of_head or noisy_appendix_label(text) is not None


def split_frame(line: SourceLine) -> list[SourceLine]:
    """The line, or its parts where columns of a head or signature have run together."""
    text = line.text
    is_glued = any(mark in text for mark in _GLUE_MARKS) and _GLUED.search(text)
    if is_glued:
        parts = _GLUE.split(text)
    elif len(text) < _LONGEST_HEAD_LINE and (" - " in text or "NAM" in text or "am" in text[-4:] or "gày" in text):
        parts = _MOTTO.split(text)
        if beside := _DATE_BESIDE_NUMBER.match(text):
            parts = [beside["number"], beside["date"]]
    else:
        return [line]
    kept = [part.strip() for part in parts if part.strip()]
    return [line] if len(kept) <= 1 else [replace(line, text=part, blank_before=True) for part in kept]
