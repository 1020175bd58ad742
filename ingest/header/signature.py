"""Who signs, in which office, and for whom; and who receives the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.header.lines import KIT, RECIPIENTS, RULE, is_signature_start
from ingest.header.paragraphs import Line
from ingest.letters import LOWER, UPPER
from ingest.markers import read_bullet
from kb.text import collapse

_NAME = re.compile(rf"(?<![{UPPER}.])(?P<name>[{UPPER}][{LOWER}]*(?:[ ]+[{UPPER}][{LOWER}]*){{1,5}})[\s*|_.]*$")
# Letters that no Vietnamese name has: what a scanner made of a signature over the name.
_FOREIGN = re.compile(r"[^\sA-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_RANK = r"(?:(?:GS|PGS|TS|ThS|BS|KS|LS|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá))\b\.?\s*)+"
_TITLES = re.compile(rf"^{_RANK}")
# "(Đã ký và đóng dấu)" marks a copy; the last form is two lines of a saved page in the wrong order.
_SIGNED = re.compile(
    r"[(\[]?\s*[ĐđD][ãaÃA]\s+[kK][ýyÝY](?!\w)(?:\s*(?:và|,)\s*đóng dấu)?\s*[)\]]?\s*:?\s*|[kK][ýý]\)\s*\([đĐ]ã"
)
_FOR = re.compile(r"(?:T\s?/?\s?M|K\s?/?\s?T|T\s?/?\s?L|T\s?/?\s?UQ)[./\s]{1,3}$")
_SIGNS_FOR = re.compile(r"\W*(?:T\s?/?\s?M|K\s?/?\s?T|T\s?/?\s?L|T\s?/?\s?UQ|THAY MẶT|THỪA LỆNH)\b", re.IGNORECASE)
_OFFICE_IN_CAPITALS = re.compile(
    r"(?:Q\.\s*|QUYỀN\s+)?(?:PHÓ\s+)?(?:CHỦ\s+TỊCH(?:\s+QUỐC\s+HỘI|\s+NƯỚC)?|TỔNG\s+BÍ\s+THƯ|(?<!BAN )BÍ\s+THƯ|"
    r"CHÁNH\s+VĂN\s+PHÒNG|"
    r"BỘ\s+TRƯỞNG|THỦ\s+TƯỚNG|THỨ\s+TRƯỞNG|TỔNG\s+GIÁM\s+ĐỐC|GIÁM\s+ĐỐC|TỔNG\s+CỤC\s+TRƯỞNG|CHI\s+CỤC\s+TRƯỞNG|CỤC\s+TRƯỞNG|"
    r"VỤ\s+TRƯỞNG|TRƯỞNG\s+BAN|TRƯỞNG\s+PHÒNG|CHỦ\s+NHIỆM|THỐNG\s+ĐỐC|TỔNG\s+THANH\s+TRA|CHÁNH\s+THANH\s+TRA|HIỆU\s+TRƯỞNG|"
    r"VIỆN\s+TRƯỞNG|CHÁNH\s+ÁN|TRƯỞNG\s+ĐOÀN|TỔNG\s+KIỂM\s+TOÁN(?:\s+NHÀ\s+NƯỚC)?)(?:\s+THƯỜNG\s+TRỰC|\s+VĂN\s+PHÒNG)?(?!\s*,)",
    re.IGNORECASE,
)
# Characters: authority and office without a readable name; more is other text that a scan has run into.
LONGEST_WITHOUT_NAME = 200


@dataclass(frozen=True, slots=True)
class Signature:
    """As printed (capitals stay). Spans are of the lines they stand in."""

    signer: str | None
    office: str | None
    signed_for: str | None
    start: int
    end: int


def is_signed_mark(text: str) -> bool:
    """ "(Đã ký)" alone on its line."""
    return bool(_SIGNED.fullmatch(text))


def is_name_line(text: str) -> bool:
    """A line that is a person's name, perhaps with a title of rank or "Đã ký"."""
    bare = _TITLES.sub("", _SIGNED.sub("", text).strip(" *"))
    match = _NAME.match(bare)
    return bool(match) and not bare.isupper() and bool(match and match.end() == len(bare))


