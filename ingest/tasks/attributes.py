"""Verbs that belong to the name of a body: "cơ quan khắc phục hậu quả …", "Đơn vị tiếp nhận hồ sơ …"."""

from __future__ import annotations

import re

_OFFICE = r"(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|người)"
_KIND = r"(?:\s+(?:có\s+thẩm\s+quyền|tư\s+vấn)|,?\s+(?:điều\s+tra|thanh\s+tra|thăm\s+dò|khai\s+quật))*"
# "Cơ quan", alone or as the last of two, says nothing without what it is for.
_ALONE = re.compile(rf"(?:^|\s(?:hoặc|và)\s+)(?:cơ\s+quan|đơn\s+vị){_KIND}[\s,]*$", re.IGNORECASE)
# "Các tổ chức, đơn vị", "Người đứng đầu cơ quan": may do the work themselves, or be those who do something.
_IN_GENERAL = re.compile(
    rf"^(?:(?:người\s+đứng\s+đầu|thủ\s+trưởng|lãnh\s+đạo|các|mọi|những|từng|mỗi)\s+)*{_OFFICE}(?:\s*(?:,|và|hoặc)?\s*{_OFFICE})*{_KIND}[\s,]*$",
    re.IGNORECASE,
)
_SAYS_WHICH = re.compile(
    r"(?:khắc\s+phục|kiểm\s+tra|đăng\s+ký|sử\s+dụng|tuyển\s+dụng|thẩm\s+(?:định|tra)|tiếp\s+nhận|lập|ban\s+hành|cấp|giải\s+quyết|"
    r"xử\s+lý|đào\s+tạo|kiểm\s+soát|giám\s+sát|khảo\s+sát|cung\s+cấp|quyết\s+định|điều\s+tra|vận\s+hành|khai\s+thác|nghiên\s+cứu)(?!\w)"
)
# What binds those who do something; a conjunction before it goes on with what they do.
_BOUND = re.compile(
    r"(?<!,)(?<!\bvà)(?<!\bthời)(?<!\bhoặc)(?<!\bkhi)\s+(?:có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|chịu\s+trách\s+nhiệm|phải|"
    r"thực\s+hiện\s+chế\s+độ)(?!\w)"
)
_CLAUSE_END = re.compile(r"[.;:\n]\s|(?<!\w)(?:để|nhằm|nếu|thì|khi)(?!\w)")
# Characters within which a name says what it is for.
_LONGEST_ATTRIBUTE = 160
_GOES_ON = re.compile(r"(?:,|(?<!\w)(?:và|hoặc))\s*$")


def is_attribute(text: str, begin: int, verb: re.Match[str]) -> bool:
    """Whether a verb says which body is meant, where the subject began at `begin`."""
    head = text[begin : verb.start()]
    if _ALONE.search(head) and _SAYS_WHICH.match(verb[0]):
        return True
    return bool(_IN_GENERAL.match(head)) and _is_bound_soon(text, verb.end())


def goes_on(text: str, begin: int, offset: int) -> bool:
    """Whether a verb behind an attribute that began at `begin` is one more of them ("điều tra, khảo sát, rà phá …")."""
    return bool(_GOES_ON.search(text[begin:offset]))


def _is_bound_soon(text: str, offset: int) -> bool:
    limit = min(len(text), offset + _LONGEST_ATTRIBUTE)
    stop = _CLAUSE_END.search(text, offset, limit)
    return bool(_BOUND.search(text, offset, stop.start() if stop else limit))
