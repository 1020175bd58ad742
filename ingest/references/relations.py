"""What a document does to the one it cites. Words alone mislead, so each cue is read with what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from kb.model import Relation


class Setting(Enum):
    """The part of the document in which a citation stands, as far as it changes what words mean."""

    TITLE = auto()
    PREAMBLE = auto()
    PURPOSE = auto()
    BASES = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`before` runs from the beginning of the sentence to the citation, `after` from its end to the sentence's.

    `heading` is what introduces the sentence when it begins with the citation: the words of the unit above, or the
    paragraph of the preamble that its list began with. `article` is what the Điều around it begins with.
    """

    before: str
    after: str
    setting: Setting
    heading: str
    is_own_number: bool
    article: str = ""


_MARK_ALONE = re.compile(r"\W*(?:Điều\s+)?(?:\d{1,3}(?:\.\d{1,2})*[a-zđ]?|[a-zđ]|[IVXLC]+)?[\W_]*(?:[Cc]ác\s+)?")


def begins_with_citation(before: str) -> bool:
    """Whether nothing but a mark ("a)", "12.", "-") stands between the beginning of the sentence and the citation."""
    return bool(_MARK_ALONE.fullmatch(before))


def _any(*words: str) -> str:
    return "(?:" + "|".join(word.replace(" ", r"\s+") for word in words) + r")(?!\w)"


