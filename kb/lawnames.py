"""Names by which documents are cited: keys that compare them, and the years of laws.

Laws are cited with the year of their making or without it: "Luật Kế toán năm 2015", "Luật Kế toán".
"""

from __future__ import annotations

import re

from kb.text import fold, nfc, squeeze

# Words that writers add or leave out: "đến năm 2030" and "đến 2030", "và định hướng đến" and "định hướng".
_LOOSE = (
    (re.compile(r"nam(?=(?:19|20)\d\d)"), ""),
    (re.compile(r"va(?=dinhhuong|tamnhin)"), ""),
    (re.compile(r"(?<=dinhhuong)(?:den|toi)|(?<=tamnhin)(?:den|toi)"), ""),
    (re.compile(r"thoiky(?=(?:19|20)\d\d)"), "giaidoan"),
)
_LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_YEAR = re.compile(r"[\s,]*(?:năm\s+)?((?:19|20)\d\d)\s*$")

# Slips and long forms that leave the law the same: "Luật ban Ban hành …", "Hiến pháp nước Cộng hòa …".
_DOUBLED = re.compile(r"(?<!\w)(\w{2,8})\s+(?=\1(?!\w))", re.IGNORECASE)
# A page number or speck that OCR put into a name: "Luật Tổ chức Chính 1 phủ".
_SPECK = re.compile(r"(?<=[^\W\d])\s+\d(?=\s+[^\W\d])")
_NATION = re.compile(r"\s+(?:của\s+)?nước\s+Cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+Việt\s+Nam", re.IGNORECASE)


def comparison_key(name: str) -> str:
    """Letters and digits without diacritics, which scans misread ("Chuyễn đỗi"), and without words often left out."""
    key = fold(squeeze(nfc(name)))
    for pattern, instead in _LOOSE:
        key = pattern.sub(instead, key)
    return key


def is_law_name(name: str) -> bool:
    return name.lower().startswith(_LAWS)


def split_year(name: str) -> tuple[str, int | None]:
    """A law's name without the year of its making: "Luật Kế toán năm 2015" → ("Luật Kế toán", 2015)."""
    match = _YEAR.search(name) if is_law_name(name) else None
    return (name[: match.start()].rstrip(" ,"), int(match[1])) if match else (name, None)


def plain_law_name(name: str) -> str:
    """The name without a word typed twice, a stray figure and the name of the nation."""
    return _NATION.sub("", _DOUBLED.sub("", _SPECK.sub("", name)))
