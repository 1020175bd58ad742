"""Who issues: letterhead, the authority that decides, its level and place."""

from __future__ import annotations

import re

from ingest.header.casing import in_running_case
from ingest.header.frame import Frame, is_of_authority
from ingest.header.lines import MOTTO, NUMBER_WORD, PLACE_AND_DATE, RULE, is_authority
from ingest.header.signature import Signature
from ingest.letters import UPPER
from kb.model import Fact, Level
from kb.text import collapse, fold

# Cities directly under the central government (provinces in rank).
CENTRAL_CITIES = ("ha noi", "ho chi minh", "da nang", "hai phong", "can tho", "hue")
_LETTERHEAD_LINES = 12
_AUTHORITY_OF_SENTENCE = re.compile(
    r"^(?P<who>(?:Chính phủ|Thủ tướng Chính phủ|Bộ trưởng [^,;:.]{3,80}?|Chủ tịch [^,;:.]{3,80}?|Ủy ban [^,;:.]{3,80}?|Uỷ ban [^,;:.]{3,80}?|"
    r"UBND [^,;:.]{2,60}?|Hội đồng [^,;:.]{3,80}?|Ban [^,;:.]{3,60}?|Bộ Chính trị|Quốc hội|Thường trực [^,;:.]{3,60}?|Đảng [^,;:.]{3,60}?))\s+"
    r"(?:ban hành|quy định|yêu cầu|quyết định|hướng dẫn|thông báo|kết luận|chỉ thị)\b"
)


def read_letterhead(frame: Frame, text: str) -> Fact | None:
    """The lines above number and motto: parent body and issuing body."""
    last = frame.kind if frame.kind is not None else frame.body
    lines = []
    for line in frame.lines[: min(last, _LETTERHEAD_LINES)]:
        cut = min((m.start() for m in (MOTTO.search(line.text), NUMBER_WORD.search(line.text)) if m), default=len(line.text))
        name = line.text[:cut].strip(" *-_–|.:")
        is_name = name.isupper() and len(name) > 3 and not PLACE_AND_DATE.match(name) and not RULE.match(name)
        if is_name:
            lines.append((name, line.start, line.start + cut))
        if NUMBER_WORD.search(line.text):
            break
    if not lines:
        return None
    printed = collapse(" ".join(name for name, _, _ in lines))
    return Fact(in_running_case(printed, text), "phần đầu", lines[0][1], lines[-1][2])


def read_issuer(frame: Frame, text: str, letterhead: Fact | None, signature: Signature | None) -> Fact | None:
    """The authority that decides, by what the document says of it, most explicit first."""
    return (
        _named_under_kind(frame, text)
        or _of_preamble(frame)
        or _chairman(letterhead, signature)
        or _of_collective(text, signature)
        or letterhead
    )


def _named_under_kind(frame: Frame, text: str) -> Fact | None:
    first = frame.kind + 1 if frame.kind is not None else 0
    for line in frame.lines[first : frame.body + 30] if frame.kind is not None else ():
        if is_of_authority(line.text):
            name = collapse(line.text.strip(" *")[4:])
            return Fact(in_running_case(name, text), "cơ quan ban hành dưới tên loại", line.start + 4, line.end)
        title_first, title_last = frame.title
        in_title = title_first <= frame.lines.index(line) < title_last
        if is_authority(line.text) and not in_title and not MOTTO.search(line.text):
            name = collapse(re.sub(r"\s*điện\s*:?\s*$", "", line.text.strip(" *:,")))
            return Fact(in_running_case(name, text), "cơ quan ban hành trước căn cứ", line.start, line.end)
    return None


def _of_preamble(frame: Frame) -> Fact | None:
    for line in frame.lines[frame.body : min(frame.closing, frame.body + 40)]:
        match = _AUTHORITY_OF_SENTENCE.match(line.text.strip("* "))
        if match:
            return Fact(collapse(match["who"]), "câu ban hành", line.start, line.start + len(match["who"]))
    return None


def _chairman(letterhead: Fact | None, signature: Signature | None) -> Fact | None:
    """Signed by or for the Chairman without "TM.": he decides, not the Committee (Decree 30/2020/NĐ-CP, Appendix I)."""
    if not letterhead or not signature or not fold(letterhead.value).startswith("uy ban nhan dan"):
        return None
    signed = fold(f"{signature.signed_for or ''} {signature.office or ''}")
    by_chairman = "chu tich" in signed and not re.match(r"t\s?/?\s?m", signed)
    return Fact(f"Chủ tịch {letterhead.value}", "chữ ký của Chủ tịch", signature.start, signature.end, 0.8) if by_chairman else None


def _of_collective(text: str, signature: Signature | None) -> Fact | None:
    """ "T/M BAN BÍ THƯ": the body in whose name a Party document is signed."""
    match = re.match(r"T\s?/\s?M\.?\s*(?P<body>.+)", signature.signed_for or "") if signature else None
    if not match or not signature:
        return None
    return Fact(in_running_case(match["body"].strip(" ,"), text), "thay mặt ký", signature.start, signature.end)


_LEVELS = (
    (Level.COMMUNE, re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\s+(?P<name>.+)")),
    (Level.DISTRICT, re.compile(r"\b(?:huyện ủy|huyện|quận ủy|quận|thị ủy|thị xã)\s+(?P<name>.+)")),
    (Level.PROVINCE, re.compile(r"\b(?:tỉnh ủy|tỉnh|thành ủy|thành phố)\b\s*(?P<name>.*)")),
)


def read_level(issuer: Fact | None, letterhead: Fact | None) -> Fact | None:
    """The level by the place named in issuer or letterhead; none named: central."""
    for source in (issuer, letterhead):
        if source:
            for level, pattern in _LEVELS:
                if pattern.search(source.value.lower()):
                    return Fact(level.value, "địa danh trong tên cơ quan", source.start, source.end)
    source = issuer or letterhead
    return Fact(Level.CENTRAL.value, "tên cơ quan không có địa danh", source.start, source.end, 0.8) if source else None


_NAME_OF_PLACE = re.compile(
    rf"(?:tỉnh|thành phố|TỈNH|THÀNH PHỐ|Tỉnh ủy|TỈNH ỦY|Tỉnh uỷ|huyện|xã|phường)\s+(?P<name>[{UPPER}][^\W\d_]*(?:[ -][{UPPER}][^\W\d_]*){{0,3}})"
)


def read_locality(level: Fact | None, issuer: Fact | None, letterhead: Fact | None, title: Fact | None, text: str) -> Fact | None:
    if level is None or level.value == Level.CENTRAL.value:
        return None
    for source, rule in ((issuer, "tên cơ quan"), (letterhead, "phần đầu"), (title, "trích yếu")):
        if source and (match := _NAME_OF_PLACE.search(source.value)):
            return Fact(in_running_case(match["name"], text), f"địa danh trong {rule}", source.start, source.end)
    match = _NAME_OF_PLACE.search(text)
    return Fact(match["name"], "địa danh trong văn bản", match.start(), match.end(), 0.6) if match else None
