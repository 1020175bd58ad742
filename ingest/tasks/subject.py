"""Who is addressed by a sentence: the bodies before its predicate."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.tasks.attributes import goes_on, is_attribute
from ingest.tasks.known import known_list_end
from ingest.tasks.words import ACTOR_START, ASSIGN, BLANKS, BODY_START, PREDICATE, UPPER, is_predicate
from kb.bodies import split_bodies

# The longest list of bodies read as one subject, in characters; real ones name up to a dozen bodies.
_LONGEST_SUBJECT = 700
_SENTENCE_END = re.compile(rf"[.?!](?=\s+[{UPPER}])|\.\s*$")
# "Sở Xây dựng: hướng dẫn …"; after "các tỉnh, thành phố:" names follow instead.
_COLON = re.compile(r"\s*:\s*")
_NAMES_FOLLOW = re.compile(r"(?:tỉnh|thành\s+phố|sở|bộ|ban|ngành|huyện|phường|xã)\s*$", re.IGNORECASE)
# Who assigns work to others; those below a province (UBND các xã) do not.
_AUTHORITY_NAME = (
    r"(?:Chủ\s+tịch\s+|Phó\s+Chủ\s+tịch\s+|Thường\s+trực\s+)?(?:(?:UBND|[ỦỤU][ỷỶyY]\s+ban\s+nhân\s+dân|Uỷ\s+ban\s+nhân\s+dân)(?!\s+(?:các|xã))|"
    r"Ban\s+Thường\s+vụ|Ban\s+Chỉ\s+đạo|Ban\s+Chấp\s+hành|Tỉnh\s+(?:ủy|uỷ)|Thành\s+(?:ủy|uỷ)|(?:Phó\s+)?Thủ\s+tướng|Chính\s+phủ|"
    r"Bộ\s+trưởng|Đảng\s+đoàn)(?!\w)"
)
_AUTHORITY = re.compile(_AUTHORITY_NAME)
_AUTHORITY_ASSIGNS = re.compile(rf"{_AUTHORITY_NAME}[^.;:]{{0,60}}?\s(?:giao|yêu\s+cầu)\s+(?:đồng\s+chí\s+|cho\s+)?")
# "Bộ Tài chính ủy quyền cho Tổng cục Thuế chịu trách nhiệm …"
_EMPOWERS = re.compile(r"(?:Bộ|Sở|Ban|Ủy\s+ban|Uỷ\s+ban|UBND)\s[^.;:,]{2,60}?\s(?:ủy|uỷ)\s+quyền\s+cho\s+")
_LIST_MARK = re.compile(r"\s*[,;]\s*|\s+và\s+")
_BRACKET_THEN_VERB = re.compile(
    r"\)\s+(?!(?:và|là|của|có|thuộc|trong|tại|đã|đang|được|với|cùng|cho|về|hoặc|để|ở|theo)(?!\w))(?=[a-zà-ỹđ])"
)
_BARE_NOUN = re.compile(r"(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|chủ\s+thể|bộ\s+phận|người)$", re.IGNORECASE)
_CONTINUES_NAME = re.compile(
    r"(?:sở|ban|ngành|bộ|địa\s+phương|đơn\s+vị|cơ\s+quan|tổ\s+chức|xã|phường|đặc\s+khu)(?!\w)", re.IGNORECASE
)
# Verbs whose object is a body ("lãnh đạo Ủy ban nhân dân tỉnh"): what follows them is never the name going on.
_TO_SOMEBODY = re.compile(
    r"(?:lãnh\s+đạo|chỉ\s+đạo|giao|hướng\s+dẫn|đôn\s+đốc|giúp|tham\s+mưu|đề\s+xuất|báo\s+cáo|kiểm\s+tra|giám\s+sát|vận\s+động|hỗ\s+trợ|"
    r"trình|thông\s+báo|phân\s+công|gửi|phê\s+duyệt|quán\s+triệt|tổng\s+hợp|theo\s+dõi)(?!\w)"
)
_GROUP = re.compile(r"(?:các|mọi|từng|mỗi|những|toàn\s+thể)\s", re.IGNORECASE)
# "Các ngành, lĩnh vực khác" are fields of work, not bodies.
_FIELD = re.compile(r"(?:các|những|một\s+số)\s+(?:ngành\s*(?:,|và)\s*)?lĩnh\s+vực", re.IGNORECASE)
_DEFINED_AS = re.compile(r"\s*\([*_\s]*(?:sau\s+đây|dưới\s+đây|gọi\s+tắt|viết\s+tắt)[^()]*\)")
# A list of bodies is one by what follows it, even where its first is no known body: "…, các Ủy ban … trong phạm vi
# nhiệm vụ và quyền hạn của mình tổ chức …".
_WITHIN_OWN_DUTIES = re.compile(
    rf"[{UPPER}][^.;:\n]{{2,80}}?,\s+(?:các|lãnh\s+đạo|thủ\s+trưởng|Ủy\s+ban|Uỷ\s+ban|Sở|Bộ)\s[^.;:\n]{{2,300}}?"
    r"\strong\s+phạm\s+vi,?\s+(?:chức\s+năng|nhiệm\s+vụ|quyền\s+hạn|thẩm\s+quyền)[^.;:\n]{0,40}\scủa\s+mình\s"
)
# A name never says what for or such as what; an acronym alone ("LIS; PACS; sử dụng …") is seldom a body.
_NO_NAME = re.compile(
    r"\s(?:để|nhằm|như|gồm\s+có|Ví\s+dụ|(?<!nhất\s)là(?!\s+người)|không(?!\s+(?:chuyên|thuộc)))\s|:\s*$|[;,]\s*(?:giao|yêu\s+cầu|đề\s+nghị)\s"
)
# "Cơ quan thuế sau khi nhận hồ sơ …, trong vòng 05 ngày phải …": when it acts is no part of its name.
_CLAUSE_INSIDE = re.compile(r",?\s+(?:(?:sau|trước|ngay)\s+khi|khi|nếu|trong\s+(?:thời\s+hạn|vòng))\s")
_ACRONYM = re.compile(r"[A-ZĐ]{3,}(?!\w)")
_SHORT_NAME = re.compile(r"(?!CSDL|HTTT|CNTT|KTXH|CĐS)[A-ZĐ]{5,}\s+(?=[a-zà-ỹđ])")
_PAST = re.compile(r"\s*,?\s*(?:đã|vừa|đang|chưa)\s")
_TRAIL = re.compile(r"[\s,;:–-]+$|\s+(?:cũng|đều|thì|cùng|theo|sẽ|luân\s+phiên|thống\s+nhất|là\s+người)\s*$")
# A plain verb far behind the name is part of what the name is about, not what it is to do.
_LONGEST_NAME = 120
_DUTY_OF = re.compile(
    r"^(?:trách\s+nhiệm|nhiệm\s+vụ)(?:(?:,|\s+và)\s*(?:quyền\s+hạn|nhiệm\s+vụ|nghĩa\s+vụ))*\s+(?:cụ\s+thể\s+)?(?:của|đối\s+với)\s+|^(?:đối\s+với|về\s+phía)\s+(?=các\s|Sở|Bộ|Ban\s|Ủy|Uỷ|UBND|Đảng)|"
    r"^(?:giao|đề\s+nghị|yêu\s+cầu)\s+",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\s(?:sau|sau\s+đây)$")
# After the colon of "Sở Xây dựng: …" a verb follows within so many characters.
_VERB_WITHIN = 80
# A heading that names a body is no longer than this, in characters.
_LONGEST_HEADING = 400


@dataclass(frozen=True, slots=True)
class Subject:
    """Bodies addressed by text[start:end]. `predicate` is where what they are to do begins; `is_order` says that the
    sentence orders by its words (giao, có trách nhiệm, phải …), not only by a plain verb."""

    bodies: tuple[str, ...]
    start: int
    end: int
    predicate: int
    is_order: bool


def read_subject(text: str, start: int = 0) -> Subject | None:
    """The subject of the sentence that begins at `start`, if it is a body or list of bodies with a predicate."""
    assign = ASSIGN.match(text, start) or _assigned_by(text, start)
    begin = assign.end() if assign else start
    is_body = bool(BODY_START.match(text, begin)) or bool(_WITHIN_OWN_DUTIES.match(text, begin))
    is_actor = not is_body and bool(ACTOR_START.match(text, begin))
    if not (is_body or is_actor) or _FIELD.match(text, begin):
        return None
    sentence_end = _SENTENCE_END.search(text, begin)
    limit = min(sentence_end.start() if sentence_end else len(text), begin + _LONGEST_SUBJECT)
    found = _predicate(text, begin, limit)
    named_end = known_list_end(text, begin, limit) or _bracket_end(text, begin, limit, found)
    if named_end is not None and (found is None or found[0] < named_end or text[named_end : found[0]].strip()):
        verb = PREDICATE.match(text, named_end + 1)
        found = (named_end, named_end + 1, bool(verb and verb["order"]))
    if found is None:
        return None
    end, predicate, is_order = found
    clause = _CLAUSE_INSIDE.search(text, begin, end)
    end = clause.start() if clause else end
    bodies = _bodies(_TRAIL.sub("", text[begin:end]))
    is_odd = bool(_NO_NAME.search(text[begin:end])) or (
        bool(_ACRONYM.match(text, begin)) and not (assign or is_order or _is_short_name(text, begin, predicate))
    )
    is_odd = is_odd or (not (is_order or assign) and max(map(len, bodies), default=0) > _LONGEST_NAME)
    is_odd = is_odd or (is_actor and not is_order)
    if not bodies or is_odd or _PAST.match(text, begin + len(_TRAIL.sub("", text[begin:end]))):
        return None
    return Subject(bodies, begin, begin + len(_TRAIL.sub("", text[begin:end])), predicate, is_order or bool(assign))


def _is_short_name(text: str, begin: int, predicate: int) -> bool:
    """Whether a long acronym alone stands right before a verb ("VNMAC thẩm định …"), and is none of data or systems."""
    acronym = _SHORT_NAME.match(text, begin)
    return acronym is not None and acronym.end() == predicate


def _assigned_by(text: str, start: int) -> re.Match[str] | None:
    """ "Ủy ban nhân dân tỉnh giao Sở Nội vụ …": the authority assigns, the body behind "giao" is addressed."""
    authority = _AUTHORITY_ASSIGNS.match(text, start) or _EMPOWERS.match(text, start)
    return authority if authority and BODY_START.match(text, authority.end()) else None


def is_authority(text: str, start: int) -> bool:
    """Whether a sentence begins with one who assigns work to others (Chính phủ, Ủy ban nhân dân tỉnh …)."""
    return bool(_AUTHORITY.match(text, start))


def read_heading(text: str) -> Subject | None:
    """The bodies that a heading names and nothing else: "Sở Tài chính", "Trách nhiệm của các sở, ban, ngành:"."""
    stripped = text.rstrip().rstrip(":.;").rstrip()
    duty = _DUTY_OF.match(stripped)
    begin = duty.end() if duty else 0
    if len(stripped) > _LONGEST_HEADING or not (BODY_START.match(stripped, begin) or (duty and "của" in duty[0])):
        return None
    if _SENTENCE_END.search(stripped, begin) or _ends_in_verb_phrase(stripped, begin, bool(duty)):
        return None
    is_field = bool(_FIELD.match(stripped, begin)) or bool(BLANKS.search(stripped))
    bodies = () if is_field else _bodies(stripped[begin:])
    return Subject(bodies, begin, len(stripped), len(stripped), True) if bodies else None


def _bodies(printed: str) -> tuple[str, ...]:
    """The bodies of a list, without the short forms that it defines ("(sau đây gọi tắt là …)")."""
    return split_bodies(_DEFINED_AS.sub("", printed))


def _ends_in_verb_phrase(text: str, begin: int, has_duty: bool) -> bool:
    """Whether the heading goes on to say what is to be done ("Sở Nội vụ chủ trì, phối hợp …")."""
    if has_duty:
        return False
    is_group = bool(_GROUP.match(text, begin))
    announces = bool(_FOLLOWS.search(text))
    for match in PREDICATE.finditer(text, begin):
        says_what = announces or bool(match["order"]) or (not is_group and bool(_TO_SOMEBODY.match(match[0])))
        if (
            says_what
            and match.start() > begin
            and _depth(text, begin, match.start()) == 0
            and is_predicate(text, match)
        ):
            return True
    return False


def _predicate(text: str, begin: int, limit: int) -> tuple[int, int, bool] | None:
    """End of the subject, begin of the predicate, whether it is an order."""
    colon = _colon(text, begin, limit)
    action: re.Match[str] | None = None
    attribute: re.Match[str] | None = None
    for match in PREDICATE.finditer(text, begin, colon[0] if colon else limit):
        if match.start() == begin or _depth(text, begin, match.start()) or not is_predicate(text, match):
            continue
        if action is None and match["action"] and attribute is None and is_attribute(text, begin, match):
            attribute = match
            continue
        if action is None and match["action"] and attribute and goes_on(text, attribute.start(), match.start()):
            continue
        if action is None and match["order"]:
            return match.start(), match.start(), True
        if action is not None and match["order"] and _is_name_up_to(text, begin, action.start(), match.start()):
            return match.start(), match.start(), True
        action = action or match
    action = action or attribute
    if action is not None and not (colon and _is_name_up_to(text, begin, action.start(), colon[0])):
        return action.start(), action.start(), False
    says_what = colon is not None and (colon[1] >= len(text.rstrip()) or _has_verb_soon(text, colon[1]))
    return (colon[0], colon[1], True) if colon and says_what else None


def _bracket_end(text: str, begin: int, limit: int, found: tuple[int, int, bool] | None) -> int | None:
    """The end of a name that a bracket closes, before a verb ("Nhà thầu (Công ty Cầu Mơ) sửa cầu")."""
    match = _BRACKET_THEN_VERB.search(text, begin, limit)
    if found and found[0] < text.find("(", begin):
        return None
    return match.start() + 1 if match and not _LIST_MARK.search(text, begin, text.find("(", begin)) else None


def _has_verb_soon(text: str, offset: int) -> bool:
    """Whether what stands after "Sở Xây dựng:" says what to do; "Đảng ủy khối: ĐUK" explains an abbreviation."""
    return bool(PREDICATE.search(text[offset : offset + _VERB_WITHIN].lower()))


def _is_name_up_to(text: str, begin: int, verb: int, stop: int) -> bool:
    """Whether a verb stands inside a name ("Cơ quan đăng ký đầu tư có trách nhiệm", "Khu Nông nghiệp ứng dụng …, Ban
    Quản lý … có trách nhiệm"): what follows it up to `stop` is a list of bodies, or the subject were a bare noun."""
    if _TO_SOMEBODY.match(text, verb):
        return False
    pieces = _LIST_MARK.split(text[verb:stop])
    following = [piece for piece in pieces[1:] if piece.strip()]
    if len(pieces) == 1:
        return bool(_BARE_NOUN.match(text[begin:verb].strip(" ,")))
    return bool(following) and all(BODY_START.match(piece) or _CONTINUES_NAME.match(piece) for piece in following)


def _colon(text: str, begin: int, limit: int) -> tuple[int, int] | None:
    for match in _COLON.finditer(text, begin, limit):
        names_follow = _NAMES_FOLLOW.search(text[begin : match.start()]) and not PREDICATE.match(
            text[match.end() : match.end() + _VERB_WITHIN].lower()
        )
        if _depth(text, begin, match.start()) == 0 and not names_follow:
            return match.start(), match.end()
    return None


def _depth(text: str, begin: int, offset: int) -> int:
    return text.count("(", begin, offset) - text.count(")", begin, offset)
