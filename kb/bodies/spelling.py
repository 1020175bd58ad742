"""Names of bodies as printed, spelled out: abbreviations, titles of heads, remarks in brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.bodies.table import BodyTable, body_table
from kb.text import collapse, normalise_tones

_REMARK = re.compile(
    r"\s*(?:[-–,]\s*(?:là\s+)?|\(\s*)(?:cơ\s+quan|đơn\s+vị|với\s+vai\s+trò)\s+(?:thường\s+trực|chủ\s+trì|đầu\s+mối|là)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_OPENING = re.compile(r"^(?:(?:Đ/c|đồng\s+chí|Giao|giao|Yêu\s+cầu|yêu\s+cầu|riêng)\s+)+", re.IGNORECASE)
# The head of a body stands for it when work is assigned ("Giám đốc Sở Tài chính"). A head whose title holds the
# body's first word ("Chánh Văn phòng", "Chánh Thanh tra", "Trưởng ban") gives that word back.
_HEAD_OF = re.compile(
    r"^(?:Giám\s+đốc|Tổng\s+Giám\s+đốc|Bộ\s+trưởng|Thứ\s+trưởng|Chủ\s+tịch|Phó\s+Chủ\s+tịch|Thủ\s+trưởng|Lãnh\s+đạo|"
    r"Cục\s+trưởng|Vụ\s+trưởng|Viện\s+trưởng|Hiệu\s+trưởng|Chi\s+cục\s+trưởng|Bí\s+thư|Chủ\s+nhiệm|Thống\s+đốc|"
    r"Tổng\s+Thanh\s+tra|Người\s+đứng\s+đầu|Trưởng|Chánh)\s+(?=\S)",
    re.IGNORECASE,
)


def spelled_out(name: str, table: BodyTable | None = None) -> str:
    """White space collapsed, tones normalised, abbreviations written out: "UBND tỉnh" as "Uỷ ban nhân dân tỉnh"."""
    table = table or body_table()
    text = _abbreviation_finder(table).sub(lambda match: table.abbreviations[match[1]] + " ", collapse(name) + " ")
    return normalise_tones(collapse(text))


def bare_name(name: str) -> str:
    """The name without remarks: "Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo" is "Sở Tài chính"."""
    text = _OPENING.sub("", collapse(name)).strip(" .;,:")
    text = _REMARK.sub("", text)
    return _BRACKET.sub("", text).strip(" .;,:")


def body_of_head(name: str) -> str | None:
    """The body of which the name is the head ("Giám đốc Sở Tài chính" → "Sở Tài chính"); None for a body itself."""
    match = _HEAD_OF.match(name)
    return collapse(name[match.end() :]) if match else None


@lru_cache(maxsize=4)
def _finder_of(keys: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(" + "|".join(re.escape(key) for key in keys) + r")\.?(?=[\s,;:)])\s*")


def _abbreviation_finder(table: BodyTable) -> re.Pattern[str]:
    return _finder_of(tuple(sorted(table.abbreviations, key=len, reverse=True)))
