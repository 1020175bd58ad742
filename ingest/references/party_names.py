"""Documents that are known by name alone: the Constitution, the Party's Statutes and Platform, congress resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.references.citation import Citation
from ingest.references.dates import date_after, year_after
from ingest.references.described import describe
from ingest.references.patterns import within_line

_TERM = r"(?:[IVX]{1,6}|\d{1,2})"
_PLACE = r"(?:[A-ZĐÀ-Ỹ][^\W\d_]*(?:\s+[A-ZĐÀ-Ỹ][^\W\d_]*){0,4})"
_UNIT = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|khối|các cơ quan|cơ quan|Quân đội|Công an|Chính phủ)"
_CONGRESS = (
    rf"Đại\s+hội\s+(?:đại biểu\s+)?(?:Đảng\s+)?(?:toàn quốc|[Đđ]ảng\s+bộ\s+{_UNIT}?\s*(?:{_PLACE})?)?"
    rf"\s*(?:lần\s+thứ\s+)?{_TERM}(?:\s+của\s+Đảng|\s+Đảng\s+Cộng\s+sản\s+Việt\s+Nam)?"
    rf"(?:\s+(?:của\s+)?[Đđ]ảng\s+bộ\s+{_UNIT}(?:\s+{_PLACE})?)?"
    r"(?:\s*,?\s*nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{4})?"
)
_ORDINAL_WORDS = r"[^\W\d_]{2,5}(?:\s+[^\W\d_]{2,5})?"
_PLENUM = (
    rf"(?:Hội nghị\s+)?(?:Trung ương\s+(?:lần\s+thứ\s+)?{_TERM}"
    rf"|(?:lần\s+thứ\s+)?{_ORDINAL_WORDS}\s+(?:của\s+)?Ban\s+Chấp\s+hành\s+Trung\s+ương(?:\s+Đảng)?)"
    rf"\s*,?\s*\(?\s*[Kk]h(?:óa|oá)\s+{_TERM}\)?"
)
_NATION = r"nước\s+Cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+Việt\s+Nam"
_TRANSITION = r"trong\s+thời\s+kỳ\s+quá\s+độ\s+lên\s+chủ\s+nghĩa\s+xã\s+hội"
_NAMED = within_line(
    r"(?<!\w)(?:"
    rf"(?P<resolution>(?:Nghị\s+quyết|Kết\s+luận|Văn\s+kiện)\s+(?:{_PLENUM}|{_CONGRESS}))"
    r"|(?P<statutes>Điều\s+lệ\s+Đảng(?:\s+Cộng\s+sản\s+Việt\s+Nam)?)"
    rf"|(?P<platform>Cương\s+lĩnh\s+xây\s+dựng\s+đất\s+nước(?:\s+{_TRANSITION})?)"
    rf"|(?P<constitution>Hiến\s+pháp(?:\s+{_NATION})?)"
    r")(?!\w)"
)
_ONLY_AS_SUBJECT = within_line(r"\s+(?:này|sửa đổi)(?!\w)")


def find_party_names(text: str) -> Iterator[Citation]:
    """Every document known by its name, in order."""
    for match in _NAMED.finditer(text):
        if _ONLY_AS_SUBJECT.match(text, match.end()):
            continue
        end = year_after(text, match.end())
        name = " ".join(text[match.start() : end].split())
        issued_on, end = date_after(text, end)
        described = describe(text, end)
        yield Citation(
            start=match.start(),
            end=end,
            kind=_kind(match),
            rule=f"{match.lastgroup}-name",
            name=name,
            issued_on=issued_on,
            issuer=described.issuer,
            title=described.title,
            confidence=0.95,
            described_to=described.end,
        )


def _kind(match: re.Match[str]) -> str:
    if match["resolution"]:
        return " ".join(match[0].split()[:2]).capitalize()
    if match["statutes"]:
        return "Điều lệ"
    return "Cương lĩnh" if match["platform"] else "Hiến pháp"
