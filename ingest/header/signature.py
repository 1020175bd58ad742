"""Who signs, in which office, and for whom; and who receives the document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.header.frame import Line
from ingest.header.lines import KIT, OFFICE, RECIPIENTS, RULE, is_signature_start
from ingest.letters import LOWER, UPPER
from ingest.markers import read_bullet
from kb.text import collapse

_NAME = re.compile(rf"(?P<name>(?<![{UPPER}])[{UPPER}][{LOWER}]*(?:\s+[{UPPER}][{LOWER}]*){{1,5}})\s*[\s*|_.]*$")
_SIGNED = re.compile(r"\(?\s*[ĐD][ãa]\s+k[ýy]\s*\)?\s*:?\s*")
_FOR = re.compile(rf"(?:T\s?/?\s?M|K\s?/?\s?T|T\s?/?\s?L|T?UQ|Q)\s?[./]\s?", re.IGNORECASE)
_OFFICE_IN_CAPITALS = re.compile(
    r"(?:PHÓ\s+)?(?:CHỦ\s+TỊCH(?:\s+QUỐC\s+HỘI|\s+NƯỚC)?|TỔNG\s+BÍ\s+THƯ|BÍ\s+THƯ|CHÁNH\s+VĂN\s+PHÒNG|BỘ\s+TRƯỞNG|THỦ\s+TƯỚNG|"
    r"THỨ\s+TRƯỞNG|TỔNG\s+GIÁM\s+ĐỐC|GIÁM\s+ĐỐC|TỔNG\s+CỤC\s+TRƯỞNG|CỤC\s+TRƯỞNG|VỤ\s+TRƯỞNG|TRƯỞNG\s+BAN|TRƯỞNG\s+PHÒNG|"
    r"CHỦ\s+NHIỆM|THỐNG\s+ĐỐC|TỔNG\s+THANH\s+TRA|CHÁNH\s+THANH\s+TRA|HIỆU\s+TRƯỞNG|VIỆN\s+TRƯỞNG|CHÁNH\s+ÁN|TRƯỞNG\s+ĐOÀN)"
    r"(?:\s+THƯỜNG\s+TRỰC)?"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """As printed, capitals in running case are the caller's work. Spans are of the lines they stand in."""

    signer: str | None
    office: str | None
    signed_for: str | None
    start: int
    end: int


def read_signature(lines: list[Line]) -> Signature | None:
    """The signature among the lines of the closing part (recipients, authority, office, name)."""
    first = next((i for i, line in enumerate(lines) if is_signature_start(line.text)), None)
    if first is None:
        return None
    block: list[Line] = []
    for line in lines[first:]:
        if RECIPIENTS.match(line.text) or (read_bullet(line.text) and block):
            break
        if not RULE.match(line.text) and not KIT.match(line.text):
            block.append(line)
        if block and _NAME.search(_SIGNED.sub("", line.text)) and not line.text.isupper() and not is_signature_start(line.text):
            break
    return _from_block(block)


def _from_block(block: list[Line]) -> Signature | None:
    printed = collapse(" ".join(line.text for line in block))
    printed = _SIGNED.sub(" ", printed)
    name = _NAME.search(printed)
    has_name = bool(name) and not (name and name["name"].isupper())
    head = collapse(printed[: name.start()] if name and has_name else printed)
    offices = list(_OFFICE_IN_CAPITALS.finditer(head))
    signer = collapse(name["name"]) if name and has_name else None
    is_own_office = bool(offices) and (not _FOR.search(head[max(0, offices[-1].start() - 5) : offices[-1].start()]))
    office = head[offices[-1].start() :].strip(" *") if is_own_office else None
    signed_for = head[: offices[-1].start()].strip(" *,") if is_own_office else head.strip(" *,")
    return Signature(signer, office or None, signed_for or None, block[0].start, block[-1].end)


def read_recipients(lines: list[Line]) -> tuple[str, ...]:
    """The entries under "Nơi nhận:"."""
    entries: list[str] = []
    inside = False
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
    return [part.strip(" ;,*") for part in parts if part.strip(" ;,*")]
