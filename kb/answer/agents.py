"""Who is asked for, and whether a sentence names somebody who could act."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.answer.cues import pattern
from kb.text import normalise_tones

_BODY = pattern(
    r"(?<!\w)(?:bộ(?! (?:tiêu chí|chỉ số|dữ liệu|công cụ|thủ tục|luật))|sở|ban|ủy ban|UBND|HĐND|hội đồng|chính phủ"
    r"|thủ tướng|quốc hội|cục|vụ|viện|văn phòng|phòng|chi cục|tổng cục|thanh tra|tập đoàn|tổng công ty|công ty"
    r"|doanh nghiệp|cơ quan|đơn vị|tổ chức|cá nhân|cấp ủy|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|đảng bộ|đảng đoàn"
    r"|người|đồng chí|chủ tịch|bí thư|giám đốc|bộ trưởng|thủ trưởng|trưởng|địa phương|mặt trận|hội|đoàn|tòa án"
    r"|viện kiểm sát|công an|quân đội|trường|trung tâm|bệnh viện|ngân hàng|tổ|văn thư|công chức|cán bộ|viên chức"
    r"|nhà nước|bên)(?!\w)"
)
_ACTOR = pattern(
    r"[^\w]*(?:(?:\d+(?:\.\d+)*|[a-zđ])[.)]\s*)?(?:giao |các |chủ tịch |giám đốc )*" + _BODY.pattern + r".{0,60}"
    r"(?:chủ trì|chịu trách nhiệm|có trách nhiệm|lãnh đạo|chỉ đạo|tham mưu|hướng dẫn|phụ trách|quyết định)(?!\w)"
)
# Before the name of a person: "đồng chí Nguyễn Văn A".
_TITLED = pattern(r"(?<!\w)(?:đồng chí|ông|bà)((?:\s+\w+){2})")


def names_body(text: str) -> bool:
    """Whether a text with normalised tones names a body, an office or people in general."""
    return _BODY.search(text) is not None


def names_actor(sentence: str) -> bool:
    """Whether the sentence begins with who does something: "1.2. Người đứng đầu cấp ủy trực tiếp chủ trì"."""
    return _ACTOR.match(normalise_tones(sentence)) is not None


def names_holder(office: str, text: str) -> bool:
    """Whether somebody is said to hold the office: a person by name beside it, or another office that holds it."""
    line = text.lower()
    names = any(all(word.istitle() for word in match[1].split()) for match in _TITLED.finditer(text))
    return (office in line and names) or re.search(rf"(?<!\w)(?:là|làm) {re.escape(office)}(?!\w)", line) is not None


def names_kind(kind: str, text: str) -> bool:
    """Whether a body of that kind ("sở") is named: by its name ("Sở Tài chính"), or all of them ("các sở, ngành")."""
    by_name, all_of_them = _of_kind(kind)
    is_named = any(text[match.end() : match.end() + 1].isupper() for match in by_name.finditer(text))
    return is_named or all_of_them.search(text) is not None


@lru_cache(maxsize=32)
def _of_kind(kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    plain = normalise_tones(kind)
    by_name = re.compile(rf"(?<!\w)(?:{plain.capitalize()}|{plain.upper()}) (?:trưởng {plain.capitalize()} )?")
    return by_name, re.compile(rf"(?<!\w)(?:các {plain}|{plain}, (?:ban|ngành))(?!\w)", re.IGNORECASE)
