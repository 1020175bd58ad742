"""The provision of the cited document that is printed before the citation: "điểm a khoản 2 Điều 5 Luật …"."""

from __future__ import annotations

from ingest.references.patterns import within_line

_NUMBER = r"(?:\d{1,3}(?:\.\d{1,2})*[a-zđ]?|[IVXLC]+|[A-ZĐ]|[a-zđ]\d?)"
_MORE = rf"(?:\s*(?:,|và|hoặc|đến)\s*{_NUMBER}(?!\w))*"
_WORD = r"(?:[Đđ]iểm|tiết|[Kk]hoản|[Đđ]iều|[Mm]ục|[Tt]iểu mục|[Cc]hương|[Pp]hần|[Pp]hụ lục)"
_ONE = rf"{_WORD}\s+{_NUMBER}(?!\w){_MORE}"
_UNITS = within_line(
    rf"(?<!\w)(?P<units>{_ONE}(?:\s*(?:,|và|hoặc|;)?\s*(?:của\s+|tại\s+|trong\s+nội\s+dung\s+)?{_ONE})*)"
    r"(?:\s+(?:ban hành\s+)?(?:kèm theo|của|tại|trong|thuộc))?\s+\Z"
)
_LOOK_BACK = 160


def unit_before(text: str, start: int, lowest: int) -> str | None:
    """The units printed directly before a citation, as printed; None when none are."""
    match = _UNITS.search(text, max(lowest, start - _LOOK_BACK), start)
    return " ".join(match["units"].split()) if match else None
