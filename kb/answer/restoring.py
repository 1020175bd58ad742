"""Words of a question typed without diacritics that are restored as commoner ones, set right where a question tells.

Search restores the likeliest word from its neighbours: "so tai chinh" becomes "số tài chính", "may ky" "máy ký".
"""

from __future__ import annotations

import re
from functools import lru_cache

from kb.answer.ministries import ministry_names
from kb.text import fold, has_diacritics, normalise_tones

# What is counted by "mấy" and never joined to "máy" or "may" (máy tính, may mặc).
_COUNTED = normalise_tones(
    "hội nghị,người,lần,tháng,năm,ngày,giờ,phút,tuần,kỳ,loại,nhóm,bước,buổi,lớp,điểm,tiết,cấp,mức,đợt,vòng,phần trăm"
    ",triệu,tỷ,đồng,nhiệm vụ,trường hợp,tiêu chí,hình thức,nguyên tắc,đối tượng"
).split(",")
# A name of fewer words may be another word by chance ("bo y te" is a ministry, "so y" is not).
LEAST_WORDS = 3


def set_right(typed: str, understood: str) -> str:
    """The question as understood, with "mấy" and the names of ministries and departments as they must be meant."""
    is_restored = has_diacritics(understood) and not has_diacritics(typed)
    if not is_restored:
        return understood
    plain = fold(understood)
    if len(plain) != len(understood):
        return understood
    finder, meant = _meant()
    pieces, done = [], 0
    for match in finder.finditer(plain):
        pieces += [understood[done : match.start()], meant[match[0]]]
        done = match.end()
    return "".join((*pieces, understood[done:]))


@lru_cache(maxsize=1)
def _meant() -> tuple[re.Pattern[str], dict[str, str]]:
    counted = {fold(f"mấy {noun}"): f"mấy {noun}" for noun in _COUNTED}
    bodies = {fold(name): name for name in ministry_names() if len(name.split()) >= LEAST_WORDS}
    meant = counted | bodies
    longest_first = sorted(meant, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"), meant