_I = re.IGNORECASE
_MARK = r"(?:^|[\n;:]|[.!?]\s)\s*(?:[-–+•*“\"]\s*)?(?:(?:Điều\s+)?(?:\d{1,3}[a-zđ]?(?:\.\d{1,2})*|[a-zđ])[.):-]*\s*)?[-–+]?\s*"
_DEFINED = re.compile(r"(?:gọi(?:\s+chung|\s+tắt)?|viết\s+tắt)\s+(?:là|chung\s+là)\s*[“\":]?\s*\Z", _I)
_HELD_IN = re.compile(r"(?:^|[(\n.])\s*\(?\s*(?:được\s+)?(?:ban\s+hành\s+|đính\s+)?kèm\s+(?:theo\s+)?(?:tại\s+)?\Z", _I)
_ATTACHED_TO = re.compile(r"(?:ban\s+hành\s+|đính\s+)?kèm\s+theo\s*\Z", _I)
_BASED = re.compile(_MARK + _any("Căn cứ", "Trên cơ sở", "Chiếu theo"), _I)
_PROPOSED = re.compile(
    _MARK + _any("Theo đề nghị", "Xét đề nghị", "Xét Tờ trình", "Theo Tờ trình", "Sau khi xem xét", "Xét", "Thực hiện đề nghị")
    + r"|" + _any("theo đề nghị của", "ý kiến thẩm định của", "Theo báo cáo của", "xét báo cáo thẩm tra"), _I
)  # fmt: skip
_PURSUED = re.compile(
    _MARK + r"(?:Để\s+|Nhằm\s+|Tiếp\s+tục\s+)?(?:tiếp\s+tục\s+|tổ\s+chức\s+|kịp\s+thời\s+|chủ\s+động\s+|cụ\s+thể\s+hóa\s+(?:và\s+)?)*"
    + _any("triển khai", "thực hiện", "thi hành", "quán triệt", "chấp hành", "cụ thể hóa", "cụ thể hoá"), _I
)  # fmt: skip
_IMPLEMENTING = re.compile(
    _any(
        "triển khai",
        "thực hiện",
        "thi hành",
        "quán triệt",
        "cụ thể hóa",
        "cụ thể hoá",
        "quy định chi tiết",
        "hướng dẫn",
    ),
    _I,
)
_ISSUED = re.compile(
    _MARK + r"(?:[A-ZĐỦ][^.;,]{0,60}\s)?(?<!việc\s)" + _any("ban hành", "phê duyệt", "thông qua") + r"[^.;]{0,160}"
    + _any("kế hoạch", "chương trình", "đề án", "hướng dẫn", "quy định", "quy chế"), _I,
)  # fmt: skip
# Work that is watched over is not the document's own: "giám sát việc thực hiện Nghị quyết".
_WATCHED = re.compile(r"(?:việc|kết\s+quả|tình\s+hình|quá\s+trình)\s+(?:tổ\s+chức\s+|triển\s+khai,?\s+)?\Z", _I)
_LONGEST_CUE_GAP = 130
_INDIRECT = re.compile(
    _any("theo", "quy định tại", "quy định của", "được quy định", "căn cứ", "nêu tại") + r"[^,;]*\Z", _I
)
_PASSIVE = re.compile(
    r"(?:được|bị|đã|việc|sau\s+khi|trường\s+hợp|hồ\s+sơ|đề\s+nghị|thủ\s+tục|rà\s+soát,?|nghiên\s+cứu,?)\s*\Z", _I
)
_PART = re.compile(
    _any("phụ lục", "khoản", "điểm", r"điều \d+[a-z]?", "cụm từ", "mẫu số", "mẫu", "chương", "mục", "một số điều", "một số nội dung",
         "từ ngữ", "đoạn", "tiết", "các điều"), _I
)  # fmt: skip
_REPLACE = re.compile(_any("thay thế"), _I)
_REPEAL = re.compile(_any("bãi bỏ", "hủy bỏ", "huỷ bỏ"), _I)
_AMEND = re.compile(_any("sửa đổi", "bổ sung", "điều chỉnh", "đính chính"), _I)
_EXPIRES = re.compile(r"(?:hết|chấm\s+dứt|ngừng)\s+hiệu\s+lực", _I)
_CHANGING = _any("sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "hủy bỏ", "huỷ bỏ", "đính chính", "điều chỉnh")
_ACTIVE_HEAD = re.compile(_MARK + _CHANGING, _I)
_ACTIVE_SUBJECT = re.compile(
    rf"\snày\s[^;]{{0,120}}?{_CHANGING}"
    r"|ban\s+hành\s+(?:Quyết\s+định|Nghị\s+định|Nghị\s+quyết|Thông\s+tư|Luật|Kế\s+hoạch|Quy\s+định|Hướng\s+dẫn)\s+(?:về\s+việc\s+)?"
    + _CHANGING,
    _I,
)
_ENACTING = re.compile(r"như\s+sau|sau\s+đây", _I)
_NOT_THE_SUBJECT = re.compile(
    _any("trước ngày", "đến ngày", "kể từ khi", "khi", "trường hợp", "theo", "quy định tại"), _I
)


def relation_of(around: Surroundings) -> tuple[Relation, str] | None:
    """The relation and the rule that found it; None where nothing says, so that a list may go on with the one before."""
    before = around.before
    if _DEFINED.search(before):
        return Relation.MENTIONS, "short-form"
    if _is_container(around):
        return Relation.CONTAINS, "attached-to"
    for decide in (_changed, _expired, _based, _implemented):
        found = decide(around)
        if found is not None:
            return found
    return None


def _is_container(around: Surroundings) -> bool:
    is_attached = bool(_ATTACHED_TO.search(around.before)) and around.is_own_number
    is_titled = bool(_HELD_IN.search(around.before)) and around.setting in (Setting.TITLE, Setting.PREAMBLE)
    return is_attached or is_titled


def _changed(around: Surroundings) -> tuple[Relation, str] | None:
    """Replaces, repeals or amends, when the sentence itself does so."""
    before = around.before
    if begins_with_citation(before) and around.setting is not Setting.PREAMBLE:
        before = f"{around.heading}\n{before}"
    is_head = bool(_ACTIVE_HEAD.search(before)) and _is_enacting(around)
    if around.setting is not Setting.TITLE and not is_head and not _ACTIVE_SUBJECT.search(before):
        return None
    cues = [
        (m, kind)
        for pattern, kind in _CHANGES
        for m in pattern.finditer(before)
        if not _PASSIVE.search(before[: m.start()])
    ]
    if not cues:
        return None
    first = min(cues, key=lambda cue: cue[0].start())
    changed = before[first[0].end() :]
    if _is_aside(changed):
        return None
    kinds = {kind for _, kind in cues}
    is_partial = bool(_PART.search(changed))
    if kinds == {Relation.REPEALS}:
        return Relation.REPEALS, "repealed"
    if Relation.REPLACES in kinds and not is_partial and Relation.AMENDS not in kinds:
        return Relation.REPLACES, "replaced"
    return Relation.AMENDS, "amended"


def _is_enacting(around: Surroundings) -> bool:
    """Whether the sentence changes another document itself; "Sửa đổi Luật …" in a list of work orders it only."""
    is_in_changing_article = bool(_CHANGE.search(around.article) or _FORCE.search(around.article))
    return is_in_changing_article or bool(_ENACTING.search(around.after[:_LONGEST_CUE_GAP]))


_CHANGE = re.compile(_CHANGING, _I)
# The last articles of a document say what goes out of force with it.
_FORCE = re.compile(r"hiệu\s+lực|điều\s+khoản\s+thi\s+hành|điều\s+khoản\s+chuyển\s+tiếp", _I)
_CHANGES = ((_REPLACE, Relation.REPLACES), (_REPEAL, Relation.REPEALS), (_AMEND, Relation.AMENDS))
_UNDER = re.compile(_any("theo quy định", "theo đúng quy định", "theo") + r"[^,;]{0,60}\Z", _I)


def _is_aside(changed: str) -> bool:
    """Whether the citation only says by what rule something is changed: "bãi bỏ … theo quy định tại Luật"."""
    return bool(_UNDER.search(changed)) and not re.search(r"kèm\s+theo[^,;]{0,40}\Z", changed, _I)


def _expired(around: Surroundings) -> tuple[Relation, str] | None:
    """ "Luật A hết hiệu lực kể từ ngày …", and lists under "Các quyết định sau đây hết hiệu lực:"."""
    says_so = _EXPIRES.search(around.after)
    if (
        says_so
        and not _NOT_THE_SUBJECT.search(around.before)
        and not _NOT_THE_SUBJECT.search(around.after[: says_so.start()])
    ):
        return Relation.REPEALS, "expired"
    if begins_with_citation(around.before) and _EXPIRES.search(around.heading):
        return Relation.REPEALS, "listed-as-expired"
    return None


def _based(around: Surroundings) -> tuple[Relation, str] | None:
    """The heads of a preamble; in the body "Căn cứ …" says by what rule a task is done, no more."""
    whole = _with_heading(around)
    if around.setting is Setting.BASES and not _IMPLEMENTING.search(around.before):
        return Relation.BASED_ON, "listed-as-basis"
    heads = [(m.end(), Relation.PROPOSAL) for m in _PROPOSED.finditer(whole)]
    if around.setting in (Setting.PREAMBLE, Setting.TITLE):
        heads += [(m.end(), Relation.BASED_ON) for m in _BASED.finditer(whole)]
    if around.setting is Setting.PREAMBLE:
        heads += [(m.end(), Relation.IMPLEMENTS) for m in _PURSUED.finditer(whole)]
    if not heads:
        return None
    end, relation = max(heads)
    is_far = around.setting is not Setting.PREAMBLE and len(whole) - end > _LONGEST_CUE_GAP
    return None if is_far else (relation, f"{relation.value}-head")


def _with_heading(around: Surroundings) -> str:
    return f"{around.heading}\n{around.before}" if around.setting is Setting.PREAMBLE else around.before


def _implemented(around: Surroundings) -> tuple[Relation, str] | None:
    """The document's own purpose is to carry the other out."""
    cues = list(_IMPLEMENTING.finditer(around.before))
    if not cues:
        return None
    gap = around.before[cues[-1].end() :]
    is_watched = bool(_WATCHED.search(around.before[: cues[-1].start()]))
    is_near = not is_watched and len(gap) <= _LONGEST_CUE_GAP and not _INDIRECT.search(gap)
    is_purpose = around.setting in (Setting.TITLE, Setting.PURPOSE) or bool(_ISSUED.search(around.before))
    return (Relation.IMPLEMENTS, "own-purpose") if is_near and is_purpose else None
