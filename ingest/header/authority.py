"""Who issues: letterhead and the authority that decides."""

from __future__ import annotations

import re

from ingest.header.casing import in_running_case
from ingest.header.frame import Frame
from ingest.header.head import ATTACHED_TO
from ingest.header.kinds import kind_at_start
from ingest.header.lines import (
    LONGEST_AUTHORITY,
    MOTTO,
    NUMBER_WORD,
    PLACE_AND_DATE,
    RULE,
    STAMP_DATE,
    is_authority,
    of_authority,
    without_dispatch,
)
from ingest.header.organs import begins_organ, is_bare, is_parent, split_organs
from ingest.header.signature import Signature
from ingest.header.stamps import arrival_span
from kb.model import Fact
from kb.text import collapse, fold

_LETTERHEAD_LINES = 14
# Lines behind the head in which a decision names its authority once more (between the bases).
_PREAMBLE_LINES = 40
_LEAD = (
    r"(?:Chính phủ|Thủ tướng Chính phủ|Bộ Chính trị|Quốc hội|"
    r"(?:Bộ trưởng|Chủ tịch|[ỦU][yỷ] ban|Hội đồng|Ban|Thường trực|Thống đốc|Giám đốc|Tổng|Chủ nhiệm|Viện trưởng|"
    r"Chánh án) [^,;:.]{3,80}?|"
    r"UBND [^,;:.]{2,60}?|(?:Đảng|Tỉnh|Thành|Huyện) (?:ủy|uỷ|đoàn)(?: [^,;:.]{3,60}?)?)"
)
# "Bộ trưởng Bộ …, Bộ trưởng Bộ … ban hành Thông tư liên tịch …": the subject of the sentence that issues.
_SENTENCE = re.compile(
    rf"(?:^|[.;:,]\s+)(?P<who>{_LEAD}(?:(?:, | và ){_LEAD})*)\s+"
    r"(?:ban hành|quy định|yêu cầu|quyết định|hướng dẫn|thông báo|kết luận|chỉ thị|quyết nghị|xây dựng kế hoạch|điện)\b"
)
_ISSUED_BY = re.compile(r"\bcủa\s+(?P<who>[^()]{4,120}?)\s*\)?\s*$")
_ABBREVIATED = ((re.compile(r"\bUBND\b"), "Ủy ban nhân dân"), (re.compile(r"\bHĐND\b"), "Hội đồng nhân dân"))


def read_letterhead(frame: Frame, text: str) -> Fact | None:
    """The bodies printed above number and motto, parent first, joined by " - "."""
    names: list[tuple[str, int, int]] = []
    last = frame.head.kind if frame.head.kind is not None else max(frame.head.body, 1)
    stamp = arrival_span(frame) or (0, 0)
    lines = [line for index, line in enumerate(frame.lines[:last]) if not stamp[0] <= index < stamp[1]]
    for line in lines[:_LETTERHEAD_LINES]:
        marks = (MOTTO.search(line.text), NUMBER_WORD.match(line.text))
        cut = min((match.start() for match in marks if match), default=len(line.text))
        name = line.text[:cut].strip(" *-_–|.:—")
        is_name = (
            name.isupper()
            and 2 < len(name) <= LONGEST_AUTHORITY
            and not PLACE_AND_DATE.match(name)
            and not RULE.match(name)
        )
        if is_name and not line.in_table and is_authority_part(name):
            names.append((name, line.start, line.start + cut))
        if NUMBER_WORD.match(line.text):
            break
    if not names:
        return None
    organs = split_organs(" ".join(name for name, _, _ in names))
    value = " - ".join(in_running_case(organ, text) for organ in organs)
    return Fact(value, "phần đầu văn bản", names[0][1], names[-1][2])


def is_authority_part(name: str) -> bool:
    """A line of a letterhead: a body, or the place that the line above lacks ("TỈNH …")."""
    folded = fold(name)
    is_other = folded.startswith(
        ("du thao", "hoa toc", "mat", "toi mat", "den", "cong bao", "van ban quy pham", "sao ")
    )
    return not is_other


def issuing_organ(letterhead: Fact | None) -> str | None:
    """The body of the letterhead that issues: the last; under a Party parent with the parent's name."""
    if letterhead is None:
        return None
    organs = letterhead.value.split(" - ")
    own = organs[-1]
    if len(organs) == 1 or not is_bare(own):
        return own
    parent = organs[-2]
    if fold(parent).startswith("ban chap hanh trung uong"):
        return "Văn phòng Trung ương Đảng" if fold(own) == "van phong" else f"{own} Trung ương"
    return f"{own} {parent}"


def _joint_organs(text: str, letterhead: Fact | None) -> str | None:
    """Bodies that issue together: a hyphen stands between them ("SỞ A - CÔNG AN TỈNH"), a parent above them."""
    if letterhead is None or letterhead.start is None:
        return None
    first, *others = re.split(r"\s+[-–]\s+", collapse(text[letterhead.start : letterhead.end]))
    own = split_organs(first)[-1:]
    is_joint = bool(others) and bool(own) and not is_parent(own[0]) and all(begins_organ(other) for other in others)
    return " - ".join(in_running_case(organ, text) for organ in (*own, *others)) if is_joint else None


