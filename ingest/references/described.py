"""What is printed after a citation: the issuer ("của Bộ Chính trị") and the title ("về đột phá …", "phê duyệt …")."""

from __future__ import annotations

import re
from typing import NamedTuple

# Longest issuer and title worth keeping, in characters.
_LONGEST_ISSUER = 140
_LONGEST_TITLE = 500
_TITLE_VERB = (
    r"(?:v/v|về việc|về|ban hành|phê duyệt|quy định|sửa đổi|bổ sung|hướng dẫn|triển khai|thực hiện|thi hành|công bố|công nhận"
    r"|thành lập|giao|điều chỉnh|kiện toàn|quy hoạch|bãi bỏ|thông qua|kết luận|đính chính|Quy định|Ban hành|Về)"
)
_ISSUER = re.compile(
    r"\s*,?\s*(?:do|của)\s+(?P<issuer>[A-ZĐÀ-Ỹ][^;.()|\n“”\"]{2,138}?)"
    rf"(?=\s+{_TITLE_VERB}(?!\w)|\s*[;.()|\n“”\"]|\s*$|\s*,\s+(?![A-ZĐÀ-Ỹ])|\s+(?:tại|có|là|nêu|cho|đã|được|trên|nhằm|với|đối|và các)(?!\w))"
)
_TITLE = re.compile(rf"\s*,?\s*(?P<title>{_TITLE_VERB}(?!\w)[^;\n|]{{3,{_LONGEST_TITLE}}})")
_TITLE_END = re.compile(
    r"\.(?=\s|$)|[;|\n]|\)(?=\s*[.;,]|\s*$|\s+và\s)|,\s+(?:để|nhằm|các|cơ quan|bảo đảm|đồng thời|trong đó|đề nghị|yêu cầu)(?!\w)"
    r"|\s\((?:sau đây|dưới đây|được|đã được|viết tắt|gọi)"
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
    issuer = _ISSUER.match(text, end, min(high, end + _LONGEST_ISSUER + 40))
    position = issuer.end() if issuer else end
    title = _TITLE.match(text, position, high)
    if title is None:
        return Described(issuer["issuer"].strip() if issuer else None, None, position)
    stop = _TITLE_END.search(text, title.start("title"), title.end())
    title_end = stop.start() if stop else title.end()
    printed = text[title.start("title") : title_end].strip()
    return Described(issuer["issuer"].strip() if issuer else None, printed or None, title_end)
