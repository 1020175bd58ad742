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


# What follows a title in its sentence and is not of it: "… phê duyệt Đề án “A” trên địa bàn tỉnh", "…, cụ thể như sau".
_AFTER_TITLE = within_line(
    r"\s*,?\s+(?:và\s+)?(?i:(?:có\s+)?(?:căn\s+cứ\s+ban\s+hành|quy\s+định|nội\s+dung|cụ\s+thể)?\s*như\s+sau"
    r"|(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung|đính\s+chính|thay\s+thế)|(?:hết|có)\s+hiệu\s+lực"
    r"|hướng\s+dẫn\s+(?:thực\s+hiện\s+)?cụ\s+thể)(?!\w)"
    rf"|\s*(?:,|\svà|\shoặc)\s+(?:các\s+)?(?:{KIND_PATTERN})\s+(?:số\s*:?\s*)?\d"
    r"|(?:của|do)\s+\Z"
)
_QUOTED_NAME = within_line(
    r"[^“\"”]{4,90}[“\"][^“”\"]{4,300}[”\"](?:\s*,?\s+(?:giai đoạn|đến năm)\s+\d{4}(?:\s*[-–]\s*\d{4})?)?"
)
# "Chính phủ và chịu trách nhiệm …": what stands after a whole name of a body is the sentence's own.
_WHOLE_BODY = within_line(
    r"(?:Thủ tướng Chính phủ|Chính phủ|Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Bộ Chính trị|Ban Bí thư"
    r"|Ban Chấp hành Trung ương(?: Đảng)?|Văn phòng Chính phủ|Văn phòng Quốc hội|Văn phòng Trung ương Đảng)"
    r"(?=\s+(?:và|hoặc)\s+[a-zà-ỹ])"
)
_NO_BODY = ("Việt Nam", "Đảng", "Nhà nước")


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
    issuer, position = _issuer(text, start, high)
    called = _NOW_CALLED.match(text, position, high)
    position = called.end() if called else position
    titled = _TITLED.match(text, position, high)
    if titled is None:
        return Described(issuer, None, position)
    stop = _END_OF_TITLE.search(text, titled.start("title"), titled.end())
    title_end = stop.start() if stop else titled.end()
    return Described(issuer, _title_alone(text[titled.start("title") : title_end]), title_end)


def _issuer(text: str, start: int, high: int) -> tuple[str | None, int]:
    """The issuer as printed and where it ends; (None, start) where none is."""
    issued = _ISSUER.match(text, start, min(high, start + _LONGEST_ISSUER))
    if issued is None:
        return None, start
    whole = _WHOLE_BODY.match(text, issued.start("issuer"), high)
    end = whole.end() if whole else issued.end("issuer")
    issuer = text[issued.start("issuer") : end].strip()
    return (None, start) if issuer in _NO_BODY else (issuer, end if whole else issued.end())


def _title_alone(title: str) -> str | None:
    """The title without what the sentence goes on to say; a name in quotation marks ends it."""
    quoted = _QUOTED_NAME.match(title)
    after = _AFTER_TITLE.search(title)
    ends = [match_end for match_end in (quoted and quoted.end(), after and after.start()) if match_end]
    alone = title[: min(ends, default=len(title))]
    if alone.count("(") > alone.count(")"):
        alone = alone[: alone.rindex("(")]
    return alone.strip(" ,:") or None