def read_issuer(frame: Frame, text: str, letterhead: Fact | None, signature: Signature | None) -> Fact | None:
    """The authority that decides, by what the document says of it, most explicit first."""
    organ = _joint_organs(text, letterhead) or issuing_organ(letterhead)
    found = (
        _named_under_kind(frame, text)
        or _of_attachment(frame)
        or _of_sentence(frame)
        or _of_collective(text, signature, organ)
        or _of_chairman(organ, signature)
    )
    if found:
        return Fact(_completed(found.value, organ), found.rule, found.start, found.end, found.confidence)
    return Fact(organ, "phần đầu văn bản", letterhead.start, letterhead.end) if organ and letterhead else None


def _named_under_kind(frame: Frame, text: str) -> Fact | None:
    if frame.head.kind is None:
        return None
    end = min(frame.head.body + _PREAMBLE_LINES, frame.closing.first)
    for index in range(frame.head.kind, end):
        line = frame.lines[index]
        if name := of_authority(_behind_kind(line.text)):
            return Fact(in_running_case(name, text), "cơ quan ban hành dưới tên loại", line.start + 4, line.end)
        if is_authority(line.text) and index not in frame.head.title and not _in_letterhead_place(frame, index):
            name = collapse(without_dispatch(line.text))
            return Fact(in_running_case(name, text), "cơ quan ban hành trước căn cứ", line.start, line.end)
        if re.match(r"^\W*(?:Điều|ĐIỀU)\s+1\b|^I[.\-]", line.text):
            return None
    return None


def _behind_kind(text: str) -> str:
    """The words behind the kind on its own line ("NGHỊ ĐỊNH CỦA CHÍNH PHỦ"), else the line."""
    begun = kind_at_start(text)
    return text[begun[1] :].strip() if begun else text


def _in_letterhead_place(frame: Frame, index: int) -> bool:
    """A body named in a stamp, right above the stamp's date, does not issue."""
    return any(STAMP_DATE.match(line.text) for line in frame.lines[index + 1 : index + 4])


def _of_attachment(frame: Frame) -> Fact | None:
    """ "(Kèm theo Quyết định số … của Bộ trưởng Bộ …)" under the title of a text that stands alone."""
    for index, line in enumerate(frame.head_lines):
        if ATTACHED_TO.match(line.text):
            joined = line.text if ")" in line.text else f"{line.text} {frame.lines[index + 1].text}"
            match = _ISSUED_BY.search(joined.strip())
            if match:
                return Fact(collapse(match["who"]), "văn bản mà văn bản này kèm theo", line.start, line.end, 0.9)
    return None


def _of_sentence(frame: Frame) -> Fact | None:
    """ "Bộ trưởng Bộ … ban hành Thông tư …", "Chủ tịch UBND tỉnh yêu cầu: …" at the end of the preamble."""
    for line in frame.lines[frame.head.body : min(frame.closing.first, frame.head.body + _PREAMBLE_LINES)]:
        if re.match(r"^\W*(?:Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN)\s+\S|^(?:I|1)[.\-)]\s?\S", line.text):
            return None
        if re.match(r"^\W*(?:Căn cứ|Theo đề nghị)\b", line.text) and not re.search(r"[;,]\s*$", line.text):
            match = None
        else:
            match = next(iter(_SENTENCE.finditer(line.text.strip("* "))), None)
        if match and not re.match(r"^\W*Căn cứ\b", line.text):
            start = line.text.find(match["who"]) + line.start
            return Fact(collapse(match["who"]), "câu ban hành", start, start + len(match["who"]), 0.9)
    return None


def _of_collective(text: str, signature: Signature | None, organ: str | None) -> Fact | None:
    """ "T/M BAN BÍ THƯ", "TM. ỦY BAN NHÂN DÂN": the body in whose name the document is signed."""
    match = (
        re.match(r"T\s?/?\s?M\b[./ ]*(?P<body>.+?)(?:\s+K\s?/?\s?T\b.*)?$", signature.signed_for or "")
        if signature
        else None
    )
    if not match or not signature:
        return None
    body = in_running_case(match["body"].strip(" ,"), text)
    needs_parent = fold(body) in ("ban thuong vu", "thuong truc", "ban chap hanh", "tinh uy", "dang uy") and organ
    is_same = organ is not None and fold(organ).startswith(fold(body))
    value = organ if organ and is_same else f"{body} {organ}" if needs_parent else body
    return Fact(value, "thay mặt ký", signature.start, signature.end)


def _of_chairman(organ: str | None, signature: Signature | None) -> Fact | None:
    """Signed by or for the Chairman without "TM.": he decides, not the Committee (Decree 30/2020/NĐ-CP, Appendix I)."""
    if not organ or not signature or not fold(organ).startswith("uy ban nhan dan"):
        return None
    if "chu tich" not in fold(f"{signature.signed_for or ''} {signature.office or ''}"):
        return None
    return Fact(f"Chủ tịch {organ}", "chữ ký của Chủ tịch", signature.start, signature.end, 0.8)


def _completed(name: str, organ: str | None) -> str:
    """The full name where the text abbreviates or leaves out the place: "Chủ tịch UBND tỉnh" → "… tỉnh Quảng Ngãi"."""
    for pattern, full in _ABBREVIATED:
        name = pattern.sub(full, name)
    if organ is None:
        return name
    start = fold(name).find(fold(organ)[:12])
    is_beginning = start >= 0 and fold(organ).startswith(fold(name[start:])) and len(organ) > len(name[start:])
    return name[:start] + organ if is_beginning else name