def read_signatures(lines: Sequence[Line]) -> tuple[Signature, ...]:
    """The signatures among lines of a closing part, in order; joint documents have several."""
    found: list[Signature] = []
    block: list[Line] = []
    for line in lines:
        text = line.text
        if RULE.match(text) or KIT.match(text):
            continue
        if block and (RECIPIENTS.match(text) or read_bullet(text)):
            found.append(_from_block(block))
            block = []
        elif block or is_signature_start(text):
            block.append(line)
            if is_name_line(text) or ends_with_name(text):
                found.append(_from_block(block))
                block = []
    if block and sum(len(line.text) for line in block) <= LONGEST_WITHOUT_NAME:
        found.append(_from_block(block))
    return tuple(found)


def ends_with_name(text: str) -> bool:
    """A line that holds office and name: "BỘ TRƯỞNG Nguyễn Văn An"."""
    if text.isupper() or not is_signature_start(text):
        return False
    return bool(_NAME.search(_SIGNED.sub("", text)))


def _from_block(block: list[Line]) -> Signature:
    printed = collapse(_SIGNED.sub(" ", " ".join(line.text for line in block)))
    match = _NAME.search(printed)
    printed_name = match["name"] if match and not match["name"].isupper() else None
    name = None if printed_name and _FOREIGN.search(printed_name) else printed_name
    head = printed[: match.start()] if match and printed_name else printed
    head = re.sub(rf"(?<=[{UPPER}])(?=(?:KT|TM|TL)\.)", " ", head).strip(" *,([")
    head = re.sub(rf"\s*{_RANK}$", "", head)
    head = head if printed_name == name and name else _in_capitals(head)
    office, signed_for = _office_and_authority(head)
    return Signature(
        signer=collapse(name) if name else None,
        office=office,
        signed_for=signed_for,
        start=block[0].start,
        end=block[-1].end,
    )


def _in_capitals(head: str) -> str:
    """The authority and office in capitals, without what a scanner read behind them where the name should be."""
    words = head.split()
    if not words or not words[0].isupper():
        return head
    end = next((at for at, word in enumerate(words) if any(map(str.islower, word))), len(words))
    return " ".join(words[:end]).strip(" *,([") if end > 1 else head


def _office_and_authority(head: str) -> tuple[str | None, str | None]:
    """The signer's office, and for whom he signs; several offices of his own ("TRƯỞNG BAN, CHỦ TỊCH …") are one."""
    office = _last_own_office(head)
    if office is None:
        return None, head.strip(" *,") or None
    before = head[: office.start()].strip(" *,")
    if before and not _SIGNS_FOR.match(before):
        return head.strip(" *,"), None
    return head[office.start() :].strip(" *,"), before or None


def _last_own_office(head: str) -> re.Match[str] | None:
    """The office of the signer: the last one printed, unless it is the one that is signed for."""
    offices = list(_OFFICE_IN_CAPITALS.finditer(head))
    if not offices or _FOR.search(head[: offices[-1].start()]):
        return None
    return offices[-1]


def read_recipients(lines: Sequence[Line]) -> tuple[str, ...]:
    """The entries under "Nơi nhận:", or of a list that lost this heading."""
    entries: list[str] = []
    has_heading = any(RECIPIENTS.match(line.text) for line in lines)
    inside = not has_heading
    for line in lines:
        match = RECIPIENTS.match(line.text)
        if match:
            inside = True
            entries += _entries(line.text[match.end() :])
        elif inside and read_bullet(line.text):
            entries += _entries(line.text)
        elif inside and entries:
            break
    return tuple(entries)


def _entries(text: str) -> list[str]:
    parts = re.split(r"(?:^|;)\s*[-–+~*]\s+", text)
    return [entry for part in parts if (entry := re.sub(r"^[-–+~]\s*", "", part).strip(" ;,*"))]
