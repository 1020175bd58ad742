"""Names printed in capitals, given back in the case of running text."""

from __future__ import annotations

import re

_LOWER_PHRASES = (
    "ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân", "ban thường vụ", "ban chấp hành", "ban chỉ đạo", "ban bí thư",
    "bộ chính trị", "chính phủ", "thủ tướng", "quốc hội", "chủ tịch", "phó chủ tịch", "bộ trưởng", "giám đốc", "tỉnh ủy",
    "thành ủy", "huyện ủy", "đảng ủy", "văn phòng", "thường trực", "đảng đoàn", "trung ương", "bí thư", "phó bí thư",
)  # fmt: skip
_COMMON_WORDS = {
    "ban", "nhân", "dân", "đồng", "tỉnh", "thành", "phố", "huyện", "xã", "phường", "quận", "thị", "trấn", "tịch", "trưởng",
    "ủy", "uỷ", "thường", "vụ", "chấp", "hành", "chính", "phủ", "tướng", "hội", "và", "thư", "phòng", "chánh", "đốc", "bộ",
    "nhiệm", "của", "về", "phó", "bí", "chủ", "đặc", "khu", "giám", "trực", "đoàn", "bản",
}  # fmt: skip


def in_running_case(name: str, text: str) -> str:
    """`name`, printed in capitals, as the document writes it elsewhere; else by the usual words of offices."""
    letters = [ch for ch in name if ch.isalpha()]
    if not letters or sum(ch.isupper() for ch in letters) < 0.7 * len(letters):
        return name
    pattern = re.compile(r"\s+".join(re.escape(word) for word in name.split()), re.IGNORECASE)
    for match in pattern.finditer(text):
        if not match[0].isupper():
            return _first_upper(" ".join(match[0].split()))
    words = [word.lower() if word.lower() in _COMMON_WORDS else word.capitalize() for word in name.split()]
    return _first_upper(" ".join(words))


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
