"""What is printed after a citation: the issuer ("của Bộ Chính trị") and the title ("về đột phá …", "phê duyệt …")."""

from __future__ import annotations

from typing import NamedTuple

from ingest.references.kinds import KIND_PATTERN
from ingest.references.patterns import within_line

# Longest issuer and title worth keeping, in characters.
_LONGEST_ISSUER = 220
_LONGEST_TITLE = 500
_VERB = (
    r"(?i:v/v|về việc|về|ban hành|phê duyệt|quy định|sửa đổi|bổ sung|hướng dẫn|triển khai|thực hiện|thi hành|công bố"
    r"|công nhận|thành lập|giao|điều chỉnh|kiện toàn|quy hoạch|bãi bỏ|thông qua|kết luận|đính chính)"
)
_AFTER_ISSUER = (
    rf"(?=\s+{_VERB}(?!\w)|\s*[;.()|\n“”\"]|\s*$|\s*,\s+(?![A-ZĐÀ-Ỹ])"
    rf"|\s*(?:,|\s(?:và|hoặc))\s+(?:các\s+)?(?:{KIND_PATTERN})(?!\w)"
    r"|\s+(?:tại|có|là|nêu|cho|đã|được|trên|nhằm|với|đối|và các)(?!\w))"
)
# Boards bear the list of their affairs in their names ("Ban Chỉ đạo phát triển khoa học, công nghệ, …").
_BOARD = (
    r"(?:Ban\s+[Cc]hỉ\s+đạo|Hội\s+đồng|Ủy\s+ban\s+[Qq]uốc\s+gia|Tiểu\s+ban|Tổ\s+công\s+tác|Bộ|Sở)"
    rf"\s[^;.()|\n“”\"]{{2,200}}?(?=\s+{_VERB}(?!\w))"
)
_ISSUER = within_line(
    rf"\s*,?\s*(?i:do|của)\s+(?P<issuer>[A-ZĐÀ-Ỹ][^;.()|\n“”\",]{{2,138}}?{_AFTER_ISSUER}(?!,)|{_BOARD}"
    rf"|[A-ZĐÀ-Ỹ][^;.()|\n“”\"]{{2,138}}?{_AFTER_ISSUER})"
)
# A date that cannot be read, and what an issuer is called now, stand between a number and the title.
_BLURRED_DATE = within_line(r"\s*,?\s*ng[àaảâ]y\s[^;|\n]{3,36}?(?=\s+của\s)")
_NOW_CALLED = within_line(r"\s*\((?:nay|trước đây|cũ)[^)\n]{0,90}\)")
_TITLED = within_line(rf"\s*,?\s*(?P<title>{_VERB}(?!\w)(?!\s+(?:số\s*:?\s*)?\d+[-/])[^;\n|]{{3,{_LONGEST_TITLE}}})")
_END_OF_TITLE = within_line(
    r"\.(?=\s|$)|[;|\n]|\)(?=\s*[.;,]|\s*$|\s+và\s)"
    r"|,\s+(?:để|nhằm|các|cơ quan|bảo đảm|đồng thời|trong đó|đề nghị|yêu cầu)(?!\w)"
    r"|\s\((?i:sau đây|dưới đây|được|đã được|viết tắt|gọi|kèm theo|ban hành kèm theo|đính kèm)"
)


class Described(NamedTuple):
    """The issuer and the title as printed, and where they end."""

    issuer: str | None
    title: str | None
    end: int


def describe(text: str, end: int) -> Described:
    """Reads on from the end of a citation."""
    line_end = text.find("\n", end)
    high = len(text) if line_end < 0 else line_end
    blurred = _BLURRED_DATE.match(text, end, high)
    start = blurred.end() if blurred else end
    issued = _ISSUER.match(text, start, min(high, start + _LONGEST_ISSUER))
    issuer = issued["issuer"].strip() if issued else None
    position = issued.end() if issued else start
    called = _NOW_CALLED.match(text, position, high)
    position = called.end() if called else position
    titled = _TITLED.match(text, position, high)
    if titled is None:
        return Described(issuer, None, position)
    stop = _END_OF_TITLE.search(text, titled.start("title"), titled.end())
    title_end = stop.start() if stop else titled.end()
    return Described(issuer, text[titled.start("title") : title_end].strip() or None, title_end)
