"""Quantities that a text sets: "tối thiểu 80%", "ít nhất 2 triệu doanh nghiệp", "không quá 1.500 tỷ đồng"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kb.text import collapse, fold


class Bound(StrEnum):
    """Whether more or less than the value fulfils it. What states no bound is to be reached: more fulfils it."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"


@dataclass(frozen=True, slots=True)
class Quantity:
    """`text[start:end]` is `printed`: `value` in `unit`.

    The unit is what is compared: "%", "% gdp", "%/năm", "dong", "doanh nghiep"; a province's GRDP is its GDP.
    """

    start: int
    end: int
    value: float
    unit: str
    bound: Bound
    printed: str

    @property
    def is_share(self) -> bool:
        return self.unit.startswith("%")


_SCALES = {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}
# Things that plans count. A number before any other word is of a clause, a day, a document.
_COUNTED = (
    r"đồng|USD|đô la(?: Mỹ)?|doanh nghiệp|hợp tác xã|hộ(?: gia đình| kinh doanh| dân)?|người(?: dân| lao động)?"
    r"|lao động"
    r"|cơ quan|đơn vị|tổ chức|cơ sở(?! dữ liệu)|xã|phường|thôn|huyện|tỉnh|thủ tục|dịch vụ|nền tảng|hệ thống"
    r"|chương trình|dự án|đề tài|sáng chế|giải pháp|sản phẩm|khu(?: công nghiệp)?|cụm công nghiệp|trạm|trường|trung tâm"
    r"|phòng thí nghiệm|kỹ sư|chuyên gia|học sinh|cán bộ|thuê bao|héc[- ]?ta|ha|km|MW|giường(?: bệnh)?"
)
_NUMBER = r"(?<![\w.,/–-])(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
_QUANTITY = re.compile(
    _NUMBER + r"\s*(?:(?P<share>%)(?:\s*(?P<of>GDP|GRDP))?(?P<yearly>\s*/\s*năm|\s+(?:mỗi|hằng|hàng|một) năm)?"
    rf"|(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?P<unit>{_COUNTED})(?!\w))",
    re.IGNORECASE,
)
_AT_MOST = re.compile(r"(?:không (?:quá|vượt quá|cao hơn)|tối đa|dưới|nhỏ hơn|thấp hơn|giảm còn|còn|<=?|≤)\s*$", re.I)
_NOT_LESS = re.compile(r"không (?:dưới|thấp hơn|nhỏ hơn|ít hơn)\s*$", re.IGNORECASE)
# Characters before a number in which its bound stands.
_NEAR = 24


def quantities(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        yield Quantity(
            match.start(), match.end(), _value(match), _unit(match), bound_before(before), collapse(match[0])
        )


def bound_before(words: str) -> Bound:
    is_at_most = bool(_AT_MOST.search(words)) and not _NOT_LESS.search(words)
    return Bound.AT_MOST if is_at_most else Bound.AT_LEAST


def number_of(printed: str) -> float:
    """ "1.500" and "32,5" as Vietnamese prints them; "32.5", where no thousand can be meant, as 32,5."""
    is_grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", printed)
    plain = printed.replace(".", "") if is_grouped else printed
    return float(plain.replace(",", "."))


def _value(match: re.Match[str]) -> float:
    return number_of(match["number"]) * _SCALES.get((match["scale"] or "").lower(), 1.0)


def _unit(match: re.Match[str]) -> str:
    if match["share"]:
        of = " gdp" if match["of"] else ""
        return f"%{of}{'/năm' if match['yearly'] else ''}"
    return fold(collapse(match["unit"]))
