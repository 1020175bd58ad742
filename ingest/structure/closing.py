"""The last words of a body that belong to the document and not to its last unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.markers import read_bullet, read_marker

_CLOSING_WORDS = re.compile(
    r"^(?:Trên đây là|(?:Chỉ thị|Nghị quyết|Kế hoạch|Kết luận|Quy định|Quy chế|Thông báo|Hướng dẫn|Chương trình|"
    r"Quyết định|Luật|Bộ luật|"
    r"Công văn|Thông tri|Đề án) này\b|Văn phòng [^.]{3,60} thông báo|Văn phòng [^.]{3,60} xin thông báo|Trân trọng|"
    r"Kính trình|Kính đề nghị|Rất mong|"
    r"(?:Đề nghị|Yêu cầu) (?:các|Thủ trưởng|cấp ủy|UBND|Ủy ban)|Trong quá trình (?:tổ chức )?(?:triển khai|thực hiện)|"
    r"Nhận được (?:Chỉ thị|Kế hoạch|Công văn|Công điện))"
)
# "khoản 4, 5, 6 và 7 của Điều này": of several clauses, so of the article that holds them.
_OF_ARTICLE = re.compile(
    r"\bkhoản \d+[a-zđ]?(?:,(?: khoản)? \d+[a-zđ]?)*(?: và|,)(?: khoản)? \d+[a-zđ]?,? (?:của )?Điều này\b"
)
# A document says goodbye in this many paragraphs at most.
_LAST_PARAGRAPHS = 4


def speaks_of_article(text: str) -> bool:
    return bool(_OF_ARTICLE.search(text))


def closing_words_from(texts: Sequence[str], in_table: Sequence[bool]) -> int | None:
    """The paragraph of a body from which it says goodbye ("Chỉ thị này được phổ biến …"); None when it does not."""
    first: int | None = None
    for back in range(1, min(_LAST_PARAGRAPHS, len(texts)) + 1):
        index = len(texts) - back
        if in_table[index] or read_marker(texts[index]) or read_bullet(texts[index]):
            break
        if _CLOSING_WORDS.match(texts[index]):
            first = index
    return first if first else None
